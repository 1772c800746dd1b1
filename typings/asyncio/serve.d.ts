import { type Server as NetServer } from 'node:net';
import { type SSLContext } from '../index.ts';
import { type AddressKeywords } from './addresses.ts';
import { type SSLLimits } from './establish.ts';
import type { AnyProtocol } from './protocols.ts';
import { Server } from './server.ts';
export interface ServeKeywords extends SSLLimits {
    /** TLS with this context. */
    readonly ssl?: SSLContext | null;
    /** How many connections may wait to be accepted; 100 unless told otherwise. */
    readonly backlog?: number;
    /** A server of `node:net` that listens already. */
    readonly sock?: NetServer | null;
    /** `false` to listen only from `start_serving()` on. */
    readonly start_serving?: boolean;
}
export interface ServerKeywords extends ServeKeywords, AddressKeywords {
    /** A name or an address, or several; `null` or `''` for all there are. */
    readonly host?: string | readonly string[] | null;
    readonly port?: number | null;
    /** A port is taken over from connections that linger: Node sees to that, and cannot be told not to. */
    readonly reuse_address?: true | null;
    /** Whether other servers that say so too may listen where this one does; not before Node 22.12. */
    readonly reuse_port?: boolean | null;
    /** Whether idle connections are probed. */
    readonly keep_alive?: boolean | null;
}
export interface UnixServerKeywords extends ServeKeywords {
    readonly path?: string | Uint8Array | null;
    /** The socket is removed from the file system when the server closes: Node does that, and cannot be told not to. */
    readonly cleanup_socket?: true;
}
export declare const SERVER_KEYWORDS: readonly string[];
export declare const UNIX_SERVER_KEYWORDS: readonly string[];
/** A server that makes a protocol for each connection; it listens when this resolves. */
export declare function create_server(protocol_factory: () => AnyProtocol, host?: string | readonly string[] | null, port?: number | null, keywords?: ServerKeywords): Promise<Server>;
export declare function create_server(protocol_factory: () => AnyProtocol, keywords: ServerKeywords): Promise<Server>;
/** `create_server()` for a Unix socket. */
export declare function create_unix_server(protocol_factory: () => AnyProtocol, path?: string | Uint8Array | null, keywords?: UnixServerKeywords): Promise<Server>;
export declare function create_unix_server(protocol_factory: () => AnyProtocol, keywords: UnixServerKeywords): Promise<Server>;
