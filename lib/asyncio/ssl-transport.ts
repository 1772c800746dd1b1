import { NotImplementedError } from '../index.ts';
import { type BytesLike, bytesLike, bytesOf } from '../ssl/buffers.ts';
import { typeName } from '../ssl/repr.ts';
import { SSL_READ_HIGH_WATER, SSL_WRITE_HIGH_WATER, waterMarks } from './flow-control.ts';
import type { AnyProtocol } from './protocols.ts';
import type { SSLProtocol } from './ssl-protocol.ts';
import type { ExtraInfo, TlsCarrier } from './transports.ts';

/** The transport of a program whose connection is encrypted. Another layer of TLS can be put on it. */
export class SSLProtocolTransport implements TlsCarrier {
  readonly _start_tls_compatible = true;

  readonly #ssl: SSLProtocol;
  #closed = false;

  /** Only an `SSLProtocol` makes one: it is its `app_transport`. */
  constructor(ssl_protocol: SSLProtocol) {
    this.#ssl = ssl_protocol;
  }

  /** Besides what the transport underneath knows: `sslcontext`, and after the handshake `ssl_object` and what it says. */
  get_extra_info<Name extends keyof ExtraInfo>(name: Name): ExtraInfo[Name] | null;
  get_extra_info<Name extends keyof ExtraInfo, Default>(
    name: Name,
    fallback: Default,
  ): ExtraInfo[Name] | Default;
  get_extra_info(name: string, fallback?: unknown): unknown;
  get_extra_info(name: string, fallback: unknown = null): unknown {
    return this.#ssl.get_extra_info(name, fallback);
  }

  set_protocol(protocol: AnyProtocol): void {
    this.#ssl.app_protocol = protocol;
  }

  get_protocol(): AnyProtocol | null {
    return this.#ssl.app_protocol;
  }

  write(data: BytesLike): void {
    const bytes = bytesOf(data);
    if (bytes === undefined)
      throw new TypeError(`data: expecting a bytes-like instance, got ${typeName(data)}`);
    if (bytes.length > 0) this.#ssl.write_appdata([bytes]);
  }

  writelines(list_of_data: Iterable<BytesLike>): void {
    this.#ssl.write_appdata(Array.from(list_of_data, bytesLike));
  }

  /** TLS closes both ways at once. */
  write_eof(): never {
    throw new NotImplementedError();
  }

  can_write_eof(): boolean {
    return false;
  }

  pause_reading(): void {
    this.#ssl.pause_reading();
  }

  resume_reading(): void {
    this.#ssl.resume_reading();
  }

  /** Whether nobody has paused it: asyncio says so of a transport that is closed, too. */
  is_reading(): boolean {
    return !this.#ssl.app_reading_paused;
  }

  /** Both count what is encrypted and not yet taken by the transport underneath. */
  set_write_buffer_limits(high?: number | null, low?: number | null): void {
    this.#ssl.writing.marks = waterMarks(high, low, SSL_WRITE_HIGH_WATER);
    this.#ssl.writing.update(this.get_write_buffer_size());
  }

  get_write_buffer_limits(): readonly [low: number, high: number] {
    return [this.#ssl.writing.marks.low, this.#ssl.writing.marks.high];
  }

  get_write_buffer_size(): number {
    return this.#ssl.write_buffer_size;
  }

  /** How much may be received, still encrypted, before the transport underneath is paused. */
  set_read_buffer_limits(high?: number | null, low?: number | null): void {
    this.#ssl.reading.marks = waterMarks(high, low, SSL_READ_HIGH_WATER);
    this.#ssl.reading.update(this.get_read_buffer_size());
  }

  get_read_buffer_limits(): readonly [low: number, high: number] {
    return [this.#ssl.reading.marks.low, this.#ssl.reading.marks.high];
  }

  get_read_buffer_size(): number {
    return this.#ssl.read_buffer_size;
  }

  /**
   * Closes in good order: what was written is sent, close_notify is exchanged, then the connection underneath is
   * closed. Nothing more is received.
   */
  close(): void {
    if (this.#closed) return;
    this.#closed = true;
    this.#ssl.close();
  }

  is_closing(): boolean {
    return this.#closed;
  }

  abort(): void {
    this._force_close(null);
  }

  _force_close(exc: Error | null): void {
    this.#closed = true;
    this.#ssl.abort(exc);
  }

  /** For the `SSLProtocol`: the connection closes for other reasons than a `close()` of the program. */
  mark_closed(): void {
    this.#closed = true;
  }
}
