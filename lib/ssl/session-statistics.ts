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

export function noSessions(): SessionStatistics {
  return {
    number: 0,
    connect: 0,
    connect_good: 0,
    connect_renegotiate: 0,
    accept: 0,
    accept_good: 0,
    accept_renegotiate: 0,
    hits: 0,
    misses: 0,
    timeouts: 0,
    cache_full: 0,
  };
}

/** A handshake has begun. */
export function countBegun(statistics: SessionStatistics, serverSide: boolean): void {
  if (serverSide) statistics.accept++;
  else statistics.connect++;
}

/** A handshake that has begun with one context goes on with another. */
export function moveBegun(from: SessionStatistics, to: SessionStatistics): void {
  from.accept--;
  to.accept++;
}

/** A handshake is complete. */
export function countDone(statistics: SessionStatistics, serverSide: boolean): void {
  if (serverSide) statistics.accept_good++;
  else statistics.connect_good++;
}

/** A session that a client offered in vain is a miss; a server's are its cache's to count. */
export function countSession(
  statistics: SessionStatistics,
  { offered, resumed }: Record<'offered' | 'resumed', boolean>,
): void {
  if (resumed) statistics.hits++;
  else if (offered) statistics.misses++;
}
