/**
 * node built-core.mjs FOLDER: loads what was built, then does something by every algorithm of the portable core that
 * leans on noble. Prints how often the host's generator was touched by loading alone, and what has worked.
 */
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';

// Noble tries the generator whenever it defines a curve.
const { crypto } = globalThis;
let touched = 0;
Object.defineProperty(globalThis, 'crypto', {
  get: () => {
    touched++;
    return crypto;
  },
});
const load = (entry) => import(pathToFileURL(join(process.argv[2], entry)).href);
await load('index.js');
const { portable } = await load('crypto/index.js');
const byLoading = touched;

const worked = [];
const data = new Uint8Array(32).fill(7);
const same = (a, b) => Buffer.compare(a, b) === 0;

for (const { name, start, respond } of portable.groups.values()) {
  const key = start();
  const { share, secret } = respond(key.share);
  if (same(secret, key.agree(share))) worked.push(name);
}
for (const { name, digest, hmac } of portable.hashes.values()) {
  if (digest(data).length === hmac(data, data).length) worked.push(name);
}
for (const { name, keyLength, nonceLength, withKey } of portable.aeads.values()) {
  const key = withKey(data.subarray(0, keyLength));
  const nonce = data.subarray(0, nonceLength);
  if (same(key.open(nonce, data, Buffer.concat(key.seal(nonce, data, data))), data)) worked.push(name);
}
for (const { type, privateKey } of portable.keys.values()) {
  if (type === 'rsa') continue;
  const bytes = new Uint8Array({ secp384r1: 48, secp521r1: 66, ed448: 57 }[type] ?? 32).fill(1);
  const key = privateKey({ type, scalar: bytes, seed: bytes });
  const recipe = { kind: { s: 'ecdsa', e: 'eddsa', m: 'mldsa' }[type[0]], hash: 'sha256' };
  if (key.publicKey.verify(recipe, data, key.sign(recipe, data))) worked.push(type);
}
const { pbkdf2, scrypt } = portable.passwords;
if (pbkdf2('sha256', data, data, 1, 8).length === 8) worked.push('pbkdf2');
if (scrypt(data, data, { N: 2, r: 1, p: 1 }, 8).length === 8) worked.push('scrypt');

console.log(JSON.stringify({ byLoading, touched, worked }));
