import { type BytesLike } from '../ssl/buffers.ts';
import type { Transport } from './transports.ts';
/** How long a line may be, and half of what waits to be read, in bytes. */
export declare const DEFAULT_LIMIT: number;
/** How long a call on a stream waits. */
export interface Patience {
    /**
     * Stops waiting, as cancelling the task does in Python: the call rejects with the signal's reason, and the connection
     * goes on. `AbortSignal.timeout()` stands for `wait_for()`.
     * @extension
     */
    readonly signal?: AbortSignal;
}
/** A reader of bytes, lines and parts of other kinds. */
export declare class StreamReader implements AsyncIterable<Uint8Array> {
    #private;
    constructor(limit?: number);
    constructor(keywords: {
        readonly limit?: number;
    });
    /** The next bytes, at most `n`, as soon as there are any; all there will be if `n` is negative. None at the end. */
    read(n?: number, { signal }?: Patience): Promise<Uint8Array>;
    /** Exactly `n` bytes; `IncompleteReadError` where the stream ends before. */
    readexactly(n: number, { signal }?: Patience): Promise<Uint8Array>;
    /**
     * The next line with its newline; without, at the end of the stream. A line that is longer than the limit is a
     * `ValueError`, and read away as far as it is there.
     */
    readline(options?: Patience): Promise<Uint8Array>;
    /**
     * Everything up to and with the separator; of several separators the one that ends first. More than the limit
     * before it is a `LimitOverrunError`, and stays to be read; the end of the stream an `IncompleteReadError`.
     */
    readuntil(separator?: BytesLike | readonly BytesLike[], { signal }?: Patience): Promise<Uint8Array>;
    /** Whether the stream has ended and everything is read. */
    at_eof(): boolean;
    /** What every read throws, if something has gone wrong. */
    exception(): Error | null;
    /** The lines of the stream. */
    [Symbol.asyncIterator](): AsyncGenerator<Uint8Array>;
    /** The transport that is paused while too much waits to be read. */
    set_transport(transport: Transport): void;
    feed_data(data: BytesLike): void;
    /** All that waits, for whoever it was meant for. */
    take_unread(): Uint8Array;
    feed_eof(): void;
    set_exception(exc: Error): void;
}
