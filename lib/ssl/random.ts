import type { OwnBytes } from '../bytes/bytes.ts';
import { defaultProvider } from '../crypto/choose.ts';
import { type BytesLike, bytesLike, cInt } from './buffers.ts';
import { ValueError } from './exceptions.ts';
import { noArguments, oneArgument } from './keywords.ts';
import { isPlainObject, typeName } from './repr.ts';
import { checkUtf8 } from './unicode-errors.ts';

/** Generate `n` cryptographically strong pseudo-random bytes. */
export function RAND_bytes(...args: [n: number]): OwnBytes {
  const count = cInt(oneArgument('_ssl.RAND_bytes', args));
  if (count < 0) throw new ValueError('num must be positive');
  return defaultProvider().random(count) as OwnBytes;
}

/** Whether the generator has been seeded: the host sees to it. */
export function RAND_status(...args: []): boolean {
  noArguments('_ssl.RAND_status', args, 'C');
  return true;
}

/** Mix a string into the generator's state. The host's generator takes nothing from outside, and needs nothing. */
export function RAND_add(...args: [string: string | BytesLike, entropy: number]): void {
  if (isPlainObject(args.at(-1))) throw new TypeError('_ssl.RAND_add() takes no keyword arguments');
  if (args.length !== 2)
    throw new TypeError(`RAND_add expected 2 arguments, got ${(args as unknown[]).length}`);
  const [string, entropy] = args;
  if (typeof string === 'string') checkUtf8(string);
  else bytesLike(string);
  if (typeof entropy !== 'number' && typeof entropy !== 'bigint' && typeof entropy !== 'boolean')
    throw new TypeError(`must be real number, not ${typeName(entropy)}`);
}
