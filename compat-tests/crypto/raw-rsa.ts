/** RSA by its definition, without padding: what forgers have who found a key, and a twin of the fast arithmetic. */
import { fromHex, toHex } from '../../lib/bytes/bytes.ts';
import type { PrivateKeyParts } from '../../lib/crypto/index.ts';
import { RSA, RSA1025 } from './openssl-answers.ts';

export type RsaParts = Extract<PrivateKeyParts, { type: 'rsa' }>;

const NAMES = [
  'modulus',
  'exponent',
  'privateExponent',
  'prime1',
  'prime2',
  'exponent1',
  'exponent2',
  'coefficient',
] as const;

export const rsa2048: RsaParts = partsOf(RSA);
export const rsa1025: RsaParts = partsOf(RSA1025);

function partsOf(numbers: Readonly<Record<(typeof NAMES)[number], string>>): RsaParts {
  const entries = NAMES.map((name) => [name, fromHex(numbers[name])]);
  return { type: 'rsa', ...Object.fromEntries(entries) } as RsaParts;
}

export function numberOf(bytes: Uint8Array): bigint {
  return bytes.reduce((number, byte) => number * 256n + BigInt(byte), 0n);
}

export function bytesOf(number: bigint, length: number): Uint8Array {
  return Uint8Array.from({ length }, (_, i) => Number((number >> BigInt(8 * (length - 1 - i))) & 0xffn));
}

/** `base ** exponent % modulus` by squares, from the lowest bit upwards. */
export function power(base: bigint, exponent: bigint, modulus: bigint): bigint {
  let result = 1n % modulus;
  let square = base % modulus;
  for (let rest = exponent; rest > 0n; rest >>= 1n) {
    if (rest & 1n) result = (result * square) % modulus;
    square = (square * square) % modulus;
  }
  return result;
}

/** The block as it stands, taken to the private exponent. */
export function signRaw(key: RsaParts, block: Uint8Array): Uint8Array {
  const modulus = numberOf(key.modulus);
  if (numberOf(block) >= modulus) throw new RangeError(`not below the modulus: ${toHex(block)}`);
  return bytesOf(power(numberOf(block), numberOf(key.privateExponent), modulus), key.modulus.length);
}

/** The block as it stands, taken to the public exponent. */
export function encryptRaw(key: RsaParts, block: Uint8Array): Uint8Array {
  const modulus = numberOf(key.modulus);
  if (numberOf(block) >= modulus) throw new RangeError(`not below the modulus: ${toHex(block)}`);
  return bytesOf(power(numberOf(block), numberOf(key.exponent), modulus), key.modulus.length);
}
