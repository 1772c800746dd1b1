/**
 * Handshake messages out of handshake records, RFC 8446 section 5.1: a message may lie across records, and a record
 * may hold several. A message that lies in one record is a view of it.
 */
import { EMPTY } from '../../bytes/bytes.ts';
import { HEADER_LENGTH } from '../../wire/handshake.ts';

export class Joiner {
  /** Bytes from the front of the message in hand; those behind `#filled` are still to come when `#torn`. */
  #bytes: Uint8Array = EMPTY;
  #filled = 0;

  /** Whether a message, or a part of one, waits. */
  get waiting(): boolean {
    return this.#filled > 0;
  }

  /** The contents of one more handshake record. */
  add(fragment: Uint8Array): void {
    if (this.#filled === 0) {
      this.#bytes = fragment;
      this.#filled = fragment.length;
      return;
    }
    const needed = this.#filled + fragment.length;
    if (needed > this.#bytes.length) {
      const larger = new Uint8Array(Math.max(needed, 2 * this.#bytes.length));
      larger.set(this.#bytes.subarray(0, this.#filled));
      this.#bytes = larger;
    }
    this.#bytes.set(fragment, this.#filled);
    this.#filled = needed;
  }

  /**
   * The next whole message, header included. `check` sees each header as soon as it is there, before anything more is
   * kept for that message, and throws if there must be no such message or none so long.
   */
  next(check: (type: number, length: number) => void): Uint8Array | undefined {
    if (this.#filled < HEADER_LENGTH) return undefined;
    const [type, high, middle, low] = this.#bytes;
    const length = HEADER_LENGTH + high * 65536 + middle * 256 + low;
    check(type, length - HEADER_LENGTH);
    if (this.#filled < length) return undefined;
    const message = this.#bytes.subarray(0, length);
    this.#bytes = this.#bytes.subarray(length);
    this.#filled -= length;
    if (this.#filled === 0) this.#bytes = EMPTY;
    return message;
  }

  wipe(): void {
    this.#bytes = EMPTY;
    this.#filled = 0;
  }
}
