/** For each type of group in Wycheproof, how a provider is asked what it makes of a case. */
import { createPrivateKey } from 'node:crypto';
import { concat, equal, fromHex } from '../../lib/bytes/bytes.ts';
import type {
  AeadName,
  BlockCipherName,
  CryptoProvider,
  HashName,
  PrivateKeyParts,
  SignatureRecipe,
} from '../../lib/crypto/index.ts';

/** What a provider made of a case; accepting means that the output was the one listed, too. */
export type Answer = 'accepts' | 'refuses' | { readonly skip: string };

export interface Case {
  readonly tcId: number;
  readonly comment?: string;
  readonly flags: readonly string[];
  readonly result: 'valid' | 'invalid' | 'acceptable';
  /** Everything else is hexadecimal, but for a few numbers. */
  readonly [field: string]: unknown;
}

export interface Group {
  readonly type: string;
  readonly [field: string]: unknown;
}

type Judge = { readonly answer: (test: Case) => Answer } | { readonly skip: string };

export const judges: Readonly<Record<string, (group: Group, provider: CryptoProvider) => Judge>> = {
  AeadTest: aead,
  IndCpaTest: cbc,
  MacTest: mac,
  HkdfTest: hkdf,
  EcdhEcpointTest: (group, provider) => exchange(group, provider, (bytes) => bytes),
  EcdhTest: (group, provider) => exchange(group, provider, (bytes) => pointOfSpki(group, bytes)),
  XdhComp: (group, provider) => exchange(group, provider, (bytes) => bytes),
  EcdsaVerify: ecdsa,
  EddsaVerify: eddsa,
  RsassaPkcs1Verify: (group, provider) => rsaVerify(group, provider, (hash) => ({ kind: 'rsa_pkcs1', hash })),
  RsassaPssVerify: pss,
  RsassaPssWithParametersVerify: pss,
  RsassaPkcs1Generate: rsaSign,
  RsaesPkcs1Decrypt: rsaDecrypt,
  MLKEMTest: mlKemDecapsulation,
  MLKEMEncapsTest: mlKemEncapsulation,
  MLKEMKeyGen: mlKemKey,
  MLKEMDecapsValidationTest: () => ({
    skip: 'a decapsulation key, which is never read: each is made for one handshake',
  }),
  MlDsaVerify: mlDsa,
  PrimalityTest: () => ({
    skip: 'a test of primes, which nothing here makes: groups are fixed, RSA keys are read',
  }),
  EcCurveTest: () => ({ skip: 'parameters of curves, which are never read: curves go by their names' }),
};

// --- reading --------------------------------------------------------------------------------------------------------

function bytesOf(source: object, field: string): Uint8Array {
  const text = (source as Record<string, unknown>)[field];
  if (typeof text !== 'string') throw new Error(`${field} is missing`);
  return fromHex(text);
}

/** A number, whose hexadecimal may have an odd length or zeros in front, in `length` bytes if that is given. */
function numberOf(source: object, field: string, length?: number): Uint8Array {
  const text = String((source as Record<string, unknown>)[field]).replace(/^0+/, '');
  return fromHex(text.padStart(length === undefined ? text.length + (text.length % 2) : 2 * length, '0'));
}

function hashOf(sha: unknown): HashName | undefined {
  const name = String(sha).toLowerCase().replace('-', '');
  return (['md5', 'sha1', 'sha224', 'sha256', 'sha384', 'sha512'] as const).find((known) => known === name);
}

function accept(right: boolean): Answer {
  return right ? 'accepts' : 'refuses';
}

// --- ciphers ----------------------------------------------------------------------------------------------------------

function aead(group: Group, provider: CryptoProvider): Judge {
  const bits = group.keySize;
  const names: AeadName[] = [
    `aes_${bits}_gcm`,
    `aes_${bits}_ccm`,
    `aes_${bits}_ccm_8`,
    'chacha20_poly1305',
  ].filter((name): name is AeadName => provider.aeads.has(name as AeadName));
  return {
    answer: (test) => {
      const algorithm = names
        .map((name) => provider.aeads.get(name))
        .find((known) => known && isFor(known.name, group) && 8 * known.tagLength === group.tagSize);
      if (!algorithm) return { skip: 'AEAD with a key or tag of a length that TLS has not' };
      const [key, iv, aad, msg] = ['key', 'iv', 'aad', 'msg'].map((field) => bytesOf(test, field));
      const sealed = concat(bytesOf(test, 'ct'), bytesOf(test, 'tag'));
      if (iv.length !== algorithm.nonceLength && iv.length > 0)
        return { skip: 'nonce of a length that TLS has not' };
      const state = algorithm.withKey(key);
      const opened = state.open(iv, aad, sealed);
      if (test.result === 'invalid') return accept(opened !== undefined);
      return accept(
        opened !== undefined && equal(opened, msg) && equal(concat(...state.seal(iv, aad, msg)), sealed),
      );
    },
  };
}

/** The group does not name its cipher; the runner puts the file's algorithm there. */
function isFor(name: AeadName, group: Group): boolean {
  const algorithm = String(group.algorithm);
  if (algorithm === 'AES-GCM') return name.endsWith('_gcm');
  if (algorithm === 'AES-CCM') return name.includes('_ccm');
  return algorithm === 'CHACHA20-POLY1305' && name === 'chacha20_poly1305';
}

function cbc(group: Group, provider: CryptoProvider): Judge {
  const algorithm = provider.blockCiphers.get(`aes_${group.keySize}_cbc` as BlockCipherName);
  if (!algorithm) return { skip: `no CBC with keys of ${group.keySize} bits` };
  return {
    answer: (test) => {
      const [iv, msg, ct] = ['iv', 'msg', 'ct'].map((field) => bytesOf(test, field));
      const key = algorithm.withKey(bytesOf(test, 'key'));
      const decrypted = unpad(key.decrypt(iv, ct));
      if (test.result === 'invalid') return accept(decrypted !== undefined);
      const padding = 16 - (msg.length % 16);
      const padded = concat(msg, new Uint8Array(padding).fill(padding));
      return accept(decrypted !== undefined && equal(decrypted, msg) && equal(key.encrypt(iv, padded), ct));
    },
  };
}

/** PKCS#7 padding (RFC 5652 section 6.3); `undefined` where it is wrong. */
function unpad(padded: Uint8Array): Uint8Array | undefined {
  const count = padded.at(-1) ?? 0;
  if (count < 1 || count > 16 || count > padded.length) return undefined;
  const end = padded.length - count;
  return padded.subarray(end).every((byte) => byte === count) ? padded.subarray(0, end) : undefined;
}

// --- hashes -------------------------------------------------------------------------------------------------------------

function mac(group: Group, provider: CryptoProvider): Judge {
  const hash = provider.hashes.get(hashOf(String(group.algorithm).replace('HMAC', '')) as HashName);
  if (!hash) return { skip: `no ${group.algorithm}` };
  const length = Number(group.tagSize) / 8;
  return {
    answer: (test) => {
      const [key, msg, tag] = ['key', 'msg', 'tag'].map((field) => bytesOf(test, field));
      const half = msg.length >> 1;
      const once = hash.hmac(key, msg).subarray(0, length);
      const inParts = hash.keyedHmac(key).mac(msg.subarray(0, half), msg.subarray(half)).subarray(0, length);
      if (!equal(once, inParts)) throw new Error('hmac and keyedHmac differ');
      return accept(equal(once, tag));
    },
  };
}

/** RFC 5869 on the provider's HMAC, in the fewest words. */
function hkdf(group: Group, provider: CryptoProvider): Judge {
  const hash = provider.hashes.get(hashOf(String(group.algorithm).replace('HKDF-', '')) as HashName);
  if (!hash) return { skip: `no ${group.algorithm}` };
  return {
    answer: (test) => {
      const [ikm, salt, info, okm] = ['ikm', 'salt', 'info', 'okm'].map((field) => bytesOf(test, field));
      const size = Number(test.size);
      if (size > 255 * hash.outputLength) return 'refuses';
      const prk = hash.hmac(salt, ikm);
      let block: Uint8Array = new Uint8Array(0);
      let output: Uint8Array = new Uint8Array(0);
      for (let i = 1; output.length < size; i++) {
        block = hash.hmac(prk, concat(block, info, Uint8Array.of(i)));
        output = concat(output, block);
      }
      return accept(equal(output.subarray(0, size), okm));
    },
  };
}

// --- key exchange ---------------------------------------------------------------------------------------------------------

const GROUPS = {
  secp256r1: { name: 'secp256r1', length: 32, spki: '3059301306072a8648ce3d020106082a8648ce3d030107034200' },
  secp384r1: { name: 'secp384r1', length: 48, spki: '3076301006072a8648ce3d020106052b81040022036200' },
  secp521r1: { name: 'secp521r1', length: 66, spki: '30819b301006072a8648ce3d020106052b8104002303818600' },
  curve25519: { name: 'x25519', length: 32, spki: '' },
  curve448: { name: 'x448', length: 56, spki: '' },
} as const;

function exchange(
  group: Group,
  provider: CryptoProvider,
  shareOf: (encoded: Uint8Array) => Uint8Array | undefined,
): Judge {
  const row = GROUPS[group.curve as keyof typeof GROUPS];
  const algorithm = row && provider.groups.get(row.name);
  if (!row || !algorithm) return { skip: `no group ${group.curve}` };
  return {
    answer: (test) => {
      const share = shareOf(bytesOf(test, 'public'));
      if (!share) return 'refuses';
      const isNumber = row.name.startsWith('secp');
      const privateKey = isNumber ? numberOf(test, 'private', row.length) : bytesOf(test, 'private');
      const secret = algorithm.start(privateKey).agree(share);
      const answered = algorithm.respond(share, privateKey)?.secret;
      if (!secret || !answered) return 'refuses';
      if (!equal(secret, answered)) throw new Error('start and respond differ');
      return accept(equal(secret, bytesOf(test, 'shared')));
    },
  };
}

/** The point out of the one right SubjectPublicKeyInfo of the curve; `undefined` for any other. */
function pointOfSpki(group: Group, spki: Uint8Array): Uint8Array | undefined {
  const row = GROUPS[group.curve as keyof typeof GROUPS];
  const prefix = fromHex(row.spki);
  const isRight =
    spki.length === prefix.length + 1 + 2 * row.length && equal(spki.subarray(0, prefix.length), prefix);
  return isRight ? spki.subarray(prefix.length) : undefined;
}

/**
 * ML-KEM is asked through the hybrid group, whose ML-KEM part comes first everywhere. An X25519 key of ones stands beside it.
 */
const BESIDE = new Uint8Array(32).fill(1);
const CIPHERTEXT_LENGTH = 1088;
const SECRET_LENGTH = 32;

function hybrid(provider: CryptoProvider) {
  const algorithm = provider.groups.get('X25519MLKEM768');
  const beside = provider.groups.get('x25519')?.start(BESIDE).share;
  return algorithm && beside && { algorithm, beside };
}

function mlKemDecapsulation(_group: Group, provider: CryptoProvider): Judge {
  const kem = hybrid(provider);
  if (!kem) return { skip: 'no ML-KEM-768' };
  return {
    answer: (test) => {
      const key = kem.algorithm.start(concat(bytesOf(test, 'seed'), BESIDE));
      const secret = key.agree(concat(bytesOf(test, 'c'), kem.beside))?.subarray(0, SECRET_LENGTH);
      if (!secret) return 'refuses';
      const [ek, K] = ['ek', 'K'].map((field) => bytesOf(test, field)); // which those to be refused leave out
      return accept(equal(key.share.subarray(0, ek.length), ek) && equal(secret, K));
    },
  };
}

function mlKemEncapsulation(_group: Group, provider: CryptoProvider): Judge {
  const kem = hybrid(provider);
  if (!kem) return { skip: 'no ML-KEM-768' };
  return {
    answer: (test) => {
      const [ek, m, c, K] = ['ek', 'm', 'c', 'K'].map((field) => bytesOf(test, field));
      const answered = kem.algorithm.respond(concat(ek, kem.beside), concat(m, BESIDE));
      if (!answered) return 'refuses';
      return accept(
        equal(answered.share.subarray(0, CIPHERTEXT_LENGTH), c) &&
          equal(answered.secret.subarray(0, SECRET_LENGTH), K),
      );
    },
  };
}

function mlKemKey(_group: Group, provider: CryptoProvider): Judge {
  const kem = hybrid(provider);
  if (!kem) return { skip: 'no ML-KEM-768' };
  return {
    answer: (test) => {
      const [seed, ek] = ['seed', 'ek'].map((field) => bytesOf(test, field));
      return accept(equal(kem.algorithm.start(concat(seed, BESIDE)).share.subarray(0, ek.length), ek));
    },
  };
}

// --- signatures -------------------------------------------------------------------------------------------------------------

function ecdsa(group: Group, provider: CryptoProvider): Judge {
  const { curve, uncompressed } = group.publicKey as { curve: string; uncompressed: string };
  const type = (['secp256r1', 'secp384r1', 'secp521r1'] as const).find((known) => known === curve);
  const hash = hashOf(group.sha);
  if (!type || !hash) return { skip: `no ECDSA over ${curve} with ${group.sha}` };
  const key = provider.keys.get(type)?.publicKey({ type, point: fromHex(uncompressed) });
  return {
    answer: (test) =>
      accept(key?.verify({ kind: 'ecdsa', hash }, bytesOf(test, 'msg'), bytesOf(test, 'sig')) ?? false),
  };
}

function eddsa(group: Group, provider: CryptoProvider): Judge {
  const { curve, pk } = group.publicKey as { curve: string; pk: string };
  const type = curve === 'edwards25519' ? 'ed25519' : curve === 'edwards448' ? 'ed448' : undefined;
  if (!type) return { skip: `no EdDSA over ${curve}` };
  const key = provider.keys.get(type)?.publicKey({ type, key: fromHex(pk) });
  return {
    answer: (test) =>
      accept(key?.verify({ kind: 'eddsa' }, bytesOf(test, 'msg'), bytesOf(test, 'sig')) ?? false),
  };
}

function mlDsa(group: Group, provider: CryptoProvider): Judge {
  const type = `mldsa${String(group.algorithm).replace('ML-DSA-', '')}` as 'mldsa44' | 'mldsa65' | 'mldsa87';
  const key = provider.keys.get(type)?.publicKey({ type, key: bytesOf(group, 'publicKey') });
  return {
    answer: (test) => {
      if (typeof test.ctx === 'string' && test.ctx !== '')
        return { skip: 'a context, which neither TLS nor X.509 has' };
      return accept(key?.verify({ kind: 'mldsa' }, bytesOf(test, 'msg'), bytesOf(test, 'sig')) ?? false);
    },
  };
}

function pss(group: Group, provider: CryptoProvider): Judge {
  const mgfHash = hashOf(group.mgfSha);
  if (group.mgf !== 'MGF1' || !mgfHash) return { skip: `no PSS with ${group.mgf} of ${group.mgfSha}` };
  const saltLength = Number(group.sLen);
  return rsaVerify(group, provider, (hash) => ({ kind: 'rsa_pss', hash, mgfHash, saltLength }));
}

function rsaVerify(
  group: Group,
  provider: CryptoProvider,
  recipeOf: (hash: HashName) => SignatureRecipe,
): Judge {
  const hash = hashOf(group.sha);
  if (!hash) return { skip: `no RSA with ${group.sha}` };
  const numbers = group.publicKey as object;
  const key = provider.keys.get('rsa')?.publicKey({
    type: 'rsa',
    modulus: numberOf(numbers, 'modulus'),
    exponent: numberOf(numbers, 'publicExponent'),
  });
  return {
    answer: (test) =>
      accept(key?.verify(recipeOf(hash), bytesOf(test, 'msg'), bytesOf(test, 'sig')) ?? false),
  };
}

function rsaSign(group: Group, provider: CryptoProvider): Judge {
  const hash = hashOf(group.sha);
  if (!hash) return { skip: `no RSA with ${group.sha}` };
  const key = provider.keys.get('rsa')?.privateKey(rsaParts(group));
  return {
    answer: (test) =>
      accept(
        !!key && equal(key.sign({ kind: 'rsa_pkcs1', hash }, bytesOf(test, 'msg')), bytesOf(test, 'sig')),
      ),
  };
}

function rsaDecrypt(group: Group, provider: CryptoProvider): Judge {
  const key = provider.keys.get('rsa')?.privateKey(rsaParts(group));
  return {
    answer: (test) => {
      const [ct, msg] = ['ct', 'msg'].map((field) => bytesOf(test, field));
      if (test.result === 'valid' && msg.length === 0)
        return { skip: 'an empty message, which nothing tells from a fallback' };
      // What is wrong with an invalid case is not listed, so it must come back as the fallback of any length.
      for (const length of new Set([msg.length, 1, 16, 48])) {
        if (test.result === 'valid' && length !== msg.length) continue;
        const fallback = new Uint8Array(length).fill(0xa5);
        const decrypted = key?.decrypt?.(ct, fallback);
        if (!decrypted) return 'refuses';
        if (length > 0 && !equal(decrypted, fallback)) return accept(equal(decrypted, msg));
      }
      return 'refuses';
    },
  };
}

/** The whole key out of PKCS#8: some files leave the primes out of the numbers that they list. */
function rsaParts(group: Group): PrivateKeyParts {
  const der = Buffer.from(fromHex(String(group.privateKeyPkcs8)));
  const jwk = createPrivateKey({ key: der, format: 'der', type: 'pkcs8' }).export({ format: 'jwk' });
  const number = (text: string | undefined) => new Uint8Array(Buffer.from(text ?? '', 'base64url'));
  return {
    type: 'rsa',
    modulus: number(jwk.n),
    exponent: number(jwk.e),
    privateExponent: number(jwk.d),
    prime1: number(jwk.p),
    prime2: number(jwk.q),
    exponent1: number(jwk.dp),
    exponent2: number(jwk.dq),
    coefficient: number(jwk.qi),
  };
}
