import { lookup } from 'node:dns/promises';
import { createServer, type ListenOptions, type Server as NetServer } from 'node:net';
import { type SSLContext, ValueError } from '../index.ts';
import type { Signature } from '../ssl/keywords.ts';
import { pythonError } from '../ssl/system-errors.ts';
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

export interface ServerKeywords extends ServeKeywords {
  /** A name or an address, or several; `null` or `''` for all there are. */
  readonly host?: string | readonly string[] | null;
  readonly port?: number | null;
  /** 4 or 6 for addresses of one kind only. */
  readonly family?: 0 | 4 | 6;
  /** Whether idle connections are probed. */
  readonly keep_alive?: boolean | null;
}

export interface UnixServerKeywords extends ServeKeywords {
  readonly path?: string | null;
}

const SERVE_KEYWORDS = ['sock', 'backlog', 'ssl', ...LIMIT_KEYWORDS, 'start_serving'];

export const SERVER_KEYWORDS: readonly string[] = [...SERVE_KEYWORDS, 'family', 'keep_alive'];
export const UNIX_SERVER_KEYWORDS: readonly string[] = SERVE_KEYWORDS;

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
  const { host = null, port = null } = keywords;
  const somewhere = host !== null || port !== null;
  checkPlace(keywords, 'host/port', somewhere);
  const places = somewhere ? await tcpPlaces(keywords) : [{}];
  return serve(protocol_factory, keywords, places);
}

/** `create_server()` for a Unix socket. */
export function create_unix_server(
  protocol_factory: () => AnyProtocol,
  path?: string | null,
  keywords?: UnixServerKeywords,
): Promise<Server>;
export function create_unix_server(
  protocol_factory: () => AnyProtocol,
  keywords: UnixServerKeywords,
): Promise<Server>;
export async function create_unix_server(...args: readonly unknown[]): Promise<Server> {
  const { protocol_factory, ...keywords } = bindByName<Bound<UnixServerKeywords>>(signatures.unix, args);
  checkKeywords(keywords);
  const { path } = keywords;
  const somewhere = typeof path === 'string';
  checkPlace(keywords, 'path', somewhere);
  return serve(protocol_factory, keywords, somewhere ? [{ path }] : [{}]);
}

/** The arguments of a call, by name. */
type Bound<Keywords> = Keywords & { readonly protocol_factory: () => AnyProtocol };

function checkKeywords(keywords: ServeKeywords): void {
  if (typeof keywords.ssl === 'boolean') throw new TypeError('ssl argument must be an SSLContext or None');
  checkLimits(keywords.ssl, keywords);
}

/** Either the place or a socket that has one. */
function checkPlace({ sock = null }: ServeKeywords, place: string, given: boolean): void {
  if (given && sock !== null) throw new ValueError(`${place} and sock can not be specified at the same time`);
  if (!given && sock === null) throw new ValueError(`Neither ${place} nor sock were specified`);
}

async function serve(
  protocol_factory: () => AnyProtocol,
  keywords: ServeKeywords & { readonly keep_alive?: boolean | null },
  places: readonly ListenOptions[],
): Promise<Server> {
  const { sock = null, backlog = DEFAULT_BACKLOG, start_serving = true, keep_alive } = keywords;
  const made = { allowHalfOpen: true, pauseOnConnect: true, noDelay: true, keepAlive: keep_alive === true };
  const listeners: Listener[] = places.map((where) => ({
    server: sock ?? createServer(made),
    where: { ...where, backlog },
  }));
  const server = new Server({
    listeners,
    protocol_factory,
    options: { ...keywords, server_side: true, server_hostname: null },
  });
  if (start_serving) await server.start_serving();
  return server;
}

/** An address each that a host has, and none twice. */
async function tcpPlaces({ host = null, port, family = 0 }: ServerKeywords): Promise<ListenOptions[]> {
  const hosts = typeof host === 'string' || host === null ? [host] : host;
  const places = new Map<string, ListenOptions>();
  for (const name of hosts) {
    if (name === null || name === '') places.set('', { port: port ?? 0 });
    else {
      for (const found of await addresses(name, family)) {
        // One that takes IPv6 connections for IPv4 ones as well would be in the way of the other.
        places.set(found.address, { host: found.address, port: port ?? 0, ipv6Only: found.family === 6 });
      }
    }
  }
  return [...places.values()];
}

async function addresses(host: string, family: 0 | 4 | 6): Promise<{ address: string; family: number }[]> {
  try {
    return await lookup(host, { all: true, family });
  } catch (error) {
    throw pythonError(error);
  }
}
