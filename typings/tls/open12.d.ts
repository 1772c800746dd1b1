import type { HashAlgorithm } from '../crypto/provider.ts';
import type { FinishedChecked12, ServerIdentity, SignatureChecked12 } from './authenticate12.ts';
import { type Randoms } from './keys/schedule12.ts';
import { type State } from './state.ts';
interface Connected12 {
    /** The peer's Finished was checked. */
    readonly finished: FinishedChecked12;
    readonly hash: HashAlgorithm;
    readonly masterSecret: Uint8Array;
    readonly randoms: Randoms;
}
export interface ConnectedClient12 extends Connected12 {
    /** What vouches for the server. */
    readonly identity: ServerIdentity;
}
export interface ConnectedServer12 extends Connected12 {
    /** Where the client was asked for a certificate and sent one. */
    readonly signature: SignatureChecked12 | undefined;
}
export declare function openClient12(connected: ConnectedClient12): State;
export declare function openServer12(connected: ConnectedServer12): State;
export {};
