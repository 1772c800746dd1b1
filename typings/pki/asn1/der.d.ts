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
export declare class DerReader {
    #private;
    constructor(bytes: Uint8Array, from?: number, end?: number);
    /** Reads what is inside a constructed element. */
    static inside(element: Element): DerReader;
    /** The one element inside an explicitly tagged one. */
    static explicit(outer: Element, tag: number): Element;
    /** The one element that these bytes are; anything behind it is a fault. */
    static only(bytes: Uint8Array, tag: number): Element;
    get more(): boolean;
    /** The next element's tag; `undefined` at the end. */
    get nextTag(): number | undefined;
    /** The next element, which must have this tag if one is given. */
    read(tag?: number): Element;
    /** The next element if it has this tag, and `undefined`, with nothing read, if it has another. */
    optional(tag: number): Element | undefined;
    /** A reader of the next element's inside. */
    enter(tag: number): DerReader;
    /** Holds that everything was read. */
    finish(): void;
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
export declare function contentOf(element: Element): Uint8Array;
/** Tag, length and content, not copied. */
export declare function wholeOf(element: Element): Uint8Array;
/** Universal tags (X.680 section 8.4); SEQUENCE and SET with their constructed bit. */
export declare const tags: {
    readonly boolean: 1;
    readonly integer: 2;
    readonly bitString: 3;
    readonly octetString: 4;
    readonly null: 5;
    readonly objectIdentifier: 6;
    readonly enumerated: 10;
    readonly utf8String: 12;
    readonly sequence: 48;
    readonly set: 49;
    readonly numericString: 18;
    readonly printableString: 19;
    readonly teletexString: 20;
    readonly ia5String: 22;
    readonly utcTime: 23;
    readonly generalizedTime: 24;
    readonly visibleString: 26;
    readonly universalString: 28;
    readonly bmpString: 30;
};
/** A context-specific tag, `[n]` in ASN.1: primitive (IMPLICIT over something plain) or constructed. */
export declare function contextTag(number: number, form: 'primitive' | 'constructed'): number;
