/**
 * ML-KEM beside X25519, and ML-DSA, under every core. Known answers are by hash: ML-KEM's of Wycheproof (key 1 of
 * mlkem_768_keygen_seed, case 14 of mlkem_768_encaps), ML-DSA's public keys made with Go's implementation.
 */
import test from 'ava';
import { concat, fromHex, toHex, utf8 } from '../../lib/bytes/bytes.ts';
import { type CryptoProvider, native, portable } from '../../lib/crypto/index.ts';
import { mlDsa } from '../../lib/crypto/portable/noble/ml-dsa.ts';
import { cores, need } from './cores.ts';

const RANGE = { instanceOf: RangeError };
const SCALAR = new Uint8Array(32).fill(1);
const ML_KEM = {
  seed: fromHex(
    '7c9935a0b07694aa0c6d10e4db6b1add2fd81a25ccb148032dcd739936737f2d8626ed79d451140800e03b59b956f8210e556067407d13dc90fa9e8b872bfb8f',
  ),
  message: fromHex('147c03f7a5bebba406c8fae1874d7f13c80efe79a3a9a874cc09fe76f6997615'),
  encapsulationKey: '86adbca81f4fee893e2fb58fb98aa2fe188f501fed268d7f4056f8c05c4e53c4',
  ciphertext: '36829a2f35cbf4deb62c0a12a15c22dae9f8d2c252566fc24f88abe805cb575e',
  secret: 'e7184a0975ee3470878d2d159ec83129c8aec253d4ee17b4810311d198cd0368',
};
const ML_DSA = [
  ['mldsa44', 1312, 2420, '9f107644c1084526af3bc8098680b05499a2325a644e388fb4f970e058d19d46'],
  ['mldsa65', 1952, 3309, 'd666806e11cee19a7c989f7445f90dd419cf4d2d51db8c0fdb4c0f0a542238c9'],
  ['mldsa87', 2592, 4627, '91dc389cfaa01470b7f66eee45a4ae9026d154817c754dfe22298b3fa241ffcd'],
] as const;
const SEED = Uint8Array.from({ length: 32 }, (_, at) => at);
const MLDSA = { kind: 'mldsa' } as const;

for (const core of cores) {
  test(`X25519MLKEM768 gives the known answer, ML-KEM's part first, ${core.name}`, (t) => {
    const sha256 = need(core.hashes, 'sha256');
    const { group, x25519 } = hybrid(core);
    const classic = x25519.start(SCALAR);
    const begun = group.start(concat(ML_KEM.seed, SCALAR));
    t.is(begun.share.length, 1184 + 32);
    t.is(toHex(sha256.digest(begun.share.subarray(0, 1184))), ML_KEM.encapsulationKey);
    t.deepEqual(begun.share.subarray(1184), classic.share);
    const answered = group.respond(begun.share, concat(ML_KEM.message, SCALAR));
    if (!answered) return t.fail('refused');
    t.is(answered.share.length, 1088 + 32);
    t.is(toHex(sha256.digest(answered.share.subarray(0, 1088))), ML_KEM.ciphertext);
    t.deepEqual(answered.share.subarray(1088), classic.share);
    t.is(toHex(answered.secret.subarray(0, 32)), ML_KEM.secret);
    t.deepEqual(answered.secret.subarray(32), classic.agree(classic.share));
    t.deepEqual(begun.agree(answered.share), answered.secret);
  });

  test(`X25519MLKEM768 refuses shares of which either part is wrong, ${core.name}`, (t) => {
    const { group } = hybrid(core);
    const begun = group.start();
    const overflow = begun.share.slice();
    overflow.fill(0xff, 0, 3); // two coefficients of 4095, where q is 3329 (FIPS 203 section 7.2)
    t.is(group.respond(overflow), undefined);
    const smallOrder = begun.share.slice();
    smallOrder.fill(0, 1184);
    t.is(group.respond(smallOrder), undefined);
    const answered = group.respond(begun.share);
    if (!answered) return t.fail('refused');
    const zeroPoint = answered.share.slice();
    zeroPoint.fill(0, 1088);
    t.is(begun.agree(zeroPoint), undefined);
    for (const share of [begun.share, answered.share.subarray(1), answered.share.subarray(0, 1088)])
      t.is(begun.agree(share), undefined);
    for (const share of [answered.share, begun.share.subarray(1), begun.share.subarray(0, 1184)])
      t.is(group.respond(share), undefined);
  });

  test(`an encapsulation key has each coefficient below q, ${core.name}`, (t) => {
    const { group } = hybrid(core);
    const { share } = group.start();
    // FIPS 203 section 7.2: twelve bits each, two of them in three bytes, 768 of them before the seed.
    for (const [first, second, good] of [
      [3328, 3328, true],
      [3329, 0, false],
      [0, 3329, false],
      [4095, 0, false],
      [0, 4095, false],
    ] as const) {
      for (const at of [0, 3 * 200, 1152 - 3]) {
        const changed = share.slice();
        changed.set([first & 0xff, (first >> 8) | ((second & 15) << 4), second >> 4], at);
        t.is(group.respond(changed) !== undefined, good, `${first} and ${second} at ${at}`);
      }
    }
  });

  test(`a forged ciphertext gives a secret that nobody else has, each time the same, ${core.name}`, (t) => {
    const { group } = hybrid(core);
    const begun = group.start();
    const answered = group.respond(begun.share);
    if (!answered) return t.fail('refused');
    const forged = answered.share.slice();
    forged[0] ^= 1;
    const secret = begun.agree(forged);
    t.is(secret?.length, 64);
    t.notDeepEqual(secret?.subarray(0, 32), answered.secret.subarray(0, 32));
    t.deepEqual(secret?.subarray(32), answered.secret.subarray(32), 'the X25519 part is what it was');
    t.deepEqual(begun.agree(forged), secret);
  });

  test(`X25519MLKEM768 takes private keys of its own lengths only and keeps none, ${core.name}`, (t) => {
    const { group } = hybrid(core);
    const share = group.start().share;
    for (const length of [0, 32, 64, 95, 97]) t.throws(() => group.start(new Uint8Array(length)), RANGE);
    for (const length of [0, 32, 63, 65, 96])
      t.throws(() => group.respond(share, new Uint8Array(length)), RANGE);
    const given = concat(ML_KEM.seed, SCALAR);
    const begun = group.start(given);
    t.deepEqual(given, concat(ML_KEM.seed, SCALAR), "the caller's is left as it was");
    given.fill(0);
    const answered = group.respond(begun.share);
    t.deepEqual(begun.agree(answered?.share ?? SCALAR), answered?.secret);
    t.notDeepEqual(group.start().share, group.start().share);
    t.notDeepEqual(group.respond(share)?.share, group.respond(share)?.share);
  });

  test(`ML-DSA makes the known public keys, and signatures of its own, ${core.name}`, (t) => {
    const sha256 = need(core.hashes, 'sha256');
    const message = utf8('abc');
    for (const [type, keyLength, signatureLength, hash] of ML_DSA) {
      const key = need(core.keys, type).privateKey({ type, seed: SEED });
      if (!key || !('key' in key.publicKey.parts)) return t.fail(type);
      t.is(toHex(sha256.digest(key.publicKey.parts.key)), hash);
      t.deepEqual([key.bits, key.publicKey.bits], [8 * keyLength, 8 * keyLength]);
      const signature = key.sign(MLDSA, message);
      t.is(signature.length, signatureLength);
      t.true(key.publicKey.verify(MLDSA, message, signature));
      t.notDeepEqual(key.sign(MLDSA, message), signature, 'hedged');
      t.throws(() => key.sign({ kind: 'eddsa' }, message), RANGE);
    }
  });

  test(`ML-DSA refuses what is no key, and what is no signature of it, ${core.name}`, (t) => {
    const message = utf8('abc');
    for (const [type, keyLength] of ML_DSA) {
      const algorithm = need(core.keys, type);
      for (const length of [0, keyLength - 1, keyLength + 1])
        t.is(algorithm.publicKey({ type, key: new Uint8Array(length) }), undefined);
      for (const length of [0, 31, 33, 64])
        t.is(algorithm.privateKey({ type, seed: new Uint8Array(length) }), undefined);
      t.is(algorithm.publicKey({ type: 'ed25519', key: new Uint8Array(keyLength) }), undefined);
      t.is(algorithm.privateKey({ type: 'ed25519', seed: SEED }), undefined);
      const key = algorithm.privateKey({ type, seed: SEED });
      const stranger = algorithm.privateKey({ type, seed: new Uint8Array(32) });
      if (!key || !stranger) return t.fail(type);
      const signature = key.sign(MLDSA, message);
      t.false(stranger.publicKey.verify(MLDSA, message, signature));
      t.false(key.publicKey.verify({ kind: 'eddsa' }, message, signature));
      t.false(key.publicKey.verify(MLDSA, utf8('abd'), signature));
      t.false(key.publicKey.verify(MLDSA, message, signature.subarray(1)));
      t.false(key.publicKey.verify(MLDSA, message, concat(signature, Uint8Array.of(0))));
      t.false(key.publicKey.verify(MLDSA, message, new Uint8Array(0)));
      for (const at of [0, 40, signature.length >> 1, signature.length - 1]) {
        const forged = signature.slice();
        forged[at] ^= 0x80;
        t.false(key.publicKey.verify(MLDSA, message, forged));
      }
    }
  });
}

/** Omega and k of FIPS 204 table 1: a signature ends with so many places of hints, and so many counts of them. */
const HINTS = { mldsa44: [80, 4], mldsa65: [55, 6], mldsa87: [75, 8] } as const;

for (const core of cores) {
  test(`ML-DSA reads hints in their one encoding only, ${core.name}`, (t) => {
    const message = utf8('abc');
    for (const [type] of ML_DSA) {
      const key = need(core.keys, type).privateKey({ type, seed: SEED });
      if (!key) return t.fail(type);
      const [omega, k] = HINTS[type];
      let signature = key.sign(MLDSA, message);
      const [hints, counts] = [signature.length - omega - k, signature.length - k];
      // Hedged as signatures are, one soon comes that has two hints in the first polynomial and a place to spare.
      while (signature[counts] < 2 || signature[signature.length - 1] >= omega)
        signature = key.sign(MLDSA, message);
      const total = signature[signature.length - 1];
      const first = signature[counts];
      const verifies = (change: (forged: Uint8Array) => void) => {
        const forged = signature.slice();
        change(forged);
        return key.publicKey.verify(MLDSA, message, forged);
      };
      t.true(verifies(() => {}));
      // Algorithm 21: places grow within a polynomial, counts never fall nor pass omega, and zeros follow.
      t.false(
        verifies((forged) => forged.subarray(hints, hints + 2).reverse()),
        'two places turned',
      );
      t.false(
        verifies((forged) => forged.copyWithin(hints + 1, hints, hints + 1)),
        'one place twice',
      );
      t.false(
        verifies((forged) => forged.fill(1, hints + total, hints + total + 1)),
        'something behind the last',
      );
      t.false(
        verifies((forged) => forged.fill(omega + 1, signature.length - 1)),
        'more than there may be',
      );
      t.false(
        verifies((forged) => forged.fill(255, signature.length - 1)),
        '255 of them',
      );
      t.false(
        verifies((forged) => forged.fill(0, signature.length - 1)),
        'a count that falls',
      );
      t.false(
        verifies((forged) => forged.fill(first - 1, counts, counts + 1)),
        'a place given to the next',
      );
    }
  });
}

for (const core of cores) {
  test(`ML-DSA takes keys expanded, with their seed and without, ${core.name}`, (t) => {
    const message = utf8('abc');
    for (const [type] of ML_DSA) {
      const algorithm = need(core.keys, type);
      const expanded = mlDsa()[type].keygen(SEED).secretKey;
      const known = algorithm.privateKey({ type, seed: SEED })?.publicKey;
      const given = expanded.slice();
      const alone = algorithm.privateKey({ type, expanded: given });
      given.fill(0);
      for (const key of [alone, algorithm.privateKey({ type, seed: SEED, expanded })]) {
        t.deepEqual(key?.publicKey.parts, known?.parts);
        t.true(key && known?.verify(MLDSA, message, key.sign(MLDSA, message)));
      }
      const stranger = mlDsa()[type].keygen(new Uint8Array(32)).secretKey;
      t.is(algorithm.privateKey({ type, seed: SEED, expanded: stranger }), undefined, 'of another seed');
      for (const wrong of [expanded.subarray(1), concat(expanded, Uint8Array.of(0)), new Uint8Array(0)]) {
        t.is(algorithm.privateKey({ type, expanded: wrong }), undefined);
        t.is(algorithm.privateKey({ type, seed: SEED, expanded: wrong }), undefined);
      }
      // The last part is t0: of another key's, signatures come out wrong or not at all.
      const mixed = expanded.slice();
      mixed.set(stranger.subarray(expanded.length >> 1), expanded.length >> 1);
      t.is(algorithm.privateKey({ type, expanded: mixed }), undefined, 'half of another key');
    }
  });
}

test('ML-DSA signatures of each core verify under the other', (t) => {
  for (const [type] of ML_DSA) {
    const keys = [portable, native ?? portable].map((core) =>
      need(core.keys, type).privateKey({ type, seed: SEED }),
    );
    const [ours, theirs] = keys;
    if (!ours || !theirs) return t.fail(type);
    t.true(theirs.publicKey.verify(MLDSA, SEED, ours.sign(MLDSA, SEED)));
    t.true(ours.publicKey.verify(MLDSA, SEED, theirs.sign(MLDSA, SEED)));
  }
});

function hybrid(core: CryptoProvider) {
  return { group: need(core.groups, 'X25519MLKEM768'), x25519: need(core.groups, 'x25519') };
}
