/**
 * asyncio's `StreamReader`: what the transport delivers waits here until it is read. Above twice the limit the
 * transport is paused, and resumed when less than the limit waits.
 */
import { RuntimeError, ValueError } from '../index.ts';
import { type BytesLike, bytesLike } from '../ssl/buffers.ts';
import { bind, type Signature } from '../ssl/keywords.ts';
import { unlessAborted } from '../stream/abort.ts';
import { ByteBuffer } from './byte-buffer.ts';
import { IncompleteReadError, LimitOverrunError } from './exceptions.ts';
import { Future } from './future.ts';
import type { Transport } from './transports.ts';

/** How long a line may be, and half of what waits to be read, in bytes. */
export const DEFAULT_LIMIT = 64 * 1024;

/** How long a call on a stream waits. */
export interface Patience {
  /**
   * Stops waiting, as cancelling the task does in Python: the call rejects with the signal's reason, and the connection
   * goes on. `AbortSignal.timeout()` stands for `wait_for()`.
   * @extension
   */
  readonly signal?: AbortSignal;
}

const signature: Signature = { name: 'StreamReader.__init__', language: 'Python', parameters: ['limit?'] };

const NEWLINE = new Uint8Array([0x0a]);

/** A reader of bytes, lines and parts of other kinds. */
export class StreamReader implements AsyncIterable<Uint8Array> {
  readonly #limit: number;
  readonly #buffer = new ByteBuffer();
  #eof = false;
  #exception: Error | null = null;
  #waiter: Future | null = null;
  #transport: Transport | null = null;
  #paused = false;

  constructor(limit?: number);
  constructor(keywords: { readonly limit?: number });
  constructor(...args: readonly unknown[]) {
    const [limit = DEFAULT_LIMIT] = bind(signature, args) as [number?];
    if (limit <= 0) throw new ValueError('Limit cannot be <= 0');
    this.#limit = limit;
  }

  /** The next bytes, at most `n`, as soon as there are any; all there will be if `n` is negative. None at the end. */
  async read(n = -1, { signal }: Patience = {}): Promise<Uint8Array> {
    this.#check();
    if (n === 0) return new Uint8Array(0);
    if (n < 0) return this.#readAll(signal);
    if (this.#buffer.length === 0 && !this.#eof) await this.#waitForData('read', signal);
    return this.#take(n);
  }

  /** Exactly `n` bytes; `IncompleteReadError` where the stream ends before. */
  async readexactly(n: number, { signal }: Patience = {}): Promise<Uint8Array> {
    if (n < 0) throw new ValueError('readexactly size can not be less than zero');
    this.#check();
    while (this.#buffer.length < n) {
      if (this.#eof) throw new IncompleteReadError(this.#buffer.take(n), n);
      await this.#waitForData('readexactly', signal);
    }
    return this.#take(n);
  }

  /**
   * The next line with its newline; without, at the end of the stream. A line that is longer than the limit is a
   * `ValueError`, and read away as far as it is there.
   */
  async readline(options: Patience = {}): Promise<Uint8Array> {
    try {
      return await this.readuntil(NEWLINE, options);
    } catch (error) {
      if (error instanceof IncompleteReadError) return error.partial;
      if (!(error instanceof LimitOverrunError)) throw error;
      if (this.#buffer.startsWith(NEWLINE, error.consumed)) this.#buffer.drop(error.consumed + 1);
      else this.#buffer.clear();
      this.#maybeResumeTransport();
      throw new ValueError(error.message);
    }
  }

  /**
   * Everything up to and with the separator; of several separators the one that ends first. More than the limit
   * before it is a `LimitOverrunError`, and stays to be read; the end of the stream an `IncompleteReadError`.
   */
  async readuntil(
    separator: BytesLike | readonly BytesLike[] = NEWLINE,
    { signal }: Patience = {},
  ): Promise<Uint8Array> {
    const separators = (Array.isArray(separator) ? separator : [separator]).map(bytesLike);
    if (separators.length === 0) throw new ValueError('Separator should contain at least one element');
    const lengths = separators.map(({ length }) => length);
    if (Math.min(...lengths) === 0) throw new ValueError('Separator should be at least one-byte string');
    this.#check();

    // No separator ends before here, so none need be looked for again. The last bytes may be the first of one.
    let searched = 0;
    for (;;) {
      const found = this.#firstOf(separators, searched);
      if (found !== undefined) {
        if (found.start > this.#limit) {
          throw new LimitOverrunError('Separator is found, but chunk is longer than limit', found.start);
        }
        return this.#take(found.end);
      }
      searched = Math.max(0, this.#buffer.length + 1 - Math.max(...lengths));
      if (searched > this.#limit) {
        throw new LimitOverrunError('Separator is not found, and chunk exceed the limit', searched);
      }
      if (this.#eof) throw new IncompleteReadError(this.#buffer.take(this.#buffer.length), null);
      await this.#waitForData('readuntil', signal);
    }
  }

  /** Whether the stream has ended and everything is read. */
  at_eof(): boolean {
    return this.#eof && this.#buffer.length === 0;
  }

  /** What every read throws, if something has gone wrong. */
  exception(): Error | null {
    return this.#exception;
  }

  /** The lines of the stream. */
  async *[Symbol.asyncIterator](): AsyncGenerator<Uint8Array> {
    for (let line = await this.readline(); line.length > 0; line = await this.readline()) yield line;
  }

  // What the protocol calls.

  /** The transport that is paused while too much waits to be read. */
  set_transport(transport: Transport): void {
    this.#transport = transport;
    if (this.#paused) transport.pause_reading(); // as it was with the one before
  }

  feed_data(data: BytesLike): void {
    if (this.#eof) throw new RuntimeError('feed_data after feed_eof');
    const bytes = bytesLike(data);
    if (bytes.length === 0) return;
    this.#buffer.append(bytes);
    this.#wakeup();
    if (this.#transport !== null && !this.#paused && this.#buffer.length > 2 * this.#limit) {
      this.#paused = true;
      this.#transport.pause_reading();
    }
  }

  /** All that waits, for whoever it was meant for. */
  take_unread(): Uint8Array {
    return this.#take(this.#buffer.length);
  }

  feed_eof(): void {
    this.#eof = true;
    this.#wakeup();
  }

  set_exception(exc: Error): void {
    this.#exception = exc;
    const waiter = this.#waiter;
    this.#waiter = null;
    waiter?.set_exception(exc);
  }

  #check(): void {
    if (this.#exception !== null) throw this.#exception;
  }

  async #readAll(signal: AbortSignal | undefined): Promise<Uint8Array> {
    const blocks: Uint8Array[] = [];
    for (;;) {
      const block = await this.read(this.#limit, signal && { signal });
      if (block.length === 0) return new Uint8Array(Buffer.concat(blocks));
      blocks.push(block);
    }
  }

  #firstOf(separators: readonly Uint8Array[], from: number): { start: number; end: number } | undefined {
    let first: { start: number; end: number } | undefined;
    for (const separator of separators) {
      const start = this.#buffer.indexOf(separator, from);
      const end = start + separator.length;
      if (start !== -1 && (first === undefined || end < first.end)) first = { start, end };
    }
    return first;
  }

  #take(count: number): Uint8Array {
    const taken = this.#buffer.take(count);
    this.#maybeResumeTransport();
    return taken;
  }

  #maybeResumeTransport(): void {
    if (this.#paused && this.#buffer.length <= this.#limit) this.#resume();
  }

  #resume(): void {
    this.#paused = false;
    this.#transport?.resume_reading();
  }

  async #waitForData(caller: string, signal: AbortSignal | undefined): Promise<void> {
    if (this.#waiter !== null) {
      throw new RuntimeError(
        `${caller}() called while another coroutine is already waiting for incoming data`,
      );
    }
    // Who waits for more than twice the limit would wait for ever.
    if (this.#paused) this.#resume();
    const waiter = new Future();
    this.#waiter = waiter;
    try {
      await unlessAborted(waiter.promise, signal);
    } finally {
      if (this.#waiter === waiter) this.#waiter = null; // given up: what comes now is for the next
    }
  }

  #wakeup(): void {
    const waiter = this.#waiter;
    this.#waiter = null;
    waiter?.set_result();
  }
}
