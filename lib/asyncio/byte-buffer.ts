/** An empty buffer holds on to no more than this. */
const KEPT = 16 * 1024;

/** Python's `bytearray` as a stream reader uses it: grows at the end, shrinks at the front, can be searched. */
export class ByteBuffer {
  /** What is in use stands from `#start` to `#end`. */
  #bytes: Buffer = Buffer.alloc(0);
  #start = 0;
  #end = 0;

  get length(): number {
    return this.#end - this.#start;
  }

  append(data: Uint8Array): void {
    if (this.#end + data.length > this.#bytes.length) this.#makeRoom(data.length);
    this.#bytes.set(data, this.#end);
    this.#end += data.length;
  }

  /** Where `wanted` first stands from `from` on; -1 if nowhere. */
  indexOf(wanted: Uint8Array, from: number): number {
    return this.#bytes.subarray(this.#start, this.#end).indexOf(wanted, from);
  }

  startsWith(wanted: Uint8Array, at: number): boolean {
    const there = this.#bytes.subarray(this.#start + at, this.#start + at + wanted.length);
    return there.length === wanted.length && there.equals(wanted);
  }

  /** Takes up to so many bytes out at the front. */
  take(count: number): Uint8Array {
    const taken = new Uint8Array(this.#bytes.subarray(this.#start, Math.min(this.#start + count, this.#end)));
    this.drop(taken.length);
    return taken;
  }

  drop(count: number): void {
    this.#start = Math.min(this.#start + count, this.#end);
    if (this.#start === this.#end) this.clear();
  }

  clear(): void {
    if (this.#bytes.length > KEPT) this.#bytes = Buffer.alloc(0);
    this.#start = 0;
    this.#end = 0;
  }

  /** Moves what there is to the front; to a buffer of twice the size if that is not room enough. */
  #makeRoom(count: number): void {
    const { length } = this;
    const enough = length + count <= this.#bytes.length / 2;
    const target = enough ? this.#bytes : Buffer.allocUnsafeSlow(2 * (length + count));
    this.#bytes.copy(target, 0, this.#start, this.#end);
    this.#bytes = target;
    this.#start = 0;
    this.#end = length;
  }
}
