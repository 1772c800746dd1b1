/** A pair of WHATWG streams as a transport. */
import type { ByteTransport } from '../stream/transport.ts';
import { BrokenResourceError } from './errors.ts';

/** Bytes in both directions: what a WebTransport stream, a Deno or Cloudflare socket, or an `SSLStream` is. */
export interface ByteStreams {
  readonly readable: ReadableStream<Uint8Array>;
  readonly writable: WritableStream<Uint8Array>;
}

/** Has both streams locked until `release`. */
export class StreamTransport implements ByteTransport {
  readonly streams: ByteStreams;
  readonly #reader: ReadableStreamDefaultReader<Uint8Array>;
  readonly #writer: WritableStreamDefaultWriter<Uint8Array>;

  constructor(streams: ByteStreams) {
    this.streams = streams;
    this.#reader = streams.readable.getReader();
    this.#writer = streams.writable.getWriter();
    // Whoever reads or writes learns of a failure; these two are only looked at by those who wait for the end.
    this.#reader.closed.catch(() => {});
    this.#writer.closed.catch(() => {});
  }

  /** Waits as the sink asks to, before it writes; a write that fails is met by the next. */
  async send(bytes: Uint8Array): Promise<void> {
    await this.ready();
    this.#writer.write(bytes).catch(() => {});
  }

  async receive(): Promise<Uint8Array | null> {
    for (;;) {
      const { value, done } = await this.#reader.read().catch((error: unknown) => {
        throw broken(error);
      });
      if (done) return null;
      if (value.length > 0) return value;
    }
  }

  /** Resolves when a write would not have to wait. */
  async ready(): Promise<void> {
    try {
      await this.#writer.ready;
    } catch (error) {
      throw broken(error);
    }
  }

  /** Closes both ways. What was sent arrives, if the peer takes it; nothing more is received. */
  async close(): Promise<void> {
    await Promise.allSettled([this.#writer.close(), this.#reader.cancel()]);
  }

  /** Ends both ways at once. */
  async abort(reason: unknown): Promise<void> {
    await Promise.allSettled([this.#writer.abort(reason), this.#reader.cancel(reason)]);
  }

  /** Gives the streams back, with nothing reading or writing. */
  release(): void {
    this.#reader.releaseLock();
    this.#writer.releaseLock();
  }
}

function broken(cause: unknown): BrokenResourceError {
  const words = cause instanceof Error ? cause.message : String(cause);
  return new BrokenResourceError(`the transport failed: ${words}`, cause);
}
