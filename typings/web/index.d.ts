/**
 * `pyssl/web`: TLS over WHATWG streams, in any JavaScript host. `SSLStream` is trio's, and is itself a pair of streams,
 * `{ readable, writable }`, so that it can be piped, or carry another.
 */
export type { Cancellation } from '../stream/deadline.ts';
export type { ByteStreams } from './byte-streams.ts';
export { BrokenResourceError, BusyResourceError, ClosedResourceError, NeedHandshakeError } from './errors.ts';
export { SSLListener } from './ssl-listener.ts';
export { SSLStream, type SSLStreamOptions } from './ssl-stream.ts';
export { type WebSocketLike, websocket_streams } from './web-socket.ts';
