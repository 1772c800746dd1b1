/**
 * The security level looks at our own certificates too: when they are loaded, and again when they are sent, since it
 * may have been raised between, or be another context's.
 */
import type { CryptoProvider } from '../crypto/provider.ts';
import type { Certificate } from '../pki/certificate.ts';
import type { Weakness } from '../tls/peer.ts';
/** What certificates are measured by. */
export interface Standard {
    readonly provider: CryptoProvider;
    readonly level: number;
}
/** The first thing that is too weak about a chain, leaf first. */
export declare function chainWeakness(chain: readonly Certificate[], standard: Standard): Weakness | undefined;
/** At the signature of a self-signed certificate nobody looks. */
export declare function certificateWeakness(certificate: Certificate, role: 'leaf' | 'authority', { provider, level }: Standard): Weakness | undefined;
