/**
 * `verify_callback`: the program has the last word on a peer's certificate. It is shown what the error of a refusal would
 * say, accepted or not. That nothing stands for "as it was judged", and that a number can only refuse, is on purpose:
 * a callback that compares fingerprints and returns what came out must not accept what the validator has refused.
 */
import type { Certificate } from '../pki/certificate.ts';
import type { VerdictName } from '../pki/verdict.ts';
/** What was made of a peer's certificate, as `SSLCertVerificationError` would tell it. */
export interface PeerVerdict {
    /** OpenSSL's number for the first fault that was found; 0: none. */
    readonly verify_code: number;
    /** The same in words; `'ok'`. */
    readonly verify_message: string;
    /** The chain, the peer's own certificate first, as DER: as far as it could be built. */
    readonly chain: readonly Uint8Array[];
}
/** Nothing: the verdict stands. A `verify_code`: refused with it. `'accept'`: accepted, whatever was found. */
export type VerifyCallback<Obj = unknown> = (sslobject: Obj, verdict: PeerVerdict) => number | 'accept' | null | undefined | void;
/** A rule that does not hold. */
export interface Shortcoming {
    readonly name: VerdictName;
    /** Which rule, where the name stands for many. */
    readonly detail?: string | undefined;
}
/** What there is to say against a peer when `ask` has been shown what was found, and has answered. */
export declare function decisionOn(found: Shortcoming | undefined, { path, host }: {
    readonly path: readonly Certificate[];
    readonly host: string | null;
}, ask: (verdict: PeerVerdict) => unknown): Shortcoming | undefined;
