/** What connecting, accepting and upgrading have in common: a protocol gets its transport, and somebody waits for it. */
import type { Duplex } from 'node:stream';
import { type SSLContext } from '../index.ts';
import type { AnyProtocol } from './protocols.ts';
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
export declare const LIMIT_KEYWORDS: readonly ["ssl_handshake_timeout", "ssl_shutdown_timeout", "suppress_ragged_eofs"];
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
export declare function establish<P extends AnyProtocol>(stream: Duplex, protocol_factory: () => P, options: EstablishOptions): Promise<[transport: Transport, protocol: P]>;
/** Refuses limits of TLS where there is none. */
export declare function checkLimits(ssl: unknown, limits: SSLLimits): void;
