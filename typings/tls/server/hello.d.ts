import type { Settings } from '../settings.ts';
import { type State } from '../state.ts';
/** START: waits for a ClientHello. */
export declare function startServer(settings: Settings): State;
