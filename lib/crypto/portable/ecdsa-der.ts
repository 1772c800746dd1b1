/**
 * `ECDSA-Sig-Value ::= SEQUENCE { r INTEGER, s INTEGER }` (RFC 3279 section 2.2.3) in DER, strictly: one way to write
 * each signature, so lengths are minimal, numbers are positive without a needless zero in front, nothing follows.
 */

const SEQUENCE = 0x30;
const INTEGER = 0x02;

/** Reads a signature into `r || s`, each in `length` bytes; `undefined` for anything but DER of numbers that fit. */
export function readEcdsaSignature(der: Uint8Array, length: number): Uint8Array | undefined {
  const body = readElement(der, 0, SEQUENCE);
  if (!body || body.end !== der.length) return undefined;
  const r = readElement(der, body.start, INTEGER);
  const s = r && readElement(der, r.end, INTEGER);
  if (!r || !s || s.end !== der.length) return undefined;
  const numbers = new Uint8Array(2 * length);
  if (!putNumber(der.subarray(r.start, r.end), numbers.subarray(0, length))) return undefined;
  if (!putNumber(der.subarray(s.start, s.end), numbers.subarray(length))) return undefined;
  return numbers;
}

/** Where an element's content lies. Lengths past 255 bytes have no place in any curve's signature. */
function readElement(der: Uint8Array, at: number, tag: number): { start: number; end: number } | undefined {
  if (der[at] !== tag || at + 1 >= der.length) return undefined;
  const first = der[at + 1];
  let start = at + 2;
  let length = first;
  if (first === 0x81) {
    length = der[start++];
    if (!(length >= 0x80)) return undefined; // X.690 section 10.1: the short form where it will do
  } else if (first >= 0x80) {
    return undefined;
  }
  const end = start + length;
  return end <= der.length ? { start, end } : undefined;
}

function putNumber(content: Uint8Array, target: Uint8Array): boolean {
  if (content.length === 0 || content[0] & 0x80) return false;
  let digits = content;
  if (content[0] === 0 && content.length > 1) {
    if (!(content[1] & 0x80)) return false;
    digits = content.subarray(1);
  }
  if (digits.length > target.length) return false;
  target.set(digits, target.length - digits.length);
  return true;
}
