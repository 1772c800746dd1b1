/// <reference lib="esnext.disposable" preserve="true" />
/** Servers: a socket for each address, and a protocol for each connection. */
import { once } from 'node:events';
import type { ListenOptions, Server as NetServer, Socket } from 'node:net';
import { OSError, RuntimeError } from '../index.ts';
import { pythonError } from '../ssl/system-errors.ts';
import { bindError } from './addresses.ts';
import { type EstablishOptions, establish } from './establish.ts';
import { CancelledError } from './exceptions.ts';
import { Future } from './future.ts';
import { loop, running } from './loop.ts';
import type { AnyProtocol } from './protocols.ts';
import type { EventLoop } from './running-loop.ts';
import { socketAddress } from './socket-transport.ts';
import type { SocketAddress, Transport } from './transports.ts';

/** What listens, and where. */
export interface Listener {
  readonly server: NetServer;
  readonly where: ListenOptions;
  /** The same as Python shows it. */
  readonly shown: string;
}

export interface ServerParts {
  readonly listeners: readonly Listener[];
  readonly protocol_factory: () => AnyProtocol;
  readonly options: Omit<EstablishOptions, 'signal'>;
}

/** A listening socket, as `Server.sockets` shows it. */
export interface ListeningSocket {
  getsockname(): SocketAddress;
}

/** A listening server, as `create_server()` and `start_server()` make it. */
export class Server {
  #listeners: readonly Listener[];
  readonly #accept: (socket: Socket) => void;
  /** A connection counts from the moment that it is accepted; its transport follows after the handshake. */
  readonly #clients = new Map<Socket, Transport | undefined>();
  readonly #closed = new Future();
  #state: 'bound' | 'serving' | 'closed' = 'bound';
  #forever: Future | undefined;

  /** Only `create_server()` and its kin make one. */
  constructor({ listeners, protocol_factory, options }: ServerParts) {
    this.#listeners = listeners;
    this.#accept = (socket) => void this.#serve(socket, protocol_factory, options);
  }

  /** Where it listens; nothing before it does, and after `close()`. */
  get sockets(): readonly ListeningSocket[] {
    if (this.#state !== 'serving') return [];
    return this.#listeners.map(({ server }) => ({ getsockname: () => nameOf(server) }));
  }

  /** The event loop that it belongs to. */
  get_loop(): EventLoop {
    return running.loop as EventLoop;
  }

  is_serving(): boolean {
    return this.#state === 'serving';
  }

  /** Begins to accept connections; `create_server()` has done so unless it was told not to. */
  async start_serving(): Promise<void> {
    if (this.#state === 'serving') return;
    if (this.#state === 'closed') throw new RuntimeError('server is closed');
    this.#state = 'serving';
    try {
      const bound: Listener[] = [];
      for (const listener of this.#listeners) if (await this.#listen(listener)) bound.push(listener);
      const all = this.#listeners.map(({ shown }) => shown).join(', ');
      if (bound.length === 0) throw new OSError(`could not bind on any address out of [${all}]`);
      this.#listeners = bound;
    } catch (error) {
      this.close();
      throw error;
    }
  }

  /** `false` where the machine does not have the address, whatever its name stands for: the others may do. */
  async #listen({ server, where, shown }: Listener): Promise<boolean> {
    server.on('connection', this.#accept);
    if (!server.listening) {
      server.listen(where);
      try {
        await once(server, 'listening');
      } catch (error) {
        const { code } = error as NodeJS.ErrnoException;
        if (code === 'EADDRNOTAVAIL') return false;
        throw where.path === undefined ? bindError(error as Error, shown) : pathError(error, shown);
      }
    }
    // What fails from here on is a single accept, for want of descriptors: the others are not concerned.
    server.on('error', (exception) => {
      loop.call_exception_handler({ message: 'socket.accept() failed', exception: pythonError(exception) });
    });
    return true;
  }

  /** Serves until the server is closed, which `CancelledError` tells. */
  async serve_forever(): Promise<never> {
    if (this.#state === 'closed') throw new RuntimeError('server is closed');
    if (this.#forever !== undefined) {
      throw new RuntimeError('server is already being awaited on serve_forever()');
    }
    this.#forever = new Future();
    await this.start_serving();
    await this.#forever.promise;
    await this.wait_closed();
    throw new CancelledError();
  }

  /** Accepts no more connections; those that there are go on. */
  close(): void {
    if (this.#state === 'closed') return;
    this.#state = 'closed';
    for (const { server } of this.#listeners) if (server.listening) server.close();
    this.#forever?.set_result();
    this.#settle();
  }

  /** Resolves when the server is closed and all its connections are gone. */
  wait_closed(): Promise<void> {
    return this.#closed.promise;
  }

  /** Closes all connections in good order. */
  close_clients(): void {
    for (const [socket, transport] of this.#clients) {
      if (transport === undefined) socket.destroy();
      else transport.close();
    }
  }

  /** Closes all connections at once. */
  abort_clients(): void {
    for (const [socket, transport] of this.#clients) {
      if (transport === undefined) socket.destroy();
      else transport.abort();
    }
  }

  /** `async with server` */
  async [Symbol.asyncDispose](): Promise<void> {
    this.close();
    await this.wait_closed();
  }

  async #serve(
    socket: Socket,
    protocol_factory: () => AnyProtocol,
    options: ServerParts['options'],
  ): Promise<void> {
    socket.allowHalfOpen = true;
    this.#clients.set(socket, undefined);
    socket.once('close', () => {
      this.#clients.delete(socket);
      this.#settle();
    });
    try {
      const [transport] = await establish(socket, protocol_factory, options);
      if (this.#clients.has(socket)) this.#clients.set(socket, transport);
    } catch (exception) {
      // A peer that cannot shake hands is an everyday thing; a protocol that cannot be made is not.
      if (exception instanceof OSError) return;
      const message = 'Error on transport creation for incoming connection';
      loop.call_exception_handler({ message, exception });
    }
  }

  #settle(): void {
    if (this.#state === 'closed' && this.#clients.size === 0) this.#closed.set_result();
  }
}

function nameOf(server: NetServer): SocketAddress {
  const address = server.address();
  if (address === null || typeof address === 'string') return address ?? '';
  return socketAddress(address.family, address.address, address.port);
}

/** Of a Unix socket; what is wrong with a path is told as the file system tells it. */
function pathError(error: unknown, shown: string): unknown {
  if ((error as NodeJS.ErrnoException).code !== 'EADDRINUSE') return pythonError(error);
  return new OSError((pythonError(error) as OSError).errno, `Address ${shown} is already in use`);
}
