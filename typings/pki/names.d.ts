import { type Element } from './asn1/der.ts';
/**
 * A distinguished name (RFC 5280 section 4.1.2.4) and what it is compared by.
 *
 * RFC 5280 section 7.1 asks for names to be compared without regard to case, spacing and the kind of string they
 * are written in. OpenSSL has a canonical form for that: every character string becomes UTF-8 with ASCII letters
 * lowered, white space trimmed and runs of it folded to one space; RDNs follow one another without the SEQUENCE
 * around them. Two names are equal where these bytes are, one lies within another's subtree where they are its
 * prefix, and the file names of hashed directories are made of them. We keep to the same form.
 */
export interface Name {
    /** The whole element, as it came. */
    readonly der: Uint8Array;
    /** In the order of the certificate; nearly every RDN has just one attribute. */
    readonly rdns: readonly (readonly Attribute[])[];
    /** The canonical form, each byte a character: names are equal where this is. */
    readonly canonical: string;
}
export interface Attribute {
    readonly oid: string;
    /** As it reads; a value that is no character string shows as `#` and hexadecimal (RFC 4514 section 2.4). */
    readonly value: string;
    /** The ASN.1 tag of the value. */
    readonly tag: number;
}
export declare function nameOf(element: Element): Name;
/** The canonical form of one RDN: behind a name's it makes that of a longer name. */
export declare function canonicalRdn(element: Element): string;
/** Whether a name lies in the subtree that another one spans (RFC 5280 section 4.2.1.10, directoryName). */
export declare function isWithin(name: Name, base: Name): boolean;
/** The values of one type of attribute, first to last. */
export declare function attributesOf(name: Name, oid: string): Attribute[];
/** What hashed directories name their files by: the first four bytes of SHA-1, the lowest first. */
export declare function subjectHash(name: Name, sha1: (data: Uint8Array) => Uint8Array): string;
