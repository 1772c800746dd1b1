/**
 * The PSKs that a client offers, RFC 8446 section 4.2.11: the ticket of a session, and behind it a key that both ends
 * have from elsewhere.
 */
import type { HashAlgorithm } from '../../crypto/provider.ts';
import { type BinderKind } from '../keys/binder13.ts';
import type { Transcript } from '../keys/transcript.ts';
import type { Session13 } from '../session13.ts';
import type { Settings } from '../settings.ts';
import { type Suite13 } from '../suites.ts';
export interface OfferedPsk {
    readonly identity: Uint8Array;
    readonly obfuscatedTicketAge: number;
    readonly key: Uint8Array;
    readonly hash: HashAlgorithm;
    readonly binder: BinderKind;
    /** What the server's side of it is known from; absent where the key is from elsewhere, which has no certificates. */
    readonly session?: Session13;
}
/** What may be offered, best first. `chosen` is the suite of a HelloRetryRequest, whose hash must then be theirs. */
export declare function offeredPsks(settings: Settings, before: Transcript, chosen: Suite13 | undefined): readonly OfferedPsk[];
/** Keys from elsewhere are needed no longer; those of sessions are the sessions' own. */
export declare function wipePsks(psks: readonly OfferedPsk[]): void;
