import { latin1, toHex, utf8 } from '../bytes/bytes.ts';
import { Fault } from '../bytes/fault.ts';
import { DerReader, type Element, tags, wholeOf } from './asn1/der.ts';
import { bitStringFlags, oidOf, textOf } from './asn1/values.ts';
import type { PkiFaultName } from './faults.ts';

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

/** Longer names exist in no certificate that anybody issued; each attribute costs a comparison somewhere. */
const MAX_ATTRIBUTES = 1000;

export function nameOf(element: Element): Name {
  const rdns: Attribute[][] = [];
  let canonical = '';
  let count = 0;
  for (const reader = DerReader.inside(element); reader.more; ) {
    const rdn = rdnOf(reader.read(tags.set));
    count += rdn.attributes.length;
    if (count > MAX_ATTRIBUTES) throw new Fault<PkiFaultName>('malformedDer', 'name of too many attributes');
    rdns.push(rdn.attributes);
    canonical += rdn.canonical;
  }
  return { der: wholeOf(element), rdns, canonical };
}

/** The canonical form of one RDN: behind a name's it makes that of a longer name. */
export function canonicalRdn(element: Element): string {
  return rdnOf(element).canonical;
}

function rdnOf(element: Element): { readonly attributes: Attribute[]; readonly canonical: string } {
  const set = DerReader.inside(element);
  const attributes: Attribute[] = [];
  const parts: string[] = [];
  do {
    const pair = set.enter(tags.sequence);
    const type = pair.read(tags.objectIdentifier);
    const value = pair.read();
    pair.finish();
    if (!VALUE_TAGS.has(value.tag)) throw new Fault<PkiFaultName>('malformedDer', 'kind of value in a name');
    if (value.tag === tags.bitString) bitStringFlags(value);
    const text = textOf(value);
    attributes.push({ oid: oidOf(type), value: text ?? hashForm(value), tag: value.tag });
    parts.push(canonicalAttribute(type, value, text));
  } while (set.more);
  // A SET OF is in the order of its encodings (X.690 section 11.6), which folding may have changed.
  return { attributes, canonical: header(tags.set, parts.sort().join('')) };
}

/** Whether a name lies in the subtree that another one spans (RFC 5280 section 4.2.1.10, directoryName). */
export function isWithin(name: Name, base: Name): boolean {
  return name.canonical.startsWith(base.canonical);
}

/** The values of one type of attribute, first to last. */
export function attributesOf(name: Name, oid: string): Attribute[] {
  return name.rdns.flat().filter((attribute) => attribute.oid === oid);
}

/** What hashed directories name their files by: the first four bytes of SHA-1, the lowest first. */
export function subjectHash(name: Name, sha1: (data: Uint8Array) => Uint8Array): string {
  const bytes = new Uint8Array(name.canonical.length);
  for (let i = 0; i < bytes.length; i++) bytes[i] = name.canonical.charCodeAt(i);
  const digest = sha1(bytes);
  const number = digest[0] + digest[1] * 0x100 + digest[2] * 0x10000 + digest[3] * 0x1000000;
  return number.toString(16).padStart(8, '0');
}

/** What OpenSSL takes for a value: character strings, BIT STRING, SEQUENCE, and what it has no opinion on. */
const VALUE_TAGS: ReadonlySet<number> = new Set([
  tags.bitString,
  tags.utf8String,
  tags.numericString,
  tags.printableString,
  tags.teletexString,
  tags.ia5String,
  tags.universalString,
  tags.bmpString,
  tags.sequence,
  ...[7, 8, 11, 13, 14, 15, 29],
]);

/** The kinds of string that OpenSSL folds; the others stay as they are. */
const FOLDED: ReadonlySet<number> = new Set([
  tags.utf8String,
  tags.bmpString,
  tags.universalString,
  tags.printableString,
  tags.teletexString,
  tags.ia5String,
  tags.visibleString,
]);

function canonicalAttribute(type: Element, value: Element, text: string | undefined): string {
  const folded =
    text !== undefined && FOLDED.has(value.tag)
      ? header(tags.utf8String, latin1(utf8(fold(text))))
      : latin1(wholeOf(value));
  return header(tags.sequence, latin1(wholeOf(type)) + folded);
}

function fold(text: string): string {
  return text
    .replace(/^[ \t\n\v\f\r]+|[ \t\n\v\f\r]+$/g, '')
    .replace(/[ \t\n\v\f\r]+/g, ' ')
    .replace(/[A-Z]+/g, (letters) => letters.toLowerCase());
}

function header(tag: number, content: string): string {
  const { length } = content;
  if (length < 0x80) return String.fromCharCode(tag, length) + content;
  if (length < 0x100) return String.fromCharCode(tag, 0x81, length) + content;
  if (length < 0x10000) return String.fromCharCode(tag, 0x82, length >> 8, length & 0xff) + content;
  return (
    String.fromCharCode(
      tag,
      0x84,
      length >>> 24,
      (length >> 16) & 0xff,
      (length >> 8) & 0xff,
      length & 0xff,
    ) + content
  );
}

function hashForm(value: Element): string {
  return `#${toHex(wholeOf(value))}`;
}
