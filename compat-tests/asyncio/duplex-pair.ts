import { Duplex } from 'node:stream';

/** Two streams: what is written into one can be read from the other. */
export function duplexPair(): [Duplex, Duplex] {
  const ends: End[] = [new End(), new End()];
  ends[0].other = ends[1];
  ends[1].other = ends[0];
  return [ends[0], ends[1]];
}

class End extends Duplex {
  other!: End;
  /** A write of the other end that waits until this one is read. */
  #waiting: (() => void) | undefined;

  constructor() {
    super({ allowHalfOpen: true });
  }

  override _read(): void {
    const done = this.#waiting;
    this.#waiting = undefined;
    done?.();
  }

  override _write(chunk: Uint8Array, _encoding: string, done: () => void): void {
    if (this.other.push(chunk)) done();
    else this.other.#waiting = done;
  }

  override _final(done: () => void): void {
    this.other.push(null);
    done();
  }

  override _destroy(error: Error | null, done: (error: Error | null) => void): void {
    if (!this.other.readableEnded) this.other.push(null);
    this.#waiting?.();
    done(error);
  }
}
