import type { HashName } from '../provider.ts';
import type { NodeCryptoModule } from './node-crypto.ts';
import { plain } from './plain.ts';

/** Longer messages are none of a key schedule, and are for the host's own HMAC. */
const LONGEST_MESSAGE = 512;
const INNER = 0x36;
const OUTER = 0x5c;

type Hmac = (key: Uint8Array, data: Uint8Array) => Uint8Array;

/**
 * HMAC (RFC 2104 section 2) of short messages as two hashes, each in one call: a handshake's two key schedules are some
 * fifty of them, and an object of the host's for each costs half as much again. `undefined` where the host has no hash in one call (before
 * Node 20.12).
 */
export function shortHmac(
  node: NodeCryptoModule,
  name: HashName,
  outputLength: number,
  blockLength: number,
): Hmac | undefined {
  if (typeof node.hash !== 'function') return undefined;
  // One of each for all calls, since nothing is called in between; wiped behind each.
  const inner = new Uint8Array(blockLength + LONGEST_MESSAGE);
  const outer = new Uint8Array(blockLength + outputLength);
  return (key, data) => {
    if (key.length > blockLength || data.length > LONGEST_MESSAGE)
      return plain(node.createHmac(name, key).update(data).digest());
    inner.fill(INNER, 0, blockLength);
    outer.fill(OUTER, 0, blockLength);
    for (let at = 0; at < key.length; at++) {
      inner[at] ^= key[at];
      outer[at] ^= key[at];
    }
    inner.set(data, blockLength);
    const end = blockLength + data.length;
    // As a string it costs a third of what a Buffer does; it cannot be wiped, and without the key nothing follows from it.
    const digest = node.hash(name, inner.subarray(0, end), 'binary');
    for (let at = 0; at < outputLength; at++) outer[blockLength + at] = digest.charCodeAt(at);
    const mac = plain(node.hash(name, outer, 'buffer'));
    inner.fill(0, 0, end);
    outer.fill(0);
    return mac;
  };
}
