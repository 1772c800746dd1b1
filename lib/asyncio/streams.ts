/** Connections and servers as pairs of streams. */
import type { Signature } from '../ssl/keywords.ts';
import {
  CONNECTION_KEYWORDS,
  type ConnectionKeywords,
  create_connection,
  create_unix_connection,
  UNIX_CONNECTION_KEYWORDS,
  type UnixConnectionKeywords,
} from './connect.ts';
import { bindByName } from './keywords.ts';
import {
  create_server,
  create_unix_server,
  SERVER_KEYWORDS,
  type ServerKeywords,
  UNIX_SERVER_KEYWORDS,
  type UnixServerKeywords,
} from './serve.ts';
import type { Server } from './server.ts';
import { type ClientConnected, StreamReaderProtocol } from './stream-protocol.ts';
import { DEFAULT_LIMIT, StreamReader } from './stream-reader.ts';
import { StreamWriter } from './stream-writer.ts';
import type { Transport } from './transports.ts';

/** How long a line may be, and half of what waits to be read: 64 KiB unless told otherwise. */
export interface LimitKeyword {
  readonly limit?: number;
}

const signatures = {
  connection: {
    name: 'open_connection',
    language: 'Python',
    parameters: ['host?', 'port?'],
    keywordOnly: ['limit', ...CONNECTION_KEYWORDS],
  },
  unixConnection: {
    name: 'open_unix_connection',
    language: 'Python',
    parameters: ['path?'],
    keywordOnly: ['limit', ...UNIX_CONNECTION_KEYWORDS],
  },
  server: {
    name: 'start_server',
    language: 'Python',
    parameters: ['client_connected_cb', 'host?', 'port?'],
    keywordOnly: ['limit', ...SERVER_KEYWORDS],
  },
  unixServer: {
    name: 'start_unix_server',
    language: 'Python',
    parameters: ['client_connected_cb', 'path?'],
    keywordOnly: ['limit', ...UNIX_SERVER_KEYWORDS],
  },
} as const satisfies Record<string, Signature>;

/** Connects to a server, by TLS if `ssl` is given; resolves with a reader and a writer. */
export function open_connection(
  host?: string | null,
  port?: number | null,
  keywords?: ConnectionKeywords & LimitKeyword,
): Promise<[reader: StreamReader, writer: StreamWriter]>;
export function open_connection(
  keywords: ConnectionKeywords & LimitKeyword,
): Promise<[reader: StreamReader, writer: StreamWriter]>;
export async function open_connection(...args: readonly unknown[]): Promise<[StreamReader, StreamWriter]> {
  const { limit, ...keywords } = bindByName(signatures.connection, args);
  return streamsOf(limit, (protocol) => create_connection(protocol, keywords));
}

/** `open_connection()` to a Unix socket; with `ssl` it has to be told the `server_hostname`. */
export function open_unix_connection(
  path?: string | Uint8Array | null,
  keywords?: UnixConnectionKeywords & LimitKeyword,
): Promise<[reader: StreamReader, writer: StreamWriter]>;
export function open_unix_connection(
  keywords: UnixConnectionKeywords & LimitKeyword,
): Promise<[reader: StreamReader, writer: StreamWriter]>;
export async function open_unix_connection(
  ...args: readonly unknown[]
): Promise<[StreamReader, StreamWriter]> {
  const { limit, ...keywords } = bindByName(signatures.unixConnection, args);
  return streamsOf(limit, (protocol) => create_unix_connection(protocol, keywords));
}

/** A server that calls back with a reader and a writer for each client, by TLS if `ssl` is given. */
export function start_server(
  client_connected_cb: ClientConnected,
  host?: string | readonly string[] | null,
  port?: number | null,
  keywords?: ServerKeywords & LimitKeyword,
): Promise<Server>;
export function start_server(
  client_connected_cb: ClientConnected,
  keywords: ServerKeywords & LimitKeyword,
): Promise<Server>;
export async function start_server(...args: readonly unknown[]): Promise<Server> {
  const { client_connected_cb, limit, ...keywords } = bindByName(signatures.server, args);
  return create_server(protocols(client_connected_cb as ClientConnected, limit), keywords);
}

/** `start_server()` on a Unix socket. */
export function start_unix_server(
  client_connected_cb: ClientConnected,
  path?: string | Uint8Array | null,
  keywords?: UnixServerKeywords & LimitKeyword,
): Promise<Server>;
export function start_unix_server(
  client_connected_cb: ClientConnected,
  keywords: UnixServerKeywords & LimitKeyword,
): Promise<Server>;
export async function start_unix_server(...args: readonly unknown[]): Promise<Server> {
  const { client_connected_cb, limit, ...keywords } = bindByName(signatures.unixServer, args);
  return create_unix_server(protocols(client_connected_cb as ClientConnected, limit), keywords);
}

async function streamsOf(
  limit: unknown,
  connect: (factory: () => StreamReaderProtocol) => Promise<[Transport, StreamReaderProtocol]>,
): Promise<[StreamReader, StreamWriter]> {
  const reader = readerWith(limit);
  const protocol = new StreamReaderProtocol(reader);
  const [transport] = await connect(() => protocol);
  return [reader, new StreamWriter(transport, protocol, reader)];
}

function protocols(connected: ClientConnected, limit: unknown): () => StreamReaderProtocol {
  readerWith(limit); // a limit that is none is told here, not to each client
  return () => new StreamReaderProtocol(readerWith(limit), connected);
}

function readerWith(limit: unknown = DEFAULT_LIMIT): StreamReader {
  return new StreamReader(limit as number);
}
