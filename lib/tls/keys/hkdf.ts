/** HKDF, RFC 5869, and the two functions that TLS 1.3 makes of it, RFC 8446 section 7.1. */
import { concat, EMPTY, utf8, wipe } from '../../bytes/bytes.ts';
import type { HashAlgorithm } from '../../crypto/provider.ts';

/** RFC 5869 section 2.2. */
export function extract(hash: HashAlgorithm, salt: Uint8Array, keyMaterial: Uint8Array): Uint8Array {
  return hash.hmac(salt, keyMaterial);
}

/** RFC 5869 section 2.3. */
export function expand(hash: HashAlgorithm, key: Uint8Array, info: Uint8Array, length: number): Uint8Array {
  if (!(Number.isInteger(length) && length >= 0 && length <= 255 * hash.outputLength))
    throw new RangeError(`HKDF-Expand: up to 255 blocks of bytes expected, not ${length}`);
  const output = new Uint8Array(length);
  let block: Uint8Array = EMPTY;
  for (let at = 0, counter = 1; at < length; at += hash.outputLength, counter++) {
    const input = concat(block, info, Uint8Array.of(counter));
    wipe(block);
    block = hash.hmac(key, input);
    wipe(input);
    output.set(block.subarray(0, length - at), at);
  }
  wipe(block);
  return output;
}

/** Labels that every connection uses, prefixed and encoded once. */
const encoded = new Map<string, Uint8Array>();

function encodedLabel(label: string): Uint8Array {
  let bytes = encoded.get(label);
  if (bytes === undefined) {
    bytes = utf8(`tls13 ${label}`);
    if (bytes.length > 255) throw new RangeError('HKDF label of more than 249 bytes');
    if (encoded.size < MAX_CACHED_LABELS) encoded.set(label, bytes);
  }
  return bytes;
}

const MAX_CACHED_LABELS = 64;

/**
 * HKDF-Expand-Label: `struct { uint16 length; opaque label<7..255>; opaque context<0..255>; }` is the info. All that TLS
 * asks for fits one block, which is written here with its counter behind it.
 */
export function expandLabel(
  hash: HashAlgorithm,
  secret: Uint8Array,
  label: string,
  context: Uint8Array,
  length: number,
): Uint8Array {
  if (context.length > 255) throw new RangeError('HKDF context of more than 255 bytes');
  const name = encodedLabel(label);
  const infoLength = 4 + name.length + context.length;
  const info = new Uint8Array(infoLength + 1);
  info[0] = length >> 8;
  info[1] = length;
  info[2] = name.length;
  info.set(name, 3);
  info[3 + name.length] = context.length;
  info.set(context, 4 + name.length);
  const isOneBlock = Number.isInteger(length) && length > 0 && length <= hash.outputLength;
  if (!isOneBlock) return expand(hash, secret, info.subarray(0, infoLength), length);
  info[infoLength] = 1;
  const block = hash.hmac(secret, info);
  if (length === block.length) return block;
  const output = block.slice(0, length);
  wipe(block);
  return output;
}

/** Derive-Secret, with the transcript hash already taken. */
export function deriveSecret(
  hash: HashAlgorithm,
  secret: Uint8Array,
  label: string,
  transcriptHash: Uint8Array,
): Uint8Array {
  return expandLabel(hash, secret, label, transcriptHash, hash.outputLength);
}
