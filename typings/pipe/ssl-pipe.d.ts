/**
 * `SslPipe`: a security layer that can be put on a connection, taken off, and put on again. It is gruvi's class, member
 * by member, and so asyncio's former `_SSLPipe`; Python's MemoryBIO was proposed for the sake of it.
 *
 * Bytes of the network go in by `feed_ssldata()`, bytes of the program by `feed_appdata()`; each call hands back what
 * came of them. Without a layer both pass through as they are. The states:
 *
 *     UNWRAPPED --do_handshake()--> DO_HANDSHAKE --the handshake is over--> WRAPPED --shutdown()--> SHUTDOWN
 *         ^                                                                                            |
 *         +------------------------------- both sides have sent close_notify --------------------------+
 *
 * An empty buffer among the program's bytes says that the peer has taken its side of the layer off: answer it with
 * `shutdown()`. What comes behind the peer's close_notify was never encrypted, and is handed on as it is; after a
 * `shutdown()` that was itself the answer it waits in the pipe, and the next `feed_ssldata()` hands it on first.
 */
import { type OwnBytes, type SSLContext, type SSLObject } from '../index.ts';
import { type BytesLike } from '../ssl/buffers.ts';
export interface SslPipeKeywords {
    readonly server_side: boolean;
    readonly server_hostname?: string | null;
}
/** Called without an argument when the step is done, with the error when it has failed. */
export type SslPipeCallback = (error?: Error) => void;
/** A security layer between two buffers; initially there is none. */
export declare class SslPipe {
    #private;
    /** How many bytes are asked for at a time; no record holds as many. */
    readonly bufsize: number;
    constructor(context: SSLContext, server_side: boolean, server_hostname?: string | null);
    constructor(context: SSLContext, keywords: SslPipeKeywords);
    /** The context that was passed to the constructor. */
    get context(): SSLContext;
    /** The object of the present layer; `null` where there is none. */
    get ssl_object(): SSLObject | null;
    /** Whether the last call stopped because it needs bytes from the peer. */
    get need_ssldata(): boolean;
    /** Whether a security layer is in effect; during the handshake it is not yet. */
    get wrapped(): boolean;
    /** Starts the handshake, and returns what is to be sent for it. */
    do_handshake(callback?: SslPipeCallback | null): OwnBytes[];
    /**
     * Starts to take the layer off, or answers the peer that has; returns what is to be sent for it. The layer is off
     * when `callback` is called.
     */
    shutdown(callback?: SslPipeCallback | null): OwnBytes[];
    /**
     * Says that the peer sends no more. Where a layer is in effect and the peer has not announced its end, somebody may
     * have cut the connection short: that raises `SSLEOFError`.
     */
    feed_eof(): void;
    /**
     * Takes bytes from the network, none if only to go on. Returns what is to be sent in return, and what the program
     * is to have; an empty buffer among the latter is the peer's close_notify.
     */
    feed_ssldata(data: BytesLike): [ssldata: OwnBytes[], appdata: OwnBytes[]];
    /**
     * Takes bytes of the program from `offset` on. Returns what is to be sent for them, and up to where they are taken:
     * where that is not their end, feed what the peer sends and call again with the same buffer.
     */
    feed_appdata(data: BytesLike, offset?: number): [ssldata: OwnBytes[], offset: number];
    /**
     * What waits to be sent. Each call hands it back by itself, except one that raises: what it leaves here then is the
     * alert that tells the peer why.
     * @extension
     */
    take_ssldata(): OwnBytes[];
}
