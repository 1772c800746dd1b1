import { fromUtf8, latin1 } from '../../bytes/bytes.ts';
import { Fault } from '../../bytes/fault.ts';
import type { PkiFaultName } from '../faults.ts';
import { contentOf, DerReader, type Element, tags } from './der.ts';

/** No object identifier that means anything to us is longer; X.660 sets no bound. */
const MAX_OID_LENGTH = 64;

/** The dotted decimals of an OBJECT IDENTIFIER (X.690 section 8.19). */
export function oidOf(element: Element): string {
  const { source, from, end } = element;
  if (from === end || end - from > MAX_OID_LENGTH) throw malformed('object identifier');
  let text = '';
  let arc = 0n;
  let small = 0;
  let digits = 0;
  for (let i = from; i < end; i++) {
    const byte = source[i];
    if (digits === 0 && byte === 0x80) throw malformed('object identifier with padding');
    digits++;
    // Four groups of seven bits fit a small integer; arcs made of UUIDs (2.25) are longer.
    if (digits <= 4) small = small * 128 + (byte & 0x7f);
    else arc = (digits === 5 ? BigInt(small) : arc) * 128n + BigInt(byte & 0x7f);
    if (byte & 0x80) continue;
    const value = digits <= 4 ? BigInt(small) : arc;
    text = text === '' ? firstArcs(value) : `${text}.${value}`;
    small = 0;
    arc = 0n;
    digits = 0;
  }
  if (digits !== 0) throw malformed('object identifier cut short');
  return text;
}

function firstArcs(value: bigint): string {
  if (value < 40n) return `0.${value}`;
  return value < 80n ? `1.${value - 40n}` : `2.${value - 80n}`;
}

/** DER's BOOLEAN: all ones or all zeros (X.690 section 11.1). */
export function booleanOf(element: Element): boolean {
  const byte = element.source[element.from];
  if (element.end - element.from !== 1 || (byte !== 0 && byte !== 0xff)) throw malformed('boolean');
  return byte === 0xff;
}

/** The content of an INTEGER, in its shortest form (X.690 section 8.3.2). */
export function integerBytes(element: Element): Uint8Array {
  const bytes = contentOf(element);
  if (bytes.length === 0) throw malformed('empty integer');
  if (bytes.length > 1 && ((bytes[0] === 0 && bytes[1] < 0x80) || (bytes[0] === 0xff && bytes[1] >= 0x80))) {
    throw malformed('integer not in its shortest form');
  }
  return bytes;
}

/** The bytes of an INTEGER that must not be negative, without the zero in front of a high bit. */
export function unsignedBytes(element: Element): Uint8Array {
  const bytes = integerBytes(element);
  if (bytes[0] >= 0x80) throw malformed('negative integer');
  return bytes[0] === 0 && bytes.length > 1 ? bytes.subarray(1) : bytes;
}

/** A small INTEGER (or ENUMERATED); negative ones and those beyond 2^31 are a fault. */
export function smallInteger(element: Element): number {
  const bytes = unsignedBytes(element);
  if (bytes.length > 4 || (bytes.length === 4 && bytes[0] >= 0x80)) throw malformed('integer too large');
  let value = 0;
  for (const byte of bytes) value = value * 256 + byte;
  return value;
}

/** An INTEGER (0..MAX): the bounds that certificates set may be of any size, and all beyond 2^31 come to the same. */
export function countOf(element: Element): number {
  const bytes = unsignedBytes(element);
  return bytes.length > 4 ? Number.MAX_SAFE_INTEGER : bytes.reduce((value, byte) => value * 256 + byte, 0);
}

/** A BIT STRING that is made of whole bytes, as keys and signatures are. */
export function bitStringBytes(element: Element): Uint8Array {
  const bytes = contentOf(element);
  if (bytes.length === 0 || bytes[0] !== 0) throw malformed('bit string of broken bytes');
  return bytes.subarray(1);
}

/** A BIT STRING that is a list of flags: the numbers of the bits that are set, bit 0 first. */
export function bitStringFlags(element: Element): ReadonlySet<number> {
  const bytes = contentOf(element);
  if (bytes.length === 0 || bytes[0] > 7 || (bytes.length === 1 && bytes[0] !== 0))
    throw malformed('bit string');
  // X.690 section 11.2.1: unused bits are zero.
  if (bytes.length > 1 && (bytes[bytes.length - 1] & ((1 << bytes[0]) - 1)) !== 0)
    throw malformed('unused bits');
  const flags = new Set<number>();
  for (let i = 0; i < 8 * Math.min(bytes.length - 1, 4); i++) {
    if (bytes[1 + (i >> 3)] & (0x80 >> (i & 7))) flags.add(i);
  }
  return flags;
}

/**
 * UTCTime or GeneralizedTime as RFC 5280 section 4.1.2.5 has them (seconds, and Z), in seconds since 1970;
 * `undefined` for any other way of writing a time. Whoever checks it then refuses it by its own name.
 */
export function timeOf(element: Element): number | undefined {
  const text = latin1(contentOf(element));
  if (element.tag === tags.utcTime) {
    if (!/^\d{12}Z$/.test(text)) return undefined;
    return secondsOf((text < '5' ? '20' : '19') + text); // two digits from 50 on are the last century
  }
  if (element.tag !== tags.generalizedTime) throw malformed('no time');
  return /^\d{14}Z$/.test(text) ? secondsOf(text) : undefined;
}

function secondsOf(text: string): number | undefined {
  const [year, month, day, hour, minute, second] = [
    text.slice(0, 4),
    ...(text.slice(4).match(/\d\d/g) ?? []),
  ].map(Number);
  const date = new Date(0);
  date.setUTCFullYear(year, month - 1, day);
  date.setUTCHours(hour, minute, second);
  const back = date.toISOString().replace(/[-:T]|\..*/g, '');
  return `${back}Z` === text ? date.getTime() / 1000 : undefined; // 30 February comes back as March
}

/** The text of a character string; `undefined` for a tag that is none, a fault for bytes that its alphabet lacks. */
export function textOf(element: Element): string | undefined {
  const bytes = contentOf(element);
  switch (element.tag) {
    case tags.utf8String:
      try {
        return fromUtf8(bytes);
      } catch (cause) {
        throw new Fault<PkiFaultName>('malformedDer', 'UTF-8', { cause });
      }
    case tags.numericString:
    case tags.printableString:
    case tags.ia5String:
    case tags.visibleString:
    case tags.teletexString: // taken for ISO 8859-1, as everybody does
      return latin1(bytes);
    case tags.bmpString:
      return wideText(bytes, 2);
    case tags.universalString:
      return wideText(bytes, 4);
    default:
      return undefined;
  }
}

function wideText(bytes: Uint8Array, width: 2 | 4): string {
  if (bytes.length % width !== 0) throw malformed('character cut short');
  let text = '';
  for (let i = 0; i < bytes.length; i += width) {
    let code = 0;
    for (let j = 0; j < width; j++) code = code * 256 + bytes[i + j];
    if (code > 0x10ffff) throw malformed('character beyond Unicode');
    text += String.fromCodePoint(code);
  }
  return text;
}

/** AlgorithmIdentifier (RFC 5280 section 4.1.1.2). */
export interface Algorithm {
  readonly oid: string;
  /** Absent is not the same as NULL, and some algorithms insist on one of them. */
  readonly parameters: Element | undefined;
  /** The whole element, to compare with. */
  readonly der: Uint8Array;
}

export function algorithmOf(element: Element): Algorithm {
  const reader = DerReader.inside(element);
  const oid = oidOf(reader.read(tags.objectIdentifier));
  const parameters = reader.more ? reader.read() : undefined;
  reader.finish();
  if (parameters !== undefined) checkAny(parameters);
  return { oid, parameters, der: element.source.subarray(element.start, element.end) };
}

/** Parameters may be ANY, and are then at least what their tag says. NULL is empty, others only if they have parts. */
function checkAny(element: Element): void {
  const { tag, from, end } = element;
  if (tag === tags.null ? from !== end : from === end && (tag & 0x20) === 0)
    throw malformed('algorithm parameters');
  if (tag === tags.boolean) booleanOf(element);
  else if (tag === tags.integer || tag === tags.enumerated) integerBytes(element);
  else if (tag === tags.bitString) bitStringFlags(element);
  else if (tag === tags.objectIdentifier) oidOf(element);
  else textOf(element);
}

function malformed(detail: string): Fault<PkiFaultName> {
  return new Fault('malformedDer', detail);
}
