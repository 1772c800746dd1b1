/// <reference lib="esnext.disposable" preserve="true" />
/**
 * TLS over a pair of WHATWG streams: trio's `SSLStream`, member by member, and its two ends as WHATWG streams again,
 * so that one can stand on another.
 *
 * States as in trio: open until closed or unwrapped (`ClosedResourceError` from then on) or until something fails
 * that cannot be mended (`BrokenResourceError`, with the failure as its `cause`). The handshake is made once, by
 * whoever needs it first. One call may send and one receive at a time; a second of the same kind is
 * `BusyResourceError`.
 */
import { type OwnBytes, type SSLContext, type SSLObject, type SSLSession } from '../index.ts';
import { type Cancellation } from '../stream/deadline.ts';
import { type ByteStreams } from './byte-streams.ts';
export interface SSLStreamOptions {
    /** The name to verify and to ask for. */
    readonly server_hostname?: string | null;
    readonly server_side?: boolean;
    /** A session of an earlier stream, to be resumed. */
    readonly session?: SSLSession | null;
    /**
     * HTTP's way of closing: no close_notify is sent, and none is missed (the messages have lengths of their own).
     * Without it an end that was not announced is an error: somebody may have cut the connection short.
     */
    readonly https_compatible?: boolean;
}
export declare class SSLStream {
    #private;
    constructor(streams: ByteStreams, ssl_context: SSLContext, options?: SSLStreamOptions);
    /** The streams underneath. */
    get transport_stream(): ByteStreams;
    /** Makes sure that the handshake is complete; calls after the first wait for it, or return at once. */
    do_handshake(options?: Cancellation): Promise<void>;
    /** The next bytes, at most `max_bytes` of them; none when the peer has closed. */
    receive_some(max_bytes?: number, options?: Cancellation): Promise<OwnBytes>;
    /** Sends all of `data`. One that is given up may have sent a part. */
    send_all(data: Uint8Array, options?: Cancellation): Promise<void>;
    /** Resolves when `send_all` would probably not have to wait for the transport. */
    wait_send_all_might_not_block(): Promise<void>;
    /**
     * Ends TLS and gives the transport back: the streams, and what the peer sent behind its close_notify. Waits for
     * that close_notify; what the peer had sent before must have been received.
     */
    unwrap(options?: Cancellation): Promise<readonly [ByteStreams, Uint8Array]>;
    /**
     * Closes the stream and its transport. The peer is told, unless the stream is broken or `https_compatible`; its
     * answer is not waited for.
     */
    aclose(options?: Cancellation): Promise<void>;
    [Symbol.asyncDispose](): Promise<void>;
    /** What is received, as a byte stream: ends at the peer's close_notify; cancelling it closes nothing else. */
    get readable(): ReadableStream<OwnBytes>;
    /**
     * What is sent, as a stream: closing it sends close_notify and leaves the other way open (RFC 8446 section 6.1),
     * aborting it ends the connection.
     */
    get writable(): WritableStream<Uint8Array>;
    /** The object itself, for all that it tells; reading, writing and closing are the stream's. */
    get ssl_object(): SSLObject;
    get context(): SSLContext;
    get server_side(): boolean;
    get server_hostname(): string | null;
    /** The session of this connection; a client's tickets arrive with the first bytes that it receives. */
    get session(): SSLSession | null;
    get session_reused(): boolean;
    pending(): number;
    getpeercert(binary_form: true): OwnBytes | null;
    getpeercert(binary_form?: false): ReturnType<SSLObject['getpeercert']>;
    version(): string | null;
    cipher(): ReturnType<SSLObject['cipher']>;
    shared_ciphers(): ReturnType<SSLObject['shared_ciphers']>;
    compression(): null;
    selected_alpn_protocol(): string | null;
    get_channel_binding(cb_type?: string): OwnBytes | null;
}
