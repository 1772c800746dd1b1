/**
 * asyncio's `SSLProtocol`: TLS between two transports. To the one underneath it is a protocol; to the program's
 * protocol it gives a transport (`app_transport`), and calls it as any transport would.
 *
 *     UNWRAPPED -> DO_HANDSHAKE -> WRAPPED -> FLUSHING -> SHUTDOWN, and from each back to UNWRAPPED
 *
 * DO_HANDSHAKE  since `connection_made`; after `ssl_handshake_timeout` it is given up.
 * WRAPPED       data goes both ways.
 * FLUSHING      one side closes, and what was received before is still on its way to the program.
 * SHUTDOWN      close_notify is sent, the peer's is waited for; FLUSHING and SHUTDOWN together are given up after
 *               `ssl_shutdown_timeout`.
 *
 * What it holds to, beside the order of calls in `protocols.ts`:
 * - The program's `connection_made` is called after the handshake; one that fails calls neither that nor
 *   `connection_lost`, but fails whoever waits for the connection.
 * - A failure closes the transport underneath at once, after the alert that tells the peer why; `connection_lost`
 *   comes from there, so it comes once whatever else fails on the way down.
 * - What arrives while the program has paused reading stays encrypted, up to 256 KiB; then the transport underneath
 *   is paused too. What the program sends is encrypted at once, and counted until the transport has taken it.
 * - A program that has closed gets no more data: what the peer still sends before its close_notify is read and
 *   thrown away, as the close could not complete otherwise.
 * - A connection that ends without close_notify has ended, to asyncio; with `suppress_ragged_eofs: false` it has
 *   failed, since whoever can cut a connection could else cut a message.
 */
import { type SSLContext } from '../index.ts';
import { FlowGate } from './flow-control.ts';
import type { Future } from './future.ts';
import type { Loop } from './loop.ts';
import { type AnyProtocol, Protocol } from './protocols.ts';
import { SSLProtocolTransport } from './ssl-transport.ts';
import { type Transport } from './transports.ts';
export interface SSLProtocolKeywords {
    readonly server_side?: boolean;
    /** The name to verify and to ask for; `''` for none. */
    readonly server_hostname?: string | null;
    /** Whether the program's protocol is yet to be told of the connection; not so where TLS is put on one. */
    readonly call_connection_made?: boolean;
    /** Seconds; 60 unless told otherwise. */
    readonly ssl_handshake_timeout?: number | null;
    /** Seconds; 30 unless told otherwise. */
    readonly ssl_shutdown_timeout?: number | null;
    /**
     * Whether the end of the transport counts as the end of the data although the peer has not said so.
     * @extension
     */
    readonly suppress_ragged_eofs?: boolean;
}
/** TLS as a protocol; what `create_connection()`, `create_server()` and `start_tls()` put on a transport. */
export declare class SSLProtocol extends Protocol {
    #private;
    /** The transport that the program's protocol has. */
    readonly app_transport: SSLProtocolTransport;
    /** When the program's `pause_writing` and `resume_writing` are called. */
    readonly writing: FlowGate;
    /** When the transport underneath is paused and resumed. */
    readonly reading: FlowGate;
    constructor(loop: Loop, app_protocol: AnyProtocol, sslcontext: SSLContext | null, waiter: Future | null, keywords?: SSLProtocolKeywords);
    connection_made(transport: Transport): void;
    data_received(data: Uint8Array): void;
    eof_received(): boolean;
    connection_lost(exc: Error | null): void;
    pause_writing(): void;
    resume_writing(): void;
    get app_protocol(): AnyProtocol | null;
    set app_protocol(protocol: AnyProtocol);
    get_extra_info(name: string, fallback: unknown): unknown;
    /** How much the program has written that the transport underneath has not taken. */
    get write_buffer_size(): number;
    /** How much has been received that is still encrypted. */
    get read_buffer_size(): number;
    get app_reading_paused(): boolean;
    pause_reading(): void;
    resume_reading(): void;
    write_appdata(list_of_data: Iterable<Uint8Array>): void;
    /** Closes in good order: everything is sent, close_notify exchanged, then the transport underneath is closed. */
    close(): void;
    abort(exc: Error | null): void;
}
