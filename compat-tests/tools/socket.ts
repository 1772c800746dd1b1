/** An SSLObject on a real socket, for tests that need one: send what is pending, then receive, then try again. */
import { once } from 'node:events';
import { connect, createServer, type Server, type Socket } from 'node:net';
import * as ssl from '../../lib/index.ts';

export class TlsSocket {
  readonly object: ssl.SSLObject;
  readonly #socket: Socket;
  readonly #incoming = new ssl.MemoryBIO();
  readonly #outgoing = new ssl.MemoryBIO();
  #failure: Error | undefined;
  #news: (() => void) | undefined;

  constructor(socket: Socket, wrap: (incoming: ssl.MemoryBIO, outgoing: ssl.MemoryBIO) => ssl.SSLObject) {
    this.#socket = socket;
    this.object = wrap(this.#incoming, this.#outgoing);
    const happened = (what: () => void) => () => {
      what();
      this.#news?.();
    };
    socket.on('data', (data: Uint8Array) => happened(() => void this.#incoming.write(data))());
    socket.on(
      'end',
      happened(() => this.#incoming.write_eof()),
    );
    socket.on('error', (error) => happened(() => (this.#failure = error))());
  }

  handshake(): Promise<void> {
    return this.#retry(() => this.object.do_handshake());
  }

  async write(data: Uint8Array): Promise<void> {
    for (let at = 0; at < data.length; at += WRITE_SIZE) {
      await this.#retry(() => this.object.write(data.subarray(at, at + WRITE_SIZE)));
    }
  }

  async read(length: number): Promise<Uint8Array> {
    const parts: Uint8Array[] = [];
    for (let missing = length; missing > 0; ) {
      const part = await this.#retry(() => this.object.read(missing));
      if (part.length === 0) throw new Error(`closed with ${missing} of ${length} bytes missing`);
      parts.push(part);
      missing -= part.length;
    }
    return Buffer.concat(parts);
  }

  /** New keys for what is sent; `ask` wants the peer to do the same. */
  updateKeys(ask: boolean): Promise<void> {
    return this.#retry(() => this.object.update_keys(ask));
  }

  /** Reads to the peer's close_notify and answers it; anything else on the way is an error. */
  async peerCloses(): Promise<void> {
    const rest = await this.#retry(() => this.object.read(1));
    if (rest.length > 0) throw new Error('data where the end was expected');
    await this.#retry(() => this.object.unwrap());
  }

  /** Sends close_notify and waits for the peer's. */
  unwrap(): Promise<void> {
    return this.#retry(() => void this.object.unwrap());
  }

  destroy(): void {
    this.#socket.destroy();
  }

  async #retry<T>(call: () => T): Promise<T> {
    for (;;) {
      try {
        return call();
      } catch (error) {
        if (!(error instanceof ssl.SSLWantReadError)) throw error;
      } finally {
        await this.#flush();
      }
      if (this.#failure !== undefined) throw this.#failure;
      if (this.#incoming.pending === 0 && !this.#incoming.eof) {
        await new Promise<void>((resolve) => {
          this.#news = resolve;
        });
      }
    }
  }

  async #flush(): Promise<void> {
    const data = this.#outgoing.read();
    if (data.length > 0 && !this.#socket.destroyed && !this.#socket.write(data))
      await once(this.#socket, 'drain');
  }
}

/** Far from the record size on purpose. */
const WRITE_SIZE = 50_000;

export async function dial(port: number): Promise<Socket> {
  const socket = connect({ port, host: '127.0.0.1', noDelay: true });
  await once(socket, 'connect');
  return socket;
}

/** A listening socket, and the first connection to it. */
export async function listen(): Promise<{ port: number; server: Server; accepted: Promise<Socket> }> {
  const server = createServer({ noDelay: true });
  const accepted = new Promise<Socket>((resolve) => {
    server.once('connection', resolve);
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('no port');
  return { port: address.port, server, accepted };
}
