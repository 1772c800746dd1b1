import { fromHex, toHex } from '../../bytes/bytes.ts';

/** Numbers of any size, for RSA and finite-field Diffie-Hellman. None of this runs in constant time. */

/** Reads an unsigned big-endian number. */
export function toBigInt(bytes: Uint8Array): bigint {
  return bytes.length === 0 ? 0n : BigInt(`0x${toHex(bytes)}`);
}

/** Writes a number as unsigned and big-endian in exactly `length` bytes; the number must fit. */
export function fromBigInt(value: bigint, length: number): Uint8Array {
  return fromHex(value.toString(16).padStart(2 * length, '0'));
}

export function bitLength(value: bigint): number {
  return value === 0n ? 0 : value.toString(2).length;
}

/** The least non-negative remainder. */
export function modulo(value: bigint, modulus: bigint): bigint {
  const remainder = value % modulus;
  return remainder < 0n ? remainder + modulus : remainder;
}

/** The inverse by the extended Euclidean algorithm; `undefined` where there is none. */
export function inverse(value: bigint, modulus: bigint): bigint | undefined {
  let [a, b] = [modulo(value, modulus), modulus];
  let [x, y] = [1n, 0n];
  while (a > 1n) {
    const quotient = b / a;
    [a, b] = [b - quotient * a, a];
    [x, y] = [y - quotient * x, x];
  }
  return a === 1n ? modulo(x, modulus) : undefined;
}

/**
 * The Jacobi symbol by quadratic reciprocity: modulo a prime it is 1 for squares and -1 for other numbers; 0 says that
 * the two have a factor in common. The modulus is odd, and both are public.
 */
export function jacobi(value: bigint, modulus: bigint): -1 | 0 | 1 {
  let [a, n] = [modulo(value, modulus), modulus];
  let negative = false;
  while (a > 0n) {
    while ((a & 1n) === 0n) {
      a >>= 1n;
      const rest = n & 7n;
      if (rest === 3n || rest === 5n) negative = !negative; // 2 is a square where n is 1 or 7 modulo 8
    }
    if ((a & n & 3n) === 3n) negative = !negative; // the two symbols differ where both are 3 modulo 4
    [a, n] = [n % a, a];
  }
  if (n !== 1n) return 0;
  return negative ? -1 : 1;
}

const WINDOW = 5;

/**
 * `base ** exponent % modulus` with a fixed window: five squarings and one multiplication for every five bits of the
 * exponent, whatever they are. The exponent's number of windows shows in the time, and the table look-up in the cache.
 */
export function modPow(base: bigint, exponent: bigint, modulus: bigint): bigint {
  const table = [1n % modulus];
  for (let i = 1; i < 1 << WINDOW; i++) table.push((table[i - 1] * base) % modulus);
  const bits = exponent.toString(2);
  const digits = bits.padStart(Math.ceil(bits.length / WINDOW) * WINDOW, '0');
  let result = 1n % modulus;
  for (let at = 0; at < digits.length; at += WINDOW) {
    for (let i = 0; i < WINDOW; i++) result = (result * result) % modulus;
    result = (result * table[Number.parseInt(digits.slice(at, at + WINDOW), 2)]) % modulus;
  }
  return result;
}

/** For public exponents, small as a rule: square and multiply, without a table. */
export function modPowPublic(base: bigint, exponent: bigint, modulus: bigint): bigint {
  let result = base % modulus;
  for (const bit of exponent.toString(2).slice(1)) {
    result = (result * result) % modulus;
    if (bit === '1') result = (result * base) % modulus;
  }
  return result;
}
