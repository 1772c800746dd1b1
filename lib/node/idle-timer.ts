/** What `net.Socket.setTimeout` promises, for any stream: a call after so long without activity, and again if it lasts. */
export class IdleTimer {
  readonly #tell: () => void;
  #timer: NodeJS.Timeout | undefined;
  #limit = 0;

  constructor(tell: () => void) {
    this.#tell = tell;
  }

  /** Milliseconds; 0 where nothing is waited for. */
  get limit(): number {
    return this.#limit;
  }

  set limit(milliseconds: number) {
    this.stop();
    this.#limit = milliseconds;
    if (milliseconds > 0) this.#timer = setTimeout(() => this.#tell(), milliseconds).unref();
  }

  /** Something happened. */
  refresh(): void {
    this.#timer?.refresh();
  }

  stop(): void {
    clearTimeout(this.#timer);
    this.#timer = undefined;
  }
}
