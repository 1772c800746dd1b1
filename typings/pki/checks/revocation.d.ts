import type { Certificate } from '../certificate.ts';
import type { SignatureChecker } from '../signatures.ts';
import type { CertificateStore } from '../store.ts';
import type { Refusal } from '../verdict.ts';
import { type SuiteBCurves } from './suite-b.ts';
/**
 * Revocation lists: RFC 5280 section 6.3, as OpenSSL goes about it.
 *
 * For a certificate the best list is looked for among those that its issuer (or, for indirect lists, anybody) gave
 * out; it is checked like a certificate is, and then asked. Lists may cover some of the reasons only, so this is
 * repeated until all reasons are covered; a round that brings nothing new ends in "no list".
 *
 * Unless `extended`, only lists for all reasons count that were signed by an authority on the certificate's own path.
 */
export interface RevocationRules {
    readonly scope: 'none' | 'leaf' | 'chain';
    /** Indirect lists, lists for some reasons only, and lists that have a path of their own. */
    readonly extended: boolean;
    readonly deltas: boolean;
    readonly ignoreCritical: boolean;
    readonly suiteB: SuiteBCurves | undefined;
    readonly time: number | undefined;
    readonly store: CertificateStore;
    /** Where issuers of lists are looked for that are not on the path. */
    readonly untrusted: readonly Certificate[];
    readonly signatures: SignatureChecker;
    /** Whether a list's issuer has a path of its own to this anchor. */
    readonly reachesAnchor: (issuer: Certificate, anchor: Certificate) => boolean;
}
export declare function revocationFault(path: readonly Certificate[], rules: RevocationRules): Refusal | undefined;
