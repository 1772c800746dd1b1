import type { CryptoProvider } from '../crypto/provider.ts';
import type { TicketKeeper } from '../tls/tickets.ts';
import { ContextSessions } from './session-cache.ts';
import type { SessionStatistics } from './session-statistics.ts';
/** How the servers of one context keep sessions: in tickets, under keys of its own or shared ones, or themselves. */
export declare class SessionKeeping {
    #private;
    /** Those that are kept here and not in tickets. */
    readonly sessions: ContextSessions;
    constructor(statistics: SessionStatistics);
    /** Who makes and takes tickets; with `OP_NO_TICKET` they only name what is kept here. */
    tickets(provider: CryptoProvider, noTicket: boolean): TicketKeeper;
    /** Takes keys that other servers have too; also for connections that there are already. */
    shareKeys(keys: unknown): void;
}
