import type { KeyAlgorithm } from '../provider.ts';
/**
 * ECDSA (FIPS 186-5 section 6) over the curves of NIST. Nonces are those of RFC 6979 with fresh entropy mixed in
 * (its section 3.6), so that neither a weak generator nor a repeated message gives a key away. Both halves of s are
 * accepted: X.509 and TLS know no "low s".
 */
export declare const ecdsaKeys: readonly KeyAlgorithm[];
