/** The master secret of a handshake, however it was come by, and the record protection that follows from it. */
import type { HashAlgorithm } from '../../crypto/provider.ts';
import type { ReadHalf, WriteHalf } from '../record/half.ts';
import type { Settings } from '../settings.ts';
import type { Effects } from '../state.ts';
import type { Suite12 } from '../suites12.ts';
import { type Randoms } from './schedule12.ts';
import type { Transcript } from './transcript.ts';
/** What both ends know once the hellos are exchanged. */
export interface Agreed12 {
    readonly settings: Settings;
    readonly transcript: Transcript;
    readonly suite: Suite12;
    readonly hash: HashAlgorithm;
    readonly randoms: Randoms;
    /** RFC 7627. */
    readonly extendedMasterSecret: boolean;
    /** RFC 7366. */
    readonly encryptThenMac: boolean;
}
/** The keys of one connection, until each half is taken. */
export interface Secrets12 {
    readonly masterSecret: Uint8Array;
    readonly readHalf: ReadHalf;
    readonly writeHalf: WriteHalf;
}
/** Of a full handshake, with the transcript up to ClientKeyExchange; the premaster secret is spent. */
export declare function secretsOfExchange(agreed: Agreed12, premaster: Uint8Array, effects: Effects): Secrets12;
/** Of a master secret that is known from before: new keys all the same, since the randoms are new. */
export declare function secretsOfSession(agreed: Agreed12, master: Uint8Array, effects: Effects): Secrets12;
