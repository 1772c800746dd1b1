import { ByteQueue } from '../bytes/queue.ts';
import { type BytesLike, bytesLike, cInt } from './buffers.ts';
import { SSLError } from './exceptions.ts';

/** What an `SSLObject` sees of a BIO that its owner does not: the queue itself. */
const queues = new WeakMap<MemoryBIO, ByteQueue>();

/**
 * A memory buffer that can be used to pass data between Python and an SSL protocol instance: first in, first out. An
 * `SSLObject` reads what came from the peer out of one, and writes what is to be sent into another.
 */
export class MemoryBIO {
  readonly #queue = new ByteQueue();
  #ended = false;

  constructor(...args: readonly never[]) {
    if (args.length > 0) throw new TypeError('MemoryBIO() takes no positional arguments');
    queues.set(this, this.#queue);
  }

  /** How many bytes wait to be read. */
  get pending(): number {
    return this.#queue.length;
  }

  /** Whether the end was marked by `write_eof()` and everything before it is read. */
  get eof(): boolean {
    return this.#ended && this.#queue.length === 0;
  }

  /** Reads up to `size` bytes; all there are if `size` is negative. Never more than there are, never an error. */
  read(size: number | bigint = -1): Uint8Array {
    const limit = cInt(size);
    return this.#queue.read(limit < 0 ? this.#queue.length : limit);
  }

  /** Appends bytes; returns how many. */
  write(b: BytesLike): number {
    const bytes = bytesLike(b);
    if (this.#ended) throw new SSLError('cannot write() after write_eof()');
    this.#queue.write(bytes);
    return bytes.length;
  }

  /** Marks the end: nothing can be written from here on. */
  write_eof(): void {
    this.#ended = true;
  }

  /** Whether `write_eof()` was called, read or not. */
  static ended(bio: MemoryBIO): boolean {
    return bio.#ended;
  }
}

/** The bytes inside a BIO, for the engine that works on them directly. */
export function queueOf(bio: MemoryBIO): ByteQueue {
  const queue = queues.get(bio);
  if (queue === undefined) throw new TypeError('not a MemoryBIO');
  return queue;
}
