import { SSLContext } from '../index.ts';
import type { Signature } from '../ssl/keywords.ts';
import { unlessAborted } from '../stream/abort.ts';
import { type Cancellable, LIMIT_KEYWORDS, type SSLLimits } from './establish.ts';
import { Future } from './future.ts';
import { bindByName } from './keywords.ts';
import { loop } from './loop.ts';
import type { AnyProtocol } from './protocols.ts';
import { SSLProtocol } from './ssl-protocol.ts';
import type { TlsCarrier, Transport } from './transports.ts';

export interface StartTlsKeywords extends SSLLimits, Cancellable {
  readonly server_side?: boolean;
  /** The name to verify and to ask for. */
  readonly server_hostname?: string | null;
}

const START_TLS_KEYWORDS = ['server_hostname', ...LIMIT_KEYWORDS, 'signal'];

const signatures = {
  start_tls: {
    name: 'start_tls',
    language: 'Python',
    parameters: ['transport', 'protocol', 'sslcontext'],
    keywordOnly: ['server_side', ...START_TLS_KEYWORDS],
  },
  writer: {
    name: 'StreamWriter.start_tls',
    language: 'Python',
    parameters: ['sslcontext'],
    keywordOnly: START_TLS_KEYWORDS,
  },
} as const satisfies Record<string, Signature>;

interface Bound extends StartTlsKeywords {
  readonly transport: Transport;
  readonly protocol: AnyProtocol;
  readonly sslcontext: SSLContext;
}

/**
 * Puts TLS on a connection, another layer if there is one already. Resolves with the transport that the protocol is to
 * use from then on; the protocol is not told of a new connection. If it fails the connection is closed.
 */
export function start_tls(
  transport: Transport,
  protocol: AnyProtocol,
  sslcontext: SSLContext,
  keywords?: StartTlsKeywords,
): Promise<Transport>;
export async function start_tls(...args: readonly unknown[]): Promise<Transport> {
  return upgrade(bindByName<Bound>(signatures.start_tls, args));
}

/** The same for a stream writer, which knows its transport, protocol and side. */
export async function upgradeStream(
  args: readonly unknown[],
  known: Pick<Bound, 'transport' | 'protocol' | 'server_side'>,
): Promise<Transport> {
  return upgrade({ ...bindByName<Bound>(signatures.writer, args), ...known });
}

async function upgrade({ transport, protocol, sslcontext, ...keywords }: Bound): Promise<Transport> {
  if (!(sslcontext instanceof SSLContext)) {
    throw new TypeError(
      `sslcontext is expected to be an instance of ssl.SSLContext, got ${sslcontext === null ? 'None' : sslcontext}`,
    );
  }
  if (!isCarrier(transport)) {
    throw new TypeError(
      `transport ${transport === null ? 'None' : transport} is not supported by start_tls()`,
    );
  }
  const waiter = new Future();
  const wrapped = new SSLProtocol(loop, protocol, sslcontext, waiter, {
    ...keywords,
    call_connection_made: false,
  });
  // What has come and was not read stands behind the word that TLS begins with. It is for TLS: the peer's first flight,
  // or words in clear that somebody has slipped in, which must not pass for protected ones.
  if (keepsUnread(protocol)) wrapped.data_received(protocol._take_unread());
  // Nothing may arrive before the layer knows its transport.
  transport.pause_reading();
  transport.set_protocol(wrapped);
  const made = loop.call_soon(() => wrapped.connection_made(transport));
  const resumed = loop.call_soon(() => transport.resume_reading());
  try {
    await unlessAborted(waiter.promise, keywords.signal);
    return wrapped.app_transport;
  } catch (error) {
    made.cancel();
    resumed.cancel();
    transport.abort();
    throw error;
  }
}

function keepsUnread(protocol: object): protocol is { _take_unread(): Uint8Array } {
  return typeof (protocol as { readonly _take_unread?: unknown })._take_unread === 'function';
}

function isCarrier(transport: Transport | null): transport is TlsCarrier {
  return transport !== null && (transport as Partial<TlsCarrier>)?._start_tls_compatible === true;
}
