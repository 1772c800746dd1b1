/**
 * `SSLSocket`: a socket with TLS around it, as `SSLContext.wrap_socket()` makes one. Python's class, with promises
 * where Python blocks; an `SSLObject` over two buffers does the work, and the loop of every adapter moves its bytes.
 *
 * Where Python differs:
 * - `wrap_socket()` cannot wait, so the handshake that Python makes inside it (`do_handshake_on_connect`) is made by
 *   the first call that returns a promise: `do_handshake()`, or the first to read or write. If it fails, that call
 *   fails with what Python's `wrap_socket()` raises, and the socket is closed. `connect()` and `accept()` wait anyway,
 *   and make it as in Python. What looks at the connection (`version()`, `getpeercert()`) needs it to be over.
 * - A socket is Node's: a `net.Socket`, connected, connecting or yet to be connected; a `net.Server` for `accept()`;
 *   any other `Duplex`; or an SSLSocket, which lets go of what it has. From here on it belongs to the new SSLSocket.
 * - A socket that may not wait (`setblocking(false)`) fails with `SSLWantReadError` and `SSLWantWriteError`, and makes
 *   no handshake but by `do_handshake()`. In the place of `select()` stand the stream's own events, 'readable' and
 *   'drain'.
 */
import type { Address } from '../host/socket.ts';
import { type BytesLike, bytesLike } from './buffers.ts';
import type { SocketParts, SSLContext } from './context.ts';
import { SSLErrorNumber } from './enums.ts';
import { NotImplementedError, SSLError, ValueError } from './exceptions.ts';
import { bind, noArguments, type Signature } from './keywords.ts';
import { MemoryBIO } from './memory-bio.ts';
import { CREATING, SSLObject } from './object.ts';
import type { SocketAddress, TakenSocket } from './plain-socket.ts';
import { type ReadableFile, sendFile } from './send-file.ts';
import type { SSLSession } from './session.ts';
import { missingObject, SocketFacts } from './socket-facts.ts';
import { SocketLayer } from './socket-layer.ts';
import { pythonError, systemError } from './system-errors.ts';

const method = (name: string, ...parameters: string[]): Signature => ({
  name: `SSLSocket.${name}`,
  language: 'Python',
  parameters,
});

const methods = {
  read: method('read', 'len?', 'buffer?'),
  write: method('write', 'data'),
  recv: method('recv', 'buflen?', 'flags?'),
  recvInto: method('recv_into', 'buffer', 'nbytes?', 'flags?'),
  recvfrom: method('recvfrom', 'buflen?', 'flags?'),
  recvfromInto: method('recvfrom_into', 'buffer', 'nbytes?', 'flags?'),
  send: method('send', 'data', 'flags?'),
  sendall: method('sendall', 'data', 'flags?'),
  sendto: method('sendto', 'data', 'flags_or_addr', 'addr?'),
  sendfile: method('sendfile', 'file', 'offset?', 'count?'),
  handshake: method('do_handshake', 'block?'),
  shutdown: method('shutdown', 'how'),
  connect: method('connect', 'addr'),
  connectEx: method('connect_ex', 'addr'),
  realConnect: method('_real_connect', 'addr', 'connect_ex'),
} as const satisfies Record<string, Signature>;

/** A socket with TLS around it, as `SSLContext.wrap_socket()` makes one. (Python's documentation: "SSL Sockets".) */
export class SSLSocket extends SocketFacts {
  /** Whether this is the server's end. */
  readonly server_side: boolean;
  /** The name that the server is asked for by, as an A-label, or `null`. */
  readonly server_hostname: string | null;
  /** Whether the handshake is made without being asked for. */
  readonly do_handshake_on_connect: boolean;
  /** Whether an end of the stream without close_notify is taken for the end of the data. */
  suppress_ragged_eofs: boolean;

  #context: SSLContext;
  #session: SSLSession | null;
  /** The connection's TLS, while it has it. */
  #layer: SocketLayer | undefined;

  constructor(creating?: typeof CREATING, parts?: SocketParts, taken?: TakenSocket) {
    if (creating !== CREATING || parts === undefined || taken === undefined) {
      throw new TypeError(
        `${new.target.name} does not have a public constructor. Instances are returned by SSLContext.wrap_socket().`,
      );
    }
    super(taken);
    this.#context = parts.context;
    this.#session = parts.session;
    this.server_side = parts.server_side;
    this.server_hostname = parts.context._encode_hostname(parts.server_hostname);
    this.do_handshake_on_connect = parts.do_handshake_on_connect;
    this.suppress_ragged_eofs = parts.suppress_ragged_eofs;
  }

  /** What `wrap_socket()` calls. */
  static _create(parts: SocketParts): SSLSocket {
    const { take } = SSLSocket.recognise(parts.sock);
    if (parts.server_side) {
      if (parts.server_hostname) throw new ValueError('server_hostname can only be specified in client mode');
      if (parts.session !== null) throw new ValueError('session can only be specified in client mode');
    }
    if (parts.context.check_hostname && !parts.server_hostname)
      throw new ValueError('check_hostname requires server_hostname');
    const self = new this(CREATING, parts, take());
    try {
      self.#begin();
    } catch (error) {
      void self.close();
      throw error;
    }
    return self;
  }

  #begin(): void {
    if (!this.hasConnected) {
      this.#refuseLeftovers();
      return;
    }
    const layer = this.#wrap();
    layer.owed = this.do_handshake_on_connect;
    if (layer.owed && this.gettimeout() === 0)
      throw new ValueError('do_handshake_on_connect should not be specified for non-blocking sockets');
  }

  /**
   * A connection that broke before TLS may have brought bytes in clear; nobody shall take them for protected ones
   * (CVE-2023-40217).
   */
  #refuseLeftovers(): void {
    const { unread, failure } = this.leftBehind;
    if (unread === 0) {
      if (failure !== null) throw pythonError(failure);
      return;
    }
    const words = 'Closed before TLS handshake with data in recv buffer.';
    const error = new SSLError(systemError('ENOTCONN').errno, words);
    error.reason = words;
    error.library = null;
    throw error;
  }

  #wrap(): SocketLayer {
    const transport = this.transport();
    const [incoming, outgoing] = [new MemoryBIO(), new MemoryBIO()];
    const { server_side, server_hostname } = this;
    const object = SSLObject._create(incoming, outgoing, {
      server_side,
      server_hostname,
      session: this.#session,
      context: this.#context,
      owner: this,
    });
    const socket = {
      timeout: () => this.gettimeout(),
      within: <T>(words: string, call: (signal?: AbortSignal) => Promise<T>) => this.within(words, call),
      close: () => this._real_close(),
    };
    this.#layer = new SocketLayer({ object, incoming, outgoing, transport, socket });
    return this.#layer;
  }

  override settimeout(value: number | null): void {
    super.settimeout(value);
    if (value === 0 && this.#layer !== undefined) this.#layer.owed = false; // from here on the program sees to the handshake itself
  }

  protected override get tls(): SSLObject | undefined {
    return this.#layer?.object;
  }

  /** The SSLContext that is currently in use. */
  get context(): SSLContext {
    return this.#context;
  }
  set context(context: SSLContext) {
    this.#context = context;
    this.wrapped('context').context = context;
  }

  /** The session of this connection, `null` where there is none; one to resume can be set before the handshake. */
  get session(): SSLSession | null {
    return this.#layer?.object.session ?? null;
  }
  set session(session: SSLSession) {
    this.#session = session;
    if (this.#layer !== undefined) this.#layer.object.session = session;
  }

  /** Whether a session was resumed; `null` where there is no connection. */
  get session_reused(): boolean | null {
    return this.#layer?.object.session_reused ?? null;
  }

  // --- connecting --------------------------------------------------------------------------------------------------

  /** Connects to a remote address, and makes the handshake unless that was declined. */
  override connect(addr: SocketAddress): Promise<void>;
  override connect(keywords: { readonly addr: SocketAddress }): Promise<void>;
  override async connect(...args: readonly unknown[]): Promise<void> {
    const [addr] = bind(methods.connect, args);
    await this._real_connect(addr as SocketAddress, false);
  }

  /** Like `connect()`, with the number of a system's error in the place of an exception, and 0 for success. */
  override connect_ex(addr: SocketAddress): Promise<number>;
  override connect_ex(keywords: { readonly addr: SocketAddress }): Promise<number>;
  override async connect_ex(...args: readonly unknown[]): Promise<number> {
    const [addr] = bind(methods.connectEx, args);
    return (await this._real_connect(addr as SocketAddress, true)) ?? 0;
  }

  async _real_connect(...args: readonly unknown[]): Promise<number | null> {
    const [addr, connect_ex] = bind(methods.realConnect, args) as [SocketAddress, boolean];
    if (this.server_side) throw new ValueError("can't connect in server-side mode");
    if (this.#layer !== undefined || this.hasConnected)
      throw new ValueError('attempt to connect already-connected SSLSocket!');
    const result = connect_ex ? await super.connect_ex(addr) : await super.connect(addr);
    if (this.hasConnected) this.#wrap();
    if (result) return result;
    try {
      if (this.do_handshake_on_connect) await this.do_handshake();
    } catch (error) {
      this.#layer = undefined;
      throw error;
    }
    return result ?? null;
  }

  /** The next connection, with TLS around it and its handshake made, and the address of the client. */
  async accept(...args: []): Promise<readonly [SSLSocket, Address]> {
    noArguments('SSLSocket.accept', args);
    const [stream, address] = await this.acceptStream();
    const { do_handshake_on_connect, suppress_ragged_eofs } = this;
    const socket = this.#context.wrap_socket(stream, {
      do_handshake_on_connect,
      suppress_ragged_eofs,
      server_side: true,
    });
    await socket.#layer?.pay();
    return [socket, address];
  }

  /** Performs the handshake; `block` lets a socket wait that otherwise may not. */
  do_handshake(block?: boolean): Promise<void>;
  do_handshake(keywords: { readonly block?: boolean }): Promise<void>;
  async do_handshake(...args: readonly unknown[]): Promise<void> {
    const [block = false] = bind(methods.handshake, args);
    this._check_connected();
    const layer = this.#layer;
    if (layer === undefined) {
      this.settimeout(this.gettimeout()); // which Python does behind the call: of a closed socket it is what fails
      throw missingObject('do_handshake');
    }
    if (layer.owed) return layer.pay();
    const timeout = this.gettimeout();
    if (timeout === 0 && block) this.settimeout(null);
    try {
      await layer.handshake();
    } finally {
      if (timeout === 0 && !this.isClosed) this.settimeout(timeout);
    }
  }

  // --- reading and writing -----------------------------------------------------------------------------------------

  /** Reads up to `len` bytes, nothing at the end; into `buffer` if there is one, and then the count is returned. */
  read(len: number, buffer: ArrayBufferView): Promise<number>;
  read(len?: number, buffer?: null): Promise<Uint8Array>;
  read(keywords: { readonly len?: number; readonly buffer: ArrayBufferView }): Promise<number>;
  read(keywords: { readonly len?: number }): Promise<Uint8Array>;
  async read(...args: readonly unknown[]): Promise<Uint8Array | number> {
    const [len = 1024, buffer] = bind(methods.read, args);
    return this.#read(len as number, (buffer ?? null) as ArrayBufferView | null);
  }

  async #read(len: number, buffer: ArrayBufferView | null): Promise<Uint8Array | number> {
    this._checkClosed();
    const layer = this.#layer;
    if (layer === undefined) throw new ValueError('Read on closed or unwrapped SSL socket.');
    try {
      return await layer.read(len, buffer);
    } catch (error) {
      const ragged = error instanceof SSLError && error.args[0] === SSLErrorNumber.SSL_ERROR_EOF;
      if (!ragged || !this.suppress_ragged_eofs || layer.owed) throw error;
      return buffer === null ? new Uint8Array(0) : 0;
    }
  }

  /** Writes `data`, and returns how many bytes that were. */
  write(data: BytesLike): Promise<number>;
  write(keywords: { readonly data: BytesLike }): Promise<number>;
  async write(...args: readonly unknown[]): Promise<number> {
    const [data] = bind(methods.write, args);
    return this.#write(data as BytesLike);
  }

  async #write(data: BytesLike): Promise<number> {
    this._checkClosed();
    const layer = this.#layer;
    if (layer === undefined) throw new ValueError('Write on closed or unwrapped SSL socket.');
    return layer.write(bytesLike(data));
  }

  /** Receives up to `buflen` bytes. */
  override recv(buflen?: number, flags?: number): Promise<Uint8Array>;
  override recv(keywords: { readonly buflen?: number; readonly flags?: number }): Promise<Uint8Array>;
  override async recv(...args: readonly unknown[]): Promise<Uint8Array> {
    const [buflen = 1024, flags = 0] = bind(methods.recv, args) as [number?, number?];
    if (this.#layer === undefined) return super.recv(buflen, flags);
    this.#refuseFlags('recv', flags);
    return (await this.#read(buflen, null)) as Uint8Array;
  }

  /** Receives up to `nbytes` bytes into a buffer, and returns how many. */
  override recv_into(buffer: ArrayBufferView, nbytes?: number | null, flags?: number): Promise<number>;
  override recv_into(keywords: {
    readonly buffer: ArrayBufferView;
    readonly nbytes?: number;
    readonly flags?: number;
  }): Promise<number>;
  override async recv_into(...args: readonly unknown[]): Promise<number> {
    const [buffer, nbytes, flags = 0] = bind(methods.recvInto, args) as [ArrayBufferView, number?, number?];
    const size = nbytes ?? (bytesLike(buffer).length || 1024);
    if (this.#layer === undefined) return super.recv_into(buffer, size, flags);
    this.#refuseFlags('recv_into', flags);
    return (await this.#read(size, buffer)) as number;
  }

  /** Sends `data`, and returns how many bytes that were. */
  override send(data: BytesLike, flags?: number): Promise<number>;
  override send(keywords: { readonly data: BytesLike; readonly flags?: number }): Promise<number>;
  override async send(...args: readonly unknown[]): Promise<number> {
    const [data, flags = 0] = bind(methods.send, args) as [BytesLike, number?];
    if (this.#layer === undefined) return super.send(data, flags);
    this.#refuseFlags('send', flags);
    return this.#write(data);
  }

  /** Sends all of `data`. */
  override sendall(data: BytesLike, flags?: number): Promise<void>;
  override sendall(keywords: { readonly data: BytesLike; readonly flags?: number }): Promise<void>;
  override async sendall(...args: readonly unknown[]): Promise<void> {
    const [data, flags = 0] = bind(methods.sendall, args) as [BytesLike, number?];
    if (this.#layer === undefined) return super.sendall(data, flags);
    this.#refuseFlags('sendall', flags);
    if (bytesLike(data).length > 0) await this.#write(data); // where there is nothing, Python makes no call
  }

  /** Sends a file, from `offset` on if that is given, up to `count` bytes; returns how many were sent. */
  sendfile(file: ReadableFile, offset?: number, count?: number | null): Promise<number>;
  sendfile(
    file: ReadableFile,
    keywords: { readonly offset?: number; readonly count?: number | null },
  ): Promise<number>;
  async sendfile(...args: readonly unknown[]): Promise<number> {
    const [file, offset = 0, count = null] = bind(methods.sendfile, args);
    return sendFile(file, { offset, count }, (block) => this.sendall(block));
  }

  /** Not with TLS: a datagram's address has no meaning there. */
  override async sendto(...args: readonly unknown[]): Promise<number> {
    const [data, flags_or_addr, addr] = bind(methods.sendto, args);
    if (this.#layer !== undefined) throw new ValueError(`sendto not allowed on instances of ${this.#class}`);
    return super.sendto(data as BytesLike, flags_or_addr as number, addr as SocketAddress);
  }

  /** Not with TLS. */
  override async recvfrom(...args: readonly unknown[]): Promise<readonly [Uint8Array, null]> {
    const [buflen = 1024, flags = 0] = bind(methods.recvfrom, args) as [number?, number?];
    if (this.#layer !== undefined)
      throw new ValueError(`recvfrom not allowed on instances of ${this.#class}`);
    return super.recvfrom(buflen, flags);
  }

  /** Not with TLS. */
  override async recvfrom_into(...args: readonly unknown[]): Promise<readonly [number, null]> {
    const [buffer, nbytes, flags = 0] = bind(methods.recvfromInto, args) as [
      ArrayBufferView,
      number?,
      number?,
    ];
    if (this.#layer !== undefined)
      throw new ValueError(`recvfrom_into not allowed on instances of ${this.#class}`);
    return super.recvfrom_into(buffer, nbytes, flags);
  }

  /** Never: programs must not send unencrypted data by mistake. */
  sendmsg(..._args: readonly unknown[]): never {
    throw new NotImplementedError(`sendmsg not allowed on instances of ${this.#class}`);
  }

  /** Never. */
  recvmsg(..._args: readonly unknown[]): never {
    throw new NotImplementedError(`recvmsg not allowed on instances of ${this.#class}`);
  }

  /** Never. */
  recvmsg_into(..._args: readonly unknown[]): never {
    throw new NotImplementedError(`recvmsg_into not allowed on instances of ${this.#class}`);
  }

  /** Never: a connection's keys cannot be had twice. */
  dup(...args: []): never {
    noArguments('SSLSocket.dup', args);
    throw new NotImplementedError(`Can't dup() ${this.constructor.name} instances`);
  }

  // --- closing -----------------------------------------------------------------------------------------------------

  /** Ends a way of the connection beneath TLS (0 receiving, 1 sending, 2 both), and with that TLS, without a word. */
  override shutdown(how: number): void;
  override shutdown(keywords: { readonly how: number }): void;
  override shutdown(...args: readonly unknown[]): void {
    const [how] = bind(methods.shutdown, args) as [number];
    this.#layer = undefined;
    super.shutdown(how);
  }

  /** Ends TLS: says so, waits until the peer has, and returns the socket, which goes on in clear. */
  async unwrap(...args: []): Promise<SSLSocket> {
    noArguments('SSLSocket.unwrap', args);
    const layer = this.#layer;
    if (layer === undefined) throw new ValueError(`No SSL wrapper around ${this}`);
    const rest = await layer.unwrap();
    this.#layer = undefined;
    this.putBack(rest);
    return this;
  }

  override _real_close(...args: []): void {
    noArguments('SSLSocket._real_close', args);
    this.#layer = undefined;
    super._real_close();
  }

  #refuseFlags(name: string, flags: number): void {
    if (flags !== 0)
      throw new ValueError(`non-zero flags not allowed in calls to ${name}() on ${this.#class}`);
  }

  get #class(): string {
    return `<class 'ssl.${this.constructor.name}'>`;
  }
}
