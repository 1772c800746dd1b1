import type { Duplex } from 'node:stream';
import { type SSLContext } from '../index.ts';
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
export declare function connect(options: ConnectOptions, listener?: () => void): SSLDuplex;
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
/**
 * A function that opens connections for a client of HTTP: `http.request({ createConnection: connector(context) })`,
 * `new WebSocket(url, { createConnection: connector(context) })`, and `new undici.Agent({ connect: connector(context) })`.
 */
export declare function connector(context: SSLContext, options?: Omit<ConnectOptions, 'context' | 'host' | 'port'>): Connector;
export {};
