/** Randomness for tests: a seed that is printed, and that an environment variable sets again. */
import fc from 'fast-check';

/** `PYSSL_TEST_SEED=n` repeats a run. */
export const seed: number = Number(process.env.PYSSL_TEST_SEED ?? Math.floor(Math.random() * 0x7fffffff));

fc.configureGlobal({ seed, numRuns: 200 });

/** A small generator of 32-bit numbers (xorshift32), the same for the same seed. */
export function randomNumbers(from: number = seed): () => number {
  let state = from >>> 0 || 1;
  return () => {
    state ^= state << 13;
    state ^= state >>> 17;
    state ^= state << 5;
    state >>>= 0;
    return state;
  };
}
