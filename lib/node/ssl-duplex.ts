/**
 * TLS as a stream of Node's: a `Duplex` over any other, be it a `net.Socket`, a pipe, or a stream with TLS already.
 * It stands where a `tls.TLSSocket` would: in `http.request({ createConnection })`, `http2.connect`, undici, `ws`, a
 * database driver; and in a server's 'connection' event.
 *
 * How it works. The handshake begins at once, and what is written meanwhile waits for it. One loop reads records, and
 * rests while nobody takes what it read, so that the peer is told to wait. `end()` says close_notify and leaves the
 * other way open; with `allowHalfOpen: false`, as is usual, the peer's end is answered by ours.
 *
 * How it ends. An error is reported once, as the 'error' event, in Python's classes; the stream beneath is closed in
 * any case, after the alert that tells the peer. A stream that ends without close_notify is an error (a piece may be
 * missing) unless `suppress_ragged_eofs`.
 */
import { once } from 'node:events';
import { type AddressInfo, Socket } from 'node:net';
import { Duplex, type DuplexOptions } from 'node:stream';
import {
  MemoryBIO,
  type SSLContext,
  SSLError,
  SSLErrorNumber,
  type SSLObject,
  type SSLSession,
  SSLZeroReturnError,
  ValueError,
} from '../index.ts';
import { unlessAborted } from '../stream/abort.ts';
import { withDeadline } from '../stream/deadline.ts';
import { DuplexTransport, StreamClosed } from '../stream/duplex-transport.ts';
import { RetryLoop } from '../stream/retry-loop.ts';
import { IdleTimer } from './idle-timer.ts';

export interface SSLDuplexOptions
  extends Pick<
    DuplexOptions,
    'allowHalfOpen' | 'highWaterMark' | 'readableHighWaterMark' | 'writableHighWaterMark' | 'signal'
  > {
  /** Whether this is the server's end. */
  readonly server_side?: boolean;
  /** The name to ask the server for, and to find in its certificate. */
  readonly server_hostname?: string | null;
  /** A session to resume. */
  readonly session?: SSLSession | null;
  /** Take an end of the stream without close_notify for the end of the data. */
  readonly suppress_ragged_eofs?: boolean;
  /** Seconds that the handshake may take; asyncio's 60 if nothing is said. */
  readonly ssl_handshake_timeout?: number;
  /** What is said in clear before the handshake, once there is a connection: a protocol's STARTTLS. */
  readonly before_handshake?: (socket: Duplex) => Promise<void>;
}

const HANDSHAKE_TIMEOUT = 60;

/** A record holds no more: whatever was decrypted is read, and the next read needs something to come first. */
const READ_SIZE = 0x4000;

export class SSLDuplex extends Duplex {
  /** As on `tls.TLSSocket`: HTTP tells by it that this is https. */
  readonly encrypted = true;
  /** What Python can be asked of a connection: `version()`, `cipher()`, `getpeercert()`, `session` ... */
  readonly ssl_object: SSLObject;

  readonly #socket: Duplex;
  readonly #loop: Promise<RetryLoop>;
  readonly #raggedEnds: boolean;
  readonly #idle = new IdleTimer(() => this.emit('timeout'));
  /** Ends what waits, when we are destroyed. */
  readonly #given = new AbortController();
  #transport: DuplexTransport | undefined;
  #secure = false;
  #reading = false;
  /** The peer's last byte has been read. */
  #ended = false;
  /** It ended without a word, and for TLS the connection is over. */
  #cut = false;

  /** Puts TLS on a stream, which from here on belongs to this one. */
  constructor(socket: Duplex, context: SSLContext, options: SSLDuplexOptions = {}) {
    const { server_side = false, server_hostname = null, session = null } = options;
    if (context.check_hostname && !server_side && !server_hostname)
      throw new ValueError('check_hostname requires server_hostname'); // as wrap_socket() has it
    const incoming = new MemoryBIO();
    const outgoing = new MemoryBIO();
    const object = context.wrap_bio(incoming, outgoing, { server_side, server_hostname, session });
    super({ allowHalfOpen: false, ...streamOptions(options) });
    this.#socket = socket;
    this.ssl_object = object;
    this.#raggedEnds = options.suppress_ragged_eofs ?? false;
    socket.on('error', (error) => this.destroy(error));
    let ended = socket.readableEnded;
    socket.on('end', () => {
      ended ||= !socket.destroyed; // in Bun a stream that is destroyed ends, too
    });
    socket.on('close', () => {
      // What came before its end may wait here, for a reader that rests.
      if (!this.#ended && !ended) this.destroy(new StreamClosed());
    });
    this.#loop = this.#open({ object, incoming, outgoing }, options);
    this.#loop.catch((error: Error) => this.destroy(error));
  }

  async #open(
    buffers: { readonly object: SSLObject; readonly incoming: MemoryBIO; readonly outgoing: MemoryBIO },
    { before_handshake, ssl_handshake_timeout: timeout = HANDSHAKE_TIMEOUT }: SSLDuplexOptions,
  ): Promise<RetryLoop> {
    const socket = this.#socket;
    const { signal } = this.#given;
    return withDeadline({ timeout, signal }, 'The handshake operation timed out', async (signal) => {
      if (socket instanceof Socket && socket.pending) await unlessAborted(once(socket, 'connect'), signal);
      if (before_handshake !== undefined) await unlessAborted(before_handshake(socket), signal);
      const transport = new DuplexTransport(socket);
      this.#transport = transport;
      const loop = new RetryLoop({ ...buffers, transport, holdTickets: true });
      await loop.handshake({ signal });
      this.#handshaken();
      return loop;
    });
  }

  #handshaken(): void {
    this.#secure = true;
    this.#idle.refresh();
    if (this.destroyed) return;
    this.emit('secure');
    if (this.ssl_object.server_side) return;
    this.emit('connect');
    this.emit('secureConnect');
  }

  // --- the stream --------------------------------------------------------------------------------------------------

  override _read(): void {
    if (!this.#reading) void this.#readOn();
  }

  /** Reads until nobody wants more, or there is no more. */
  async #readOn(): Promise<void> {
    this.#reading = true;
    try {
      const loop = await this.#loop;
      for (let wanted = true; wanted; ) {
        const bytes = await loop.run(() => this.#readRecord(), { bytesFirst: true });
        this.#idle.refresh();
        this.#ended = bytes === null;
        wanted = this.push(bytes) && bytes !== null;
      }
    } catch (error) {
      this.destroy(error as Error);
    } finally {
      this.#reading = false;
    }
  }

  /** The next bytes; `null` at the end. */
  #readRecord(): Uint8Array | null {
    try {
      const bytes = this.ssl_object.read(READ_SIZE);
      return bytes.length === 0 ? null : bytes;
    } catch (error) {
      if (error instanceof SSLZeroReturnError) return null;
      if (!this.#raggedEnds || !isRaggedEnd(error)) throw error;
      this.#cut = true;
      return null;
    }
  }

  override _write(chunk: Uint8Array, _encoding: BufferEncoding, done: (error?: Error | null) => void): void {
    void this.#send(chunk, done);
  }

  /** What was written in one go, or while we were busy, leaves in as few records as hold it. */
  override _writev(
    chunks: readonly { readonly chunk: Uint8Array }[],
    done: (error?: Error | null) => void,
  ): void {
    void this.#send(Buffer.concat(chunks.map(({ chunk }) => chunk)), done);
  }

  async #send(bytes: Uint8Array, done: (error?: Error | null) => void): Promise<void> {
    try {
      const loop = await this.#loop;
      await loop.write(bytes);
    } catch (error) {
      done(error as Error);
      return;
    }
    this.#idle.refresh();
    done();
  }

  override _final(done: (error?: Error | null) => void): void {
    this.#sayGoodbye().then(() => done(), done);
  }

  async #sayGoodbye(): Promise<void> {
    const loop = await this.#loop;
    if (!this.#cut) this.ssl_object.send_close_notify();
    await loop.flush();
    this.#transport?.end();
  }

  override _destroy(error: Error | null, done: (error?: Error | null) => void): void {
    this.#idle.stop();
    this.#given.abort(error ?? new StreamClosed());
    // Where it ended in order, or an alert tells why not, what was sent shall arrive.
    const inOrder = this.writableFinished && this.readableEnded;
    if (this.#transport === undefined) this.#socket.destroy();
    else if (inOrder || error instanceof SSLError) this.#transport.close();
    else this.#transport.abort();
    done(error);
  }

  // --- as a socket -------------------------------------------------------------------------------------------------

  /** Connects the stream beneath, if it is a socket that was not connected; 'connect' comes after the handshake. */
  connect(...args: unknown[]): this {
    (this.#socket as unknown as { connect(...args: unknown[]): void }).connect(...args);
    return this;
  }

  /** Whether the handshake is still going on. */
  get connecting(): boolean {
    return !this.#secure && !this.destroyed;
  }
  get pending(): boolean {
    return this.connecting;
  }

  /** Whether the peer's certificate was verified. */
  get authorized(): boolean {
    return (
      this.#secure && this.ssl_object.context.verify_mode !== 0 && this.ssl_object.getpeercert() !== null
    );
  }

  /** The protocol that was agreed on; `false` for none, `null` before the handshake is complete. */
  get alpnProtocol(): string | false | null {
    return this.#secure ? (this.ssl_object.selected_alpn_protocol() ?? false) : null;
  }

  /** The name that the server was asked for by; a server's is for its `sni_callback` to know. */
  get servername(): string | null {
    return this.ssl_object.server_hostname;
  }

  /** The version, in Node's words, which are Python's. */
  getProtocol(): string | null {
    return this.ssl_object.version();
  }

  /** Emits 'timeout' after so many milliseconds in which nothing was read or written; 0 for never. */
  setTimeout(milliseconds: number, listener?: () => void): this {
    this.#idle.limit = milliseconds;
    if (listener !== undefined) {
      if (milliseconds > 0) this.once('timeout', listener);
      else this.off('timeout', listener);
    }
    return this;
  }
  get timeout(): number {
    return this.#idle.limit;
  }

  /** Ends, and is destroyed once everything that was written has left. */
  destroySoon(): void {
    if (this.writable) this.end();
    if (this.writableFinished) this.destroy();
    else this.once('finish', () => this.destroy());
  }

  setNoDelay(enable = true): this {
    this.#net?.setNoDelay(enable);
    return this;
  }
  setKeepAlive(enable = false, initialDelay = 0): this {
    this.#net?.setKeepAlive(enable, initialDelay);
    return this;
  }
  ref(): this {
    this.#net?.ref();
    return this;
  }
  unref(): this {
    this.#net?.unref();
    return this;
  }
  address(): AddressInfo | Record<string, never> {
    return (this.#net?.address() ?? {}) as AddressInfo | Record<string, never>;
  }
  get remoteAddress(): string | undefined {
    return this.#net?.remoteAddress;
  }
  get remotePort(): number | undefined {
    return this.#net?.remotePort;
  }
  get remoteFamily(): string | undefined {
    return this.#net?.remoteFamily;
  }
  get localAddress(): string | undefined {
    return this.#net?.localAddress;
  }
  get localPort(): number | undefined {
    return this.#net?.localPort;
  }
  get localFamily(): string | undefined {
    return this.#net?.localFamily;
  }
  /** Bytes of the stream beneath, TLS and all. */
  get bytesRead(): number {
    return this.#net?.bytesRead ?? 0;
  }
  get bytesWritten(): number {
    return this.#net?.bytesWritten ?? 0;
  }

  /** The stream beneath, where it has what a socket has: one of Node's, or TLS over one. */
  get #net(): Socket | undefined {
    const socket = this.#socket;
    return socket instanceof Socket || socket instanceof SSLDuplex ? (socket as Socket) : undefined;
  }
}

function isRaggedEnd(error: unknown): boolean {
  return error instanceof SSLError && error.args[0] === SSLErrorNumber.SSL_ERROR_EOF;
}

/** What of the options is the stream's. */
function streamOptions(options: SSLDuplexOptions): DuplexOptions {
  const names = [
    'allowHalfOpen',
    'highWaterMark',
    'readableHighWaterMark',
    'writableHighWaterMark',
    'signal',
  ] as const;
  return Object.fromEntries(
    names.filter((name) => options[name] !== undefined).map((name) => [name, options[name]]),
  );
}
