import { concat, utf8 } from '../../lib/bytes/bytes.ts';

/** Writes DER (X.690 section 10): each function returns one whole element. */
export function element(tag: number, ...content: readonly Uint8Array[]): Uint8Array {
  const body = concat(...content);
  const octets: number[] = [];
  for (let rest = body.length; rest > 0; rest >>>= 8) octets.unshift(rest & 0xff);
  const length = body.length < 0x80 ? [body.length] : [0x80 | octets.length, ...octets];
  return concat(Uint8Array.of(tag, ...length), body);
}

export function sequence(...items: readonly Uint8Array[]): Uint8Array {
  return element(0x30, ...items);
}

/** SET OF, sorted as DER wants it. */
export function setOf(...items: readonly Uint8Array[]): Uint8Array {
  return element(0x31, ...[...items].sort((a, b) => Buffer.compare(a, b)));
}

/** A non-negative INTEGER, from a number or from big-endian bytes. */
export function integer(value: number | Uint8Array): Uint8Array {
  if (typeof value === 'number') {
    const bytes: number[] = [];
    for (let rest = value; rest > 0; rest = Math.floor(rest / 256)) bytes.unshift(rest % 256);
    return integer(Uint8Array.from(bytes));
  }
  let start = 0;
  while (start < value.length && value[start] === 0) start++;
  const bytes = value.subarray(start);
  return element(0x02, bytes.length === 0 || bytes[0] >= 0x80 ? concat(Uint8Array.of(0), bytes) : bytes);
}

export function boolean(value: boolean): Uint8Array {
  return element(0x01, Uint8Array.of(value ? 0xff : 0));
}

export function nothing(): Uint8Array {
  return element(0x05);
}

export function octetString(bytes: Uint8Array): Uint8Array {
  return element(0x04, bytes);
}

/** Whole bytes. */
export function bitString(bytes: Uint8Array): Uint8Array {
  return element(0x03, Uint8Array.of(0), bytes);
}

/** Flags by the numbers of their bits, without zeros at the end (X.690 section 11.2.2). */
export function bitFlags(...bits: readonly number[]): Uint8Array {
  if (bits.length === 0) return element(0x03, Uint8Array.of(0));
  const last = Math.max(...bits);
  const bytes = new Uint8Array((last >> 3) + 1);
  for (const bit of bits) bytes[bit >> 3] |= 0x80 >> (bit & 7);
  return element(0x03, Uint8Array.of(7 - (last & 7)), bytes);
}

export function oid(dotted: string): Uint8Array {
  const [first, second, ...arcs] = dotted.split('.').map(BigInt);
  return element(0x06, ...[first * 40n + second, ...arcs].map(base128));
}

function base128(arc: bigint): Uint8Array {
  const groups = [Number(arc & 0x7fn)];
  for (let rest = arc >> 7n; rest > 0n; rest >>= 7n) groups.unshift(Number(rest & 0x7fn) | 0x80);
  return Uint8Array.from(groups);
}

export function utf8String(text: string): Uint8Array {
  return element(0x0c, utf8(text));
}

/** `[n]`, around elements (constructed) or in place of an element's own tag (primitive, given its content). */
export function context(
  number: number,
  form: 'primitive' | 'constructed',
  ...content: readonly Uint8Array[]
) {
  return element((form === 'primitive' ? 0x80 : 0xa0) | number, ...content);
}

/** UTCTime up to 2049, GeneralizedTime from there on (RFC 5280 section 4.1.2.5). */
export function time(seconds: number): Uint8Array {
  const text = `${new Date(seconds * 1000).toISOString().replace(/[-:T]|\..*/g, '')}Z`;
  return text < '2050' && text >= '1950' ? element(0x17, utf8(text.slice(2))) : element(0x18, utf8(text));
}
