import { type AddressInfo } from 'node:net';
import { Duplex, type DuplexOptions } from 'node:stream';
import { type SSLContext, type SSLObject, type SSLSession } from '../index.ts';
export interface SSLDuplexOptions extends Pick<DuplexOptions, 'allowHalfOpen' | 'highWaterMark' | 'readableHighWaterMark' | 'writableHighWaterMark' | 'signal'> {
    /** Whether this is the server's end. */
    readonly server_side?: boolean;
    /** The name to ask the server for, and to find in its certificate. */
    readonly server_hostname?: string | null;
    /** A session to resume. */
    readonly session?: SSLSession | null;
    /** Take an end of the stream without close_notify for the end of the data. */
    readonly suppress_ragged_eofs?: boolean;
    /** Seconds that the handshake may take; asyncio's 60 if nothing is said. */
    readonly ssl_handshake_timeout?: number;
    /** What is said in clear before the handshake, once there is a connection: a protocol's STARTTLS. */
    readonly before_handshake?: (socket: Duplex) => Promise<void>;
}
export declare class SSLDuplex extends Duplex {
    #private;
    /** As on `tls.TLSSocket`: HTTP tells by it that this is https. */
    readonly encrypted = true;
    /** What Python can be asked of a connection: `version()`, `cipher()`, `getpeercert()`, `session` ... */
    readonly ssl_object: SSLObject;
    /** Puts TLS on a stream, which from here on belongs to this one. */
    constructor(socket: Duplex, context: SSLContext, options?: SSLDuplexOptions);
    _read(): void;
    _write(chunk: Uint8Array, _encoding: BufferEncoding, done: (error?: Error | null) => void): void;
    /** What was written in one go, or while we were busy, leaves in as few records as hold it. */
    _writev(chunks: readonly {
        readonly chunk: Uint8Array;
    }[], done: (error?: Error | null) => void): void;
    _final(done: (error?: Error | null) => void): void;
    _destroy(error: Error | null, done: (error?: Error | null) => void): void;
    /** Connects the stream beneath, if it is a socket that was not connected; 'connect' comes after the handshake. */
    connect(...args: unknown[]): this;
    /** Whether the handshake is still going on. */
    get connecting(): boolean;
    get pending(): boolean;
    /** Whether the peer's certificate was verified. */
    get authorized(): boolean;
    /** The protocol that was agreed on; `false` for none, `null` before the handshake is complete. */
    get alpnProtocol(): string | false | null;
    /** The name that the server was asked for by; a server's is for its `sni_callback` to know. */
    get servername(): string | null;
    /** The version, in Node's words, which are Python's. */
    getProtocol(): string | null;
    /** Emits 'timeout' after so many milliseconds in which nothing was read or written; 0 for never. */
    setTimeout(milliseconds: number, listener?: () => void): this;
    get timeout(): number;
    /** Ends, and is destroyed once everything that was written has left. */
    destroySoon(): void;
    setNoDelay(enable?: boolean): this;
    setKeepAlive(enable?: boolean, initialDelay?: number): this;
    ref(): this;
    unref(): this;
    address(): AddressInfo | Record<string, never>;
    get remoteAddress(): string | undefined;
    get remotePort(): number | undefined;
    get remoteFamily(): string | undefined;
    get localAddress(): string | undefined;
    get localPort(): number | undefined;
    get localFamily(): string | undefined;
    /** Bytes of the stream beneath, TLS and all. */
    get bytesRead(): number;
    get bytesWritten(): number;
}
