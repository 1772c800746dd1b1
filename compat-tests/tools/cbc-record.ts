/** CBC records of TLS 1.2 as an attacker or a strange peer makes them: every byte of the padding is the caller's. */
import { createCipheriv, createHmac, randomBytes } from 'node:crypto';
import { concat, EMPTY } from '../../lib/bytes/bytes.ts';
import type { DirectionKeys12 } from '../../lib/tls/keys/schedule12.ts';
import type { Suite12 } from '../../lib/tls/suites12.ts';

export interface CbcContents {
  readonly content: Uint8Array;
  /** Whatever stands behind the MAC; its last byte is the padding's length. */
  readonly padding: Uint8Array;
  /** The record's number. */
  readonly count?: number;
  /** In the place of the right MAC, where that is inside. */
  readonly mac?: Uint8Array;
}

/** GenericBlockCipher of RFC 5246 section 6.2.3.2, or what RFC 7366 section 3 makes of it: header and body. */
export function cbcRecord(
  { protection }: Suite12,
  keys: DirectionKeys12,
  { content, padding, count = 0, mac }: CbcContents,
  encryptThenMac = false,
): Uint8Array {
  if (protection.kind !== 'cbc') throw new Error('no CBC suite');
  const macOver = (length: number, covered: Uint8Array) => {
    const header = Uint8Array.of(0, 0, 0, 0, 0, 0, count >> 8, count, 23, 3, 3, length >> 8, length);
    return createHmac(protection.mac, keys.mac).update(header).update(covered).digest();
  };
  const inner = encryptThenMac ? EMPTY : (mac ?? macOver(content.length, content));
  const name = protection.keyLength === 16 ? 'aes-128-cbc' : 'aes-256-cbc';
  const iv = randomBytes(16);
  const cipher = createCipheriv(name, keys.key, iv).setAutoPadding(false);
  const sealed = concat(iv, cipher.update(concat(content, inner, padding)), cipher.final());
  const body = encryptThenMac ? concat(sealed, macOver(sealed.length, sealed)) : sealed;
  return concat(Uint8Array.of(23, 3, 3, body.length >> 8, body.length), body);
}

/** As it should be: that many bytes, and one more that says so. */
export function paddingOf(length: number): Uint8Array {
  return new Uint8Array(length + 1).fill(length);
}
