/** What a connection may come to: cut, broken, flooded, misused. Each time one exception, and nothing left behind. */
import { Duplex } from 'node:stream';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import test, { type ExecutionContext } from 'ava';
import { Future } from '../../lib/asyncio/future.ts';
import * as asyncio from '../../lib/asyncio/index.ts';
import * as ssl from '../../lib/index.ts';
import { quiet } from '../tools/quiet.ts';
import { randomNumbers } from '../tools/seed.ts';
import {
  bytes,
  filled,
  simpleClientContext,
  simpleServerContext,
  sleep,
  TcpServer,
  text,
} from './counterpart.ts';
import { duplexPair } from './duplex-pair.ts';
import { FakeLoop, FakeTransport } from './fakes.ts';

const unhandled: unknown[] = [];
process.on('unhandledRejection', (reason) => unhandled.push(reason));
test.after.always('no rejection has gone unhandled', (t) => t.deepEqual(unhandled, []));

const noName = () => ({ ssl: simpleClientContext(), server_hostname: '' });

/** Writes down how it is called. */
class Diary extends asyncio.Protocol {
  readonly calls: string[] = [];
  readonly lost = new Future<Error | null>();
  data = '';

  override connection_made(): void {
    this.calls.push('made');
  }
  override data_received(data: Uint8Array): void {
    this.data += text(data);
  }
  override eof_received(): void {
    this.calls.push('eof');
  }
  override connection_lost(exc: Error | null): void {
    this.calls.push('lost');
    this.lost.set_result(exc);
  }
  override pause_writing(): void {
    this.calls.push('pause');
  }
  override resume_writing(): void {
    this.calls.push('resume');
  }
}

/** One end of a connection without a network. */
class End {
  readonly loop = new FakeLoop();
  readonly waiter = new Future();
  readonly diary = new Diary();
  readonly transport = new FakeTransport();
  readonly proto: asyncio.SSLProtocol;

  constructor(context: ssl.SSLContext, server_side: boolean) {
    this.proto = new asyncio.SSLProtocol(this.loop, this.diary, context, this.waiter, { server_side });
    this.proto.connection_made(this.transport);
  }

  /** What it has sent since it was last asked. */
  take(): Uint8Array {
    return Buffer.concat(this.transport.written.splice(0));
  }

  /** The transport underneath closes, as it does when it was told to or has ended. */
  lose(exc: Error | null): void {
    if (this.transport.reason !== undefined) this.proto.connection_lost(this.transport.reason);
    else this.proto.connection_lost(exc);
  }
}

/** Which end is cut off, in which of the flights that it receives, and how many flights there are before. */
const cuts = [
  ['client', "the server's flight"],
  ['server', "the client's hello"],
  ['server', "the client's Finished"],
] as const;

for (const [side, flight] of cuts) {
  for (const how of ['ends', 'breaks'] as const) {
    const step = how === 'ends' ? 1 : 7;
    test(`a handshake ${how} at every ${step === 1 ? '' : '7th '}byte of ${flight}`, async (t) => {
      const contexts = [simpleClientContext(), simpleServerContext()] as const;
      for (let at = 0; ; at += step) {
        const [client, server] = [new End(contexts[0], false), new End(contexts[1], true)];
        const victim = side === 'client' ? client : server;
        const whole = flightOf(flight, client, server);
        if (at >= whole.length) break;
        victim.proto.data_received(whole.subarray(0, at));
        const error = how === 'ends' ? null : new ssl.BrokenPipeError(32, 'Broken pipe');
        if (how === 'ends') victim.proto.eof_received();
        victim.lose(error);
        const reason = await t.throwsAsync(victim.waiter.promise);
        const expected = how === 'ends' ? ssl.ConnectionResetError : ssl.BrokenPipeError;
        if (!(reason instanceof expected)) t.fail(`byte ${at}: ${reason}`);
        if (victim.loop.timers.length + victim.loop.told.length + victim.diary.calls.length > 0) {
          t.fail(`byte ${at}: something is left`);
        }
      }
      t.pass();
    });
  }
}

function flightOf(flight: (typeof cuts)[number][1], client: End, server: End): Uint8Array {
  const hello = client.take();
  if (flight === "the client's hello") return hello;
  server.proto.data_received(hello);
  const answer = server.take();
  if (flight === "the server's flight") return answer;
  client.proto.data_received(answer);
  return client.take();
}

/** Both ends of a connection without a network, the handshake over. */
function handshaken(): [End, End] {
  const [client, server] = [new End(simpleClientContext(), false), new End(simpleServerContext(), true)];
  carry(client, server);
  return [client, server];
}

function carry(one: End, other: End): void {
  for (let moved = 1; moved > 0; ) {
    moved = 0;
    for (const [from, to] of [
      [one, other],
      [other, one],
    ]) {
      const data = from.take();
      moved += data.length;
      if (data.length > 0) to.proto.data_received(data);
    }
  }
}

for (const [name, greeting, reason] of [
  ['a client', '220 mail.example.com ESMTP\r\n', 'WRONG_VERSION_NUMBER'],
  ['a server', 'GET / HTTP/1.1\r\n\r\n', 'HTTP_REQUEST'],
] as const) {
  test(`plaintext before the handshake: ${name} says what it is, once`, async (t) => {
    const server_side = name === 'a server';
    const end = new End(server_side ? simpleServerContext() : simpleClientContext(), server_side);
    end.proto.data_received(bytes(greeting));
    end.proto.data_received(bytes(greeting));
    const error = await t.throwsAsync<ssl.SSLError>(end.waiter.promise, { instanceOf: ssl.SSLError });
    t.is(error?.reason, reason);
    t.is(end.transport.reason, error);
    end.lose(null);
    t.deepEqual([end.diary.calls, end.loop.told, end.loop.timers], [[], [], []]);
  });
}

test('a record that arrives byte by byte, and one that never does', async (t) => {
  const [client, server] = handshaken();
  client.proto.app_transport.write(bytes('whole'));
  const record = client.take();
  for (let at = 0; at < record.length; at++) {
    t.is(server.diary.data, '');
    server.proto.data_received(record.subarray(at, at + 1));
  }
  t.is(server.diary.data, 'whole');
  client.proto.app_transport.write(bytes('torn'));
  server.proto.data_received(client.take().subarray(0, -1));
  server.lose(new ssl.ConnectionResetError(104, 'Connection reset by peer'));
  t.true((await server.diary.lost.promise) instanceof ssl.ConnectionResetError);
  t.deepEqual(server.diary.calls, ['made', 'lost']);
  t.is(server.diary.data, 'whole');
});

test('a record that does not decrypt: what came before is delivered, then the connection is lost with the error', async (t) => {
  const [client, server] = handshaken();
  client.proto.app_transport.write(bytes('in order'));
  const good = client.take();
  client.proto.app_transport.write(bytes('broken'));
  const bad = client.take();
  bad[bad.length - 1] ^= 1;
  server.proto.data_received(Buffer.concat([good, bad]));
  t.is(server.diary.data, 'in order');
  t.true(server.take().length > 0, 'the alert');
  server.lose(null);
  const error = await server.diary.lost.promise;
  t.is((error as ssl.SSLError).reason, 'DECRYPTION_FAILED_OR_BAD_RECORD_MAC');
  t.deepEqual(server.loop.told, []);
});

for (const side of ['data_received', 'eof_received', 'buffer_updated'] as const) {
  test(`a protocol that throws in ${side} loses its connection, and the exception handler is told`, async (t) => {
    const slip = new RangeError('slip');
    const app = side === 'buffer_updated' ? new Full() : new Diary();
    (app as unknown as Record<string, () => void>)[side] = () => {
      throw slip;
    };
    const server = new End(simpleServerContext(), true);
    const [loop, waiter, transport] = [new FakeLoop(), new Future(), new FakeTransport()];
    const proto = new asyncio.SSLProtocol(loop, app, simpleClientContext(), waiter);
    proto.connection_made(transport);
    const client = Object.assign(Object.create(End.prototype), { loop, waiter, transport, proto }) as End;
    carry(client, server);
    if (side === 'eof_received') server.proto.app_transport.close();
    else server.proto.app_transport.write(bytes('data'));
    carry(client, server);
    t.deepEqual(
      loop.told.map(({ exception }) => exception),
      [slip],
    );
    t.is(transport.reason, slip);
  });
}

/** A protocol with a buffer of its own, of few bytes. */
class Full extends asyncio.BufferedProtocol {
  readonly buffer = new Uint8Array(7);
  data = '';
  readonly lost = new Future<Error | null>();
  override get_buffer(): Uint8Array {
    return this.buffer;
  }
  override buffer_updated(nbytes: number): void {
    this.data += text(this.buffer.subarray(0, nbytes));
  }
  override connection_lost(exc: Error | null): void {
    this.lost.set_result(exc);
  }
}

for (const orderly of [true, false]) {
  test(`a small buffer is filled to the last byte before the end is told (${orderly ? 'close_notify' : 'end'})`, async (t) => {
    const sent = 'abcdefghijklmnopqrstuvwxyz'.repeat(9);
    const server = await TcpServer.start(async (sock) => {
      await sock.starttls(simpleServerContext(), { server_side: true });
      await sock.send(bytes(sent));
      if (orderly) await sock.unwrap();
    });
    const [, proto] = await asyncio.create_connection(() => new Full(), ...server.addr, noName());
    t.is(await proto.lost.promise, null);
    t.is(proto.data, sent);
    await server.stop();
  });
}

test('a socket that is destroyed under the transport: one ConnectionAbortedError, for all who wait', async (t) => {
  const server = await TcpServer.start(async (sock) => {
    await sock.starttls(simpleServerContext(), { server_side: true });
    await sock.ended();
  });
  const [reader, writer] = await asyncio.open_connection(...server.addr, noName());
  const reading = reader.readexactly(1);
  (writer.get_extra_info('socket') as { destroy(): void }).destroy();
  const error = await t.throwsAsync(reading, { instanceOf: ssl.ConnectionAbortedError });
  t.is(await t.throwsAsync(writer.wait_closed()), error);
  t.is(await t.throwsAsync(writer.drain()), error);
  t.notThrows(() => writer.write(bytes('into the void')));
  await server.stop();
});

test('a peer that resets the connection in the middle of a record', async (t) => {
  const server = await TcpServer.start(async (sock) => {
    await sock.starttls(simpleServerContext(), { server_side: true });
    await sock.recv(1);
    sock.sendRaw(new Uint8Array([23, 3, 3, 1, 0, 42]));
    sock.reset();
  });
  const [reader, writer] = await asyncio.open_connection(...server.addr, noName());
  writer.write(bytes('x'));
  writer.write(filled(16 * 1024 * 1024, 'y')); // more than the system takes at once
  // Where the system tells the reset to who writes, who reads may see an end before the connection is lost.
  const read = await reader.read().catch((error: unknown) => error);
  const error = await t.throwsAsync(writer.wait_closed(), { instanceOf: ssl.ConnectionError });
  t.true(read === error || (read instanceof Uint8Array && read.length === 0));
  await server.stop();
});

test('what is written before a close and cannot be sent is not lost in silence', async (t) => {
  const failure = Object.assign(new Error('write ECONNRESET'), { code: 'ECONNRESET', errno: -104 });
  const sock = new Duplex({
    read() {},
    write: (_chunk, _encoding, done) => void setImmediate(() => done(failure)),
  });
  const [, writer] = await asyncio.open_connection({ sock });
  writer.write(bytes('the last words'));
  writer.close();
  await t.throwsAsync(writer.wait_closed(), { instanceOf: ssl.ConnectionResetError });
});

for (const [suppress_ragged_eofs, orderly] of [
  [false, false],
  [false, true],
  [true, false],
] as const) {
  test(`an end ${orderly ? 'with' : 'without'} close_notify, suppress_ragged_eofs: ${suppress_ragged_eofs}`, async (t) => {
    const server = await TcpServer.start(async (sock) => {
      await sock.starttls(simpleServerContext(), { server_side: true });
      await sock.send(bytes('HTTP/1.0 200 OK\r\n\r\nhalf of a pa'));
      if (orderly) await sock.unwrap();
    });
    const [reader, writer] = await asyncio.open_connection(...server.addr, {
      ...noName(),
      suppress_ragged_eofs,
    });
    t.is((await reader.readexactly(19)).length, 19);
    if (suppress_ragged_eofs || orderly) {
      t.is(text(await reader.read()), 'half of a pa');
      await writer.wait_closed();
    } else {
      await t.throwsAsync(
        reader.read().then(() => reader.read()),
        { instanceOf: ssl.SSLEOFError },
      );
      await t.throwsAsync(writer.wait_closed(), { instanceOf: ssl.SSLEOFError });
    }
    await server.stop();
  });
}

test('after write_eof() a plain connection still reads, and does not write', async (t) => {
  const server = await TcpServer.start(async (sock) => {
    t.is(text(await sock.recvAll(7)), 'request');
    t.is((await sock.recv(1)).length, 0);
    await sock.send(bytes('answer'));
  });
  const [reader, writer] = await asyncio.open_connection(...server.addr);
  writer.write(bytes('request'));
  t.true(writer.can_write_eof());
  writer.write_eof();
  t.throws(() => writer.write(bytes('more')), { instanceOf: ssl.RuntimeError });
  t.is(text(await reader.read()), 'answer');
  writer.close();
  await writer.wait_closed();
  await server.stop();
});

test('a program that has paused reading holds the peer up, and loses nothing', async (t) => {
  const size = 24 * 1024 * 1024;
  let sent = false;
  const server = await asyncio.start_server(
    async (_reader, writer) => {
      const chunk = filled(64 * 1024, 's');
      for (let at = 0; at < size; at += chunk.length) {
        writer.write(chunk);
        await writer.drain();
      }
      sent = true;
      writer.close();
    },
    '127.0.0.1',
    0,
    { ssl: simpleServerContext() },
  );
  class Counting extends asyncio.Protocol {
    count = 0;
    readonly lost = new Future<Error | null>();
    override connection_made(transport: asyncio.Transport): void {
      transport.pause_reading();
    }
    override data_received(data: Uint8Array): void {
      this.count += data.length;
    }
    override connection_lost(exc: Error | null): void {
      this.lost.set_result(exc);
    }
  }
  const [host, port] = server.sockets[0].getsockname() as [string, number];
  const [transport, proto] = await asyncio.create_connection(() => new Counting(), host, port, noName());
  const held = transport as unknown as { get_read_buffer_size(): number };
  while (held.get_read_buffer_size() <= 256 * 1024) await sleep(10);
  await quiet(50);
  t.false(sent);
  t.is(proto.count, 0);
  t.true(held.get_read_buffer_size() < 512 * 1024, 'one chunk more than the mark at most');
  transport.resume_reading();
  t.is(await proto.lost.promise, null);
  t.is(proto.count, size);
  server.close();
  await server.wait_closed();
});

test('writing is paused above the high-water mark and resumed below the low one, in turn', (t) => {
  const [client] = handshaken();
  const { app_transport } = client.proto;
  t.deepEqual(app_transport.get_write_buffer_limits(), [128 * 1024, 512 * 1024]);
  client.proto.pause_writing(); // the socket is full
  app_transport.write(filled(500 * 1024, 'x'));
  t.deepEqual(client.diary.calls, ['made']);
  app_transport.write(filled(100 * 1024, 'x'));
  app_transport.write(filled(100 * 1024, 'x'));
  t.deepEqual(client.diary.calls, ['made', 'pause']);
  t.true(app_transport.get_write_buffer_size() > 700 * 1024);
  client.proto.resume_writing();
  t.deepEqual(client.diary.calls, ['made', 'pause', 'resume']);
  t.is(app_transport.get_write_buffer_size(), 0);
  app_transport.set_write_buffer_limits(0);
  t.deepEqual(app_transport.get_write_buffer_limits(), [0, 0]);
  t.throws(() => app_transport.set_write_buffer_limits(1, 2), { instanceOf: ssl.ValueError });
  t.throws(() => app_transport.set_read_buffer_limits(-1), { instanceOf: ssl.ValueError });
});

/** Both ends of a connection over streams in memory. */
async function inMemory(t: ExecutionContext): Promise<[Streams, Streams]> {
  const [near, far] = duplexPair();
  const reader = new asyncio.StreamReader();
  const protocol = new asyncio.StreamReaderProtocol(reader);
  const accepting = asyncio.connect_accepted_socket(() => protocol, far, { ssl: simpleServerContext() });
  const client = await asyncio.open_connection({ sock: near, ...noName() });
  const [transport] = await accepting;
  t.is(transport.get_extra_info('peername'), null);
  return [client, [reader, new asyncio.StreamWriter(transport, protocol, reader)]];
}

type Streams = [asyncio.StreamReader, asyncio.StreamWriter];

test('both sides send more than fits at the same time, over any stream', async (t) => {
  const [client, server] = await inMemory(t);
  const random = randomNumbers(7);
  const data = Uint8Array.from({ length: 3 * 1024 * 1024 }, () => random() & 0xff);
  const both = async ([reader, writer]: Streams, cut: number) => {
    const sending = (async () => {
      for (let at = 0; at < data.length; at += cut) {
        writer.write(data.subarray(at, at + cut));
        await writer.drain();
      }
    })();
    t.is(Buffer.compare(await reader.readexactly(data.length), data), 0);
    await sending;
  };
  await Promise.all([both(client, 100_000), both(server, 7_777)]);
  client[1].close();
  t.is((await server[0].read()).length, 0);
  await Promise.all([client[1].wait_closed(), server[1].wait_closed()]);
});

/** Three lines to an echo and back, over streams in memory, and an orderly end. */
async function echo(
  t: ExecutionContext,
  contexts: readonly [client: ssl.SSLContext, server: ssl.SSLContext],
): Promise<void> {
  const [near, far] = duplexPair();
  const reader = new asyncio.StreamReader();
  const protocol = new asyncio.StreamReaderProtocol(reader, async (_, writer) => {
    for await (const line of reader) writer.write(line);
    writer.close();
  });
  const [, [own, writer]] = await Promise.all([
    asyncio.connect_accepted_socket(() => protocol, far, { ssl: contexts[1] }),
    asyncio.open_connection({ sock: near, ssl: contexts[0], server_hostname: '' }),
  ]);
  for (let count = 0; count < 3; count++) {
    writer.write(bytes(`line ${count}\n`));
    t.is(text(await own.readline()), `line ${count}\n`);
  }
  writer.close();
  await writer.wait_closed();
  await protocol.closed;
  t.true(near.destroyed && far.destroyed);
}

test('a thousand connections at a time: no byte lost or doubled, no timer left', async (t) => {
  const contexts = [simpleClientContext(), simpleServerContext()] as const;
  const timers = () => process.getActiveResourcesInfo().filter((kind) => kind === 'Timeout').length;
  const before = timers();
  await Promise.all(Array.from({ length: 1000 }, () => echo(t, contexts)));
  t.true(timers() < before + 10, 'two limits for each would be left otherwise');
});

test.serial('connections that are over are not kept', async (t) => {
  setFlagsFromString('--expose-gc');
  const collect = runInNewContext('gc') as () => void;
  const contexts = [simpleClientContext(), simpleServerContext()] as const;
  const round = async () => {
    for (let i = 0; i < 10; i++) await Promise.all(Array.from({ length: 20 }, () => echo(t, contexts)));
    collect();
    return process.memoryUsage().heapUsed;
  };
  await round();
  const before = await round();
  const grown = (await round()) - before;
  t.log(`${Math.round(grown / 1024)} KiB for 200 connections`);
  t.true(grown < 200 * 10 * 1024, 'a connection that is kept holds some 50 KiB');
});

test("who gives up waiting on a stream loses nothing, and is in nobody else's way", async (t) => {
  const reader = new asyncio.StreamReader();
  const enough = new Error('enough');
  const [read, line, exactly, until] = [0, 1, 2, 3].map(() => new AbortController()) as [
    AbortController,
    AbortController,
    AbortController,
    AbortController,
  ];
  const calls = [
    [read, () => reader.read(5, { signal: read.signal })],
    [line, () => reader.readline({ signal: line.signal })],
    [exactly, () => reader.readexactly(5, { signal: exactly.signal })],
    [until, () => reader.readuntil(bytes('!'), { signal: until.signal })],
  ] as const;
  for (const [giving, call] of calls) {
    const waiting = call();
    giving.abort(enough);
    t.is(await t.throwsAsync(waiting), enough);
  }
  const later = reader.readexactly(5);
  reader.feed_data(bytes('he'));
  reader.feed_data(bytes('llo'));
  t.is(text(await later), 'hello');
  t.is(reader.exception(), null);

  const protocol = new asyncio.StreamReaderProtocol(reader);
  protocol.connection_made({ get_extra_info: () => null } as never);
  protocol.pause_writing();
  const writer = new asyncio.StreamWriter({} as never, protocol, reader);
  const draining = writer.drain({ signal: AbortSignal.abort(enough) });
  t.is(await t.throwsAsync(draining), enough);
  t.is(await t.throwsAsync(writer.wait_closed({ signal: AbortSignal.abort(enough) })), enough);
});
