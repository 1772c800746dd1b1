/** One published answer or more for every algorithm, under every core: a fresh clone needs nothing beside it for these. */
import test from 'ava';
import { concat, fromHex, toHex, utf8 } from '../../lib/bytes/bytes.ts';
import type { SignatureRecipe } from '../../lib/crypto/index.ts';
import { cores, need } from './cores.ts';
import { DES_EDE3_CBC, FFDHE, RSA } from './openssl-answers.ts';
import {
  ABC,
  AEADS,
  CBC,
  EDDSA,
  EXCHANGES,
  HMACS,
  PBKDF2_SHA1,
  PBKDF2_SHA256,
  SCRYPT,
  SIGNATURES,
} from './published-answers.ts';

for (const core of cores) {
  test(`hashes of "abc" (RFC 1321, FIPS 180-4), ${core.name}`, (t) => {
    for (const [name, digest] of ABC) {
      const hash = need(core.hashes, name);
      t.is(toHex(hash.digest(utf8('abc'))), digest);
      const running = hash.start();
      running.update(utf8('a'));
      const branch = running.copy();
      branch.update(utf8('bc'));
      t.is(toHex(branch.peek()), digest);
      t.is(toHex(running.peek()), toHex(hash.digest(utf8('a'))), 'a copy is its own');
      running.update(utf8('bc'));
      t.is(toHex(running.peek()), digest, 'peeking does not end it');
      t.is(hash.digest(utf8('')).length, hash.outputLength);
    }
  });

  test(`HMAC (RFC 4231 cases 2 and 6, RFC 2202 case 2), ${core.name}`, (t) => {
    for (const [name, key, data, tag] of HMACS) {
      const hash = need(core.hashes, name);
      t.is(toHex(hash.hmac(key, utf8(data))), tag);
      const keyed = hash.keyedHmac(key);
      t.is(toHex(keyed.mac(utf8(data.slice(0, 7)), utf8(data.slice(7)))), tag);
      t.is(toHex(keyed.mac(utf8(data))), tag, 'and again');
    }
  });

  test(`AEADs (SP 800-38D, SP 800-38C, RFC 8439), ${core.name}`, (t) => {
    for (const [name, key, nonce, aad, plaintext, sealed] of AEADS) {
      const state = need(core.aeads, name).withKey(fromHex(key));
      const result = concat(...state.seal(fromHex(nonce), fromHex(aad), fromHex(plaintext)));
      t.is(toHex(result), sealed, name);
      t.is(toHex(state.open(fromHex(nonce), fromHex(aad), result) ?? utf8('refused')), plaintext, name);
    }
  });

  test(`AES-CBC (SP 800-38A F.2), ${core.name}`, (t) => {
    const iv = fromHex('000102030405060708090a0b0c0d0e0f');
    const plaintext = '6bc1bee22e409f96e93d7e117393172aae2d8a571e03ac9c9eb76fac45af8e51';
    for (const [name, key, ciphertext] of CBC) {
      const state = need(core.blockCiphers, name).withKey(fromHex(key));
      t.is(toHex(state.encrypt(iv, fromHex(plaintext))), ciphertext);
      t.is(toHex(state.decrypt(iv, fromHex(ciphertext))), plaintext);
    }
  });

  test(`3DES-CBC (OpenSSL), ${core.name}`, (t) => {
    const { key, iv, plaintext, ciphertext } = DES_EDE3_CBC;
    const state = need(core.blockCiphers, 'des_ede3_cbc').withKey(fromHex(key));
    t.is(toHex(state.encrypt(fromHex(iv), utf8(plaintext))), ciphertext);
    t.deepEqual(state.decrypt(fromHex(iv), fromHex(ciphertext)), utf8(plaintext));
  });

  test(`key exchange (RFC 7748 section 6, OpenSSL), ${core.name}`, (t) => {
    for (const [name, ours, theirs, ourShare, theirShare, secret] of EXCHANGES) {
      const group = need(core.groups, name);
      const a = group.start(fromHex(ours));
      const b = group.start(fromHex(theirs));
      t.is(toHex(a.share), ourShare);
      t.is(toHex(b.share), theirShare);
      t.is(toHex(a.agree(b.share) ?? utf8('refused')), secret);
      t.is(toHex(group.respond(a.share, fromHex(theirs))?.secret ?? utf8('refused')), secret);
    }
  });

  test(`finite-field groups (OpenSSL), ${core.name}`, (t) => {
    const sha256 = need(core.hashes, 'sha256');
    for (const { name, ours, theirs, ourShare, theirShare, secret } of FFDHE) {
      const group = need(core.groups, name);
      const a = group.start(fromHex(ours));
      const b = group.respond(a.share, fromHex(theirs));
      t.is(toHex(sha256.digest(a.share)), ourShare, name);
      t.is(toHex(sha256.digest(b?.share ?? utf8('refused'))), theirShare, name);
      t.is(toHex(sha256.digest(b?.secret ?? utf8('refused'))), secret, name);
      t.is(toHex(b ? (a.agree(b.share) ?? utf8('refused')) : utf8('refused')), toHex(b?.secret ?? utf8('')));
    }
  });

  test(`ECDSA signatures verify (RFC 6979 A.2.5, OpenSSL), ${core.name}`, (t) => {
    for (const [parts, recipe, message, signature] of SIGNATURES) {
      const key = need(core.keys, parts.type).publicKey(parts);
      t.true(key?.verify(recipe, message, signature), parts.type);
      t.false(key?.verify(recipe, concat(message, utf8('!')), signature), parts.type);
    }
  });

  test(`EdDSA signs as RFC 8032 section 7 has it, ${core.name}`, (t) => {
    for (const [type, seed, publicKey, message, signature] of EDDSA) {
      const key = need(core.keys, type).privateKey({ type, seed: fromHex(seed) });
      t.deepEqual(key?.publicKey.parts, { type, key: fromHex(publicKey) });
      t.is(toHex(key?.sign({ kind: 'eddsa' }, fromHex(message)) ?? utf8('')), signature);
    }
  });

  test(`RSA (OpenSSL), ${core.name}`, (t) => {
    const numbers = (names: readonly (keyof typeof RSA)[]) => names.map((name) => fromHex(RSA[name]));
    const [modulus, exponent, privateExponent, prime1, prime2, exponent1, exponent2, coefficient] = numbers([
      'modulus',
      'exponent',
      'privateExponent',
      'prime1',
      'prime2',
      'exponent1',
      'exponent2',
      'coefficient',
    ]);
    const [pkcs1Sha256, pssSha384, ciphertext] = numbers(['pkcs1Sha256', 'pssSha384', 'ciphertext']);
    const key = need(core.keys, 'rsa').privateKey({
      type: 'rsa',
      ...{ modulus, exponent, privateExponent, prime1, prime2, exponent1, exponent2, coefficient },
    });
    if (!key?.decrypt) return t.fail('no key');
    const message = utf8(RSA.message);
    const pss: SignatureRecipe = { kind: 'rsa_pss', hash: 'sha384', mgfHash: 'sha384', saltLength: 48 };
    t.is(toHex(key.sign({ kind: 'rsa_pkcs1', hash: 'sha256' }, message)), RSA.pkcs1Sha256);
    t.true(key.publicKey.verify({ kind: 'rsa_pkcs1', hash: 'sha256' }, message, pkcs1Sha256));
    t.true(key.publicKey.verify(pss, message, pssSha384));
    t.false(key.publicKey.verify({ ...pss, saltLength: 32 }, message, pssSha384));
    t.deepEqual(key.decrypt(ciphertext, new Uint8Array(message.length)), message);
  });

  test(`PBKDF2 (RFC 6070, RFC 7914 section 11) and scrypt (RFC 7914 section 12), ${core.name}`, (t) => {
    const { pbkdf2, scrypt } = core.passwords;
    t.is(toHex(pbkdf2('sha1', utf8('password'), utf8('salt'), 2, 20)), PBKDF2_SHA1);
    t.is(toHex(pbkdf2('sha256', utf8('passwd'), utf8('salt'), 1, 64)), PBKDF2_SHA256);
    t.is(toHex(scrypt(utf8('password'), utf8('NaCl'), { N: 1024, r: 8, p: 16 }, 64)), SCRYPT);
  });

  test(`random bytes come in the number asked for, past the quota of getRandomValues too, ${core.name}`, (t) => {
    for (const length of [0, 1, 32, 65536, 70001]) t.is(core.random(length).length, length);
    t.notDeepEqual(core.random(32), core.random(32));
    t.true(
      core
        .random(70001)
        .subarray(65536)
        .some((byte) => byte !== 0),
    );
  });
}
