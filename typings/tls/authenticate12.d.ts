import type { HashAlgorithm } from '../crypto/provider.ts';
import type { CertificateVerify } from '../wire/handshake.ts';
import type { SignatureScheme } from '../wire/registries.ts';
import { type Randoms } from './keys/schedule12.ts';
import type { Credential, PeerAccepted } from './peer.ts';
import { Proof } from './proof.ts';
import { type Scheme } from './schemes.ts';
import type { Suite12 } from './suites12.ts';
/** The peer holds the private key of the certificate that was accepted: it has signed with it. */
export type SignatureChecked12 = Proof<'signature'>;
/** The peer's Finished will show that it could decrypt the premaster secret, or has the shared key. */
export type KeyShownByFinished = Proof<'exchange'>;
/** The session's master secret, which the peer's Finished will show, came from a handshake that was authentic. */
export type SessionResumed = Proof<'session'>;
/** The peer saw the same handshake as we. */
export type FinishedChecked12 = Proof<'finished'>;
/** What vouches for a server, before its Finished. */
export type ServerIdentity = SignatureChecked12 | KeyShownByFinished | SessionResumed;
/** With what we sign. */
export interface SigningChoice12 {
    readonly credential: Credential;
    readonly name: SignatureScheme;
    readonly scheme: Scheme;
}
/** The first scheme in `preferred` that the peer accepts and that a credential of these kinds of key can sign with. */
export declare function chooseSigning12(credentials: readonly Credential[], preferred: readonly SignatureScheme[], accepted: readonly string[], kinds: readonly Suite12['authentication'][]): SigningChoice12 | undefined;
/** As suites tell keys apart: RFC 8422 section 2 counts those of Edwards curves among the ECDSA ones. */
export declare function keyKind(type: PeerAccepted['key']['type']): Suite12['authentication'];
/** The signature of a ServerKeyExchange. */
export declare function signParams({ credential, name, scheme }: SigningChoice12, randoms: Randoms, params: Uint8Array): CertificateVerify;
/** What a peer may sign with: these schemes, and keys on these curves. */
export interface Offered {
    readonly schemes: readonly string[];
    /** Of lists that all have to have it. */
    readonly groups: readonly (readonly string[])[];
}
/** Checks the signature of the server's ServerKeyExchange. */
export declare function checkParams(peer: PeerAccepted, offered: Offered, signed: CertificateVerify, randoms: Randoms, params: Uint8Array): SignatureChecked12;
/** Our own CertificateVerify: over the messages themselves, since its hash need not be the PRF's. */
export declare function signMessages({ credential, name, scheme }: SigningChoice12, messages: Uint8Array): CertificateVerify;
/** Checks a signature against the key of the chain that was accepted. */
export declare function checkSignature12(peer: PeerAccepted, { schemes, groups }: Offered, { algorithm, signature }: CertificateVerify, content: Uint8Array): SignatureChecked12;
/** RSA and PSK exchanges: the server has shown nothing yet, but without its key it cannot make a Finished. */
export declare function provedByExchange(suite: Suite12): KeyShownByFinished;
/** RFC 5246 section 7.4.1.3: a session goes on under the suite that it began with. */
export declare function acceptSession(suite: Suite12, session: {
    readonly suite: string;
}): SessionResumed;
/** Checks the peer's Finished. */
export declare function checkFinished12(hash: HashAlgorithm, master: Uint8Array, sender: 'client' | 'server', transcriptHash: Uint8Array, received: Uint8Array): FinishedChecked12;
