import { ValueError } from '../index.ts';

/** asyncio's marks, in bytes: for what waits to be sent on a socket, and what TLS holds in either direction. */
export const SOCKET_WRITE_HIGH_WATER = 64 * 1024;
export const SSL_READ_HIGH_WATER = 256 * 1024;
export const SSL_WRITE_HIGH_WATER = 512 * 1024;

/** Whoever fills a buffer is paused above `high`, and resumed at `low` or below. */
export interface WaterMarks {
  readonly high: number;
  readonly low: number;
}

/** asyncio's rule for marks that are not given: the low one is a quarter of the high one. */
export function waterMarks(
  high: number | null | undefined,
  low: number | null | undefined,
  defaultHigh: number,
): WaterMarks {
  const top = high ?? (low === null || low === undefined ? defaultHigh : 4 * low);
  const bottom = low ?? Math.floor(top / 4);
  if (!(top >= bottom && bottom >= 0)) {
    throw new ValueError(`high (${top}) must be >= low (${bottom}) must be >= 0`);
  }
  return { high: top, low: bottom };
}

/** Tells when a size crosses its marks: each pause is followed by one resume, and there are no others. */
export class FlowGate {
  marks: WaterMarks;
  readonly #pause: () => void;
  readonly #resume: () => void;
  #paused = false;

  constructor(marks: WaterMarks, pause: () => void, resume: () => void) {
    this.marks = marks;
    this.#pause = pause;
    this.#resume = resume;
  }

  get paused(): boolean {
    return this.#paused;
  }

  update(size: number): void {
    if (!this.#paused && size > this.marks.high) {
      this.#paused = true;
      this.#pause();
    } else if (this.#paused && size <= this.marks.low) {
      this.#paused = false;
      this.#resume();
    }
  }
}
