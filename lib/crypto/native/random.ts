import type { NodeCryptoModule } from './node-crypto.ts';

/** How many random bytes are fetched at once, and what is long enough to be fetched by itself. */
const POOL_LENGTH = 2048;
const LARGE = 256;

/** Bytes from the host's generator, fetched in advance: a call for a few of them costs more than the bytes. */
export function pooledRandom(node: NodeCryptoModule): (length: number) => Uint8Array {
  const pool = new Uint8Array(POOL_LENGTH);
  let at = POOL_LENGTH;
  return (length) => {
    // A step back in the pool, or one to nowhere, would hand out zeros from then on.
    if (!(Number.isInteger(length) && length >= 0)) throw new RangeError(`no number of bytes: ${length}`);
    if (length >= LARGE) return node.randomFillSync(new Uint8Array(length));
    if (at + length > POOL_LENGTH) {
      node.randomFillSync(pool);
      at = 0;
    }
    const end = at + length;
    const bytes = pool.slice(at, end);
    pool.fill(0, at, end); // handed out once, and kept nowhere
    at = end;
    return bytes;
  };
}
