import type { SSLContext } from '../index.ts';
import type { BytesLike } from '../ssl/buffers.ts';
import { unlessAborted } from '../stream/abort.ts';
import { type StartTlsKeywords, upgradeStream } from './start-tls.ts';
import type { StreamReaderProtocol } from './stream-protocol.ts';
import type { Patience, StreamReader } from './stream-reader.ts';
import type { ExtraInfo, Transport } from './transports.ts';

/** A writer of bytes: a transport with a `drain()` to wait for. */
export class StreamWriter {
  #transport: Transport;
  readonly #protocol: StreamReaderProtocol;
  readonly #reader: StreamReader | null;

  constructor(transport: Transport, protocol: StreamReaderProtocol, reader: StreamReader | null) {
    this.#transport = transport;
    this.#protocol = protocol;
    this.#reader = reader;
  }

  /** The transport underneath. */
  get transport(): Transport {
    return this.#transport;
  }

  /** Sends these bytes, now or as soon as they can be; `drain()` waits until there is room for more. */
  write(data: BytesLike): void {
    this.#transport.write(data);
  }

  writelines(data: Iterable<BytesLike>): void {
    this.#transport.writelines(data);
  }

  /** Resolves when it is time to write again; throws what has ended the connection. */
  async drain({ signal }: Patience = {}): Promise<void> {
    // An `await` lets no event of a socket in. Whoever writes in a loop would never hear that the connection is gone.
    await new Promise(setImmediate);
    const exception = this.#reader?.exception() ?? null;
    if (exception !== null) throw exception;
    await unlessAborted(this.#protocol.drain(), signal);
  }

  /** Ends this side of the connection; with TLS a `NotImplementedError`. */
  write_eof(): void {
    this.#transport.write_eof();
  }

  can_write_eof(): boolean {
    return this.#transport.can_write_eof();
  }

  /** Closes the connection once everything is sent; `wait_closed()` waits for it. */
  close(): void {
    this.#transport.close();
  }

  is_closing(): boolean {
    return this.#transport.is_closing();
  }

  /** Resolves when the connection is gone; throws what has ended it, if it was not a close. */
  async wait_closed({ signal }: Patience = {}): Promise<void> {
    await unlessAborted(this.#protocol.closed, signal);
  }

  /** What is known of the connection beyond its bytes: `peername`, `ssl_object`, `peercert` and others. */
  get_extra_info<Name extends keyof ExtraInfo>(name: Name): ExtraInfo[Name] | null;
  get_extra_info<Name extends keyof ExtraInfo, Default>(
    name: Name,
    fallback: Default,
  ): ExtraInfo[Name] | Default;
  get_extra_info(name: string, fallback?: unknown): unknown;
  get_extra_info(name: string, fallback: unknown = null): unknown {
    return this.#transport.get_extra_info(name, fallback);
  }

  /** Puts TLS on the connection, as the side that accepted it or the one that made it. */
  start_tls(sslcontext: SSLContext, keywords?: Omit<StartTlsKeywords, 'server_side'>): Promise<void>;
  async start_tls(...args: readonly unknown[]): Promise<void> {
    await this.drain();
    this.#transport = await upgradeStream(args, {
      transport: this.#transport,
      protocol: this.#protocol,
      server_side: this.#protocol.server_side,
    });
    this.#protocol.replace_transport(this.#transport);
  }
}
