/**
 * Handshake messages, RFC 8446 section 4. One table a version: number, name and body. A parsed message keeps the
 * bytes that it came from, header and all, since it is those that the transcript hashes.
 */
import { equal } from '../bytes/bytes.ts';
import { Fault } from '../bytes/fault.ts';
import {
  type Codec,
  decode,
  encode,
  fixed,
  type Infer,
  list,
  opaque,
  struct,
  u8,
  u16,
  u32,
  Writer,
} from './codec.ts';
import {
  certificateEntryExtensions,
  certificateRequestExtensions,
  clientHelloExtensions,
  encryptedExtensionsTable,
  extensionBlock,
  extensions,
  helloRetryRequestExtensions,
  interpret,
  newSessionTicketExtensions,
  optionalExtensions,
  serverHelloExtensions12,
  serverHelloExtensions13,
} from './extensions.ts';
import { scheme, suite } from './registries.ts';

/** A message's type and its body's length. */
export const HEADER_LENGTH = 4;

/** Section 4.1.3: a ServerHello with this random is a HelloRetryRequest (SHA-256 of "HelloRetryRequest"). */
export const RETRY_RANDOM: Uint8Array = Uint8Array.of(
  0xcf,
  0x21,
  0xad,
  0x74,
  0xe5,
  0x9a,
  0x61,
  0x11,
  0xbe,
  0x1d,
  0x8c,
  0x02,
  0x1e,
  0x65,
  0xb8,
  0x91,
  0xc2,
  0xa2,
  0x11,
  0x16,
  0x7a,
  0xbb,
  0x8c,
  0x5e,
  0x07,
  0x9e,
  0x09,
  0xe2,
  0xc8,
  0xa8,
  0x33,
  0x9c,
);

export const clientHello = struct({
  legacyVersion: u16,
  random: fixed(32),
  legacySessionId: opaque(0, 32),
  cipherSuites: list(suite, 2, 0xfffe),
  legacyCompressionMethods: opaque(1, 0xff),
  extensions: optionalExtensions(clientHelloExtensions),
});
export type ClientHello = Infer<typeof clientHello>;

const serverHelloFields = {
  legacyVersion: u16,
  random: fixed(32),
  legacySessionIdEcho: opaque(0, 32),
  cipherSuite: suite,
  legacyCompressionMethod: u8,
};

const serverHello13 = struct({ ...serverHelloFields, extensions: extensions(serverHelloExtensions13) });
const serverHello12 = struct({
  ...serverHelloFields,
  extensions: optionalExtensions(serverHelloExtensions12),
});
const helloRetryRequest = struct({
  ...serverHelloFields,
  extensions: extensions(helloRetryRequestExtensions),
});
const serverHelloHead = struct(serverHelloFields);
export type ServerHello13 = Infer<typeof serverHello13>;
export type ServerHello12 = Infer<typeof serverHello12>;
export type HelloRetryRequest = Infer<typeof helloRetryRequest>;

/** The three things that a message of type 2 can be; which of them, its random and its extensions say. */
export type AnyServerHello =
  | ({ readonly kind: 'serverHello13' } & ServerHello13)
  | ({ readonly kind: 'serverHello12' } & ServerHello12)
  | ({ readonly kind: 'helloRetryRequest' } & HelloRetryRequest);

export const serverHello: Codec<AnyServerHello> = {
  read(reader) {
    const head = serverHelloHead.read(reader);
    const block = reader.left === 0 ? [] : extensionBlock.read(reader);
    if (equal(head.random, RETRY_RANDOM)) {
      return {
        kind: 'helloRetryRequest',
        ...head,
        extensions: interpret(helloRetryRequestExtensions, block, reader),
      };
    }
    if (block.some(({ name }) => name === 'supported_versions')) {
      return {
        kind: 'serverHello13',
        ...head,
        extensions: interpret(serverHelloExtensions13, block, reader),
      };
    }
    return { kind: 'serverHello12', ...head, extensions: interpret(serverHelloExtensions12, block, reader) };
  },
  write(writer, value) {
    switch (value.kind) {
      case 'serverHello13':
        return serverHello13.write(writer, value);
      case 'serverHello12':
        return serverHello12.write(writer, value);
      case 'helloRetryRequest':
        return helloRetryRequest.write(writer, value);
    }
  },
};

const certificateEntry = struct({
  certData: opaque(1, 0xffffff),
  extensions: extensions(certificateEntryExtensions),
});
const certificate13 = struct({
  certificateRequestContext: opaque(0, 0xff),
  certificateList: list(certificateEntry, 0, 0xffffff),
});
export type Certificate13 = Infer<typeof certificate13>;

const certificateRequest13 = struct({
  certificateRequestContext: opaque(0, 0xff),
  extensions: extensions(certificateRequestExtensions),
});
export type CertificateRequest13 = Infer<typeof certificateRequest13>;

/** The same in TLS 1.2 (RFC 5246 section 7.4.8). */
export const certificateVerify = struct({ algorithm: scheme, signature: opaque(0, 0xffff) });
export type CertificateVerify = Infer<typeof certificateVerify>;

const newSessionTicket13 = struct({
  ticketLifetime: u32,
  ticketAgeAdd: u32,
  ticketNonce: opaque(0, 0xff),
  ticket: opaque(1, 0xffff),
  extensions: extensions(newSessionTicketExtensions),
});
export type NewSessionTicket13 = Infer<typeof newSessionTicket13>;

/** Finished is a MAC of the hash's length: how long, only the key schedule knows. */
const finished: Codec<Uint8Array> = {
  read: (reader) => reader.bytes(reader.left),
  write: (writer, value) => writer.bytes(value),
};

const encryptedExtensions = struct({ extensions: extensions(encryptedExtensionsTable) });
export type EncryptedExtensions = Infer<typeof encryptedExtensions>;

/** Section 4.6.3: 0 is update_not_requested, 1 is update_requested. */
const keyUpdate = struct({ requestUpdate: u8 });

const nothing = struct({});

/** Every message of TLS 1.3 that has bytes of its own: number and body (section 4 and appendix B.3). */
const messages13 = {
  client_hello: { number: 1, body: clientHello },
  server_hello: { number: 2, body: serverHello },
  new_session_ticket: { number: 4, body: newSessionTicket13 },
  end_of_early_data: { number: 5, body: nothing },
  encrypted_extensions: { number: 8, body: encryptedExtensions },
  certificate: { number: 11, body: certificate13 },
  certificate_request: { number: 13, body: certificateRequest13 },
  certificate_verify: { number: 15, body: certificateVerify },
  finished: { number: 20, body: finished },
  key_update: { number: 24, body: keyUpdate },
} as const;

export type MessageName13 = keyof typeof messages13;
export type Body13<N extends MessageName13> = Infer<(typeof messages13)[N]['body']>;

/** A parsed message: its name, what it says, and its bytes. */
export type Message13<N extends MessageName13 = MessageName13> = {
  readonly [K in N]: { readonly type: K; readonly body: Body13<K>; readonly bytes: Uint8Array };
}[N];

const byNumber13 = new Map(
  (Object.keys(messages13) as MessageName13[]).map((name) => [messages13[name].number as number, name]),
);

/** The name of the message that starts with this byte, if TLS 1.3 has one. */
export function messageName13(number: number): MessageName13 | undefined {
  return byNumber13.get(number);
}

/** Reads one whole message, header included; the caller has seen to it that the length in the header is that of the bytes. */
export function decodeMessage13(bytes: Uint8Array): Message13 {
  const type = byNumber13.get(bytes[0]);
  if (type === undefined) throw new Fault<'badValue'>('badValue', `handshake type ${bytes[0]}`);
  const body = decode(
    messages13[type].body as Codec<Body13<typeof type>>,
    bytes.subarray(HEADER_LENGTH),
    type,
  );
  return { type, body, bytes } as Message13;
}

/** Writes one message, header included. */
export function encodeMessage13<N extends MessageName13>(type: N, body: Body13<N>): Uint8Array {
  const { number, body: codec } = messages13[type];
  return frame(number, (writer) => (codec as Codec<Body13<N>>).write(writer, body));
}

/** A handshake header and what `body` writes behind it. */
export function frame(number: number, body: (writer: Writer) => void): Uint8Array {
  const writer = new Writer();
  writer.number(number, 1);
  writer.scope(3, () => body(writer));
  return writer.finish();
}

/** The number of bytes that the binders take at the end of a ClientHello: they hash what stands before (section 4.2.11.2). */
export function bindersLength(binders: readonly Uint8Array[]): number {
  return encode(list(opaque(32, 255), 33, 0xffff), binders).length;
}
