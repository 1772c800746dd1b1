import { ByteQueue } from '../bytes/queue.ts';
import { type BytesLike, bytesLike, cInt } from './buffers.ts';
import { SSLError } from './exceptions.ts';
import { noArguments, oneArgument } from './keywords.ts';
import { isPlainObject } from './repr.ts';

/** What an `SSLObject` sees of a BIO that its owner does not: the queue itself. */
const queues = new WeakMap<MemoryBIO, ByteQueue>();

/**
 * A memory buffer that can be used to pass data between Python and an SSL protocol instance: first in, first out. An
 * `SSLObject` reads what came from the peer out of one, and writes what is to be sent into another. (Python's
 * documentation: "Memory BIO Support".)
 */
export class MemoryBIO {
  readonly #queue = new ByteQueue();
  #ended = false;

  constructor(...args: readonly never[]) {
    if (args.length > 0) {
      const kind = args.length === 1 && isPlainObject(args[0]) ? 'keyword' : 'positional';
      throw new TypeError(`MemoryBIO() takes no ${kind} arguments`);
    }
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
  read(...args: [size?: number | bigint]): Uint8Array {
    if (args.length > 1 || isPlainObject(args[0])) throw wrongRead(args);
    const limit = args.length === 0 ? -1 : cInt(args[0]);
    return this.#queue.read(limit < 0 ? this.#queue.length : limit);
  }

  /** Appends bytes; returns how many. */
  write(...args: [b: BytesLike]): number {
    const bytes = bytesLike(oneArgument('MemoryBIO.write', args));
    if (this.#ended) throw new SSLError('cannot write() after write_eof()');
    this.#queue.write(bytes);
    return bytes.length;
  }

  /** Marks the end: nothing can be written from here on. */
  write_eof(...args: []): void {
    noArguments('MemoryBIO.write_eof', args, 'C');
    this.#ended = true;
  }

  /** Whether `write_eof()` was called, read or not. */
  static ended(bio: MemoryBIO): boolean {
    return bio.#ended;
  }
}

function wrongRead(args: readonly unknown[]): TypeError {
  return new TypeError(
    isPlainObject(args.at(-1))
      ? 'MemoryBIO.read() takes no keyword arguments'
      : `read expected at most 1 argument, got ${args.length}`,
  );
}

/** The bytes inside a BIO, for the engine that works on them directly. */
export function queueOf(bio: MemoryBIO): ByteQueue {
  const queue = queues.get(bio);
  if (queue === undefined) throw new TypeError('not a MemoryBIO');
  return queue;
}
