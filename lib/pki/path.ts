import type { Certificate } from './certificate.ts';
import { isSelfSigned, mayHaveIssued } from './checks/authority.ts';
import { validityFault } from './checks/validity.ts';
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

/** However many self-issued certificates, which do not count for `maxDepth`, there may be. */
const MAX_LENGTH = 200;
/** Edges looked along for one verification; a plain chain needs as many as it has certificates. */
const MAX_STEPS = 2000;

export function attempts(request: PathRequest): Generator<Attempt> {
  return new Walk(request).from([request.leaf], undefined);
}

class Walk {
  readonly #request: PathRequest;
  #steps = 0;
  #first = true;

  constructor(request: PathRequest) {
    this.#request = request;
  }

  /** All attempts that begin with this path; `trustedFrom` once its end came out of the store. */
  *from(path: readonly Certificate[], trustedFrom: number | undefined): Generator<Attempt> {
    const current = path[path.length - 1];
    let extended = false;
    for (const next of this.#candidates(path, trustedFrom !== undefined)) {
      if (++this.#steps > MAX_STEPS) return;
      if (!this.#first && !this.#request.promising(current, next.certificate)) continue;
      extended = true;
      // The peer's copy of a root gives way to the store's.
      const longer = next.certificate.key === current.key ? path : [...path, next.certificate];
      if (!next.trusted) {
        yield* this.from(longer, undefined);
        continue;
      }
      const begin = trustedFrom ?? longer.length - 1;
      const trust = this.#trust(next.certificate);
      if (trust === 'trusted') yield* this.#hand({ path: longer, trustedFrom: begin, deadEnd: undefined });
      else if (trust === 'rejected')
        yield* this.#hand({ path: longer, trustedFrom: begin, deadEnd: 'rejected' });
      else yield* this.from(longer, begin);
    }
    if (!extended) yield* this.#end(path, trustedFrom);
  }

  *#hand(attempt: Attempt): Generator<Attempt> {
    this.#first = false;
    yield attempt;
  }

  /**
   * No way further up. A leaf that is trusted itself is the last hope; what was found above it stays in the path and
   * is judged along with it, as OpenSSL does.
   */
  *#end(path: readonly Certificate[], trustedFrom: number | undefined): Generator<Attempt> {
    const { leaf, partialChain, store, maxDepth } = this.#request;
    if (trustedFrom === undefined && partialChain && !isTooLong(path, maxDepth) && store.has(leaf)) {
      const rejected = this.#request.explicitTrust(leaf) === 'rejected';
      yield* this.#hand({ path, trustedFrom: 0, deadEnd: rejected ? 'rejected' : undefined });
      return;
    }
    const deadEnd = this.#reason(path, trustedFrom !== undefined);
    yield* this.#hand({ path, trustedFrom: trustedFrom ?? path.length, deadEnd });
  }

  #reason(path: readonly Certificate[], trusted: boolean): VerdictName {
    if (isTooLong(path, this.#request.maxDepth)) return 'chainTooLong';
    if (this.#isSelfSigned(path[path.length - 1]))
      return path.length === 1 ? 'selfSignedLeaf' : 'selfSignedInChain';
    return trusted ? 'issuerNotFound' : 'localIssuerNotFound';
  }

  #trust(certificate: Certificate): 'trusted' | 'rejected' | undefined {
    const explicit = this.#request.explicitTrust(certificate);
    if (explicit !== undefined) return explicit;
    return this.#request.partialChain || this.#isSelfSigned(certificate) ? 'trusted' : undefined;
  }

  #isSelfSigned(certificate: Certificate): boolean {
    return isSelfSigned(certificate) && this.#request.hasKey(certificate);
  }

  #candidates(path: readonly Certificate[], inStore: boolean): Candidate[] {
    const { store, untrusted, maxDepth, time } = this.#request;
    if (isTooLong(path, maxDepth)) return [];
    const current = path[path.length - 1];
    const selfSigned = this.#isSelfSigned(current);
    const isNext = (issuer: Certificate) =>
      !issuer.flawed &&
      mayHaveIssued(issuer, current) &&
      this.#request.hasKey(issuer) &&
      !path.some((each) => each.key === issuer.key);

    const known = selfSigned
      ? store.findBySubject(current.subject).filter((each) => each.key === current.key)
      : store.findBySubject(current.issuer).filter(isNext);
    const trusted = bestFirst(known, time).map((certificate) => ({ certificate, trusted: true }));
    if (inStore || selfSigned) return trusted;
    const others = bestFirst(untrusted.filter(isNext), time).map((certificate) => ({
      certificate,
      trusted: false,
    }));
    return [...trusted, ...others];
  }
}

interface Candidate {
  readonly certificate: Certificate;
  readonly trusted: boolean;
}

/** Whether what stands above the leaf already is more than may stand between it and an anchor. */
function isTooLong(path: readonly Certificate[], maxDepth: number): boolean {
  if (path.length <= maxDepth + 1) return false;
  // RFC 5280 section 4.2.1.9 counts authorities, not the certificates that they issue to themselves.
  return path.length > MAX_LENGTH || path.filter((each, i) => i > 0 && !each.selfIssued).length > maxDepth;
}

/** Those that are valid now, as they come; then the one that lasts longest, as far as its end can be read; the rest. */
function bestFirst(certificates: readonly Certificate[], time: number | undefined): readonly Certificate[] {
  if (certificates.length < 2) return certificates;
  const isValid = (certificate: Certificate) => validityFault(certificate, time) === undefined;
  const others = certificates.filter((certificate) => !isValid(certificate));
  if (others.length === 0) return certificates;
  const isLater = (a: Certificate, b: Certificate) =>
    a.notAfter !== undefined && b.notAfter !== undefined && a.notAfter > b.notAfter;
  const latest = others.reduce((best, each) => (isLater(each, best) ? each : best));
  return [...certificates.filter(isValid), latest, ...others.filter((each) => each !== latest)];
}
