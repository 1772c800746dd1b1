/** The record header of RFC 8446 section 5.1; the hot path reads and writes it by hand. */

export const RECORD_HEADER_LENGTH = 5;
/** Section 5.1: the most plaintext that a record carries. */
export const MAX_PLAINTEXT = 2 ** 14;
/** Section 5.2: the most that protection may add in TLS 1.3. */
export const MAX_EXPANSION_13 = 256;
/** RFC 5246 section 6.2.3: and in TLS 1.2. */
export const MAX_EXPANSION_12 = 2048;

export const contentTypes = {
  change_cipher_spec: 20,
  alert: 21,
  handshake: 22,
  application_data: 23,
} as const;
export type ContentType = keyof typeof contentTypes;

const names: readonly (ContentType | undefined)[] = Object.assign([], {
  20: 'change_cipher_spec',
  21: 'alert',
  22: 'handshake',
  23: 'application_data',
});

export function contentTypeName(number: number): ContentType | undefined {
  return names[number];
}
