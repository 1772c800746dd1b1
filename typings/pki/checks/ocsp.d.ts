import type { CryptoProvider } from '../../crypto/provider.ts';
import type { Certificate } from '../certificate.ts';
import { type CertificateId, type OcspAnswer, type OcspError } from '../ocsp.ts';
import type { SignatureChecker } from '../signatures.ts';
import type { VerdictName } from '../verdict.ts';
/**
 * Whether a stapled OCSP response says that a certificate is not revoked: RFC 6960 section 3.2.
 *
 * A response that anybody could have made, or that is about something else or another time, says nothing: it is
 * `unusable`, for a reason that is told. Otherwise it is what it says.
 */
export interface OcspQuestion {
    readonly response: Uint8Array;
    readonly certificate: Certificate;
    /** The next one on the path that was found good. */
    readonly issuer: Certificate;
    /** Seconds since 1970. */
    readonly time: number;
    readonly signatures: SignatureChecker;
    readonly hashes: CryptoProvider['hashes'];
    readonly securityLevel: number;
}
export interface OcspVerdict {
    readonly status: 'good' | 'revoked' | 'unknown' | 'unusable';
    /** Why it is unusable. */
    readonly why: Unusable | undefined;
    readonly answer: OcspAnswer | undefined;
}
export type Unusable = OcspError | 'malformed' | 'unhandledCritical'
/** Nothing in it is about this certificate. */
 | 'aboutOthers' | 'notYetValid' | 'expired'
/** Signed by nobody whom the certificate's issuer lets speak for it. */
 | 'unauthorizedResponder' | 'badSignature' | 'weakSignature';
export declare function judgeOcsp(question: OcspQuestion): OcspVerdict;
/** What a client does about a verdict; `undefined`: goes on. `needed`: nothing but a good answer will do. */
export declare function ocspFault(verdict: OcspVerdict | undefined, needed: boolean): VerdictName | undefined;
/** A promise that cannot be read is taken for one. */
export declare function mustStaple(certificate: Certificate): boolean;
/** As far as the certificate alone can tell. */
export declare function namesCertificate(id: CertificateId, certificate: Certificate, hashes: CryptoProvider['hashes']): boolean;
