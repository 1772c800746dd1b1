import type { Certificate } from '../certificate.ts';
/**
 * Whether a certificate may be an authority's. RFC 5280 section 4.2.1.9 knows only `'yes'` and `'no'`: basic
 * constraints say so. The others are older habits, which OpenSSL lets pass for trust anchors unless it is strict.
 */
export type Authority = 'no' | 'yes' | 'version1' | 'keyUsageOnly' | 'netscape';
export declare function certificateAuthority(certificate: Certificate): Authority;
/** The same for an authority that issues to TLS servers and clients. */
export declare function tlsAuthority(certificate: Certificate): Authority;
/** Whether the names, key identifiers and algorithms say that a certificate was signed with its own key. */
export declare function isSelfSigned(certificate: Certificate): boolean;
/**
 * Whether one certificate looks like the issuer of another: names (RFC 5280 section 6.1.3 (a) (4)), authority key
 * identifier where there is one (section 4.2.1.1), and a key of the kind that the signature is made with.
 */
export declare function mayHaveIssued(issuer: Certificate, subject: Certificate): boolean;
/** Every part of the identifier that can be compared must be the issuer's. */
export declare function fitsKeyIdentifier(issuer: Certificate, identifier: Certificate['authorityKeyIdentifier']): boolean;
