import type { SSLContext } from '../index.ts';
import type { BytesLike } from '../ssl/buffers.ts';
import { type StartTlsKeywords } from './start-tls.ts';
import type { StreamReaderProtocol } from './stream-protocol.ts';
import type { Patience, StreamReader } from './stream-reader.ts';
import type { ExtraInfo, Transport } from './transports.ts';
/** A writer of bytes: a transport with a `drain()` to wait for. */
export declare class StreamWriter {
    #private;
    constructor(transport: Transport, protocol: StreamReaderProtocol, reader: StreamReader | null);
    /** The transport underneath. */
    get transport(): Transport;
    /** Sends these bytes, now or as soon as they can be; `drain()` waits until there is room for more. */
    write(data: BytesLike): void;
    writelines(data: Iterable<BytesLike>): void;
    /** Resolves when it is time to write again; throws what has ended the connection. */
    drain({ signal }?: Patience): Promise<void>;
    /** Ends this side of the connection; with TLS a `NotImplementedError`. */
    write_eof(): void;
    can_write_eof(): boolean;
    /** Closes the connection once everything is sent; `wait_closed()` waits for it. */
    close(): void;
    is_closing(): boolean;
    /** Resolves when the connection is gone; throws what has ended it, if it was not a close. */
    wait_closed({ signal }?: Patience): Promise<void>;
    /** What is known of the connection beyond its bytes: `peername`, `ssl_object`, `peercert` and others. */
    get_extra_info<Name extends keyof ExtraInfo>(name: Name): ExtraInfo[Name] | null;
    get_extra_info<Name extends keyof ExtraInfo, Default>(name: Name, fallback: Default): ExtraInfo[Name] | Default;
    get_extra_info(name: string, fallback?: unknown): unknown;
    /** Puts TLS on the connection, as the side that accepted it or the one that made it. */
    start_tls(sslcontext: SSLContext, keywords?: Omit<StartTlsKeywords, 'server_side'>): Promise<void>;
}
