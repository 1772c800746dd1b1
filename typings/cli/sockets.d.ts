/** Sockets of Node with TLS on them. */
import type { Socket } from 'node:net';
import type { SSLContext } from '../index.ts';
import { SSLStream, type SSLStreamOptions } from '../web/index.ts';
export declare function secured(socket: Socket, context: SSLContext, options: SSLStreamOptions): SSLStream;
