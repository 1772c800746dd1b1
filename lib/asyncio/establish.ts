/** What connecting, accepting and upgrading have in common: a protocol gets its transport, and somebody waits for it. */
import type { Duplex } from 'node:stream';
import { type SSLContext, ValueError } from '../index.ts';
import { unlessAborted } from '../stream/abort.ts';
import { Future } from './future.ts';
import { loop } from './loop.ts';
import type { AnyProtocol } from './protocols.ts';
import { SocketTransport } from './socket-transport.ts';
import { SSLProtocol } from './ssl-protocol.ts';
import type { Transport } from './transports.ts';

/** How long TLS may take, wherever it is put on a connection. */
export interface SSLLimits {
  /** Seconds that the handshake may take before the connection is aborted; 60 unless told otherwise. */
  readonly ssl_handshake_timeout?: number | null;
  /** Seconds that the close may take before the connection is aborted; 30 unless told otherwise. */
  readonly ssl_shutdown_timeout?: number | null;
  /**
   * `false` makes it an error (`SSLEOFError`) that the connection ends without close_notify, for protocols whose
   * messages do not tell their own length. asyncio takes such an end for an orderly one.
   * @extension
   */
  readonly suppress_ragged_eofs?: boolean;
}

export const LIMIT_KEYWORDS = [
  'ssl_handshake_timeout',
  'ssl_shutdown_timeout',
  'suppress_ragged_eofs',
] as const satisfies readonly (keyof SSLLimits)[];

export interface Cancellable {
  /**
   * Gives the call up, as cancelling its task does in Python: it rejects with the signal's reason, and nothing of the
   * connection is left.
   * @extension
   */
  readonly signal?: AbortSignal;
}

export interface EstablishOptions extends SSLLimits, Cancellable {
  readonly ssl?: SSLContext | boolean | null;
  readonly server_side: boolean;
  readonly server_hostname: string | null;
}

/** Makes the transport, with TLS or without, and waits until the protocol has it. */
export async function establish<P extends AnyProtocol>(
  stream: Duplex,
  protocol_factory: () => P,
  options: EstablishOptions,
): Promise<[transport: Transport, protocol: P]> {
  const waiter = new Future();
  let transport: Transport | undefined;
  try {
    const protocol = protocol_factory();
    transport = makeTransport(stream, protocol, waiter, options);
    await unlessAborted(waiter.promise, options.signal);
    return [transport, protocol];
  } catch (error) {
    transport?.abort();
    stream.destroy();
    throw error;
  }
}

function makeTransport(
  stream: Duplex,
  protocol: AnyProtocol,
  waiter: Future,
  { ssl, ...keywords }: EstablishOptions,
): Transport {
  if (!ssl) return new SocketTransport(loop, stream, protocol, waiter);
  const context = typeof ssl === 'boolean' ? null : ssl;
  const wrapped = new SSLProtocol(loop, protocol, context, waiter, keywords);
  new SocketTransport(loop, stream, wrapped);
  return wrapped.app_transport;
}

/** Refuses limits of TLS where there is none. */
export function checkLimits(ssl: unknown, limits: SSLLimits): void {
  if (ssl) return;
  const { ssl_handshake_timeout = null, ssl_shutdown_timeout = null } = limits;
  if (ssl_handshake_timeout !== null) {
    throw new ValueError('ssl_handshake_timeout is only meaningful with ssl');
  }
  if (ssl_shutdown_timeout !== null) {
    throw new ValueError('ssl_shutdown_timeout is only meaningful with ssl');
  }
}
