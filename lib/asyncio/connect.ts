import { connect, type NetConnectOpts, type Socket } from 'node:net';
import type { Duplex } from 'node:stream';
import { type SSLContext, ValueError } from '../index.ts';
import type { Signature } from '../ssl/keywords.ts';
import { connectError } from './connect-errors.ts';
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

export interface ConnectionKeywords extends ClientKeywords {
  readonly host?: string | null;
  readonly port?: number | null;
  /** 4 or 6 for addresses of one kind only. */
  readonly family?: 0 | 4 | 6;
  /** The address to connect from. */
  readonly local_addr?: readonly [host: string, port: number] | null;
  /** Seconds that one address of the host may take before the next is tried; else as long as the system waits. */
  readonly happy_eyeballs_delay?: number | null;
}

export interface UnixConnectionKeywords extends ClientKeywords {
  readonly path?: string | null;
}

export interface AcceptedSocketKeywords extends SSLLimits, Cancellable {
  readonly ssl?: SSLContext | null;
}

/** A protocol, or what makes one. */
export type ProtocolFactory<P extends AnyProtocol> = () => P;

/** About how many seconds Linux tries to connect. */
const SYSTEM_PATIENCE = 130;

const CLIENT_KEYWORDS = ['ssl', 'sock', 'server_hostname', ...LIMIT_KEYWORDS, 'signal'];

export const CONNECTION_KEYWORDS = [
  ...CLIENT_KEYWORDS,
  'family',
  'local_addr',
  'happy_eyeballs_delay',
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
  const server_hostname = hostName(keywords, keywords.host ?? null);
  checkLimits(keywords.ssl, keywords);
  const stream = await streamFor(keywords, 'host/port', 'host and port', tcpOptions(keywords));
  return establish(stream, protocol_factory, {
    ...keywords,
    server_side: false,
    server_hostname,
  });
}

/** `create_connection()` for a Unix socket; with `ssl` it has to be told the `server_hostname`. */
export function create_unix_connection<P extends AnyProtocol>(
  protocol_factory: ProtocolFactory<P>,
  path?: string | null,
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
  const server_hostname = hostName(keywords, null);
  checkLimits(keywords.ssl, keywords);
  const { path } = keywords;
  const options = typeof path === 'string' ? { path } : undefined;
  const stream = await streamFor(keywords, 'path', 'path', options);
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
  sock.allowHalfOpen = true;
  return establish(sock, protocol_factory, { ...keywords, server_side: true, server_hostname: null });
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

async function streamFor(
  { sock = null, signal }: ClientKeywords,
  place: string,
  missing: string,
  options: NetConnectOpts | undefined,
): Promise<Duplex> {
  if (options === undefined) {
    if (sock === null) throw new ValueError(`${missing} was not specified and no sock specified`);
    // What we have to send does not end because the peer's sending does.
    sock.allowHalfOpen = true;
    return sock;
  }
  if (sock !== null) throw new ValueError(`${place} and sock can not be specified at the same time`);
  return dial(options, signal);
}

function tcpOptions(keywords: ConnectionKeywords): NetConnectOpts | undefined {
  const { host = null, port = null, family = 0, local_addr = null, happy_eyeballs_delay = null } = keywords;
  if (host === null && port === null) return undefined;
  return {
    port: port ?? 0,
    ...(host === null ? {} : { host }),
    ...(family === 0 ? { autoSelectFamily: true } : { family }),
    // (Node by itself gives each address a quarter of a second, which is too little for the far side of the earth.)
    autoSelectFamilyAttemptTimeout: Math.ceil((happy_eyeballs_delay ?? SYSTEM_PATIENCE) * 1000),
    ...(local_addr === null ? {} : { localAddress: local_addr[0], localPort: local_addr[1] }),
    noDelay: true,
  };
}

function dial(options: NetConnectOpts, signal: AbortSignal | undefined): Promise<Socket> {
  return new Promise((resolve, reject) => {
    if (signal?.aborted) return reject(signal.reason);
    const socket = connect({ ...options, allowHalfOpen: true });
    const failed = (error: Error) => settle(() => reject(connectError(error)));
    const gaveUp = () => {
      settle(() => reject(signal?.reason));
      socket.on('error', () => {}); // what the attempt comes to is of no interest any more
      socket.destroy();
    };
    const settle = (then: () => void) => {
      socket.off('error', failed);
      signal?.removeEventListener('abort', gaveUp);
      then();
    };
    socket.once('error', failed);
    socket.once('connect', () => settle(() => resolve(socket)));
    signal?.addEventListener('abort', gaveUp, { once: true });
  });
}
