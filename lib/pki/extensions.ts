import { Fault } from '../bytes/fault.ts';
import { contentOf, contextTag, DerReader, type Element, tags } from './asn1/der.ts';
import { bitStringFlags, booleanOf, countOf, integerBytes, oidOf, smallInteger } from './asn1/values.ts';
import type { PkiFaultName } from './faults.ts';
import { type GeneralName, generalNameOf, generalNamesOf } from './general-name.ts';

/** The certificate extensions of RFC 5280 section 4.2, one reader each: from the octets of the value to what they say. */

export const extensionOids = {
  subjectKeyIdentifier: '2.5.29.14',
  keyUsage: '2.5.29.15',
  subjectAltName: '2.5.29.17',
  issuerAltName: '2.5.29.18',
  basicConstraints: '2.5.29.19',
  crlNumber: '2.5.29.20',
  reasonCode: '2.5.29.21',
  deltaCrlIndicator: '2.5.29.27',
  issuingDistributionPoint: '2.5.29.28',
  certificateIssuer: '2.5.29.29',
  nameConstraints: '2.5.29.30',
  crlDistributionPoints: '2.5.29.31',
  certificatePolicies: '2.5.29.32',
  policyMappings: '2.5.29.33',
  authorityKeyIdentifier: '2.5.29.35',
  policyConstraints: '2.5.29.36',
  extendedKeyUsage: '2.5.29.37',
  freshestCrl: '2.5.29.46',
  inhibitAnyPolicy: '2.5.29.54',
  authorityInfoAccess: '1.3.6.1.5.5.7.1.1',
  proxyCertificateInfo: '1.3.6.1.5.5.7.1.14',
  tlsFeature: '1.3.6.1.5.5.7.1.24',
  ocspNoCheck: '1.3.6.1.5.5.7.48.1.5',
  netscapeCertificateType: '2.16.840.1.113730.1.1',
} as const;

/** One Extension (RFC 5280 section 4.1.2.9), its value still as octets. */
export interface Extension {
  readonly oid: string;
  readonly critical: boolean;
  readonly value: Uint8Array;
}

/** No certificate that serves anybody has more. */
const MAX_EXTENSIONS = 256;
/** Policies, mappings and subtrees multiply with each other further on. */
const MAX_LIST = 4096;

/** Extensions: the list, in order; what is in the values is not looked at. */
export function extensionsOf(element: Element): readonly Extension[] {
  return listOf(element, tags.sequence, MAX_EXTENSIONS, (item) => {
    const reader = DerReader.inside(item);
    const oid = oidOf(reader.read(tags.objectIdentifier));
    const flag = reader.optional(tags.boolean);
    const value = contentOf(reader.read(tags.octetString));
    reader.finish();
    return { oid, critical: flag !== undefined && booleanOf(flag), value };
  });
}

export interface BasicConstraints {
  readonly ca: boolean;
  readonly pathLength: number | undefined;
}

/** Section 4.2.1.9. */
export function readBasicConstraints(value: Uint8Array): BasicConstraints {
  const reader = DerReader.inside(DerReader.only(value, tags.sequence));
  const ca = reader.optional(tags.boolean);
  const length = reader.optional(tags.integer);
  reader.finish();
  return { ca: ca !== undefined && booleanOf(ca), pathLength: length && countOf(length) };
}

export type KeyUsage = (typeof KEY_USAGES)[number];

const KEY_USAGES = [
  'digitalSignature',
  'nonRepudiation',
  'keyEncipherment',
  'dataEncipherment',
  'keyAgreement',
  'keyCertSign',
  'crlSign',
  'encipherOnly',
  'decipherOnly',
] as const;

/** Section 4.2.1.3, which also says that at least one bit is set. */
export function readKeyUsage(value: Uint8Array): ReadonlySet<KeyUsage> {
  const flags = bitStringFlags(DerReader.only(value, tags.bitString));
  const usages = new Set(KEY_USAGES.filter((_, bit) => flags.has(bit)));
  if (usages.size === 0) throw new Fault<PkiFaultName>('malformedDer', 'key usage without a use');
  return usages;
}

/** Section 4.2.1.12: object identifiers. */
export function readExtendedKeyUsage(value: Uint8Array): readonly string[] {
  return listOf(DerReader.only(value, tags.sequence), tags.objectIdentifier, MAX_LIST, oidOf);
}

/** Section 4.2.1.6. */
export function readAltNames(value: Uint8Array): readonly GeneralName[] {
  return generalNamesOf(DerReader.only(value, tags.sequence));
}

/** Section 4.2.1.2. */
export function readSubjectKeyIdentifier(value: Uint8Array): Uint8Array {
  return contentOf(DerReader.only(value, tags.octetString));
}

export interface AuthorityKeyIdentifier {
  readonly keyIdentifier: Uint8Array | undefined;
  readonly issuer: readonly GeneralName[] | undefined;
  readonly serialNumber: Uint8Array | undefined;
}

/** Section 4.2.1.1. */
export function readAuthorityKeyIdentifier(value: Uint8Array): AuthorityKeyIdentifier {
  const reader = DerReader.inside(DerReader.only(value, tags.sequence));
  const key = reader.optional(contextTag(0, 'primitive'));
  const issuer = reader.optional(contextTag(1, 'constructed'));
  const serial = reader.optional(contextTag(2, 'primitive'));
  reader.finish();
  return {
    keyIdentifier: key && contentOf(key),
    issuer: issuer && generalNamesOf(issuer),
    serialNumber: serial && integerBytes(serial),
  };
}

export interface NameConstraints {
  readonly permitted: readonly Subtree[];
  readonly excluded: readonly Subtree[];
}

export interface Subtree {
  readonly base: GeneralName;
  /** `minimum` other than 0, or a `maximum`: nobody says what they mean, and section 4.2.1.10 forbids them. */
  readonly bounded: boolean;
}

/** Section 4.2.1.10. */
export function readNameConstraints(value: Uint8Array): NameConstraints {
  const reader = DerReader.inside(DerReader.only(value, tags.sequence));
  const permitted = reader.optional(contextTag(0, 'constructed'));
  const excluded = reader.optional(contextTag(1, 'constructed'));
  reader.finish();
  return { permitted: subtreesOf(permitted), excluded: subtreesOf(excluded) };
}

function subtreesOf(element: Element | undefined): readonly Subtree[] {
  if (element === undefined) return [];
  return listOf(element, tags.sequence, MAX_LIST, (item) => {
    const reader = DerReader.inside(item);
    const base = generalNameOf(reader.read());
    const minimum = reader.optional(contextTag(0, 'primitive'));
    const maximum = reader.optional(contextTag(1, 'primitive'));
    reader.finish();
    return { base, bounded: maximum !== undefined || (minimum !== undefined && countOf(minimum) !== 0) };
  });
}

/** Section 4.2.1.4: the policies' identifiers; a policy that stands there twice is a fault. */
export function readPolicies(value: Uint8Array): readonly string[] {
  const oids = listOf(DerReader.only(value, tags.sequence), tags.sequence, MAX_LIST, (item) => {
    const reader = DerReader.inside(item);
    const oid = oidOf(reader.read(tags.objectIdentifier));
    reader.optional(tags.sequence); // qualifiers: texts and addresses for people
    reader.finish();
    return oid;
  });
  if (oids.length === 0 || new Set(oids).size !== oids.length) {
    throw new Fault<PkiFaultName>('malformedDer', 'certificate policies');
  }
  return oids;
}

export interface PolicyMapping {
  readonly issuer: string;
  readonly subject: string;
}

/** Section 4.2.1.5. */
export function readPolicyMappings(value: Uint8Array): readonly PolicyMapping[] {
  const mappings = listOf(DerReader.only(value, tags.sequence), tags.sequence, MAX_LIST, (item) => {
    const reader = DerReader.inside(item);
    const issuer = oidOf(reader.read(tags.objectIdentifier));
    const subject = oidOf(reader.read(tags.objectIdentifier));
    reader.finish();
    return { issuer, subject };
  });
  if (mappings.length === 0) throw new Fault<PkiFaultName>('malformedDer', 'no policy mappings');
  return mappings;
}

export interface PolicyConstraints {
  readonly requireExplicitPolicy: number | undefined;
  readonly inhibitPolicyMapping: number | undefined;
}

/** Section 4.2.1.11, which also says that one of the two is there. */
export function readPolicyConstraints(value: Uint8Array): PolicyConstraints {
  const reader = DerReader.inside(DerReader.only(value, tags.sequence));
  const explicit = reader.optional(contextTag(0, 'primitive'));
  const mapping = reader.optional(contextTag(1, 'primitive'));
  reader.finish();
  if (explicit === undefined && mapping === undefined) {
    throw new Fault<PkiFaultName>('malformedDer', 'empty policy constraints');
  }
  return {
    requireExplicitPolicy: explicit && countOf(explicit),
    inhibitPolicyMapping: mapping && countOf(mapping),
  };
}

/** Section 4.2.1.14: after how many certificates anyPolicy means nothing. */
export function readInhibitAnyPolicy(value: Uint8Array): number {
  return countOf(DerReader.only(value, tags.integer));
}

export interface AccessDescription {
  readonly method: string;
  readonly location: GeneralName;
}

/** Section 4.2.2.1. */
export function readAuthorityInfoAccess(value: Uint8Array): readonly AccessDescription[] {
  return listOf(DerReader.only(value, tags.sequence), tags.sequence, MAX_LIST, (item) => {
    const reader = DerReader.inside(item);
    const method = oidOf(reader.read(tags.objectIdentifier));
    const location = generalNameOf(reader.read());
    reader.finish();
    return { method, location };
  });
}

export interface ProxyCertificateInfo {
  readonly pathLength: number | undefined;
}

/** RFC 3820 section 3.8; the policy is for whoever grants rights, and only has to be there. */
export function readProxyCertificateInfo(value: Uint8Array): ProxyCertificateInfo {
  const reader = DerReader.inside(DerReader.only(value, tags.sequence));
  const length = reader.optional(tags.integer);
  reader.read(tags.sequence);
  reader.finish();
  return { pathLength: length && countOf(length) };
}

/** RFC 7633 section 4.1: TLS extensions, by number, that a server with this certificate answers. */
export function readTlsFeatures(value: Uint8Array): readonly number[] {
  return listOf(DerReader.only(value, tags.sequence), tags.integer, MAX_LIST, smallInteger);
}

/** Netscape's certificate type, which RFC 5280 never took up and OpenSSL still honours. */
export function readNetscapeType(value: Uint8Array): ReadonlySet<number> {
  return bitStringFlags(DerReader.only(value, tags.bitString));
}

/** SEQUENCE OF: what is inside, all of one tag. */
export function listOf<Item>(
  element: Element,
  tag: number,
  limit: number,
  read: (item: Element) => Item,
): readonly Item[] {
  const items: Item[] = [];
  for (const reader = DerReader.inside(element); reader.more; ) {
    if (items.length === limit) throw new Fault<PkiFaultName>('malformedDer', 'list too long');
    items.push(read(reader.read(tag)));
  }
  return items;
}

/** What a reader makes of a value, or its fault, to be looked at later. */
export function attempt<Value>(read: (value: Uint8Array) => Value, bytes: Uint8Array): Value | Fault {
  try {
    return read(bytes);
  } catch (error) {
    if (error instanceof Fault) return error;
    throw error;
  }
}
