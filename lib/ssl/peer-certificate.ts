/** A certificate as Python's `getpeercert()` shows it. */
import { fromUtf8, toHex } from '../bytes/bytes.ts';
import type { Certificate } from '../pki/certificate.ts';
import type { GeneralName } from '../pki/general-name.ts';
import type { Name } from '../pki/names.ts';
import { objectByOid } from './object-table.ts';

/** RDNs, each of them pairs of a long name and a value. */
export type DistinguishedName = readonly (readonly (readonly [string, string])[])[];

/** What `getpeercert()` says of a certificate that was verified; the keys in this order. */
export interface PeerCertificate {
  readonly subject: DistinguishedName;
  readonly issuer: DistinguishedName;
  readonly version: number;
  readonly serialNumber: string;
  readonly notBefore: string;
  readonly notAfter: string;
  readonly subjectAltName?: readonly (readonly [string, string | DistinguishedName])[];
  readonly OCSP?: readonly string[];
  readonly caIssuers?: readonly string[];
  readonly crlDistributionPoints?: readonly string[];
}

/** The keys stand in Python's order; those of extensions only where there is something to say. */
export function describeCertificate(certificate: Certificate): PeerCertificate {
  const { subject, issuer, version, serialNumber, notBefore, notAfter } = certificate;
  const names = certificate.subjectAltName;
  const ocsp = accessUris(certificate, OCSP);
  const issuers = accessUris(certificate, CA_ISSUERS);
  const points = listUris(certificate);
  return {
    subject: distinguishedName(subject),
    issuer: distinguishedName(issuer),
    version,
    serialNumber: serialText(serialNumber),
    notBefore: timeText(notBefore),
    notAfter: timeText(notAfter),
    ...(names !== undefined && { subjectAltName: names.map(alternativeName) }),
    ...(ocsp.length > 0 && { OCSP: ocsp }),
    ...(issuers.length > 0 && { caIssuers: issuers }),
    ...(points.length > 0 && { crlDistributionPoints: points }),
  };
}

function distinguishedName(name: Name): DistinguishedName {
  return name.rdns.map((rdn) => rdn.map(({ oid, value }) => [longName(oid), value] as const));
}

/** As OpenSSL writes an identifier: in dotted numbers only if it has no name for it. */
function longName(oid: string): string {
  return objectByOid(oid)?.longname ?? oid;
}

/** Upper-case hexadecimal of the magnitude, two digits a byte. */
function serialText(bytes: Uint8Array): string {
  const negative = bytes[0] >= 0x80;
  const magnitude = negative ? negate(bytes) : bytes;
  let first = 0;
  while (first < magnitude.length - 1 && magnitude[first] === 0) first++;
  return (negative ? '-' : '') + toHex(magnitude.subarray(first)).toUpperCase();
}

/** Two's complement. */
function negate(bytes: Uint8Array): Uint8Array {
  const result = bytes.map((byte) => byte ^ 0xff);
  for (let i = result.length - 1; i >= 0; i--) {
    result[i]++;
    if (result[i] !== 0) break;
  }
  return result;
}

const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];

/** `Aug  9 14:23:16 2018 GMT`. */
function timeText(seconds: number | undefined): string {
  if (seconds === undefined) return 'Bad time value';
  const date = new Date(seconds * 1000);
  const two = (value: number) => String(value).padStart(2, '0');
  const clock = [date.getUTCHours(), date.getUTCMinutes(), date.getUTCSeconds()].map(two).join(':');
  const day = String(date.getUTCDate()).padStart(2, ' ');
  return `${MONTHS[date.getUTCMonth()]} ${day} ${clock} ${date.getUTCFullYear()} GMT`;
}

function alternativeName(name: GeneralName): readonly [string, string | DistinguishedName] {
  switch (name.kind) {
    case 'dns':
      return ['DNS', decoded(name.value)];
    case 'email':
      return ['email', decoded(name.value)];
    case 'uri':
      return ['URI', decoded(name.value)];
    case 'ip':
      return ['IP Address', addressText(name.value)];
    case 'registeredId':
      return ['Registered ID', longName(name.value)];
    case 'directory':
      return ['DirName', distinguishedName(name.value)];
    case 'other':
      return ['othername', '<unsupported>'];
    case 'x400':
      return ['X400Name', '<unsupported>'];
    case 'ediParty':
      return ['EdiPartyName', '<unsupported>'];
  }
}

/** Python reads these strings as UTF-8; what is none is shown byte by byte. */
function decoded(latin: string): string {
  try {
    return fromUtf8(Uint8Array.from(latin, (char) => char.charCodeAt(0)));
  } catch {
    return latin;
  }
}

/** OpenSSL's way with IPv6: capital letters, no zeros in front, nothing left out. */
function addressText(bytes: Uint8Array): string {
  if (bytes.length === 4) return bytes.join('.');
  if (bytes.length !== 16) return '<invalid>';
  const groups: string[] = [];
  for (let i = 0; i < 16; i += 2) groups.push((bytes[i] * 256 + bytes[i + 1]).toString(16).toUpperCase());
  return groups.join(':');
}

/** RFC 5280 section 4.2.2.1. */
const OCSP = '1.3.6.1.5.5.7.48.1';
const CA_ISSUERS = '1.3.6.1.5.5.7.48.2';

function accessUris(certificate: Certificate, method: string): string[] {
  return (certificate.authorityInfoAccess ?? [])
    .filter((access) => access.method === method)
    .flatMap(({ location }) => (location.kind === 'uri' ? [decoded(location.value)] : []));
}

function listUris(certificate: Certificate): string[] {
  return (certificate.crlDistributionPoints ?? [])
    .flatMap(({ point }) => (point?.kind === 'full' ? point.names : []))
    .flatMap((name) => (name.kind === 'uri' ? [decoded(name.value)] : []));
}
