import type { SessionCache } from '../tls/session12.ts';
import type { SessionStatistics } from './session-statistics.ts';
/**
 * The sessions that a server keeps itself, by identifier: those of TLS 1.2, and the tickets of TLS 1.3 where
 * `OP_NO_TICKET` is set. As OpenSSL's: so many, so long, the oldest goes first; what is in it counts in `session_stats()`.
 */
export declare class ContextSessions implements SessionCache {
    #private;
    readonly lifetime = 7200;
    constructor(statistics: SessionStatistics, clock: () => number, size?: number);
    put(id: Uint8Array, state: Uint8Array): void;
    /** A copy, so that the caller may wipe it. */
    get(id: Uint8Array): Uint8Array | undefined;
    forget(id: Uint8Array): void;
}
