/** Signature schemes, RFC 8446 section 4.2.3: which key, which recipe, where allowed. */
import type { KeyType, PrivateKey, SignatureRecipe } from '../crypto/provider.ts';
import { type PssLimits } from '../crypto/pss-limits.ts';
export interface Scheme {
    readonly keyType: KeyType;
    /** For RSA: whether the certificate's key must be one restricted to PSS. */
    readonly pssOnly: boolean;
    readonly recipe: SignatureRecipe;
    /** Whether TLS 1.3 allows it in CertificateVerify; if not, it may still sign certificates. */
    readonly handshake13: boolean;
}
/** The row of a scheme; `undefined` for what nothing here can sign or check. */
export declare function schemeRow(name: string): Scheme | undefined;
/** Whether this key can sign a TLS 1.3 handshake with this scheme. */
export declare function keyFits13(scheme: Scheme, key: Pick<PrivateKey, 'type' | 'bits'>, pss: PssLimits): boolean;
/**
 * The same for TLS 1.2: there ECDSA's schemes do not name a curve (RFC 8446 section 4.2.3), PKCS#1 may sign, and
 * ML-DSA may not (draft-ietf-tls-mldsa section 4).
 */
export declare function keyFits12(scheme: Scheme, key: Pick<PrivateKey, 'type' | 'bits'>, pss: PssLimits): boolean;
