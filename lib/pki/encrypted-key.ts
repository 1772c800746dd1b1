import { concat, wipe } from '../bytes/bytes.ts';
import { Fault } from '../bytes/fault.ts';
import type { BlockCipherName, CryptoProvider, HashName } from '../crypto/provider.ts';
import { contentOf, DerReader, type Element, tags } from './asn1/der.ts';
import { algorithmOf, smallInteger } from './asn1/values.ts';
import type { PkiFaultName } from './faults.ts';

/**
 * Private keys under a password: PBES2 (RFC 8018 section 6.2) with PBKDF2 or scrypt, and the encryption of old PEM
 * files. What a key file asks for in time and memory is its author's choice, so it is bounded.
 */
const MAX_ITERATIONS = 10_000_000;
const MAX_SCRYPT_MEMORY = 64 * 1024 * 1024;
const MAX_SCRYPT_PARALLEL = 16;

const PBES2 = '1.2.840.113549.1.5.13';
const PBKDF2 = '1.2.840.113549.1.5.12';
const SCRYPT = '1.3.6.1.4.1.11591.4.11';

const PRFS: Readonly<Record<string, HashName>> = {
  '1.2.840.113549.2.7': 'sha1',
  '1.2.840.113549.2.8': 'sha224',
  '1.2.840.113549.2.9': 'sha256',
  '1.2.840.113549.2.10': 'sha384',
  '1.2.840.113549.2.11': 'sha512',
};

const CIPHERS: Readonly<Record<string, BlockCipherName>> = {
  '2.16.840.1.101.3.4.1.2': 'aes_128_cbc',
  '2.16.840.1.101.3.4.1.22': 'aes_192_cbc',
  '2.16.840.1.101.3.4.1.42': 'aes_256_cbc',
  '1.2.840.113549.3.7': 'des_ede3_cbc',
};

const PEM_CIPHERS: Readonly<Record<string, BlockCipherName>> = {
  'AES-128-CBC': 'aes_128_cbc',
  'AES-192-CBC': 'aes_192_cbc',
  'AES-256-CBC': 'aes_256_cbc',
  'DES-EDE3-CBC': 'des_ede3_cbc',
};

/** EncryptedPrivateKeyInfo (RFC 5958 section 3); `undefined` where the padding says that the password is wrong. */
export function decryptPkcs8(
  der: Uint8Array,
  password: Uint8Array,
  provider: CryptoProvider,
): Uint8Array | undefined {
  const reader = DerReader.inside(DerReader.only(der, tags.sequence));
  const { oid, parameters } = algorithmOf(reader.read(tags.sequence));
  const sealed = contentOf(reader.read(tags.octetString));
  reader.finish();
  if (oid !== PBES2 || parameters === undefined) throw unsupported(oid);
  const scheme = DerReader.inside(parameters);
  const derivation = algorithmOf(scheme.read(tags.sequence));
  const encryption = algorithmOf(scheme.read(tags.sequence));
  const name = CIPHERS[encryption.oid];
  if (name === undefined || encryption.parameters?.tag !== tags.octetString)
    throw unsupported(encryption.oid);
  if (derivation.parameters?.tag !== tags.sequence) throw unsupported(derivation.oid);
  const length = keyLengthOf(name, provider);
  const key = deriveKey(derivation.oid, derivation.parameters, password, length, provider);
  return decrypt(name, key, contentOf(encryption.parameters), sealed, provider);
}

/**
 * RFC 1421 as OpenSSL fills it in (`EVP_BytesToKey`): MD5 over what came before, the password, and the first eight
 * bytes of the IV, once, as often as the key is long.
 */
export function decryptPem(
  sealed: Uint8Array,
  cipher: string,
  iv: Uint8Array,
  password: Uint8Array,
  provider: CryptoProvider,
): Uint8Array | undefined {
  const name = PEM_CIPHERS[cipher];
  const md5 = provider.hashes.get('md5');
  if (name === undefined || md5 === undefined || iv.length < 8) throw unsupported(cipher);
  const length = keyLengthOf(name, provider);
  let key = new Uint8Array(0);
  let block = new Uint8Array(0);
  while (key.length < length) {
    block = Uint8Array.from(md5.digest(concat(block, password, iv.subarray(0, 8))));
    key = Uint8Array.from(concat(key, block));
  }
  return decrypt(name, key.subarray(0, length), iv, sealed, provider);
}

function deriveKey(
  oid: string,
  parameters: Element,
  password: Uint8Array,
  length: number,
  provider: CryptoProvider,
): Uint8Array {
  const reader = DerReader.inside(parameters);
  const salt = contentOf(reader.read(tags.octetString));
  if (oid === PBKDF2) {
    const iterations = smallInteger(reader.read(tags.integer));
    if (iterations < 1 || iterations > MAX_ITERATIONS) throw unsupported('iterations');
    reader.optional(tags.integer); // the key's length, which the cipher says too
    const prf = reader.more ? PRFS[algorithmOf(reader.read(tags.sequence)).oid] : 'sha1';
    if (prf === undefined) throw unsupported('pseudorandom function');
    return provider.passwords.pbkdf2(prf, password, salt, iterations, length);
  }
  if (oid !== SCRYPT) throw unsupported(oid);
  // RFC 7914 section 7.1
  const [N, r, p] = [0, 0, 0].map(() => smallInteger(reader.read(tags.integer)));
  const powerOfTwo = N > 1 && Number.isInteger(Math.log2(N)) && N < 2 ** (16 * r);
  if (!powerOfTwo || r < 1 || p < 1 || p > MAX_SCRYPT_PARALLEL || 128 * N * r > MAX_SCRYPT_MEMORY) {
    throw unsupported('scrypt cost');
  }
  return provider.passwords.scrypt(password, salt, { N, r, p }, length);
}

function keyLengthOf(name: BlockCipherName, provider: CryptoProvider): number {
  const cipher = provider.blockCiphers.get(name);
  if (cipher === undefined) throw unsupported(name);
  return cipher.keyLength;
}

/** CBC, and PKCS#7 padding (RFC 5652 section 6.3). */
function decrypt(
  name: BlockCipherName,
  key: Uint8Array,
  iv: Uint8Array,
  sealed: Uint8Array,
  provider: CryptoProvider,
): Uint8Array | undefined {
  const cipher = provider.blockCiphers.get(name);
  if (cipher === undefined) throw unsupported(name);
  const { blockLength } = cipher;
  if (iv.length !== blockLength || sealed.length === 0 || sealed.length % blockLength !== 0) {
    throw new Fault<PkiFaultName>('malformedKey', 'ciphertext of broken blocks');
  }
  const state = cipher.withKey(key);
  wipe(key);
  const plain = state.decrypt(iv, sealed);
  state.wipe();
  const padding = plain[plain.length - 1];
  const padded =
    padding >= 1 && padding <= blockLength && plain.subarray(-padding).every((byte) => byte === padding);
  return padded ? plain.subarray(0, plain.length - padding) : undefined;
}

function unsupported(detail: string): Fault<PkiFaultName> {
  return new Fault('unsupportedEncryption', detail);
}
