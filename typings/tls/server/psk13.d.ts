import { type Message13 } from '../../wire/handshake.ts';
import { type BinderKind } from '../keys/binder13.ts';
import type { Transcript } from '../keys/transcript.ts';
import type { Settings } from '../settings.ts';
import { type Suite13 } from '../suites.ts';
/** A PSK that the client offered and that we take up. */
export interface ChosenPsk {
    /** Which of the identities. */
    readonly index: number;
    readonly psk: Uint8Array;
    /** The chain that the client authenticated itself with when the session began. */
    readonly clientChain: readonly Uint8Array[];
    /** What it is: of a session, or from elsewhere. */
    readonly binder: BinderKind;
}
export interface PskChoice {
    readonly chosen: ChosenPsk | undefined;
    /** None is chosen, and the last is known but of another hash: OpenSSL gives such a client no tickets. */
    readonly endsUnfit: boolean;
}
/**
 * The first identity that is known and may be used here and now; without one the handshake is one with certificates.
 * A PSK that is known and whose binder does not fit is no accident, and ends the connection.
 */
export declare function choosePsk(message: Message13<'client_hello'>, settings: Settings, suite: Suite13, before: Transcript): PskChoice;
