/** Messages: random values come back the same, every proper prefix is refused, noise never throws anything but a fault. */
import test from 'ava';
import fc from 'fast-check';
import { concat, fromHex } from '../../lib/bytes/bytes.ts';
import { Fault } from '../../lib/bytes/fault.ts';
import { decode, encode } from '../../lib/wire/codec.ts';
import { clientHelloExtensions } from '../../lib/wire/extensions.ts';
import {
  bindersLength,
  decodeMessage13,
  encodeMessage13,
  type Message13,
  RETRY_RANDOM,
} from '../../lib/wire/handshake.ts';
import { groupNumbers, schemeNumbers, suiteNumbers } from '../../lib/wire/registries.ts';
import { seed } from '../tools/seed.ts';

const bytes = (minLength: number, maxLength: number) => fc.uint8Array({ minLength, maxLength });
const random = bytes(32, 32);
const oneOf = <T extends object>(table: T) =>
  fc.constantFrom(...(Object.keys(table) as (keyof T & string)[]));
const unknown16 = fc.constantFrom('0x0a0a' as const, '0xfafa' as const);
const schemes = fc.uniqueArray(fc.oneof(oneOf(schemeNumbers), unknown16), { minLength: 1, maxLength: 8 });
const groups = fc.uniqueArray(fc.oneof(oneOf(groupNumbers), unknown16), { minLength: 1, maxLength: 8 });
const maybe = <T>(arbitrary: fc.Arbitrary<T>) => fc.option(arbitrary, { nil: undefined });
const share = fc.record({ group: oneOf(groupNumbers), keyExchange: bytes(1, 70) });
const statusRequest = fc.record({
  statusType: fc.constant(1),
  responderIds: bytes(0, 5),
  requestExtensions: bytes(0, 5),
});

const clientHello = fc.record({
  legacyVersion: fc.nat(0xffff),
  random,
  legacySessionId: bytes(0, 32),
  cipherSuites: fc.array(fc.oneof(oneOf(suiteNumbers), unknown16), { minLength: 1, maxLength: 9 }),
  legacyCompressionMethods: bytes(1, 4),
  extensions: fc.record({
    server_name: maybe(
      fc.array(fc.record({ nameType: fc.nat(255), hostName: bytes(1, 40) }), { minLength: 1, maxLength: 2 }),
    ),
    supported_groups: maybe(groups),
    status_request: maybe(statusRequest),
    application_layer_protocol_negotiation: maybe(fc.array(bytes(1, 9), { minLength: 1, maxLength: 4 })),
    encrypt_then_mac: maybe(fc.constant(true as const)),
    signature_algorithms: maybe(schemes),
    supported_versions: maybe(
      fc.array(fc.constantFrom('TLSv1.3' as const, 'TLSv1.2' as const, '0x0a0a' as const), {
        minLength: 1,
        maxLength: 4,
      }),
    ),
    psk_key_exchange_modes: maybe(fc.constant(['psk_dhe_ke' as const, 'psk_ke' as const])),
    key_share: maybe(fc.array(share, { maxLength: 3 })),
    cookie: maybe(bytes(1, 40)),
    padding: maybe(bytes(0, 40)),
  }),
});

const hello = {
  legacyVersion: fc.constant(0x0303),
  legacySessionIdEcho: bytes(0, 32),
  cipherSuite: oneOf(suiteNumbers),
  legacyCompressionMethod: fc.constant(0),
};
const serverHello = fc.oneof(
  fc.record({
    kind: fc.constant('serverHello13' as const),
    ...hello,
    random,
    extensions: fc.record({
      supported_versions: fc.constant('TLSv1.3' as const),
      key_share: maybe(share),
      pre_shared_key: maybe(fc.nat(0xffff)),
    }),
  }),
  fc.record({
    kind: fc.constant('helloRetryRequest' as const),
    ...hello,
    random: fc.constant(RETRY_RANDOM),
    extensions: fc.record({
      supported_versions: fc.constant('TLSv1.3' as const),
      key_share: maybe(oneOf(groupNumbers)),
      cookie: maybe(bytes(1, 30)),
    }),
  }),
  fc.record({
    kind: fc.constant('serverHello12' as const),
    ...hello,
    random,
    extensions: fc.record({
      renegotiation_info: maybe(bytes(0, 3)),
      session_ticket: maybe(fc.constant(true as const)),
      extended_master_secret: maybe(fc.constant(true as const)),
    }),
  }),
);

const entry = fc.record({
  certData: bytes(1, 60),
  extensions: fc.record({
    status_request: maybe(fc.record({ statusType: fc.constant(1), response: bytes(1, 20) })),
  }),
});
const u32 = fc.nat(0xffffffff);

/** One arbitrary body for each message that is not just bytes. */
const bodies = {
  client_hello: clientHello,
  server_hello: serverHello,
  encrypted_extensions: fc.record({
    extensions: fc.record({
      supported_groups: maybe(groups),
      application_layer_protocol_negotiation: maybe(fc.array(bytes(1, 9), { minLength: 1, maxLength: 2 })),
    }),
  }),
  certificate: fc.record({
    certificateRequestContext: bytes(0, 9),
    certificateList: fc.array(entry, { maxLength: 3 }),
  }),
  certificate_request: fc.record({
    certificateRequestContext: bytes(0, 9),
    extensions: fc.record({
      signature_algorithms: maybe(schemes),
      certificate_authorities: maybe(fc.array(bytes(1, 20), { minLength: 1, maxLength: 3 })),
    }),
  }),
  certificate_verify: fc.record({ algorithm: oneOf(schemeNumbers), signature: bytes(0, 80) }),
  new_session_ticket: fc.record({
    ticketLifetime: u32,
    ticketAgeAdd: u32,
    ticketNonce: bytes(0, 9),
    ticket: bytes(1, 60),
    extensions: fc.record({ early_data: maybe(u32) }),
  }),
  key_update: fc.record({ requestUpdate: fc.nat(255) }),
} as const;

/** What was written, with `order` and absent extensions left out. */
const plainly = (value: unknown): unknown =>
  JSON.parse(
    JSON.stringify(value, (key, item) =>
      key === 'order' ? undefined : item instanceof Uint8Array ? [...item] : item,
    ),
  );

for (const [type, body] of Object.entries(bodies) as [keyof typeof bodies, fc.Arbitrary<never>][]) {
  test(`${type} comes back as it was written, and no proper prefix does`, (t) => {
    t.log(`seed ${seed}`);
    fc.assert(
      fc.property(body, (value) => {
        const written = encodeMessage13(type, value);
        const message = decodeMessage13(written);
        t.is(message.type, type);
        t.is(message.bytes, written);
        t.deepEqual(plainly(message.body), plainly(value));
        t.deepEqual(encodeMessage13(type, message.body as never), written);
        for (let end = 4; end < written.length; end++) {
          const prefix = attempt(written.subarray(0, end));
          // A hello may end where its extensions would begin; nothing else may end early.
          if (prefix !== undefined) t.deepEqual(bodyLengthWithout(message), end - 4, `${end}`);
        }
      }),
      { numRuns: 30 },
    );
  });
}

test('noise is a message or a fault, and nothing else', (t) => {
  t.log(`seed ${seed}`);
  const types = [1, 2, 4, 5, 8, 11, 13, 15, 20, 24, 0, 3, 254];
  fc.assert(
    fc.property(fc.constantFrom(...types), bytes(0, 200), (type, noise) => {
      attempt(concat(Uint8Array.of(type, 0, 0, noise.length), noise));
      t.pass();
    }),
    { numRuns: 3000 },
  );
});

test('a valid message with some bytes changed is a message or a fault', (t) => {
  t.log(`seed ${seed}`);
  const change = fc.array(fc.tuple(fc.nat(), fc.nat(255)), { minLength: 1, maxLength: 4 });
  for (const [type, body] of Object.entries(bodies) as [keyof typeof bodies, fc.Arbitrary<never>][]) {
    fc.assert(
      fc.property(body, change, (value, changes) => {
        const written = encodeMessage13(type, value);
        for (const [at, byte] of changes) written[4 + (at % Math.max(1, written.length - 4))] = byte;
        attempt(written);
        t.pass();
      }),
    );
  }
});

/** How long the body of a hello is before its extensions (without them it is one of TLS 1.2); `undefined` for others. */
function bodyLengthWithout({ type, body, bytes: written }: Message13): number | undefined {
  if (type !== 'client_hello' && type !== 'server_hello') return undefined;
  const without = encodeMessage13(type, { ...body, extensions: {} } as never).length;
  // A ServerHello of TLS 1.3 is never written without its block.
  const blockLength = 'kind' in body && body.kind !== 'serverHello12' ? 2 : 0;
  return written.length >= without ? without - 4 - blockLength : undefined;
}

function attempt(message: Uint8Array): Message13 | undefined {
  try {
    return decodeMessage13(message);
  } catch (error) {
    if (error instanceof Fault) return undefined;
    throw error;
  }
}

test('an extension that is there twice is refused', (t) => {
  // EncryptedExtensions with two empty server_name extensions.
  const error = t.throws(() => decodeMessage13(fromHex('0800000a00080000000000000000')), {
    instanceOf: Fault,
  });
  t.is((error as Fault).fault, 'duplicateExtension');
});

test('a certificate request may ask for OCSP, in as many bytes as it likes', (t) => {
  // As Go's servers ask: no context; empty status_request and signed_certificate_timestamp, and one scheme.
  const request = fromHex('0d00001300' + '0010' + '00050000' + '00120000' + '000d000400020403');
  const message = decodeMessage13(request);
  if (message.type !== 'certificate_request') throw new Error(message.type);
  t.deepEqual(message.body.extensions.signature_algorithms, ['ecdsa_secp256r1_sha256']);
  t.deepEqual(message.body.extensions.status_request, new Uint8Array(0));
  const long = fromHex('0d00001400' + '0011' + '000500050100000000' + '000d000400020403');
  t.is(decodeMessage13(long).type, 'certificate_request');
});

test('more extensions than any message has use for are refused', (t) => {
  const many = Array.from({ length: 129 }, (_, i) => Uint8Array.of(0x40, i, 0, 0));
  const block = concat(...many);
  const body = concat(Uint8Array.of(block.length >> 8, block.length & 0xff), block);
  const error = t.throws(() =>
    decodeMessage13(concat(Uint8Array.of(8, 0, body.length >> 8, body.length & 0xff), body)),
  );
  t.is((error as Fault).fault, 'badLength');
});

test('the length of the binders is what they take at the end of a hello', (t) => {
  const binders = [new Uint8Array(32), new Uint8Array(48)];
  t.is(bindersLength(binders), 2 + 33 + 49);
  const offered = { identities: [{ identity: Uint8Array.of(1), obfuscatedTicketAge: 0 }], binders };
  const whole = encode(clientHelloExtensions.pre_shared_key, offered);
  t.deepEqual(decode(clientHelloExtensions.pre_shared_key, whole, 'psks'), offered);
  t.is(whole.length - bindersLength(binders), 2 + 2 + 1 + 4);
});
