import { SSLContext } from '../index.ts';
import { unlessAborted } from '../stream/abort.ts';
import type { Cancellable, SSLLimits } from './establish.ts';
import { Future } from './future.ts';
import { loop } from './loop.ts';
import type { AnyProtocol } from './protocols.ts';
import { SSLProtocol } from './ssl-protocol.ts';
import type { TlsCarrier, Transport } from './transports.ts';

export interface StartTlsKeywords extends SSLLimits, Cancellable {
  readonly server_side?: boolean;
  /** The name to verify and to ask for. */
  readonly server_hostname?: string | null;
}

/**
 * Puts TLS on a connection, another layer if there is one already. Resolves with the transport that the protocol is to
 * use from then on; the protocol is not told of a new connection. If it fails the connection is closed.
 */
export async function start_tls(
  transport: Transport,
  protocol: AnyProtocol,
  sslcontext: SSLContext,
  keywords: StartTlsKeywords = {},
): Promise<Transport> {
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

function isCarrier(transport: Transport | null): transport is TlsCarrier {
  return transport !== null && (transport as Partial<TlsCarrier>)?._start_tls_compatible === true;
}
