import type { OwnBytes } from '../bytes/bytes.ts';
import { ByteQueue } from '../bytes/queue.ts';
import { type BytesLike, bytesLike, cInt } from './buffers.ts';
import { SSLError } from './exceptions.ts';
import { noArguments, oneArgument } from './keywords.ts';
import { isPlainObject } from './repr.ts';

/** What an `SSLObject` sees of a BIO that its owner does not: the queue itself, and whether its end is marked, read or not. */
export class BioInside {
  readonly queue = new ByteQueue();
  ended = false;
}

/** What is in a BIO, for the engine that works on it directly. */
export let insideOf: (bio: MemoryBIO) => BioInside;

/**
 * A memory buffer that can be used to pass data between Python and an SSL protocol instance: first in, first out. An
 * `SSLObject` reads what came from the peer out of one, and writes what is to be sent into another. (Python's
 * documentation: "Memory BIO Support".)
 */
export class MemoryBIO {
  readonly #inside = new BioInside();

  static {
    insideOf = (bio) => bio.#inside;
  }

  constructor(...args: readonly never[]) {
    if (args.length > 0) {
      const kind = args.length === 1 && isPlainObject(args[0]) ? 'keyword' : 'positional';
      throw new TypeError(`MemoryBIO() takes no ${kind} arguments`);
    }
  }

  /** How many bytes wait to be read. */
  get pending(): number {
    return this.#inside.queue.length;
  }

  /** Whether the end was marked by `write_eof()` and everything before it is read. */
  get eof(): boolean {
    return this.#inside.ended && this.#inside.queue.length === 0;
  }

  /**
   * Reads up to `size` bytes; all there are if `size` is negative or left out. Nothing there is `b''`, never an
   * error.
   */
  read(...args: [size?: number | bigint]): OwnBytes {
    if (args.length > 1 || isPlainObject(args[0])) throw wrongRead(args);
    const limit = args.length === 0 ? -1 : cInt(args[0]);
    return this.#inside.queue.read(limit < 0 ? this.#inside.queue.length : limit);
  }

  /** Appends bytes; returns how many. An `SSLError` after `write_eof()`. */
  write(...args: [b: BytesLike]): number {
    const bytes = bytesLike(oneArgument('MemoryBIO.write', args));
    if (this.#inside.ended) throw new SSLError('cannot write() after write_eof()');
    this.#inside.queue.write(bytes);
    return bytes.length;
  }

  /** Marks the end: nothing can be written from here on, and an `SSLObject` that reads to here sees its peer gone. */
  write_eof(...args: []): void {
    noArguments('MemoryBIO.write_eof', args, 'C');
    this.#inside.ended = true;
  }
}

function wrongRead(args: readonly unknown[]): TypeError {
  return new TypeError(
    isPlainObject(args.at(-1))
      ? 'MemoryBIO.read() takes no keyword arguments'
      : `read expected at most 1 argument, got ${args.length}`,
  );
}
