import type { Certificate } from '../certificate.ts';
import { extensionOids } from '../extensions.ts';
import type { Refusal, VerdictName } from '../verdict.ts';
import { certificateAuthority } from './authority.ts';
import { fitsPurpose, type Purpose } from './purpose.ts';

/** What the extensions along a path allow: RFC 5280 section 6.1.4 (k) to (o), in the order in which OpenSSL asks. */
export interface ExtensionRules {
  readonly purpose: Purpose;
  /** Refuse what RFC 5280 forbids authorities to issue, though it does no harm by itself. */
  readonly strict: boolean;
  readonly allowProxy: boolean;
  readonly ignoreCritical: boolean;
  /** Whether auxiliary settings of a trusted certificate say that it serves (or does not), whatever else it says. */
  readonly explicitTrust: (certificate: Certificate, depth: number) => 'trusted' | 'rejected' | undefined;
}

/**
 * Extensions that are acted upon here or elsewhere in this room; others must not be critical. Nor may key identifiers
 * (sections 4.2.1.1 and 4.2.1.2), so that OpenSSL counts critical ones among what it does not know.
 */
const HANDLED: ReadonlySet<string> = new Set([
  extensionOids.keyUsage,
  extensionOids.subjectAltName,
  extensionOids.basicConstraints,
  extensionOids.nameConstraints,
  extensionOids.crlDistributionPoints,
  extensionOids.certificatePolicies,
  extensionOids.policyMappings,
  extensionOids.policyConstraints,
  extensionOids.extendedKeyUsage,
  extensionOids.inhibitAnyPolicy,
  extensionOids.proxyCertificateInfo,
  extensionOids.ocspNoCheck,
  extensionOids.netscapeCertificateType,
]);

export function extensionFault(path: readonly Certificate[], rules: ExtensionRules): Refusal | undefined {
  /** What the next certificate must be: the leaf may be an authority or not, a proxy's issuer must be none. */
  let role: 'either' | 'user' | 'authority' = 'either';
  let intermediates = 0;
  let proxies = 0;
  for (const [depth, certificate] of path.entries()) {
    const refuse = (name: VerdictName): Refusal => ({ name, depth });
    const proxy = certificate.proxyCertificateInfo;
    if (certificate.flawed) return refuse('unspecified');
    if (!rules.ignoreCritical && hasUnknownCritical(certificate)) return refuse('unhandledCriticalExtension');
    if (proxy !== undefined && !rules.allowProxy) return refuse('proxyNotAllowed');

    const authority = certificateAuthority(certificate);
    if (role === 'either' && rules.strict && authority !== 'yes' && authority !== 'no')
      return refuse('invalidCa');
    if (role === 'user' && authority !== 'no') return refuse('unexpectedCa');
    if (role === 'authority') {
      // An old-style authority may at most be the anchor.
      const mustBeModern = rules.strict || depth + 1 < path.length;
      if (authority === 'no' || (mustBeModern && authority !== 'yes')) return refuse('invalidCa');
    }
    if (path.length > 1) {
      if (certificate.subjectKey.explicitCurve) return refuse('explicitCurve');
      const name = rules.strict ? strictFault(certificate, depth + 1 < path.length) : undefined;
      if (name !== undefined) return refuse(name);
    }
    if (!servesPurpose(certificate, depth, role === 'authority', rules)) return refuse('wrongPurpose');

    const limit = certificate.basicConstraints?.pathLength;
    if (depth > 1 && limit !== undefined && intermediates > limit + proxies)
      return refuse('pathLengthExceeded');
    if (depth > 0 && !certificate.selfIssued) intermediates++;
    if (proxy !== undefined) {
      if (proxy.pathLength !== undefined) {
        if (proxies > proxy.pathLength) return refuse('proxyPathLengthExceeded');
        proxies = proxy.pathLength;
      }
      proxies++;
    }
    role = proxy === undefined ? 'authority' : 'user';
  }
  return undefined;
}

/** RFC 5280 section 4.2. */
export function hasUnknownCritical(certificate: Certificate): boolean {
  return certificate.extensions.some((each) => each.critical && !HANDLED.has(each.oid));
}

function servesPurpose(
  certificate: Certificate,
  depth: number,
  authority: boolean,
  rules: ExtensionRules,
): boolean {
  const explicit = rules.explicitTrust(certificate, depth);
  if (explicit !== undefined) return explicit === 'trusted';
  const answer = fitsPurpose(certificate, rules.purpose, authority);
  return answer === 'yes' || (answer !== 'no' && !rules.strict);
}

/**
 * What RFC 5280 asks of those who issue certificates. A self-signed leaf never comes here (RFC 6818 section 2), as it
 * is a path of one.
 */
function strictFault(certificate: Certificate, hasIssuer: boolean): VerdictName | undefined {
  const { basicConstraints, keyUsage, subjectAltName, authorityKeyIdentifier, subjectKeyIdentifier } =
    certificate;
  const ca = basicConstraints?.ca === true;
  const isCritical = (oid: string) => certificate.extension(oid)?.critical === true;
  // Section 4.2.1.9
  if (basicConstraints?.pathLength !== undefined) {
    if (!ca) return 'pathLengthWithoutCa';
    if (!keyUsage?.has('keyCertSign')) return 'pathLengthWithoutCertSign';
  }
  if (ca && !isCritical(extensionOids.basicConstraints)) return 'basicConstraintsNotCritical';
  // Section 4.2.1.3
  if (ca && keyUsage === undefined) return 'caWithoutKeyUsage';
  if (!ca && keyUsage?.has('keyCertSign')) return 'certSignWithoutCa';
  // Sections 4.1.2.4 and 4.1.2.6
  if (certificate.issuer.rdns.length === 0) return 'issuerNameEmpty';
  const anonymous = certificate.subject.rdns.length === 0;
  if (anonymous && (ca || keyUsage?.has('crlSign') || subjectAltName === undefined))
    return 'subjectNameEmpty';
  // Section 4.2.1.6
  if (anonymous && !isCritical(extensionOids.subjectAltName)) return 'altNamesNotCritical';
  if (subjectAltName?.length === 0) return 'altNamesEmpty';
  // Section 4.1.1.2: the same bytes in both places
  if (certificate.contradictory) return 'signatureAlgorithmsDiffer';
  // Sections 4.2.1.1 and 4.2.1.2
  if (isCritical(extensionOids.authorityKeyIdentifier)) return 'authorityKeyIdentifierCritical';
  if (isCritical(extensionOids.subjectKeyIdentifier)) return 'subjectKeyIdentifierCritical';
  if (certificate.version < 3)
    return certificate.extensions.length > 0 ? 'extensionsBeforeVersion3' : undefined;
  if (hasIssuer && authorityKeyIdentifier?.keyIdentifier === undefined)
    return 'authorityKeyIdentifierMissing';
  if (ca && subjectKeyIdentifier === undefined) return 'subjectKeyIdentifierMissing';
  return undefined;
}
