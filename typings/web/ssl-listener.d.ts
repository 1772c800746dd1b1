/** Accepted transports, each with TLS around it: trio's `SSLListener`. */
import type { SSLContext } from '../index.ts';
import type { ByteStreams } from './byte-streams.ts';
import { SSLStream } from './ssl-stream.ts';
export declare class SSLListener implements AsyncIterable<SSLStream> {
    #private;
    readonly transport_listener: AsyncIterator<ByteStreams>;
    /** `transport_listener` yields what was accepted: Deno's listener does, or an async generator of your own. */
    constructor(transport_listener: AsyncIterable<ByteStreams> | AsyncIterator<ByteStreams>, ssl_context: SSLContext, { https_compatible }?: {
        readonly https_compatible?: boolean;
    });
    /** The next connection, its handshake yet to be made: a slow client holds nobody up. `null` after the last. */
    accept(): Promise<SSLStream | null>;
    [Symbol.asyncIterator](): AsyncGenerator<SSLStream, void, void>;
    /** Accepts no more. */
    aclose(): Promise<void>;
}
