import type { Duplex } from 'node:stream';
import { type BytesLike } from '../ssl/buffers.ts';
import type { Future } from './future.ts';
import type { Loop } from './loop.ts';
import { type AnyProtocol } from './protocols.ts';
import { type ExtraInfo, type SocketAddress, type TlsCarrier } from './transports.ts';
export declare class SocketTransport implements TlsCarrier {
    #private;
    readonly _start_tls_compatible = true;
    /** `waiter` is told when the protocol has its connection. */
    constructor(loop: Loop, stream: Duplex, protocol: AnyProtocol, waiter?: Future);
    get_extra_info<Name extends keyof ExtraInfo>(name: Name): ExtraInfo[Name] | null;
    get_extra_info<Name extends keyof ExtraInfo, Default>(name: Name, fallback: Default): ExtraInfo[Name] | Default;
    get_extra_info(name: string, fallback?: unknown): unknown;
    set_protocol(protocol: AnyProtocol): void;
    get_protocol(): AnyProtocol | null;
    write(data: BytesLike): void;
    /** Sends all of it or, if something is no bytes, nothing. */
    writelines(list_of_data: Iterable<BytesLike>): void;
    write_eof(): void;
    can_write_eof(): boolean;
    pause_reading(): void;
    resume_reading(): void;
    is_reading(): boolean;
    set_write_buffer_limits(high?: number | null, low?: number | null): void;
    get_write_buffer_limits(): readonly [low: number, high: number];
    get_write_buffer_size(): number;
    close(): void;
    is_closing(): boolean;
    abort(): void;
    _force_close(exc: Error | null): void;
}
/** An address as Python writes it; a socket without one is a Unix socket without a name. */
export declare function socketAddress(family: string | undefined, host: string | undefined, port: number | undefined): SocketAddress;
