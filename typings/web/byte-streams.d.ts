/** A pair of WHATWG streams as a transport. */
import type { ByteTransport } from '../stream/transport.ts';
/** Bytes in both directions: what a WebTransport stream, a Deno or Cloudflare socket, or an `SSLStream` is. */
export interface ByteStreams {
    readonly readable: ReadableStream<Uint8Array>;
    readonly writable: WritableStream<Uint8Array>;
}
/** Has both streams locked until `release`. */
export declare class StreamTransport implements ByteTransport {
    #private;
    readonly streams: ByteStreams;
    constructor(streams: ByteStreams);
    /** Waits as the sink asks to, before it writes; a write that fails is met by the next. */
    send(bytes: Uint8Array): Promise<void>;
    receive(): Promise<Uint8Array | null>;
    /** Resolves when a write would not have to wait. */
    ready(): Promise<void>;
    /** Closes both ways. What was sent arrives, if the peer takes it; nothing more is received. */
    close(): Promise<void>;
    /** Ends both ways at once. */
    abort(reason: unknown): Promise<void>;
    /** Gives the streams back, with nothing reading or writing. */
    release(): void;
}
