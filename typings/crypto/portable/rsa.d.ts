import type { KeyAlgorithm } from '../provider.ts';
/** RSA signatures and encryption (RFC 8017) in BigInt. */
export declare const rsaKeys: KeyAlgorithm;
