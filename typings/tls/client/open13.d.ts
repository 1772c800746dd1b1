import type { FinishedChecked, PskAccepted, SignatureChecked } from '../authenticate13.ts';
import { type Secrets13 } from '../keys/traffic13.ts';
import type { Transcript } from '../keys/transcript.ts';
import { type State } from '../state.ts';
export interface ConnectedClient13 extends Secrets13 {
    /** The server's Finished was checked. */
    readonly finished: FinishedChecked;
    /** The server proved that it holds its key, now or when the session that was resumed began. */
    readonly identity: SignatureChecked | PskAccepted;
    readonly peerChain: readonly Uint8Array[];
    /** As far as our Finished, where the server may yet ask who we are. */
    readonly transcript: Transcript | undefined;
}
export declare function openClient13(connected: ConnectedClient13): State;
