import { type FinishedChecked, type SignatureChecked } from '../authenticate13.ts';
import { type Secrets13 } from '../keys/traffic13.ts';
import type { Transcript } from '../keys/transcript.ts';
import { type Effects, type State } from '../state.ts';
import { type Resumable } from './tickets13.ts';
export interface ConnectedServer13 extends Secrets13, Resumable {
    /** The client's Finished was checked. */
    readonly finished: FinishedChecked;
    /** Where the client was asked for a certificate and sent one. */
    readonly signature: SignatureChecked | undefined;
    /** The client has said that it can be asked who it is. */
    readonly answersLater: boolean;
    /** As far as the client's Finished, where the client may yet be asked who it is. */
    readonly transcript: Transcript | undefined;
    /** No tickets follow the handshake; they may follow what comes later. */
    readonly withholdsTickets: boolean;
}
/** Sends the tickets that follow a handshake. */
export declare function openServer13(connected: ConnectedServer13, effects: Effects): State;
