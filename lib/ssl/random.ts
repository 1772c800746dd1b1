import { defaultProvider } from '../crypto/choose.ts';
import { type BytesLike, bytesLike, cInt } from './buffers.ts';
import { ValueError } from './exceptions.ts';
import { typeName } from './repr.ts';

/** Generate `n` cryptographically strong pseudo-random bytes. */
export function RAND_bytes(n: number): Uint8Array {
  const count = cInt(n);
  if (count < 0) throw new ValueError('num must be positive');
  return defaultProvider().random(count);
}

/** Whether the generator has been seeded: the host sees to it. */
export function RAND_status(): boolean {
  return true;
}

/** Mix a string into the generator's state. The host's generator takes nothing from outside, and needs nothing. */
export function RAND_add(string: string | BytesLike, entropy: number): void {
  if (typeof string !== 'string') bytesLike(string);
  if (typeof entropy !== 'number' && typeof entropy !== 'bigint' && typeof entropy !== 'boolean')
    throw new TypeError(`must be real number, not ${typeName(entropy)}`);
}
