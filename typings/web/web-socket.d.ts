/**
 * A WebSocket as a pair of byte streams: what a page has when a relay carries its bytes to a TCP port. Frames have no
 * meaning to TLS; they are bytes in order.
 */
import type { OwnBytes } from '../index.ts';
import type { ByteStreams } from './byte-streams.ts';
/** The part of the standard's `WebSocket` that is used here, which Node's `ws` has as well. */
export interface WebSocketLike {
    binaryType: string;
    readonly bufferedAmount: number;
    readonly readyState: number;
    send(data: OwnBytes): void;
    close(code?: number, reason?: string): void;
    addEventListener(type: string, listener: (event: {
        readonly type: string;
        readonly data?: unknown;
    }) => void, options?: {
        readonly once?: boolean;
    }): void;
}
/** Streams over `socket`, which may still be connecting. Closing `writable` closes the socket. */
export declare function websocket_streams(socket: WebSocketLike): ByteStreams;
