import { type OwnBytes } from './bytes.ts';
/**
 * Bytes first in, first out, as a list of chunks: the cost of a read or write does not depend on how many bytes
 * wait. Small writes are gathered in blocks, so that a thousand writes of one byte do not become a thousand buffers.
 * Bytes that are in the queue never change; a block only ever grows behind them.
 */
export declare class ByteQueue {
    #private;
    /** How many bytes wait. */
    get length(): number;
    /** Appends a chunk that the queue may keep: the caller gives it up. */
    give(chunk: Uint8Array): void;
    /** Appends a copy of these bytes. */
    write(bytes: Uint8Array): void;
    /** Takes up to `limit` bytes out of the queue; what is returned belongs to the caller. */
    read(limit: number): OwnBytes;
    /**
     * Takes `count` bytes (no more than there are) to be looked at, not to be kept by a caller of the library: where
     * they stand in one chunk this is a view of it.
     */
    take(count: number): Uint8Array;
    /** Fills `target` as far as the bytes go, and returns how many that were. */
    readInto(target: Uint8Array): number;
    /** The byte at this distance from the front, left where it is; `undefined` past the end. */
    peek(distance: number): number | undefined;
    /** Empties the queue, overwriting what it held. */
    wipe(): void;
}
