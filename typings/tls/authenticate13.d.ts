import type { HashAlgorithm, HashName } from '../crypto/provider.ts';
import type { CertificateVerify } from '../wire/handshake.ts';
import type { SignatureScheme } from '../wire/registries.ts';
import type { Credential, PeerAccepted } from './peer.ts';
import { Proof } from './proof.ts';
import { type Scheme } from './schemes.ts';
/** The peer holds the private key of the certificate that was accepted. */
export type SignatureChecked = Proof<'signature'>;
/** The peer saw the same handshake as we. */
export type FinishedChecked = Proof<'finished'>;
/**
 * The peer took up a PSK: that of a session that it was authenticated in, or one that nobody else has. Its Finished
 * shows that it has the key.
 */
export type PskAccepted = Proof<'psk'>;
/** The server selected one of the PSKs that were offered to it (section 4.2.11). */
export declare function acceptPsk<Psk extends {
    readonly hash: HashAlgorithm;
}>(selected: number, offered: readonly Psk[], suiteHash: HashName): {
    readonly psk: Psk;
    readonly accepted: PskAccepted;
};
/** Our own CertificateVerify. */
export declare function signTranscript(signer: 'client' | 'server', choice: SigningChoice, transcriptHash: Uint8Array): CertificateVerify;
/** Checks the peer's CertificateVerify against the key of the chain that was accepted. */
export declare function checkSignature(signer: 'client' | 'server', peer: PeerAccepted, offered: readonly SignatureScheme[], message: CertificateVerify, transcriptHash: Uint8Array): SignatureChecked;
/** Checks the peer's Finished under the traffic secret that the peer writes its flight with. */
export declare function checkFinished(hash: HashAlgorithm, baseKey: Uint8Array, transcriptHash: Uint8Array, verifyData: Uint8Array): FinishedChecked;
/** With what we sign: a credential and a scheme that fits it and that the peer takes. */
export interface SigningChoice {
    readonly credential: Credential;
    readonly name: SignatureScheme;
    readonly scheme: Scheme;
}
/** The first scheme in `preferred` that `accepted` also has and that one of the credentials can sign with. */
export declare function chooseSigning(credentials: readonly Credential[], preferred: readonly SignatureScheme[], accepted: readonly string[]): SigningChoice | undefined;
