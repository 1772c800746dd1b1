import { equal } from '../bytes/bytes.ts';
import type { Certificate } from './certificate.ts';
import { attributesOf } from './names.ts';

/** Whom a certificate must be for. An address is its 4 or 16 bytes. */
export type PeerName =
  | { readonly kind: 'dns'; readonly name: string }
  | { readonly kind: 'ip'; readonly address: Uint8Array };

export interface HostRules {
  readonly commonNames: boolean;
  /** RFC 9525 section 6.3 leaves it to the application; the Baseline Requirements (3.2.2.6) forbid them. */
  readonly isPublicSuffix: ((domain: string) => boolean) | undefined;
}

const COMMON_NAME = '2.5.4.3';

/**
 * Whether a certificate is for this host: RFC 9525, in the reading that Python asks of OpenSSL.
 *
 * - Letters compare without regard to ASCII case; nothing is folded, converted or trimmed beyond that.
 * - `*` stands for exactly one label of letters, digits and hyphens: the first one, all of it. At least two follow.
 * - An address matches `iPAddress` entries in binary, and neither a `dNSName` nor a common name.
 * - No wildcard stands for all names right under a public suffix (`*.co.uk`), where the caller knows which these are.
 * - The subject's common names count only where the certificate names no DNS host at all, and the caller allows them.
 */
export function isForPeer(certificate: Certificate, peer: PeerName, rules: HostRules): boolean {
  const names = certificate.subjectAltName ?? [];
  if (peer.kind === 'ip') {
    return names.some((name) => name.kind === 'ip' && equal(name.value, peer.address));
  }
  const hosts = names.filter((name) => name.kind === 'dns');
  if (hosts.length > 0) return hosts.some((host) => matchesHost(host.value, peer.name, rules));
  if (!rules.commonNames) return false;
  return attributesOf(certificate.subject, COMMON_NAME).some(({ value }) =>
    matchesHost(value, peer.name, rules),
  );
}

/** One presented name against the host that was asked for. */
export function matchesHost(
  pattern: string,
  host: string,
  rules?: Pick<HostRules, 'isPublicSuffix'>,
): boolean {
  const presented = lower(pattern);
  const asked = lower(host);
  if (presented === asked) return presented.length > 0;
  if (!presented.startsWith('*.')) return false;
  const rest = presented.slice(1);
  if (!isWildcardTail(rest) || !asked.endsWith(rest)) return false;
  if (rules?.isPublicSuffix?.(rest.slice(1))) return false;
  const label = asked.slice(0, asked.length - rest.length);
  return label === '*' || /^[a-z0-9-]+$/.test(label);
}

/** What may stand behind the asterisk: two labels or more, of letters, digits, and hyphens inside. */
function isWildcardTail(rest: string): boolean {
  const labels = rest.slice(1).split('.');
  return labels.length >= 2 && labels.every((label) => /^[a-z0-9]([a-z0-9-]*[a-z0-9])?$/.test(label));
}

/** ASCII letters only: an upper-case letter of another alphabet is another letter. */
function lower(text: string): string {
  return text.replace(/[A-Z]+/g, (letters) => letters.toLowerCase());
}
