/**
 * A server whose connections have TLS, on which Node's servers of other protocols can stand:
 * `createServer(context, (stream) => httpServer.emit('connection', stream))`.
 */
import { Server, type ServerOpts, type Socket } from 'node:net';
import type { SSLContext } from '../index.ts';
import { SSLDuplex, type SSLDuplexOptions } from './ssl-duplex.ts';

export type SSLServerOptions = ServerOpts &
  Pick<SSLDuplexOptions, 'suppress_ragged_eofs' | 'ssl_handshake_timeout'>;

type Listener = (stream: SSLDuplex) => void;

/** Emits 'secureConnection' with each stream whose handshake is made, 'tlsClientError' for each that failed. */
export class SSLServer extends Server {
  readonly #context: SSLContext;
  readonly #options: SSLServerOptions;

  constructor(context: SSLContext, options: SSLServerOptions = {}, listener?: Listener) {
    // What is beneath stays open until both have said close_notify; small answers leave at once, as with node:https.
    super({ noDelay: true, ...options, allowHalfOpen: true });
    this.#context = context;
    this.#options = options;
    if (listener !== undefined) this.on('secureConnection', listener);
    this.on('connection', (socket: Socket) => this.#accept(socket));
  }

  #accept(socket: Socket): void {
    const { allowHalfOpen = false, suppress_ragged_eofs = false, ssl_handshake_timeout } = this.#options;
    const stream = new SSLDuplex(socket, this.#context, {
      server_side: true,
      allowHalfOpen,
      suppress_ragged_eofs,
      ...(ssl_handshake_timeout !== undefined && { ssl_handshake_timeout }),
    });
    // Before the handshake is over nobody else can hear of an error.
    const fail = (error: Error) => this.emit('tlsClientError', error, stream);
    stream.once('error', fail);
    stream.once('secure', () => {
      stream.off('error', fail);
      this.emit('secureConnection', stream);
    });
  }
}

/** A server of TLS; `listener` is called with each stream whose handshake is made. */
export function createServer(context: SSLContext, listener?: Listener): SSLServer;
export function createServer(context: SSLContext, options: SSLServerOptions, listener?: Listener): SSLServer;
export function createServer(
  context: SSLContext,
  options: SSLServerOptions | Listener = {},
  listener?: Listener,
): SSLServer {
  return typeof options === 'function'
    ? new SSLServer(context, {}, options)
    : new SSLServer(context, options, listener);
}
