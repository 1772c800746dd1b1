/**
 * Handshake messages of TLS 1.2: RFC 5246 section 7.4, with RFC 4279 and 5489 (pre-shared keys), 5077 (tickets), 6066
 * (stapled status) and 8422 (curves). The hellos are shared with TLS 1.3.
 *
 * What ServerKeyExchange and ClientKeyExchange hold depends on the suite, which the bytes do not name. So their
 * bodies stay bytes here, and two tables by key exchange (`serverKeyExchanges`, `clientKeyExchanges`) read them.
 */
import { Fault } from '../bytes/fault.ts';
import {
  type Codec,
  constant,
  decode,
  type Infer,
  list,
  named,
  opaque,
  rest,
  struct,
  type Unknown,
  u8,
  u32,
} from './codec.ts';
import { certificateStatus } from './extensions.ts';
import { certificateVerify, clientHello, frame, HEADER_LENGTH, serverHello } from './handshake.ts';
import { group, scheme } from './registries.ts';

/** RFC 5246 section 7.4.9: no suite of ours asks for another length. */
export const VERIFY_DATA_LENGTH = 12;

/** RFC 5246 section 7.4.2: the sender's certificate first; a client without one sends an empty list. */
const certificate12 = struct({ certificateList: list(opaque(1, 0xffffff), 0, 0xffffff) });
export type Certificate12 = Infer<typeof certificate12>;

/** RFC 5246 section 7.4.4 and RFC 8422 section 5.5. */
export const certificateTypeNumbers = {
  rsa_sign: 1,
  dss_sign: 2,
  rsa_fixed_dh: 3,
  dss_fixed_dh: 4,
  ecdsa_sign: 64,
} as const;
export type CertificateType = keyof typeof certificateTypeNumbers;
const certificateType: Codec<CertificateType | Unknown> = named(1, certificateTypeNumbers);

const certificateRequest12 = struct({
  certificateTypes: list(certificateType, 1, 0xff),
  supportedSignatureAlgorithms: list(scheme, 2, 0xfffe),
  certificateAuthorities: list(opaque(1, 0xffff), 0, 0xffff),
});
export type CertificateRequest12 = Infer<typeof certificateRequest12>;

/** RFC 5077 section 3.3; an empty ticket says that there is none after all. */
const newSessionTicket12 = struct({ ticketLifetimeHint: u32, ticket: opaque(0, 0xffff) });
export type NewSessionTicket12 = Infer<typeof newSessionTicket12>;

const nothing = struct({});

/** Every message of TLS 1.2: number and body (RFC 5246 section 7.4 and appendix A.4). */
const messages12 = {
  hello_request: { number: 0, body: nothing },
  client_hello: { number: 1, body: clientHello },
  server_hello: { number: 2, body: serverHello },
  new_session_ticket: { number: 4, body: newSessionTicket12 },
  certificate: { number: 11, body: certificate12 },
  server_key_exchange: { number: 12, body: rest },
  certificate_request: { number: 13, body: certificateRequest12 },
  server_hello_done: { number: 14, body: nothing },
  certificate_verify: { number: 15, body: certificateVerify },
  client_key_exchange: { number: 16, body: rest },
  finished: { number: 20, body: rest },
  certificate_status: { number: 22, body: certificateStatus },
} as const;

export type MessageName12 = keyof typeof messages12;
export type Body12<N extends MessageName12> = Infer<(typeof messages12)[N]['body']>;

/** A parsed message: its name, what it says, and its bytes. */
export type Message12<N extends MessageName12 = MessageName12> = {
  readonly [K in N]: { readonly type: K; readonly body: Body12<K>; readonly bytes: Uint8Array };
}[N];

const byNumber12 = new Map(
  (Object.keys(messages12) as MessageName12[]).map((name) => [messages12[name].number as number, name]),
);

/** The name of the message that starts with this byte, if TLS 1.2 has one. */
export function messageName12(number: number): MessageName12 | undefined {
  return byNumber12.get(number);
}

/** Reads one whole message, header included; the caller has seen to it that the length in the header is that of the bytes. */
export function decodeMessage12(bytes: Uint8Array): Message12 {
  const type = byNumber12.get(bytes[0]);
  if (type === undefined) throw new Fault<'badValue'>('badValue', `handshake type ${bytes[0]}`);
  const body = decode(
    messages12[type].body as Codec<Body12<typeof type>>,
    bytes.subarray(HEADER_LENGTH),
    type,
  );
  return { type, body, bytes } as Message12;
}

/** Writes one message, header included. */
export function encodeMessage12<N extends MessageName12>(type: N, body: Body12<N>): Uint8Array {
  const { number, body: codec } = messages12[type];
  return frame(number, (writer) => (codec as Codec<Body12<N>>).write(writer, body));
}

// --- key exchange -------------------------------------------------------------------------------------------------

/** RFC 8422 section 5.4. Curves described by their numbers (types 1 and 2) are deprecated, and we never offer them. */
export const ecdheParams = struct({
  curveType: constant(u8, 3, 'curve_type'),
  group,
  share: opaque(1, 0xff),
});
export type EcdheParams = Infer<typeof ecdheParams>;

/** RFC 5246 section 7.4.3: a prime, a generator and the server's public value. */
export const dheParams = struct({
  prime: opaque(1, 0xffff),
  generator: opaque(1, 0xffff),
  share: opaque(1, 0xffff),
});
export type DheParams = Infer<typeof dheParams>;

/** RFC 4279 section 2: for people and programs to choose a key by. */
const identityHint = opaque(0, 0xffff);

const signature = { algorithm: scheme, signature: opaque(0, 0xffff) };

/**
 * The body of ServerKeyExchange by key exchange. A signature covers both randoms and the parameters as they stand on
 * the wire, which is what `encode` makes of `params` again: nothing in them can be written in two ways.
 */
export const serverKeyExchanges = {
  ecdhe: struct({ params: ecdheParams, ...signature }),
  dhe: struct({ params: dheParams, ...signature }),
  psk: struct({ hint: identityHint }),
  ecdhe_psk: struct({ hint: identityHint, params: ecdheParams }),
  dhe_psk: struct({ hint: identityHint, params: dheParams }),
  rsa_psk: struct({ hint: identityHint }),
} as const;
export type ServerKeyExchange<K extends keyof typeof serverKeyExchanges> = Infer<
  (typeof serverKeyExchanges)[K]
>;

/** RFC 8422 section 5.7: an uncompressed point, or what the curve has instead. */
const point = opaque(1, 0xff);
/** RFC 5246 section 7.4.7.2; the implicit form belongs to certificates that nobody has. */
const publicValue = opaque(1, 0xffff);
/** RFC 5246 section 7.4.7.1. */
const encrypted = opaque(0, 0xffff);
/** RFC 4279 section 2. */
const identity = opaque(0, 0xffff);

/** The body of ClientKeyExchange by key exchange (RFC 5246 section 7.4.7, 4279 sections 2 to 4, 5489 section 2). */
export const clientKeyExchanges = {
  ecdhe: struct({ share: point }),
  dhe: struct({ share: publicValue }),
  rsa: struct({ encrypted }),
  psk: struct({ identity }),
  ecdhe_psk: struct({ identity, share: point }),
  dhe_psk: struct({ identity, share: publicValue }),
  rsa_psk: struct({ identity, encrypted }),
} as const;
export type KeyExchange12 = keyof typeof clientKeyExchanges;
export type ClientKeyExchange<K extends KeyExchange12> = Infer<(typeof clientKeyExchanges)[K]>;
