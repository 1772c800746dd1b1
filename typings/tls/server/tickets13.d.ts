import type { HashAlgorithm } from '../../crypto/provider.ts';
import type { Settings } from '../settings.ts';
import type { Effects } from '../state.ts';
import type { Suite13 } from '../suites.ts';
export interface Resumable {
    readonly settings: Settings;
    readonly suite: Suite13;
    readonly hash: HashAlgorithm;
    readonly resumptionSecret: Uint8Array;
    /** The name that the client asked for; empty for none. */
    readonly serverName: Uint8Array;
    /** Section 4.2.9: a client that lists no modes wants no tickets. */
    readonly takesTickets: boolean;
    /** The chain that the client authenticated itself with. */
    readonly clientChain: readonly Uint8Array[];
    readonly isResumed: boolean;
}
/**
 * As many tickets as the settings say, each with a key of its own; none to a client that could not use one. `before`:
 * how many this connection has sent by now. How many it has sent then.
 */
export declare function sendTickets(resumable: Resumable, before: number, effects: Effects): number;
