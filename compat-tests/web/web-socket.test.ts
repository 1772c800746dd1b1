/** A WebSocket as streams: what comes, how it ends, and what is done about one that sends on and on. */
import test from 'ava';
import { type WebSocketLike, websocket_streams } from '../../lib/web/index.ts';

const [OPEN, CLOSED] = [1, 3];

/** A WebSocket that says what a test wants it to say. */
class FakeSocket extends EventTarget implements WebSocketLike {
  binaryType = 'blob';
  bufferedAmount = 0;
  readyState: number;
  closed = 0;
  readonly sent: Uint8Array[] = [];
  constructor(readyState = OPEN) {
    super();
    this.readyState = readyState;
  }
  send(data: Uint8Array): void {
    this.sent.push(data);
  }
  close(): void {
    this.closed++;
  }
  say(data: unknown): void {
    this.dispatchEvent(Object.assign(new Event('message'), { data }));
  }
}

test('frames are bytes in order, and closing is the end', async (t) => {
  const socket = new FakeSocket();
  const { readable, writable } = websocket_streams(socket);
  socket.say(Uint8Array.of(1, 2).buffer);
  socket.say(Uint8Array.of(3).buffer);
  socket.dispatchEvent(new Event('close'));
  const frames: Uint8Array[] = [];
  for await (const frame of readable) frames.push(frame);
  t.deepEqual(frames, [Uint8Array.of(1, 2), Uint8Array.of(3)]);
  await writable.getWriter().write(Uint8Array.of(4));
  t.deepEqual(socket.sent, [Uint8Array.of(4)]);
});

test('a socket that is closed already is at its end', async (t) => {
  const { readable, writable } = websocket_streams(new FakeSocket(CLOSED));
  t.deepEqual(await readable.getReader().read(), { done: true, value: undefined });
  await t.throwsAsync(writable.getWriter().write(Uint8Array.of(1)), { message: 'the WebSocket is closed' });
});

test('a peer that sends on and on while nobody reads is cut off', async (t) => {
  const socket = new FakeSocket();
  const { readable } = websocket_streams(socket);
  const frame = new ArrayBuffer(16 << 20);
  for (let i = 0; i < 4; i++) socket.say(frame);
  t.is(socket.closed, 0);
  socket.say(new ArrayBuffer(1));
  t.is(socket.closed, 1);
  await t.throwsAsync(readable.getReader().read(), { instanceOf: RangeError });
});

test('a text frame is an error, and closes', async (t) => {
  const socket = new FakeSocket();
  const { readable } = websocket_streams(socket);
  socket.say('text');
  t.is(socket.closed, 1);
  await t.throwsAsync(readable.getReader().read(), { instanceOf: TypeError });
});
