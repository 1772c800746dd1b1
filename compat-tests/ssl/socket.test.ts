/** SSLSockets beyond what CPython's tests ask of them: what waits, what is kept, and what is not there. */
import { once } from 'node:events';
import { connect, createServer, type Server, Socket } from 'node:net';
import test, { type ExecutionContext } from 'ava';
import { defaultProvider } from '../../lib/crypto/choose.ts';
import * as ssl from '../../lib/index.ts';
import { SSLDuplex } from '../../lib/node/index.ts';
import { clientContext, serverContext } from '../tools/pair.ts';

const HOST = '127.0.0.1';
const bytes = (text: string) => new TextEncoder().encode(text);
const text = (data: Uint8Array) => new TextDecoder().decode(data);
const client = () => clientContext(defaultProvider());
const server = () => serverContext(defaultProvider());
const localhost = { server_hostname: 'localhost' } as const;

async function listening(t: ExecutionContext, plain: Server): Promise<number> {
  plain.listen(0, HOST);
  await once(plain, 'listening');
  t.teardown(() => plain.close());
  return (plain.address() as { port: number }).port;
}

/** Both ends of a TCP connection. */
async function tcpPair(t: ExecutionContext): Promise<{ readonly near: Socket; readonly far: Socket }> {
  const plain = createServer();
  const accepting = once(plain, 'connection') as Promise<[Socket]>;
  const near = connect(await listening(t, plain), HOST);
  const [far] = await accepting;
  t.teardown(() => {
    near.destroy();
    far.destroy();
  });
  return { near, far };
}

interface Ends {
  readonly near: ssl.SSLSocket;
  readonly far: ssl.SSLSocket;
}

async function pair(t: ExecutionContext, keywords: ssl.WrapSocketKeywords = {}): Promise<Ends> {
  const { near, far } = await tcpPair(t);
  return {
    near: client().wrap_socket(near, { ...localhost, ...keywords }),
    far: server().wrap_socket(far, { server_side: true }),
  };
}

test('the first calls make the handshake, whichever they are, and make it once', async (t) => {
  const { near, far } = await pair(t);
  t.is(near.version(), null);
  const [received] = await Promise.all([near.recv(), near.send(bytes('to')), far.send(bytes('from'))]);
  t.is(text(received), 'from');
  t.is(text(await far.recv()), 'to');
  t.is(near.context.session_stats().connect_good, 1);
});

test('a handshake that fails closes the socket, as if wrap_socket had raised', async (t) => {
  const { near, far } = await tcpPair(t);
  const s = client().wrap_socket(near, { server_hostname: 'example.org' });
  server()
    .wrap_socket(far, { server_side: true })
    .recv()
    .catch(() => {});
  const results = await Promise.allSettled([s.recv(), s.send(bytes('x')), s.do_handshake()]);
  for (const result of results)
    t.true(result.status === 'rejected' && result.reason instanceof ssl.SSLCertVerificationError);
  t.is(s.fileno(), -1);
  await t.throwsAsync(s.read(), { instanceOf: ssl.ValueError });
});

test('with do_handshake_on_connect off, a failed handshake leaves the socket open', async (t) => {
  const { near, far } = await tcpPair(t);
  const s = client().wrap_socket(near, { ...localhost, do_handshake_on_connect: false });
  far.write('HTTP/1.1 400 Bad Request\r\n\r\n');
  await t.throwsAsync(s.do_handshake(), { instanceOf: ssl.SSLError, message: /wrong version number/i });
  t.not(s.fileno(), -1);
  await s.close();
});

test('a socket that shall not wait before its handshake is made goes through it step by step', async (t) => {
  const { near, far } = await tcpPair(t);
  const s = client().wrap_socket(near, localhost);
  s.setblocking(false);
  const remote = server().wrap_socket(far, { server_side: true }).do_handshake();
  await t.throwsAsync(s.do_handshake(), { instanceOf: ssl.SSLWantReadError });
  await once(near, 'readable');
  await s.do_handshake();
  await remote;
  t.not(s.version(), null);
});

test('a read that timed out loses nothing', async (t) => {
  const { near, far } = await pair(t);
  await Promise.all([near.do_handshake(), far.do_handshake()]);
  near.settimeout(0.02);
  await t.throwsAsync(near.recv(), { instanceOf: ssl.TimeoutError, message: 'The read operation timed out' });
  await far.send(bytes('late'));
  near.settimeout(null);
  t.is(text(await near.recv()), 'late');
});

test('reads that need nothing to come do not wait for it', async (t) => {
  const { near, far } = await pair(t);
  await Promise.all([near.do_handshake(), far.do_handshake()]);
  await far.send(bytes('first'));
  t.is(text(await near.recv()), 'first');
  t.is((await near.recv(0)).length, 0);
  t.is(await near.read(4, new Uint8Array(0)), 0);
  await t.throwsAsync(near.recv(-1), { instanceOf: ssl.ValueError });
});

test('receiving that was ended gives what had come before, and then the end', async (t) => {
  const { near, far } = await pair(t);
  await Promise.all([near.do_handshake(), far.do_handshake()]);
  near.shutdown(0);
  near.setblocking(false);
  while ((await near.recv(4096)).length > 0); // tickets, in clear now
  t.is((await near.recv(4096)).length, 0);
  t.is((await near.recv(0)).length, 0);
});

test('a socket that breaks or is closed wakes who reads', async (t) => {
  const { near, far } = await pair(t);
  await Promise.all([near.do_handshake(), far.do_handshake()]);
  const [reading, other] = [near.recv(), far.recv()];
  await near.close();
  await t.throwsAsync(reading, { instanceOf: ssl.OSError, message: /Bad file descriptor/ });
  t.is((await other).length, 0);

  const { near: plain, far: peer } = await tcpPair(t);
  const s = client().wrap_socket(plain, localhost);
  const shaking = s.do_handshake();
  peer.resetAndDestroy();
  await t.throwsAsync(shaking, { instanceOf: ssl.ConnectionResetError });
});

test('a write to a peer that does not read times out', async (t) => {
  const { near, far } = await pair(t);
  await Promise.all([near.do_handshake(), far.do_handshake()]);
  near.settimeout(0.05);
  const fill = async () => {
    for (;;) await near.sendall(new Uint8Array(1 << 20));
  };
  await t.throwsAsync(fill, { instanceOf: ssl.TimeoutError, message: 'The write operation timed out' });
});

test('what follows close_notify in the same packet is in clear', async (t) => {
  const { near, far } = await pair(t);
  await Promise.all([near.do_handshake(), far.do_handshake()]);
  const leaving = near.unwrap();
  t.is((await far.recv()).length, 0);
  const clear = await far.unwrap();
  await clear.send(bytes('in clear'));
  const other = await leaving;
  t.is(text(await other.recv(3)), 'in ');
  t.is(text(await other.recv()), 'clear');
});

test('unwrapped, wrapped again', async (t) => {
  const { near, far } = await pair(t);
  await Promise.all([near.do_handshake(), far.do_handshake()]);
  const [clearNear, clearFar] = await Promise.all([near.unwrap(), far.unwrap()]);
  const again = client().wrap_socket(clearNear, localhost);
  const remote = server().wrap_socket(clearFar, { server_side: true });
  t.is(near.fileno(), -1, 'the first has let go of it');
  await Promise.all([again.sendall(bytes('anew')), remote.do_handshake()]);
  t.is(text(await remote.recv()), 'anew');
});

test('any Duplex will do, one with TLS included', async (t) => {
  const { near, far } = await tcpPair(t);
  const outer = new SSLDuplex(near, client(), localhost);
  const other = new SSLDuplex(far, server(), { server_side: true });
  const s = client().wrap_socket(outer, localhost);
  const remote = server().wrap_socket(other, { server_side: true });
  await Promise.all([s.sendall(bytes('twice')), remote.do_handshake()]);
  t.is(text(await remote.recv()), 'twice');
  t.deepEqual(s.getpeername(), ['', 0]);
  await Promise.all([s.unwrap(), remote.unwrap()]);
});

test('a session is taken over to the next connection', async (t) => {
  const context = client();
  const remote = server();
  const port = await listening(
    t,
    createServer((plain) => {
      const s = remote.wrap_socket(plain, { server_side: true });
      s.sendall(bytes('hello')).catch(() => {});
    }),
  );
  const first = context.wrap_socket(new Socket(), localhost);
  await first.connect([HOST, port]);
  t.false(first.session_reused);
  await first.recv();
  const second = context.wrap_socket(new Socket(), { ...localhost, session: first.session });
  await second.connect([HOST, port]);
  t.true(second.session_reused);
  await Promise.all([first.close(), second.close()]);
});

test('the name callback is told of the socket, and may change its context', async (t) => {
  const { near, far } = await tcpPair(t);
  const [first, other] = [server(), serverContext(defaultProvider(), { present: 'rsa2048.pem' })];
  const told: unknown[] = [];
  first.sni_callback = (connection, name) => {
    told.push(connection, name);
    connection.context = other;
  };
  const s = client().wrap_socket(near, localhost);
  const remote = first.wrap_socket(far, { server_side: true });
  await Promise.all([s.do_handshake(), remote.do_handshake()]);
  t.is(told[0], remote);
  t.is(told[1], 'localhost');
  t.is(remote.context, other);
});

test('so are the callbacks that Python does not have', async (t) => {
  const { near, far } = await tcpPair(t);
  const [trusting, first] = [client(), server()];
  const other = serverContext(defaultProvider(), { present: 'rsa2048.pem' });
  const told: unknown[] = [];
  first.client_hello_callback = (connection, { server_name }) => {
    told.push(connection, server_name);
    connection.context = other;
  };
  trusting.verify_callback = (connection, { verify_code, chain }) => {
    told.push(connection, verify_code, connection.get_verified_chain().length === chain.length);
  };
  const s = trusting.wrap_socket(near, localhost);
  const remote = first.wrap_socket(far, { server_side: true });
  await Promise.all([s.do_handshake(), remote.do_handshake()]);
  t.deepEqual(told, [remote, 'localhost', s, 0, true]);
  t.is(remote.context, other);
});

test('what such a callback throws is what the handshake of a socket ends with', async (t) => {
  const { near, far } = await tcpPair(t);
  const trusting = client();
  const cause = new RangeError('of its own');
  trusting.verify_callback = () => {
    throw cause;
  };
  const s = trusting.wrap_socket(near, localhost);
  const remote = server().wrap_socket(far, { server_side: true });
  const [ours, theirs] = await Promise.allSettled([s.recv(), remote.recv()]);
  t.like(ours, { status: 'rejected', reason: { reason: 'CALLBACK_FAILED', cause } });
  t.like(theirs, { status: 'rejected', reason: { reason: 'TLSV1_ALERT_INTERNAL_ERROR' } });
});

test('several may wait for the next connection, and several send in clear', async (t) => {
  const plain = createServer();
  const port = await listening(t, plain);
  const listener = server().wrap_socket(plain, { server_side: true, do_handshake_on_connect: false });
  const accepting = [listener.accept(), listener.accept(), listener.accept()];
  const clients = accepting.map(() => connect(port, HOST));
  t.teardown(() => {
    for (const socket of clients) socket.destroy();
  });
  const ports = (await Promise.all(accepting)).map(([, [, number]]) => number);
  t.deepEqual(ports.sort(), clients.map(({ localPort }) => localPort ?? 0).sort());

  const { near, far } = await pair(t);
  await Promise.all([near.do_handshake(), far.do_handshake()]);
  const [clear, other] = await Promise.all([near.unwrap(), far.unwrap()]);
  const sending = Promise.all(['a', 'b', 'c'].map((each) => clear.sendall(bytes(each.repeat(1 << 20)))));
  let received = 0;
  while (received < 3 << 20) received += (await other.recv(1 << 16)).length;
  await sending;
  t.is(received, 3 << 20);
});

test('an accepted connection that nobody wants is dropped with its listener', async (t) => {
  const plain = createServer();
  const port = await listening(t, plain);
  const listener = server().wrap_socket(plain, { server_side: true });
  const waiting = connect(port, HOST);
  await once(plain, 'connection');
  listener.settimeout(0);
  await listener.close();
  await once(
    waiting.resume().on('error', () => {}),
    'close',
  );
  await t.throwsAsync(listener.accept(), { instanceOf: ssl.OSError, message: /Bad file descriptor/ });

  const idle = createServer();
  await listening(t, idle);
  const impatient = server().wrap_socket(idle, { server_side: true });
  impatient.settimeout(0);
  await t.throwsAsync(impatient.accept(), { instanceOf: ssl.BlockingIOError });
  impatient.settimeout(0.02);
  await t.throwsAsync(impatient.accept(), { instanceOf: ssl.TimeoutError, message: 'timed out' });
  impatient.settimeout(null);
  const accepting = impatient.accept();
  await impatient.close();
  await t.throwsAsync(accepting, { instanceOf: ssl.OSError });
});

test('await using closes it', async (t) => {
  const { near } = await pair(t);
  await near[Symbol.asyncDispose]();
  t.is(near.fileno(), -1);
});

test.serial('where there are no sockets, wrap_socket says where to go', (t) => {
  const host = process as { getBuiltinModule?: unknown };
  const { getBuiltinModule } = host;
  const context = client();
  try {
    host.getBuiltinModule = undefined;
    t.throws(() => context.wrap_socket({}, localhost), {
      instanceOf: ssl.NotImplementedError,
      message: /pyssl\/web/,
    });
  } finally {
    host.getBuiltinModule = getBuiltinModule;
  }
});
