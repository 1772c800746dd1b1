/**
 * TLS on a socket, while it has it: an `SSLObject` over two buffers, and how a call on it is carried out. A socket that
 * may wait does so until bytes have come or its time is up; one that may not makes do with what is there.
 *
 * The handshake that Python makes inside `wrap_socket()`, which cannot wait here, is *owed*: the first call that waits
 * anyway pays, and whoever calls meanwhile waits for the same handshake.
 */
import type { DuplexTransport } from '../stream/duplex-transport.ts';
import { RetryLoop } from '../stream/retry-loop.ts';
import { SSLErrorNumber } from './enums.ts';
import { SSLWantReadError, SSLWantWriteError } from './exceptions.ts';
import type { MemoryBIO } from './memory-bio.ts';
import type { SSLObject } from './object.ts';
import { pythonError } from './system-errors.ts';

export interface LayerParts {
  readonly object: SSLObject;
  readonly incoming: MemoryBIO;
  readonly outgoing: MemoryBIO;
  readonly transport: DuplexTransport;
  readonly socket: Waiting;
}

/** What the layer asks of its socket. */
export interface Waiting {
  /** Python's time-out: 0 where no call may wait. */
  timeout(): number | null;
  /** Gives a call that time. */
  within<T>(words: string, call: (signal?: AbortSignal) => Promise<T>): Promise<T>;
  /** The handshake that was owed has failed. */
  close(): void;
}

export class SocketLayer {
  readonly object: SSLObject;
  readonly #incoming: MemoryBIO;
  readonly #transport: DuplexTransport;
  readonly #loop: RetryLoop;
  readonly #socket: Waiting;
  /** The handshake that Python makes in `wrap_socket()` is still to be made. */
  owed = false;
  /** It is being made. */
  #paying: Promise<void> | undefined;
  /** The last read had data, and took all that was decrypted: the next one needs bytes to come first. */
  #drained = false;

  constructor({ socket, ...parts }: LayerParts) {
    this.object = parts.object;
    this.#incoming = parts.incoming;
    this.#transport = parts.transport;
    this.#loop = new RetryLoop(parts);
    this.#socket = socket;
  }

  async handshake(): Promise<void> {
    const { object } = this;
    if (this.#socket.timeout() === 0) return this.#now(() => object.do_handshake());
    const words = 'The handshake operation timed out';
    await this.#socket.within(words, (signal) => this.#loop.handshake({ signal }));
  }

  /** Makes the handshake that is owed, once for all who wait for it. */
  async pay(): Promise<void> {
    if (!this.owed) return;
    this.#paying ??= this.handshake().then(
      () => {
        this.owed = false;
      },
      (error: unknown) => {
        this.#socket.close();
        throw error;
      },
    );
    await this.#paying;
  }

  /** `SSLObject.read()`. */
  async read(len: number, buffer: ArrayBufferView | null): Promise<Uint8Array | number> {
    const { object } = this;
    const operation = (): Uint8Array | number =>
      buffer === null ? object.read(len) : object.read(len, buffer);
    const wanted = buffer === null ? len : buffer.byteLength;
    const bytesFirst = this.#drained && wanted > 0;
    this.#drained = false;
    const read = await this.#run(operation, bytesFirst);
    this.#drained = (typeof read === 'number' ? read : read.length) > 0 && object.pending() === 0;
    return read;
  }

  /** `SSLObject.write()`, of all there is. */
  async write(bytes: Uint8Array): Promise<number> {
    if (this.#socket.timeout() === 0) {
      if (this.#transport.full) throw wantWrite();
      return this.#now(() => this.object.write(bytes));
    }
    await this.pay();
    if (bytes.length === 0) return this.object.write(bytes); // nothing leaves, but it may be too late for it
    await this.#socket.within('The write operation timed out', (signal) =>
      this.#loop.write(bytes, { signal }),
    );
    return bytes.length;
  }

  /** `SSLObject.unwrap()`; returns what the peer has said in clear, behind its goodbye. */
  async unwrap(): Promise<Uint8Array> {
    this.#drained = false; // the peer's close_notify is met here
    await this.#run(() => this.object.unwrap());
    if (this.#socket.timeout() !== 0)
      await this.#socket.within('The write operation timed out', () => this.#loop.flush());
    return this.#incoming.read();
  }

  /** A call that may want to read: as long as the socket may wait, or not at all. */
  async #run<T>(operation: () => T, bytesFirst = false): Promise<T> {
    if (this.#socket.timeout() === 0) return this.#now(operation);
    await this.pay();
    return this.#socket.within('The read operation timed out', (signal) =>
      this.#loop.run(operation, { signal, bytesFirst }),
    );
  }

  /** The same with what has come until now. */
  #now<T>(operation: () => T): T {
    for (;;) {
      try {
        return operation();
      } catch (error) {
        if (!(error instanceof SSLWantReadError)) throw error;
        const bytes = this.#taken();
        if (bytes === undefined) throw error;
        if (bytes === null) this.#incoming.write_eof();
        else this.#incoming.write(bytes);
      } finally {
        void this.#loop.flush();
      }
    }
  }

  #taken(): Uint8Array | null | undefined {
    try {
      return this.#transport.take();
    } catch (error) {
      throw pythonError(error);
    }
  }
}

function wantWrite(): SSLWantWriteError {
  const words = 'The operation did not complete (write) (pyssl)';
  const error = new SSLWantWriteError(SSLErrorNumber.SSL_ERROR_WANT_WRITE, words);
  error.library = null;
  error.reason = null;
  return error;
}
