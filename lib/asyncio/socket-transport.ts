/**
 * A transport over a socket of Node, or over any other `Duplex`: asyncio's `_SelectorSocketTransport`.
 *
 * `connection_lost` is called when the stream has closed, and so never before its resources are free. What it is told
 * is decided by the first of: our own `close()` or `abort()`, an error of the stream. A stream that closes without
 * either was destroyed by somebody else, which asyncio has no name for; it is a `ConnectionAbortedError` here, as no
 * end was seen and there may have been more to come.
 */
import { Socket } from 'node:net';
import type { Duplex } from 'node:stream';
import { OSError, RuntimeError } from '../index.ts';
import { type BytesLike, bytesOf } from '../ssl/buffers.ts';
import { typeName } from '../ssl/repr.ts';
import { pythonError, systemError } from '../ssl/system-errors.ts';
import { FlowGate, SOCKET_WRITE_HIGH_WATER, waterMarks } from './flow-control.ts';
import type { Future } from './future.ts';
import type { Loop } from './loop.ts';
import { type AnyProtocol, deliver } from './protocols.ts';
import { type ExtraInfo, type SocketAddress, type TlsCarrier, WRITES_BEFORE_WARNING } from './transports.ts';

export class SocketTransport implements TlsCarrier {
  readonly _start_tls_compatible = true;

  readonly #loop: Loop;
  readonly #stream: Duplex;
  readonly #extra: ReadonlyMap<string, unknown>;
  #protocol: AnyProtocol | null;
  readonly #writing: FlowGate;
  #started = false;
  #paused = false;
  #closing = false;
  #ended = false;
  /** Closed with nothing left to send: what becomes of the connection is nobody's concern any more. */
  #parted = false;
  /** What `connection_lost` will be told, once something has failed or `abort()` was called. */
  #reason: Error | null | undefined;
  #lateWrites = 0;

  /** `waiter` is told when the protocol has its connection. */
  constructor(loop: Loop, stream: Duplex, protocol: AnyProtocol, waiter?: Future) {
    this.#loop = loop;
    this.#stream = stream;
    this.#protocol = protocol;
    this.#extra = extraInfo(stream);
    this.#writing = new FlowGate(
      waterMarks(null, null, SOCKET_WRITE_HIGH_WATER),
      () => this.#tell('pause_writing'),
      () => this.#tell('resume_writing'),
    );
    stream.pause();
    stream.on('data', (data: Uint8Array) => this.#received(data));
    stream.on('end', () => this.#endReceived());
    stream.on('error', (error) => {
      if (!this.#parted) this.#reason ??= pythonError(error) as Error;
    });
    stream.on('close', () => this.#started && this.#lost());
    loop.call_soon(() => this.#start(waiter));
  }

  #start(waiter: Future | undefined): void {
    this.#started = true;
    this.#guarded('protocol.connection_made() call failed.', (protocol) => protocol.connection_made(this));
    if (!this.#paused && !this.#closing) this.#stream.resume();
    waiter?.set_result();
    if (this.#stream.closed) this.#lost();
  }

  get_extra_info<Name extends keyof ExtraInfo>(name: Name): ExtraInfo[Name] | null;
  get_extra_info<Name extends keyof ExtraInfo, Default>(
    name: Name,
    fallback: Default,
  ): ExtraInfo[Name] | Default;
  get_extra_info(name: string, fallback?: unknown): unknown;
  get_extra_info(name: string, fallback: unknown = null): unknown {
    return this.#extra.get(name) ?? fallback;
  }

  set_protocol(protocol: AnyProtocol): void {
    this.#protocol = protocol;
  }

  get_protocol(): AnyProtocol | null {
    return this.#protocol;
  }

  write(data: BytesLike): void {
    const bytes = bytesOf(data);
    if (bytes === undefined)
      throw new TypeError(`data argument must be a bytes-like object, not '${typeName(data)}'`);
    if (this.#ended) throw new RuntimeError('Cannot call write() after write_eof()');
    this.#send(bytes);
  }

  /** Sends all of it or, if something is no bytes, nothing. */
  writelines(list_of_data: Iterable<BytesLike>): void {
    if (this.#ended) throw new RuntimeError('Cannot call writelines() after write_eof()');
    const parts = Array.from(list_of_data, (data) => {
      const bytes = bytesOf(data);
      if (bytes === undefined)
        throw new TypeError(`memoryview: a bytes-like object is required, not '${typeName(data)}'`);
      return bytes;
    });
    for (const bytes of parts) this.#send(bytes);
  }

  #send(bytes: Uint8Array): void {
    if (bytes.length === 0) return;
    if (this.#closing || this.#stream.destroyed) {
      this.#countLateWrite();
      return;
    }
    this.#stream.write(bytes, () => this.#writing.update(this.get_write_buffer_size()));
    this.#writing.update(this.get_write_buffer_size());
  }

  #countLateWrite(): void {
    this.#lateWrites += 1;
    if (this.#lateWrites === WRITES_BEFORE_WARNING) {
      process.emitWarning('socket.send() raised exception.', { type: 'asyncio' });
    }
  }

  write_eof(): void {
    if (this.#closing || this.#ended) return;
    this.#ended = true;
    this.#stream.end();
  }

  can_write_eof(): boolean {
    return true;
  }

  pause_reading(): void {
    if (!this.is_reading()) return;
    this.#paused = true;
    this.#stream.pause();
  }

  resume_reading(): void {
    if (this.#closing || !this.#paused) return;
    this.#paused = false;
    this.#stream.resume();
  }

  is_reading(): boolean {
    return !this.#closing && !this.#paused;
  }

  set_write_buffer_limits(high?: number | null, low?: number | null): void {
    this.#writing.marks = waterMarks(high, low, SOCKET_WRITE_HIGH_WATER);
    this.#writing.update(this.get_write_buffer_size());
  }

  get_write_buffer_limits(): readonly [low: number, high: number] {
    return [this.#writing.marks.low, this.#writing.marks.high];
  }

  get_write_buffer_size(): number {
    return this.#stream.writableLength;
  }

  close(): void {
    if (this.#closing) return;
    this.#closing = true;
    this.#parted = this.get_write_buffer_size() === 0 && !this.#hasFailed;
    this.#stream.pause();
    const stream = this.#stream;
    // Called also where the rest could not be sent: a destroy() without the error would hide it.
    stream.end(() => stream.destroy(stream.errored ?? undefined));
  }

  is_closing(): boolean {
    return this.#closing || this.#hasFailed;
  }

  /** A write that fails empties the buffer at once, and is told of a little later. */
  get #hasFailed(): boolean {
    return (this.#stream.errored ?? null) !== null;
  }

  abort(): void {
    this._force_close(null);
  }

  _force_close(exc: Error | null): void {
    if (this.#reason !== undefined) return;
    this.#reason = exc;
    this.#closing = true;
    this.#stream.destroy();
  }

  #received(data: Uint8Array): void {
    if (this.#closing) return;
    this.#guarded('protocol.data_received() call failed.', (protocol) => deliver(protocol, data));
  }

  #endReceived(): void {
    // Bun tells of an end when somebody destroys the stream; the close that follows says what happened.
    if (this.#closing || this.#stream.destroyed) return;
    this.#guarded('protocol.eof_received() call failed.', (protocol) => {
      if (!protocol.eof_received()) this.close();
    });
  }

  #lost(): void {
    const protocol = this.#protocol;
    if (protocol === null) return;
    const reason = this.#reason ?? (this.#closing ? null : systemError('ECONNABORTED'));
    this.#closing = true;
    this.#guarded('protocol.connection_lost() call failed.', () => protocol.connection_lost(reason));
    this.#protocol = null;
  }

  /** Flow control is advice: that it fails does not end the connection. */
  #tell(what: 'pause_writing' | 'resume_writing'): void {
    const protocol = this.#protocol;
    try {
      protocol?.[what]();
    } catch (exception) {
      const message = `protocol.${what}() failed`;
      this.#loop.call_exception_handler({ message, exception, transport: this, protocol });
    }
  }

  /** A protocol that throws has lost its connection. */
  #guarded(words: string, call: (protocol: AnyProtocol) => void): void {
    const protocol = this.#protocol;
    if (protocol === null) return;
    try {
      call(protocol);
    } catch (exception) {
      if (!(exception instanceof OSError)) {
        const message = `Fatal error: ${words}`;
        this.#loop.call_exception_handler({ message, exception, transport: this, protocol });
      }
      this._force_close(exception instanceof Error ? exception : new RuntimeError(String(exception)));
    }
  }
}

function extraInfo(stream: Duplex): ReadonlyMap<string, unknown> {
  const known = new Map<string, unknown>([['socket', stream]]);
  if (stream instanceof Socket) {
    known.set('peername', socketAddress(stream.remoteFamily, stream.remoteAddress, stream.remotePort));
    known.set('sockname', socketAddress(stream.localFamily, stream.localAddress, stream.localPort));
  }
  return known;
}

/** An address as Python writes it; a socket without one is a Unix socket without a name. */
export function socketAddress(
  family: string | undefined,
  host: string | undefined,
  port: number | undefined,
): SocketAddress {
  if (host === undefined || port === undefined) return '';
  return family === 'IPv6' ? [host, port, 0, 0] : [host, port];
}
