import type { Certificate } from '../certificate.ts';
import { type Authority } from './authority.ts';
/** What the leaf is to be used for. `'any'` asks nothing of it; `'crlSign'` is for issuers of revocation lists. */
export type Purpose = 'serverAuth' | 'clientAuth' | 'any' | 'crlSign';
export declare const purposeOids: {
    readonly serverAuth: '1.3.6.1.5.5.7.3.1';
    readonly clientAuth: '1.3.6.1.5.5.7.3.2';
};
/**
 * Whether a certificate may serve a purpose, at the leaf or above it: an authority's own extended key usage limits
 * what it issues for, too. `anyExtendedKeyUsage` does not stand for a TLS purpose, as RFC 5280 section 4.2.1.12
 * leaves applications free to require, and OpenSSL does.
 *
 * An old-style authority is an answer in between, which only a strict verification refuses.
 */
export declare function fitsPurpose(certificate: Certificate, purpose: Purpose, authority: boolean): Authority;
