import { SSLContext } from '../index.ts';
import { type Cancellable, type SSLLimits } from './establish.ts';
import type { AnyProtocol } from './protocols.ts';
import type { Transport } from './transports.ts';
export interface StartTlsKeywords extends SSLLimits, Cancellable {
    readonly server_side?: boolean;
    /** The name to verify and to ask for. */
    readonly server_hostname?: string | null;
}
interface Bound extends StartTlsKeywords {
    readonly transport: Transport;
    readonly protocol: AnyProtocol;
    readonly sslcontext: SSLContext;
}
/**
 * Puts TLS on a connection, another layer if there is one already. Resolves with the transport that the protocol is to
 * use from then on; the protocol is not told of a new connection. If it fails the connection is closed.
 */
export declare function start_tls(transport: Transport, protocol: AnyProtocol, sslcontext: SSLContext, keywords?: StartTlsKeywords): Promise<Transport>;
/** The same for a stream writer, which knows its transport, protocol and side. */
export declare function upgradeStream(args: readonly unknown[], known: Pick<Bound, 'transport' | 'protocol' | 'server_side'>): Promise<Transport>;
export {};
