/** What a peer can send is refused by name of no exception; what a caller gets wrong is a RangeError; in both cores alike. */
import test from 'ava';
import { concat, fromHex } from '../../lib/bytes/bytes.ts';
import type { CryptoProvider, GroupName, PublicKeyParts } from '../../lib/crypto/index.ts';
import { cores, need } from './cores.ts';
import { RSA } from './openssl-answers.ts';
import { EXCHANGES, SIGNATURES } from './published-answers.ts';

const RANGE = { instanceOf: RangeError };

for (const core of cores) {
  test(`an AEAD refuses keys and nonces of other lengths, ${core.name}`, (t) => {
    for (const aead of core.aeads.values()) {
      for (const length of [0, aead.keyLength - 1, aead.keyLength + 1]) {
        t.throws(() => aead.withKey(new Uint8Array(length)), RANGE);
      }
      const key = aead.withKey(new Uint8Array(aead.keyLength));
      const empty = new Uint8Array(0);
      for (const length of [0, 11, 13]) {
        t.throws(() => key.seal(new Uint8Array(length), empty, empty), RANGE);
        t.throws(() => key.open(new Uint8Array(length), empty, new Uint8Array(64)), RANGE);
      }
    }
  });

  test(`an AEAD opens nothing but what was sealed, ${core.name}`, (t) => {
    for (const aead of core.aeads.values()) {
      const key = aead.withKey(new Uint8Array(aead.keyLength).fill(7));
      const nonce = new Uint8Array(12).fill(1);
      const aad = Uint8Array.of(1, 2, 3, 4, 5);
      for (const length of [0, 1, 40]) {
        const sealed = concat(...key.seal(nonce, aad, new Uint8Array(length)));
        t.is(sealed.length, length + aead.tagLength);
        t.deepEqual(key.open(nonce, aad, sealed), new Uint8Array(length));
        for (let at = 0; at < sealed.length; at++) {
          const forged = sealed.slice();
          forged[at] ^= 0x80;
          t.is(key.open(nonce, aad, forged), undefined);
          t.is(key.open(nonce, aad, sealed.subarray(0, at)), undefined, 'cut short');
        }
        t.is(key.open(nonce, aad.subarray(1), sealed), undefined);
        t.is(key.open(new Uint8Array(12), aad, sealed), undefined);
      }
    }
  });

  test(`an AEAD keeps neither the key nor the nonce that it was given, ${core.name}`, (t) => {
    for (const aead of core.aeads.values()) {
      const given = new Uint8Array(aead.keyLength).fill(9);
      const key = aead.withKey(given);
      const nonce = new Uint8Array(12);
      const before = concat(...key.seal(nonce, nonce, Uint8Array.of(1, 2, 3)));
      given.fill(0);
      t.deepEqual(concat(...key.seal(nonce, nonce, Uint8Array.of(1, 2, 3))), before);
    }
  });

  test(`CBC refuses what is no whole number of blocks, ${core.name}`, (t) => {
    for (const cipher of core.blockCiphers.values()) {
      t.throws(() => cipher.withKey(new Uint8Array(cipher.keyLength + 1)), RANGE);
      const key = cipher.withKey(new Uint8Array(cipher.keyLength).fill(3));
      const iv = new Uint8Array(cipher.blockLength);
      t.throws(() => key.encrypt(iv, new Uint8Array(cipher.blockLength + 1)), RANGE);
      t.throws(() => key.decrypt(iv, new Uint8Array(cipher.blockLength - 1)), RANGE);
      t.throws(() => key.decrypt(iv.subarray(1), new Uint8Array(cipher.blockLength)), RANGE);
      t.deepEqual(key.encrypt(iv, new Uint8Array(0)), new Uint8Array(0));
      t.deepEqual(key.decrypt(iv, new Uint8Array(0)), new Uint8Array(0));
    }
  });

  test(`groups refuse shares of another length, ${core.name}`, (t) => {
    for (const group of core.groups.values()) {
      const { share } = group.start();
      for (const bad of [new Uint8Array(0), share.subarray(1), concat(share, Uint8Array.of(0))]) {
        t.is(group.start().agree(bad), undefined, group.name);
        t.is(group.respond(bad), undefined, group.name);
      }
    }
  });

  test(`curves refuse points off the curve, compressed, or at infinity, ${core.name}`, (t) => {
    for (const name of ['secp256r1', 'secp384r1', 'secp521r1'] as const) {
      const share = shareOf(name);
      const length = (share.length - 1) / 2;
      const off = share.slice();
      off[off.length - 1] ^= 1;
      const hybrid = share.slice();
      hybrid[0] = 6 | (share[share.length - 1] & 1);
      const compressed = concat(
        Uint8Array.of(2 | (share[share.length - 1] & 1)),
        share.subarray(1, 1 + length),
      );
      const zero = new Uint8Array(share.length);
      zero[0] = 4;
      const tooLarge = new Uint8Array(share.length).fill(0xff);
      tooLarge[0] = 4;
      const infinity = Uint8Array.of(0);
      for (const bad of [off, hybrid, compressed, zero, tooLarge, infinity]) {
        t.is(need(core.groups, name).respond(bad), undefined, name);
      }
      const keys = need(core.keys, name);
      for (const point of [off, hybrid, zero, tooLarge, infinity]) {
        t.is(keys.publicKey({ type: name, point }), undefined, name);
      }
      t.truthy(keys.publicKey({ type: name, point: compressed }), 'certificates may have compressed points');
    }
  });

  test(`curves refuse private keys of zero, of the order and beyond, ${core.name}`, (t) => {
    for (const [name, order] of Object.entries(ORDERS) as [keyof typeof ORDERS, string][]) {
      const n = fromHex(order);
      for (const scalar of [new Uint8Array(n.length), n, new Uint8Array(n.length).fill(0xff)]) {
        t.is(need(core.keys, name).privateKey({ type: name, scalar }), undefined);
        t.throws(() => need(core.groups, name).start(scalar), RANGE);
      }
      const largest = n.slice();
      largest[largest.length - 1] -= 1;
      t.truthy(need(core.keys, name).privateKey({ type: name, scalar: largest }));
      t.truthy(need(core.keys, name).privateKey({ type: name, scalar: Uint8Array.of(5) }), 'short is padded');
    }
  });

  test(`x25519 and x448 refuse points of small order, ${core.name}`, (t) => {
    for (const [name, shares] of Object.entries(SMALL_ORDER) as [GroupName, readonly string[]][]) {
      for (const share of shares) t.is(need(core.groups, name).respond(fromHex(share)), undefined, share);
      t.throws(() => need(core.groups, name).start(new Uint8Array(31)), RANGE);
    }
  });

  test(`keys of another type or a wrong size are none, ${core.name}`, (t) => {
    const modulus = fromHex(RSA.modulus);
    const exponent = fromHex(RSA.exponent);
    const even = modulus.slice();
    even[even.length - 1] ^= 1;
    const bad: readonly PublicKeyParts[] = [
      { type: 'rsa', modulus: even, exponent },
      { type: 'rsa', modulus, exponent: Uint8Array.of(1) },
      { type: 'rsa', modulus, exponent: Uint8Array.of(4) },
      { type: 'rsa', modulus, exponent: new Uint8Array(0) },
      { type: 'rsa', modulus, exponent: modulus },
      { type: 'rsa', modulus: modulus.subarray(0, 63), exponent },
      { type: 'rsa', modulus: new Uint8Array(2049).fill(0xff), exponent },
      { type: 'rsa', modulus: new Uint8Array(512).fill(0xff), exponent: new Uint8Array(9).fill(0xff) },
      { type: 'ed25519', key: new Uint8Array(31) },
      { type: 'ed25519', key: new Uint8Array(32).fill(0xff) },
      { type: 'ed448', key: new Uint8Array(57).fill(0xff) },
    ];
    for (const parts of bad)
      t.is(need(core.keys, parts.type).publicKey(parts), undefined, JSON.stringify(parts).slice(0, 60));
    const key = new Uint8Array(32);
    t.is(need(core.keys, 'rsa').publicKey({ type: 'ed25519', key }), undefined);
    t.is(need(core.keys, 'ed25519').publicKey({ type: 'rsa', modulus, exponent }), undefined);
    t.is(
      need(core.keys, 'secp256r1').publicKey({ type: 'secp384r1', point: shareOf('secp384r1') }),
      undefined,
    );
    t.is(need(core.keys, 'ed448').privateKey({ type: 'ed448', seed: key }), undefined);
  });

  test(`an RSA key whose numbers do not belong together is none, ${core.name}`, (t) => {
    t.truthy(rsaWith(core, {}));
    for (const name of ['modulus', 'prime1', 'prime2', 'exponent1', 'exponent2', 'coefficient'] as const) {
      const wrong = fromHex(RSA[name]);
      wrong[wrong.length - 2] ^= 2;
      t.is(rsaWith(core, { [name]: wrong }), undefined, name);
    }
  });

  test(`signatures by the wrong recipe or in the wrong form do not verify, ${core.name}`, (t) => {
    for (const [parts, recipe, message, signature] of SIGNATURES) {
      const key = need(core.keys, parts.type).publicKey(parts);
      if (!key) return t.fail('no key');
      t.true(key.verify(recipe, message, signature));
      t.false(key.verify({ kind: 'eddsa' }, message, signature));
      t.false(key.verify({ kind: 'rsa_pkcs1', hash: 'sha256' }, message, signature));
      t.false(key.verify(recipe, message, new Uint8Array(0)));
      t.false(key.verify(recipe, message, concat(signature, Uint8Array.of(0))), 'something behind it');
      for (let at = 0; at < signature.length; at++) {
        const broken = signature.slice();
        broken[at] ^= 1;
        t.false(key.verify(recipe, message, broken));
        t.false(key.verify(recipe, message, signature.subarray(0, at)));
      }
    }
  });

  test(`a key signs by its own recipes only, and not where it is too short, ${core.name}`, (t) => {
    const rsa = rsaWith(core, {});
    const message = Uint8Array.of(1);
    t.throws(() => rsa?.sign({ kind: 'eddsa' }, message), RANGE);
    const longest = { kind: 'rsa_pss', hash: 'sha512', mgfHash: 'sha512' } as const;
    t.is(rsa?.sign({ ...longest, saltLength: 190 }, message).length, 256);
    t.throws(() => rsa?.sign({ ...longest, saltLength: 191 }, message), RANGE);
    const ec = need(core.keys, 'secp256r1').privateKey({ type: 'secp256r1', scalar: Uint8Array.of(5) });
    t.throws(() => ec?.sign({ kind: 'rsa_pkcs1', hash: 'sha256' }, message), RANGE);
    t.is(ec?.decrypt, undefined);
    t.is(ec?.publicKey.encrypt, undefined);
  });

  test(`RSA decryption gives the fallback for every kind of bad padding, ${core.name}`, (t) => {
    const key = rsaWith(core, {});
    if (!key?.decrypt || !key.publicKey.encrypt) return t.fail('no key');
    const secret = new Uint8Array(48).fill(0x11);
    const fallback = new Uint8Array(48).fill(0x22);
    const good = key.publicKey.encrypt(secret);
    t.deepEqual(key.decrypt(good, fallback), secret);
    for (const length of [46, 47, 49, 200]) {
      const other = new Uint8Array(length).fill(0x22);
      t.deepEqual(key.decrypt(good, other), other, 'another length than the message has');
    }
    for (const bad of [
      new Uint8Array(0),
      good.subarray(1),
      new Uint8Array(256),
      new Uint8Array(256).fill(0xff),
    ]) {
      t.deepEqual(key.decrypt(bad, fallback), fallback);
    }
    t.throws(() => key.publicKey.encrypt?.(new Uint8Array(246)), RANGE);
    t.is(key.publicKey.encrypt(new Uint8Array(245)).length, 256);
  });

  test(`scrypt refuses costs that are none, or too much memory, ${core.name}`, (t) => {
    const cost = (N: number, r: number, p: number) => () =>
      core.passwords.scrypt(Uint8Array.of(1), Uint8Array.of(2), { N, r, p }, 16);
    for (const run of [
      cost(0, 8, 1),
      cost(1, 8, 1),
      cost(1000, 8, 1),
      cost(2 ** 20, 8, 1),
      cost(16, 2 ** 24, 1),
      cost(16, 0, 1),
    ]) {
      t.throws(run, RANGE);
    }
    t.notThrows(cost(16, 1, 1));
  });
}

function shareOf(name: 'secp256r1' | 'secp384r1' | 'secp521r1'): Uint8Array {
  const row = EXCHANGES.find(([group]) => group === name);
  if (!row) throw new Error(`no share for ${name}`);
  return fromHex(row[3]);
}

function rsaWith(core: CryptoProvider, changes: Readonly<Record<string, Uint8Array>>) {
  return need(core.keys, 'rsa').privateKey({
    type: 'rsa',
    modulus: fromHex(RSA.modulus),
    exponent: fromHex(RSA.exponent),
    privateExponent: fromHex(RSA.privateExponent),
    prime1: fromHex(RSA.prime1),
    prime2: fromHex(RSA.prime2),
    exponent1: fromHex(RSA.exponent1),
    exponent2: fromHex(RSA.exponent2),
    coefficient: fromHex(RSA.coefficient),
    ...changes,
  });
}

/** SEC 2 sections 2.4.2, 2.5.1 and 2.6.1. */
const ORDERS = {
  secp256r1: 'ffffffff00000000ffffffffffffffffbce6faada7179e84f3b9cac2fc632551',
  secp384r1:
    'ffffffffffffffffffffffffffffffffffffffffffffffffc7634d81f4372ddf581a0db248b0a77aecec196accc52973',
  secp521r1:
    '01fffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffa51868783bf2f966b7fcc0148f709a5d03bb5c9b8899c47aebb6fb71e91386409',
} as const;

/** Zero, one, minus one, and for Curve25519 two of order eight; and p, which is zero written otherwise. */
const SMALL_ORDER: Partial<Record<GroupName, readonly string[]>> = {
  x25519: [
    '00'.repeat(32),
    `01${'00'.repeat(31)}`,
    `ec${'ff'.repeat(30)}7f`,
    `ed${'ff'.repeat(30)}7f`,
    'e0eb7a7c3b41b8ae1656e3faf19fc46ada098deb9c32b1fd866205165f49b800',
    '5f9c95bca3508c24b1d0b1559c83ef5b04445cc4581c8e86d8224eddd09f1157',
  ],
  x448: ['00'.repeat(56), `01${'00'.repeat(55)}`, `${'fe'}${'ff'.repeat(27)}fe${'ff'.repeat(27)}`],
};
