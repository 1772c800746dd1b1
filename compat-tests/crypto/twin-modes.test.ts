/** Each fast core against its slow twin: about the ends of blocks, at odd places of a buffer, and with the numbers that carry. */
import test from 'ava';
import { concat, fromHex } from '../../lib/bytes/bytes.ts';
import type { AeadName, BlockCipherName } from '../../lib/crypto/index.ts';
import { expandKey } from '../../lib/crypto/portable/aes.ts';
import { counterMode } from '../../lib/crypto/portable/aes-ctr.ts';
import { cores, need } from './cores.ts';
import { bytesFrom, seeded } from './seeded.ts';
import {
  type Seal,
  slowCbcDecrypt,
  slowCbcEncrypt,
  slowCcm,
  slowChaChaPoly,
  slowCounterMode,
  slowGcm,
} from './twin-modes.ts';
import { slowPoly1305 } from './twins.ts';

const SEED = 38;
const random = seeded(SEED);

const TWINS: readonly (readonly [AeadName, Seal])[] = [
  ['aes_128_gcm', slowGcm],
  ['aes_256_gcm', slowGcm],
  ['aes_128_ccm', slowCcm(16)],
  ['aes_256_ccm', slowCcm(16)],
  ['aes_128_ccm_8', slowCcm(8)],
  ['aes_256_ccm_8', slowCcm(8)],
  ['chacha20_poly1305', slowChaChaPoly],
];

/** Every length of the first blocks, and some about later ends. */
const LENGTHS = [
  ...Array.from({ length: 36 }, (_, i) => i),
  47,
  48,
  49,
  63,
  64,
  65,
  127,
  128,
  129,
  255,
  256,
  257,
];

/** Bytes that stand somewhere in a larger buffer, as a record's parts do. */
function inside(bytes: Uint8Array): Uint8Array {
  const before = Math.floor(random() * 9);
  const buffer = new Uint8Array(before + bytes.length + 5).fill(0xee);
  buffer.set(bytes, before);
  return buffer.subarray(before, before + bytes.length);
}

/** Four words, big-endian. */
function words(bytes: Uint8Array): Uint32Array {
  return Uint32Array.from({ length: 4 }, (_, i) => new DataView(bytes.buffer).getUint32(4 * i));
}

for (const core of cores) {
  for (const [name, twin] of TWINS) {
    const { keyLength } = need(core.aeads, name);

    test(`${name} is what its definition makes, whatever the lengths (${core.name}, seed ${SEED})`, (t) => {
      const key = bytesFrom(random, keyLength);
      const state = need(core.aeads, name).withKey(inside(key));
      for (const length of LENGTHS) {
        const nonce = bytesFrom(random, 12);
        const aad = bytesFrom(random, Math.floor(random() * 40) * (length % 3));
        const text = bytesFrom(random, length);
        const expected = twin(key, nonce, aad, text);
        t.deepEqual(concat(...state.seal(inside(nonce), inside(aad), inside(text))), expected, `${length}`);
        t.deepEqual(state.open(inside(nonce), inside(aad), inside(expected)), text, `${length}`);
      }
    });

    test(`${name} is what its definition makes of nothing but zeros and nothing but ones, ${core.name}`, (t) => {
      for (const filling of [0, 0xff]) {
        const [key, nonce, aad] = [keyLength, 12, 20].map((length) => new Uint8Array(length).fill(filling));
        const state = need(core.aeads, name).withKey(key);
        for (const length of [0, 16, 33, 80]) {
          const text = new Uint8Array(length).fill(filling);
          const expected = twin(key, nonce, aad, text);
          t.deepEqual(concat(...state.seal(nonce, aad, text)), expected);
          // A ciphertext of ones, with which the sums of the tag are the largest.
          const stream = twin(key, nonce, aad, new Uint8Array(length)).subarray(0, length);
          const odd = stream.map((byte) => byte ^ 0xff);
          t.deepEqual(concat(...state.seal(nonce, aad, odd)), twin(key, nonce, aad, odd));
        }
      }
    });
  }

  test(`CCM writes the length of additional data in two bytes or in six, ${core.name}`, (t) => {
    const [key, nonce, text] = [16, 12, 5].map((length) => bytesFrom(random, length));
    const state = need(core.aeads, 'aes_128_ccm_8').withKey(key);
    const long = core.name === 'portable' ? [0xfeff, 0xff00] : []; // slowly
    for (const length of [1, 13, 14, 15, ...long]) {
      const aad = new Uint8Array(length).fill(3);
      t.deepEqual(concat(...state.seal(nonce, aad, text)), slowCcm(8)(key, nonce, aad, text), `${length}`);
    }
  });

  for (const [name, keyLength] of [
    ['aes_128_cbc', 16],
    ['aes_192_cbc', 24],
    ['aes_256_cbc', 32],
  ] as const satisfies readonly (readonly [BlockCipherName, number])[])
    test(`${name} is what its definition makes, both ways (${core.name}, seed ${SEED})`, (t) => {
      const key = bytesFrom(random, keyLength);
      const state = need(core.blockCiphers, name).withKey(inside(key));
      for (const count of [0, 1, 2, 3, 5, 17]) {
        const [iv, text] = [bytesFrom(random, 16), bytesFrom(random, 16 * count)];
        t.deepEqual(state.encrypt(inside(iv), inside(text)), slowCbcEncrypt(key, iv, text));
        t.deepEqual(state.decrypt(inside(iv), inside(text)), slowCbcDecrypt(key, iv, text));
      }
    });
}

test(`counter mode counts 32 bits and begins again, in place as well (seed ${SEED})`, (t) => {
  for (const last of [
    [0, 0, 0, 0],
    [0, 0, 0, 0xff],
    [0, 0xff, 0xff, 0xfe],
    [0x7f, 0xff, 0xff, 0xff],
    [0xff, 0xff, 0xff, 0xfe],
    [0xff, 0xff, 0xff, 0xff],
  ]) {
    const key = bytesFrom(random, 16);
    const first = Uint8Array.of(...bytesFrom(random, 12), ...last);
    for (const length of [0, 1, 15, 16, 17, 48, 61]) {
      const text = bytesFrom(random, length);
      const expected = slowCounterMode(key, first, text);
      const counter = words(first);
      const target = inside(new Uint8Array(length));
      counterMode(expandKey(key), counter, inside(text), target);
      t.deepEqual(target.slice(), expected);
      t.deepEqual(counter, words(first), 'left as it was');
      const place = inside(text);
      counterMode(expandKey(key), counter, place, place);
      t.deepEqual(place.slice(), expected, 'the text itself');
      t.is(
        new Uint8Array(place.buffer).filter((byte) => byte === 0xee).length >= 5,
        true,
        'and nothing beside it',
      );
    }
  }
});

test(`counter mode goes on where the last byte of the count turns over, and the one before (seed ${SEED})`, (t) => {
  for (const keyLength of [16, 24, 32]) {
    const key = bytesFrom(random, keyLength);
    for (const [first, second] of [
      [0, 0],
      [0x12, 0xfe],
      [0xff, 0x80],
    ]) {
      const start = Uint8Array.of(...bytesFrom(random, 12), 0, 0, first, second);
      const text = bytesFrom(random, 16 * 270 + 3);
      const target = new Uint8Array(text.length);
      counterMode(expandKey(key), words(start), text, target);
      t.deepEqual(target, slowCounterMode(key, start, text));
    }
  }
});

/** RFC 8439 appendix A.3, vectors 7 to 11: sums just about 2^130 - 5 and 2^128, and the twin itself. */
test('the twin of Poly1305 carries where the published vectors carry', (t) => {
  const ones = 'ff'.repeat(16);
  const zeros = '00'.repeat(16);
  for (const [r, s, data, tag] of [
    [`02${'00'.repeat(15)}`, zeros, ones, `03${'00'.repeat(15)}`],
    [`02${'00'.repeat(15)}`, ones, `02${'00'.repeat(15)}`, `03${'00'.repeat(15)}`],
    [
      `01${'00'.repeat(15)}`,
      zeros,
      `${ones}f0${'ff'.repeat(15)}11${'00'.repeat(15)}`,
      `05${'00'.repeat(15)}`,
    ],
    [`01${'00'.repeat(15)}`, zeros, `${ones}fb${'fe'.repeat(15)}${'01'.repeat(16)}`, zeros],
    [`02${'00'.repeat(15)}`, zeros, `fd${'ff'.repeat(15)}`, `fa${'ff'.repeat(15)}`],
  ])
    t.deepEqual(slowPoly1305(fromHex(r + s), fromHex(data)), fromHex(tag));
});
