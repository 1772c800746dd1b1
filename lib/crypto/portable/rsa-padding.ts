/**
 * The encodings between messages and numbers in RSA (RFC 8017). Verifying PKCS#1 v1.5 means making the one right
 * encoding and comparing: there is nothing to parse, so nothing to parse wrongly. Shared by both providers.
 */
import { concat, copyOf, equal, fromHex } from '../../bytes/bytes.ts';
import type { HashAlgorithm, HashName } from '../provider.ts';
import { hashes } from './hashes.ts';
import { random } from './random.ts';

/** The DER in front of the digest in a DigestInfo (RFC 8017 section 9.2, note 1). */
const DIGEST_INFO: Readonly<Record<HashName, Uint8Array>> = {
  md5: fromHex('3020300c06082a864886f70d020505000410'),
  sha1: fromHex('3021300906052b0e03021a05000414'),
  sha224: fromHex('302d300d06096086480165030402040500041c'),
  sha256: fromHex('3031300d060960864801650304020105000420'),
  sha384: fromHex('3041300d060960864801650304020205000430'),
  sha512: fromHex('3051300d060960864801650304020305000440'),
};

/** Bytes of PKCS#1 v1.5 padding that are always there: 00 01 (or 00 02), eight of filling, 00. */
const LEAST_PADDING = 11;

/** EMSA-PKCS1-v1_5 (section 9.2) in `length` bytes; `undefined` where they do not suffice. */
export function encodePkcs1(hash: HashName, message: Uint8Array, length: number): Uint8Array | undefined {
  const digestInfo = concat(DIGEST_INFO[hash], hashNamed(hash).digest(message));
  if (length < digestInfo.length + LEAST_PADDING) return undefined;
  const encoded = new Uint8Array(length).fill(0xff);
  encoded[0] = 0;
  encoded[1] = 1;
  encoded[length - digestInfo.length - 1] = 0;
  encoded.set(digestInfo, length - digestInfo.length);
  return encoded;
}

export interface PssParameters {
  readonly hash: HashName;
  readonly mgfHash: HashName;
  readonly saltLength: number;
}

/** EMSA-PSS-ENCODE (section 9.1.1); `undefined` where `bits` do not suffice. */
export function encodePss(
  { hash, mgfHash, saltLength }: PssParameters,
  message: Uint8Array,
  bits: number,
): Uint8Array | undefined {
  const algorithm = hashNamed(hash);
  const length = Math.ceil(bits / 8);
  const maskLength = length - algorithm.outputLength - 1;
  if (!fitsSalt(maskLength, saltLength)) return undefined;
  const salt = random(saltLength);
  const digest = algorithm.digest(concat(PSS_ZEROS, algorithm.digest(message), salt));
  const encoded = new Uint8Array(length);
  encoded[maskLength - saltLength - 1] = 1;
  encoded.set(salt, maskLength - saltLength);
  addMask(encoded.subarray(0, maskLength), mgfHash, digest);
  encoded[0] &= 0xff >> (8 * length - bits);
  encoded.set(digest, maskLength);
  encoded[length - 1] = PSS_TRAILER;
  return encoded;
}

/** EMSA-PSS-VERIFY (section 9.1.2), with a salt of exactly the length expected. */
export function verifyPss(
  { hash, mgfHash, saltLength }: PssParameters,
  message: Uint8Array,
  encoded: Uint8Array,
  bits: number,
): boolean {
  const algorithm = hashNamed(hash);
  const length = Math.ceil(bits / 8);
  const maskLength = length - algorithm.outputLength - 1;
  if (encoded.length !== length || !fitsSalt(maskLength, saltLength)) return false;
  if (encoded[length - 1] !== PSS_TRAILER) return false;
  const digest = encoded.subarray(maskLength, length - 1);
  const block = encoded.slice(0, maskLength);
  const topMask = 0xff >> (8 * length - bits);
  if (block[0] & ~topMask) return false;
  addMask(block, mgfHash, digest);
  block[0] &= topMask;
  const saltAt = maskLength - saltLength;
  for (let i = 0; i < saltAt - 1; i++) if (block[i] !== 0) return false;
  if (block[saltAt - 1] !== 1) return false;
  const salt = block.subarray(saltAt);
  return equal(algorithm.digest(concat(PSS_ZEROS, algorithm.digest(message), salt)), digest);
}

/** A salt, whose length is one, and the byte in front of it. */
function fitsSalt(maskLength: number, saltLength: number): boolean {
  return Number.isInteger(saltLength) && saltLength >= 0 && saltLength + 1 <= maskLength;
}

const PSS_ZEROS = new Uint8Array(8);
const PSS_TRAILER = 0xbc;

/** Adds MGF1 of the seed (appendix B.2.1) to the block. */
function addMask(block: Uint8Array, hash: HashName, seed: Uint8Array): void {
  const algorithm = hashNamed(hash);
  for (let at = 0, counter = 0; at < block.length; at += algorithm.outputLength, counter++) {
    const count = Uint8Array.of(counter >>> 24, counter >>> 16, counter >>> 8, counter);
    const mask = algorithm.digest(concat(seed, count));
    for (let i = 0; i < mask.length && at + i < block.length; i++) block[at + i] ^= mask[i];
  }
}

/** RSAES-PKCS1-v1_5 encoding (section 7.2.1, step 2); throws a `RangeError` for a message too long. */
export function padForEncryption(message: Uint8Array, length: number): Uint8Array {
  if (message.length > length - LEAST_PADDING) throw new RangeError('message too long for this RSA key');
  const encoded = new Uint8Array(length);
  encoded[1] = 2;
  const end = length - message.length - 1;
  for (let at = 2; at < end; ) {
    for (const byte of random(end - at)) if (byte !== 0 && at < end) encoded[at++] = byte;
  }
  encoded.set(message, end + 1);
  return encoded;
}

/**
 * RSAES-PKCS1-v1_5 decoding to exactly `fallback.length` bytes, which are returned where anything is wrong. Whether it
 * was must not show (Bleichenbacher's attack; RFC 5246 section 7.4.7.1): no branch and no index depends on what was
 * decrypted, and the choice is made by a mask.
 */
export function unpadOrFallback(encoded: Uint8Array, fallback: Uint8Array): Uint8Array {
  const length = fallback.length;
  const separator = encoded.length - length - 1;
  if (separator < LEAST_PADDING - 1) return copyOf(fallback); // public lengths: the key is too short for this
  let wrong = encoded[0] | (encoded[1] ^ 2) | encoded[separator];
  for (let i = 2; i < separator; i++) wrong |= isZero(encoded[i]);
  const keep = -isZero(wrong) & 0xff;
  const chosen = new Uint8Array(length);
  for (let i = 0; i < length; i++) {
    chosen[i] = (encoded[separator + 1 + i] & keep) | (fallback[i] & ~keep);
  }
  return chosen;
}

/** One for zero, zero for any other byte, by arithmetic. */
function isZero(byte: number): number {
  return ((byte - 1) >>> 31) & 1;
}

function hashNamed(name: HashName): HashAlgorithm {
  const hash = hashes.get(name);
  if (!hash) throw new RangeError(`no hash ${name}`);
  return hash;
}
