import type { PublicKey, SignatureRecipe } from '../../crypto/provider.ts';
import type { Certificate } from '../certificate.ts';
import type { SignatureChecker } from '../signatures.ts';
import type { Refusal } from '../verdict.ts';
/** Whether a key may be used at this level; a key that we do not have is worth nothing above level 0. */
export declare function isKeyStrong(key: PublicKey | undefined, level: number): boolean;
/**
 * The issuers' keys, and the hashes of all signatures but that on the trust anchor, which nobody relies on. The leaf's
 * key has been looked at before.
 */
export declare function strengthFault(path: readonly Certificate[], level: number, signatures: SignatureChecker): Refusal | undefined;
/** NIST SP 800-57 part 1 section 5.6.1. */
export declare function keyStrength(key: PublicKey): number;
/**
 * The table of SP 800-57, and between its rows the number field sieve's cost that FIPS 140-2 IG 7.5 estimates it by,
 * to the nearest multiple of eight, as OpenSSL has it: so 2000 bits still pass for 112.
 */
export declare function rsaStrength(bits: number): number;
/** Whether the signature on a certificate may be relied on at this level, as far as its algorithm goes. */
export declare function isIssuedStrongly(certificate: Certificate, level: number): boolean;
/** The same for anything that a key of this type signed. */
export declare function isSignatureStrong(recipe: SignatureRecipe | undefined, key: PublicKey | undefined, level: number): boolean;
