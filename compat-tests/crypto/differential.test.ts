/** The cores against each other, on inputs out of a seed: what one makes, the other takes, and gives back the same. */
import test from 'ava';
import { concat, equal } from '../../lib/bytes/bytes.ts';
import { type CryptoProvider, native, portable, type SignatureRecipe } from '../../lib/crypto/index.ts';
import { need } from './cores.ts';
import { FFDHE2048 } from './published-answers.ts';
import { bytesFrom, seeded } from './seeded.ts';

const SEED = 5903;

/** Around the sizes of blocks, and a full record. */
const LENGTHS = [0, 1, 15, 16, 17, 31, 32, 63, 64, 65, 100, 255, 256, 1000, 16384];

if (!native) {
  test('the cores agree', (t) => t.pass('skipped: no node:crypto here'));
} else {
  compare(native);
}

function compare(other: CryptoProvider): void {
  test(`hashes and HMAC agree (seed ${SEED})`, (t) => {
    const random = seeded(SEED);
    for (const [name, ours] of portable.hashes) {
      const theirs = need(other.hashes, name);
      t.deepEqual([ours.outputLength, ours.blockLength], [theirs.outputLength, theirs.blockLength]);
      for (const length of LENGTHS) {
        const data = bytesFrom(random, length);
        const key = bytesFrom(random, Math.floor(random() * 200));
        t.deepEqual(ours.digest(data), theirs.digest(data));
        t.deepEqual(ours.hmac(key, data), theirs.hmac(key, data));
        t.deepEqual(ours.keyedHmac(key).mac(data, key), theirs.keyedHmac(key).mac(data, key));
        const [left, right] = [ours.start(), theirs.start()];
        for (let at = 0; at < data.length; ) {
          const part = data.subarray(at, at + 1 + Math.floor(random() * 200));
          at += part.length;
          left.update(part);
          right.update(part);
          if (random() < 0.2) t.deepEqual(left.peek(), right.peek());
        }
        t.deepEqual(left.copy().peek(), right.copy().peek());
      }
    }
  });

  test(`AEADs agree (seed ${SEED})`, (t) => {
    const random = seeded(SEED);
    for (const [name, ours] of portable.aeads) {
      const theirs = need(other.aeads, name);
      t.deepEqual(
        [ours.keyLength, ours.nonceLength, ours.tagLength],
        [theirs.keyLength, theirs.nonceLength, theirs.tagLength],
      );
      const key = bytesFrom(random, ours.keyLength);
      const [left, right] = [ours.withKey(key), theirs.withKey(key)];
      for (const length of LENGTHS) {
        // Not at the start of their buffers: a record's parts are views of it.
        const nonce = bytesFrom(random, 13).subarray(1);
        const aad = bytesFrom(random, 1 + Math.floor(random() * 40)).subarray(1);
        const plaintext = bytesFrom(random, length + 3).subarray(3);
        const sealed = concat(...left.seal(nonce, aad, plaintext));
        t.true(equal(sealed, concat(...right.seal(nonce, aad, plaintext))), `${name} ${length}`);
        t.true(equal(right.open(nonce, aad, sealed) ?? sealed, plaintext), `${name} ${length}`);
        t.true(equal(left.open(nonce, aad, sealed) ?? sealed, plaintext), `${name} ${length}`);
        sealed[Math.floor(random() * sealed.length)] ^= 1 << Math.floor(random() * 8);
        t.is(left.open(nonce, aad, sealed), undefined);
        t.is(right.open(nonce, aad, sealed), undefined);
      }
    }
  });

  test(`AES-GCM agrees on more than 256 blocks at once, where a counter's byte turns over (seed ${SEED})`, (t) => {
    const random = seeded(SEED);
    const key = bytesFrom(random, 16);
    const nonce = bytesFrom(random, 12);
    const text = bytesFrom(random, 70_000);
    const [left, right] = [portable, other].map((core) => need(core.aeads, 'aes_128_gcm').withKey(key));
    t.true(equal(concat(...left.seal(nonce, text, text)), concat(...right.seal(nonce, text, text))));
  });

  test(`CBC agrees (seed ${SEED})`, (t) => {
    const random = seeded(SEED);
    for (const [name, ours] of portable.blockCiphers) {
      const key = bytesFrom(random, ours.keyLength);
      const [left, right] = [ours.withKey(key), need(other.blockCiphers, name).withKey(key)];
      for (const blocks of [0, 1, 2, 7, 64]) {
        const iv = bytesFrom(random, ours.blockLength);
        const plaintext = bytesFrom(random, blocks * ours.blockLength + 1).subarray(1);
        const ciphertext = left.encrypt(iv, plaintext);
        t.deepEqual(ciphertext, right.encrypt(iv, plaintext));
        t.deepEqual(left.decrypt(iv, ciphertext), plaintext.slice());
        t.deepEqual(right.decrypt(iv, ciphertext), plaintext.slice());
      }
    }
  });

  test('groups agree, whoever starts', (t) => {
    for (const name of portable.groups.keys()) {
      for (const [first, second] of [
        [portable, other],
        [other, portable],
      ]) {
        const started = need(first.groups, name).start();
        const answered = need(second.groups, name).respond(started.share);
        if (!answered) return t.fail(name);
        t.is(first.groups.get(name)?.respond(started.share)?.share.length, answered.share.length, name);
        t.deepEqual(started.agree(answered.share), answered.secret, name);
      }
    }
  });

  test('a group that is given by its numbers agrees, whoever starts', (t) => {
    const parameters = { prime: FFDHE2048, generator: Uint8Array.of(2) };
    for (const [first, second] of [
      [portable, other],
      [other, portable],
      [other, other],
    ]) {
      const [ours, theirs] = [first.dh.start(parameters), second.dh.start(parameters)];
      if (!ours || !theirs) return t.fail('no share');
      const secret = ours.agree(theirs.share);
      t.is(secret?.length, FFDHE2048.length);
      t.deepEqual(secret, theirs.agree(ours.share));
    }
  });

  test(`x25519 gives the same share by the ladder and by the table (seed ${SEED})`, (t) => {
    const random = seeded(SEED);
    const [ours, theirs] = [need(portable.groups, 'x25519'), need(other.groups, 'x25519')];
    for (let i = 0; i < 60; i++) {
      const key = bytesFrom(random, 32);
      t.deepEqual(ours.start(key).share, theirs.start(key).share);
    }
  });

  test(`signatures of each core verify under the other (seed ${SEED})`, (t) => {
    const random = seeded(SEED);
    for (const type of ['secp256r1', 'secp384r1', 'secp521r1', 'ed25519', 'ed448'] as const) {
      const length = { secp256r1: 32, secp384r1: 48, secp521r1: 65, ed25519: 32, ed448: 57 }[type];
      const secret = bytesFrom(random, length);
      const isCurve = type === 'secp256r1' || type === 'secp384r1' || type === 'secp521r1';
      const parts = isCurve ? { type, scalar: secret } : { type, seed: secret };
      const [left, right] = [portable, other].map((core) => need(core.keys, type).privateKey(parts));
      if (!left || !right) return t.fail(`no key of type ${type}`);
      t.deepEqual(left.publicKey.parts, right.publicKey.parts);
      t.is(left.bits, right.bits);
      const recipes: SignatureRecipe[] = isCurve
        ? (['sha1', 'sha224', 'sha256', 'sha384', 'sha512'] as const).map((hash) => ({ kind: 'ecdsa', hash }))
        : [{ kind: 'eddsa' }];
      for (const recipe of recipes) {
        const message = bytesFrom(random, 77);
        for (const [signer, verifier] of [
          [left, right],
          [right, left],
        ]) {
          const signature = signer.sign(recipe, message);
          t.true(verifier.publicKey.verify(recipe, message, signature));
          signature[signature.length >> 1] ^= 1;
          t.false(verifier.publicKey.verify(recipe, message, signature));
        }
      }
    }
  });

  test(`password derivation agrees (seed ${SEED})`, (t) => {
    const random = seeded(SEED);
    for (const hash of portable.hashes.keys()) {
      const [password, salt] = [bytesFrom(random, 20), bytesFrom(random, 8)];
      t.deepEqual(
        portable.passwords.pbkdf2(hash, password, salt, 7, 50),
        other.passwords.pbkdf2(hash, password, salt, 7, 50),
      );
    }
    const cost = { N: 64, r: 2, p: 3 };
    const [password, salt] = [bytesFrom(random, 20), bytesFrom(random, 8)];
    t.deepEqual(
      portable.passwords.scrypt(password, salt, cost, 70),
      other.passwords.scrypt(password, salt, cost, 70),
    );
  });

  test('what the cores hand out are plain arrays, not buffers that share', (t) => {
    const hash = need(other.hashes, 'sha256');
    const key = need(other.aeads, 'aes_128_gcm').withKey(new Uint8Array(16));
    const sealed = key.seal(new Uint8Array(12), new Uint8Array(0), new Uint8Array(5));
    const opened = key.open(new Uint8Array(12), new Uint8Array(0), concat(...sealed));
    const share = need(other.groups, 'secp256r1').start().share;
    for (const bytes of [hash.digest(share), ...sealed, opened, share, other.random(5)]) {
      t.is(bytes && Object.getPrototypeOf(bytes), Uint8Array.prototype);
    }
  });
}
