/// <reference lib="esnext.disposable" preserve="true" />
/**
 * TLS over a pair of WHATWG streams: trio's `SSLStream`, member by member, and its two ends as WHATWG streams again,
 * so that one can stand on another.
 *
 * States as in trio: open until closed or unwrapped (`ClosedResourceError` from then on) or until something fails
 * that cannot be mended (`BrokenResourceError`, with the failure as its `cause`). The handshake is made once, by
 * whoever needs it first. One call may send and one receive at a time; a second of the same kind is
 * `BusyResourceError`.
 */
import {
  MemoryBIO,
  type OwnBytes,
  type SSLContext,
  SSLEOFError,
  SSLError,
  type SSLObject,
  type SSLSession,
  SSLZeroReturnError,
} from '../index.ts';
import { unlessAborted } from '../stream/abort.ts';
import { type Cancellation, withDeadline } from '../stream/deadline.ts';
import { RetryLoop } from '../stream/retry-loop.ts';
import { type ByteStreams, StreamTransport } from './byte-streams.ts';
import { BrokenResourceError, BusyResourceError, ClosedResourceError, NeedHandshakeError } from './errors.ts';

export interface SSLStreamOptions {
  /** The name to verify and to ask for. */
  readonly server_hostname?: string | null;
  readonly server_side?: boolean;
  /** A session of an earlier stream, to be resumed. */
  readonly session?: SSLSession | null;
  /**
   * HTTP's way of closing: no close_notify is sent, and none is missed (the messages have lengths of their own).
   * Without it an end that was not announced is an error: somebody may have cut the connection short.
   */
  readonly https_compatible?: boolean;
}

/** A read that names no limit gets what one record holds. */
const MAX_RECEIVE = 16384;

export class SSLStream {
  readonly #object: SSLObject;
  readonly #incoming: MemoryBIO;
  readonly #loop: RetryLoop;
  readonly #transport: StreamTransport;
  readonly #httpsCompatible: boolean;
  #state: 'open' | 'broken' | 'closed' = 'open';
  #handshake: Promise<void> | undefined;
  #handshaken = false;
  /** The peer has said that it sends no more. */
  #ended = false;
  #sending = false;
  #receiving = false;
  #readable: ReadableStream<OwnBytes> | undefined;
  #writable: WritableStream<Uint8Array> | undefined;

  constructor(streams: ByteStreams, ssl_context: SSLContext, options: SSLStreamOptions = {}) {
    const { server_hostname = null, server_side = false, session = null, https_compatible = false } = options;
    const [incoming, outgoing] = [new MemoryBIO(), new MemoryBIO()];
    const object = ssl_context.wrap_bio(incoming, outgoing, server_side, server_hostname, session);
    this.#object = object;
    this.#incoming = incoming;
    this.#httpsCompatible = https_compatible;
    this.#transport = new StreamTransport(streams);
    const transport = this.#transport;
    this.#loop = new RetryLoop({ object, incoming, outgoing, transport, holdTickets: true });
  }

  /** The streams underneath. */
  get transport_stream(): ByteStreams {
    return this.#transport.streams;
  }

  /** Makes sure that the handshake is complete; calls after the first wait for it, or return at once. */
  do_handshake(options: Cancellation = {}): Promise<void> {
    return this.#guarded(() =>
      withDeadline(options, 'The handshake operation timed out', (signal) => this.#shakeHands(signal)),
    );
  }

  /** The next bytes, at most `max_bytes` of them; none when the peer has closed. */
  async receive_some(max_bytes: number = MAX_RECEIVE, options: Cancellation = {}): Promise<OwnBytes> {
    if (!Number.isInteger(max_bytes)) throw new TypeError('max_bytes must be an integer');
    if (max_bytes < 1) throw new RangeError('max_bytes must be >= 1');
    if (this.#receiving) throw new BusyResourceError('another task is already receiving data');
    this.#receiving = true;
    try {
      return await this.#guarded(() =>
        withDeadline(options, 'The read operation timed out', async (signal) => {
          await this.#shakeHands(signal);
          return this.#loop.run(() => this.#read(max_bytes), { signal });
        }),
      );
    } catch (error) {
      const ragged = error instanceof BrokenResourceError && error.cause instanceof SSLEOFError;
      if (ragged && this.#httpsCompatible && this.#handshaken) return new Uint8Array(0);
      throw error;
    } finally {
      this.#receiving = false;
    }
  }

  /** Sends all of `data`. One that is given up may have sent a part. */
  async send_all(data: Uint8Array, options: Cancellation = {}): Promise<void> {
    await this.#sendingAlone(() =>
      withDeadline(options, 'The write operation timed out', async (signal) => {
        await this.#shakeHands(signal);
        await this.#loop.write(data, { signal });
      }),
    );
  }

  /** Resolves when `send_all` would probably not have to wait for the transport. */
  async wait_send_all_might_not_block(): Promise<void> {
    await this.#sendingAlone(() => this.#transport.ready());
  }

  /**
   * Ends TLS and gives the transport back: the streams, and what the peer sent behind its close_notify. Waits for
   * that close_notify; what the peer had sent before must have been received.
   */
  unwrap(options: Cancellation = {}): Promise<readonly [ByteStreams, Uint8Array]> {
    if (this.#receiving || this.#sending) return Promise.reject(busy());
    this.#receiving = true;
    this.#sending = true;
    return this.#guarded(() =>
      withDeadline(options, 'The unwrap operation timed out', async (signal) => {
        await this.#shakeHands(signal);
        await this.#loop.run(() => this.#object.unwrap(), { signal });
        await this.#loop.flush();
        this.#state = 'closed';
        this.#transport.release();
        return [this.#transport.streams, this.#incoming.read()] as const;
      }),
    ).finally(() => {
      this.#receiving = false;
      this.#sending = false;
    });
  }

  /**
   * Closes the stream and its transport. The peer is told, unless the stream is broken or `https_compatible`; its
   * answer is not waited for.
   */
  async aclose(options: Cancellation = {}): Promise<void> {
    if (this.#state === 'closed') return;
    const untold = this.#state === 'broken' || this.#httpsCompatible;
    if (untold) {
      this.#state = 'closed';
      return this.#transport.close();
    }
    try {
      await withDeadline(options, 'The close operation timed out', async (signal) => {
        await this.#shakeHands(signal);
        this.#state = 'closed';
        await this.#sayGoodbye().catch(() => {}); // the peer may have closed before us
      });
      await this.#transport.close();
    } catch (error) {
      this.#state = 'closed';
      await this.#transport.abort(error);
      throw this.#reported(error);
    }
  }

  [Symbol.asyncDispose](): Promise<void> {
    return this.aclose();
  }

  /** What is received, as a byte stream: ends at the peer's close_notify; cancelling it closes nothing else. */
  get readable(): ReadableStream<OwnBytes> {
    this.#readable ??= new ReadableStream({
      type: 'bytes',
      pull: async (controller) => {
        const view = controller.byobRequest?.view;
        const bytes = await this.receive_some(view?.byteLength ?? MAX_RECEIVE);
        if (bytes.length === 0) {
          controller.close();
          controller.byobRequest?.respond(0);
        } else if (view == null) controller.enqueue(bytes);
        else {
          new Uint8Array(view.buffer, view.byteOffset, view.byteLength).set(bytes);
          controller.byobRequest?.respond(bytes.length);
        }
      },
    }) as ReadableStream<OwnBytes>;
    return this.#readable;
  }

  /**
   * What is sent, as a stream: closing it sends close_notify and leaves the other way open (RFC 8446 section 6.1),
   * aborting it ends the connection.
   */
  get writable(): WritableStream<Uint8Array> {
    this.#writable ??= new WritableStream({
      write: (chunk) => this.send_all(chunk),
      close: () =>
        this.#sendingAlone(async () => {
          await this.#shakeHands(undefined);
          if (!this.#httpsCompatible) await this.#sayGoodbye();
        }),
      abort: async (reason) => {
        this.#state = 'closed';
        await this.#transport.abort(reason);
      },
    });
    return this.#writable;
  }

  // --- what the SSLObject says, once there is something to say ------------------------------------------------------

  /** The object itself, for all that it tells; reading, writing and closing are the stream's. */
  get ssl_object(): SSLObject {
    return this.#object;
  }
  get context(): SSLContext {
    return this.#object.context;
  }
  get server_side(): boolean {
    return this.#object.server_side;
  }
  get server_hostname(): string | null {
    return this.#object.server_hostname;
  }
  /** The session of this connection; a client's tickets arrive with the first bytes that it receives. */
  get session(): SSLSession | null {
    return this.#object.session;
  }
  get session_reused(): boolean {
    return this.#connected('session_reused').session_reused;
  }
  pending(): number {
    return this.#object.pending();
  }
  getpeercert(binary_form: true): OwnBytes | null;
  getpeercert(binary_form?: false): ReturnType<SSLObject['getpeercert']>;
  getpeercert(binary_form = false): ReturnType<SSLObject['getpeercert']> | Uint8Array {
    const object = this.#connected('getpeercert');
    return binary_form ? object.getpeercert(true) : object.getpeercert(false);
  }
  version(): string | null {
    return this.#connected('version').version();
  }
  cipher(): ReturnType<SSLObject['cipher']> {
    return this.#connected('cipher').cipher();
  }
  shared_ciphers(): ReturnType<SSLObject['shared_ciphers']> {
    return this.#connected('shared_ciphers').shared_ciphers();
  }
  compression(): null {
    return this.#connected('compression').compression();
  }
  selected_alpn_protocol(): string | null {
    return this.#connected('selected_alpn_protocol').selected_alpn_protocol();
  }
  get_channel_binding(cb_type = 'tls-unique'): OwnBytes | null {
    return this.#connected('get_channel_binding').get_channel_binding(cb_type);
  }

  #connected(member: string): SSLObject {
    if (!this.#handshaken) throw new NeedHandshakeError(`call do_handshake() before calling ${member}`);
    return this.#object;
  }

  // --- the states ---------------------------------------------------------------------------------------------------

  /** The handshake is nobody's own: who gives up waiting for it leaves it to those who still need it. */
  #shakeHands(signal: AbortSignal | undefined): Promise<void> {
    if (this.#handshaken) return Promise.resolve();
    this.#handshake ??= this.#loop.handshake().then(() => {
      this.#handshaken = true;
    });
    this.#handshake.catch(() => {}); // met by those who wait
    return unlessAborted(this.#handshake, signal);
  }

  /** Python's `read` tells the end in two ways: with nothing, and once we have closed too, with an exception. */
  #read(max_bytes: number): OwnBytes {
    try {
      const bytes = this.#object.read(max_bytes);
      this.#ended ||= bytes.length === 0;
      return bytes;
    } catch (error) {
      if (!(error instanceof SSLZeroReturnError)) throw error;
      this.#ended = true;
      return new Uint8Array(0);
    }
  }

  /** Sends close_notify if that can be, and does not wait for the peer's: what it still says can be read. */
  async #sayGoodbye(): Promise<void> {
    try {
      this.#object.send_close_notify();
    } catch (error) {
      if (!(error instanceof SSLError)) throw error; // the connection has failed: there is nobody to tell
    }
    await this.#loop.flush().catch((error: unknown) => {
      if (!this.#ended) throw error; // a peer that has said goodbye may be gone
    });
  }

  async #sendingAlone(call: () => Promise<void>): Promise<void> {
    if (this.#sending) throw busy();
    this.#sending = true;
    try {
      await this.#guarded(call);
    } finally {
      this.#sending = false;
    }
  }

  async #guarded<T>(call: () => Promise<T>): Promise<T> {
    if (this.#state === 'closed') throw new ClosedResourceError('this stream was already closed');
    if (this.#state === 'broken')
      throw new BrokenResourceError('this stream was broken by an earlier failure');
    try {
      return await call();
    } catch (error) {
      throw this.#reported(error);
    }
  }

  /** An error as the caller gets it; one that leaves the connection unusable is remembered. */
  #reported(error: unknown): unknown {
    const broken = error instanceof SSLError ? new BrokenResourceError(error.message, error) : error;
    if (broken instanceof BrokenResourceError && this.#state === 'open') this.#state = 'broken';
    return broken;
  }
}

function busy(): BusyResourceError {
  return new BusyResourceError('another task is using this stream');
}
