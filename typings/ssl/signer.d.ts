/**
 * Signers: private keys that are elsewhere, in a hardware module, an agent or another process, and sign when they are
 * asked to. What a signer gives leaves only if it verifies under the certificate's key. A signature that does not is
 * worse than none: one that was made in a fault can give an RSA key away (Boneh, DeMillo, Lipton 1997), and a signer
 * with the wrong key would have shown itself to the peer alone.
 */
import type { CryptoProvider, KeyType, PrivateKey, PublicKey, SignatureRecipe } from '../crypto/provider.ts';
import type { Certificate } from '../pki/certificate.ts';
import type { SignatureScheme } from '../wire/registries.ts';
import { type BytesLike } from './buffers.ts';
/** Who signs with the key of a certificate, where that key is not here. */
export interface Signer {
    /** The signature algorithms that it has, in the words of `set_server_sigalgs()`: `'RSA-PSS+SHA256:RSA+SHA256'`. */
    readonly sigalgs: string;
    /**
     * The signature of `message`, which nobody has hashed yet, by one of these algorithms under its TLS name (`get_sigalgs()`
     * lists them all): `'rsa_pss_rsae_sha256'`, whose salt is as long as the hash; `'ecdsa_secp256r1_sha256'`, a
     * signature in DER (RFC 5480), and in TLS 1.2 the hash for a key on any curve. It is called in the midst of a
     * handshake and has to answer at once: WebCrypto, whose keys sign when they like, can be a signer only behind
     * something that waits for it. What it throws ends the handshake with an alert, and is the `cause` of the `SSLError`
     * that is raised; so does a signature that is none of the certificate's key.
     */
    sign(sigalg: string, message: Uint8Array): BytesLike;
}
/** A signer, and what the certificate says of its key. */
export interface ExternalKey {
    readonly type: 'external';
    readonly signer: Signer;
    readonly leaf: Certificate;
    /** Those that the signer has and the certificate's key can be asked for. */
    readonly schemes: readonly SignatureScheme[];
}
/** Takes a signer for the key of a certificate. */
export declare function externalKey(signer: Signer, leaf: Certificate, provider: CryptoProvider): ExternalKey;
/** An object that can be a signer. */
export declare function checkSigner(value: unknown): Signer;
/** The key as the engine uses it. It decrypts nothing, so no suite of TLS 1.2 is chosen that would have it decrypt. */
export declare class ExternalPrivateKey implements PrivateKey {
    #private;
    readonly type: KeyType;
    readonly bits: number;
    readonly publicKey: PublicKey;
    constructor(key: ExternalKey, publicKey: PublicKey);
    sign(recipe: SignatureRecipe, message: Uint8Array): Uint8Array;
}
