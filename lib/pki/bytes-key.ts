/** As many arguments as every engine takes. */
const CHUNK = 4096;

/**
 * Bytes as a string to look things up by, one character each: equal where the bytes are. Made in large steps, because
 * it is made of a whole certificate each time that one is looked up.
 */
export function bytesKey(bytes: Uint8Array): string {
  if (bytes.length <= CHUNK) return String.fromCharCode.apply(null, bytes as unknown as number[]);
  const parts: string[] = [];
  for (let i = 0; i < bytes.length; i += CHUNK) parts.push(bytesKey(bytes.subarray(i, i + CHUNK)));
  return parts.join('');
}
