import type { Message13, ServerHello12 } from '../../wire/handshake.ts';
import type { Transcript } from '../keys/transcript.ts';
import type { Settings } from '../settings.ts';
import { type Effects, type State } from '../state.ts';
import type { SentHello } from './hello.ts';
/** What is known before the ServerHello. */
export interface Offered12 {
    readonly settings: Settings;
    readonly transcript: Transcript;
    readonly sent: SentHello;
}
/** The ServerHello is one of TLS 1.2. */
export declare function acceptServerHello12(offered: Offered12, hello: ServerHello12, message: Message13<'server_hello'>, effects: Effects): State;
