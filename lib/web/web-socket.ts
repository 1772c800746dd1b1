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
  addEventListener(
    type: string,
    listener: (event: { readonly type: string; readonly data?: unknown }) => void,
    options?: { readonly once?: boolean },
  ): void;
}

/** What may wait to be read: a WebSocket cannot be told to wait, so that who sends on and on has to be cut off. */
const MAX_UNREAD = 64 * 1024 * 1024;
/** What the socket may hold unsent before a write waits. */
const HIGH_WATER = 256 * 1024;
/** How often a waiting write looks again, in milliseconds: a WebSocket does not say when it has sent. */
const POLL_INTERVAL = 10;

const CONNECTING = 0;
const OPEN = 1;

/** Streams over `socket`, which may still be connecting. Closing `writable` closes the socket. */
export function websocket_streams(socket: WebSocketLike): ByteStreams {
  socket.binaryType = 'arraybuffer';
  const opened = whenOpen(socket);
  opened.catch(() => {}); // met by the first write
  let ended = false;
  const start = (controller: ReadableStreamDefaultController<Uint8Array>) => {
    const end = (finish: () => void) => {
      if (ended) return;
      ended = true;
      finish();
    };
    const fail = (error: Error) => {
      end(() => controller.error(error));
      socket.close();
    };
    socket.addEventListener('message', ({ data }) => {
      if (ended) return;
      if (!(data instanceof ArrayBuffer)) fail(new TypeError('a text frame where bytes are due'));
      else if (data.byteLength > (controller.desiredSize ?? 0))
        fail(new RangeError(`more than ${MAX_UNREAD} bytes wait to be read`));
      else controller.enqueue(new Uint8Array(data));
    });
    socket.addEventListener('close', () => end(() => controller.close()));
    socket.addEventListener('error', () => end(() => controller.error(new Error('the WebSocket failed'))));
    if (socket.readyState > OPEN) end(() => controller.close()); // no event will say so
  };
  const cancel = () => {
    ended = true;
    socket.close();
  };
  const unread = new ByteLengthQueuingStrategy({ highWaterMark: MAX_UNREAD });
  const readable = new ReadableStream<Uint8Array>({ start, cancel }, unread);
  const writable = new WritableStream<Uint8Array>({
    write: async (chunk) => {
      await opened;
      if (socket.readyState !== OPEN) throw new Error('the WebSocket is closed');
      socket.send(chunk as OwnBytes); // a chunk in shared memory is the socket's to refuse
      while (socket.bufferedAmount > HIGH_WATER && socket.readyState === OPEN) await pause(POLL_INTERVAL);
    },
    close: () => socket.close(1000),
    abort: () => socket.close(),
  });
  return { readable, writable };
}

function whenOpen(socket: WebSocketLike): Promise<void> {
  if (socket.readyState !== CONNECTING) return Promise.resolve();
  return new Promise((resolve, reject) => {
    const fail = () => reject(new Error('the WebSocket did not open'));
    socket.addEventListener('open', () => resolve(), { once: true });
    socket.addEventListener('error', fail, { once: true });
    socket.addEventListener('close', fail, { once: true });
  });
}

function pause(milliseconds: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, milliseconds));
}
