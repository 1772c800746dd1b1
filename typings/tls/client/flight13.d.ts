import type { Settings } from '../settings.ts';
import { type Effects, type State } from '../state.ts';
/** START: sends the ClientHello. */
export declare function startClient(settings: Settings, effects: Effects): State;
