/** The numbers of an RSA key: what makes them a key, and the two operations on them (RFC 8017 sections 3 and 5). */
import type { PrivateKeyParts, PublicKeyParts } from '../provider.ts';
export interface RsaPublicNumbers {
    readonly modulus: bigint;
    readonly exponent: bigint;
    readonly bits: number;
    /** Of the modulus, in bytes: the length of signatures and ciphertexts. */
    readonly length: number;
}
export type RsaPublicParts = Extract<PublicKeyParts, {
    type: 'rsa';
}>;
export type RsaPrivateParts = Extract<PrivateKeyParts, {
    type: 'rsa';
}>;
/** `undefined` for what is no key: an even number, a size out of bounds. */
export declare function publicNumbers(parts: Pick<RsaPublicParts, 'modulus' | 'exponent'>): RsaPublicNumbers | undefined;
/** RSAEP and RSAVP1: `value ** e mod n`; the value is below the modulus. */
export declare function publicOperation({ modulus, exponent }: RsaPublicNumbers, value: bigint): bigint;
/**
 * The private operation: by the Chinese remainder theorem (section 5.1.2), on a blinded value, and checked with the
 * public exponent before it leaves, since one faulty half would give the factors away (Boneh, DeMillo, Lipton).
 */
export declare class RsaPrivateNumbers {
    #private;
    readonly public: RsaPublicNumbers;
    private constructor();
    /** `undefined` where the numbers do not belong together (section 3.2). */
    static of(parts: RsaPrivateParts): RsaPrivateNumbers | undefined;
    /** RSADP and RSASP1: `value ** d mod n`; the value is below the modulus. */
    operate(value: bigint): bigint;
}
