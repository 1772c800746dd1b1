import { type BytesLike } from '../ssl/buffers.ts';
import type { AnyProtocol } from './protocols.ts';
import type { SSLProtocol } from './ssl-protocol.ts';
import type { ExtraInfo, TlsCarrier } from './transports.ts';
/** The transport of a program whose connection is encrypted. Another layer of TLS can be put on it. */
export declare class SSLProtocolTransport implements TlsCarrier {
    #private;
    readonly _start_tls_compatible = true;
    /** Only an `SSLProtocol` makes one: it is its `app_transport`. */
    constructor(ssl_protocol: SSLProtocol);
    /** Besides what the transport underneath knows: `sslcontext`, and after the handshake `ssl_object` and what it says. */
    get_extra_info<Name extends keyof ExtraInfo>(name: Name): ExtraInfo[Name] | null;
    get_extra_info<Name extends keyof ExtraInfo, Default>(name: Name, fallback: Default): ExtraInfo[Name] | Default;
    get_extra_info(name: string, fallback?: unknown): unknown;
    set_protocol(protocol: AnyProtocol): void;
    get_protocol(): AnyProtocol | null;
    write(data: BytesLike): void;
    writelines(list_of_data: Iterable<BytesLike>): void;
    /** TLS closes both ways at once. */
    write_eof(): never;
    can_write_eof(): boolean;
    pause_reading(): void;
    resume_reading(): void;
    /** Whether nobody has paused it: asyncio says so of a transport that is closed, too. */
    is_reading(): boolean;
    /** Both count what is encrypted and not yet taken by the transport underneath. */
    set_write_buffer_limits(high?: number | null, low?: number | null): void;
    get_write_buffer_limits(): readonly [low: number, high: number];
    get_write_buffer_size(): number;
    /** How much may be received, still encrypted, before the transport underneath is paused. */
    set_read_buffer_limits(high?: number | null, low?: number | null): void;
    get_read_buffer_limits(): readonly [low: number, high: number];
    get_read_buffer_size(): number;
    /**
     * Closes in good order: what was written is sent, close_notify is exchanged, then the connection underneath is
     * closed. Nothing more is received.
     */
    close(): void;
    is_closing(): boolean;
    abort(): void;
    _force_close(exc: Error | null): void;
    /** For the `SSLProtocol`: the connection closes for other reasons than a `close()` of the program. */
    mark_closed(): void;
}
