/**
 * Records into the outgoing queue. Handshake messages go out one record each, as OpenSSL sends them, or gathered into
 * as few records as they fit in; what does not fit a record is cut. Application data is cut at 2^14.
 */
import { concat } from '../../bytes/bytes.ts';
import type { ByteQueue } from '../../bytes/queue.ts';
import { type ContentType, MAX_PLAINTEXT, RECORD_HEADER_LENGTH } from '../../wire/record.ts';
import type { WriteHalf } from './half.ts';

export interface PushEvents {
  /** Whether anybody wants to be told. */
  readonly wanted: boolean;
  /** A record has gone out; `inside`: the type that its protection hides. */
  wrote(header: Uint8Array, inside: ContentType | undefined): void;
}

export class RecordPush {
  readonly #outgoing: ByteQueue;
  readonly #gather: boolean;
  readonly #events: PushEvents;
  #half: WriteHalf;
  /** Handshake messages that wait to share a record. */
  #waiting: Uint8Array[] = [];

  constructor(outgoing: ByteQueue, half: WriteHalf, gather: boolean, events: PushEvents) {
    this.#outgoing = outgoing;
    this.#half = half;
    this.#gather = gather;
    this.#events = events;
  }

  /** New keys for what goes out; the old ones are wiped. */
  set half(half: WriteHalf) {
    this.flush();
    this.#half.wipe();
    this.#half = half;
  }

  get half(): WriteHalf {
    return this.#half;
  }

  /** One handshake message, header included. */
  handshake(message: Uint8Array): void {
    if (this.#gather) this.#waiting.push(message);
    else this.#cut('handshake', message);
  }

  /** Anything else; handshake messages that wait go first. */
  record(type: ContentType, content: Uint8Array): void {
    this.flush();
    this.#cut(type, content);
  }

  /** A record that is never protected (the change_cipher_spec of middlebox compatibility). */
  unprotected(type: ContentType, content: Uint8Array, half: WriteHalf): void {
    this.flush();
    this.#seal(type, content, half);
  }

  /** Ends a flight. */
  flush(): void {
    if (this.#waiting.length === 0) return;
    const flight = concat(...this.#waiting);
    this.#waiting = [];
    this.#cut('handshake', flight);
  }

  /** Forgets the keys and what waits. */
  wipe(): void {
    this.#waiting = [];
    this.#half.wipe();
  }

  #cut(type: ContentType, content: Uint8Array): void {
    let at = 0;
    do {
      const fragment = content.subarray(at, at + MAX_PLAINTEXT);
      this.#seal(type, fragment, this.#half);
      at += fragment.length;
    } while (at < content.length);
  }

  #seal(type: ContentType, fragment: Uint8Array, half: WriteHalf): void {
    const start = this.#outgoing.length;
    half.seal(type, fragment, this.#outgoing);
    if (!this.#events.wanted) return;
    const header = Uint8Array.from(
      { length: RECORD_HEADER_LENGTH },
      (_, i) => this.#outgoing.peek(start + i) ?? 0,
    );
    this.#events.wrote(header, half.hidesType ? type : undefined);
  }
}
