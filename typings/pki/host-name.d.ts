import type { Certificate } from './certificate.ts';
/** Whom a certificate must be for. An address is its 4 or 16 bytes. */
export type PeerName = {
    readonly kind: 'dns';
    readonly name: string;
} | {
    readonly kind: 'ip';
    readonly address: Uint8Array;
};
export interface HostRules {
    readonly commonNames: boolean;
    /** RFC 9525 section 6.3 leaves it to the application; the Baseline Requirements (3.2.2.6) forbid them. */
    readonly isPublicSuffix: ((domain: string) => boolean) | undefined;
}
/**
 * Whether a certificate is for this host: RFC 9525, in the reading that Python asks of OpenSSL.
 *
 * - Letters compare without regard to ASCII case; nothing is folded, converted or trimmed beyond that.
 * - `*` stands for exactly one label of letters, digits and hyphens: the first one, all of it. At least two follow.
 * - An address matches `iPAddress` entries in binary, and neither a `dNSName` nor a common name.
 * - No wildcard stands for all names right under a public suffix (`*.co.uk`), where the caller knows which these are.
 * - The subject's common names count only where the certificate names no DNS host at all, and the caller allows them.
 */
export declare function isForPeer(certificate: Certificate, peer: PeerName, rules: HostRules): boolean;
/** One presented name against the host that was asked for. */
export declare function matchesHost(pattern: string, host: string, rules?: Pick<HostRules, 'isPublicSuffix'>): boolean;
