import type { KeyType, PublicKey, SignatureRecipe } from '../../crypto/provider.ts';
import { RAW_KEYS } from '../algorithms.ts';
import type { Certificate } from '../certificate.ts';
import type { SignatureChecker } from '../signatures.ts';
import type { Refusal } from '../verdict.ts';

/** Bits of security that levels 1 to 5 ask for; level 0 asks for nothing. */
const LEAST_BITS = [0, 80, 112, 128, 192, 256];

/** Whether a key may be used at this level; a key that we do not have is worth nothing above level 0. */
export function isKeyStrong(key: PublicKey | undefined, level: number): boolean {
  if (level <= 0) return true;
  return key !== undefined && keyStrength(key) >= leastBits(level);
}

/**
 * The issuers' keys, and the hashes of all signatures but that on the trust anchor, which nobody relies on. The leaf's
 * key has been looked at before.
 */
export function strengthFault(
  path: readonly Certificate[],
  level: number,
  signatures: SignatureChecker,
): Refusal | undefined {
  if (level <= 0) return undefined;
  for (const [depth, certificate] of path.entries()) {
    if (depth > 0 && !isKeyStrong(signatures.keyOf(certificate), level))
      return { name: 'caKeyTooWeak', depth };
    const anchor = depth === path.length - 1;
    if (!anchor && signatureStrength(certificate) < leastBits(level))
      return { name: 'caDigestTooWeak', depth };
  }
  return undefined;
}

function leastBits(level: number): number {
  return LEAST_BITS[Math.min(level, LEAST_BITS.length - 1)];
}

/** NIST SP 800-57 part 1 section 5.6.1. */
export function keyStrength(key: PublicKey): number {
  return key.type === 'rsa' ? rsaStrength(key.bits) : TYPE_STRENGTH[key.type];
}

const TYPE_STRENGTH: Readonly<Record<Exclude<KeyType, 'rsa'>, number>> = {
  secp256r1: 128,
  secp384r1: 192,
  secp521r1: 256,
  ed25519: 128,
  ed448: 224,
  mldsa44: 128,
  mldsa65: 192,
  mldsa87: 256,
};

/**
 * The table of SP 800-57, and between its rows the number field sieve's cost that FIPS 140-2 IG 7.5 estimates it by,
 * to the nearest multiple of eight, as OpenSSL has it: so 2000 bits still pass for 112.
 */
export function rsaStrength(bits: number): number {
  const known = RSA_ROWS[bits];
  if (known !== undefined) return known;
  if (bits < 8) return 0;
  const ln = bits * Math.LN2;
  const estimate = (1.923 * Math.cbrt(ln * Math.log(ln) ** 2) - 4.69) / Math.LN2;
  const cap = bits <= 7680 ? 192 : bits <= 15360 ? 256 : 1200;
  return Math.min((Math.floor(estimate) + 4) & ~7, cap);
}

const RSA_ROWS: Readonly<Record<number, number>> = {
  2048: 112,
  3072: 128,
  4096: 152,
  6144: 176,
  7680: 192,
  8192: 200,
  15360: 256,
};

/** Half the hash, less where collisions are known to be cheaper. */
const HASH_STRENGTH = { md5: 39, sha1: 63, sha224: 112, sha256: 128, sha384: 192, sha512: 256 } as const;

function signatureStrength({ recipe, signatureAlgorithm }: Certificate): number {
  const { oid } = signatureAlgorithm;
  return recipe === undefined ? (FOREIGN_STRENGTH[oid] ?? 0) : recipeStrength(recipe, RAW_KEYS[oid]);
}

/** Whether the signature on a certificate may be relied on at this level, as far as its algorithm goes. */
export function isIssuedStrongly(certificate: Certificate, level: number): boolean {
  return level <= 0 || signatureStrength(certificate) >= leastBits(level);
}

/** Signatures that we cannot check, but can tell the worth of: with SHA-3, with RIPEMD-160, and those of DSA. */
const FOREIGN_STRENGTH: Readonly<Record<string, number>> = {
  '1.2.840.10040.4.3': 63, // dsa-with-sha1 (RFC 3279)
  '2.16.840.1.101.3.4.3.1': 112, // dsa-with-sha224 (RFC 5758)
  '2.16.840.1.101.3.4.3.2': 128,
  '2.16.840.1.101.3.4.3.9': 112, // ecdsa-with-SHA3-224
  '2.16.840.1.101.3.4.3.10': 128,
  '2.16.840.1.101.3.4.3.11': 192,
  '2.16.840.1.101.3.4.3.12': 256,
  '2.16.840.1.101.3.4.3.13': 112, // RSASSA-PKCS1-v1_5 with SHA3-224 (RFC 9688)
  '2.16.840.1.101.3.4.3.14': 128,
  '2.16.840.1.101.3.4.3.15': 192,
  '2.16.840.1.101.3.4.3.16': 256,
  '1.3.36.3.3.1.2': 80, // rsaSignatureWithripemd160
};

/** The same for anything that a key of this type signed. */
export function isSignatureStrong(
  recipe: SignatureRecipe | undefined,
  key: PublicKey | undefined,
  level: number,
): boolean {
  return level <= 0 || recipeStrength(recipe, key?.type) >= leastBits(level);
}

function recipeStrength(recipe: SignatureRecipe | undefined, type: KeyType | undefined): number {
  if (recipe === undefined) return 0;
  if ('hash' in recipe) return HASH_STRENGTH[recipe.hash];
  return type === undefined || type === 'rsa' ? 0 : TYPE_STRENGTH[type];
}
