import { ConnectionResetError } from '../index.ts';
import { Future } from './future.ts';
import { loop } from './loop.ts';
import { Protocol } from './protocols.ts';
import type { StreamReader } from './stream-reader.ts';
import { StreamWriter } from './stream-writer.ts';
import type { Transport } from './transports.ts';

/** What `start_server()` calls for each client; it may be asynchronous. */
export type ClientConnected = (reader: StreamReader, writer: StreamWriter) => unknown;

/** The protocol between a transport and a pair of streams. */
export class StreamReaderProtocol extends Protocol {
  readonly #reader: StreamReader;
  readonly #clientConnected: ClientConnected | null;
  readonly #closed = new Future();
  #overSsl = false;
  #connectionLost = false;
  #paused = false;
  /** Those who wait until writing is resumed. */
  #drainers: Future[] = [];

  constructor(stream_reader: StreamReader, client_connected_cb: ClientConnected | null = null) {
    super();
    this.#reader = stream_reader;
    this.#clientConnected = client_connected_cb;
  }

  /** Whether the connection was accepted, not made. */
  get server_side(): boolean {
    return this.#clientConnected !== null;
  }

  override connection_made(transport: Transport): void {
    this.replace_transport(transport);
    if (this.#clientConnected !== null) {
      void this.#serve(transport, this.#clientConnected);
    }
  }

  /** The connection goes on over another transport: TLS was put on it. */
  replace_transport(transport: Transport): void {
    this.#reader.set_transport(transport);
    this.#overSsl = transport.get_extra_info('sslcontext') !== null;
  }

  /** What was received, and not read before TLS is put on the connection. */
  _take_unread(): Uint8Array {
    return this.#reader.take_unread();
  }

  override connection_lost(exc: Error | null): void {
    this.#connectionLost = true;
    if (exc === null) {
      this.#reader.feed_eof();
      this.#closed.set_result();
    } else {
      this.#reader.set_exception(exc);
      this.#closed.set_exception(exc);
    }
    for (const drainer of this.#drainers.splice(0)) {
      if (exc === null) drainer.set_result();
      else drainer.set_exception(exc);
    }
  }

  override data_received(data: Uint8Array): void {
    this.#reader.feed_data(data);
  }

  override eof_received(): boolean {
    this.#reader.feed_eof();
    return !this.#overSsl;
  }

  override pause_writing(): void {
    this.#paused = true;
  }

  override resume_writing(): void {
    this.#paused = false;
    for (const drainer of this.#drainers.splice(0)) drainer.set_result();
  }

  /** Resolves when there is room to write. */
  async drain(): Promise<void> {
    if (this.#connectionLost) throw new ConnectionResetError('Connection lost');
    if (!this.#paused) return;
    const drainer = new Future();
    this.#drainers.push(drainer);
    await drainer.promise;
  }

  /** Settles when the connection is gone. */
  get closed(): Promise<void> {
    return this.#closed.promise;
  }

  async #serve(transport: Transport, clientConnected: ClientConnected): Promise<void> {
    try {
      await clientConnected(this.#reader, new StreamWriter(transport, this, this.#reader));
    } catch (exception) {
      const message = 'Unhandled exception in client_connected_cb';
      loop.call_exception_handler({ message, exception, transport });
      transport.close();
    }
  }
}
