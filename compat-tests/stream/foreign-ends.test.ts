/**
 * Streams that tell of their end as Bun's do: one that is destroyed on this side says 'end' as well, before it says
 * 'close'. Nothing came from the peer; whoever reads must not take it for the end of the data.
 */
import { once } from 'node:events';
import { Duplex } from 'node:stream';
import test from 'ava';
import * as asyncio from '../../lib/asyncio/index.ts';
import { loop } from '../../lib/asyncio/loop.ts';
import { SocketTransport } from '../../lib/asyncio/socket-transport.ts';
import * as ssl from '../../lib/index.ts';
import { SSLDuplex } from '../../lib/node/index.ts';
import { DuplexTransport } from '../../lib/stream/duplex-transport.ts';

class Foreign extends Duplex {
  override _read(): void {}
  override _write(_chunk: unknown, _encoding: string, done: () => void): void {
    done();
  }
  override _destroy(error: Error | null, done: (error: Error | null) => void): void {
    Object.defineProperty(this, 'readableEnded', { value: true });
    this.emit('end');
    done(error);
  }
}

const closed = (stream: Duplex) => new Promise<void>((resolve) => stream.once('close', resolve));

test('a read of a stream that is destroyed fails', async (t) => {
  const stream = new Foreign();
  const reading = new DuplexTransport(stream).receive();
  stream.destroy();
  await t.throwsAsync(reading, { code: 'ERR_STREAM_PREMATURE_CLOSE' });
});

test('TLS over a stream that is destroyed is destroyed', async (t) => {
  const stream = new Foreign();
  const context = new ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT);
  const secured = new SSLDuplex(stream, context, { server_hostname: 'localhost' });
  stream.destroy();
  const [error] = await once(secured, 'error');
  t.is(error.code, 'ERR_STREAM_PREMATURE_CLOSE');
  t.true(secured.destroyed);
});

class Told extends asyncio.Protocol {
  readonly calls: unknown[] = [];

  override eof_received(): boolean {
    this.calls.push('eof');
    return true;
  }
  override connection_lost(exc: Error | null): void {
    this.calls.push(exc?.name ?? exc);
  }
}

async function transportOver(stream: Duplex): Promise<readonly [SocketTransport, Told]> {
  const protocol = new Told();
  const transport = new SocketTransport(loop, stream, protocol);
  await new Promise(setImmediate);
  return [transport, protocol];
}

test('a transport over a stream that somebody destroys has lost its connection', async (t) => {
  const stream = new Foreign();
  const [, { calls }] = await transportOver(stream);
  stream.destroy();
  await closed(stream);
  t.deepEqual(calls, ['ConnectionAbortedError']);
});

test('what befalls a connection that was closed with nothing left to send is not told', async (t) => {
  const stream = new Foreign();
  stream._final = () => {}; // the peer has not answered yet
  const [transport, { calls }] = await transportOver(stream);
  transport.close();
  stream.destroy(Object.assign(new Error('reset'), { code: 'ECONNRESET' }));
  await closed(stream);
  t.deepEqual(calls, [null]);
});

test('what befalls one that had something to send is', async (t) => {
  const stream = new Foreign();
  stream._write = () => {}; // nothing leaves
  const [transport, { calls }] = await transportOver(stream);
  transport.write(Uint8Array.of(1));
  transport.close();
  stream.destroy(Object.assign(new Error('reset'), { code: 'ECONNRESET' }));
  await closed(stream);
  t.deepEqual(calls, ['ConnectionResetError']);
});

test('a connection that has failed is closing, though its protocol is told a little later', async (t) => {
  const stream = new Foreign();
  const [transport, { calls }] = await transportOver(stream);
  stream.destroy(Object.assign(new Error('reset'), { code: 'ECONNRESET' }));
  t.true(transport.is_closing());
  transport.close(); // with nothing left to send, since what there was is lost
  await closed(stream);
  t.deepEqual(calls, ['ConnectionResetError']);
});
