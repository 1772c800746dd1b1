import type { HashAlgorithm } from '../../crypto/provider.ts';
/** RFC 5869 section 2.2. */
export declare function extract(hash: HashAlgorithm, salt: Uint8Array, keyMaterial: Uint8Array): Uint8Array;
/** RFC 5869 section 2.3. */
export declare function expand(hash: HashAlgorithm, key: Uint8Array, info: Uint8Array, length: number): Uint8Array;
/**
 * HKDF-Expand-Label: `struct { uint16 length; opaque label<7..255>; opaque context<0..255>; }` is the info. All that TLS
 * asks for fits one block, which is written here with its counter behind it.
 */
export declare function expandLabel(hash: HashAlgorithm, secret: Uint8Array, label: string, context: Uint8Array, length: number): Uint8Array;
/** Derive-Secret, with the transcript hash already taken. */
export declare function deriveSecret(hash: HashAlgorithm, secret: Uint8Array, label: string, transcriptHash: Uint8Array): Uint8Array;
