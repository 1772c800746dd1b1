/** Accepted transports, each with TLS around it: trio's `SSLListener`. */
import type { SSLContext } from '../index.ts';
import type { ByteStreams } from './byte-streams.ts';
import { SSLStream } from './ssl-stream.ts';

export class SSLListener implements AsyncIterable<SSLStream> {
  readonly transport_listener: AsyncIterator<ByteStreams>;
  readonly #context: SSLContext;
  readonly #httpsCompatible: boolean;

  /** `transport_listener` yields what was accepted: Deno's listener does, or an async generator of your own. */
  constructor(
    transport_listener: AsyncIterable<ByteStreams> | AsyncIterator<ByteStreams>,
    ssl_context: SSLContext,
    { https_compatible = false }: { readonly https_compatible?: boolean } = {},
  ) {
    this.transport_listener =
      Symbol.asyncIterator in transport_listener
        ? transport_listener[Symbol.asyncIterator]()
        : transport_listener;
    this.#context = ssl_context;
    this.#httpsCompatible = https_compatible;
  }

  /** The next connection, its handshake yet to be made: a slow client holds nobody up. `null` after the last. */
  async accept(): Promise<SSLStream | null> {
    const { value, done } = await this.transport_listener.next();
    if (done) return null;
    return new SSLStream(value, this.#context, {
      server_side: true,
      https_compatible: this.#httpsCompatible,
    });
  }

  async *[Symbol.asyncIterator](): AsyncGenerator<SSLStream, void, void> {
    for (let stream = await this.accept(); stream !== null; stream = await this.accept()) yield stream;
  }

  /** Accepts no more. */
  async aclose(): Promise<void> {
    await this.transport_listener.return?.();
  }
}
