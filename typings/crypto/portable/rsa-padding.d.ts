import type { HashName } from '../provider.ts';
/** EMSA-PKCS1-v1_5 (section 9.2) in `length` bytes; `undefined` where they do not suffice. */
export declare function encodePkcs1(hash: HashName, message: Uint8Array, length: number): Uint8Array | undefined;
export interface PssParameters {
    readonly hash: HashName;
    readonly mgfHash: HashName;
    readonly saltLength: number;
}
/** EMSA-PSS-ENCODE (section 9.1.1); `undefined` where `bits` do not suffice. */
export declare function encodePss({ hash, mgfHash, saltLength }: PssParameters, message: Uint8Array, bits: number): Uint8Array | undefined;
/** EMSA-PSS-VERIFY (section 9.1.2), with a salt of exactly the length expected. */
export declare function verifyPss({ hash, mgfHash, saltLength }: PssParameters, message: Uint8Array, encoded: Uint8Array, bits: number): boolean;
/** RSAES-PKCS1-v1_5 encoding (section 7.2.1, step 2); throws a `RangeError` for a message too long. */
export declare function padForEncryption(message: Uint8Array, length: number): Uint8Array;
/**
 * RSAES-PKCS1-v1_5 decoding to exactly `fallback.length` bytes, which are returned where anything is wrong. Whether it
 * was must not show (Bleichenbacher's attack; RFC 5246 section 7.4.7.1): no branch and no index depends on what was
 * decrypted, and the choice is made by a mask.
 */
export declare function unpadOrFallback(encoded: Uint8Array, fallback: Uint8Array): Uint8Array;
