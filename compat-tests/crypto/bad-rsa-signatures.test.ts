/** RSA signatures that are nearly right: made with the private key, on blocks that no signer would pad so. */
import test from 'ava';
import { concat, fromHex } from '../../lib/bytes/bytes.ts';
import { portable, type SignatureRecipe } from '../../lib/crypto/index.ts';
import { encodePkcs1, encodePss, verifyPss } from '../../lib/crypto/portable/rsa-padding.ts';
import { cores, need } from './cores.ts';
import { bytesOf, numberOf, type RsaParts, rsa1025, rsa2048, signRaw } from './raw-rsa.ts';

const MESSAGE = Uint8Array.of(1, 2, 3);
const sha256 = (bytes: Uint8Array) => need(portable.hashes, 'sha256').digest(bytes);
const PKCS1: SignatureRecipe = { kind: 'rsa_pkcs1', hash: 'sha256' };

// --- PKCS#1 v1.5 -----------------------------------------------------------------------------------------------------

const DIGEST = sha256(MESSAGE);
const INFO = concat(fromHex('3031300d060960864801650304020105000420'), DIGEST);
const BLOCK_LENGTH = 256;

/** `00 type filling... 00 rest`, as long as the modulus. */
function block(rest: Uint8Array, { first = 0, type = 1, filling = 0xff, separator = 0 } = {}): Uint8Array {
  const front = new Uint8Array(BLOCK_LENGTH - rest.length).fill(filling);
  front[0] = first;
  front[1] = type;
  front[front.length - 1] = separator;
  return concat(front, rest);
}

function changed(bytes: Uint8Array, at: number, value: number): Uint8Array {
  const copy = bytes.slice();
  copy[at] = value;
  return copy;
}

/** The digest info where a lax reader looks for it, and what he does not look at behind it (Bleichenbacher, 2006). */
function withGarbage(info: Uint8Array, filling: number): Uint8Array {
  const front = concat(Uint8Array.of(0, 1), new Uint8Array(filling).fill(0xff), Uint8Array.of(0), info);
  return concat(front, new Uint8Array(BLOCK_LENGTH - front.length).fill(0x5a));
}

const FORGED: readonly (readonly [string, Uint8Array])[] = [
  ['eight bytes of filling, and garbage behind the digest', withGarbage(INFO, 8)],
  ['one byte of filling, and garbage behind the digest', withGarbage(INFO, 1)],
  ['no filling, and garbage behind the digest', withGarbage(INFO, 0)],
  ['a zero behind the digest', block(concat(INFO, Uint8Array.of(0)))],
  ['no NULL in the algorithm', block(concat(fromHex('302f300b06096086480165030402010420'), DIGEST))],
  ['a NULL with something in it', block(concat(fromHex('3032300e06096086480165030402010501000420'), DIGEST))],
  [
    'garbage in place of the NULL',
    block(concat(fromHex('3034301006096086480165030402010403aabbcc0420'), DIGEST)),
  ],
  ['lengths in the long form', block(concat(fromHex('308131300d060960864801650304020105000420'), DIGEST))],
  [
    'an indefinite length',
    block(concat(fromHex('3080300d060960864801650304020105000420'), DIGEST, Uint8Array.of(0, 0))),
  ],
  ['a digest without its algorithm', block(DIGEST)],
  ["SHA-512/256's name before the digest", block(changed(INFO, 14, 6))],
  [
    "SHA-1's name and length before the digest",
    block(concat(fromHex('3021300906052b0e03021a05000414'), DIGEST.subarray(0, 20))),
  ],
  ['a digest cut short', block(INFO.subarray(0, -1))],
  ['a digest of another message', block(changed(INFO, INFO.length - 1, INFO[INFO.length - 1] ^ 1))],
  ['block type 0', block(INFO, { type: 0, filling: 0 })],
  ['block type 2', block(INFO, { type: 2 })],
  ['a first byte that is not zero', block(INFO, { first: 1 })],
  ['a byte of filling that is not ff', changed(block(INFO), 100, 0xfe)],
  ['the first byte of filling that is not ff', changed(block(INFO), 2, 0x7f)],
  ['a zero in the filling', changed(block(INFO), 50, 0)],
  ['no zero behind the filling', block(INFO, { separator: 0xff })],
  ['all zeros', new Uint8Array(BLOCK_LENGTH)],
  ['one', changed(new Uint8Array(BLOCK_LENGTH), BLOCK_LENGTH - 1, 1)],
];

for (const core of cores) {
  test(`PKCS#1 v1.5 verifies the one right block, ${core.name}`, (t) => {
    const key = need(core.keys, 'rsa').publicKey(rsa2048);
    t.true(key?.verify(PKCS1, MESSAGE, signRaw(rsa2048, block(INFO))));
  });

  for (const [what, forged] of FORGED)
    test(`PKCS#1 v1.5 does not verify ${what}, ${core.name}`, (t) => {
      const key = need(core.keys, 'rsa').publicKey(rsa2048);
      t.is(forged.length, BLOCK_LENGTH);
      t.false(key?.verify(PKCS1, MESSAGE, signRaw(rsa2048, forged)));
    });
}

// --- PSS -------------------------------------------------------------------------------------------------------------

/** What is wrong with an encoding; nothing is, as it stands. */
interface Pss {
  readonly saltLength?: number;
  readonly trailer?: number;
  readonly separator?: number;
  /** Put into the zeros before the separator. */
  readonly stain?: number;
  /** Bits to set in front of all others. */
  readonly top?: number;
  readonly message?: Uint8Array;
  readonly digestChange?: number;
}

/** EMSA-PSS with SHA-256 (RFC 8017 section 9.1.1) in as many bytes as the modulus has. */
function pssBlock(modulusBits: number, salt: Uint8Array, wrong: Pss): Uint8Array {
  const bits = modulusBits - 1;
  const length = Math.ceil(bits / 8);
  const digest = sha256(concat(new Uint8Array(8), sha256(wrong.message ?? MESSAGE), salt));
  const db = new Uint8Array(length - 33);
  db[db.length - salt.length - 1] = wrong.separator ?? 1;
  db.set(salt, db.length - salt.length);
  if (wrong.stain !== undefined) db[db.length - salt.length - 2] ^= wrong.stain;
  for (let at = 0; at < db.length; at += 32) {
    const mask = sha256(concat(digest, Uint8Array.of(0, 0, 0, at / 32)));
    for (let i = at; i < Math.min(at + 32, db.length); i++) db[i] ^= mask[i - at];
  }
  const clear = 8 * length - bits;
  db[0] &= 0xff >> clear;
  digest[0] ^= wrong.digestChange ?? 0;
  const encoded = concat(db, digest, Uint8Array.of(wrong.trailer ?? 0xbc));
  const whole = new Uint8Array(Math.ceil(modulusBits / 8));
  whole.set(encoded, whole.length - length);
  whole[0] |= wrong.top ?? 0;
  return whole;
}

/** Signed with the first salt for which the block lies below the modulus. */
function pssSignature(key: RsaParts, modulusBits: number, wrong: Pss): Uint8Array {
  for (let attempt = 0; attempt < 256; attempt++) {
    const salt = new Uint8Array(wrong.saltLength ?? 32).fill(attempt);
    const encoded = pssBlock(modulusBits, salt, wrong);
    if (numberOf(encoded) < numberOf(key.modulus)) return signRaw(key, encoded);
  }
  throw new Error('no block lies below the modulus');
}

const PSS = { kind: 'rsa_pss', hash: 'sha256', mgfHash: 'sha256', saltLength: 32 } as const;

const FORGED_PSS: readonly (readonly [string, Pss])[] = [
  ['the trailer of a hash with a number', { trailer: 0xcc }],
  ['a salt of 31 bytes', { saltLength: 31 }],
  ['a salt of 33 bytes', { saltLength: 33 }],
  ['no salt', { saltLength: 0 }],
  ['a two before the salt', { separator: 2 }],
  ['a zero before the salt', { separator: 0 }],
  ['a one too early', { stain: 1 }],
  ['a bit in front that must be clear', { top: 0x80 }],
  ['another message', { message: Uint8Array.of(1, 2) }],
  ['a digest of nothing', { digestChange: 1 }],
];

for (const core of cores) {
  for (const [bits, parts] of [
    [2048, rsa2048],
    [1025, rsa1025],
  ] as const) {
    test(`PSS verifies a right block under ${bits} bits, ${core.name}`, (t) => {
      const key = need(core.keys, 'rsa').publicKey(parts);
      t.is(key?.bits, bits);
      const signature = pssSignature(parts, bits, {});
      t.true(key?.verify(PSS, MESSAGE, signature));
      t.true(key?.verify({ ...PSS, saltLength: 0 }, MESSAGE, pssSignature(parts, bits, { saltLength: 0 })));
      const own = need(core.keys, 'rsa').privateKey(parts)?.sign(PSS, MESSAGE);
      t.true(own && key?.verify(PSS, MESSAGE, own));
    });

    for (const [what, wrong] of FORGED_PSS)
      test(`PSS does not verify ${what} under ${bits} bits, ${core.name}`, (t) => {
        const key = need(core.keys, 'rsa').publicKey(parts);
        // Of 1025 bits the first byte is all in front, and one is as much as it can hold.
        const top = wrong.top === undefined ? {} : { top: bits === 1025 ? 1 : wrong.top };
        t.false(key?.verify(PSS, MESSAGE, pssSignature(parts, bits, { ...wrong, ...top })));
      });

    for (const recipe of [PSS, PKCS1])
      test(`${recipe.kind} takes signatures in the length of the modulus only, ${bits} bits, ${core.name}`, (t) => {
        const algorithm = need(core.keys, 'rsa');
        const key = algorithm.publicKey(parts);
        const signer = algorithm.privateKey(parts);
        if (!key || !signer) return t.fail('no key');
        // That begins with a zero, without which it is the same number: every other one of 1025 bits, and of 2048 bits
        // that of this message under PKCS#1.
        const message = Uint8Array.of(0, 87);
        let signature = signer.sign(recipe, message);
        while (bits === 1025 && signature[0] !== 0) {
          if (recipe === PKCS1) message[0]++;
          signature = signer.sign(recipe, message);
        }
        if (bits === 1025 || recipe === PKCS1) t.is(signature[0], 0);
        t.true(key.verify(recipe, message, signature));
        t.false(key.verify(recipe, message, signature.subarray(1)), 'a zero short');
        t.false(key.verify(recipe, message, concat(Uint8Array.of(0), signature)), 'a zero more');
        const more = numberOf(signature) + numberOf(parts.modulus);
        if (more < 2n ** BigInt(8 * signature.length))
          t.false(key.verify(recipe, message, bytesOf(more, signature.length)), 'the modulus on top');
        t.false(key.verify(recipe, message, parts.modulus));
        t.false(key.verify(recipe, message, new Uint8Array(signature.length)));
        t.false(key.verify(recipe, message, new Uint8Array(signature.length).fill(0xff)));
      });
  }

  test(`a salt's length that is none neither verifies nor signs, ${core.name}`, (t) => {
    const key = need(core.keys, 'rsa').privateKey(rsa2048);
    const signature = pssSignature(rsa2048, 2048, {});
    // To OpenSSL, -1 is the digest's length, -2 any at all, and -3 the longest.
    for (const saltLength of [-1, -2, -3, -4, 1.5, Number.NaN, 2 ** 32 + 32, 222, 223]) {
      t.false(key?.publicKey.verify({ ...PSS, saltLength }, MESSAGE, signature), `${saltLength}`);
      if (saltLength !== 222)
        t.throws(
          () => key?.sign({ ...PSS, saltLength }, MESSAGE),
          { instanceOf: RangeError },
          `${saltLength}`,
        );
    }
  });
}

for (const core of cores)
  test(`a modulus too short for the digest verifies nothing and signs nothing, ${core.name}`, (t) => {
    const modulus = new Uint8Array(64).fill(0xff);
    const key = need(core.keys, 'rsa').publicKey({ type: 'rsa', modulus, exponent: Uint8Array.of(3) });
    for (const hash of ['sha384', 'sha512'] as const) {
      t.false(key?.verify({ kind: 'rsa_pkcs1', hash }, MESSAGE, new Uint8Array(64)));
      t.false(key?.verify({ ...PSS, hash, mgfHash: hash }, MESSAGE, new Uint8Array(64)));
    }
  });

test('PKCS#1 v1.5 pads with eight bytes at least', (t) => {
  for (const [hash, shortest] of [
    ['sha1', 46],
    ['sha256', 62],
    ['sha512', 94],
  ] as const) {
    t.is(encodePkcs1(hash, MESSAGE, shortest - 1), undefined);
    t.deepEqual(encodePkcs1(hash, MESSAGE, shortest)?.subarray(0, 11), fromHex('0001ffffffffffffffff00'));
    t.deepEqual(
      encodePkcs1(hash, MESSAGE, shortest + 9)?.subarray(0, 20),
      fromHex(`0001${'ff'.repeat(17)}00`),
    );
  }
});

test('PSS clears the bits in front, whatever their number, and reads no others than zeros before the salt', (t) => {
  for (let bits = 600; bits < 640; bits++) {
    const length = Math.ceil(bits / 8);
    const encoded = encodePss(PSS, MESSAGE, bits);
    if (!encoded) return t.fail(`${bits}`);
    t.is(encoded.length, length);
    t.true(verifyPss(PSS, MESSAGE, encoded, bits), `${bits}`);
    for (let bit = 7; bit > 7 - (8 * length - bits); bit--) {
      const high = changed(encoded, 0, encoded[0] | (1 << bit));
      t.false(verifyPss(PSS, MESSAGE, high, bits), `${bits}`);
    }
    // What stands before the salt is hidden by addition, so a bit changed there is a bit that is not zero.
    const padding = length - 32 - 1 - 32;
    for (let at = 0; at < padding; at++)
      t.false(verifyPss(PSS, MESSAGE, changed(encoded, at, encoded[at] ^ 1), bits), `${at} of ${bits}`);
    t.false(verifyPss(PSS, MESSAGE, encoded.subarray(1), bits));
    t.false(verifyPss(PSS, MESSAGE, concat(Uint8Array.of(0), encoded), bits));
  }
});
