/** Counters of a context, under the names that `session_stats()` gives them. */
export interface SessionStatistics {
    number: number;
    connect: number;
    connect_good: number;
    connect_renegotiate: number;
    accept: number;
    accept_good: number;
    accept_renegotiate: number;
    hits: number;
    misses: number;
    timeouts: number;
    cache_full: number;
}
export declare function noSessions(): SessionStatistics;
/** A handshake has begun. */
export declare function countBegun(statistics: SessionStatistics, serverSide: boolean): void;
/** A handshake is complete. A session that a client offered in vain is a miss; a server's are its cache's to count. */
export declare function countDone(statistics: SessionStatistics, { serverSide, offered, resumed }: Record<'serverSide' | 'offered' | 'resumed', boolean>): void;
