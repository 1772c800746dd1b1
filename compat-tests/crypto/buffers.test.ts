/** Keys as `Buffer`s, whose `slice()` copies nothing: a core keeps what it needs of them, and wipes its own alone. */
import { readFileSync } from 'node:fs';
import test from 'ava';
import type { PrivateKeyParts, PublicKeyParts, SignatureRecipe } from '../../lib/crypto/index.ts';
import { portable } from '../../lib/crypto/index.ts';
import { parsePrivateKey } from '../../lib/pki/private-key.ts';
import { certificate } from '../tools/certs.ts';
import { forEachCore } from '../tools/pair.ts';

const MESSAGE = Buffer.from('a message');

/** The same parts in `Buffer`s, and these. */
function inBuffers<Parts extends PrivateKeyParts | PublicKeyParts>(
  parts: Parts,
): { parts: Parts; buffers: Buffer[] } {
  const buffers: Buffer[] = [];
  const entries = Object.entries(parts).map(([name, value]) => {
    if (!(value instanceof Uint8Array)) return [name, value];
    const buffer = Buffer.from(value);
    buffers.push(buffer);
    return [name, buffer];
  });
  return { parts: Object.fromEntries(entries) as Parts, buffers };
}

const keys: readonly (readonly [PrivateKeyParts, SignatureRecipe])[] = [
  [parsed('rsa2048.pem'), { kind: 'rsa_pkcs1', hash: 'sha256' }],
  [parsed('p256.pem'), { kind: 'ecdsa', hash: 'sha256' }],
  [parsed('p384.pem'), { kind: 'ecdsa', hash: 'sha384' }],
  [parsed('p521.pem'), { kind: 'ecdsa', hash: 'sha512' }],
  [parsed('ed25519.pem'), { kind: 'eddsa' }],
  [parsed('ed448.pem'), { kind: 'eddsa' }],
  [{ type: 'mldsa44', seed: new Uint8Array(32).fill(5) }, { kind: 'mldsa' }],
];

function parsed(name: string): PrivateKeyParts {
  return parsePrivateKey(readFileSync(certificate(name), 'latin1'), portable);
}

forEachCore((core) => {
  for (const [name, { keyLength, nonceLength, withKey }] of core.aeads)
    test(`${name} (${core.name})`, (t) => {
      const key = Buffer.alloc(keyLength, 3);
      const nonce = Buffer.alloc(nonceLength, 4);
      const [mine, other] = [withKey(key), withKey(Uint8Array.from(key))];
      key.fill(0);
      const sealed = Buffer.concat(mine.seal(nonce, MESSAGE, MESSAGE));
      t.deepEqual(other.open(nonce, MESSAGE, sealed), Uint8Array.from(MESSAGE), 'the key may be overwritten');
      const opened = mine.open(nonce, MESSAGE, sealed);
      t.is(opened?.constructor, Uint8Array);
      const third = Buffer.alloc(keyLength, 3);
      withKey(third).wipe();
      t.deepEqual(third, Buffer.alloc(keyLength, 3), 'and is not wiped for its owner');
    });

  for (const [name, { start }] of core.groups) {
    if (name === 'X25519MLKEM768' || name.startsWith('ffdhe')) continue; // their private keys have no one encoding
    test(`${name} (${core.name})`, (t) => {
      const length = { x448: 56, secp384r1: 48, secp521r1: 66 }[name as string] ?? 32;
      const secret = Buffer.alloc(length, 1);
      if (name === 'secp521r1') secret[0] = 0;
      const before = Buffer.from(secret);
      const peer = start();
      const own = start(secret);
      secret.fill(0);
      t.deepEqual(own.agree(peer.share), peer.agree(own.share));
      t.is(own.share.constructor, Uint8Array);
      const given = Buffer.from(before);
      start(given).wipe();
      t.deepEqual(given, before);
    });
  }

  for (const [original, recipe] of keys)
    test(`signatures with ${original.type} (${core.name})`, (t) => {
      const { parts, buffers } = inBuffers(original);
      const algorithm = core.keys.get(original.type);
      const key = algorithm?.privateKey(parts);
      for (const buffer of buffers) buffer.fill(0);
      const signature = key?.sign(recipe, MESSAGE);
      if (algorithm === undefined || key === undefined || signature === undefined) return t.fail();
      t.is(signature.constructor, Uint8Array);
      const known = inBuffers(key.publicKey.parts);
      const check = algorithm.publicKey(known.parts);
      for (const buffer of known.buffers) buffer.fill(0);
      t.true(check?.verify(recipe, MESSAGE, Buffer.from(signature)));
      t.false(check?.verify(recipe, Buffer.from('another'), Buffer.from(signature)));
    });
});
