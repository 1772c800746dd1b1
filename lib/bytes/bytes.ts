/** Small things that every room does with bytes. Nothing here knows of TLS. */

export const EMPTY: Uint8Array = new Uint8Array(0);

/** Bytes whose memory no other thread has: what a page may send, hash or make a `Response` of. */
export type OwnBytes = ReturnType<typeof Uint8Array.of>;

const encoder = new TextEncoder();
const decoder = new TextDecoder('utf-8', { fatal: true });

/** One array out of many, in order. */
export function concat(...parts: readonly Uint8Array[]): Uint8Array {
  let length = 0;
  for (const part of parts) length += part.length;
  const whole = new Uint8Array(length);
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}

/** A copy in plain bytes, of a `Buffer` of Node's too, whose `slice()` copies nothing. */
export function copyOf(bytes: Uint8Array): OwnBytes {
  return new Uint8Array(bytes);
}

/** Equality of public bytes; returns at the first difference. For secrets use `equalSecret`. */
export function equal(a: Uint8Array, b: Uint8Array): boolean {
  if (a.length !== b.length) return false;
  for (let i = 0; i < a.length; i++) if (a[i] !== b[i]) return false;
  return true;
}

/** Equality that looks at every byte whatever they hold; only the lengths may show in its time. */
export function equalSecret(a: Uint8Array, b: Uint8Array): boolean {
  if (a.length !== b.length) return false;
  let difference = 0;
  for (let i = 0; i < a.length; i++) difference |= a[i] ^ b[i];
  return difference === 0;
}

/** Overwrites secrets that have served; see SECURITY.md for what this can and cannot promise. */
export function wipe(...secrets: readonly Uint8Array[]): void {
  for (const secret of secrets) secret.fill(0);
}

export function utf8(text: string): Uint8Array {
  return encoder.encode(text);
}

/** Throws a `TypeError` where the bytes are no UTF-8. */
export function fromUtf8(bytes: Uint8Array): string {
  return decoder.decode(bytes);
}

/** As many arguments as every engine takes. */
const LATIN1_CHUNK = 4096;

/**
 * Each byte one character (ISO 8859-1). Made in large steps: whole files and certificates are turned into text here,
 * and text that grew by single characters would be joined again when it is first looked at.
 */
export function latin1(bytes: Uint8Array): string {
  if (bytes.length <= LATIN1_CHUNK) return String.fromCharCode.apply(null, bytes as unknown as number[]);
  const parts: string[] = [];
  for (let i = 0; i < bytes.length; i += LATIN1_CHUNK)
    parts.push(latin1(bytes.subarray(i, i + LATIN1_CHUNK)));
  return parts.join('');
}

/** Each character one byte; characters above U+00FF have no place here and throw a `RangeError`. */
export function fromLatin1(text: string): Uint8Array {
  const bytes = new Uint8Array(text.length);
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    if (code > 0xff) throw new RangeError('character outside ISO 8859-1');
    bytes[i] = code;
  }
  return bytes;
}

const HEX = Array.from({ length: 256 }, (_, i) => i.toString(16).padStart(2, '0'));

/** Lower-case hexadecimal. */
export function toHex(bytes: Uint8Array): string {
  let text = '';
  for (let i = 0; i < bytes.length; i++) text += HEX[bytes[i]];
  return text;
}

/** Reads hexadecimal in either case; throws a `RangeError` for anything else. */
export function fromHex(text: string): Uint8Array {
  if (text.length % 2 !== 0 || !/^[0-9a-fA-F]*$/.test(text)) throw new RangeError('not hexadecimal');
  const bytes = new Uint8Array(text.length / 2);
  for (let i = 0; i < bytes.length; i++) bytes[i] = Number.parseInt(text.slice(2 * i, 2 * i + 2), 16);
  return bytes;
}
