import type { HashAlgorithm } from '../../crypto/provider.ts';
import type { ClientHello } from '../../wire/handshake.ts';
import type { Settings } from '../settings.ts';
import type { Effects } from '../state.ts';
import type { Suite13 } from '../suites.ts';
interface Resumable {
    readonly settings: Settings;
    readonly suite: Suite13;
    readonly hash: HashAlgorithm;
    readonly resumptionSecret: Uint8Array;
    readonly hello: ClientHello;
    /** The chain that the client authenticated itself with. */
    readonly clientChain: readonly Uint8Array[];
    readonly isResumed: boolean;
}
/** As many tickets as the settings say, each with a key of its own; none to a client that could not use one. */
export declare function sendTickets(resumable: Resumable, effects: Effects): void;
export {};
