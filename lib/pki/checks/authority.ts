import { equal } from '../../bytes/bytes.ts';
import { signerType } from '../algorithms.ts';
import type { Certificate } from '../certificate.ts';

/** Bits of Netscape's certificate type. */
const NETSCAPE_SSL_CA = 5;
const NETSCAPE_CAS = [5, 6, 7];

/**
 * Whether a certificate may be an authority's. RFC 5280 section 4.2.1.9 knows only `'yes'` and `'no'`: basic
 * constraints say so. The others are older habits, which OpenSSL lets pass for trust anchors unless it is strict.
 */
export type Authority = 'no' | 'yes' | 'version1' | 'keyUsageOnly' | 'netscape';

export function certificateAuthority(certificate: Certificate): Authority {
  const { keyUsage, basicConstraints } = certificate;
  if (keyUsage !== undefined && !keyUsage.has('keyCertSign')) return 'no';
  if (basicConstraints !== undefined) return basicConstraints.ca ? 'yes' : 'no';
  if (certificate.version === 1 && isSelfSigned(certificate)) return 'version1';
  if (keyUsage !== undefined) return 'keyUsageOnly';
  const type = certificate.netscapeType;
  return type !== undefined && NETSCAPE_CAS.some((bit) => type.has(bit)) ? 'netscape' : 'no';
}

/** The same for an authority that issues to TLS servers and clients. */
export function tlsAuthority(certificate: Certificate): Authority {
  const authority = certificateAuthority(certificate);
  if (authority !== 'netscape') return authority;
  return certificate.netscapeType?.has(NETSCAPE_SSL_CA) ? 'netscape' : 'no';
}

/** Whether the names, key identifiers and algorithms say that a certificate was signed with its own key. */
export function isSelfSigned(certificate: Certificate): boolean {
  return certificate.selfIssued && mayHaveIssued(certificate, certificate);
}

/**
 * Whether one certificate looks like the issuer of another: names (RFC 5280 section 6.1.3 (a) (4)), authority key
 * identifier where there is one (section 4.2.1.1), and a key of the kind that the signature is made with.
 */
export function mayHaveIssued(issuer: Certificate, subject: Certificate): boolean {
  return (
    issuer.subject.canonical === subject.issuer.canonical &&
    fitsKeyIdentifier(issuer, subject.authorityKeyIdentifier) &&
    fitsAlgorithm(issuer, subject)
  );
}

/** Every part of the identifier that can be compared must be the issuer's. */
export function fitsKeyIdentifier(
  issuer: Certificate,
  identifier: Certificate['authorityKeyIdentifier'],
): boolean {
  if (identifier === undefined) return true;
  const { keyIdentifier, serialNumber } = identifier;
  const own = issuer.subjectKeyIdentifier;
  if (keyIdentifier !== undefined && own !== undefined && !equal(keyIdentifier, own)) return false;
  if (serialNumber !== undefined && !equal(serialNumber, issuer.serialNumber)) return false;
  const name = identifier.issuer?.find((each) => each.kind === 'directory');
  return name === undefined || name.value.canonical === issuer.issuer.canonical;
}

/** Goes by what the signed part says, as OpenSSL does. Where either is unknown to us the signature will decide. */
function fitsAlgorithm(issuer: Certificate, subject: Certificate): boolean {
  const type = issuer.subjectKey.parts?.type;
  const wanted = signerType(subject.innerAlgorithm);
  return type === undefined || wanted === undefined || type.startsWith(wanted);
}
