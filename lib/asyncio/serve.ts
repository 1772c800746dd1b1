import { lstat, stat, unlink } from 'node:fs/promises';
import { createServer, type ListenOptions, type Server as NetServer } from 'node:net';
import { dirname } from 'node:path';
import { NotImplementedError, OSError, type SSLContext, ValueError } from '../index.ts';
import type { Signature } from '../ssl/keywords.ts';
import { pythonError } from '../ssl/system-errors.ts';
import { type AddressKeywords, addressesOf, pathText, showAddress } from './addresses.ts';
import { checkLimits, LIMIT_KEYWORDS, type SSLLimits } from './establish.ts';
import { bindByName } from './keywords.ts';
import type { AnyProtocol } from './protocols.ts';
import { type Listener, Server } from './server.ts';

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

const SERVE_KEYWORDS = ['sock', 'backlog', 'ssl', ...LIMIT_KEYWORDS, 'start_serving'];

export const SERVER_KEYWORDS: readonly string[] = [
  ...SERVE_KEYWORDS,
  'family',
  'flags',
  'reuse_address',
  'reuse_port',
  'keep_alive',
];
export const UNIX_SERVER_KEYWORDS: readonly string[] = [...SERVE_KEYWORDS, 'cleanup_socket'];

const signatures = {
  tcp: {
    name: 'create_server',
    language: 'Python',
    parameters: ['protocol_factory', 'host?', 'port?'],
    keywordOnly: SERVER_KEYWORDS,
  },
  unix: {
    name: 'create_unix_server',
    language: 'Python',
    parameters: ['protocol_factory', 'path?'],
    keywordOnly: UNIX_SERVER_KEYWORDS,
  },
} as const satisfies Record<string, Signature>;

const DEFAULT_BACKLOG = 100;

/** A server that makes a protocol for each connection; it listens when this resolves. */
export function create_server(
  protocol_factory: () => AnyProtocol,
  host?: string | readonly string[] | null,
  port?: number | null,
  keywords?: ServerKeywords,
): Promise<Server>;
export function create_server(protocol_factory: () => AnyProtocol, keywords: ServerKeywords): Promise<Server>;
export async function create_server(...args: readonly unknown[]): Promise<Server> {
  const { protocol_factory, ...keywords } = bindByName<Bound<ServerKeywords>>(signatures.tcp, args);
  checkKeywords(keywords);
  const { host = null, port = null, sock = null } = keywords;
  const somewhere = host !== null || port !== null;
  if (somewhere && sock !== null)
    throw new ValueError('host/port and sock can not be specified at the same time');
  if (!somewhere && sock === null) throw new ValueError('Neither host/port nor sock were specified');
  const places = somewhere ? await tcpPlaces(keywords) : [{ at: {}, shown: '' }];
  return serve(protocol_factory, keywords, places);
}

/** `create_server()` for a Unix socket. */
export function create_unix_server(
  protocol_factory: () => AnyProtocol,
  path?: string | Uint8Array | null,
  keywords?: UnixServerKeywords,
): Promise<Server>;
export function create_unix_server(
  protocol_factory: () => AnyProtocol,
  keywords: UnixServerKeywords,
): Promise<Server>;
export async function create_unix_server(...args: readonly unknown[]): Promise<Server> {
  const { protocol_factory, ...keywords } = bindByName<Bound<UnixServerKeywords>>(signatures.unix, args);
  checkKeywords(keywords);
  const { path = null, sock = null } = keywords;
  if ((keywords.cleanup_socket as unknown) === false)
    throw new NotImplementedError('cleanup_socket=False: Node removes the socket of a server that closes');
  if (path !== null && sock !== null)
    throw new ValueError('path and sock can not be specified at the same time');
  if (path === null && sock === null) throw new ValueError('path was not specified, and no sock specified');
  if (path === null) return serve(protocol_factory, keywords, [{ at: {}, shown: '' }]);
  const text = pathText(path);
  await clear(text);
  return serve(protocol_factory, keywords, [{ at: { path: text }, shown: `'${text}'` }]);
}

/** The arguments of a call, by name. */
type Bound<Keywords> = Keywords & { readonly protocol_factory: () => AnyProtocol };

function checkKeywords(keywords: ServeKeywords): void {
  if (typeof keywords.ssl === 'boolean') throw new TypeError('ssl argument must be an SSLContext or None');
  checkLimits(keywords.ssl, keywords);
}

/**
 * Takes away the socket that a server before this one has left; anything else is in the way. (A folder that is not
 * there Node would call a permission that is missing.)
 */
async function clear(path: string): Promise<void> {
  if (path.startsWith('\0')) return; // in no file system (unix(7))
  const found = await lstat(path).catch(() => undefined);
  try {
    if (found === undefined) await stat(dirname(path));
    else if (found.isSocket()) await unlink(path);
  } catch (error) {
    throw pythonError(error);
  }
  if (found !== undefined && !found.isSocket())
    throw new OSError(EADDRINUSE, `Address '${path}' is already in use`);
}

const EADDRINUSE = 98;

async function serve(
  protocol_factory: () => AnyProtocol,
  keywords: ServeKeywords & { readonly keep_alive?: boolean | null },
  places: readonly Place[],
): Promise<Server> {
  const { sock = null, backlog = DEFAULT_BACKLOG, start_serving = true, keep_alive } = keywords;
  const made = { allowHalfOpen: true, pauseOnConnect: true, noDelay: true, keepAlive: keep_alive === true };
  const listeners: Listener[] = places.map(({ at, shown }) => ({
    server: sock ?? createServer(made),
    where: { ...at, backlog },
    shown,
  }));
  const server = new Server({
    listeners,
    protocol_factory,
    options: { ...keywords, server_side: true, server_hostname: null },
  });
  if (start_serving) await server.start_serving();
  return server;
}

/** Where to listen, and how Python shows it. */
interface Place {
  readonly at: ListenOptions;
  readonly shown: string;
}

/** An address each that a host has, and none twice. */
async function tcpPlaces(keywords: ServerKeywords): Promise<Place[]> {
  const { host = null, port = null } = keywords;
  const reusing = reuse(keywords);
  const places = new Map<string, Place>();
  for (const name of typeof host === 'string' || host === null ? [host] : host) {
    const anywhere = name === null || name === '';
    for (const address of await addressesOf(anywhere ? wildcard(keywords) : name, port, keywords)) {
      const { family, host: literal, port: number } = address;
      // Without an address, Node takes both kinds where there are both. One that takes IPv6 connections for IPv4 ones as
      // well would be in the way of the other.
      const at = anywhere && !keywords.family ? {} : { host: literal, ipv6Only: family === 6 };
      places.set(literal, { at: { ...at, ...reusing, port: number }, shown: showAddress(address) });
    }
  }
  return [...places.values()];
}

/** What stands for all addresses. */
function wildcard({ family }: AddressKeywords): string {
  return family === 2 || family === 4 ? '0.0.0.0' : '::';
}

function reuse({ reuse_address, reuse_port }: ServerKeywords): ListenOptions {
  if ((reuse_address as unknown) === false)
    throw new NotImplementedError('reuse_address=False: a server of Node always has SO_REUSEADDR');
  if (!reuse_port) return {};
  if (!hasReusePort()) throw new ValueError('reuse_port not supported by socket module');
  return { reusePort: true } as ListenOptions; // unknown to the types of Node 20, and to Node 20
}

/** `reusePort` came in 22.12 and 23.1; a Node that does not know it says nothing. */
function hasReusePort(): boolean {
  const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
  return major > 23 || (major === 23 && minor >= 1) || (major === 22 && minor >= 12);
}
