import type { CryptoProvider } from '../crypto/provider.ts';
import { type Certificate } from '../pki/certificate.ts';
import { type OcspVerdict } from '../pki/checks/ocsp.ts';
import type { Profile } from '../pki/checks/profile.ts';
import type { PeerName } from '../pki/host-name.ts';
import { Signatures } from '../pki/signatures.ts';
import type { CertificateStore } from '../pki/store.ts';
import type { PeerAccepted, PeerDetails, PeerRefused, PeerVerifier } from '../tls/peer.ts';
import { type VerifyCallback } from './verify-callback.ts';
export interface TrustPolicy {
    readonly store: CertificateStore;
    readonly provider: CryptoProvider;
    /** Milliseconds since the epoch. */
    readonly clock: () => number;
    /** `false`: any chain will do. */
    readonly verify: boolean;
    readonly flags: number;
    readonly securityLevel: number;
    /** Whether common names may stand in for host names. */
    readonly commonNames: boolean;
    readonly isPublicSuffix: ((domain: string) => boolean) | undefined;
    readonly profile: Profile;
    /** Whether a server's OCSP response was asked for, and how much depends on it: a `VerifyMode`. */
    readonly stapling: number;
    /** Whom the certificate must be for, and how the caller wrote it. */
    readonly peerName: PeerName | undefined;
    readonly host: string | null;
    /** Who has the last word, and the object that it is told of. */
    readonly verifyCallback: VerifyCallback | null;
    readonly owner: unknown;
}
/** Judges the peer of one connection, and remembers the path that it found, and what its OCSP response said. */
export declare class Trust implements PeerVerifier {
    #private;
    constructor(policy: TrustPolicy);
    judge(chain: readonly Uint8Array[], { role, ocspResponse }: PeerDetails): PeerAccepted | PeerRefused;
    /**
     * Leaf to anchor. Where nothing had to be verified it is what can be built of what there is, at least the leaf; it
     * is looked for when it is asked for.
     */
    path(chain: readonly Uint8Array[], role: PeerDetails['role']): readonly Certificate[];
    /** The response that the server stapled, and what it says if it was looked at. */
    get ocsp(): {
        readonly response: Uint8Array | undefined;
        readonly verdict: OcspVerdict | undefined;
    };
}
/** Signature checks that were done once under a provider are not done again. */
export declare function signaturesOf(provider: CryptoProvider): Signatures;
