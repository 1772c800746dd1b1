/** The arithmetic behind RSA and finite-field groups against its slow twin, on numbers that carry and numbers that are none. */
import test from 'ava';
import { concat, fromHex } from '../../lib/bytes/bytes.ts';
import {
  bitLength,
  fromBigInt,
  inverse,
  modPow,
  modPowPublic,
  modulo,
  toBigInt,
} from '../../lib/crypto/portable/bigints.ts';
import { RsaPrivateNumbers } from '../../lib/crypto/portable/rsa-numbers.ts';
import { cores, need } from './cores.ts';
import { bytesOf, numberOf, power, rsa1025, rsa2048, signRaw } from './raw-rsa.ts';
import { bytesFrom, seeded } from './seeded.ts';

const SEED = 65537;

/** About powers of two, where words and windows end. */
const EDGES: readonly bigint[] = [5n, 10n, 30n, 31n, 32n, 60n, 63n, 64n, 65n, 127n, 128n, 521n].flatMap(
  (bits) => [2n ** bits - 1n, 2n ** bits, 2n ** bits + 1n],
);

test('numbers come out of bytes and go back into them', (t) => {
  for (const value of [0n, 1n, 255n, 256n, ...EDGES]) {
    const bits = bitLength(value);
    t.true(value < 1n << BigInt(bits) && (value === 0n || value >= 1n << BigInt(bits - 1)), `${value}`);
    for (const length of [Math.ceil(bits / 8), Math.ceil(bits / 8) + 1, 70].filter(
      (fits) => 8 * fits >= bits && fits > 0,
    )) {
      t.deepEqual(fromBigInt(value, length), bytesOf(value, length));
      t.is(toBigInt(bytesOf(value, length)), value);
    }
  }
  t.is(toBigInt(new Uint8Array(0)), 0n);
  t.is(bitLength(0n), 0);
});

test('remainders are never negative, and an inverse is one', (t) => {
  for (const modulus of [1n, 2n, 3n, 7n, 12n, 97n]) {
    for (let value = -2n * modulus; value <= 2n * modulus; value++) {
      const rest = modulo(value, modulus);
      t.true(rest >= 0n && rest < modulus && (value - rest) % modulus === 0n);
      const found = inverse(value, modulus);
      const there = Array.from({ length: Number(modulus) }, (_, i) => BigInt(i)).find(
        (candidate) => modulo(candidate * value - 1n, modulus) === 0n,
      );
      if (modulus > 1n) t.is(found, there, `${value} modulo ${modulus}`);
    }
  }
});

test(`powers by windows and by bits are powers by squares (seed ${SEED})`, (t) => {
  const random = seeded(SEED);
  const number = (length: number) => numberOf(bytesFrom(random, length));
  for (const exponent of [0n, 1n, 2n, 3n, 65537n, 30n, 33n, ...EDGES]) {
    for (const modulus of [1n, 2n, 15n, 2n ** 64n - 1n, 2n ** 521n - 1n, number(40)]) {
      for (const base of [0n, 1n, 2n, modulus - 1n, modulus, modulus + 1n, number(33), number(70)]) {
        const expected = power(base, exponent, modulus);
        t.is(modPow(base, exponent, modulus), expected, `${base} ** ${exponent} % ${modulus}`);
        if (exponent > 0n)
          t.is(modPowPublic(base, exponent, modulus), expected, `${base} ** ${exponent} % ${modulus}`);
      }
    }
  }
});

test('the private operation is the power to d, with blinding factors new and squared', (t) => {
  for (const [key, uses] of [
    [rsa1025, 70],
    [rsa2048, 2],
  ] as const) {
    const numbers = RsaPrivateNumbers.of(key);
    if (!numbers) return t.fail('no key');
    const modulus = numberOf(key.modulus);
    const p = numberOf(key.prime1);
    const random = seeded(SEED);
    const values = [0n, 1n, modulus - 1n, p, 3n * p, numberOf(key.prime2)];
    while (values.length < uses) values.push(numberOf(bytesFrom(random, 140)) % modulus);
    for (const value of values)
      t.is(numbers.operate(value), power(value, numberOf(key.privateExponent), modulus), `${value}`);
  }
});

test('a fault in the private operation does not leave it', (t) => {
  // Numbers that belong together and are no key: the second prime is none, and half of the reckoning is wrong.
  const [p, q, e] = [2n ** 521n - 1n, (2n ** 107n - 1n) * (2n ** 89n - 1n), 65537n];
  const [dp, dq] = [inverse(e, p - 1n), inverse(e, q - 1n)];
  const coefficient = inverse(q, p);
  const d = inverse(e, ((p - 1n) * (q - 1n)) / 2n) ?? 0n;
  if (dp === undefined || dq === undefined || coefficient === undefined) return t.fail('choose others');
  const length = 90;
  const key = RsaPrivateNumbers.of({
    type: 'rsa',
    modulus: bytesOf(p * q, length),
    exponent: fromHex('010001'),
    privateExponent: bytesOf(d, length),
    prime1: bytesOf(p, length),
    prime2: bytesOf(q, length),
    exponent1: bytesOf(dp, length),
    exponent2: bytesOf(dq, length),
    coefficient: bytesOf(coefficient, length),
  });
  if (!key) return t.fail('the numbers do not belong together');
  t.throws(() => key.operate(2n), {
    instanceOf: Error,
    message: 'RSA private operation failed its check',
  });
});

for (const core of cores)
  test(`an RSA signature is its block to the private exponent, ${core.name}`, (t) => {
    const message = Uint8Array.of(9, 8, 7);
    const digest = need(core.hashes, 'sha256').digest(message);
    const info = concat(fromHex('3031300d060960864801650304020105000420'), digest);
    for (const [parts, length] of [
      [rsa2048, 256],
      [rsa1025, 129],
    ] as const) {
      const filling = new Uint8Array(length - info.length - 3).fill(0xff);
      const block = concat(Uint8Array.of(0, 1), filling, Uint8Array.of(0), info);
      const key = need(core.keys, 'rsa').privateKey(parts);
      t.deepEqual(key?.sign({ kind: 'rsa_pkcs1', hash: 'sha256' }, message), signRaw(parts, block));
    }
  });
