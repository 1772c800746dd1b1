import type { KeyType } from '../../crypto/provider.ts';
import type { Certificate } from '../certificate.ts';
import { extensionOids } from '../extensions.ts';
import type { Refusal } from '../verdict.ts';
import { subscriberFault } from './subscriber.ts';

/**
 * Whose demands on certificates are held, beyond those that a validator must make to be safe.
 *
 * - `'common'`: nobody's. What OpenSSL accepts is accepted.
 * - `'rfc5280'`: what RFC 5280 tells authorities they MUST do, though no harm comes to a validator that lets it pass.
 * - `'webpki'`: what the CA/Browser Forum's Baseline Requirements (BR) ask of TLS servers' certificates and of those
 *   above them. They differ from RFC 5280 in one place: name constraints need not be critical (BR 7.1.2.5.2).
 */
export type Profile = (typeof PROFILES)[number];

export const PROFILES = ['common', 'rfc5280', 'webpki'] as const;

/** The first certificate, leaf upwards, that breaks a rule of the profile, and which. */
export function profileFault(
  path: readonly Certificate[],
  profile: Profile,
  forServer: boolean,
): Refusal | undefined {
  if (profile === 'common') return undefined;
  for (const [depth, certificate] of path.entries()) {
    const detail =
      documentFault(certificate, profile) ??
      (depth + 1 < path.length ? serialFault(certificate) : undefined) ??
      (profile === 'webpki' ? webFault(path, depth, forServer) : undefined);
    if (detail !== undefined) return { name: 'profileViolated', depth, detail };
  }
  return undefined;
}

function documentFault(certificate: Certificate, profile: Profile): string | undefined {
  const { nameConstraints } = certificate;
  const isCritical = (oid: string) => certificate.extension(oid)?.critical === true;
  if (certificate.earlyGeneralizedTime) return 'GeneralizedTime before 2050 (RFC 5280 section 4.1.2.5)';
  if (nameConstraints !== undefined) {
    if (!certificate.basicConstraints?.ca) return 'name constraints without CA (RFC 5280 section 4.2.1.10)';
    const subtrees = [...nameConstraints.permitted, ...nameConstraints.excluded];
    if (subtrees.length === 0) return 'empty name constraints (RFC 5280 section 4.2.1.10)';
    if (subtrees.some(({ base }) => base.kind === 'dns' && base.value.startsWith('.')))
      return 'DNS name constraint with a leading period (RFC 5280 section 4.2.1.10)';
    if (profile === 'rfc5280' && !isCritical(extensionOids.nameConstraints))
      return 'name constraints not critical (RFC 5280 section 4.2.1.10)';
  }
  for (const [oid, what] of MUST_BE_CRITICAL) {
    if (certificate.extension(oid) !== undefined && !isCritical(oid)) return what;
  }
  // RFC 5280 section 4.2.2.1: at least one description, and each of them whole.
  if (
    certificate.extension(extensionOids.authorityInfoAccess) !== undefined &&
    !certificate.authorityInfoAccess?.length
  )
    return 'malformed authority information access (RFC 5280 section 4.2.2.1)';
  return isCritical(extensionOids.authorityInfoAccess)
    ? 'authority information access marked critical (RFC 5280 section 4.2.2.1)'
    : undefined;
}

const MUST_BE_CRITICAL: readonly (readonly [oid: string, what: string])[] = [
  [extensionOids.policyConstraints, 'policy constraints not critical (RFC 5280 section 4.2.1.11)'],
  [extensionOids.inhibitAnyPolicy, 'inhibit anyPolicy not critical (RFC 5280 section 4.2.1.14)'],
];

/** RFC 5280 section 4.1.2.2 allows 20 octets. Of roots, some of which have 0, nobody asks it. */
const MAX_SERIAL_LENGTH = 20;

function serialFault({ serialNumber }: Certificate): string | undefined {
  const isPositive = serialNumber[0] < 0x80 && serialNumber.some((byte) => byte !== 0);
  if (!isPositive) return 'serial number not positive (RFC 5280 section 4.1.2.2)';
  return serialNumber.length > MAX_SERIAL_LENGTH
    ? 'serial number longer than 20 octets (RFC 5280 section 4.1.2.2)'
    : undefined;
}

function webFault(path: readonly Certificate[], depth: number, forServer: boolean): string | undefined {
  const certificate = path[depth];
  const { publicKeyParts: key } = certificate;
  if (key === undefined || !WEB_KEYS.has(key.type))
    return 'key neither RSA nor P-256, P-384, P-521 (BR 6.1.5)';
  if (key.type === 'rsa' && bitLength(key.modulus) % 8 !== 0)
    return 'RSA modulus of a length that is no multiple of 8 (BR 6.1.5)';
  if (depth === 0) return forServer ? subscriberFault(certificate) : undefined;
  return depth === path.length - 1 && certificate.selfIssued ? rootFault(certificate) : undefined;
}

const WEB_KEYS: ReadonlySet<KeyType> = new Set(['rsa', 'secp256r1', 'secp384r1', 'secp521r1']);

function rootFault({ authorityKeyIdentifier, extendedKeyUsage }: Certificate): string | undefined {
  if (extendedKeyUsage !== undefined) return 'root with an extended key usage (BR 7.1.2.1.2)';
  if (authorityKeyIdentifier === undefined) return undefined;
  const { keyIdentifier, issuer, serialNumber } = authorityKeyIdentifier;
  if (keyIdentifier === undefined) return "root's authority key identifier without a key (BR 7.1.2.1.3)";
  return issuer !== undefined || serialNumber !== undefined
    ? "root's authority key identifier with issuer or serial number (BR 7.1.2.1.3)"
    : undefined;
}

function bitLength(bytes: Uint8Array): number {
  const first = bytes.findIndex((byte) => byte !== 0);
  return first === -1 ? 0 : 8 * (bytes.length - first - 1) + (32 - Math.clz32(bytes[first]));
}
