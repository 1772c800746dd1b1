import type { GroupName } from '../../crypto/provider.ts';
import { type ClientHello, type Message13 } from '../../wire/handshake.ts';
import type { Transcript } from '../keys/transcript.ts';
import type { Settings } from '../settings.ts';
import { type Effects, type State } from '../state.ts';
/** What is known before the hello that is answered. */
interface Begun {
    readonly settings: Settings;
    readonly transcript: Transcript;
    /** After a HelloRetryRequest. */
    readonly retried?: Retried;
}
interface Retried {
    readonly first: ClientHello;
    readonly group: GroupName | undefined;
    readonly cookie: Uint8Array | undefined;
}
/** RECVD_CH: the hello is for TLS 1.3. */
export declare function acceptHello13(begun: Begun, message: Message13<'client_hello'>, effects: Effects): State;
/** What section 4.1.2 and 4.2.11 ask of any hello that is to become TLS 1.3. */
export declare function checkHello13(hello: ClientHello): void;
export {};
