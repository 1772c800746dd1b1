import type { Duplex } from 'node:stream';
import { type SSLContext, ValueError } from '../index.ts';
import type { Signature } from '../ssl/keywords.ts';
import { pythonError } from '../ssl/system-errors.ts';
import { unlessAborted } from '../stream/abort.ts';
import { type AddressKeywords, addressesOf, pathText } from './addresses.ts';
import { dial, dialHost } from './dial.ts';
import { type Cancellable, checkLimits, establish, LIMIT_KEYWORDS, type SSLLimits } from './establish.ts';
import { bindByName } from './keywords.ts';
import type { AnyProtocol } from './protocols.ts';
import type { Transport } from './transports.ts';

export interface ClientKeywords extends SSLLimits, Cancellable {
  /** TLS with this context; `true` for `create_default_context()`. */
  readonly ssl?: SSLContext | boolean | null;
  /** The name to verify and to ask for: `host` unless told otherwise, none if `''`. */
  readonly server_hostname?: string | null;
  /** A stream that is connected already: a socket, or any other `Duplex`. */
  readonly sock?: Duplex | null;
}

export interface ConnectionKeywords extends ClientKeywords, AddressKeywords {
  readonly host?: string | null;
  readonly port?: number | null;
  /** `socket.IPPROTO_TCP`: there is no other. */
  readonly proto?: number;
  /** The address to connect from. */
  readonly local_addr?: readonly [host: string, port: number] | null;
  /** Seconds that one address of the host may take before the next is tried beside it; else they take turns. */
  readonly happy_eyeballs_delay?: number | null;
  /** With 1 or more, IPv4 and IPv6 take turns, that many addresses of the first kind first; 1 with a delay, else 0. */
  readonly interleave?: number | null;
  /** Whether an `AggregateError`, JavaScript's `ExceptionGroup`, tells of each address that failed. */
  readonly all_errors?: boolean;
}

export interface UnixConnectionKeywords extends ClientKeywords {
  readonly path?: string | Uint8Array | null;
}

export interface AcceptedSocketKeywords extends SSLLimits, Cancellable {
  readonly ssl?: SSLContext | null;
}

/** A protocol, or what makes one. */
export type ProtocolFactory<P extends AnyProtocol> = () => P;

const CLIENT_KEYWORDS = ['ssl', 'sock', 'server_hostname', ...LIMIT_KEYWORDS, 'signal'];

export const CONNECTION_KEYWORDS = [
  ...CLIENT_KEYWORDS,
  'family',
  'proto',
  'flags',
  'local_addr',
  'happy_eyeballs_delay',
  'interleave',
  'all_errors',
] as const;
export const UNIX_CONNECTION_KEYWORDS: readonly string[] = CLIENT_KEYWORDS;

const signatures = {
  tcp: {
    name: 'create_connection',
    language: 'Python',
    parameters: ['protocol_factory', 'host?', 'port?'],
    keywordOnly: CONNECTION_KEYWORDS,
  },
  unix: {
    name: 'create_unix_connection',
    language: 'Python',
    parameters: ['protocol_factory', 'path?'],
    keywordOnly: UNIX_CONNECTION_KEYWORDS,
  },
  accepted: {
    name: 'connect_accepted_socket',
    language: 'Python',
    parameters: ['protocol_factory', 'sock'],
    keywordOnly: ['ssl', ...LIMIT_KEYWORDS, 'signal'],
  },
} as const satisfies Record<string, Signature>;

/** Connects to a server, by TLS if `ssl` is given; resolves with the transport and the protocol that has it. */
export function create_connection<P extends AnyProtocol>(
  protocol_factory: ProtocolFactory<P>,
  host?: string | null,
  port?: number | null,
  keywords?: ConnectionKeywords,
): Promise<[transport: Transport, protocol: P]>;
export function create_connection<P extends AnyProtocol>(
  protocol_factory: ProtocolFactory<P>,
  keywords: ConnectionKeywords,
): Promise<[transport: Transport, protocol: P]>;
export async function create_connection<P extends AnyProtocol>(
  ...args: readonly unknown[]
): Promise<[Transport, P]> {
  const { protocol_factory, ...keywords } = bindByName<Bound<P, ConnectionKeywords>>(signatures.tcp, args);
  const { host = null, port = null, sock = null } = keywords;
  const server_hostname = hostName(keywords, host);
  checkLimits(keywords.ssl, keywords);
  const somewhere = host !== null || port !== null;
  if (somewhere && sock !== null)
    throw new ValueError('host/port and sock can not be specified at the same time');
  if (!somewhere && sock === null)
    throw new ValueError('host and port was not specified and no sock specified');
  const stream = sock === null ? await connectTo(host, port, keywords) : halfOpen(sock);
  return establish(stream, protocol_factory, {
    ...keywords,
    server_side: false,
    server_hostname,
  });
}

/** `create_connection()` for a Unix socket; with `ssl` it has to be told the `server_hostname`. */
export function create_unix_connection<P extends AnyProtocol>(
  protocol_factory: ProtocolFactory<P>,
  path?: string | Uint8Array | null,
  keywords?: UnixConnectionKeywords,
): Promise<[transport: Transport, protocol: P]>;
export function create_unix_connection<P extends AnyProtocol>(
  protocol_factory: ProtocolFactory<P>,
  keywords: UnixConnectionKeywords,
): Promise<[transport: Transport, protocol: P]>;
export async function create_unix_connection<P extends AnyProtocol>(
  ...args: readonly unknown[]
): Promise<[Transport, P]> {
  const { protocol_factory, ...keywords } = bindByName<Bound<P, UnixConnectionKeywords>>(
    signatures.unix,
    args,
  );
  const { ssl, path = null, sock = null, server_hostname = null, signal } = keywords;
  if (server_hostname !== null && !ssl) throw new ValueError('server_hostname is only meaningful with ssl');
  if (server_hostname === null && ssl)
    throw new ValueError('you have to pass server_hostname when using ssl');
  checkLimits(ssl, keywords);
  if (path !== null && sock !== null)
    throw new ValueError('path and sock can not be specified at the same time');
  if (path === null && sock === null) throw new ValueError('no path and sock were specified');
  const stream =
    sock === null
      ? await dial({ path: pathText(path) }, signal).catch((error) => Promise.reject(pythonError(error)))
      : halfOpen(sock);
  return establish(stream, protocol_factory, {
    ...keywords,
    server_side: false,
    server_hostname,
  });
}

/** Wraps a socket that was accepted elsewhere. */
export function connect_accepted_socket<P extends AnyProtocol>(
  protocol_factory: ProtocolFactory<P>,
  sock: Duplex,
  keywords?: AcceptedSocketKeywords,
): Promise<[transport: Transport, protocol: P]>;
export async function connect_accepted_socket<P extends AnyProtocol>(
  ...args: readonly unknown[]
): Promise<[Transport, P]> {
  const bound = bindByName<Bound<P, AcceptedSocketKeywords & { sock: Duplex }>>(signatures.accepted, args);
  const { protocol_factory, sock, ...keywords } = bound;
  checkLimits(keywords.ssl, keywords);
  return establish(halfOpen(sock), protocol_factory, {
    ...keywords,
    server_side: true,
    server_hostname: null,
  });
}

/** The arguments of a call, by name. */
type Bound<P extends AnyProtocol, Keywords> = Keywords & { readonly protocol_factory: ProtocolFactory<P> };

/** The name that the handshake is for. */
function hostName({ ssl, server_hostname = null }: ClientKeywords, host: string | null): string | null {
  if (server_hostname !== null && !ssl) throw new ValueError('server_hostname is only meaningful with ssl');
  if (server_hostname !== null || !ssl) return server_hostname;
  // An address instead of a name is verified as an address; `server_hostname: ''` goes without.
  if (!host) throw new ValueError('You must set server_hostname when using ssl without a host');
  return host;
}

async function connectTo(
  host: string | null,
  port: number | null,
  keywords: ConnectionKeywords,
): Promise<Duplex> {
  const { local_addr = null, happy_eyeballs_delay: delay = null, all_errors = false, signal } = keywords;
  const interleave = keywords.interleave ?? (delay === null ? 0 : 1);
  const addresses = await unlessAborted(addressesOf(host, port, keywords), signal);
  const local =
    local_addr && (await unlessAborted(addressesOf(local_addr[0], local_addr[1], keywords), signal));
  return dialHost(addresses, { delay, interleave, allErrors: all_errors, local, signal });
}

/** What we have to send does not end because the peer's sending does. */
function halfOpen(sock: Duplex): Duplex {
  sock.allowHalfOpen = true;
  return sock;
}
