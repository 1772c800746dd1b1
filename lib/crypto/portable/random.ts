/** `getRandomValues` refuses to give more than this at once (Web Cryptography API, section 10.1.1). */
const QUOTA = 65536;

/** Bytes from the generator of the running engine. */
export function random(length: number): Uint8Array {
  if (!(Number.isInteger(length) && length >= 0)) throw new RangeError(`no number of bytes: ${length}`);
  const bytes = new Uint8Array(length);
  for (let at = 0; at < length; at += QUOTA) {
    globalThis.crypto.getRandomValues(bytes.subarray(at, Math.min(at + QUOTA, length)));
  }
  return bytes;
}
