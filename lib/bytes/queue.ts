import { EMPTY, type OwnBytes } from './bytes.ts';

/** Writes of up to this many bytes are gathered in a block instead of standing in the queue by themselves. */
const GATHER_LIMIT = 1024;
/** The size of such a block. */
const BLOCK_SIZE = 4096;
/** How many spent chunks may stand at the front of the list before it is cut. */
const SPENT_LIMIT = 64;

/**
 * Bytes first in, first out, as a list of chunks: the cost of a read or write does not depend on how many bytes
 * wait. Small writes are gathered in blocks, so that a thousand writes of one byte do not become a thousand buffers.
 * Bytes that are in the queue never change; a block only ever grows behind them.
 */
export class ByteQueue {
  #chunks: Uint8Array[] = [];
  /** Index of the first live chunk; those before it are spent. */
  #first = 0;
  /** Bytes of the first live chunk that are spent. */
  #offset = 0;
  #length = 0;
  /** The block that small writes go to, and how much of it is in use. */
  #block: Uint8Array = EMPTY;
  #used = 0;

  /** How many bytes wait. */
  get length(): number {
    return this.#length;
  }

  /** Appends a chunk that the queue may keep: the caller gives it up. */
  give(chunk: Uint8Array): void {
    if (chunk.length <= GATHER_LIMIT) {
      this.write(chunk);
      return;
    }
    this.#chunks.push(chunk);
    this.#length += chunk.length;
  }

  /** Appends a copy of these bytes. */
  write(bytes: Uint8Array): void {
    const count = bytes.length;
    if (count === 0) return;
    if (count > GATHER_LIMIT) {
      this.#chunks.push(new Uint8Array(bytes));
    } else {
      if (this.#used + count > this.#block.length) {
        // The first bytes in an empty queue get a block of their own size: often they are read as they came.
        this.#block = new Uint8Array(this.#length === 0 ? count : BLOCK_SIZE);
        this.#used = 0;
      }
      this.#block.set(bytes, this.#used);
      const last = this.#chunks.length - 1;
      const tail = this.#chunks[last];
      if (
        last >= this.#first &&
        tail.buffer === this.#block.buffer &&
        tail.byteOffset + tail.length === this.#used
      ) {
        this.#chunks[last] = this.#block.subarray(tail.byteOffset, this.#used + count);
      } else {
        this.#chunks.push(this.#block.subarray(this.#used, this.#used + count));
      }
      this.#used += count;
    }
    this.#length += count;
  }

  /** Takes up to `limit` bytes out of the queue; what is returned belongs to the caller. */
  read(limit: number): OwnBytes {
    const count = Math.min(limit, this.#length);
    if (count <= 0) return new Uint8Array(0);
    const head = this.#chunks[this.#first];
    if (this.#offset === 0 && head.length === count && count === head.buffer.byteLength) {
      this.#drop(count);
      return new Uint8Array(head.buffer as ArrayBuffer); // the whole of its own buffer: nothing to copy, nothing shared
    }
    const bytes = new Uint8Array(count);
    this.readInto(bytes);
    return bytes;
  }

  /**
   * Takes `count` bytes (no more than there are) to be looked at, not to be kept by a caller of the library: where
   * they stand in one chunk this is a view of it.
   */
  take(count: number): Uint8Array {
    const head = this.#chunks[this.#first];
    if (count > 0 && this.#offset + count <= head.length) {
      const view = head.subarray(this.#offset, this.#offset + count);
      this.#drop(count);
      return view;
    }
    const bytes = new Uint8Array(count);
    this.readInto(bytes);
    return bytes;
  }

  /** Fills `target` as far as the bytes go, and returns how many that were. */
  readInto(target: Uint8Array): number {
    const length = Math.min(target.length, this.#length);
    let at = 0;
    while (at < length) {
      const chunk = this.#chunks[this.#first];
      const count = Math.min(chunk.length - this.#offset, length - at);
      target.set(chunk.subarray(this.#offset, this.#offset + count), at);
      at += count;
      this.#drop(count);
    }
    return length;
  }

  /** The byte at this distance from the front, left where it is; `undefined` past the end. */
  peek(distance: number): number | undefined {
    if (distance < 0 || distance >= this.#length) return undefined;
    let index = this.#first;
    let at = this.#offset + distance;
    while (at >= this.#chunks[index].length) at -= this.#chunks[index++].length;
    return this.#chunks[index][at];
  }

  /** Empties the queue, overwriting what it held. */
  wipe(): void {
    for (let i = this.#first; i < this.#chunks.length; i++) this.#chunks[i].fill(0);
    this.#reset();
  }

  /** Takes `count` bytes, all of the first live chunk, off the front. */
  #drop(count: number): void {
    this.#offset += count;
    this.#length -= count;
    if (this.#length === 0) {
      this.#reset();
    } else if (this.#offset === this.#chunks[this.#first].length) {
      this.#chunks[this.#first] = EMPTY;
      this.#first++;
      this.#offset = 0;
      if (this.#first > SPENT_LIMIT && this.#first * 2 > this.#chunks.length) {
        this.#chunks = this.#chunks.slice(this.#first);
        this.#first = 0;
      }
    }
  }

  #reset(): void {
    this.#chunks = [];
    this.#first = 0;
    this.#offset = 0;
    this.#length = 0;
    this.#block = EMPTY;
    this.#used = 0;
  }
}
