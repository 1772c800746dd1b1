/**
 * A stream of Node's as a transport: a `net.Socket`, any `stream.Duplex`, another TLS stream. It is described by its
 * shape, so that this file loads where Node's modules are not.
 *
 * The stream stays in paused mode: what has arrived waits in its own buffer until it is asked for, which is how it
 * tells its peer to wait. One listener hears of its failure, whether or not anybody waits just then; without one the
 * process would end.
 */
import type { ByteTransport } from './transport.ts';
type Listener = (error: Error) => void;
/** As much of `stream.Duplex` as is used here. */
export interface ByteDuplex {
    readonly destroyed: boolean;
    readonly errored?: Error | null;
    readonly readableEnded: boolean;
    readonly writableEnded: boolean;
    readonly writableLength: number;
    readonly writableNeedDrain: boolean;
    allowHalfOpen: boolean;
    read(): Uint8Array | null;
    unshift(bytes: Uint8Array): void;
    write(bytes: Uint8Array): boolean;
    end(): unknown;
    destroy(error?: Error): unknown;
    /** Only sockets have it: ends, and is destroyed once all that was written has left. */
    readonly destroySoon?: () => void;
    on(event: string, listener: Listener): unknown;
    once(event: string, listener: Listener): unknown;
    off(event: string, listener: Listener): unknown;
}
/** The stream was closed on this side, while somebody still waited for it. */
export declare class StreamClosed extends Error {
    readonly code = "ERR_STREAM_PREMATURE_CLOSE";
    constructor();
}
export declare class DuplexTransport implements ByteTransport {
    #private;
    constructor(duplex: ByteDuplex);
    /** Why nothing can be sent any more. */
    get failure(): Error | undefined;
    /** Whether more than the stream likes to hold waits to leave. */
    get full(): boolean;
    /** What is there without waiting; `null` at the end, `undefined` where nothing has come yet. */
    take(): Uint8Array | null | undefined;
    receive(): Promise<Uint8Array | null>;
    /** Resolves when it is worth while to look again whether there is something to take. */
    news(): Promise<void>;
    send(bytes: Uint8Array): Promise<void>;
    /** Whether `end()` was called: what is sent from here on is too late. */
    get saysNoMore(): boolean;
    /** Nothing more is sent; the peer sees the end once it has the rest. */
    end(): void;
    /** Closes both ways, when what was sent has left; a peer that does not take it is not waited for without end. */
    close(): void;
    /** Closes both ways at once. */
    abort(error?: Error): void;
    /** Gives the stream back to its owner, with bytes that were taken and not used. */
    release(unused: Uint8Array): void;
}
export {};
