import type { CryptoProvider, PublicKey, PublicKeyParts, SignatureRecipe } from '../crypto/provider.ts';
import type { Certificate } from './certificate.ts';
/** What carries a signature by a certificate's key: a certificate, or a revocation list. */
export interface Signed {
    readonly tbs: Uint8Array;
    readonly recipe: SignatureRecipe | undefined;
    readonly signature: Uint8Array;
    /** The signed part names another algorithm than the signature (RFC 5280 section 4.1.1.2): then nobody signed it. */
    readonly contradictory?: boolean;
}
/** Who checks signatures during verification; `Signatures` does, unless a caller knows more algorithms. */
export interface SignatureChecker {
    /** The key in a certificate; `undefined` for an algorithm that is not supported and for a key that is none. */
    keyOf(certificate: Certificate): PublicKey | undefined;
    /** Whether `signed` was signed by the key in `issuer`. */
    check(signed: Signed, issuer: Certificate): 'good' | 'bad' | 'noKey';
}
/**
 * Signature checks with a memory. Whether a key made a signature never changes, and a signature check is most of what
 * a verification costs, so a result is kept as long as the certificate that it belongs to: nothing to expire, and no
 * more memory than `parseCertificate` keeps certificates.
 */
export declare class Signatures implements SignatureChecker {
    #private;
    constructor(provider: CryptoProvider);
    keyOf(certificate: Certificate): PublicKey | undefined;
    check(signed: Signed, issuer: Certificate): 'good' | 'bad' | 'noKey';
}
/** Makes a provider's key; `undefined` where the provider lacks the algorithm or refuses the key. */
export declare function importKey(provider: CryptoProvider, parts: PublicKeyParts | undefined): PublicKey | undefined;
