import type { PasswordAlgorithms } from '../provider.ts';
/** What scrypt may take of memory, 128 * N * r bytes: a key file that asks for more is refused, not obeyed. */
export declare const SCRYPT_MEMORY_LIMIT: number;
export declare const passwords: PasswordAlgorithms;
/** RFC 7914 section 2, and the limit above; throws a `RangeError`. */
export declare function expectScryptCost(N: number, r: number, p: number): void;
