/** What the cores overwrite: keys that are spent, and secrets on the way. */
import * as nodeCrypto from 'node:crypto';
import test from 'ava';
import { attempt } from '../../lib/crypto/checks.ts';
import { nativeKeys } from '../../lib/crypto/native/keys.ts';
import { Ghash } from '../../lib/crypto/portable/ghash.ts';
import { portable } from '../../lib/crypto/portable/provider.ts';
import { cores, need } from './cores.ts';
import { FFDHE2048 } from './published-answers.ts';
import { rsa2048 } from './raw-rsa.ts';

const EMPTY = new Uint8Array(0);

for (const core of cores) {
  for (const aead of core.aeads.values())
    test(`${aead.name} under a wiped key is of no use, ${core.name}`, (t) => {
      const [used, unused] = [0, 1].map(() => aead.withKey(new Uint8Array(aead.keyLength).fill(7)));
      const nonce = new Uint8Array(12);
      const seal = (key: typeof used) =>
        key.seal(nonce, EMPTY, new Uint8Array(2000)).flatMap((part) => [...part]);
      const before = seal(used);
      used.wipe();
      unused.wipe();
      t.notDeepEqual(seal(used), before);
      t.notDeepEqual(seal(unused), before);
      t.is(used.open(nonce, EMPTY, Uint8Array.from(before)), undefined);
    });

  for (const cipher of core.blockCiphers.values())
    test(`${cipher.name} under a wiped key is of no use, both ways, ${core.name}`, (t) => {
      const key = cipher.withKey(new Uint8Array(cipher.keyLength).fill(7));
      const [iv, text] = [cipher.blockLength, 4 * cipher.blockLength].map((length) => new Uint8Array(length));
      const before = [key.encrypt(iv, text), key.decrypt(iv, text)];
      key.wipe();
      t.notDeepEqual(key.encrypt(iv, text), before[0]);
      t.notDeepEqual(key.decrypt(iv, text), before[1]);
    });

  test(`a wiped HMAC is of no use, ${core.name}`, (t) => {
    for (const hash of core.hashes.values()) {
      const keyed = hash.keyedHmac(new Uint8Array(20).fill(7));
      const before = keyed.mac(EMPTY);
      keyed.wipe();
      const after = attempt(() => keyed.mac(EMPTY)); // noble refuses to go on
      t.notDeepEqual(after, before, hash.name);
    }
  });
}

test('a portable key share is of no use once it is wiped', (t) => {
  for (const name of [
    'x25519',
    'x448',
    'secp256r1',
    'secp384r1',
    'secp521r1',
    'ffdhe2048',
    'X25519MLKEM768',
  ] as const) {
    const group = need(portable.groups, name);
    const key = group.start();
    const peer = group.respond(key.share);
    if (!peer) return t.fail(name);
    t.deepEqual(key.agree(peer.share), peer.secret, name);
    key.wipe();
    const after = attempt(() => key.agree(peer.share));
    t.notDeepEqual(after?.subarray(0, 32), peer.secret.subarray(0, 32), name);
    t.notDeepEqual(after?.subarray(-32), peer.secret.subarray(-32), name);
  }
  const parameters = { prime: FFDHE2048, generator: Uint8Array.of(2) };
  const [ours, theirs] = [portable.dh.start(parameters), portable.dh.start(parameters)];
  const secret = ours?.agree(theirs?.share ?? EMPTY);
  t.is(secret?.length, FFDHE2048.length);
  ours?.wipe();
  t.notDeepEqual(ours?.agree(theirs?.share ?? EMPTY), secret);
});

test('GHASH keeps neither key nor table nor state', (t) => {
  const key = Uint32Array.of(1, 2, 3, 4);
  const ghash = new Ghash(key);
  ghash.update(new Uint8Array(3000).fill(5));
  ghash.wipe();
  t.deepEqual([...key, ...ghash.state], [0, 0, 0, 0, 0, 0, 0, 0]);
  ghash.update(new Uint8Array(3000).fill(5));
  t.deepEqual([...ghash.state], [0, 0, 0, 0], 'a table of zeros');
});

test('AES-GCM does not touch the key that it was given, and wipes its own', (t) => {
  const given = new Uint8Array(16).fill(7);
  const key = need(portable.aeads, 'aes_128_gcm').withKey(given);
  key.wipe();
  t.deepEqual(given, new Uint8Array(16).fill(7));
  const used = need(portable.aeads, 'aes_128_gcm').withKey(given);
  const sealed = () => [EMPTY, given].map((aad) => used.seal(new Uint8Array(12), aad, new Uint8Array(3000)));
  t.notDeepEqual(...(sealed() as [unknown, unknown]));
  used.wipe();
  t.deepEqual(...(sealed() as [unknown, unknown]), 'with a hash key of zero all data hash alike');
  const zero = need(portable.aeads, 'aes_128_gcm').withKey(new Uint8Array(16));
  const nonce = new Uint8Array(12);
  t.deepEqual(
    key.seal(nonce, EMPTY, given),
    zero.seal(nonce, EMPTY, given),
    'never used: its key is zeros now',
  );
});

test('what RSA has decrypted does not stay behind, whether it was good or not', (t) => {
  const decrypted: Uint8Array[] = [];
  const watching = {
    ...nodeCrypto,
    privateDecrypt: (...given: Parameters<typeof nodeCrypto.privateDecrypt>) => {
      const block = nodeCrypto.privateDecrypt(...given);
      decrypted.push(block);
      return block;
    },
  };
  const key = need(nativeKeys(watching, portable.keys), 'rsa').privateKey(rsa2048);
  const secret = new Uint8Array(48).fill(9);
  const ciphertext = key?.publicKey.encrypt?.(secret) ?? EMPTY;
  t.deepEqual(key?.decrypt?.(ciphertext, new Uint8Array(48)), secret);
  t.deepEqual(key?.decrypt?.(ciphertext, new Uint8Array(47)), new Uint8Array(47));
  t.is(decrypted.length, 2);
  t.true(decrypted.every((block) => block.every((byte) => byte === 0)));
});
