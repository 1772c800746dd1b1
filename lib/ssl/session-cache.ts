import { latin1, wipe } from '../bytes/bytes.ts';
import type { SessionCache } from '../tls/session12.ts';
import { SESSION_CACHE_SIZE, TICKET_LIFETIME } from './defaults.ts';
import type { SessionStatistics } from './session-statistics.ts';

interface Kept {
  readonly state: Uint8Array;
  /** Milliseconds since the epoch. */
  readonly until: number;
}

/**
 * The sessions that a server keeps itself, by identifier: those of TLS 1.2, and the tickets of TLS 1.3 where
 * `OP_NO_TICKET` is set. As OpenSSL's: so many, so long, the oldest goes first; what is in it counts in `session_stats()`.
 */
export class ContextSessions implements SessionCache {
  readonly lifetime = TICKET_LIFETIME;
  /** In the order in which they came, which a `Map` keeps: the first is the oldest. */
  readonly #kept = new Map<string, Kept>();
  readonly #statistics: SessionStatistics;
  readonly #clock: () => number;
  readonly #size: number;

  constructor(statistics: SessionStatistics, clock: () => number, size = SESSION_CACHE_SIZE) {
    this.#statistics = statistics;
    this.#clock = clock;
    this.#size = size;
  }

  put(id: Uint8Array, state: Uint8Array): void {
    const name = latin1(id);
    this.#drop(name);
    if (this.#kept.size >= this.#size) {
      const [oldest] = this.#kept.keys();
      this.#drop(oldest);
      this.#statistics.cache_full++;
    }
    this.#kept.set(name, { state: state.slice(), until: this.#clock() + 1000 * this.lifetime });
    this.#statistics.number = this.#kept.size;
  }

  /** A copy, so that the caller may wipe it. */
  get(id: Uint8Array): Uint8Array | undefined {
    const name = latin1(id);
    const kept = this.#kept.get(name);
    if (kept === undefined) {
      this.#statistics.misses++;
      return undefined;
    }
    if (this.#clock() < kept.until) return kept.state.slice();
    this.#drop(name);
    this.#statistics.timeouts++;
    return undefined;
  }

  forget(id: Uint8Array): void {
    this.#drop(latin1(id));
  }

  #drop(name: string): void {
    const kept = this.#kept.get(name);
    if (kept === undefined) return;
    wipe(kept.state);
    this.#kept.delete(name);
    this.#statistics.number = this.#kept.size;
  }
}
