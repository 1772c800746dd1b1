import type { Certificate } from '../certificate.ts';
import type { KeyUsage } from '../extensions.ts';
import { type Authority, tlsAuthority } from './authority.ts';

/** What the leaf is to be used for. `'any'` asks nothing of it; `'crlSign'` is for issuers of revocation lists. */
export type Purpose = 'serverAuth' | 'clientAuth' | 'any' | 'crlSign';

export const purposeOids = { serverAuth: '1.3.6.1.5.5.7.3.1', clientAuth: '1.3.6.1.5.5.7.3.2' } as const;

/** Purposes that old certificates for servers have instead (Netscape's and Microsoft's server-gated cryptography). */
const SERVER_GATED = ['2.16.840.1.113730.4.1', '1.3.6.1.4.1.311.10.3.3'];

const KEY_USAGES: Readonly<Record<'serverAuth' | 'clientAuth', readonly KeyUsage[]>> = {
  serverAuth: ['digitalSignature', 'keyEncipherment', 'keyAgreement'],
  clientAuth: ['digitalSignature', 'keyAgreement'],
};
/** Bits of Netscape's certificate type. */
const NETSCAPE = { clientAuth: 0, serverAuth: 1 } as const;

/**
 * Whether a certificate may serve a purpose, at the leaf or above it: an authority's own extended key usage limits
 * what it issues for, too. `anyExtendedKeyUsage` does not stand for a TLS purpose, as RFC 5280 section 4.2.1.12
 * leaves applications free to require, and OpenSSL does.
 *
 * An old-style authority is an answer in between, which only a strict verification refuses.
 */
export function fitsPurpose(certificate: Certificate, purpose: Purpose, authority: boolean): Authority {
  if (purpose === 'any') return 'yes';
  const { keyUsage } = certificate;
  if (purpose === 'crlSign') {
    if (authority) return tlsAuthority(certificate);
    return keyUsage === undefined || keyUsage.has('crlSign') ? 'yes' : 'no';
  }
  const extended = certificate.extendedKeyUsage;
  if (extended !== undefined && !extended.some((oid) => serves(oid, purpose))) return 'no';
  if (authority) return tlsAuthority(certificate);
  if (keyUsage !== undefined && !KEY_USAGES[purpose].some((usage) => keyUsage.has(usage))) return 'no';
  const netscape = certificate.netscapeType;
  return netscape === undefined || netscape.has(NETSCAPE[purpose]) ? 'yes' : 'no';
}

function serves(oid: string, purpose: 'serverAuth' | 'clientAuth'): boolean {
  return oid === purposeOids[purpose] || (purpose === 'serverAuth' && SERVER_GATED.includes(oid));
}
