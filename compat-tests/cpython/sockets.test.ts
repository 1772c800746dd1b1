/**
 * The tests of CPython's test_ssl.py that need a socket, under their own names. Threads are tasks here, and a socket
 * is Node's; `select()` is the wait for its events.
 */

import { createSocket } from 'node:dgram';
import { once } from 'node:events';
import { open, writeFile } from 'node:fs/promises';
import { createServer as createHttpServer, request as httpRequest } from 'node:http';
import { connect, createServer, type Server, Socket } from 'node:net';
import { constants, tmpdir } from 'node:os';
import { join } from 'node:path';
import test, { type ExecutionContext } from 'ava';
import { defaultProvider } from '../../lib/crypto/choose.ts';
import * as ssl from '../../lib/index.ts';
import { createServer as createTlsServer } from '../../lib/node/index.ts';
import { certificate } from '../tools/certs.ts';
import { type ContextSettings, clientContext, serverContext } from '../tools/pair.ts';
import { quiet } from '../tools/quiet.ts';

const HOST = '127.0.0.1';
const SIGNING_CA = certificate('ca.crt');
const { errno } = constants;

const bytes = (text: string) => new TextEncoder().encode(text);
const text = (data: Uint8Array) => new TextDecoder().decode(data);
const client = (settings?: ContextSettings) => clientContext(defaultProvider(), settings);
const careless = () => client({ verify: false });
const server = (settings?: ContextSettings) => serverContext(defaultProvider(), settings);

/** A plain socket with TLS around it, closed with the test. */
function wrap(
  t: ExecutionContext,
  context: ssl.SSLContext,
  sock: unknown = new Socket(),
  keywords: ssl.WrapSocketKeywords = {},
): ssl.SSLSocket {
  const socket = context.wrap_socket(sock, keywords);
  t.teardown(() => socket.close());
  return socket;
}

async function listen(t: ExecutionContext, plain: Server): Promise<number> {
  plain.listen(0, HOST);
  await once(plain, 'listening');
  t.teardown(() => plain.close());
  return (plain.address() as { port: number }).port;
}

async function connected(port: number): Promise<Socket> {
  const socket = connect(port, HOST);
  await once(socket, 'connect');
  return socket;
}

/** What comes next on a plain socket. */
async function received(socket: Socket): Promise<string> {
  await once(socket, 'readable');
  return String(socket.read());
}

/** A server of one task a connection; that a client breaks one off when its test is over is nobody's failure. */
function serving(t: ExecutionContext, task: (plain: Socket) => Promise<void>): Promise<number> {
  return listen(
    t,
    createServer((plain) => {
      task(plain).catch(() => plain.destroy());
    }),
  );
}

/** Python's ThreadedEchoServer: answers in small letters, until it is told that it is over. */
async function echoServer(t: ExecutionContext, context = server()): Promise<number> {
  return serving(t, (plain) => echo(context.wrap_socket(plain, { server_side: true })));
}

async function echo(connection: ssl.SSLSocket): Promise<void> {
  for (;;) {
    const message = text(await connection.recv());
    if (message === '' || message.startsWith('over')) break;
    await connection.sendall(bytes(message.toLowerCase()));
  }
  await connection.close();
}

test('BasicSocketTests.test_private_init', (t) => {
  t.throws(() => Reflect.construct(ssl.SSLSocket, [new Socket()]), {
    instanceOf: TypeError,
    message: /public constructor/,
  });
});

test('BasicSocketTests.test_wrapped_unconnected', async (t) => {
  const ss = wrap(t, careless());
  const buffer = () => new Uint8Array(1);
  for (const call of [
    () => ss.recv(1),
    () => ss.recv_into(buffer()),
    () => ss.recvfrom(1),
    () => ss.recvfrom_into(buffer(), 1),
    () => ss.send(bytes('x')),
    () => ss.sendto(bytes('x'), ['0.0.0.0', 0]),
  ])
    await t.throwsAsync(async () => call(), { instanceOf: ssl.OSError }, String(call));
  for (const call of [() => ss.dup(), () => ss.sendmsg([]), () => ss.recvmsg(100), () => ss.recvmsg_into([])])
    t.throws(call, { instanceOf: ssl.NotImplementedError });
});

test('BasicSocketTests.test_timeout', (t) => {
  for (const timeout of [null, 5.0]) {
    const ss = wrap(t, careless(), new Socket().setTimeout((timeout ?? 0) * 1000));
    t.is(ss.gettimeout(), timeout);
  }
  const impatient = wrap(t, careless());
  impatient.settimeout(0.0);
  t.is(wrap(t, careless(), impatient).gettimeout(), 0.0);
});

test('BasicSocketTests.test_server_side', (t) => {
  t.throws(() => server().wrap_socket(new Socket(), true, { server_hostname: 'some.hostname' }), {
    instanceOf: ssl.ValueError,
  });
});

test('BasicSocketTests.test_tls_unique_channel_binding', (t) => {
  t.is(wrap(t, careless()).get_channel_binding('tls-unique'), null);
  t.is(wrap(t, server(), new Socket(), { server_side: true }).get_channel_binding('tls-unique'), null);
});

test('BasicSocketTests.test_unsupported_dtls', (t) => {
  const datagrams = createSocket('udp4');
  t.teardown(() => datagrams.close());
  const error = t.throws(() => careless().wrap_socket(datagrams), { instanceOf: ssl.NotImplementedError });
  t.is(error?.message, 'only stream sockets are supported');
});

test('BasicSocketTests.test_connect_ex_error', async (t) => {
  const plain = createServer();
  const port = await listen(t, plain);
  plain.close();
  await once(plain, 'close');
  const s = wrap(t, careless());
  t.true(
    [errno.ECONNREFUSED, errno.EHOSTUNREACH, errno.ETIMEDOUT].includes(await s.connect_ex([HOST, port])),
  );
});

test('ContextTests.test_context_custom_class', async (t) => {
  class MySSLSocket extends ssl.SSLSocket {}
  const context = server();
  context.sslsocket_class = MySSLSocket;
  t.true(wrap(t, context, new Socket(), { server_side: true }) instanceof MySSLSocket);
});

test('SimpleBackgroundTests.test_connect_ex', async (t) => {
  const port = await echoServer(t);
  const s = wrap(t, client(), new Socket(), { server_hostname: 'localhost' });
  t.is(await s.connect_ex([HOST, port]), 0);
  t.truthy(s.getpeercert());
});

/** Until the socket may be asked again. */
async function readable(socket: Socket): Promise<void> {
  if (socket.readableLength === 0) await once(socket, 'readable');
}

/** Makes the call again when bytes have come, as often as it asks for more: those of a ticket may come first. */
async function patiently<T>(plain: Socket, call: (calls: number) => Promise<T>): Promise<T> {
  for (let calls = 1; ; calls++) {
    try {
      return await call(calls);
    } catch (error) {
      if (!(error instanceof ssl.SSLWantReadError)) throw error;
      await readable(plain);
    }
  }
}

/** How many calls it takes. */
function handshakeWithoutBlocking(s: ssl.SSLSocket, plain: Socket): Promise<number> {
  return patiently(plain, async (calls) => {
    await s.do_handshake();
    return calls;
  });
}

test('SimpleBackgroundTests.test_non_blocking_connect_ex', async (t) => {
  const port = await echoServer(t);
  const plain = new Socket();
  const s = wrap(t, client(), plain, { server_hostname: 'localhost', do_handshake_on_connect: false });
  s.setblocking(false);
  t.is(await s.connect_ex([HOST, port]), errno.EINPROGRESS);
  await once(plain, 'connect');
  t.true((await handshakeWithoutBlocking(s, plain)) > 1);
  t.truthy(s.getpeercert());
});

test('SimpleBackgroundTests.test_non_blocking_handshake', async (t) => {
  const plain = await connected(await echoServer(t));
  const s = wrap(t, careless(), plain, { do_handshake_on_connect: false });
  s.setblocking(false);
  t.true((await handshakeWithoutBlocking(s, plain)) > 1);
  await t.throwsAsync(s.recv(), { instanceOf: ssl.SSLWantReadError });
  await s.send(bytes('PATIENCE'));
  t.is(await patiently(plain, async () => text(await s.recv())), 'patience');
});

test('SimpleBackgroundTests.test_get_server_certificate', async (t) => {
  const addr = [HOST, await echoServer(t, server({ present: 'chain.pem' }))] as const;
  const pem = await ssl.get_server_certificate(addr);
  t.is(ssl.DER_cert_to_PEM_cert(ssl.PEM_cert_to_DER_cert(pem)), pem);
  t.is(await ssl.get_server_certificate(addr, { ca_certs: SIGNING_CA }), pem);
});

test('SimpleBackgroundTests.test_get_server_certificate_sni', async (t) => {
  const names: (string | null)[] = [];
  const context = server();
  context.sni_callback = (_connection, name) => {
    names.push(name);
  };
  const port = await echoServer(t, context);
  await ssl.get_server_certificate(['localhost', port]);
  await ssl.get_server_certificate(['localhost', port], { ca_certs: SIGNING_CA });
  t.deepEqual(names, ['localhost', 'localhost']);
});

test('SimpleBackgroundTests.test_get_server_certificate_fail', async (t) => {
  const port = await echoServer(t);
  await t.throwsAsync(ssl.get_server_certificate([HOST, port], { ca_certs: certificate('selfsigned.pem') }), {
    instanceOf: ssl.SSLError,
    message: /certificate verify failed/,
  });
});

test('SimpleBackgroundTests.test_get_server_certificate_timeout', async (t) => {
  const silent = createServer((socket) => t.teardown(() => socket.destroy()));
  const addr = [HOST, await listen(t, silent)] as const;
  await t.throwsAsync(ssl.get_server_certificate(addr, { ca_certs: SIGNING_CA, timeout: 0.1 }), {
    instanceOf: ssl.TimeoutError,
  });
});

test('ThreadedTests.test_rude_shutdown', async (t) => {
  const port = await listen(
    t,
    createServer((socket) => socket.destroy()),
  );
  const c = await connected(port);
  await t.throwsAsync(async () => wrap(t, careless(), c).do_handshake(), { instanceOf: ssl.OSError });
});

test('ThreadedTests.test_starttls', async (t) => {
  const context = server();
  const port = await serving(t, async (plain) => {
    for (;;) {
      const message = await received(plain);
      plain.write(message === 'STARTTLS' ? 'OK\n' : message.toLowerCase());
      if (message === 'STARTTLS') break;
    }
    const connection = context.wrap_socket(plain, { server_side: true });
    for (;;) {
      const message = text(await connection.recv());
      await connection.send(bytes(message === 'ENDTLS' ? 'OK\n' : message.toLowerCase()));
      if (message === 'ENDTLS') break;
    }
    await echo(await connection.unwrap());
  });
  const s = await connected(port);
  for (const message of ['msg 1', 'MSG 2', 'STARTTLS']) {
    s.write(message);
    t.is(await received(s), message === 'STARTTLS' ? 'OK\n' : message.toLowerCase());
  }
  const conn = wrap(t, careless(), s);
  for (const message of ['MSG 3', 'msg 4', 'ENDTLS']) {
    await conn.write(bytes(message));
    t.is(text(await conn.read()), message === 'ENDTLS' ? 'OK\n' : message.toLowerCase());
  }
  const clear = await conn.unwrap();
  t.is(clear.version(), null);
  await t.throwsAsync(clear.read(), { instanceOf: ssl.ValueError });
  for (const message of ['msg 5', 'msg 6']) {
    await clear.send(bytes(message));
    t.is(text(await clear.recv(1024)), message);
  }
  await clear.send(bytes('over\n'));
  t.is((await clear.recv()).length, 0);
});

test('ThreadedTests.test_socketserver', async (t) => {
  const page = 'x'.repeat(200_000);
  const web = createHttpServer((_request, response) => void response.end(page));
  const port = await listen(
    t,
    createTlsServer(server(), (stream) => void web.emit('connection', stream)),
  );
  const s = wrap(t, client(), new Socket(), { server_hostname: 'localhost' });
  await s.connect([HOST, port]);
  await s.sendall(bytes('GET /test_ssl.py HTTP/1.0\r\n\r\n'));
  let answer = '';
  for (let part = await s.recv(4096); part.length > 0; part = await s.recv(4096)) answer += text(part);
  t.true(answer.endsWith(`\r\n\r\n${page}`));
});

test('ThreadedTests.test_asyncore_server', async (t) => {
  const port = await listen(
    t,
    // Python's close() says no close_notify.
    createTlsServer(server(), { suppress_ragged_eofs: true }, (stream) => {
      stream.on('data', (data) => stream.write(String(data).toLowerCase()));
    }),
  );
  const s = wrap(t, careless());
  await s.connect([HOST, port]);
  await s.write(bytes('FOO\n'));
  t.is(text(await s.read()), 'foo\n');
  await s.close();
});

test('ThreadedTests.test_recv_send', async (t) => {
  const s = wrap(t, careless());
  await s.connect([HOST, await echoServer(t)]);
  const answered = async () => text(await s.read());

  t.is(await s.send(bytes('PREFIX_send')), 11);
  t.is(await answered(), 'prefix_send');
  await s.sendall(bytes('PREFIX_sendall'));
  t.is(await answered(), 'prefix_sendall');
  await s.sendall(new Uint16Array([0x4241, 0x4443]));
  t.is(await answered(), 'abcd');
  await t.throwsAsync(s.sendto(bytes('x'), ['some.address', 1]), { message: /^sendto/ });

  const buffer = new Uint8Array(100);
  await s.send(bytes('PREFIX_recv'));
  t.is(text(await s.recv()), 'prefix_recv');
  await s.send(bytes('PREFIX_recv_into'));
  t.is(text(buffer.subarray(0, await s.recv_into(buffer))), 'prefix_recv_into');
  await s.send(bytes('PREFIX'));
  await t.throwsAsync(s.recvfrom(), { instanceOf: ssl.ValueError, message: /^recvfrom/ });
  await t.throwsAsync(s.recvfrom_into(buffer), { instanceOf: ssl.ValueError, message: /^recvfrom_into/ });
  t.is(await answered(), 'prefix');

  await s.send(bytes('data'));
  const exact = new Uint8Array(4);
  t.is(await s.read(-1, exact), 4);
  t.is(text(exact), 'data');
  for (const call of [() => s.dup(), () => s.sendmsg([]), () => s.recvmsg(100), () => s.recvmsg_into([])])
    t.throws(call, { instanceOf: ssl.NotImplementedError });
  for (const call of [
    () => s.recv(1, 1),
    () => s.send(exact, 1),
    () => s.recv_into(exact, 4, 1),
    () => s.sendall(exact, 1),
  ])
    await t.throwsAsync(async () => call(), { message: /^non-zero flags not allowed in calls to / });
  await s.write(bytes('over\n'));
  await t.throwsAsync(s.recv(-1), { instanceOf: ssl.ValueError });
  await t.throwsAsync(s.read(-1), { instanceOf: ssl.ValueError });
});

test('ThreadedTests.test_nonblocking_send', async (t) => {
  const context = server();
  const port = await serving(t, (plain) => wrap(t, context, plain, { server_side: true }).do_handshake());
  const s = wrap(t, careless());
  await s.connect([HOST, port]);
  s.setblocking(false);
  const fill = async () => {
    for (;;) await s.send(new Uint8Array(8192));
  };
  await t.throwsAsync(fill, { instanceOf: ssl.SSLWantWriteError });
});

test('ThreadedTests.test_handshake_timeout', async (t) => {
  const silent = createServer((socket) => t.teardown(() => socket.destroy()));
  const port = await listen(t, silent);
  const plain = await connected(port);
  const c = wrap(t, careless(), plain.setTimeout(200));
  t.is(c.gettimeout(), 0.2);
  const late = { instanceOf: ssl.TimeoutError, message: /timed out/ };
  await t.throwsAsync(c.do_handshake(), late);
  t.is(c.fileno(), -1, 'as Python leaves nothing of a socket that wrap_socket could not wrap');
  const other = wrap(t, careless());
  other.settimeout(0.2);
  await t.throwsAsync(other.connect([HOST, port]), late);
});

test('ThreadedTests.test_server_accept', async (t) => {
  const plain = createServer();
  const port = await listen(t, plain);
  const listener = wrap(t, server(), plain, { server_side: true });
  t.true(listener.server_side);
  const serve = (async () => {
    const [remote, peer] = await listener.accept();
    await remote.send(await remote.recv(4));
    return { remote, peer };
  })();
  const c = wrap(t, client(), new Socket(), { server_hostname: 'localhost' });
  await c.connect([HOST, port]);
  await c.send(bytes('data'));
  t.is(text(await c.recv()), 'data');
  const address = c.getsockname();
  await c.close();
  const { remote, peer } = await serve;
  await remote.close();
  t.true(remote instanceof ssl.SSLSocket);
  t.deepEqual(peer, address);
});

test('ThreadedTests.test_getpeercert_enotconn', (t) => {
  const error = t.throws(() => wrap(t, careless()).getpeercert(), { instanceOf: ssl.OSError });
  t.is((error as ssl.OSError).errno, errno.ENOTCONN);
});

test('ThreadedTests.test_do_handshake_enotconn', async (t) => {
  const error = await t.throwsAsync(wrap(t, careless()).do_handshake(), { instanceOf: ssl.OSError });
  t.is((error as ssl.OSError).errno, errno.ENOTCONN);
});

test('ThreadedTests.test_read_write_after_close_raises_valuerror', async (t) => {
  const s = wrap(t, client(), new Socket(), { server_hostname: 'localhost' });
  await s.connect([HOST, await echoServer(t)]);
  await s.close();
  await t.throwsAsync(s.read(1024), { instanceOf: ssl.ValueError });
  await t.throwsAsync(s.write(bytes('hello')), { instanceOf: ssl.ValueError });
});

test('ThreadedTests.test_sendfile', async (t) => {
  const path = join(tmpdir(), `pyssl-sendfile-${process.pid}`);
  await writeFile(path, 'x'.repeat(512));
  const file = await open(path);
  t.teardown(() => file.close());
  const s = wrap(t, client(), new Socket(), { server_hostname: 'localhost' });
  await s.connect([HOST, await echoServer(t)]);
  t.is(await s.sendfile(file), 512);
  t.is(text(await s.recv(1024)), 'x'.repeat(512));
  t.is(await s.sendfile(file, 500), 12);
  t.is(text(await s.recv(1024)), 'x'.repeat(12));
  t.is(await s.sendfile(file, 100, 3), 3);
  t.is(text(await s.recv(1024)), 'xxx');
  await t.throwsAsync(s.sendfile(file, 0, 0), {
    instanceOf: ssl.ValueError,
    message: 'count must be a positive integer (got 0)',
  });
});

test('ThreadedTests.test_thread_recv_while_main_thread_sends', async (t) => {
  const data = new Uint8Array(1 << 20).map((_, at) => at & 0xff);
  const s = wrap(t, careless());
  const context = server();
  const port = await serving(t, async (plain) => {
    const mirror = wrap(t, context, plain, { server_side: true });
    for (let part = await mirror.recv(1 << 16); part.length > 0; part = await mirror.recv(1 << 16))
      await mirror.sendall(part);
  });
  await s.connect([HOST, port]);
  const reader = (async () => {
    const back = new Uint8Array(data.length);
    for (let at = 0; at < back.length; ) at += await s.recv_into(back.subarray(at));
    return back;
  })();
  for (let at = 0; at < data.length; at += 1000) await s.sendall(data.subarray(at, at + 1000));
  t.deepEqual(await reader, data);
});

const TOO_EARLY = 'before TLS handshake with data';

/** Has a peer send words in clear, and break the connection when they are there; what is left of it. */
async function broken(t: ExecutionContext, words: string): Promise<Socket> {
  const port = await listen(
    t,
    createServer((peer) => {
      peer.write(words);
      peer.once('data', () => peer.resetAndDestroy());
    }),
  );
  const socket = await connected(port);
  await readable(socket);
  socket.write('enough');
  await once(socket, 'error');
  return socket;
}

test('TestPreHandshakeClose.test_preauth_data_to_tls_server', async (t) => {
  const plain = createServer();
  const port = await listen(t, plain);
  const accepting = once(plain, 'connection') as Promise<[Socket]>;
  const c = await connected(port);
  const [accepted] = await accepting;
  c.write('DELETE /data HTTP/1.0\r\n\r\n');
  await readable(accepted);
  c.resetAndDestroy();
  await once(accepted, 'error');
  const error = t.throws(() => server().wrap_socket(accepted, { server_side: true })) as ssl.SSLError;
  t.true(error instanceof ssl.SSLError);
  t.true(String(error.args[1]).includes(TOO_EARLY));
  t.true(error.reason?.includes(TOO_EARLY));
  t.not(error.args[0], 0);
  t.is(error.library, null);
});

test('TestPreHandshakeClose.test_preauth_data_to_tls_client', async (t) => {
  const socket = await broken(t, 'HTTP/1.0 307 Temporary Redirect\r\nLocation: https://example.com/\r\n\r\n');
  const error = t.throws(() =>
    ssl.create_default_context().wrap_socket(socket, { server_hostname: 'localhost' }),
  ) as ssl.SSLError;
  t.true(error instanceof ssl.SSLError);
  t.true(String(error.args[1]).includes(TOO_EARLY));
  t.is(error.library, null);
});

test('TestPreHandshakeClose.test_https_client_non_tls_response_ignored', async (t) => {
  const socket = await broken(t, 'HTTP/1.0 402 Payment Required\r\n\r\n');
  const request = httpRequest({
    method: 'HEAD',
    path: '/test',
    createConnection: () => {
      client().wrap_socket(socket, { server_hostname: 'localhost' });
      return socket;
    },
  } as never);
  request.on('response', () => t.fail());
  const [error] = await once(request, 'error');
  t.true(error instanceof ssl.SSLError);
  await quiet();
});
