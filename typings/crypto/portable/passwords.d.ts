import type { PasswordAlgorithms } from '../provider.ts';
/** What scrypt may take of memory, 128 * N * r bytes: a key file that asks for more is refused, not obeyed. */
export declare const SCRYPT_MEMORY_LIMIT: number;
export declare const passwords: PasswordAlgorithms;
/** RFC 7914 section 2 (`N` below `2^(128 * r / 8)`), and the limit above; throws a `RangeError`. */
export declare function expectScryptCost(N: number, r: number, p: number): void;
/** RFC 8018 section 5.2: what is counted there is one or more. Throws a `RangeError`. */
export declare function expectCount(what: string, count: number): void;
