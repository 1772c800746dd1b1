/**
 * Sockets, where there are any: what a program passes as one, seen by what it can do. The streams are Node's own, the
 * program's or made here; what bytes mean is not known in this room.
 */
import type * as NodeDgram from 'node:dgram';
import type * as NodeNet from 'node:net';
import type * as NodeStream from 'node:stream';
import { builtinModule } from './modules.ts';

/** As Python writes addresses: host and port, and for IPv6 flow and scope behind them. */
export type Address = readonly [string, number] | readonly [string, number, number, number];

export type HostSocket = StreamSocket | ListeningSocket;

/** Whether this host has sockets at all. */
export function hasSockets(): boolean {
  return netModule() !== undefined;
}

/** What a program passed as a socket; `'datagram'` for one of UDP, `undefined` for what is none. */
export function socketOf(value: unknown): HostSocket | 'datagram' | undefined {
  const net = netModule();
  const stream = builtinModule('node:stream') as typeof NodeStream | undefined;
  const dgram = builtinModule('node:dgram') as typeof NodeDgram | undefined;
  if (net !== undefined && value instanceof net.Server) return new ListeningSocket(value);
  if (stream !== undefined && value instanceof stream.Duplex) return new StreamSocket(value);
  return dgram !== undefined && value instanceof dgram.Socket ? 'datagram' : undefined;
}

/** A socket that is not connected yet. */
export function newSocket(): unknown {
  const net = netModule();
  return net === undefined ? undefined : new net.Socket();
}

/** A stream of bytes both ways: a TCP connection, one that is yet to be made, or anything else that is a `Duplex`. */
export class StreamSocket {
  readonly kind = 'stream';
  /** @internal */
  readonly duplex: NodeStream.Duplex;

  /** @internal */
  constructor(duplex: NodeStream.Duplex) {
    this.duplex = duplex;
  }

  /** Whether there is a connection, or one is being made. */
  get connected(): boolean {
    const socket = this.#socket;
    if (this.duplex.destroyed) return false;
    return socket === undefined || socket.connecting || !socket.pending;
  }

  get peer(): Address | undefined {
    const { remoteAddress, remotePort } = this.#socket ?? {};
    return remoteAddress === undefined || remotePort === undefined
      ? undefined
      : address(remoteAddress, remotePort);
  }

  get local(): Address | undefined {
    const { localAddress, localPort } = this.#socket ?? {};
    return localAddress === undefined || localPort === undefined
      ? undefined
      : address(localAddress, localPort);
  }

  /** The number of the descriptor; -1 where there is none, or none that shows. */
  get descriptor(): number {
    return descriptorOf(this.duplex);
  }

  /** After how many milliseconds of silence the socket says so; 0 for never. */
  get idleLimit(): number {
    return this.#socket?.timeout ?? 0;
  }

  /** Connects; rejects with Node's error, or with the signal's reason, and is closed then. */
  connect(host: string, port: number, signal: AbortSignal | undefined): Promise<void> {
    const socket = this.#socket;
    return new Promise((resolve, reject) => {
      if (socket === undefined) return reject(Object.assign(new Error('not a socket'), { code: 'EISCONN' }));
      const settle = (done: () => void) => () => {
        socket.off('error', fail);
        socket.off('connect', succeed);
        signal?.removeEventListener('abort', abort);
        done();
      };
      const fail = (error: Error) => settle(() => reject(error))();
      const succeed = settle(resolve);
      const abort = settle(() => {
        socket.on('error', () => {}); // of a connection that nobody waits for
        socket.destroy();
        reject(signal?.reason);
      });
      socket.on('error', fail);
      socket.on('connect', succeed);
      signal?.addEventListener('abort', abort);
      socket.connect({ host, port });
    });
  }

  get #socket(): NodeNet.Socket | undefined {
    return this.duplex instanceof (netModule()?.Socket ?? Never) ? this.duplex : undefined;
  }
}

/** How many accepted connections may wait for somebody to take them; as in a kernel, those beyond are dropped. */
const BACKLOG = 511;

/** A socket that listens, or is to. */
export class ListeningSocket {
  readonly kind = 'listening';
  readonly #server: NodeNet.Server;
  readonly #waiting: NodeNet.Socket[] = [];
  /** Those who wait for one. */
  readonly #wakes = new Set<() => void>();

  /** @internal */
  constructor(server: NodeNet.Server) {
    this.#server = server;
    server.on('connection', this.#keep);
    server.on('close', this.#news);
  }

  readonly #news = (): void => {
    for (const wake of this.#wakes) wake();
  };

  readonly #keep = (socket: NodeNet.Socket): void => {
    if (this.#waiting.length >= BACKLOG) {
      socket.destroy();
      return;
    }
    socket.on('error', ignore); // one that fails while it waits says so when it is used
    this.#waiting.push(socket);
    this.#news();
  };

  get listening(): boolean {
    return this.#server.listening;
  }

  get local(): Address | undefined {
    const at = this.#server.address();
    return at === null || typeof at === 'string' ? undefined : address(at.address, at.port);
  }

  get descriptor(): number {
    return descriptorOf(this.#server);
  }

  /** A connection that is there already. */
  take(): StreamSocket | undefined {
    const socket = this.#waiting.shift();
    return socket === undefined ? undefined : new StreamSocket(socket);
  }

  /** The next connection; `undefined` once the socket no longer listens. */
  async accept(signal: AbortSignal | undefined): Promise<StreamSocket | undefined> {
    for (;;) {
      signal?.throwIfAborted();
      const socket = this.take();
      if (socket !== undefined || !this.#server.listening) return socket;
      await this.#somethingNew(signal);
    }
  }

  #somethingNew(signal: AbortSignal | undefined): Promise<void> {
    return new Promise((resolve) => {
      const wake = () => {
        this.#wakes.delete(wake);
        signal?.removeEventListener('abort', wake);
        resolve();
      };
      this.#wakes.add(wake);
      signal?.addEventListener('abort', wake);
    });
  }

  close(): void {
    this.#server.off('connection', this.#keep);
    if (this.#server.listening) this.#server.close();
    for (const socket of this.#waiting.splice(0)) socket.destroy();
    this.#news();
  }
}

function ignore(): void {}

/** Stands for `net.Socket` where there is none. */
class Never {}

function address(host: string, port: number): Address {
  return host.includes(':') ? [host, port, 0, 0] : [host, port];
}

/** Node does not say it in public. */
function descriptorOf(owner: object): number {
  const { _handle: handle } = owner as { readonly _handle?: { readonly fd?: number } | null };
  return handle?.fd ?? -1;
}

function netModule(): typeof NodeNet | undefined {
  return builtinModule('node:net') as typeof NodeNet | undefined;
}
