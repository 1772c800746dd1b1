import { EMPTY, equal } from '../../bytes/bytes.ts';
import type { Certificate } from '../certificate.ts';
import { type Crl, REMOVED_FROM_CRL } from '../crl.ts';
import { coversPoint, type DistributionPoint, type PointOwner } from '../distribution-point.ts';
import { extensionOids } from '../extensions.ts';
import type { SignatureChecker } from '../signatures.ts';
import type { CertificateStore } from '../store.ts';
import type { Refusal, VerdictName } from '../verdict.ts';
import { fitsKeyIdentifier } from './authority.ts';
import { type SuiteBCurves, suiteBListFault } from './suite-b.ts';
import { crlTimeFault } from './validity.ts';

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

/** ReasonFlags 1 to 8 (RFC 5280 section 4.2.1.13): bit 0 is unused. */
const ALL_REASONS = 0x1fe;

/** What makes a list better than another, most important first; a list wants the first three to be fine. */
const FULLY_UNDERSTOOD = 0x100;
const IN_SCOPE = 0x80;
const TIMELY = 0x40;
const BY_CERTIFICATE_ISSUER = 0x20;
const SIGNED_BY_ISSUER = 0x18;
const SIGNED_ON_PATH = 0x08;
const SIGNER_KNOWN = 0x04;

interface Choice {
  readonly crl: Crl;
  readonly signer: Certificate;
  readonly score: number;
  /** Reasons covered when this list has been asked. */
  readonly reasons: number;
}

export function revocationFault(path: readonly Certificate[], rules: RevocationRules): Refusal | undefined {
  if (rules.scope === 'none') return undefined;
  const last = rules.scope === 'leaf' ? 0 : path.length - 1;
  for (let depth = 0; depth <= last; depth++) {
    const name = certificateFault(path, depth, rules);
    if (name !== undefined) return { name, depth };
  }
  return undefined;
}

function certificateFault(
  path: readonly Certificate[],
  depth: number,
  rules: RevocationRules,
): VerdictName | undefined {
  const certificate = path[depth];
  if (certificate.proxyCertificateInfo !== undefined) return undefined; // RFC 3820 section 4.1.2: not revoked by lists
  let covered = 0;
  while (covered !== ALL_REASONS) {
    let choice = bestList(path, depth, covered, rules, 'any');
    if (choice !== undefined && !isComplete(choice.crl)) {
      const name = consult(choice, path, depth, rules);
      if (name !== undefined) return name;
      choice = bestList(path, depth, covered, rules, 'complete');
    }
    if (choice === undefined) return 'crlNotFound';
    const name = consult(choice, path, depth, rules);
    if (name !== undefined) return name;
    covered = choice.reasons;
  }
  return undefined;
}

/**
 * Whether a certificate that is not on the list is not revoked. A delta speaks of what changed (RFC 5280 section 5.2.4),
 * and a flawed list says less than its author meant it to. OpenSSL takes either for a whole list (deltas, where it has
 * not been told of extended support, or if they are for some reasons only); here they can revoke, as there, but when
 * they are silent a complete list must be found besides.
 */
function isComplete(crl: Crl): boolean {
  return crl.baseNumber === undefined && !crl.flawed;
}

/** What a list has against a certificate, its deltas before it, or what is wrong with the list. */
function consult(
  choice: Choice,
  path: readonly Certificate[],
  depth: number,
  rules: RevocationRules,
): VerdictName | undefined {
  const certificate = path[depth];
  const deltas = deltasFor(choice.crl, certificate, rules);
  const upToDate = deltas.some((delta) => !delta.flawed && crlTimeFault(delta, rules.time) === undefined);
  const fault = listFault(choice, path, rules, upToDate);
  if (fault !== undefined) return fault;
  for (const delta of deltas) {
    const name =
      signatureFault({ ...choice, crl: delta }, rules) ??
      crlTimeFault(delta, rules.time) ??
      ask(delta, certificate, rules);
    if (name === 'removed' && !delta.flawed) return undefined;
    if (name !== undefined && name !== 'removed') return name;
  }
  const name = ask(choice.crl, certificate, rules);
  return name === 'removed' ? undefined : name;
}

/** What a list says of a certificate. */
function ask(
  crl: Crl,
  certificate: Certificate,
  { ignoreCritical }: RevocationRules,
): VerdictName | 'removed' | undefined {
  if (crl.unhandledCritical && !ignoreCritical) return 'unhandledCriticalCrlExtension';
  const entry = crl.find(certificate.serialNumber, certificate.issuer);
  if (entry === undefined) return undefined;
  return entry.reason === REMOVED_FROM_CRL ? 'removed' : 'revoked';
}

// --- choosing ------------------------------------------------------------------------------------------------------

function bestList(
  path: readonly Certificate[],
  depth: number,
  covered: number,
  rules: RevocationRules,
  which: 'any' | 'complete',
): Choice | undefined {
  const lists = rules.extended ? rules.store.allCrls() : rules.store.findCrls(path[depth].issuer);
  let best: Choice | undefined;
  for (const crl of lists) {
    if (which === 'complete' && !isComplete(crl)) continue;
    const choice = weigh(crl, path, depth, covered, rules);
    if (choice === undefined) continue;
    const newer = best !== undefined && (crl.thisUpdate ?? 0) > (best.crl.thisUpdate ?? 0);
    if (best === undefined || choice.score > best.score || (choice.score === best.score && newer))
      best = choice;
  }
  return best;
}

function weigh(
  crl: Crl,
  path: readonly Certificate[],
  depth: number,
  covered: number,
  rules: RevocationRules,
): Choice | undefined {
  const certificate = path[depth];
  const point = crl.issuingDistributionPoint;
  const some = point?.reasons !== undefined;
  if (crl.contradictsItself || (crl.baseNumber !== undefined && rules.extended && !some)) return undefined;
  if (!rules.extended && (some || point?.indirect)) return undefined;
  if (some && (listReasons(crl) & ~covered) === 0) return undefined;

  let score = 0;
  if (crl.issuer.canonical === certificate.issuer.canonical) score |= BY_CERTIFICATE_ISSUER;
  else if (!point?.indirect) return undefined;
  if (!crl.unhandledCritical) score |= FULLY_UNDERSTOOD;
  if (crlTimeFault(crl, rules.time) === undefined) score |= TIMELY;

  const signer = signerOf(crl, path, depth, (score & BY_CERTIFICATE_ISSUER) !== 0, rules);
  if (signer === undefined) return undefined;
  score |= signer.score;

  const ofIssuer = (score & BY_CERTIFICATE_ISSUER) !== 0;
  const reasons = reasonsCovered(crl, certificate, ofIssuer);
  // Somebody else's list that is about others is nobody's business; the issuer's own may be worth a word.
  if (reasons === undefined)
    return ofIssuer ? { crl, signer: signer.certificate, score, reasons: covered } : undefined;
  if ((reasons & ~covered) === 0) return undefined;
  return { crl, signer: signer.certificate, score: score | IN_SCOPE, reasons: covered | reasons };
}

/** Who signed a list: by name and key identifier, on the path if possible. */
function signerOf(
  crl: Crl,
  path: readonly Certificate[],
  depth: number,
  ofIssuer: boolean,
  rules: RevocationRules,
): { readonly certificate: Certificate; readonly score: number } | undefined {
  const fits = (certificate: Certificate) => fitsKeyIdentifier(certificate, crl.authorityKeyIdentifier);
  const next = Math.min(depth + 1, path.length - 1);
  if (ofIssuer && fits(path[next]))
    return { certificate: path[next], score: SIGNER_KNOWN | SIGNED_BY_ISSUER };
  const isIssuer = (certificate: Certificate) =>
    certificate.subject.canonical === crl.issuer.canonical && fits(certificate);
  const above = path.slice(next + 1).find(isIssuer);
  if (above !== undefined) return { certificate: above, score: SIGNER_KNOWN | SIGNED_ON_PATH };
  if (!rules.extended) return undefined;
  const other = rules.untrusted.find(isIssuer) ?? rules.store.findBySubject(crl.issuer).find(isIssuer);
  return other && { certificate: other, score: SIGNER_KNOWN };
}

/** Which reasons a list covers for a certificate; `undefined` where the certificate is out of its scope. */
function reasonsCovered(crl: Crl, certificate: Certificate, ofIssuer: boolean): number | undefined {
  const own = crl.issuingDistributionPoint;
  const ca = certificate.basicConstraints?.ca === true;
  if (own?.onlyAttributes || (ca ? own?.onlyUsers : own?.onlyAuthorities)) return undefined;
  const reasons = listReasons(crl);
  for (const point of certificate.crlDistributionPoints ?? []) {
    if (!isIssuerOf(point, crl, ofIssuer)) continue;
    const theirs: PointOwner = { point: point.point, issuer: directoryName(point) ?? certificate.issuer };
    if (own === undefined || coversPoint(theirs, { point: own.point, issuer: crl.issuer })) {
      return reasons & reasonBits(point.reasons);
    }
  }
  return own?.point === undefined && ofIssuer ? reasons : undefined;
}

function isIssuerOf(point: DistributionPoint, crl: Crl, ofIssuer: boolean): boolean {
  if (point.issuer === undefined) return ofIssuer;
  return point.issuer.some(
    (name) => name.kind === 'directory' && name.value.canonical === crl.issuer.canonical,
  );
}

function directoryName(point: DistributionPoint) {
  return point.issuer?.find((name) => name.kind === 'directory')?.value;
}

/** A list for none of the reasons is flawed; OpenSSL takes it for one for all of them. */
function listReasons({ issuingDistributionPoint: point }: Crl): number {
  return point?.reasons?.size === 0 ? ALL_REASONS : reasonBits(point?.reasons);
}

function reasonBits(reasons: ReadonlySet<number> | undefined): number {
  if (reasons === undefined) return ALL_REASONS;
  let bits = 0;
  for (const reason of reasons) bits |= 1 << reason;
  return bits & ALL_REASONS;
}

/** RFC 5280 section 5.2.4: the delta that brings this list up to date, and flawed ones that stand before it. */
function deltasFor(base: Crl, certificate: Certificate, rules: RevocationRules): readonly Crl[] {
  if (!rules.deltas || base.number === undefined) return [];
  // That they are named is enough: what the names are is not looked at, since the store has what it has.
  if (certificate.extension(extensionOids.freshestCrl) === undefined && !base.namesFreshest) return [];
  const { number } = base;
  const fitting = rules.store
    .findCrls(base.issuer)
    .filter(
      (delta) =>
        delta.baseNumber !== undefined &&
        delta.number !== undefined &&
        delta.baseNumber <= number &&
        delta.number > number &&
        sameExtension(base, delta, extensionOids.authorityKeyIdentifier) &&
        sameExtension(base, delta, extensionOids.issuingDistributionPoint),
    );
  const sound = fitting.findIndex((delta) => !delta.flawed);
  return sound === -1 ? fitting : fitting.slice(0, sound + 1);
}

function sameExtension(a: Crl, b: Crl, oid: string): boolean {
  const [x, y] = [a, b].map((crl) => crl.extensions.filter((extension) => extension.oid === oid));
  if (x.length > 1 || y.length > 1) return false;
  return equal(x[0]?.value ?? EMPTY, y[0]?.value ?? EMPTY);
}

// --- checking ------------------------------------------------------------------------------------------------------

function listFault(
  choice: Choice,
  path: readonly Certificate[],
  rules: RevocationRules,
  upToDateByDelta: boolean,
): VerdictName | undefined {
  const { crl, signer, score } = choice;
  if (crl.baseNumber === undefined) {
    const usage = signer.keyUsage;
    if (usage !== undefined && !usage.has('crlSign')) return 'keyUsageForbidsCrlSign';
    if ((score & IN_SCOPE) === 0) return 'differentCrlScope';
    if ((score & SIGNED_ON_PATH) === 0 && !rules.reachesAnchor(signer, path[path.length - 1]))
      return 'crlPathInvalid';
  }
  const fault = crlTimeFault(crl, rules.time);
  if (fault !== undefined && !(fault === 'crlExpired' && upToDateByDelta)) return fault;
  return signatureFault(choice, rules);
}

function signatureFault({ crl, signer }: Choice, rules: RevocationRules): VerdictName | undefined {
  const answer = rules.signatures.check(crl, signer);
  if (answer === 'noKey') return 'issuerKeyUndecodable';
  const name = suiteBListFault(signer, crl.recipe, rules.suiteB);
  if (name !== undefined) return name;
  return answer === 'bad' ? 'crlSignatureInvalid' : undefined;
}
