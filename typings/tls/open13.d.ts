import type { HashAlgorithm } from '../crypto/provider.ts';
import type { FinishedChecked, ResumptionAccepted, SignatureChecked } from './authenticate13.ts';
import type { Settings } from './settings.ts';
import { type State } from './state.ts';
import type { Suite13 } from './suites.ts';
interface Connected13 {
    /** The peer's Finished was checked. */
    readonly finished: FinishedChecked;
    readonly settings: Settings;
    readonly suite: Suite13;
    readonly hash: HashAlgorithm;
    readonly readSecret: Uint8Array;
    readonly writeSecret: Uint8Array;
    readonly exporterSecret: Uint8Array;
    readonly resumptionSecret: Uint8Array;
}
export interface ConnectedClient13 extends Connected13 {
    /** The server proved that it holds its key, now or when the session that was resumed began. */
    readonly identity: SignatureChecked | ResumptionAccepted;
    readonly peerChain: readonly Uint8Array[];
}
export interface ConnectedServer13 extends Connected13 {
    /** Where the client was asked for a certificate and sent one. */
    readonly signature: SignatureChecked | undefined;
}
/** CONNECTED, at a client. */
export declare function openClient13(connected: ConnectedClient13): State;
/** CONNECTED, at a server. */
export declare function openServer13(connected: ConnectedServer13): State;
export {};
