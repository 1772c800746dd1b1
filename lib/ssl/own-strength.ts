/**
 * The security level looks at our own certificates too: when they are loaded, and again when they are sent, since it
 * may have been raised between, or be another context's.
 */
import type { CryptoProvider } from '../crypto/provider.ts';
import type { Certificate } from '../pki/certificate.ts';
import { isSelfSigned } from '../pki/checks/authority.ts';
import { isIssuedStrongly, isKeyStrong } from '../pki/checks/strength.ts';
import type { Weakness } from '../tls/peer.ts';
import { signaturesOf } from './trust.ts';

/** What certificates are measured by. */
export interface Standard {
  readonly provider: CryptoProvider;
  readonly level: number;
}

/** The first thing that is too weak about a chain, leaf first. */
export function chainWeakness(chain: readonly Certificate[], standard: Standard): Weakness | undefined {
  if (standard.level <= 0) return undefined;
  for (const [depth, certificate] of chain.entries()) {
    const weakness = certificateWeakness(certificate, depth === 0 ? 'leaf' : 'authority', standard);
    if (weakness !== undefined) return weakness;
  }
  return undefined;
}

/** At the signature of a self-signed certificate nobody looks. */
export function certificateWeakness(
  certificate: Certificate,
  role: 'leaf' | 'authority',
  { provider, level }: Standard,
): Weakness | undefined {
  const key = signaturesOf(provider).keyOf(certificate);
  // An authority may have a key of a kind that we do not know; whoever verifies what it signed has to.
  if ((key !== undefined || role === 'leaf') && !isKeyStrong(key, level))
    return role === 'leaf' ? 'ownKeyTooWeak' : 'ownAuthorityTooWeak';
  return isSelfSigned(certificate) || isIssuedStrongly(certificate, level) ? undefined : 'ownDigestTooWeak';
}
