import type { Duplex } from 'node:stream';
import { type SSLContext } from '../index.ts';
import { type AddressKeywords } from './addresses.ts';
import { type Cancellable, type SSLLimits } from './establish.ts';
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
export declare const CONNECTION_KEYWORDS: readonly [...string[], "family", "proto", "flags", "local_addr", "happy_eyeballs_delay", "interleave", "all_errors"];
export declare const UNIX_CONNECTION_KEYWORDS: readonly string[];
/** Connects to a server, by TLS if `ssl` is given; resolves with the transport and the protocol that has it. */
export declare function create_connection<P extends AnyProtocol>(protocol_factory: ProtocolFactory<P>, host?: string | null, port?: number | null, keywords?: ConnectionKeywords): Promise<[transport: Transport, protocol: P]>;
export declare function create_connection<P extends AnyProtocol>(protocol_factory: ProtocolFactory<P>, keywords: ConnectionKeywords): Promise<[transport: Transport, protocol: P]>;
/** `create_connection()` for a Unix socket; with `ssl` it has to be told the `server_hostname`. */
export declare function create_unix_connection<P extends AnyProtocol>(protocol_factory: ProtocolFactory<P>, path?: string | Uint8Array | null, keywords?: UnixConnectionKeywords): Promise<[transport: Transport, protocol: P]>;
export declare function create_unix_connection<P extends AnyProtocol>(protocol_factory: ProtocolFactory<P>, keywords: UnixConnectionKeywords): Promise<[transport: Transport, protocol: P]>;
/** Wraps a socket that was accepted elsewhere. */
export declare function connect_accepted_socket<P extends AnyProtocol>(protocol_factory: ProtocolFactory<P>, sock: Duplex, keywords?: AcceptedSocketKeywords): Promise<[transport: Transport, protocol: P]>;
