/** CPython's test_asyncio/test_sslproto.py, by name. */
import { Duplex } from 'node:stream';
import test from 'ava';
import { Future } from '../../lib/asyncio/future.ts';
import * as asyncio from '../../lib/asyncio/index.ts';
import { feedBuffered } from '../../lib/asyncio/protocols.ts';
import { SocketTransport } from '../../lib/asyncio/socket-transport.ts';
import * as ssl from '../../lib/index.ts';
import {
  bytes,
  filled,
  type Sock,
  simpleClientContext,
  simpleServerContext,
  sleep,
  TcpServer,
  tcpClient,
  text,
  verifyingClientContext,
} from './counterpart.ts';
import { FakeLoop, FakeTransport } from './fakes.ts';

const HELLO_MSG = filled(100 * 1024, '1');

interface Layer {
  readonly loop: FakeLoop;
  readonly waiter: Future;
  readonly proto: asyncio.SSLProtocol;
}

function sslProtocol(app: asyncio.AnyProtocol = new asyncio.Protocol()): Layer {
  const [loop, waiter] = [new FakeLoop(), new Future()];
  const keywords = { ssl_handshake_timeout: 0.1 };
  const proto = new asyncio.SSLProtocol(loop, app, simpleClientContext(), waiter, keywords);
  return { loop, waiter, proto };
}

function connectionMade({ proto }: Layer): FakeTransport {
  const transport = new FakeTransport();
  proto.connection_made(transport);
  return transport;
}

for (const [name, ssl_handshake_timeout] of [
  ['zero', 0],
  ['negative', -10],
  ['nan', Number.NaN],
] as const) {
  test(`SslProtoHandshakeTests.test_handshake_timeout_${name}`, (t) => {
    const make = () =>
      new asyncio.SSLProtocol(new FakeLoop(), new asyncio.Protocol(), simpleClientContext(), new Future(), {
        ssl_handshake_timeout,
      });
    t.throws(make, { instanceOf: ssl.ValueError, message: /a positive number/ });
  });
}

test('SslProtoHandshakeTests.test_eof_received_waiter', async (t) => {
  const layer = sslProtocol();
  connectionMade(layer);
  layer.proto.eof_received();
  await t.throwsAsync(layer.waiter.promise, { instanceOf: ssl.ConnectionResetError });
});

test('SslProtoHandshakeTests.test_fatal_error_no_name_error', async (t) => {
  // What is fatal is told to the exception handler, unless it is what a connection may come to.
  class Clumsy extends asyncio.Protocol {
    override connection_made(): void {
      throw new RangeError('clumsy');
    }
  }
  const { loop, proto, waiter } = sslProtocol(new Clumsy());
  const outer = new FakeTransport();
  proto.connection_made(outer);
  proto.data_received(bytes('not TLS at all, this is'));
  await t.throwsAsync(waiter.promise, { instanceOf: ssl.SSLError });
  t.true(outer.reason instanceof ssl.SSLError);
  t.deepEqual(loop.told, []);
});

test('SslProtoHandshakeTests.test_connection_lost', async (t) => {
  const layer = sslProtocol();
  connectionMade(layer);
  layer.proto.connection_lost(new ssl.ConnectionAbortedError());
  await t.throwsAsync(layer.waiter.promise, { instanceOf: ssl.ConnectionAbortedError });
  t.deepEqual(layer.loop.timers, []);
});

test('SslProtoHandshakeTests.test_connection_lost_when_busy', async (t) => {
  // The socket breaks under a write: whoever writes again hears of it.
  const broken = new Duplex({
    read() {},
    write: (_chunk, _encoding, done) => done(Object.assign(new Error('broken'), { code: 'EPIPE' })),
  });
  const reader = new asyncio.StreamReader();
  const protocol = new asyncio.StreamReaderProtocol(reader);
  const loop = new FakeLoop();
  const transport = new SocketTransport(loop, broken, protocol);
  const writer = new asyncio.StreamWriter(transport, protocol, reader);
  const writing = async () => {
    for (;;) {
      writer.write(bytes('An interesting message'));
      await writer.drain();
    }
  };
  await t.throwsAsync(writing(), { instanceOf: ssl.BrokenPipeError });
  await t.throwsAsync(writer.wait_closed(), { instanceOf: ssl.BrokenPipeError });
  t.deepEqual(loop.told, []);
});

test('SslProtoHandshakeTests.test_close_during_handshake', (t) => {
  const layer = sslProtocol();
  const transport = connectionMade(layer);
  layer.proto.app_transport.close();
  t.is(transport.reason, null);
  t.deepEqual(transport.calls, ['_force_close']);
});

test('SslProtoHandshakeTests.test_close_during_ssl_over_ssl', (t) => {
  const inner = sslProtocol();
  const outer = sslProtocol(inner.proto);
  connectionMade(outer);
  t.notThrows(() => outer.proto.app_transport.close());
  t.deepEqual([...inner.loop.told, ...outer.loop.told], []);
});

test('SslProtoHandshakeTests.test_get_extra_info_on_closed_connection', (t) => {
  const layer = sslProtocol();
  const transport = layer.proto.app_transport;
  t.is(transport.get_extra_info('socket'), null);
  t.is(transport.get_extra_info('socket', layer), layer);
  connectionMade(layer);
  t.not(transport.get_extra_info('socket'), null);
  t.true(transport.get_extra_info('sslcontext') instanceof ssl.SSLContext);
  layer.proto.connection_lost(null);
  t.is(transport.get_extra_info('socket'), null);
});

test('SslProtoHandshakeTests.test_set_new_app_protocol', (t) => {
  const { proto } = sslProtocol();
  const another = new asyncio.Protocol();
  proto.app_transport.set_protocol(another);
  t.is(proto.app_transport.get_protocol(), another);
  t.is(proto.app_protocol, another);
});

test('SslProtoHandshakeTests.test_data_received_after_closing', (t) => {
  const layer = sslProtocol();
  connectionMade(layer);
  layer.proto.app_transport.close();
  t.notThrows(() => layer.proto.data_received(bytes('12345')));
});

test('SslProtoHandshakeTests.test_write_after_closing', (t) => {
  const layer = sslProtocol();
  const transport = connectionMade(layer);
  const before = transport.written.length;
  layer.proto.app_transport.close();
  t.notThrows(() => layer.proto.app_transport.write(bytes('data')));
  t.is(transport.written.length, before);
});

test('the handshake is given up when its time is over, and not after', async (t) => {
  const layer = sslProtocol();
  const transport = connectionMade(layer);
  t.deepEqual(
    layer.loop.timers.map(({ delay }) => delay),
    [0.1],
  );
  layer.loop.elapse();
  t.true(transport.reason instanceof ssl.ConnectionAbortedError);
  layer.proto.connection_lost(transport.reason ?? null);
  await t.throwsAsync(layer.waiter.promise, {
    instanceOf: ssl.ConnectionAbortedError,
    message: /^SSL handshake is taking longer than 0\.1 seconds: aborting the connection$/,
  });
});

test('BaseStartTLS.test_buf_feed_data', (t) => {
  class Proto extends asyncio.BufferedProtocol {
    readonly buffer: Uint8Array;
    data = '';
    constructor(size: number) {
      super();
      this.buffer = new Uint8Array(size);
    }
    override get_buffer(): Uint8Array {
      return this.buffer;
    }
    override buffer_updated(nbytes: number): void {
      this.data += text(this.buffer.subarray(0, nbytes));
    }
  }
  for (const [size, data] of [
    [1, '12345'],
    [2, '12345'],
    [2, '1234'],
    [4, '1234'],
    [100, '12345'],
  ] as const) {
    const proto = new Proto(size);
    feedBuffered(proto, bytes(data));
    t.is(proto.data, data);
  }
  t.throws(() => feedBuffered(new Proto(0), bytes('12345')), {
    instanceOf: ssl.RuntimeError,
    message: /empty buffer/,
  });
});

/** Remembers what it was told, and lets others wait for it. */
class Recorder extends asyncio.Protocol {
  readonly data = new Future<string>();
  readonly eof = new Future();
  readonly lost = new Future<Error | null>();
  readonly made = new Future<asyncio.Transport>();
  received = '';
  madeCount = 0;

  override connection_made(transport: asyncio.Transport): void {
    this.madeCount += 1;
    this.made.set_result(transport);
  }
  override data_received(data: Uint8Array): void {
    this.received += text(data);
    this.data.set_result(text(data));
  }
  override eof_received(): void {
    this.eof.set_result();
  }
  override connection_lost(exc: Error | null): void {
    this.lost.set_result(exc);
  }
}

test('BaseStartTLS.test_start_tls_client_reg_proto_1', async (t) => {
  const server = await TcpServer.start(async (sock) => {
    await sock.recvAll(HELLO_MSG.length);
    await sock.starttls(simpleServerContext(), { server_side: true });
    await sock.send(bytes('O'));
    await sock.recvAll(HELLO_MSG.length);
    sock.shutdownWrite(); // no close_notify
  });
  const [transport, proto] = await asyncio.create_connection(() => new Recorder(), ...server.addr);
  transport.write(HELLO_MSG);
  const wrapped = await asyncio.start_tls(transport, proto, simpleClientContext());
  t.is(await proto.data.promise, 'O');
  wrapped.write(HELLO_MSG);
  await proto.eof.promise;
  wrapped.close();
  t.is(await proto.lost.promise, null);
  t.is(proto.madeCount, 1);
  await server.stop();
});

test('BaseStartTLS.test_start_tls_client_buf_proto_1', async (t) => {
  let made = 0;
  class First extends asyncio.BufferedProtocol {
    readonly buffer = new Uint8Array(1);
    readonly data = new Future<string>();
    override connection_made(): void {
      made += 1;
    }
    override get_buffer(): Uint8Array {
      return this.buffer;
    }
    override buffer_updated(nbytes: number): void {
      this.data.set_result(text(this.buffer.subarray(0, nbytes)));
    }
  }
  class Second extends Recorder {
    override connection_made(): void {
      made += 1;
    }
  }
  const server = await TcpServer.start(async (sock) => {
    await sock.recvAll(HELLO_MSG.length);
    await sock.starttls(simpleServerContext(), { server_side: true });
    await sock.send(bytes('O'));
    await sock.recvAll(HELLO_MSG.length);
    await sock.send(bytes('2'));
    await sock.recvAll(HELLO_MSG.length);
    sock.shutdownWrite();
  });
  const [transport, first] = await asyncio.create_connection(() => new First(), ...server.addr);
  transport.write(HELLO_MSG);
  const wrapped = await asyncio.start_tls(transport, first, simpleClientContext());
  t.is(await first.data.promise, 'O');
  wrapped.write(HELLO_MSG);
  const second = new Second();
  wrapped.set_protocol(second);
  t.is(await second.data.promise, '2');
  wrapped.write(HELLO_MSG);
  await second.eof.promise;
  wrapped.close();
  t.is(made, 1);
  await server.stop();
});

test('BaseStartTLS.test_start_tls_slow_client_cancel', async (t) => {
  const waits = new Future();
  const server = await TcpServer.start(async (sock) => {
    await sock.recvAll(HELLO_MSG.length);
    waits.set_result();
    await t.throwsAsync(sock.recvAll(1024 * 1024), { instanceOf: ssl.ConnectionAbortedError });
  });
  const [transport, proto] = await asyncio.create_connection(() => new Recorder(), ...server.addr);
  transport.write(HELLO_MSG);
  await waits.promise;
  const giveUp = new AbortController();
  const upgrade = asyncio.start_tls(transport, proto, simpleClientContext(), { signal: giveUp.signal });
  const reason = new ssl.TimeoutError();
  setTimeout(() => giveUp.abort(reason), 20); // at any time: the server does not answer
  t.is(await t.throwsAsync(upgrade), reason);
  t.is(await proto.lost.promise, null);
  await server.stop();
});

test('BaseStartTLS.test_start_tls_server_1', async (t) => {
  const proto = new Recorder();
  const server = await asyncio.create_server(() => proto, '127.0.0.1', 0);
  const [{ getsockname }] = server.sockets;
  let answer = '';
  const client = tcpClient(getsockname() as [string, number], async (sock) => {
    await sock.recvAll(HELLO_MSG.length);
    await sock.starttls(simpleClientContext());
    await sock.send(HELLO_MSG);
    answer = text(await sock.recvAll(6));
  });
  const transport = await proto.made.promise;
  transport.write(HELLO_MSG);
  t.is(proto.received, '');
  const wrapped = await asyncio.start_tls(transport, proto, simpleServerContext(), { server_side: true });
  while (proto.received.length < HELLO_MSG.length) await sleep(1);
  wrapped.write(bytes('answer'));
  await client;
  await proto.lost.promise;
  t.is(proto.received, text(HELLO_MSG));
  wrapped.close();
  server.close();
  await server.wait_closed();
  t.is(answer, 'answer');
});

test('BaseStartTLS.test_start_tls_wrong_args', async (t) => {
  const nothing = null as never;
  await t.throwsAsync(asyncio.start_tls(nothing, nothing, nothing), {
    instanceOf: TypeError,
    message: /SSLContext, got/,
  });
  await t.throwsAsync(asyncio.start_tls(nothing, nothing, simpleServerContext()), {
    instanceOf: TypeError,
    message: /is not supported/,
  });
});

/** A peer that listens, and says nothing until the end. */
const silent = (aborted: () => void) => async (sock: Sock) => {
  try {
    await sock.recvAll(1024 * 1024);
  } catch {
    aborted();
  }
};

test('BaseStartTLS.test_handshake_timeout', async (t) => {
  let aborted = false;
  const heard = new Future();
  const server = await TcpServer.start(async (sock) => {
    await sock.recv(1);
    heard.set_result();
    await silent(() => (aborted = true))(sock);
  });
  const giveUp = new AbortController();
  const connecting = asyncio.create_connection(() => new asyncio.Protocol(), ...server.addr, {
    ssl: simpleClientContext(),
    server_hostname: '',
    signal: giveUp.signal,
  });
  const reason = new ssl.TimeoutError();
  heard.promise.then(() => giveUp.abort(reason));
  t.is(await t.throwsAsync(connecting), reason);
  await server.stop();
  t.true(aborted);
});

test('BaseStartTLS.test_create_connection_ssl_slow_handshake', async (t) => {
  const server = await TcpServer.start(silent(() => {}));
  const opening = asyncio.open_connection(...server.addr, {
    ssl: simpleClientContext(),
    server_hostname: '',
    ssl_handshake_timeout: 0.05,
  });
  await t.throwsAsync(opening, {
    instanceOf: ssl.ConnectionAbortedError,
    message: /SSL handshake.*is taking longer/,
  });
  await server.stop();
});

test('BaseStartTLS.test_create_connection_ssl_failed_certificate', async (t) => {
  const told: unknown[] = [];
  const server = await TcpServer.start(async (sock) => {
    await sock.starttls(simpleServerContext(), { server_side: true }).catch((error) => told.push(error));
    // In TLS 1.3 the server is done before the client has judged; the alert comes then.
    await sock.recv(1).catch((error) => told.push(error));
  });
  const strict = verifyingClientContext();
  strict.check_hostname = true;
  const opening = asyncio.open_connection(...server.addr, { ssl: strict, server_hostname: 'example.com' });
  await t.throwsAsync(opening, { instanceOf: ssl.SSLCertVerificationError });
  await server.stop();
  t.is((told[0] as ssl.SSLError).reason, 'SSLV3_ALERT_BAD_CERTIFICATE', 'the alert goes out first');
});

test('BaseStartTLS.test_start_tls_client_corrupted_ssl', async (t) => {
  const server = await TcpServer.start(async (sock) => {
    await sock.starttls(simpleServerContext(), { server_side: true });
    await sock.send(bytes('A\n'));
    await sock.recvAll(1);
    sock.sendRaw(bytes('please corrupt the SSL connection'));
  });
  const [reader, writer] = await asyncio.open_connection(...server.addr, {
    ssl: simpleClientContext(),
    server_hostname: '',
  });
  t.is(text(await reader.readline()), 'A\n');
  writer.write(bytes('B'));
  await t.throwsAsync(reader.readline(), { instanceOf: ssl.SSLError });
  writer.close();
  await t.throwsAsync(writer.wait_closed(), { instanceOf: ssl.SSLError });
  await server.stop();
});
