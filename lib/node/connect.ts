/** Connections to servers, in the forms in which Node's programs ask for one. */
import { connect as connectSocket, type NetConnectOpts } from 'node:net';
import type { Duplex } from 'node:stream';
import { create_default_context, type SSLContext } from '../index.ts';
import { SSLDuplex, type SSLDuplexOptions } from './ssl-duplex.ts';

/** Where to, and how; what is not about TLS is handed on to `net.connect`. */
export type ConnectOptions = Omit<SSLDuplexOptions, 'server_side'> & {
  readonly host?: string | null | undefined;
  readonly port?: number | string | null | undefined;
  /** Python's default context for clients if nothing is said. */
  readonly context?: SSLContext;
  /** A stream that is there already, in the place of a new connection. */
  readonly socket?: Duplex;
  /** Node's name for `server_hostname`. */
  readonly servername?: string | null | undefined;
};

/** Connects to a server; 'secureConnect', or `listener`, comes after the handshake. */
export function connect(options: ConnectOptions, listener?: () => void): SSLDuplex {
  const { host, servername, context = create_default_context() } = options;
  const server_hostname = options.server_hostname ?? (servername || host || 'localhost');
  const socket = options.socket ?? openSocket(options);
  const stream = new SSLDuplex(socket, context, { ...options, server_hostname });
  if (listener !== undefined) stream.once('secureConnect', listener);
  return stream;
}

/** What clients are told by that a connection stands, or why not: each declares it in types of its own. */
type Told = (error: never, socket: never) => void;

/** Connects as it is told to by an HTTP client. */
export type Connector = (options: HttpTarget, told?: Told) => SSLDuplex;

/** As much as `http.request`, `http2.connect` and undici agree in when they say where to. */
export interface HttpTarget {
  readonly host?: string | null | undefined;
  readonly hostname?: string | null | undefined;
  readonly port?: number | string | null | undefined;
  readonly servername?: string | null | undefined;
}

const HTTPS_PORT = 443;

/**
 * A function that opens connections for a client of HTTP: `http.request({ createConnection: connector(context) })`,
 * `new WebSocket(url, { createConnection: connector(context) })`, and `new undici.Agent({ connect: connector(context) })`.
 */
export function connector(
  context: SSLContext,
  options: Omit<ConnectOptions, 'context' | 'host' | 'port'> = {},
): Connector {
  return ({ host, hostname, port, servername }, told) => {
    const stream = connect({
      servername,
      ...options,
      host: hostname || host,
      port: port || HTTPS_PORT,
      context,
    });
    if (told !== undefined) tell(stream, told);
    return stream;
  };
}

function tell(stream: SSLDuplex, told: Told): void {
  const settle = (error: Error | null) => {
    stream.off('secureConnect', succeed);
    stream.off('error', settle);
    (told as (error: Error | null, socket: SSLDuplex | null) => void)(error, error === null ? stream : null);
  };
  const succeed = () => settle(null);
  stream.on('secureConnect', succeed);
  stream.on('error', settle);
}

/** What is TLS's own does not go to `net.connect`; small writes leave at once, as with `node:https`. */
function openSocket({ host, port, ...rest }: ConnectOptions): Duplex {
  const { context: _, socket: __, signal: ___, ...options } = rest;
  return connectSocket({
    noDelay: true,
    ...options,
    allowHalfOpen: true,
    host: host || 'localhost',
    port: Number(port),
  } as NetConnectOpts);
}
