/**
 * The other end of asyncio's own tests: a program that reads and writes a socket step by step, as theirs do in a
 * thread. TLS is `SSLObject`s here too, but nothing of the room that is tested.
 */
import { once } from 'node:events';
import { connect, createServer, type Server, type Socket } from 'node:net';
import * as ssl from '../../lib/index.ts';
import { clientContext, cores, serverContext } from '../tools/pair.ts';

export type Address = readonly [host: string, port: number];
type Program = (sock: Sock) => Promise<void>;

/** Which cryptography is underneath makes no difference to transports and protocols. */
const core = cores[cores.length - 1];

/** A client that accepts any certificate, as in asyncio's tests. */
export function simpleClientContext(): ssl.SSLContext {
  return clientContext(core, { verify: false });
}

/** A client that accepts those of the test roots, for any name. */
export function verifyingClientContext(): ssl.SSLContext {
  return clientContext(core, { set: (context) => (context.check_hostname = false) });
}

export function simpleServerContext(): ssl.SSLContext {
  return serverContext(core);
}

/** A server that plays `program` to each who connects. */
export class TcpServer {
  readonly addr: Address;
  readonly #server: Server;
  readonly #plays: Promise<void>[];

  static async start(program: Program): Promise<TcpServer> {
    const plays: Promise<void>[] = [];
    const server = createServer({ allowHalfOpen: true, noDelay: true }, (socket) => {
      plays.push(play(new Sock(socket), program));
    });
    server.listen(0, '127.0.0.1');
    await once(server, 'listening');
    return new TcpServer(server, plays);
  }

  private constructor(server: Server, plays: Promise<void>[]) {
    const address = server.address();
    if (address === null || typeof address === 'string') throw new Error('no port');
    this.addr = [address.address, address.port];
    this.#server = server;
    this.#plays = plays;
  }

  /** Waits until every play is over; fails as the first of them that does. */
  async stop(): Promise<void> {
    this.#server.close();
    await Promise.all(this.#plays);
  }
}

/** Connects, and plays `program`. */
export async function tcpClient([host, port]: Address, program: Program): Promise<void> {
  const socket = connect({ host, port, allowHalfOpen: true, noDelay: true });
  await once(socket, 'connect');
  await play(new Sock(socket), program);
}

async function play(sock: Sock, program: Program): Promise<void> {
  try {
    await program(sock);
  } finally {
    sock.close();
  }
}

/** A socket in the manner of Python's, of which TLS can become a part. */
export class Sock {
  readonly #socket: Socket;
  readonly #incoming = new ssl.MemoryBIO();
  readonly #outgoing = new ssl.MemoryBIO();
  object: ssl.SSLObject | undefined;
  #failure: Error | undefined;
  #ended = false;
  #news: (() => void) | undefined;

  constructor(socket: Socket) {
    this.#socket = socket;
    socket.on('data', (data: Uint8Array) => this.#happened(() => this.#incoming.write(data)));
    socket.on('end', () => this.#happened(() => (this.#ended = true)));
    socket.on('error', (error) => this.#happened(() => (this.#failure = error)));
    socket.on('close', () => this.#happened(() => (this.#ended = true)));
  }

  /** Up to `length` bytes, none at the end. */
  async recv(length: number): Promise<Uint8Array> {
    if (this.object !== undefined) {
      const { object } = this;
      return this.retry(() => object.read(length));
    }
    while (this.#incoming.pending === 0 && !this.#ended) await this.#wait();
    return this.#incoming.read(length);
  }

  /** Just so many bytes; `ConnectionAbortedError` where the end comes before. */
  async recvAll(length: number): Promise<Uint8Array> {
    const parts: Uint8Array[] = [];
    for (let missing = length; missing > 0; ) {
      const part = await this.recv(missing);
      if (part.length === 0) throw new ssl.ConnectionAbortedError();
      parts.push(part);
      missing -= part.length;
    }
    return Buffer.concat(parts);
  }

  async send(data: Uint8Array): Promise<void> {
    const { object } = this;
    if (object === undefined) this.sendRaw(data);
    else await this.retry(() => object.write(data));
  }

  /** Past the TLS that there may be. */
  sendRaw(data: Uint8Array): void {
    this.#socket.write(data);
  }

  async starttls(context: ssl.SSLContext, keywords: ssl.WrapKeywords = {}): Promise<void> {
    this.object = context.wrap_bio(this.#incoming, this.#outgoing, keywords);
    const { object } = this;
    await this.retry(() => object.do_handshake());
  }

  async unwrap(): Promise<void> {
    await this.retry(() => this.object?.unwrap());
  }

  /** Sends close_notify, and does not wait for the answer. */
  sendCloseNotify(): void {
    try {
      this.object?.unwrap();
    } catch (error) {
      if (!(error instanceof ssl.SSLWantReadError)) throw error;
    }
    this.#flush();
  }

  /** `shutdown(SHUT_WR)` */
  shutdownWrite(): void {
    this.#socket.end();
  }

  /** Stops reading: what the peer sends stays on the way. */
  pause(): void {
    this.#socket.pause();
  }

  resume(): void {
    this.#socket.resume();
  }

  /** Waits until the peer has closed, or reset, the connection. */
  async ended(): Promise<void> {
    while (!this.#ended) await this.#wait().catch(() => {});
  }

  close(): void {
    this.#socket.destroySoon();
  }

  /** Closes at once; the peer is told by a reset. */
  reset(): void {
    this.#socket.resetAndDestroy();
  }

  async retry<T>(call: () => T): Promise<T> {
    for (;;) {
      try {
        return call();
      } catch (error) {
        if (!(error instanceof ssl.SSLWantReadError)) throw error;
      } finally {
        this.#flush();
      }
      if (this.#ended) this.#incoming.write_eof();
      else await this.#wait();
    }
  }

  #flush(): void {
    if (this.#outgoing.pending > 0 && !this.#socket.destroyed) this.#socket.write(this.#outgoing.read());
  }

  async #wait(): Promise<void> {
    if (this.#failure !== undefined) throw this.#failure;
    await new Promise<void>((resolve) => {
      this.#news = resolve;
    });
    if (this.#failure !== undefined) throw this.#failure;
  }

  #happened(what: () => void): void {
    what();
    this.#news?.();
  }
}

export const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);
export const text = (data: Uint8Array): string => new TextDecoder().decode(data);
export const filled = (length: number, char: string): Uint8Array =>
  new Uint8Array(length).fill(char.charCodeAt(0));
export const sleep = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));
