import type { Certificate } from './certificate.ts';
import type { CertificateStore } from './store.ts';
import type { VerdictName } from './verdict.ts';
/**
 * Finding ways from a leaf to something trusted.
 *
 * Certificates are a graph: an edge leads from each to those that may have issued it, going by names and identifiers.
 * Most peers send a line, but cross-signed authorities make it a true graph, an attacker can make it a dense one, and
 * the first way found may turn out to be expired, constrained or weak where another one is fine (RFC 4158).
 *
 * So this is a depth-first walk which hands out one finished attempt after the other, each either a path that ends in
 * trust or a dead end, and leaves judging to the caller, who asks for the next one or stops.
 *
 * 1. *The first attempt is OpenSSL's.* OpenSSL is greedy: at each step it takes the best issuer, and lives with it.
 *    Candidates come in its order here (trusted ones before the peer's; within each those that are valid in time, then
 *    those that expired last; once in the store, always in the store), so that what OpenSSL accepts is accepted at the
 *    first try, and if nothing is any good, the first attempt's fault is the one that OpenSSL would have told. (Its
 *    flag TRUSTED_FIRST cannot be turned off: the default verification parameters turn it on again.)
 * 2. *Later attempts are pickier.* The caller's `promising` is asked before an edge is followed; it checks the issuer's
 *    signature, which keeps a bomb of look-alike authorities from multiplying.
 * 3. *Everything is bounded*: depth by the caller's `maxDepth`, steps by `MAX_STEPS`, and no certificate stands twice
 *    in a path, so that there are no loops.
 *
 * Where a path ends: at a certificate of the store that is self-signed, or explicitly trusted, or at any one of the
 * store with `partialChain`. A self-signed certificate of the peer's ends it only if the very same one is in the store:
 * one of the same name may be an impostor.
 */
export interface PathRequest {
    readonly leaf: Certificate;
    readonly untrusted: readonly Certificate[];
    readonly store: CertificateStore;
    readonly time: number | undefined;
    /** How many certificates may stand between leaf and anchor. */
    readonly maxDepth: number;
    readonly partialChain: boolean;
    /** Whether a certificate's key is one, as far as anybody can tell: without, it issues nothing. */
    readonly hasKey: (certificate: Certificate) => boolean;
    /** What a trusted certificate's own settings say about the purpose at hand. */
    readonly explicitTrust: (certificate: Certificate) => 'trusted' | 'rejected' | undefined;
    /** Whether to follow an edge, after the first attempt. */
    readonly promising: (subject: Certificate, issuer: Certificate) => boolean;
}
export interface Attempt {
    /** Leaf first. */
    readonly path: readonly Certificate[];
    /** From here on certificates are the store's. */
    readonly trustedFrom: number;
    /** Why the way ends here without trust; `undefined` where it ends in trust. */
    readonly deadEnd: VerdictName | undefined;
}
export declare function attempts(request: PathRequest): Generator<Attempt>;
