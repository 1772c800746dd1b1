import type { Certificate } from './certificate.ts';
import { type Profile } from './checks/profile.ts';
import { type Purpose } from './checks/purpose.ts';
import { type SuiteBCurves } from './checks/suite-b.ts';
import { type PeerName } from './host-name.ts';
import { type PolicyOptions } from './policy.ts';
import type { SignatureChecker } from './signatures.ts';
import type { CertificateStore } from './store.ts';
import type { VerdictName } from './verdict.ts';
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
export declare const defaultRules: VerifyRules;
export type Verdict = {
    readonly ok: true;
    /** Leaf to anchor. */
    readonly path: readonly Certificate[];
    /** The policies that the path is valid for, where they were asked for. */
    readonly policies: readonly string[];
} | {
    readonly ok: false;
    readonly name: VerdictName;
    readonly depth: number;
    /** Which rule, where the name stands for many. */
    readonly detail: string | undefined;
    readonly path: readonly Certificate[];
};
export declare function verifyChain(request: VerifyRequest): Verdict;
