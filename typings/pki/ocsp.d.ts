import type { SignatureRecipe } from '../crypto/provider.ts';
import { type Certificate } from './certificate.ts';
import { type Name } from './names.ts';
/** An OCSP response (RFC 6960 section 4.2.1): a signed statement, or why there is none. */
export type OcspResponse = {
    readonly status: 'successful';
    readonly statement: OcspStatement;
} | {
    readonly status: OcspError;
};
export type OcspError = (typeof ERRORS)[keyof typeof ERRORS];
declare const ERRORS: {
    readonly 1: 'malformedRequest';
    readonly 2: 'internalError';
    readonly 3: 'tryLater';
    readonly 5: 'sigRequired';
    readonly 6: 'unauthorized';
};
/** BasicOCSPResponse, with the bytes that its signature is over. */
export interface OcspStatement {
    readonly tbs: Uint8Array;
    readonly recipe: SignatureRecipe | undefined;
    readonly signature: Uint8Array;
    readonly responder: Responder;
    readonly answers: readonly OcspAnswer[];
    /** An extension that must be understood and is not; RFC 6960 section 4.4 defines none that is critical. */
    readonly unhandledCritical: boolean;
    /** Certificates of whom the issuer may have delegated this to. */
    readonly certificates: readonly Certificate[];
}
export type Responder = {
    readonly kind: 'name';
    readonly name: Name;
}
/** SHA-1 of the key's bits. */
 | {
    readonly kind: 'key';
    readonly hash: Uint8Array;
};
/** SingleResponse: what is said of one certificate. */
export interface OcspAnswer {
    readonly id: CertificateId;
    readonly status: 'good' | 'revoked' | 'unknown';
    /** Seconds since 1970; `undefined` where it is written as RFC 5280 does not allow. */
    readonly thisUpdate: number | undefined;
    /** `'none'`: newer information is always to be had. */
    readonly nextUpdate: number | undefined | 'none';
    readonly revokedAt: number | undefined;
    /** CRLReason (RFC 5280 section 5.3.1). */
    readonly reason: number | undefined;
    readonly unhandledCritical: boolean;
}
/** CertID (RFC 6960 section 4.1.1): a certificate, named by its issuer's hashes and its number. */
export interface CertificateId {
    readonly hashOid: string;
    readonly issuerNameHash: Uint8Array;
    readonly issuerKeyHash: Uint8Array;
    readonly serialNumber: Uint8Array;
}
/** Throws a `Fault<PkiFaultName>` for what is no response. */
export declare function parseOcspResponse(der: Uint8Array): OcspResponse;
export {};
