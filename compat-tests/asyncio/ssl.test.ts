/** CPython's test_asyncio/test_ssl.py, by name, and what uvloop's tests have beyond it. */
import { once } from 'node:events';
import { connect, createServer, type Socket } from 'node:net';
import test, { type ExecutionContext } from 'ava';
import { Future } from '../../lib/asyncio/future.ts';
import * as asyncio from '../../lib/asyncio/index.ts';
import * as ssl from '../../lib/index.ts';
import { quiet } from '../tools/quiet.ts';
import {
  type Address,
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

const A_DATA = filled(1024 * 256, 'A');
const B_DATA = filled(1024 * 256, 'B');
/** The number of clients at a time. */
const TOTAL_CNT = 25;
const HELLO_MSG = filled(1024 * 100, '1');
const CHUNK = filled(1024 * 128, 'x');
/** How many of them: together more than sockets on loopback hold. */
const SIZE = 32;

const noName = () => ({ ssl: simpleClientContext(), server_hostname: '' });

const many = <T>(body: () => Promise<T>): Promise<T[]> =>
  Promise.all(Array.from({ length: TOTAL_CNT }, () => body()));

const addressOf = (server: asyncio.Server) => server.sockets[0].getsockname() as unknown as Address;

/** Settles with what has become of the connection. */
class MyBaseProto extends asyncio.Protocol {
  readonly connected = new Future<asyncio.Transport>();
  readonly done = new Future<Error | null>();
  transport: asyncio.Transport | undefined;
  state: 'INITIAL' | 'CONNECTED' | 'EOF' | 'CLOSED' = 'INITIAL';
  data = '';

  override connection_made(transport: asyncio.Transport): void {
    this.#from('INITIAL');
    this.transport = transport;
    this.state = 'CONNECTED';
    this.connected.set_result(transport);
  }
  override data_received(data: Uint8Array): void {
    this.#from('CONNECTED');
    this.data += text(data);
  }
  override eof_received(): void {
    this.#from('CONNECTED');
    this.state = 'EOF';
  }
  override connection_lost(exc: Error | null): void {
    this.#from('CONNECTED', 'EOF');
    this.state = 'CLOSED';
    this.done.set_result(exc);
  }
  #from(...states: string[]): void {
    if (!states.includes(this.state)) throw new Error(`called in state ${this.state}`);
  }
}

async function echoTwice(reader: asyncio.StreamReader, writer: asyncio.StreamWriter): Promise<void> {
  if (Buffer.compare(await reader.readexactly(A_DATA.length), A_DATA) !== 0) throw new Error('not A');
  writer.write(bytes('OK'));
  if (Buffer.compare(await reader.readexactly(B_DATA.length), B_DATA) !== 0) throw new Error('not B');
  writer.writelines([bytes('SP'), bytes('A').buffer, new DataView(bytes('M').buffer)] as Uint8Array[]);
  await writer.drain();
  writer.close();
}

test('TestSSL.test_create_server_ssl_1', async (t) => {
  let count = 0;
  const server = await asyncio.start_server(
    async (reader, writer) => {
      await echoTwice(reader, writer);
      count += 1;
    },
    '127.0.0.1',
    0,
    { ssl: simpleServerContext(), family: 4, ssl_handshake_timeout: 30 },
  );
  await many(() =>
    tcpClient(addressOf(server), async (sock) => {
      await sock.starttls(simpleClientContext());
      await sock.send(A_DATA);
      t.is(text(await sock.recvAll(2)), 'OK');
      await sock.send(B_DATA);
      t.is(text(await sock.recvAll(4)), 'SPAM');
      t.is((await sock.recv(1)).length, 0, 'and an orderly end');
    }),
  );
  server.close();
  await server.wait_closed();
  t.is(count, TOTAL_CNT);
});

test('TestSSL.test_create_connection_ssl_1', async (t) => {
  const server = await TcpServer.start(async (sock) => {
    await sock.starttls(simpleServerContext(), { server_side: true });
    await sock.recvAll(A_DATA.length);
    await sock.send(bytes('OK'));
    await sock.recvAll(B_DATA.length);
    await sock.send(bytes('SPAM'));
  });
  const converse = async ([reader, writer]: [asyncio.StreamReader, asyncio.StreamWriter]) => {
    writer.write(A_DATA);
    t.is(text(await reader.readexactly(2)), 'OK');
    writer.write(B_DATA);
    t.is(text(await reader.readexactly(4)), 'SPAM');
    writer.close();
    await writer.wait_closed();
  };
  await many(async () => converse(await asyncio.open_connection(...server.addr, noName())));
  await many(async () => {
    const sock = connect(server.addr[1], server.addr[0]);
    await once(sock, 'connect');
    await converse(await asyncio.open_connection({ sock, ...noName() }));
    t.true(sock.destroyed);
  });
  await server.stop();
});

/** Listens until the end, which has to come. */
const silent = async (sock: Sock) => {
  await sock.recvAll(1024 * 1024).catch((error) => {
    if (!(error instanceof ssl.ConnectionAbortedError)) throw error;
  });
};

test('TestSSL.test_create_connection_ssl_slow_handshake', async (t) => {
  const server = await TcpServer.start(silent);
  const connecting = asyncio.create_connection(() => new MyBaseProto(), ...server.addr, {
    ...noName(),
    ssl_handshake_timeout: 0.05,
  });
  const expected = { instanceOf: ssl.ConnectionAbortedError, message: /SSL handshake.*is taking longer/ };
  await t.throwsAsync(connecting, expected);
  await server.stop();
});

test('TestSSL.test_create_connection_ssl_failed_certificate', async (t) => {
  const server = await TcpServer.start(async (sock) => {
    await sock.starttls(simpleServerContext(), { server_side: true }).catch(() => {});
  });
  const opening = asyncio.open_connection(...server.addr, { ssl: ssl.create_default_context() });
  await t.throwsAsync(opening, { instanceOf: ssl.SSLCertVerificationError });
  await server.stop();
});

/** A time limit that nothing else here has, and the timers that are set to it. */
const LIMIT = 1234.5;
const limits = new Set<unknown>();
const { setTimeout: set, clearTimeout: clear } = globalThis;
globalThis.setTimeout = Object.assign(
  (callback: () => void, ms?: number) => {
    const timer = set(callback, ms);
    if (ms === LIMIT * 1000) limits.add(timer);
    return timer;
  },
  { __promisify__: set.__promisify__ },
);
globalThis.clearTimeout = (timer) => {
  limits.delete(timer);
  clear(timer);
};

test.serial('TestSSL.test_ssl_handshake_timeout', async (t) => {
  const server = await TcpServer.start(silent);
  const giveUp = AbortSignal.timeout(50);
  const connecting = asyncio.create_connection(() => new MyBaseProto(), ...server.addr, {
    ssl: simpleClientContext(),
    ssl_handshake_timeout: LIMIT,
    signal: giveUp,
  });
  t.is(await t.throwsAsync(connecting, { any: true } as never), giveUp.reason);
  await server.stop();
  t.is(limits.size, 0, 'the time is not waited for');
});

test('TestSSL.test_ssl_handshake_connection_lost', async (t) => {
  const server = await TcpServer.start(async (sock) => {
    await sock.recv(1024);
  });
  const proto = new MyBaseProto();
  const connecting = asyncio.create_connection(() => proto, ...server.addr, noName());
  await t.throwsAsync(connecting, { instanceOf: ssl.ConnectionResetError });
  await quiet();
  t.is(proto.state, 'INITIAL', 'neither made nor lost');
  await server.stop();
});

for (const [name, server_ssl] of [
  ['test_connect_accepted_socket', false],
  ['test_ssl_connect_accepted_socket', true],
] as const) {
  test(`TestSSL.${name}`, async (t) => {
    const listener = createServer();
    listener.listen(0, '127.0.0.1');
    await once(listener, 'listening');
    const { port } = listener.address() as { port: number };
    const client = tcpClient(['127.0.0.1', port], async (sock) => {
      if (server_ssl) await sock.starttls(simpleClientContext());
      await sock.send(bytes('test data'));
      t.is(text(await sock.recv(99)), 'roger');
    });
    const [accepted] = (await once(listener, 'connection')) as [Socket];
    class Answering extends MyBaseProto {
      override data_received(data: Uint8Array): void {
        super.data_received(data);
        this.transport?.write(bytes('roger'));
      }
    }
    const keywords = server_ssl ? { ssl: simpleServerContext(), ssl_handshake_timeout: 10 } : {};
    const [transport, proto] = await asyncio.connect_accepted_socket(
      () => new Answering(),
      accepted,
      keywords,
    );
    await client;
    t.is(await proto.done.promise, null);
    t.is(proto.state, 'CLOSED');
    t.is(proto.data, 'test data');
    t.is(transport.get_extra_info('ssl_object') !== null, server_ssl);
    transport.close();
    listener.close();
  });
}

test('TestSSL.test_start_tls_client_corrupted_ssl', async (t) => {
  const server = await TcpServer.start(async (sock) => {
    await sock.starttls(simpleServerContext(), { server_side: true });
    await sock.send(bytes('A\n'));
    await sock.recvAll(1);
    sock.sendRaw(bytes('please corrupt the SSL connection'));
  });
  const [reader, writer] = await asyncio.open_connection(...server.addr, noName());
  t.is(text(await reader.readline()), 'A\n');
  writer.write(bytes('B'));
  await t.throwsAsync(reader.readline(), { instanceOf: ssl.SSLError });
  writer.close();
  await t.throwsAsync(writer.wait_closed(), { instanceOf: ssl.SSLError });
  await server.stop();
});

test('TestSSL.test_start_tls_client_reg_proto_1', async (t) => {
  const server = await TcpServer.start(async (sock) => {
    await sock.recvAll(HELLO_MSG.length);
    await sock.starttls(simpleServerContext(), { server_side: true });
    await sock.send(bytes('O'));
    await sock.recvAll(HELLO_MSG.length);
    await sock.unwrap();
  });
  const [transport, proto] = await asyncio.create_connection(() => new MyBaseProto(), ...server.addr);
  transport.write(HELLO_MSG);
  const wrapped = await asyncio.start_tls(transport, proto, simpleClientContext());
  while (proto.data !== 'O') await sleep(1);
  wrapped.write(HELLO_MSG);
  t.is(await proto.done.promise, null);
  await server.stop();
});

test('TestSSL.test_start_tls_client_buf_proto_1', async (t) => {
  class Buffered extends asyncio.BufferedProtocol {
    readonly buffer = new Uint8Array(1);
    readonly data = new Future<string>();
    readonly lost = new Future<Error | null>();
    override get_buffer(): Uint8Array {
      return this.buffer;
    }
    override buffer_updated(nbytes: number): void {
      this.data.set_result(text(this.buffer.subarray(0, nbytes)));
    }
  }
  const server = await TcpServer.start(async (sock) => {
    await sock.recvAll(HELLO_MSG.length);
    await sock.starttls(simpleServerContext(), { server_side: true });
    await sock.send(bytes('O'));
    await sock.recvAll(HELLO_MSG.length);
    await sock.send(bytes('2'));
    await sock.recvAll(HELLO_MSG.length);
    await sock.unwrap();
  });
  const [transport, first] = await asyncio.create_connection(() => new Buffered(), ...server.addr);
  transport.write(HELLO_MSG);
  const wrapped = await asyncio.start_tls(transport, first, simpleClientContext());
  t.is(await first.data.promise, 'O');
  wrapped.write(HELLO_MSG);
  const second = new MyBaseProto();
  second.state = 'CONNECTED'; // it is not told again
  wrapped.set_protocol(second);
  while (second.data !== '2') await sleep(1);
  wrapped.write(HELLO_MSG);
  t.is(await second.done.promise, null);
  await server.stop();
});

test('TestSSL.test_start_tls_slow_client_cancel', async (t) => {
  const [waits, begun] = [new Future(), new Future()];
  const server = await TcpServer.start(async (sock) => {
    await sock.recvAll(HELLO_MSG.length);
    waits.set_result();
    await sock.recvAll(1); // of the handshake, which gets no answer
    begun.set_result();
    await silent(sock);
  });
  const [transport, proto] = await asyncio.create_connection(() => new MyBaseProto(), ...server.addr);
  transport.write(HELLO_MSG);
  await waits.promise;
  const giveUp = new AbortController();
  const upgrade = asyncio.start_tls(transport, proto, simpleClientContext(), { signal: giveUp.signal });
  await begun.promise;
  const reason = new Error('no more time');
  giveUp.abort(reason);
  t.is(await t.throwsAsync(upgrade), reason);
  await proto.done.promise;
  await server.stop();
});

test('TestSSL.test_start_tls_server_1', async (t) => {
  const proto = new MyBaseProto();
  const server = await asyncio.create_server(() => proto, '127.0.0.1', 0);
  const client = tcpClient(addressOf(server), async (sock) => {
    await sock.recvAll(HELLO_MSG.length);
    await sock.starttls(simpleClientContext());
    await sock.send(HELLO_MSG);
    await sock.unwrap();
  });
  const transport = await proto.connected.promise;
  transport.write(HELLO_MSG);
  t.is(proto.data, '');
  const wrapped = await asyncio.start_tls(transport, proto, simpleServerContext(), { server_side: true });
  t.is(await proto.done.promise, null);
  t.is(proto.data, text(HELLO_MSG));
  wrapped.close();
  await client;
  server.close();
  await server.wait_closed();
});

test('TestSSL.test_create_server_ssl_over_ssl', async (t) => {
  let count = 0;
  const [outer, inner] = [simpleServerContext(), simpleServerContext()];
  class ServerProtocol extends asyncio.StreamReaderProtocol {
    override connection_made(transport: asyncio.Transport): void {
      transport.pause_reading();
      asyncio.start_tls(transport, this, inner, { server_side: true }).then(
        (wrapped) => super.connection_made(wrapped),
        (error) => super.connection_lost(error),
      );
    }
  }
  const server = await asyncio.create_server(
    () =>
      new ServerProtocol(new asyncio.StreamReader(), async (reader, writer) => {
        await echoTwice(reader, writer);
        count += 1;
      }),
    '127.0.0.1',
    0,
    { ssl: outer },
  );
  await many(async () => {
    const [host, port] = addressOf(server);
    const [transport, proto] = await asyncio.create_connection(() => new MyBaseProto(), host, port, noName());
    const reader = new asyncio.StreamReader();
    const streams = new asyncio.StreamReaderProtocol(reader);
    const wrapped = await asyncio.start_tls(transport, streams, simpleClientContext());
    streams.connection_made(wrapped);
    const writer = new asyncio.StreamWriter(wrapped, streams, reader);
    writer.write(A_DATA);
    t.is(text(await reader.readexactly(2)), 'OK');
    writer.write(B_DATA);
    t.is(text(await reader.read()), 'SPAM');
    writer.close();
    await writer.wait_closed();
    t.is(proto.data, '', 'which is not its any more');
  });
  server.close();
  await server.wait_closed();
  t.is(count, TOTAL_CNT);
});

test('TestSSL.test_shutdown_cleanly', async (t) => {
  const server = await TcpServer.start(async (sock) => {
    await sock.starttls(simpleServerContext(), { server_side: true });
    await sock.recvAll(A_DATA.length);
    await sock.send(bytes('OK'));
    await sock.unwrap();
  });
  await many(async () => {
    const [reader, writer] = await asyncio.open_connection(...server.addr, noName());
    writer.write(A_DATA);
    t.is(text(await reader.readexactly(2)), 'OK');
    t.is((await reader.read()).length, 0);
    writer.close();
    await writer.wait_closed();
  });
  await server.stop();
});

test('TestSSL.test_flush_before_shutdown', async (t) => {
  const server = await TcpServer.start(async (sock) => {
    await sock.starttls(simpleServerContext(), { server_side: true });
    t.is(text(await sock.recvAll(4)), 'ping');
    await sock.send(bytes('pong'));
    sock.pause();
    await quiet(50); // until no more fits into the sockets, of which nobody tells us here
    sock.resume();
    t.is((await sock.recvAll(CHUNK.length * SIZE)).length, CHUNK.length * SIZE);
    t.is((await sock.recv(1)).length, 0);
    await sock.unwrap();
  });
  const [reader, writer] = await asyncio.open_connection(...server.addr, noName());
  writer.write(bytes('ping'));
  t.is(text(await reader.readexactly(4)), 'pong');
  for (let i = 0; i < SIZE; i++) writer.write(CHUNK);
  t.true(writer.transport.get_write_buffer_size() > 0);
  writer.close();
  await writer.wait_closed();
  t.is((await reader.read()).length, 0);
  await server.stop();
});

for (const name of [
  'test_remote_shutdown_receives_trailing_data',
  'test_remote_shutdown_receives_trailing_data_on_slow_socket',
]) {
  const slow = name.endsWith('slow_socket');

  test(`TestSSL.${name}`, async (t) => {
    const written = new Future();
    const server = await TcpServer.start(async (sock) => {
      await sock.starttls(simpleServerContext(), { server_side: true });
      t.is(text(await sock.recvAll(4)), 'ping');
      await sock.send(bytes('pong'));
      if (slow) sock.pause();
      await written.promise;
      sock.resume();
      sock.sendCloseNotify();
      t.is(await countData(sock), CHUNK.length * SIZE);
      await sock.unwrap(); // close_notify was received
    });
    await trailing(t, server, written);
  });

  test(`TestSSL.${name}: an end without close_notify`, async (t) => {
    const written = new Future();
    const server = await TcpServer.start(async (sock) => {
      await sock.starttls(simpleServerContext(), { server_side: true });
      t.is(text(await sock.recvAll(4)), 'ping');
      await sock.send(bytes('pong'));
      if (slow) sock.pause();
      await written.promise;
      sock.resume();
      sock.shutdownWrite();
      t.is((await sock.recvAll(CHUNK.length * SIZE)).length, CHUNK.length * SIZE);
    });
    await trailing(t, server, written);
  });
}

async function trailing(t: ExecutionContext, server: TcpServer, written: Future): Promise<void> {
  const [reader, writer] = await asyncio.open_connection(...server.addr, noName());
  writer.write(bytes('ping'));
  t.is(text(await reader.readexactly(4)), 'pong');
  for (let i = 0; i < SIZE; i++) writer.write(CHUNK);
  written.set_result();
  t.is((await reader.read()).length, 0);
  writer.close();
  await writer.wait_closed();
  await server.stop();
}

/** What comes before the peer's close_notify, after ours. */
async function countData(sock: Sock): Promise<number> {
  let count = 0;
  try {
    for (;;) {
      const { length } = await sock.recv(16384);
      if (length === 0) return count;
      count += length;
    }
  } catch (error) {
    if (error instanceof ssl.SSLZeroReturnError) return count;
    throw error;
  }
}

test('TestSSL.test_connect_timeout_warning', async (t) => {
  // A port that is bound and not listened to refuses, at once.
  const holder = createServer();
  holder.listen(0, '127.0.0.1');
  await once(holder, 'listening');
  const { port } = holder.address() as { port: number };
  holder.close();
  await once(holder, 'close');
  const connecting = asyncio.create_connection(() => new MyBaseProto(), '127.0.0.1', port, { ssl: true });
  const error = await t.throwsAsync(connecting, { instanceOf: ssl.ConnectionRefusedError });
  t.regex(error?.message ?? '', /^\[Errno \d+\] Connect call failed \('127\.0\.0\.1', \d+\)$/);
});

test.serial('TestSSL.test_handshake_timeout_handler_leak', async (t) => {
  const heard = new Future();
  const server = await TcpServer.start(async (sock) => {
    await sock.recv(1);
    heard.set_result();
    await silent(sock);
  });
  const giveUp = new AbortController();
  const connecting = asyncio.create_connection(() => new MyBaseProto(), ...server.addr, {
    ...noName(),
    ssl_handshake_timeout: LIMIT,
    signal: giveUp.signal,
  });
  await heard.promise;
  t.is(limits.size, 1);
  giveUp.abort(new Error('given up'));
  await t.throwsAsync(connecting);
  await server.stop();
  t.is(limits.size, 0);
});

test.serial('TestSSL.test_shutdown_timeout_handler_leak', async (t) => {
  const server = await TcpServer.start(async (sock) => {
    await sock.starttls(simpleServerContext(), { server_side: true });
    await sock.recv(32);
  });
  const [transport, proto] = await asyncio.create_connection(() => new MyBaseProto(), ...server.addr, {
    ...noName(),
    ssl_shutdown_timeout: LIMIT,
  });
  transport.close();
  t.is(limits.size, 1);
  await proto.done.promise;
  await server.stop();
  t.is(limits.size, 0);
});

test('TestSSL.test_shutdown_timeout_handler_not_set', async (t) => {
  const eof = new Future();
  const server = await TcpServer.start(async (sock) => {
    await sock.starttls(simpleServerContext(), { server_side: true });
    await sock.send(bytes('hello'));
    t.is(text(await sock.recv(1024)), 'world');
    await sock.send(bytes('extra bytes'));
    sock.shutdownWrite();
    eof.set_result();
    await t.throwsAsync(sock.recv(1024), { instanceOf: ssl.SSLEOFError });
  });
  let extra = '';
  class Pausing extends MyBaseProto {
    override data_received(data: Uint8Array): void {
      if (text(data) !== 'hello') {
        extra = text(data);
        return;
      }
      this.transport?.write(bytes('world'));
      this.transport?.pause_reading(); // what comes now stays in the layer
    }
  }
  const [transport, proto] = await asyncio.create_connection(() => new Pausing(), ...server.addr, noName());
  await eof.promise;
  await quiet(); // nothing is delivered while it is paused
  transport.resume_reading();
  t.is(await proto.done.promise, null);
  transport.close();
  t.is(extra, 'extra bytes');
  await server.stop();
});

test('_TestSSL.test_shutdown_timeout', async (t) => {
  let count = 0;
  const server = await asyncio.start_server(
    async (reader, writer) => {
      await reader.readexactly(A_DATA.length);
      writer.write(bytes('OK'));
      await writer.drain();
      writer.close();
      await t.throwsAsync(reader.read(), {
        instanceOf: ssl.TimeoutError,
        message: /SSL shutdown timed out/,
      });
      count += 1;
    },
    '127.0.0.1',
    0,
    { ssl: simpleServerContext(), ssl_shutdown_timeout: 0.1 },
  );
  await many(() =>
    tcpClient(addressOf(server), async (sock) => {
      await sock.starttls(simpleClientContext());
      await sock.send(A_DATA);
      t.is(text(await sock.recvAll(2)), 'OK');
      t.is((await sock.recv(1024)).length, 0);
      // The client does not answer the close_notify; the server's patience ends.
      await sock.ended();
    }),
  );
  server.close();
  await server.wait_closed();
  while (count < TOTAL_CNT) await sleep(1); // those who wait for the connections come after
  t.is(count, TOTAL_CNT);
});

for (const orderly of [false, true]) {
  test(`_TestSSL.test_write_to_closed_transport${orderly ? ', after close_notify' : ''}`, async (t) => {
    const server = await TcpServer.start(async (sock) => {
      await sock.starttls(simpleServerContext(), { server_side: true });
      if (!orderly) return;
      t.true((await sock.recv(1)).length === 1, 'what was written before is no reason to fail');
      await sock.unwrap().catch((error) => t.is(error.reason, 'APPLICATION_DATA_AFTER_CLOSE_NOTIFY'));
    });
    const [reader, writer] = await asyncio.open_connection(...server.addr, noName());
    writer.write(bytes('I AM WRITING NOWHERE1'.repeat(100)));
    await reader.read().catch((error) => t.true(error instanceof ssl.ConnectionError));
    while (!writer.is_closing()) await sleep(1);
    for (let i = 0; i < 25; i++) writer.write(bytes('I AM WRITING NOWHERE2'.repeat(100)));
    t.is(writer.transport.get_write_buffer_size(), 0);
    await server.stop();
    writer.close();
    await writer.wait_closed().catch((error) => t.true(error instanceof ssl.ConnectionError));
  });
}

test('_TestSSL.test_shutdown_while_pause_reading', async (t) => {
  const server = await TcpServer.start(async (sock) => {
    await sock.starttls(simpleServerContext(), { server_side: true });
    await sock.send(bytes('trailing data'));
    t.is((await sock.recv(1024)).length, 0, 'close_notify');
    await sock.unwrap();
    await sock.ended();
  });
  let data = false;
  class Proto extends MyBaseProto {
    override data_received(): void {
      data = true;
    }
  }
  const proto = new Proto();
  await asyncio.create_connection(() => proto, ...server.addr, noName());
  t.false(data);
  proto.transport?.pause_reading();
  proto.transport?.close();
  t.is(await proto.done.promise, null);
  t.false(data);
  await server.stop();
});

test('_TestSSL.test_bpo_39951_discard_trailing_data', async (t) => {
  const closing = new Future();
  const server = await TcpServer.start(async (sock) => {
    await sock.starttls(simpleServerContext(), { server_side: true });
    t.is(text(await sock.recvAll(4)), 'ping');
    await sock.send(bytes('pong'));
    await closing.promise;
    await sock.send(bytes('trailing'));
    await quiet(); // so that it comes by itself, before the close_notify
    await sock.unwrap();
  });
  const [reader, writer] = await asyncio.open_connection(...server.addr, noName());
  writer.write(bytes('ping'));
  t.is(text(await reader.readexactly(4)), 'pong');
  writer.close();
  closing.set_result();
  await writer.wait_closed();
  t.is((await reader.read()).length, 0, 'not a byte after the close');
  await server.stop();
});

test('_TestSSL.test_first_data_after_wakeup', async (t) => {
  // The server's first data comes with its last flight, and must not be there before who waits for the transport.
  const server = await TcpServer.start(async (sock) => {
    await sock.recvAll(1);
    await sock.starttls(simpleServerContext(), { server_side: true });
    await sock.send(bytes('first'));
    await sock.unwrap();
  });
  const [transport, proto] = await asyncio.create_connection(() => new MyBaseProto(), ...server.addr);
  transport.write(bytes('!'));
  const wrapped = await asyncio.start_tls(transport, proto, verifyingClientContext());
  t.is(proto.data, '');
  t.is(wrapped.get_extra_info('ssl_object')?.version(), 'TLSv1.3');
  t.is(await proto.done.promise, null);
  t.is(proto.data, 'first');
  await server.stop();
});
