/** Sockets of Node with TLS on them. */
import type { Socket } from 'node:net';
import { Duplex } from 'node:stream';
import type { SSLContext } from '../index.ts';
import { type ByteStreams, SSLStream, type SSLStreamOptions } from '../web/index.ts';

export function secured(socket: Socket, context: SSLContext, options: SSLStreamOptions): SSLStream {
  socket.setNoDelay(true);
  return new SSLStream(Duplex.toWeb(socket) as ByteStreams, context, options);
}
