import type { Certificate } from './certificate.ts';
import { extensionFault } from './checks/extensions.ts';
import { type Profile, profileFault } from './checks/profile.ts';
import { type Purpose, purposeOids } from './checks/purpose.ts';
import { revocationFault } from './checks/revocation.ts';
import { signingFault } from './checks/signing.ts';
import { isKeyStrong, strengthFault } from './checks/strength.ts';
import { type SuiteBCurves, suiteBFault } from './checks/suite-b.ts';
import { isForPeer, type PeerName } from './host-name.ts';
import { nameConstraintFault } from './name-constraints.ts';
import { type Attempt, attempts } from './path.ts';
import { type PolicyOptions, policiesOf } from './policy.ts';
import type { SignatureChecker } from './signatures.ts';
import type { CertificateStore } from './store.ts';
import type { Refusal, VerdictName } from './verdict.ts';

/**
 * Whether a peer's chain is to be trusted. `path.ts` finds ways, this judges them: the rules are in `checks/`, their
 * order is OpenSSL's, since the first rule that does not hold is what programs get to see:
 *
 * leaf's key strength · building · critical extensions, authorities, strict rules, purpose, path length (leaf upwards)
 * · strength of the others · the peer's name · revocation · Suite B · signatures and dates (anchor downwards) · name
 * constraints · the profile · policies.
 *
 * A path that fails is not the end of it where another one might do; if none does, OpenSSL's own path is told of.
 */
export interface VerifyRequest {
  readonly leaf: Certificate;
  /** What the peer sent besides, in any order. */
  readonly untrusted: readonly Certificate[];
  readonly store: CertificateStore;
  /** Seconds since 1970; `undefined`: periods of validity are not looked at. */
  readonly time: number | undefined;
  readonly purpose: Purpose;
  /** Whom the leaf must be for; `undefined` asks nothing. */
  readonly peerName: PeerName | undefined;
  readonly rules: VerifyRules;
  /** Level 0 to 5: least strength of keys and signatures. */
  readonly securityLevel: number;
  /** How many certificates may stand between leaf and anchor. */
  readonly maxDepth: number;
  readonly signatures: SignatureChecker;
}

export interface VerifyRules {
  /** Any certificate of the store ends a path, self-signed or not. */
  readonly partialChain: boolean;
  /** Refuse what RFC 5280 forbids authorities to issue. */
  readonly strict: boolean;
  readonly allowProxy: boolean;
  /** Critical extensions that we do not know are passed over. */
  readonly ignoreCritical: boolean;
  /** The anchor's signature on itself counts. */
  readonly anchorSignature: boolean;
  /** Suite B's profile, at the levels of security that these curves stand for. */
  readonly suiteB: SuiteBCurves | undefined;
  readonly revocation: 'none' | 'leaf' | 'chain';
  readonly extendedCrls: boolean;
  readonly deltaCrls: boolean;
  /** Common names stand in for host names in certificates that have none. */
  readonly commonNames: boolean;
  /** Under which domains anybody can have a name, so that no wildcard stands for all of them. */
  readonly isPublicSuffix: ((domain: string) => boolean) | undefined;
  /** Whose demands on certificates are held beyond those that keep us safe. */
  readonly profile: Profile;
  /** `undefined`: policies are not looked at. */
  readonly policies: PolicyOptions | undefined;
}

/** What OpenSSL does when nobody says anything, and Python's contexts begin with. */
export const defaultRules: VerifyRules = {
  partialChain: false,
  strict: false,
  allowProxy: false,
  ignoreCritical: false,
  anchorSignature: false,
  suiteB: undefined,
  revocation: 'none',
  extendedCrls: false,
  deltaCrls: false,
  commonNames: true,
  isPublicSuffix: undefined,
  profile: 'common',
  policies: undefined,
};

export type Verdict =
  | {
      readonly ok: true;
      /** Leaf to anchor. */
      readonly path: readonly Certificate[];
      /** The policies that the path is valid for, where they were asked for. */
      readonly policies: readonly string[];
    }
  | {
      readonly ok: false;
      readonly name: VerdictName;
      readonly depth: number;
      /** Which rule, where the name stands for many. */
      readonly detail: string | undefined;
      readonly path: readonly Certificate[];
    };

/** Paths judged for one verification. */
const MAX_PATHS = 20;
/** Signatures after which no further path is looked for; the one that is being judged is judged to its end. */
const MAX_SIGNATURES = 100;

export function verifyChain(request: VerifyRequest): Verdict {
  return verify(request, 'peer');
}

/** A list's issuer that is not on the path is verified as well, but for lists that would need the same again. */
function verify(request: VerifyRequest, subject: 'peer' | 'listIssuer'): Verdict {
  const { leaf, signatures, securityLevel } = request;
  if (leaf.flawed) return refusal({ name: 'unspecified', depth: 0 }, [leaf]);
  if (!isKeyStrong(signatures.keyOf(leaf), securityLevel)) {
    return refusal({ name: 'leafKeyTooWeak', depth: 0 }, [leaf]);
  }
  let told: Verdict | undefined;
  let judged = 0;
  const counted = new CountedChecks(signatures);
  for (const attempt of attempts(pathRequest(request, counted))) {
    const verdict = judge(attempt, { ...request, signatures: counted }, subject);
    if (verdict.ok) return verdict;
    told ??= verdict;
    if (attempt.deadEnd === undefined) judged++;
    if (judged === MAX_PATHS || counted.spent || !mayDifferElsewhere(verdict)) break;
  }
  return told ?? refusal({ name: 'localIssuerNotFound', depth: 0 }, [leaf]);
}

/** Signatures are what an attacker would have us check without end. */
class CountedChecks implements SignatureChecker {
  readonly #checker: SignatureChecker;
  #count = 0;

  constructor(checker: SignatureChecker) {
    this.#checker = checker;
  }

  get spent(): boolean {
    return this.#count >= MAX_SIGNATURES;
  }

  keyOf(certificate: Certificate): ReturnType<SignatureChecker['keyOf']> {
    return this.#checker.keyOf(certificate);
  }

  check(...[signed, issuer]: Parameters<SignatureChecker['check']>): ReturnType<SignatureChecker['check']> {
    this.#count++;
    return this.#checker.check(signed, issuer);
  }
}

function judge(attempt: Attempt, request: VerifyRequest, subject: 'peer' | 'listIssuer'): Verdict {
  const { path, trustedFrom, deadEnd } = attempt;
  if (deadEnd !== undefined) return refusal({ name: deadEnd, depth: path.length - 1 }, path);
  const { rules, signatures, time, peerName, securityLevel } = request;
  const explicitTrust = (certificate: Certificate, depth: number) =>
    depth >= trustedFrom ? trustSetting(request, certificate) : undefined;
  const fault =
    extensionFault(path, { ...rules, purpose: request.purpose, explicitTrust }) ??
    strengthFault(path, securityLevel, signatures) ??
    nameFault(path[0], peerName, rules) ??
    revocationFault(path, revocationRules(request, subject)) ??
    suiteBFault(path, rules.suiteB) ??
    signingFault(path, time, signatures, rules) ??
    nameConstraintFault(path, rules.commonNames) ??
    profileFault(path, rules.profile, request.purpose === 'serverAuth');
  if (fault !== undefined) return refusal(fault, path);
  if (rules.policies === undefined) return { ok: true, path, policies: [] };
  const policies = policiesOf(path, rules.policies);
  return 'name' in policies ? refusal(policies, path) : { ok: true, path, policies };
}

function nameFault(
  leaf: Certificate,
  peerName: PeerName | undefined,
  rules: VerifyRules,
): Refusal | undefined {
  if (peerName === undefined || isForPeer(leaf, peerName, rules)) return undefined;
  return { name: peerName.kind === 'ip' ? 'ipAddressMismatch' : 'hostNameMismatch', depth: 0 };
}

function pathRequest(request: VerifyRequest, signatures: CountedChecks): Parameters<typeof attempts>[0] {
  const { rules } = request;
  return {
    ...request,
    partialChain: rules.partialChain,
    hasKey: (certificate) => hasKey(certificate, signatures),
    explicitTrust: (certificate) => trustSetting(request, certificate),
    promising: (subject, issuer) =>
      subject.key === issuer.key || (!signatures.spent && signatures.check(subject, issuer) === 'good'),
  };
}

/** A key of an algorithm that we do not have may be a good one; the signature will tell. */
function hasKey(certificate: Certificate, signatures: SignatureChecker): boolean {
  const { parts, broken } = certificate.subjectKey;
  return parts === undefined ? !broken : signatures.keyOf(certificate) !== undefined;
}

/** What a `TRUSTED CERTIFICATE` says of this purpose; once it lists purposes, the others are refused. */
function trustSetting(request: VerifyRequest, certificate: Certificate): 'trusted' | 'rejected' | undefined {
  const settings = request.store.trustOf(certificate);
  if (settings === undefined || request.purpose === 'any' || request.purpose === 'crlSign') return undefined;
  const oid = purposeOids[request.purpose];
  const names = (list: readonly string[] | undefined) => list?.includes(oid) || list?.includes(ANY_PURPOSE);
  if (names(settings.rejected)) return 'rejected';
  if (settings.trusted === undefined) return undefined;
  return names(settings.trusted) ? 'trusted' : 'rejected';
}

const ANY_PURPOSE = '2.5.29.37.0';

function revocationRules(
  request: VerifyRequest,
  subject: 'peer' | 'listIssuer',
): Parameters<typeof revocationFault>[1] {
  const { rules, time, store, untrusted, signatures } = request;
  return {
    scope: rules.revocation,
    extended: rules.extendedCrls,
    ignoreCritical: rules.ignoreCritical,
    suiteB: rules.suiteB,
    deltas: rules.deltaCrls,
    time,
    store,
    untrusted,
    signatures,
    reachesAnchor: (issuer, anchor) => {
      // It may vouch for itself: its own path is the one that is being judged.
      if (subject === 'listIssuer') return issuer.key === request.leaf.key;
      const revocation = rules.revocation === 'chain' ? 'chain' : 'none';
      const verdict = verify(
        {
          ...request,
          leaf: issuer,
          purpose: 'crlSign',
          peerName: undefined,
          rules: { ...rules, revocation, policies: undefined, profile: 'common' },
        },
        'listIssuer',
      );
      return verdict.ok && verdict.path[verdict.path.length - 1].key === anchor.key;
    },
  };
}

function refusal({ name, depth, detail }: Refusal, path: readonly Certificate[]): Verdict {
  return { ok: false, name, depth, detail, path };
}

/** Faults of the leaf itself are the same whatever path it has. */
const LEAF_FAULTS: ReadonlySet<VerdictName> = new Set([
  'unhandledCriticalExtension',
  'proxyNotAllowed',
  'wrongPurpose',
  'hostNameMismatch',
  'ipAddressMismatch',
  'notYetValid',
  'expired',
  'notBeforeMalformed',
  'notAfterMalformed',
  'revoked',
  'profileViolated',
]);

function mayDifferElsewhere(verdict: Verdict): boolean {
  return !verdict.ok && (verdict.depth > 0 || !LEAF_FAULTS.has(verdict.name));
}
