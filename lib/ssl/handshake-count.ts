import {
  countBegun,
  countDone,
  countSession,
  moveBegun,
  type SessionStatistics,
} from './session-statistics.ts';

/** How far a connection has been counted: once when its handshake begins, and once when that is done. */
export class HandshakeCount {
  readonly #serverSide: boolean;
  /** Where the connection began: there its session is kept. */
  readonly #first: SessionStatistics;
  /** Where it counts by now. */
  #statistics: SessionStatistics;
  #counted: 'nothing' | 'begun' | 'done' = 'nothing';

  constructor(statistics: SessionStatistics, serverSide: boolean) {
    this.#first = statistics;
    this.#statistics = statistics;
    this.#serverSide = serverSide;
  }

  get isDone(): boolean {
    return this.#counted === 'done';
  }

  begin(): void {
    if (this.#counted !== 'nothing') return;
    countBegun(this.#statistics, this.#serverSide);
    this.#counted = 'begun';
  }

  complete(session: Record<'offered' | 'resumed', boolean>): void {
    countDone(this.#statistics, this.#serverSide);
    countSession(this.#first, session);
    this.#counted = 'done';
  }

  /** The connection goes on with another context; of clients that is where they began. */
  moveTo(statistics: SessionStatistics): void {
    if (!this.#serverSide) return;
    if (this.#counted === 'begun') moveBegun(this.#statistics, statistics);
    this.#statistics = statistics;
  }
}
