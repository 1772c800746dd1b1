import type { Message13 } from '../../wire/handshake.ts';
import type { Settings } from '../settings.ts';
import { type Effects, type State } from '../state.ts';
/** The hello is for TLS 1.2. */
export declare function acceptHello12(settings: Settings, message: Message13<'client_hello'>, effects: Effects): State;
