/** Records of TLS 1.2: both cores write what the other reads, and nothing else than what was sent is ever read. */
import { createCipheriv, createHmac } from 'node:crypto';
import test, { type ExecutionContext } from 'ava';
import { concat, EMPTY, toHex } from '../../lib/bytes/bytes.ts';
import { Fault } from '../../lib/bytes/fault.ts';
import { ByteQueue } from '../../lib/bytes/queue.ts';
import type { CryptoProvider } from '../../lib/crypto/provider.ts';
import { readHalf12, writeHalf12 } from '../../lib/tls/keys/halves12.ts';
import type { DirectionKeys12 } from '../../lib/tls/keys/schedule12.ts';
import type { ReadHalf } from '../../lib/tls/record/half.ts';
import { RecordNumbers12 } from '../../lib/tls/record/numbers12.ts';
import { type Suite12, suiteRow12 } from '../../lib/tls/suites12.ts';
import { type ContentType, contentTypeName, contentTypes } from '../../lib/wire/record.ts';
import { cores } from '../crypto/cores.ts';
import { type CbcContents, cbcRecord, paddingOf } from '../tools/cbc-record.ts';
import { randomNumbers, seed } from '../tools/seed.ts';

const numbers = randomNumbers();
const bytes = (length: number) => Uint8Array.from({ length }, () => numbers() & 0xff);

/** One suite for each way of protecting records. */
interface Case {
  readonly name: string;
  readonly suite: Suite12;
  readonly encryptThenMac: boolean;
  /** What a record of no content adds to its header. */
  readonly overhead: number;
}

function row(name: string, overhead: number, encryptThenMac = false): Case {
  const suite = suiteRow12(name);
  if (suite === undefined) throw new Error(name);
  return { name: encryptThenMac ? `${name}, MAC behind` : name, suite, encryptThenMac, overhead };
}

const cbc: readonly Case[] = [
  row('TLS_ECDHE_RSA_WITH_AES_128_CBC_SHA', 16 + 32),
  row('TLS_ECDHE_RSA_WITH_AES_256_CBC_SHA', 16 + 32),
  row('TLS_ECDHE_RSA_WITH_AES_128_CBC_SHA256', 16 + 48),
  row('TLS_ECDHE_RSA_WITH_AES_256_CBC_SHA384', 16 + 64),
  row('TLS_ECDHE_RSA_WITH_AES_128_CBC_SHA', 16 + 16 + 20, true),
  row('TLS_ECDHE_RSA_WITH_AES_128_CBC_SHA256', 16 + 16 + 32, true),
  row('TLS_ECDHE_RSA_WITH_AES_256_CBC_SHA384', 16 + 16 + 48, true),
];
const cases: readonly Case[] = [
  row('TLS_ECDHE_RSA_WITH_AES_128_GCM_SHA256', 8 + 16),
  row('TLS_ECDHE_RSA_WITH_AES_256_GCM_SHA384', 8 + 16),
  row('TLS_RSA_WITH_AES_128_CCM', 8 + 16),
  row('TLS_RSA_WITH_AES_256_CCM_8', 8 + 8),
  row('TLS_ECDHE_RSA_WITH_CHACHA20_POLY1305_SHA256', 16),
  ...cbc,
];

function keysFor({ protection }: Suite12): DirectionKeys12 {
  return {
    mac: protection.kind === 'cbc' ? bytes(protection.macLength) : EMPTY,
    key: bytes(protection.keyLength),
    iv: protection.kind === 'aead' ? bytes(protection.ivLength) : EMPTY,
  };
}

/** Halves wipe the keys that they are made of. */
const copy = ({ mac, key, iv }: DirectionKeys12): DirectionKeys12 => ({
  mac: mac.slice(),
  key: key.slice(),
  iv: iv.slice(),
});

/** Seals a record after the other and returns each whole, header included. */
function sealer(core: CryptoProvider, { suite, encryptThenMac }: Case, keys: DirectionKeys12) {
  const half = writeHalf12(core, suite, copy(keys), encryptThenMac);
  return (type: ContentType, content: Uint8Array): Uint8Array => {
    const queue = new ByteQueue();
    half.seal(type, content, queue);
    return queue.read(queue.length);
  };
}

const opener = (core: CryptoProvider, { suite, encryptThenMac }: Case, keys: DirectionKeys12): ReadHalf =>
  readHalf12(core, suite, copy(keys), encryptThenMac);

function open(half: ReadHalf, record: Uint8Array) {
  const type = contentTypeName(record[0]);
  if (type === undefined) throw new Error(`type ${record[0]}`);
  return half.open(type, record.subarray(0, 5), record.subarray(5));
}

/** That a record is refused, and by which name. */
function refuses(t: ExecutionContext, half: ReadHalf, record: Uint8Array, fault: string, what: string): void {
  const error = t.throws(() => open(half, record), { instanceOf: Fault }, what);
  t.is((error as Fault | undefined)?.fault, fault, what);
}

const LENGTHS = [0, 1, 2, 11, 12, 15, 16, 17, 31, 32, 33, 47, 48, 255, 256, 257, 1024, 1025, 16_383, 16_384];

for (const each of cases) {
  for (const writing of cores) {
    for (const reading of cores) {
      test(`${each.name}: what ${writing.name} seals ${reading.name} opens, at every edge of length`, (t) => {
        t.log(`seed ${seed}`);
        const keys = keysFor(each.suite);
        const seal = sealer(writing, each, keys);
        const half = opener(reading, each, keys);
        for (const length of LENGTHS) {
          for (const type of ['application_data', 'handshake', 'alert'] as const) {
            const content = bytes(length);
            const record = seal(type, content);
            t.deepEqual([...record.subarray(0, 3)], [contentTypes[type], 3, 3]);
            t.is(record[3] * 256 + record[4], record.length - 5);
            t.true(record.length - 5 <= half.maxBody);
            if (length === 0) t.is(record.length - 5, each.overhead);
            const opened = open(half, record);
            t.is(opened.type, type);
            t.deepEqual(opened.fragment, content);
          }
        }
      });
    }
  }

  for (const core of cores) {
    test(`${each.name}, ${core.name}: a record with any bit changed is refused, and leaves the half as it was`, (t) => {
      t.log(`seed ${seed}`);
      const keys = keysFor(each.suite);
      const content = bytes(21);
      const record = sealer(core, each, keys)('application_data', content);
      const half = opener(core, each, keys);
      for (let at = 5; at < record.length; at++) {
        const bad = record.slice();
        bad[at] ^= 1 << (numbers() & 7);
        refuses(t, half, bad, 'badRecordMac', `byte ${at}`);
      }
      const asAlert = record.slice();
      asAlert[0] = contentTypes.alert;
      refuses(t, half, asAlert, 'badRecordMac', 'another type');
      for (let end = 5; end < record.length; end++) {
        refuses(t, half, record.subarray(0, end), 'badRecordMac', `cut at ${end}`);
      }
      for (const more of [1, 8, 16, 32]) {
        refuses(t, half, concat(record, bytes(more)), 'badRecordMac', `${more} bytes more`);
      }
      t.deepEqual(open(half, record).fragment, content);
    });

    test(`${each.name}, ${core.name}: a record comes once, and in its turn`, (t) => {
      const keys = keysFor(each.suite);
      const seal = sealer(core, each, keys);
      const half = opener(core, each, keys);
      const [first, second] = [seal('application_data', bytes(9)), seal('application_data', bytes(9))];
      refuses(t, half, second, 'badRecordMac', 'the second first');
      open(half, first);
      refuses(t, half, first, 'badRecordMac', 'the first again');
      open(half, second);
    });

    test(`${each.name}, ${core.name}: content of more than 2^14 bytes is refused though authentic`, (t) => {
      const keys = keysFor(each.suite);
      const record = sealer(core, each, keys)('application_data', bytes(2 ** 14 + 1));
      refuses(t, opener(core, each, keys), record, 'plaintextTooLong', 'one byte too long');
    });

    test(`${each.name}, ${core.name}: 300 records in a row, past the carry of the count`, (t) => {
      const keys = keysFor(each.suite);
      const seal = sealer(core, each, keys);
      const half = opener(core, each, keys);
      for (let i = 0; i < 300; i++)
        t.is(open(half, seal('handshake', Uint8Array.of(i))).fragment[0], i & 0xff);
    });

    test(`${each.name}, ${core.name}: keys are overwritten when a half has been made of them`, (t) => {
      const keys = keysFor(each.suite);
      const zeros = { mac: keys.mac.map(() => 0), key: keys.key.map(() => 0), iv: keys.iv.map(() => 0) };
      const others = copy(keys);
      readHalf12(core, each.suite, keys, each.encryptThenMac);
      writeHalf12(core, each.suite, others, each.encryptThenMac);
      t.deepEqual(keys, zeros);
      t.deepEqual(others, zeros);
    });
  }
}

// --- against the RFC, written out once more with node:crypto ---------------------------------------------------------

const number = (count: number) => Uint8Array.of(0, 0, 0, 0, 0, 0, count >> 8, count);
const forge = ({ suite, encryptThenMac }: Case, keys: DirectionKeys12, contents: CbcContents) =>
  cbcRecord(suite, keys, contents, encryptThenMac);

/** A content that, with its MAC and padding of this length, fills whole blocks. */
function contentFor({ suite: { protection }, encryptThenMac }: Case, padding: number): Uint8Array {
  const mac = protection.kind === 'cbc' && !encryptThenMac ? protection.macLength : 0;
  return bytes(320 - padding - 1 - mac);
}

for (const each of cbc) {
  for (const core of cores) {
    test(`${each.name}, ${core.name}: padding of all 256 lengths is read`, (t) => {
      const keys = keysFor(each.suite);
      const half = opener(core, each, keys);
      for (let length = 0; length < 256; length++) {
        const content = contentFor(each, length);
        const record = forge(each, keys, { content, padding: paddingOf(length), count: length });
        t.deepEqual(open(half, record).fragment, content, `${length}`);
      }
    });

    test(`${each.name}, ${core.name}: padding with one byte wrong is refused, wherever that is`, (t) => {
      const keys = keysFor(each.suite);
      const half = opener(core, each, keys);
      for (const length of [1, 2, 15, 16, 100, 255]) {
        const content = contentFor(each, length);
        for (let at = 0; at < length; at++) {
          const padding = paddingOf(length);
          padding[at] ^= 1 + (numbers() % 255);
          refuses(t, half, forge(each, keys, { content, padding }), 'badRecordMac', `${length} at ${at}`);
        }
      }
    });

    test(`${each.name}, ${core.name}: a MAC that is right does not make up for padding that is wrong`, (t) => {
      const keys = keysFor(each.suite);
      const half = opener(core, each, keys);
      const content = contentFor(each, 0);
      // Wrong padding counts as none: then it is the MAC's last byte that stands in front of the padding's length.
      for (let claimed = 1; claimed < 256; claimed++) {
        const record = forge(each, keys, { content, padding: Uint8Array.of(claimed) });
        refuses(t, half, record, 'badRecordMac', `${claimed}`);
      }
    });

    test(`${each.name}, ${core.name}: padding that claims more than there is, is refused`, (t) => {
      const keys = keysFor(each.suite);
      const half = opener(core, each, keys);
      const mac = each.encryptThenMac
        ? 0
        : each.suite.protection.kind === 'cbc'
          ? each.suite.protection.macLength
          : 0;
      const room = 64 - mac;
      for (let length = room; length < 256; length++) {
        const padding = new Uint8Array(room).fill(length);
        refuses(t, half, forge(each, keys, { content: EMPTY, padding }), 'badRecordMac', `${length}`);
      }
      t.deepEqual(
        open(half, forge(each, keys, { content: EMPTY, padding: paddingOf(room - 1) })).fragment.length,
        0,
      );
    });
  }
}

for (const each of cbc.filter(({ encryptThenMac }) => encryptThenMac)) {
  test(`${each.name}: what is no IV and whole blocks is refused though authentic`, (t) => {
    const { protection } = each.suite;
    if (protection.kind !== 'cbc') return t.fail();
    const keys = keysFor(each.suite);
    for (const core of cores) {
      for (const length of [0, 1, 15, 16, 17, 31, 33, 47]) {
        const sealed = bytes(length);
        const header = concat(number(0), Uint8Array.of(23, 3, 3, 0, length));
        const mac = createHmac(protection.mac, keys.mac).update(header).update(sealed).digest();
        const record = concat(Uint8Array.of(23, 3, 3, 0, length + mac.length), sealed, mac);
        refuses(t, opener(core, each, keys), record, 'badRecordMac', `${length}`);
      }
    }
  });
}

for (const each of cases) {
  const { protection } = each.suite;
  if (protection.kind !== 'aead') continue;
  test(`${each.name}: a record is the RFC's, and its nonce the record's number`, (t) => {
    const keys = keysFor(each.suite);
    const seal = sealer(cores[0], each, keys);
    for (let count = 0; count < 3; count++) {
      const content = bytes(40);
      const explicit = protection.ivLength === 4 ? number(count) : EMPTY;
      const nonce = concat(keys.iv, explicit);
      if (explicit.length === 0) nonce[11] ^= count;
      const options = { authTagLength: each.overhead - explicit.length };
      const name = nodeNames[protection.aead as keyof typeof nodeNames];
      const cipher = createCipheriv(name as 'aes-128-ccm', keys.key, nonce, options);
      cipher.setAAD(concat(number(count), Uint8Array.of(23, 3, 3, 0, 40)), { plaintextLength: 40 });
      const body = concat(explicit, cipher.update(content), cipher.final(), cipher.getAuthTag());
      const record = concat(Uint8Array.of(23, 3, 3, body.length >> 8, body.length), body);
      t.is(toHex(seal('application_data', content)), toHex(record));
    }
  });
}

const nodeNames = {
  aes_128_gcm: 'aes-128-gcm',
  aes_256_gcm: 'aes-256-gcm',
  aes_128_ccm: 'aes-128-ccm',
  aes_256_ccm_8: 'aes-256-ccm',
  chacha20_poly1305: 'chacha20-poly1305',
} as const;

test('a peer may choose the explicit part of its nonces as it likes', (t) => {
  const [each] = cases;
  const keys = keysFor(each.suite);
  const explicit = bytes(8);
  const cipher = createCipheriv('aes-128-gcm', keys.key, concat(keys.iv, explicit));
  cipher.setAAD(concat(number(0), Uint8Array.of(23, 3, 3, 0, 5)));
  const body = concat(explicit, cipher.update(new Uint8Array(5)), cipher.final(), cipher.getAuthTag());
  const record = concat(Uint8Array.of(23, 3, 3, 0, body.length), body);
  t.deepEqual(open(opener(cores[0], each, keys), record).fragment, new Uint8Array(5));
});

for (const each of cbc) {
  test(`${each.name}: the same content is another record each time`, (t) => {
    const keys = keysFor(each.suite);
    const once = sealer(cores[0], each, keys)('application_data', EMPTY);
    const again = sealer(cores[0], each, keys)('application_data', EMPTY);
    t.is(once.length, again.length);
    t.notDeepEqual(once.subarray(5, 21), again.subarray(5, 21));
    t.notDeepEqual(once.subarray(21, 37), again.subarray(21, 37));
  });
}

test('record numbers count in 64 bits', (t) => {
  const count = new RecordNumbers12();
  for (let i = 0; i < 65_537; i++) count.advance();
  t.is(toHex(count.number), '0000000000010001');
  t.is(toHex(count.header('alert', 0x1234)), '000000000001000115' + '0303' + '1234');
});
