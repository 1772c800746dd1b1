/** Messages of TLS 1.2: random values come back the same, every proper prefix is refused, noise ends in a message or a fault. */
import test from 'ava';
import fc from 'fast-check';
import { concat, fromHex, toHex } from '../../lib/bytes/bytes.ts';
import { Fault } from '../../lib/bytes/fault.ts';
import { type Codec, decode, encode } from '../../lib/wire/codec.ts';
import {
  certificateTypeNumbers,
  clientKeyExchanges,
  decodeMessage12,
  ecdheParams,
  encodeMessage12,
  type Message12,
  messageName12,
  serverKeyExchanges,
} from '../../lib/wire/handshake12.ts';
import { groupNumbers, schemeNumbers, suiteNumbers } from '../../lib/wire/registries.ts';
import { seed } from '../tools/seed.ts';

const bytes = (minLength: number, maxLength: number) => fc.uint8Array({ minLength, maxLength });
const oneOf = <T extends object>(table: T) =>
  fc.constantFrom(...(Object.keys(table) as (keyof T & string)[]));
const maybe = <T>(arbitrary: fc.Arbitrary<T>) => fc.option(arbitrary, { nil: undefined });
const present = maybe(fc.constant(true as const));
const u32 = fc.nat(0xffffffff);

const hello = { legacyVersion: fc.constant(0x0303), random: bytes(32, 32) };

/** One arbitrary body for each message that is not just bytes. */
const bodies = {
  client_hello: fc.record({
    ...hello,
    legacySessionId: bytes(0, 32),
    cipherSuites: fc.array(oneOf(suiteNumbers), { minLength: 1, maxLength: 9 }),
    legacyCompressionMethods: fc.constant(Uint8Array.of(0)),
    extensions: fc.record({
      renegotiation_info: maybe(bytes(0, 24)),
      ec_point_formats: maybe(bytes(1, 3)),
      session_ticket: maybe(bytes(0, 60)),
      encrypt_then_mac: present,
      extended_master_secret: present,
    }),
  }),
  server_hello: fc.record({
    kind: fc.constant('serverHello12' as const),
    ...hello,
    legacySessionIdEcho: bytes(0, 32),
    cipherSuite: oneOf(suiteNumbers),
    legacyCompressionMethod: fc.constant(0),
    extensions: fc.record({
      renegotiation_info: maybe(bytes(0, 24)),
      server_name: present,
      ec_point_formats: maybe(bytes(1, 3)),
      session_ticket: present,
      status_request: present,
      application_layer_protocol_negotiation: maybe(fc.array(bytes(1, 9), { minLength: 1, maxLength: 1 })),
      encrypt_then_mac: present,
      extended_master_secret: present,
    }),
  }),
  new_session_ticket: fc.record({ ticketLifetimeHint: u32, ticket: bytes(0, 60) }),
  certificate: fc.record({ certificateList: fc.array(bytes(1, 60), { maxLength: 3 }) }),
  certificate_request: fc.record({
    certificateTypes: fc.array(fc.oneof(oneOf(certificateTypeNumbers), fc.constant('0xee' as const)), {
      minLength: 1,
      maxLength: 4,
    }),
    supportedSignatureAlgorithms: fc.array(oneOf(schemeNumbers), { minLength: 1, maxLength: 8 }),
    certificateAuthorities: fc.array(bytes(1, 40), { maxLength: 3 }),
  }),
  certificate_verify: fc.record({ algorithm: oneOf(schemeNumbers), signature: bytes(0, 80) }),
  certificate_status: fc.record({ statusType: fc.constant(1), response: bytes(1, 60) }),
  hello_request: fc.constant({}),
  server_hello_done: fc.constant({}),
} as const;

const ecdhe = fc.record({ curveType: fc.constant(3), group: oneOf(groupNumbers), share: bytes(1, 255) });
const dhe = fc.record({ prime: bytes(1, 300), generator: bytes(1, 3), share: bytes(1, 300) });
const signature = { algorithm: oneOf(schemeNumbers), signature: bytes(0, 80) };
const hint = bytes(0, 40);
const identity = bytes(0, 40);
const share = bytes(1, 255);
const encrypted = bytes(0, 256);

const serverExchanges = {
  ecdhe: fc.record({ params: ecdhe, ...signature }),
  dhe: fc.record({ params: dhe, ...signature }),
  psk: fc.record({ hint }),
  ecdhe_psk: fc.record({ hint, params: ecdhe }),
  dhe_psk: fc.record({ hint, params: dhe }),
  rsa_psk: fc.record({ hint }),
} as const;

const clientExchanges = {
  ecdhe: fc.record({ share }),
  dhe: fc.record({ share }),
  rsa: fc.record({ encrypted }),
  psk: fc.record({ identity }),
  ecdhe_psk: fc.record({ identity, share }),
  dhe_psk: fc.record({ identity, share }),
  rsa_psk: fc.record({ identity, encrypted }),
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
        const written = encodeMessage12(type, value);
        const message = decodeMessage12(written);
        t.is(message.type, type);
        t.is(messageName12(written[0]), type);
        t.deepEqual(plainly(message.body), plainly(value));
        t.deepEqual(encodeMessage12(type, message.body as never), written);
        for (let end = 4; end < written.length; end++) {
          // A hello may end where its extensions would begin (RFC 5246 section 7.4.1.2); nothing else ends early.
          const isBareHello = type.endsWith('hello') && end === bareLength(type, message);
          t.is(attempt(written.subarray(0, end)) !== undefined, isBareHello, `${end}`);
        }
        t.is(attempt(concat(written, Uint8Array.of(0))), undefined, 'a byte too many');
      }),
      { numRuns: 30 },
    );
  });
}

/** How long a hello is without its extensions. */
function bareLength(type: 'client_hello' | 'server_hello' | string, message: Message12): number {
  return encodeMessage12(type as 'client_hello', { ...message.body, extensions: {} } as never).length;
}

/** RFC 5246 section 7.4.1.3: the block is there or is not; of a server it is not where the client's was not. */
test('a hello with nothing to say ends before its extensions', (t) => {
  const written = encodeMessage12('server_hello', {
    kind: 'serverHello12',
    legacyVersion: 0x0303,
    random: new Uint8Array(32),
    legacySessionIdEcho: new Uint8Array(0),
    cipherSuite: 'TLS_RSA_WITH_AES_128_GCM_SHA256',
    legacyCompressionMethod: 0,
    extensions: {},
  });
  t.is(written.length, 4 + 2 + 32 + 1 + 2 + 1);
});

test('finished holds whatever is there: how long it must be, the checker of it says', (t) => {
  for (const length of [0, 1, 12, 13]) {
    const data = new Uint8Array(length).fill(length);
    const message = decodeMessage12(encodeMessage12('finished', data));
    t.deepEqual(message.body, data);
  }
});

const exchanges: [string, Codec<unknown>, fc.Arbitrary<unknown>][] = [
  ...Object.entries(serverExchanges).map(
    ([name, arbitrary]): [string, Codec<unknown>, fc.Arbitrary<unknown>] => [
      `server_key_exchange of ${name}`,
      serverKeyExchanges[name as keyof typeof serverKeyExchanges] as Codec<unknown>,
      arbitrary,
    ],
  ),
  ...Object.entries(clientExchanges).map(
    ([name, arbitrary]): [string, Codec<unknown>, fc.Arbitrary<unknown>] => [
      `client_key_exchange of ${name}`,
      clientKeyExchanges[name as keyof typeof clientKeyExchanges] as Codec<unknown>,
      arbitrary,
    ],
  ),
];

for (const [name, codec, arbitrary] of exchanges) {
  test(`${name} comes back as it was written, and no proper prefix does`, (t) => {
    t.log(`seed ${seed}`);
    fc.assert(
      fc.property(arbitrary, (value) => {
        const written = encode(codec, value);
        t.deepEqual(decode(codec, written, name), value);
        for (let end = 0; end < written.length; end++) {
          t.throws(() => decode(codec, written.subarray(0, end), name), { instanceOf: Fault }, `${end}`);
        }
      }),
      { numRuns: 30 },
    );
  });
}

test('what a server signs is on the wire just once: parameters come back byte by byte', (t) => {
  const params = fromHex('03001d20'.padEnd(8 + 64, '7f'));
  t.is(toHex(encode(ecdheParams, decode(ecdheParams, params, 'params'))), toHex(params));
});

test('a curve described by its numbers is refused', (t) => {
  const error = t.throws(() => decode(ecdheParams, fromHex('01001d0109'), 'params'), { instanceOf: Fault });
  t.is((error as Fault).fault, 'badValue');
});

test('vectors outside their bounds are refused', (t) => {
  const cases: Record<string, readonly [hex: string, fault: string]> = {
    'an empty certificate in the list': ['0b000006000003000000', 'badLength'],
    'no certificate types': ['0d00000700000204010000', 'badLength'],
    'no signature algorithms': ['0d000006010100000000', 'badLength'],
    'half a signature algorithm': ['0d000009010100030401050000', 'lengthMismatch'],
    'an empty name of an authority': ['0d00000a01010002040100020000', 'badLength'],
    'an empty stapled response': ['1600000401000000', 'badLength'],
    'a ServerHelloDone with something in it': ['0e00000100', 'lengthMismatch'],
  };
  for (const [name, [hex, fault]] of Object.entries(cases)) {
    const error = t.throws(() => decodeMessage12(fromHex(hex)), { instanceOf: Fault }, name);
    t.is((error as Fault).fault, fault, name);
  }
});

test('messages of TLS 1.3 alone have no name here', (t) => {
  for (const number of [5, 8, 24, 254, 3, 6]) t.is(messageName12(number), undefined);
});

test('noise is a message or a fault, and nothing else', (t) => {
  t.log(`seed ${seed}`);
  const types = [0, 1, 2, 4, 11, 12, 13, 14, 15, 16, 20, 22, 24, 254];
  fc.assert(
    fc.property(fc.constantFrom(...types), bytes(0, 200), (type, noise) => {
      attempt(concat(Uint8Array.of(type, 0, 0, noise.length), noise));
      for (const [name, codec] of exchanges) {
        try {
          decode(codec, noise, name);
        } catch (error) {
          if (!(error instanceof Fault)) throw error;
        }
      }
      t.pass();
    }),
    { numRuns: 1000 },
  );
});

function attempt(message: Uint8Array): Message12 | undefined {
  try {
    return decodeMessage12(message);
  } catch (error) {
    if (error instanceof Fault) return undefined;
    throw error;
  }
}
