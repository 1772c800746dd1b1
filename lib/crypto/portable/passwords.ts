import type { HashName, PasswordAlgorithms } from '../provider.ts';
import { derivations } from './noble/derivations.ts';
import { digests } from './noble/digests.ts';

/** What scrypt may take of memory, 128 * N * r bytes: a key file that asks for more is refused, not obeyed. */
export const SCRYPT_MEMORY_LIMIT = 256 * 1024 * 1024;

export const passwords: PasswordAlgorithms = {
  pbkdf2: (hash: HashName, password, salt, iterations, length) => {
    expectCount('PBKDF2 iterations', iterations);
    expectCount('PBKDF2 length', length);
    return derivations().pbkdf2(digests()[hash], password, salt, { c: iterations, dkLen: length });
  },
  scrypt: (password, salt, { N, r, p }, length) => {
    expectScryptCost(N, r, p);
    expectCount('scrypt length', length);
    return derivations().scrypt(password, salt, { N, r, p, dkLen: length, maxmem: 2 * SCRYPT_MEMORY_LIMIT });
  },
};

/** RFC 7914 section 2 (`N` below `2^(128 * r / 8)`), and the limit above; throws a `RangeError`. */
export function expectScryptCost(N: number, r: number, p: number): void {
  const power = Number.isSafeInteger(N) && N > 1 && Number.isInteger(Math.log2(N));
  if (
    !power ||
    !isCount(r) ||
    !isCount(p) ||
    N >= 2 ** (16 * r) ||
    128 * N * r > SCRYPT_MEMORY_LIMIT ||
    128 * r * p > SCRYPT_MEMORY_LIMIT
  ) {
    throw new RangeError(`scrypt cost out of range: N ${N}, r ${r}, p ${p}`);
  }
}

/** RFC 8018 section 5.2: what is counted there is one or more. Throws a `RangeError`. */
export function expectCount(what: string, count: number): void {
  if (!isCount(count)) throw new RangeError(`${what}: a positive number expected, not ${count}`);
}

function isCount(count: number): boolean {
  return Number.isInteger(count) && count >= 1 && count <= 0x7fffffff;
}
