import { type Element } from './der.ts';
/** The dotted decimals of an OBJECT IDENTIFIER (X.690 section 8.19). */
export declare function oidOf(element: Element): string;
/** DER's BOOLEAN: all ones or all zeros (X.690 section 11.1). */
export declare function booleanOf(element: Element): boolean;
/** The content of an INTEGER, in its shortest form (X.690 section 8.3.2). */
export declare function integerBytes(element: Element): Uint8Array;
/** The bytes of an INTEGER that must not be negative, without the zero in front of a high bit. */
export declare function unsignedBytes(element: Element): Uint8Array;
/** A small INTEGER (or ENUMERATED); negative ones and those beyond 2^31 are a fault. */
export declare function smallInteger(element: Element): number;
/** An INTEGER (0..MAX): the bounds that certificates set may be of any size, and all beyond 2^31 come to the same. */
export declare function countOf(element: Element): number;
/** A BIT STRING that is made of whole bytes, as keys and signatures are. */
export declare function bitStringBytes(element: Element): Uint8Array;
/** A BIT STRING that is a list of flags: the numbers of the bits that are set, bit 0 first. */
export declare function bitStringFlags(element: Element): ReadonlySet<number>;
/**
 * UTCTime or GeneralizedTime as RFC 5280 section 4.1.2.5 has them (seconds, and Z), in seconds since 1970;
 * `undefined` for any other way of writing a time. Whoever checks it then refuses it by its own name.
 */
export declare function timeOf(element: Element): number | undefined;
/** The text of a character string; `undefined` for a tag that is none, a fault for bytes that its alphabet lacks. */
export declare function textOf(element: Element): string | undefined;
/** AlgorithmIdentifier (RFC 5280 section 4.1.1.2). */
export interface Algorithm {
    readonly oid: string;
    /** Absent is not the same as NULL, and some algorithms insist on one of them. */
    readonly parameters: Element | undefined;
    /** The whole element, to compare with. */
    readonly der: Uint8Array;
}
export declare function algorithmOf(element: Element): Algorithm;
