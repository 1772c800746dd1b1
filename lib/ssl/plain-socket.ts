/// <reference lib="esnext.disposable" preserve="true" />
/**
 * What an `SSLSocket` inherits: `socket.socket`, as far as a stream needs it. What blocks in Python returns a promise
 * here; what looks or sets does so at once. The time-out is Python's: seconds, `null` for none, and 0 for calls that
 * may not wait and fail instead.
 */
import { EMPTY } from '../bytes/bytes.ts';
import { type Address, type HostSocket, hasSockets, socketOf } from '../host/socket.ts';
import { unlessAborted } from '../stream/abort.ts';
import { withDeadline } from '../stream/deadline.ts';
import { DuplexTransport } from '../stream/duplex-transport.ts';
import { type BytesLike, bytesLike, cInt, cSize, integer, writableBuffer } from './buffers.ts';
import { AttributeError, NotImplementedError, OSError, OverflowError, ValueError } from './exceptions.ts';
import { tupleRepr, typeName } from './repr.ts';
import { pythonError, type SystemErrorName, systemError } from './system-errors.ts';

/** `(host, port)`, and what else Python's addresses have. */
export type SocketAddress = readonly [string, number, ...number[]];

/** A socket on its way from one owner to the next. */
export interface TakenSocket {
  readonly host: HostSocket;
  readonly timeout: number | null;
}

const SHUT_RD = 0;
const SHUT_WR = 1;
const SHUT_RDWR = 2;

const AF_INET = 2;
const AF_INET6 = 10;

const UNBOUND: Address = ['0.0.0.0', 0];

export abstract class PlainSocket {
  readonly #host: HostSocket;
  #transport: DuplexTransport | undefined;
  #timeout: number | null;
  #connected = false;
  #closed = false;
  /** `shutdown()` has ended the receiving. */
  #deaf = false;
  /** Bytes that have come and were not asked for yet. */
  #rest: Uint8Array = EMPTY;

  protected constructor({ host, timeout }: TakenSocket) {
    this.#host = host;
    this.#timeout = timeout;
  }

  /**
   * What `sock` stands for: a socket, a server or a `Duplex` of Node's, or one of these. Nothing of it is changed;
   * a call of `take` is what takes it over.
   */
  protected static recognise(sock: unknown): { readonly take: () => TakenSocket } {
    if (sock instanceof PlainSocket) return { take: () => sock.#detach() };
    if (!hasSockets()) throw new NotImplementedError(NO_SOCKETS);
    const host = socketOf(sock);
    if (host === 'datagram') throw new NotImplementedError('only stream sockets are supported');
    if (host === undefined)
      throw new AttributeError(`'${typeName(sock)}' object has no attribute 'getsockopt'`);
    const idle = host.kind === 'stream' ? host.idleLimit : 0;
    return { take: () => ({ host, timeout: idle > 0 ? idle / 1000 : null }) };
  }

  /** Lets go of the stream, with what had come too early put back. */
  #detach(): TakenSocket {
    const host = this.#open();
    this.#closed = true;
    this.#transport?.release(this.#rest);
    return { host, timeout: this.#timeout };
  }

  // --- what it is --------------------------------------------------------------------------------------------------

  /** The number of the descriptor; -1 once the socket is closed. */
  fileno(): number {
    return this.#closed ? -1 : this.#host.descriptor;
  }

  getsockname(): Address {
    return this.#open().local ?? UNBOUND;
  }

  /** The peer's address; of a stream that has none, an empty one. */
  getpeername(): Address {
    const host = this.#open();
    if (host.kind === 'listening' || !host.connected) throw systemError('ENOTCONN');
    return host.peer ?? ['', 0];
  }

  gettimeout(): number | null {
    return this.#timeout;
  }

  settimeout(value: number | null): void {
    this.#open();
    this.#timeout = timeoutOf(value);
  }

  getblocking(): boolean {
    return this.#timeout !== 0;
  }

  setblocking(flag: boolean): void {
    this.settimeout(flag ? null : 0);
  }

  toString(): string {
    const name = `ssl.${this.constructor.name}`;
    const { local = UNBOUND } = this.#host;
    const family = local.length > 2 ? AF_INET6 : AF_INET;
    const kind = `family=${family}, type=1, proto=0`;
    if (this.#closed) return `<${name} [closed] fd=-1, ${kind}>`;
    const peer = this.#host.kind === 'stream' ? this.#host.peer : undefined;
    const far = peer === undefined ? '' : `, raddr=${tupleRepr(peer)}`;
    return `<${name} fd=${this.fileno()}, ${kind}, laddr=${tupleRepr(local)}${far}>`;
  }

  // --- what it does ------------------------------------------------------------------------------------------------

  /** Connects to `(host, port)`. */
  async connect(addr: SocketAddress): Promise<void> {
    await this.#connect(addr);
  }

  async #connect(addr: SocketAddress): Promise<void> {
    const host = this.#open();
    const [name, port] = addressOf(addr);
    if (host.kind === 'listening') throw systemError('EISCONN');
    if (this.#timeout === 0) {
      host.connect(name, port, undefined).catch(() => {}); // met by the first call that uses the connection
      throw systemError('EINPROGRESS');
    }
    await this.within('timed out', (signal) => host.connect(name, port, signal));
  }

  /** Like `connect`, with the error's number in the place of an exception, and 0 for none. */
  async connect_ex(addr: SocketAddress): Promise<number> {
    try {
      await this.#connect(addr);
      return 0;
    } catch (error) {
      if (error instanceof OSError && typeof error.errno === 'number' && error.errno > 0) return error.errno;
      throw error;
    }
  }

  async recv(buflen = 1024, flags = 0): Promise<Uint8Array> {
    noFlags(flags);
    const size = cSize(buflen);
    if (size < 0) throw new ValueError('negative buffersize in recv');
    if (size === 0) return new Uint8Array(0); // of any socket, as in Python
    const bytes = this.#rest.length > 0 ? this.#rest : ((await this.#receive()) ?? EMPTY);
    this.#rest = bytes.subarray(size);
    return bytes.slice(0, size);
  }

  async recv_into(buffer: ArrayBufferView, nbytes: number | null = null, flags = 0): Promise<number> {
    const target = writableBuffer(buffer, 'recv_into()', 1);
    const size = cSize(nbytes ?? 0);
    if (size < 0) throw new ValueError('negative buffersize in recv_into');
    const bytes = await this.recv(size === 0 ? target.length : Math.min(size, target.length), flags);
    target.set(bytes);
    return bytes.length;
  }

  async recvfrom(buflen = 1024, flags = 0): Promise<readonly [Uint8Array, null]> {
    return [await this.recv(buflen, flags), null];
  }

  async recvfrom_into(
    buffer: ArrayBufferView,
    nbytes: number | null = null,
    flags = 0,
  ): Promise<readonly [number, null]> {
    return [await this.recv_into(buffer, nbytes, flags), null];
  }

  async send(data: BytesLike, flags = 0): Promise<number> {
    noFlags(flags);
    const bytes = bytesLike(data).slice(); // the stream keeps what it is given
    const transport = this.transport('EPIPE');
    if (transport.saysNoMore) throw systemError('EPIPE');
    if (this.#timeout === 0 && transport.full) throw systemError('EAGAIN');
    const sent = transport.send(bytes);
    if (this.#timeout === 0)
      sent.catch(() => {}); // the next call will meet it
    else await this.within('timed out', (signal) => unlessAborted(sent, signal));
    return bytes.length;
  }

  async sendall(data: BytesLike, flags = 0): Promise<void> {
    await this.send(data, flags);
  }

  /** On a connection, the address means nothing. */
  sendto(data: BytesLike, flags_or_addr: number | SocketAddress, _addr?: SocketAddress): Promise<number> {
    return this.send(data, typeof flags_or_addr === 'number' ? flags_or_addr : 0);
  }

  /** Ends one way of the connection, or both: 0 for receiving, 1 for sending, 2 for both. */
  shutdown(how: number): void {
    const transport = this.transport('ENOTCONN');
    if (![SHUT_RD, SHUT_WR, SHUT_RDWR].includes(cInt(how))) throw systemError('EINVAL');
    if (how !== SHUT_WR) this.#deaf = true;
    if (how !== SHUT_RD) transport.end();
  }

  /** Closes the socket. What was sent still arrives, if the peer takes it. */
  async close(): Promise<void> {
    if (!this.#closed) this._real_close();
  }

  _real_close(): void {
    this.#closed = true;
    const host = this.#host;
    if (host.kind === 'listening') host.close();
    else if (this.#transport !== undefined) this.#transport.close();
    else host.duplex.destroy();
  }

  [Symbol.asyncDispose](): Promise<void> {
    return this.close();
  }

  // --- what the class above stands on ------------------------------------------------------------------------------

  /** Whether there is a connection, or one is being made, or there was one that broke. */
  protected get hasConnected(): boolean {
    this.#connected ||= this.#host.kind === 'stream' && this.#host.connected;
    return this.#connected;
  }

  protected get isClosed(): boolean {
    return this.#closed;
  }

  /** How many bytes wait in a stream, and why it failed, if it did. */
  protected get leftBehind(): { readonly unread: number; readonly failure: Error | null } {
    if (this.#host.kind === 'listening') return { unread: 0, failure: null };
    const { readableLength, errored } = this.#host.duplex;
    return { unread: readableLength, failure: errored };
  }

  /** The next accepted connection, as Node has it, and its peer's address. */
  protected async acceptStream(): Promise<readonly [stream: unknown, Address]> {
    const host = this.#open();
    if (host.kind === 'stream' || !host.listening) throw systemError('EINVAL');
    const accepted =
      this.#timeout === 0 ? host.take() : await this.within('timed out', (signal) => host.accept(signal));
    if (accepted === undefined) throw systemError(this.#timeout === 0 ? 'EAGAIN' : 'EBADF');
    return [accepted.duplex, accepted.peer ?? ['', 0]];
  }

  /** What carries the bytes; the error of this name where nothing is connected. */
  protected transport(missing: SystemErrorName = 'ENOTCONN'): DuplexTransport {
    const host = this.#open();
    if (host.kind === 'listening' || !this.hasConnected) throw systemError(missing);
    this.#transport ??= new DuplexTransport(host.duplex);
    return this.#transport;
  }

  /** Takes back bytes that were read beyond what was meant for the reader. */
  protected putBack(bytes: Uint8Array): void {
    this.#rest = bytes;
  }

  /** Gives a call the socket's time-out; what goes wrong in Node's words comes out in Python's. */
  protected async within<T>(words: string, call: (signal?: AbortSignal) => Promise<T>): Promise<T> {
    try {
      return await withDeadline({ timeout: this.#timeout ?? undefined }, words, call);
    } catch (error) {
      throw pythonError(error);
    }
  }

  async #receive(): Promise<Uint8Array | null> {
    const transport = this.transport();
    return this.within('timed out', async (signal) => {
      for (;;) {
        const bytes = transport.take();
        if (bytes !== undefined) return bytes;
        if (this.#deaf) return null; // what had come before could still be had
        if (this.#timeout === 0) throw systemError('EAGAIN');
        await unlessAborted(transport.news(), signal);
      }
    });
  }

  #open(): HostSocket {
    if (this.#closed) throw systemError('EBADF');
    return this.#host;
  }
}

const NO_SOCKETS = 'there are no sockets on this host; pyssl/web has TLS over streams';

function timeoutOf(value: unknown): number | null {
  if (value === null || value === undefined) return null;
  const seconds = typeof value === 'number' ? value : integer(value);
  if (Number.isNaN(seconds)) throw new ValueError('Invalid value NaN (not a number)');
  if (seconds > LONGEST) throw new OverflowError("timeout doesn't fit into C timeval");
  if (seconds < 0) throw new ValueError('Timeout value out of range');
  return seconds;
}

/** The longest that a timer of JavaScript waits. */
const LONGEST = (2 ** 31 - 1) / 1000;

function addressOf(addr: unknown): readonly [string, number] {
  if (!Array.isArray(addr))
    throw new TypeError(`connect(): AF_INET address must be tuple, not ${typeName(addr)}`);
  const [host, port] = addr;
  if (typeof host !== 'string')
    throw new TypeError(`str, bytes or bytearray expected, not ${typeName(host)}`);
  const number = integer(port);
  if (number < 0 || number > 0xffff) throw new OverflowError('connect(): port must be 0-65535.');
  return [host, number];
}

/** None of the flags of `recv` and `send` has a meaning for a stream of Node's. */
function noFlags(flags: number): void {
  if (flags !== 0) throw new NotImplementedError('flags of a socket: there are none here');
}
