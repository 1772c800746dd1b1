/** Base64url without padding (RFC 7515 section 2), as JSON web keys spell bytes. Only runs where `Buffer` is. */

export function base64Url(bytes: Uint8Array): string {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).toString('base64url');
}

export function fromBase64Url(text: string): Uint8Array {
  return Uint8Array.from(Buffer.from(text, 'base64url'));
}
