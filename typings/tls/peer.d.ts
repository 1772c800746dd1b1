import type { PrivateKey, PublicKey } from '../crypto/provider.ts';
import type { PssLimits } from '../crypto/pss-limits.ts';
import type { AlertName } from '../wire/alert.ts';
import type { SignatureScheme } from '../wire/registries.ts';
/**
 * What the engine asks of whoever knows certificates. The engine carries chains as bytes; the answer to "may I talk
 * to the holder of this chain?" comes from outside (`ssl/trust.ts` gives it, with `pki`).
 */
export interface PeerVerifier {
    /**
     * Judges the chain that a peer sent, leaf first: before its signature is checked, and again where a session with a
     * client goes on.
     * An accepted peer comes with the key that its signature will be checked with, whether or not the chain itself had
     * to be trusted: leaving out chain validation never leaves out the signature.
     */
    judge(chain: readonly Uint8Array[], details: PeerDetails): PeerAccepted | PeerRefused;
}
export interface PeerDetails {
    /** Which end the peer is. */
    readonly role: 'client' | 'server';
    /** A stapled OCSP response (RFC 6066 section 8), where the server sent one. */
    readonly ocspResponse: Uint8Array | undefined;
}
export interface PeerAccepted {
    readonly accepted: true;
    readonly key: PublicKey;
    /** RSA keys whose certificate says id-RSASSA-PSS sign with the `rsa_pss_pss_*` schemes, others with `rsa_pss_rsae_*`. */
    readonly pss: PssLimits;
    /** Whether the certificate's key usage allows digital signatures (absent key usage allows all). */
    readonly maySign: boolean;
}
export interface PeerRefused {
    readonly accepted: false;
    /** What the peer is told (RFC 8446 section 6.2). */
    readonly alert: AlertName;
    /** What our own caller is told; the engine hands it on without looking. */
    readonly reason: unknown;
}
/** A certificate chain of our own, leaf first, with its key. */
export interface Credential {
    readonly chain: readonly Uint8Array[];
    readonly key: PrivateKey;
    /** See `PeerAccepted.pss`. */
    readonly pss: PssLimits;
    /** What the key signs with, where that is less than what fits it. */
    readonly schemes?: readonly SignatureScheme[];
    /** A stapled OCSP response to send where a client asks for one. */
    readonly ocspResponse?: Uint8Array;
    /** Another came after it. A client of TLS 1.2 shows the last or, where that does not fit, none. */
    readonly superseded?: boolean;
    /** Why the chain may not be sent, though it is chosen as if it might: a fault of ours that ends the handshake. */
    readonly weakness?: Weakness;
}
/** What of a chain of our own is weaker than we allow. */
export type Weakness = 'ownKeyTooWeak' | 'ownAuthorityTooWeak' | 'ownDigestTooWeak';
/** The chain as it is sent: nothing where there is no credential. */
export declare function sentChain(credential: Credential | undefined): readonly Uint8Array[];
/** Thrown inside the engine when the verifier says no; `connection.ts` turns it into an alert and an outcome. */
export declare class PeerRefusal extends Error {
    readonly alert: AlertName;
    readonly reason: unknown;
    constructor(refused: PeerRefused);
}
