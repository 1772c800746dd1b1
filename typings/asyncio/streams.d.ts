import { type ConnectionKeywords, type UnixConnectionKeywords } from './connect.ts';
import { type ServerKeywords, type UnixServerKeywords } from './serve.ts';
import type { Server } from './server.ts';
import { type ClientConnected } from './stream-protocol.ts';
import { StreamReader } from './stream-reader.ts';
import { StreamWriter } from './stream-writer.ts';
/** How long a line may be, and half of what waits to be read: 64 KiB unless told otherwise. */
export interface LimitKeyword {
    readonly limit?: number;
}
/** Connects to a server, by TLS if `ssl` is given; resolves with a reader and a writer. */
export declare function open_connection(host?: string | null, port?: number | null, keywords?: ConnectionKeywords & LimitKeyword): Promise<[reader: StreamReader, writer: StreamWriter]>;
export declare function open_connection(keywords: ConnectionKeywords & LimitKeyword): Promise<[reader: StreamReader, writer: StreamWriter]>;
/** `open_connection()` to a Unix socket; with `ssl` it has to be told the `server_hostname`. */
export declare function open_unix_connection(path?: string | Uint8Array | null, keywords?: UnixConnectionKeywords & LimitKeyword): Promise<[reader: StreamReader, writer: StreamWriter]>;
export declare function open_unix_connection(keywords: UnixConnectionKeywords & LimitKeyword): Promise<[reader: StreamReader, writer: StreamWriter]>;
/** A server that calls back with a reader and a writer for each client, by TLS if `ssl` is given. */
export declare function start_server(client_connected_cb: ClientConnected, host?: string | readonly string[] | null, port?: number | null, keywords?: ServerKeywords & LimitKeyword): Promise<Server>;
export declare function start_server(client_connected_cb: ClientConnected, keywords: ServerKeywords & LimitKeyword): Promise<Server>;
/** `start_server()` on a Unix socket. */
export declare function start_unix_server(client_connected_cb: ClientConnected, path?: string | Uint8Array | null, keywords?: UnixServerKeywords & LimitKeyword): Promise<Server>;
export declare function start_unix_server(client_connected_cb: ClientConnected, keywords: UnixServerKeywords & LimitKeyword): Promise<Server>;
