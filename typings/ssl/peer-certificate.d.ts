import type { Certificate } from '../pki/certificate.ts';
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
export declare function describeCertificate(certificate: Certificate): PeerCertificate;
