import type { CipherTuple, PeerCertificate, SSLContext, SSLObject } from '../index.ts';
import type { BytesLike } from '../ssl/buffers.ts';
import type { AnyProtocol } from './protocols.ts';
/** What `get_extra_info` knows; names that are not here are whatever a transport of the program's own makes of them. */
export interface ExtraInfo {
    /** The socket underneath: Node's own object. */
    readonly socket: unknown;
    /** Addresses as Python writes them: host and port, with flow and scope behind for IPv6; a path for Unix sockets. */
    readonly peername: SocketAddress;
    readonly sockname: SocketAddress;
    readonly sslcontext: SSLContext;
    /** What is known after the handshake. */
    readonly ssl_object: SSLObject;
    readonly peercert: PeerCertificate | Record<string, never>;
    readonly cipher: CipherTuple;
    readonly compression: string;
}
export type SocketAddress = readonly [host: string, port: number, ...rest: number[]] | string;
/** A connection, as a program that has a protocol sees it. */
export interface Transport {
    /** What is known of the connection beyond its bytes; `fallback` (`null`) where it is not known. */
    get_extra_info<Name extends keyof ExtraInfo>(name: Name): ExtraInfo[Name] | null;
    get_extra_info<Name extends keyof ExtraInfo, Default>(name: Name, fallback: Default): ExtraInfo[Name] | Default;
    get_extra_info(name: string, fallback?: unknown): unknown;
    /** Has another protocol called from here on. */
    set_protocol(protocol: AnyProtocol): void;
    get_protocol(): AnyProtocol | null;
    /** Sends these bytes, now or as soon as they can be; the transport may keep the buffer until then. */
    write(data: BytesLike): void;
    writelines(list_of_data: Iterable<BytesLike>): void;
    /** Ends this side of the connection, when everything is sent. */
    write_eof(): void;
    can_write_eof(): boolean;
    /** No bytes are handed to the protocol until `resume_reading()`. */
    pause_reading(): void;
    resume_reading(): void;
    is_reading(): boolean;
    /** When the protocol's `pause_writing` and `resume_writing` are called. */
    set_write_buffer_limits(high?: number | null, low?: number | null): void;
    get_write_buffer_limits(): readonly [low: number, high: number];
    get_write_buffer_size(): number;
    /** Closes the connection once everything is sent; nothing more is received. */
    close(): void;
    is_closing(): boolean;
    /** Closes the connection at once; what waits to be sent is lost. */
    abort(): void;
}
/** A transport on which TLS can be put: one that can be ended with a reason. */
export interface TlsCarrier extends Transport {
    readonly _start_tls_compatible: true;
    /** Closes at once; `connection_lost` is called with this. */
    _force_close(exc: Error | null): void;
}
/** Writes into a transport that is gone; from so many on there is a warning. */
export declare const WRITES_BEFORE_WARNING = 5;
