/** Numbers of any size, for RSA and finite-field Diffie-Hellman. None of this runs in constant time. */
/** Reads an unsigned big-endian number. */
export declare function toBigInt(bytes: Uint8Array): bigint;
/** Writes a number as unsigned and big-endian in exactly `length` bytes; the number must fit. */
export declare function fromBigInt(value: bigint, length: number): Uint8Array;
export declare function bitLength(value: bigint): number;
/** The least non-negative remainder. */
export declare function modulo(value: bigint, modulus: bigint): bigint;
/** The inverse by the extended Euclidean algorithm; `undefined` where there is none. */
export declare function inverse(value: bigint, modulus: bigint): bigint | undefined;
/**
 * The Jacobi symbol by quadratic reciprocity: modulo a prime it is 1 for squares and -1 for other numbers; 0 says that
 * the two have a factor in common. The modulus is odd, and both are public.
 */
export declare function jacobi(value: bigint, modulus: bigint): -1 | 0 | 1;
/**
 * `base ** exponent % modulus` with a fixed window: five squarings and one multiplication for every five bits of the
 * exponent, whatever they are. The exponent's number of windows shows in the time, and the table look-up in the cache.
 */
export declare function modPow(base: bigint, exponent: bigint, modulus: bigint): bigint;
/** For public exponents, small as a rule: square and multiply, without a table. */
export declare function modPowPublic(base: bigint, exponent: bigint, modulus: bigint): bigint;
