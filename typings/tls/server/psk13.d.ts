import { type Message13 } from '../../wire/handshake.ts';
import type { Transcript } from '../keys/transcript.ts';
import type { Settings } from '../settings.ts';
import { type Suite13 } from '../suites.ts';
/** A session that the client offered and that we take up. */
export interface ResumedSession {
    /** Which of the identities. */
    readonly index: number;
    readonly psk: Uint8Array;
    readonly clientChain: readonly Uint8Array[];
}
/**
 * The first identity that is a ticket of ours and may be used here and now; without one the handshake is a full one.
 * A ticket of ours whose binder does not fit is no accident, and ends the connection.
 */
export declare function choosePsk(message: Message13<'client_hello'>, settings: Settings, suite: Suite13, before: Transcript): ResumedSession | undefined;
