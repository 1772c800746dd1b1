import test from 'ava';
import { fromHex, toHex } from '../../lib/bytes/bytes.ts';
import {
  decryptBlock,
  encryptBlock,
  encryptShared,
  expandKey,
  invertSchedule,
  shareRounds,
} from '../../lib/crypto/portable/aes.ts';
import { Ghash } from '../../lib/crypto/portable/ghash.ts';
import { bytesFrom, seeded } from './seeded.ts';
import { slowAes, slowGhash, slowInverseAes } from './twins.ts';

const SEED = 197;

function words(bytes: Uint8Array): Uint32Array {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.length);
  return Uint32Array.from({ length: bytes.length / 4 }, (_, i) => view.getUint32(4 * i));
}

function hex(block: Uint32Array): string {
  return [...block].map((word) => word.toString(16).padStart(8, '0')).join('');
}

test(`AES by tables is AES by definition, and decrypting undoes it (seed ${SEED})`, (t) => {
  const random = seeded(SEED);
  for (const keyLength of [16, 24, 32]) {
    for (let i = 0; i < 40; i++) {
      const key = bytesFrom(random, keyLength);
      const plain = bytesFrom(random, 16);
      const schedule = expandKey(key);
      const block = words(plain);
      encryptBlock(schedule, block);
      t.is(hex(block), toHex(slowAes(key, plain)));
      decryptBlock(invertSchedule(schedule), block);
      t.is(hex(block), toHex(plain));
    }
  }
});

test(`GHASH is GHASH by definition, by bits as it begins and by bytes as it goes on (seed ${SEED})`, (t) => {
  const random = seeded(SEED);
  for (let i = 0; i < 40; i++) {
    const key = bytesFrom(random, 16);
    // Of a few blocks, or of so many that the table is made before or in the midst of them.
    const count = i % 2 === 0 ? 5 : 90;
    const text = bytesFrom(random, 16 * Math.floor(random() * count) + Math.floor(random() * 16));
    const border = 16 * Math.floor((random() * text.length) / 16);
    const ghash = new Ghash(words(key));
    ghash.update(text.subarray(0, border));
    ghash.update(text.subarray(border));
    const padded = new Uint8Array(16 * Math.ceil(text.length / 16));
    padded.set(text);
    const blocks = Array.from({ length: padded.length / 16 }, (_, at) =>
      BigInt(`0x${toHex(padded.subarray(16 * at, 16 * at + 16))}`),
    );
    t.is(
      hex(ghash.state),
      slowGhash(BigInt(`0x${toHex(key)}`), blocks)
        .toString(16)
        .padStart(32, '0'),
    );
  }
});

test(`AES with its first rounds shared is AES by definition, for every last byte (seed ${SEED})`, (t) => {
  const random = seeded(SEED);
  for (const keyLength of [16, 24, 32]) {
    const shared = new Int32Array(5);
    for (let i = 0; i < 3; i++) {
      const [key, plain] = [bytesFrom(random, keyLength), bytesFrom(random, 16)];
      const schedule = expandKey(key);
      const block = words(plain);
      shareRounds(schedule, block, shared);
      t.is(hex(block), toHex(plain), 'left as it was');
      for (let last = 0; last < 256; last++) {
        plain[15] = last;
        // Of a count its last byte is read, whatever stands above it.
        encryptShared(schedule, shared, last + 256 * last, block);
        t.is(hex(block), toHex(slowAes(key, plain)), `${last}`);
      }
    }
  }
});

test('AES is AES by definition with keys and blocks of zeros, of ones, and of a single bit', (t) => {
  for (const keyLength of [16, 24, 32]) {
    const keys = [new Uint8Array(keyLength), new Uint8Array(keyLength).fill(0xff)];
    keys.push(Uint8Array.from({ length: keyLength }, (_, i) => (i === keyLength - 1 ? 1 : 0)));
    const blocks = [new Uint8Array(16), new Uint8Array(16).fill(0xff)];
    for (let bit = 0; bit < 128; bit += 9)
      blocks.push(Uint8Array.from({ length: 16 }, (_, i) => (i === bit >> 3 ? 0x80 >> (bit & 7) : 0)));
    for (const key of keys) {
      const schedule = expandKey(key);
      const inverse = invertSchedule(schedule);
      for (const plain of blocks) {
        const block = words(plain);
        encryptBlock(schedule, block);
        t.is(hex(block), toHex(slowAes(key, plain)));
        const back = words(plain);
        decryptBlock(inverse, back);
        t.is(hex(back), toHex(slowInverseAes(key, plain)));
      }
    }
  }
});

test('GHASH is GHASH by definition just before its table is made, just then, and behind', (t) => {
  for (const h of [0n, 1n, 1n << 127n, 2n ** 128n - 1n, 0x66e94bd4ef8a2c3b884cfa59ca342b2en]) {
    const key = fromHex(h.toString(16).padStart(32, '0'));
    for (const filling of [0, 1, 0x80, 0xff]) {
      for (const steps of [[64], [65], [63, 1], [63, 2], [64, 1], [1, 64, 1], [66, 3]]) {
        const ghash = new Ghash(words(key));
        const count = steps.reduce((sum, step) => sum + step, 0);
        for (const step of steps) ghash.update(new Uint8Array(16 * step + 3).fill(filling).subarray(3));
        const block = BigInt(`0x${filling.toString(16).padStart(2, '0').repeat(16)}`);
        const expected = slowGhash(h, new Array(count).fill(block)).toString(16).padStart(32, '0');
        t.is(hex(ghash.state), expected, `${steps} of ${filling}`);
        ghash.reset();
        ghash.update(new Uint8Array(16).fill(filling));
        t.is(
          hex(ghash.state),
          slowGhash(h, [block]).toString(16).padStart(32, '0'),
          'and from the beginning',
        );
      }
    }
  }
});

test('GHASH closes with both lengths in bits, beyond 32 bits too', (t) => {
  const h = 0x66e94bd4ef8a2c3b884cfa59ca342b2en;
  const ghash = new Ghash(Uint32Array.of(0x66e94bd4, 0xef8a2c3b, 0x884cfa59, 0xca342b2e));
  ghash.lengths(5, 0x2_0000_0001);
  t.is(BigInt(`0x${hex(ghash.state)}`), slowGhash(h, [(40n << 64n) | 0x10_0000_0008n]));
});
