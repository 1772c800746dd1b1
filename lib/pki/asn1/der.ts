import { Fault } from '../../bytes/fault.ts';
import type { PkiFaultName } from '../faults.ts';

/**
 * A walk over DER (X.690 section 10), the whole of it: an element is a tag and two positions, and nothing is copied
 * or built until somebody asks. A certificate is read so in a few dozen microseconds.
 *
 * Why not asn1js and pkijs, which know all these structures? They make an object of every element, which takes ten
 * times as long for each certificate, and importing them takes longer than a whole handshake does (24 and 45 ms).
 * Everything here is synchronous, so they could not be fetched when a rare structure first turns up either. They
 * serve as the independent readers that the tests hold this one against.
 *
 * Only what DER allows is read: definite lengths in their shortest form, tag numbers below 31. There is no recursion:
 * each structure is read by the function that knows it, so depth is bounded by the code and not by the peer.
 */
export class DerReader {
  readonly #bytes: Uint8Array;
  readonly #end: number;
  #at: number;

  constructor(bytes: Uint8Array, from = 0, end = bytes.length) {
    this.#bytes = bytes;
    this.#at = from;
    this.#end = end;
  }

  /** Reads what is inside a constructed element. */
  static inside(element: Element): DerReader {
    return new DerReader(element.source, element.from, element.end);
  }

  /** The one element inside an explicitly tagged one. */
  static explicit(outer: Element, tag: number): Element {
    const reader = DerReader.inside(outer);
    const element = reader.read(tag);
    reader.finish();
    return element;
  }

  /** The one element that these bytes are; anything behind it is a fault. */
  static only(bytes: Uint8Array, tag: number): Element {
    const reader = new DerReader(bytes);
    const element = reader.read(tag);
    reader.finish();
    return element;
  }

  get more(): boolean {
    return this.#at < this.#end;
  }

  /** The next element's tag; `undefined` at the end. */
  get nextTag(): number | undefined {
    return this.#at < this.#end ? this.#bytes[this.#at] : undefined;
  }

  /** The next element, which must have this tag if one is given. */
  read(tag?: number): Element {
    const bytes = this.#bytes;
    const start = this.#at;
    if (start + 2 > this.#end) throw malformed('element cut short');
    const actual = bytes[start];
    if ((actual & 0x1f) === 0x1f) throw malformed('tag number above 30');
    // X.690 section 10.2: of the universal types SEQUENCE and SET have parts, and no other has.
    if (actual < 0x40) {
      const hasParts = (actual & 0x1f) === 0x10 || (actual & 0x1f) === 0x11;
      if (hasParts !== ((actual & 0x20) !== 0)) throw malformed(`form of tag 0x${actual.toString(16)}`);
    }
    if (tag !== undefined && actual !== tag) {
      throw malformed(`tag 0x${actual.toString(16)} where 0x${tag.toString(16)} is due`);
    }
    let from = start + 2;
    let length = bytes[start + 1];
    if (length >= 0x80) {
      const count = length & 0x7f;
      if (count === 0 || count > 4) throw malformed('indefinite or huge length');
      if (from + count > this.#end) throw malformed('length cut short');
      length = 0;
      for (let i = 0; i < count; i++) length = length * 256 + bytes[from + i];
      // X.690 section 10.1: the fewest octets that will do.
      if (length < 0x80 || length < 2 ** (8 * (count - 1)))
        throw malformed('length not in its shortest form');
      from += count;
    }
    const end = from + length;
    if (end > this.#end) throw malformed('element longer than what holds it');
    this.#at = end;
    return { tag: actual, source: bytes, start, from, end };
  }

  /** The next element if it has this tag, and `undefined`, with nothing read, if it has another. */
  optional(tag: number): Element | undefined {
    return this.nextTag === tag ? this.read(tag) : undefined;
  }

  /** A reader of the next element's inside. */
  enter(tag: number): DerReader {
    return DerReader.inside(this.read(tag));
  }

  /** Holds that everything was read. */
  finish(): void {
    if (this.#at !== this.#end) throw malformed('bytes behind the last element');
  }
}

/** Where an element lies: `start` is its tag, `from` its content, `end` the first byte behind it. */
export interface Element {
  readonly tag: number;
  readonly source: Uint8Array;
  readonly start: number;
  readonly from: number;
  readonly end: number;
}

/** The content's bytes, not copied. */
export function contentOf(element: Element): Uint8Array {
  return element.source.subarray(element.from, element.end);
}

/** Tag, length and content, not copied. */
export function wholeOf(element: Element): Uint8Array {
  return element.source.subarray(element.start, element.end);
}

/** Universal tags (X.680 section 8.4); SEQUENCE and SET with their constructed bit. */
export const tags = {
  boolean: 0x01,
  integer: 0x02,
  bitString: 0x03,
  octetString: 0x04,
  null: 0x05,
  objectIdentifier: 0x06,
  enumerated: 0x0a,
  utf8String: 0x0c,
  sequence: 0x30,
  set: 0x31,
  numericString: 0x12,
  printableString: 0x13,
  teletexString: 0x14,
  ia5String: 0x16,
  utcTime: 0x17,
  generalizedTime: 0x18,
  visibleString: 0x1a,
  universalString: 0x1c,
  bmpString: 0x1e,
} as const;

/** A context-specific tag, `[n]` in ASN.1: primitive (IMPLICIT over something plain) or constructed. */
export function contextTag(number: number, form: 'primitive' | 'constructed'): number {
  return (form === 'primitive' ? 0x80 : 0xa0) | number;
}

function malformed(detail: string): Fault<PkiFaultName> {
  return new Fault('malformedDer', detail);
}
