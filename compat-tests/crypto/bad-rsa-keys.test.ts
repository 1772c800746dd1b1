/** RSA keys that are none, and ciphertexts that are nearly right, for both cores alike (RFC 8017 sections 3 and 7.2). */
import test from 'ava';
import { concat } from '../../lib/bytes/bytes.ts';
import { cores, need } from './cores.ts';
import { bytesOf, encryptRaw, numberOf, type RsaParts, rsa2048 } from './raw-rsa.ts';

const PKCS1 = { kind: 'rsa_pkcs1', hash: 'sha256' } as const;
const ZERO = Uint8Array.of(0);
const ONE = Uint8Array.of(1);
const { modulus, exponent } = rsa2048;

/** A number of so many bits, all of them set. */
function ones(bits: number): Uint8Array {
  return bytesOf(2n ** BigInt(bits) - 1n, Math.ceil(bits / 8));
}

/** A number that has changed a little. */
function plus(bytes: Uint8Array, difference: bigint): Uint8Array {
  return bytesOf(numberOf(bytes) + difference, bytes.length);
}

const NO_PUBLIC_KEYS: readonly (readonly [string, Uint8Array, Uint8Array])[] = [
  ['an even modulus', plus(modulus, 1n), exponent],
  ['a modulus of zero', new Uint8Array(256), exponent],
  ['no modulus', new Uint8Array(0), exponent],
  ['a modulus of 511 bits', ones(511), exponent],
  ['a modulus of 16385 bits', ones(16385), exponent],
  ['an exponent of zero', modulus, ZERO],
  ['no exponent', modulus, new Uint8Array(0)],
  ['an exponent of one', modulus, ONE],
  ['an exponent of two', modulus, Uint8Array.of(2)],
  ['an even exponent', modulus, Uint8Array.of(1, 0, 0)],
  ['an exponent of the modulus', modulus, modulus],
  ['an exponent beyond the modulus', modulus, ones(2048)],
  ['an exponent of more bytes than the modulus', modulus, concat(new Uint8Array(256), exponent)],
  ['an exponent of 65 bits where the modulus has 3073', ones(3073), ones(65)],
];

const PUBLIC_KEYS: readonly (readonly [string, number, Uint8Array, Uint8Array])[] = [
  ['a modulus of 512 bits', 512, ones(512), exponent],
  ['a modulus of 16384 bits', 16384, ones(16384), exponent],
  ['an exponent of three', 2048, modulus, Uint8Array.of(3)],
  ['an exponent just below the modulus', 2048, modulus, plus(modulus, -2n)],
  ['an exponent of 64 bits where the modulus has 3073', 3073, ones(3073), ones(64)],
  ['an exponent as long as a modulus of 3072 bits', 3072, ones(3072), ones(3071)],
  ['zeros in front', 2048, concat(ZERO, modulus), concat(ZERO, exponent)],
];

const [p, q] = [numberOf(rsa2048.prime1), numberOf(rsa2048.prime2)];

const NO_PRIVATE_KEYS: readonly (readonly [string, Partial<RsaParts>])[] = [
  ['a modulus of other primes', { modulus: plus(modulus, 2n) }],
  ['another public exponent', { exponent: Uint8Array.of(1, 0, 3) }],
  [
    'a private exponent that does not undo the public one',
    { privateExponent: plus(rsa2048.privateExponent, 2n) },
  ],
  ['a private exponent of zero', { privateExponent: ZERO }],
  ['a private exponent longer than the modulus', { privateExponent: concat(ZERO, modulus) }],
  [
    'a private exponent that fits and is longer than the modulus',
    { privateExponent: bytesOf(numberOf(rsa2048.privateExponent) + 512n * (p - 1n) * (q - 1n), 258) },
  ],
  ['an even first prime', { prime1: plus(rsa2048.prime1, 1n) }],
  ['no first prime', { prime1: new Uint8Array(0) }],
  ['a first prime of one, the second being the modulus', { prime1: ONE, prime2: modulus }],
  ['a second prime of one, the first being the modulus', { prime1: modulus, prime2: ONE }],
  ['one prime twice', { modulus: bytesOf(p * p, 256), prime2: rsa2048.prime1, exponent2: rsa2048.exponent1 }],
  ['the primes in the other order', { prime1: rsa2048.prime2, prime2: rsa2048.prime1 }],
  ['a first exponent that does not fit', { exponent1: plus(rsa2048.exponent1, 2n) }],
  ['a second exponent that does not fit', { exponent2: plus(rsa2048.exponent2, 2n) }],
  ['the exponents in the other order', { exponent1: rsa2048.exponent2, exponent2: rsa2048.exponent1 }],
  ['a coefficient that does not fit', { coefficient: plus(rsa2048.coefficient, 1n) }],
  ['a coefficient of zero', { coefficient: ZERO }],
];

for (const core of cores) {
  const rsa = need(core.keys, 'rsa');

  for (const [what, modulus, exponent] of NO_PUBLIC_KEYS)
    test(`no public key: ${what}, ${core.name}`, (t) => {
      t.is(rsa.publicKey({ type: 'rsa', modulus, exponent }), undefined);
    });

  for (const [what, bits, modulus, exponent] of PUBLIC_KEYS)
    test(`a public key: ${what}, ${core.name}`, (t) => {
      const key = rsa.publicKey({ type: 'rsa', modulus, exponent });
      t.is(key?.bits, bits);
      t.false(key?.verify(PKCS1, ONE, new Uint8Array(Math.ceil(bits / 8))));
      t.is(key?.encrypt?.(ONE).length, Math.ceil(bits / 8));
    });

  for (const [what, wrong] of NO_PRIVATE_KEYS)
    test(`no private key: ${what}, ${core.name}`, (t) => {
      t.is(rsa.privateKey({ ...rsa2048, ...wrong }), undefined);
    });

  test(`a private key: numbers that are larger than they must be, and do the same, ${core.name}`, (t) => {
    for (const more of [
      {},
      { exponent1: bytesOf(numberOf(rsa2048.exponent1) + p - 1n, 129) },
      { exponent2: bytesOf(numberOf(rsa2048.exponent2) + q - 1n, 129) },
      { coefficient: bytesOf(numberOf(rsa2048.coefficient) + p, 129) },
      { prime1: concat(ZERO, rsa2048.prime1) },
    ]) {
      const key = rsa.privateKey({ ...rsa2048, ...more });
      t.true(key?.publicKey.verify(PKCS1, ONE, key.sign(PKCS1, ONE)));
    }
  });

  test(`a private key goes on when its numbers are wiped, with two hashes for PSS as well, ${core.name}`, (t) => {
    const copies = Object.entries(rsa2048).map(([name, value]) => [name, value.slice()]);
    const given = Object.fromEntries(copies) as RsaParts;
    const key = rsa.privateKey(given);
    for (const part of Object.values(given)) if (part instanceof Uint8Array) part.fill(0);
    if (!key) return t.fail('no key');
    for (const recipe of [
      PKCS1,
      { kind: 'rsa_pss', hash: 'sha256', mgfHash: 'sha256', saltLength: 32 },
      { kind: 'rsa_pss', hash: 'sha256', mgfHash: 'sha1', saltLength: 20 },
    ] as const) {
      const signature = key.sign(recipe, ONE);
      t.true(key.publicKey.verify(recipe, ONE, signature));
      const known = { type: 'rsa', modulus: modulus.slice(), exponent: exponent.slice() } as const;
      const publicKey = rsa.publicKey(known);
      known.modulus.fill(0);
      known.exponent.fill(0);
      t.true(publicKey?.verify(recipe, ONE, signature));
      t.deepEqual(publicKey?.parts, { type: 'rsa', modulus, exponent });
    }
  });

  // --- RSAES-PKCS1-v1_5: the answer is the message or the fallback, and nothing else ---------------------------------

  const SECRET = new Uint8Array(48).fill(0x11);
  const FALLBACK = new Uint8Array(48).fill(0x22);

  /** `00 02 filling... 00 secret`, with bytes changed. */
  function padded(changes: Readonly<Record<number, number>>, secret = SECRET): Uint8Array {
    const block = new Uint8Array(256).fill(0xa5);
    block[0] = 0;
    block[1] = 2;
    block[255 - secret.length] = 0;
    block.set(secret, 256 - secret.length);
    for (const [at, value] of Object.entries(changes)) block[Number(at)] = value;
    return block;
  }

  const separator = 255 - 48;
  const WRONG: readonly (readonly [string, Uint8Array])[] = [
    ['a first byte of one', padded({ 0: 1 })],
    ['a first byte of 128', padded({ 0: 0x80 })],
    ['block type 0', padded({ 1: 0 })],
    ['block type 1', padded({ 1: 1 })],
    ['block type 3', padded({ 1: 3 })],
    ['block type 0x82', padded({ 1: 0x82 })],
    ['a zero as first byte of filling', padded({ 2: 0 })],
    ['a zero in the eighth byte of filling', padded({ 9: 0 })],
    ['a zero in the ninth byte of filling', padded({ 10: 0 })],
    ['a zero as last byte of filling', padded({ [separator - 1]: 0 })],
    ['no zero at all', padded({ [separator]: 1 })],
    ['128 for the zero', padded({ [separator]: 0x80 })],
    ['the zero a byte late', padded({ [separator]: 1, [separator + 1]: 0 })],
    ['a message a byte longer', padded({}, new Uint8Array(49).fill(0x11))],
    ['a message a byte shorter', padded({}, new Uint8Array(47).fill(0x11))],
    ['nothing but zeros', new Uint8Array(256)],
  ];

  test(`decrypting gives what was encrypted, whatever bytes the filling has, ${core.name}`, (t) => {
    const key = rsa.privateKey(rsa2048);
    t.deepEqual(key?.decrypt?.(encryptRaw(rsa2048, padded({})), FALLBACK), SECRET);
    const each: Record<number, number> = {};
    for (let at = 2; at < separator; at++) each[at] = (at % 255) + 1;
    t.deepEqual(key?.decrypt?.(encryptRaw(rsa2048, padded(each)), FALLBACK), SECRET);
    const zeros = new Uint8Array(48);
    t.deepEqual(key?.decrypt?.(encryptRaw(rsa2048, padded({}, zeros)), FALLBACK), zeros);
    const longest = new Uint8Array(245).fill(0x33);
    t.deepEqual(key?.decrypt?.(encryptRaw(rsa2048, padded({}, longest)), new Uint8Array(245)), longest);
    const tooLong = new Uint8Array(246).fill(0x33);
    const other = new Uint8Array(246).fill(0x44);
    t.deepEqual(
      key?.decrypt?.(encryptRaw(rsa2048, padded({}, tooLong)), other),
      other,
      'seven bytes of filling',
    );
    const answer = key?.decrypt?.(new Uint8Array(256), FALLBACK);
    t.false(answer === FALLBACK, 'a copy, for the caller wipes his own');
  });

  for (const [what, wrong] of WRONG)
    test(`decrypting gives the fallback for ${what}, ${core.name}`, (t) => {
      const key = rsa.privateKey(rsa2048);
      t.deepEqual(key?.decrypt?.(encryptRaw(rsa2048, wrong), FALLBACK), FALLBACK);
    });

  test(`decrypting gives the fallback for what is no ciphertext, ${core.name}`, (t) => {
    const key = rsa.privateKey(rsa2048);
    const good = encryptRaw(rsa2048, padded({}));
    for (const bad of [
      modulus,
      plus(modulus, 1n),
      ones(2048),
      good.subarray(1),
      concat(ZERO, good),
      new Uint8Array(0),
    ])
      t.deepEqual(key?.decrypt?.(bad, FALLBACK), FALLBACK);
  });
}
