import type { CryptoProvider, PrivateKey, PrivateKeyParts } from '../crypto/provider.ts';
import type { Certificate } from './certificate.ts';
/**
 * Reads a private key: the first one in a PEM text, or DER. Known forms are PKCS#8 (RFC 5958), plain and encrypted
 * (RFC 8018), `RSA PRIVATE KEY` (RFC 8017 appendix A.1.2) and `EC PRIVATE KEY` (RFC 5915), these with the encryption
 * of RFC 1421 as OpenSSL has it. `password` is called once, and only if the key turns out to be encrypted; what it
 * returns is overwritten. Throws a `Fault<PkiFaultName>`.
 */
export declare function parsePrivateKey(pemOrDer: string | Uint8Array, provider: CryptoProvider, password?: () => Uint8Array): PrivateKeyParts;
/** Whether a certificate is about this private key. */
export declare function publicKeyMatches(certificate: Certificate, key: PrivateKey): boolean;
