/**
 * A server whose connections have TLS, on which Node's servers of other protocols can stand:
 * `createServer(context, (stream) => httpServer.emit('connection', stream))`.
 */
import { Server, type ServerOpts } from 'node:net';
import type { SSLContext } from '../index.ts';
import { SSLDuplex, type SSLDuplexOptions } from './ssl-duplex.ts';
export type SSLServerOptions = ServerOpts & Pick<SSLDuplexOptions, 'suppress_ragged_eofs' | 'ssl_handshake_timeout'>;
type Listener = (stream: SSLDuplex) => void;
/** Emits 'secureConnection' with each stream whose handshake is made, 'tlsClientError' for each that failed. */
export declare class SSLServer extends Server {
    #private;
    constructor(context: SSLContext, options?: SSLServerOptions, listener?: Listener);
}
/** A server of TLS; `listener` is called with each stream whose handshake is made. */
export declare function createServer(context: SSLContext, listener?: Listener): SSLServer;
export declare function createServer(context: SSLContext, options: SSLServerOptions, listener?: Listener): SSLServer;
export {};
