/**
 * The same calls on SSLSockets here and in CPython, compared by what they return or raise: `sockets.py` makes them
 * there, under the same names.
 */
import { execFile } from 'node:child_process';
import { createSocket } from 'node:dgram';
import { once } from 'node:events';
import { connect, createServer, Socket } from 'node:net';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import test, { type ExecutionContext } from 'ava';
import * as ssl from '../../lib/index.ts';
import { repr } from '../../lib/ssl/repr.ts';
import { certificate } from '../tools/certs.ts';
import { findPython } from '../tools/programs.ts';

const HOST = '127.0.0.1';
const script = fileURLToPath(new URL('./sockets.py', import.meta.url));

type Said = readonly [string, string];
type Calls = Readonly<Record<string, () => unknown>>;

test('SSLSockets say what they say in CPython', async (t) => {
  const python = findPython();
  if (python === undefined) {
    t.log('skipped: there is no CPython');
    t.pass();
    return;
  }
  const { stdout } = await promisify(execFile)(python.path, [script, certificate('')]);
  const theirs = JSON.parse(stdout) as Record<string, Said>;
  const ours = await everything(t);
  t.deepEqual(Object.keys(ours).sort(), Object.keys(theirs).sort());
  for (const [name, [what, words]] of Object.entries(theirs))
    t.deepEqual(ours[name], [what, anonymous(words)], name);
});

/** Descriptors have numbers of their own in each process. */
function anonymous(words: string): string {
  return words.replace(/fd=-?\d+/, 'fd=n');
}

async function said(call: () => unknown): Promise<Said> {
  try {
    const result = await call();
    return ['returned', repr(result)];
  } catch (error) {
    const { name, message } = error as Error;
    const words = error instanceof ssl.OSError && error.strerror !== null ? String(error.strerror) : message;
    return [name, anonymous(words.replace(/ \(pyssl\)$/, ''))];
  }
}

async function everything(t: ExecutionContext): Promise<Record<string, Said>> {
  const found: Record<string, Said> = {};
  const report = async (situation: string, calls: Calls) => {
    for (const [name, call] of Object.entries(calls)) found[`${situation}: ${name}`] = await said(call);
  };
  const some = (calls: Calls, ...names: string[]): Calls =>
    Object.fromEntries(names.map((name) => [name, calls[name]]));

  const client = new ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT);
  client.check_hostname = false;
  client.verify_mode = ssl.CERT_NONE;
  const server = new ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER);
  server.load_cert_chain(certificate('p256.pem'));

  const unconnected = client.wrap_socket(new Socket());
  await report('unconnected', common(unconnected));
  await report('unconnected', {
    shutdown: () => unconnected.shutdown(2),
    'settimeout -1': () => unconnected.settimeout(-1),
    accept: () => unconnected.accept(),
  });
  await unconnected.close();
  await report('closed', common(unconnected));
  await report('closed', {
    fileno: () => unconnected.fileno(),
    settimeout: () => unconnected.settimeout(1),
    close: () => unconnected.close(),
  });

  const listener = createServer();
  listener.listen(0, HOST);
  await once(listener, 'listening');
  const { port } = listener.address() as { port: number };
  t.teardown(() => listener.close());
  const silent = async (): Promise<{ readonly near: Socket; readonly far: Socket }> => {
    const accepting = once(listener, 'connection') as Promise<[Socket]>;
    const near = connect(port, HOST);
    await once(near, 'connect');
    const [far] = await accepting;
    t.teardown(() => {
      near.destroy();
      far.destroy();
    });
    return { near, far };
  };

  const impatient = client.wrap_socket((await silent()).near, { do_handshake_on_connect: false });
  impatient.settimeout(0.05);
  const calls = common(impatient);
  await report(
    'impatient',
    some(calls, 'read', 'write', 'do_handshake', 'getpeercert', 'version', 'pending'),
  );
  await report('impatient', {
    unwrap: () => impatient.unwrap(),
    connect: () => impatient.connect([HOST, port]),
    'recv flags': () => impatient.recv(1, 2),
    'send flags': () => impatient.send(new Uint8Array(0), 2),
    recvfrom: () => impatient.recvfrom(1),
    recvfrom_into: () => impatient.recvfrom_into(new Uint8Array(1)),
    sendto: () => impatient.sendto(new Uint8Array(0), 1),
    'recv -1': () => impatient.recv(-1),
  });
  impatient.setblocking(false);
  await report('not blocking', some(calls, 'read', 'write', 'do_handshake', 'gettimeout'));

  const strict = new ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT);
  const [plain, other] = [(await silent()).near, (await silent()).near];
  const datagrams = createSocket('udp4');
  t.teardown(() => datagrams.close());
  await report('wrap_socket', {
    None: () => client.wrap_socket(null),
    int: () => client.wrap_socket(3),
    datagrams: () => client.wrap_socket(datagrams),
    server_hostname: () => server.wrap_socket(new Socket(), { server_side: true, server_hostname: 'x' }),
    'no name': () => strict.wrap_socket(new Socket()),
    'leading dot': () => client.wrap_socket(new Socket(), { server_hostname: '.x' }),
    'not blocking': () => {
      const first = client.wrap_socket(plain, { do_handshake_on_connect: false });
      first.setblocking(false);
      return client.wrap_socket(first);
    },
    'wrong role': () => client.wrap_socket(other, { server_side: true }),
  });
  const waiting = server.wrap_socket(new Socket(), { server_side: true });
  await report('server', {
    connect: () => waiting.connect([HOST, port]),
    unwrap: () => waiting.unwrap(),
  });

  const pair = async (keywords: ssl.WrapSocketKeywords = {}) => {
    const { near: nearPlain, far: farPlain } = await silent();
    const near = client.wrap_socket(nearPlain, keywords);
    const far = server.wrap_socket(farPlain, { server_side: true });
    await Promise.all([near.do_handshake(), far.do_handshake()]);
    return { near, far };
  };
  const ragged = await pair();
  await ragged.far.close();
  await report('ragged', {
    recv: () => ragged.near.recv(1),
    'recv again': () => ragged.near.recv(1),
    recv_into: () => ragged.near.recv_into(new Uint8Array(1)),
  });
  client.options &= ~ssl.OP_IGNORE_UNEXPECTED_EOF;
  const torn = await pair({ suppress_ragged_eofs: false });
  await torn.far.close();
  await report('ragged, not suppressed', {
    recv: () => torn.near.recv(1),
    'recv again': () => torn.near.recv(1),
  });
  const ended = await pair();
  await ended.far.sendall(new TextEncoder().encode('last'));
  await report('shutdown', {
    recv: () => ended.near.recv(4),
    shutdown: () => ended.near.shutdown(2),
    read: () => ended.near.read(1),
    version: () => ended.near.version(),
  });
  const twice = await pair();
  await report('twice', {
    do_handshake: () => twice.near.do_handshake(),
    'recv 0': () => twice.near.recv(0),
    'send nothing': () => twice.near.send(new Uint8Array(0)),
    'send str': () => twice.near.send('x' as never),
  });
  const x = new Uint8Array(1);
  const nothing = new Uint8Array(0);
  const clear = await pair();
  clear.near.shutdown(1);
  await report('in clear, shut down', {
    send: () => clear.near.send(x),
    sendall: () => clear.near.sendall(x),
    do_handshake: () => clear.near.do_handshake(),
  });
  const over = await pair();
  await over.near.close();
  await report('closed connection', common(over.near));
  await report('closed connection', { 'recv 0': () => over.near.recv(0) });
  const parted = await pair();
  parted.near.settimeout(0.01);
  await report('goodbye', {
    unwrap: () => parted.near.unwrap(),
    'send nothing': () => parted.near.send(nothing),
    'write nothing': () => parted.near.write(nothing),
    'sendall nothing': () => parted.near.sendall(nothing),
    sendall: () => parted.near.sendall(x),
  });
  return found;
}

function common(s: ssl.SSLSocket): Calls {
  const x = new Uint8Array(1);
  return {
    read: () => s.read(1),
    write: () => s.write(x),
    recv: () => s.recv(1),
    recv_into: () => s.recv_into(x),
    send: () => s.send(x),
    sendall: () => s.sendall(x),
    do_handshake: () => s.do_handshake(),
    getpeercert: () => s.getpeercert(),
    getpeername: () => s.getpeername(),
    version: () => s.version(),
    cipher: () => s.cipher(),
    shared_ciphers: () => s.shared_ciphers(),
    compression: () => s.compression(),
    selected_alpn_protocol: () => s.selected_alpn_protocol(),
    pending: () => s.pending(),
    session: () => s.session,
    session_reused: () => s.session_reused,
    get_channel_binding: () => s.get_channel_binding(),
    'get_channel_binding x': () => s.get_channel_binding('x'),
    get_verified_chain: () => s.get_verified_chain(),
    get_unverified_chain: () => s.get_unverified_chain(),
    sendmsg: () => s.sendmsg([]),
    recvmsg: () => s.recvmsg(1),
    recvmsg_into: () => s.recvmsg_into([]),
    dup: () => s.dup(),
    gettimeout: () => s.gettimeout() === null,
  };
}
