import type { OwnBytes } from '../bytes/bytes.ts';
import { ByteQueue } from '../bytes/queue.ts';
import { type BytesLike } from './buffers.ts';
/** What an `SSLObject` sees of a BIO that its owner does not: the queue itself, and whether its end is marked, read or not. */
export declare class BioInside {
    readonly queue: ByteQueue;
    ended: boolean;
}
/** What is in a BIO, for the engine that works on it directly. */
export declare let insideOf: (bio: MemoryBIO) => BioInside;
/**
 * A memory buffer that can be used to pass data between Python and an SSL protocol instance: first in, first out. An
 * `SSLObject` reads what came from the peer out of one, and writes what is to be sent into another. (Python's
 * documentation: "Memory BIO Support".)
 */
export declare class MemoryBIO {
    #private;
    constructor(...args: readonly never[]);
    /** How many bytes wait to be read. */
    get pending(): number;
    /** Whether the end was marked by `write_eof()` and everything before it is read. */
    get eof(): boolean;
    /**
     * Reads up to `size` bytes; all there are if `size` is negative or left out. Nothing there is `b''`, never an
     * error.
     */
    read(...args: [size?: number | bigint]): OwnBytes;
    /** Appends bytes; returns how many. An `SSLError` after `write_eof()`. */
    write(...args: [b: BytesLike]): number;
    /** Marks the end: nothing can be written from here on, and an `SSLObject` that reads to here sees its peer gone. */
    write_eof(...args: []): void;
}
