import type { HashName, PasswordAlgorithms } from '../provider.ts';
import { derivations } from './noble/derivations.ts';
import { digests } from './noble/digests.ts';

/** What scrypt may take of memory, 128 * N * r bytes: a key file that asks for more is refused, not obeyed. */
export const SCRYPT_MEMORY_LIMIT = 256 * 1024 * 1024;

export const passwords: PasswordAlgorithms = {
  pbkdf2: (hash: HashName, password, salt, iterations, length) => {
    return derivations().pbkdf2(digests()[hash], password, salt, { c: iterations, dkLen: length });
  },
  scrypt: (password, salt, { N, r, p }, length) => {
    expectScryptCost(N, r, p);
    return derivations().scrypt(password, salt, { N, r, p, dkLen: length, maxmem: 2 * SCRYPT_MEMORY_LIMIT });
  },
};

/** RFC 7914 section 2, and the limit above; throws a `RangeError`. */
export function expectScryptCost(N: number, r: number, p: number): void {
  const power = Number.isSafeInteger(N) && N > 1 && Number.isInteger(Math.log2(N));
  if (
    !power ||
    !(r >= 1) ||
    !(p >= 1) ||
    128 * N * r > SCRYPT_MEMORY_LIMIT ||
    128 * r * p > SCRYPT_MEMORY_LIMIT
  ) {
    throw new RangeError(`scrypt cost out of range: N ${N}, r ${r}, p ${p}`);
  }
}
