import type { PrivateKey } from '../../../lib/crypto/provider.ts';
import type { MadeCertificate } from '../../tools/make-certificate.ts';

/**
 * What a random chain is odd in. One rule is broken here and there in `'plain'` chains; the others have a subject, of
 * which they try as many combinations as there are.
 */
export const themes = ['plain', 'plain', 'names', 'policies', 'lists', 'lists', 'hosts', 'forms'] as const;
export type Theme = (typeof themes)[number];

/** All that is random in a chain, from its seed. */
export interface Dice {
  readonly theme: Theme;
  chance(of: number): boolean;
  pick<Item>(...items: readonly Item[]): Item;
  /** One in so many, and told in the story. */
  sometimes(of: number, what: string): boolean;
  tell(line: string): void;
}

/** Who a certificate is, among those of its chain. */
export interface Place {
  readonly where: string;
  readonly leaf: boolean;
  readonly key: PrivateKey;
  readonly issuer: MadeCertificate | undefined;
}

/** A small generator of 32 bits of state: the same numbers everywhere from the same seed. */
export function mulberry32(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}
