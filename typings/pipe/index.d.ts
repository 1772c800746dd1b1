/**
 * `pyssl/pipe`: gruvi's `SslPipe`, for whoever writes a transport of their own. Bytes in, bytes out, no I/O, nothing
 * asynchronous; it runs in any JavaScript engine.
 */
export { SslPipe, type SslPipeCallback, type SslPipeKeywords } from './ssl-pipe.ts';
