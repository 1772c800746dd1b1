import type { StoredCertificate } from './store.ts';
/**
 * What stands in a `TRUSTED CERTIFICATE` block: a certificate, and OpenSSL's X509_CERT_AUX with the purposes that it
 * is trusted for, and those that it is not (`openssl x509 -addtrust serverAuth -addreject emailProtection -trustout`).
 * Throws a `Fault<PkiFaultName>`.
 */
export declare function parseTrustedCertificate(bytes: Uint8Array): StoredCertificate;
/** A certificate without what stands behind it in its block, which OpenSSL lets be. */
export declare function certificateAlone(der: Uint8Array): Uint8Array;
