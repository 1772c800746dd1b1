import { EMPTY } from './bytes.ts';

/** Writes of up to this many bytes are gathered in a block instead of standing in the queue by themselves. */
const GATHER_LIMIT = 1024;
/** The size of such a block. */
const BLOCK_SIZE = 4096;

/**
 * Bytes first in, first out, as a list of chunks: the cost of a read or write does not depend on how many bytes
 * wait. Small writes are gathered in blocks, so that a thousand writes of one byte do not become a thousand chunks.
 */
export class ByteQueue {
  #chunks: Uint8Array[] = [];
  /** Index of the first live chunk; those before it are spent and dropped now and then. */
  #first = 0;
  /** Bytes of the first live chunk that are spent. */
  #offset = 0;
  #length = 0;
  /** The block that the last chunk is a prefix of, if it may still grow. */
  #block: Uint8Array = EMPTY;

  /** How many bytes wait. */
  get length(): number {
    return this.#length;
  }

  /** Appends a chunk that the queue may keep: the caller gives it up. */
  give(chunk: Uint8Array): void {
    if (chunk.length === 0) return;
    if (chunk.length <= GATHER_LIMIT) {
      this.write(chunk);
      return;
    }
    this.#chunks.push(chunk);
    this.#block = EMPTY;
    this.#length += chunk.length;
  }

  /** Appends a copy of these bytes. */
  write(bytes: Uint8Array): void {
    if (bytes.length === 0) return;
    this.#length += bytes.length;
    const last = this.#chunks.length - 1;
    if (this.#block.length > 0 && last >= this.#first) {
      const used = this.#chunks[last].length;
      if (used + bytes.length <= this.#block.length) {
        this.#block.set(bytes, used);
        this.#chunks[last] = this.#block.subarray(0, used + bytes.length);
        return;
      }
    }
    if (bytes.length > GATHER_LIMIT) {
      this.#chunks.push(bytes.slice());
      this.#block = EMPTY;
      return;
    }
    this.#block = new Uint8Array(
      Math.max(bytes.length, this.#length > bytes.length ? BLOCK_SIZE : bytes.length),
    );
    this.#block.set(bytes);
    this.#chunks.push(this.#block.subarray(0, bytes.length));
  }

  /** Takes up to `limit` bytes out of the queue; what is returned belongs to the caller. */
  read(limit: number): Uint8Array {
    const length = Math.min(limit, this.#length);
    if (length <= 0) return EMPTY.slice();
    const head = this.#chunks[this.#first];
    if (this.#offset === 0 && head.length === length && head.byteLength === head.buffer.byteLength) {
      this.#drop(length);
      return head; // the whole of its own buffer: nothing to copy, nothing to share
    }
    const bytes = new Uint8Array(length);
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
      if (this.#first > 64 && this.#first * 2 > this.#chunks.length) {
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
  }
}
