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
/** A handshake that has begun with one context goes on with another. */
export declare function moveBegun(from: SessionStatistics, to: SessionStatistics): void;
/** A handshake is complete. */
export declare function countDone(statistics: SessionStatistics, serverSide: boolean): void;
/** A session that a client offered in vain is a miss; a server's are its cache's to count. */
export declare function countSession(statistics: SessionStatistics, { offered, resumed }: Record<'offered' | 'resumed', boolean>): void;
