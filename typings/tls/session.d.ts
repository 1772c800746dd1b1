import type { Session12 } from './session12.ts';
import type { Session13 } from './session13.ts';
/** What a client keeps of a connection to resume it; only a connection of the same version can. */
export type Session = Session12 | Session13;
/** Whether a server can remember a client with this chain: in a ticket there is only so much room. */
export declare function isMemorable(clientChain: readonly Uint8Array[]): boolean;
