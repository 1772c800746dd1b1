/** `SSLDuplex` as a stream: what goes through, how it waits, how it ends, and what it says when it goes wrong. */
import { once } from 'node:events';
import { connect, createServer, Socket } from 'node:net';
import { setImmediate as turn } from 'node:timers/promises';
import test from 'ava';
import * as ssl from '../../lib/index.ts';
import { connect as connectTls, createServer as createTlsServer, SSLDuplex } from '../../lib/node/index.ts';
import { quiet } from '../tools/quiet.ts';
import { randomNumbers, seed } from '../tools/seed.ts';
import {
  bytesOf,
  closed,
  contexts,
  duplexPair,
  errorsOf,
  HOST,
  listening,
  memoryPair,
  portOf,
  secured,
  tcpPair,
  textOf,
  textOfLength,
} from './streams.ts';

test('what is written before the handshake waits for it, and arrives', async (t) => {
  const { near, far } = await tcpPair(t);
  const both = contexts();
  const client = secured(t, near, both.client, { server_hostname: 'localhost' });
  client.end('early');
  t.true(client.connecting);
  t.is(client.alpnProtocol, null);
  const server = secured(t, far, both.server, { server_side: true });
  t.is(await textOf(server), 'early');
  t.false(client.connecting);
});

test('both ends write much more than anything on the way holds, and read it all', async (t) => {
  const { client, server } = await duplexPair(t);
  const length = 8 << 20;
  const pattern = Buffer.from(Uint8Array.from({ length }, (_, at) => (at * 7 + (at >> 13)) & 0xff));
  client.end(pattern);
  server.end(pattern);
  const [there, back] = await Promise.all([bytesOf(server), bytesOf(client)]);
  t.true(there.equals(pattern));
  t.true(back.equals(pattern));
  await Promise.all([closed(client), closed(server)]);
});

test('a reader that rests makes the writer wait', async (t) => {
  const { client, server } = await duplexPair(t);
  const chunk = Buffer.alloc(1 << 16, 'x');
  let written = 0;
  while (client.write(chunk) || (await drained(client))) written += chunk.length;
  t.true(client.writableNeedDrain);
  const waiting = written;
  let received = 0;
  server.on('data', (part) => {
    received += part.length;
  });
  await once(client, 'drain');
  client.end();
  await once(server, 'end');
  t.true(received >= waiting);
  t.true(server.readableHighWaterMark < received);
});

/** Whether a stream takes more within the time that bytes on loopback need. */
async function drained(stream: SSLDuplex): Promise<boolean> {
  return Promise.race([once(stream, 'drain').then(() => true), quiet(200).then(() => false)]);
}

test('small writes that are corked leave in one record', async (t) => {
  const { client, server, near } = await duplexPair(t);
  const before = near.bytesWritten;
  client.cork();
  for (let i = 0; i < 100; i++) client.write('0123456789');
  client.uncork();
  t.is((await textOfLength(server, 1000)).length, 1000);
  // One header of 5, one byte of type, one tag of 16 (RFC 8446 section 5.2).
  t.is(near.bytesWritten - before, 1000 + 22);
});

test('one way can be closed, and the other goes on', async (t) => {
  const { client, server } = await duplexPair(t, {
    client: { allowHalfOpen: true },
    server: { allowHalfOpen: true },
  });
  server.write('before');
  await turn();
  client.end('question');
  t.is(await textOf(server), 'question');
  server.write(', then the answer');
  await turn();
  server.end();
  t.is(await textOf(client), 'before, then the answer');
  await Promise.all([closed(client), closed(server)]);
});

test('without allowHalfOpen the end of one way is the end of the other', async (t) => {
  const { client, server, near, far } = await duplexPair(t);
  client.resume().end('question');
  t.is(await textOf(server), 'question');
  await Promise.all([closed(client), closed(server)]);
  await Promise.all([closed(near), closed(far)]);
  t.true(client.writableFinished && server.writableFinished);
});

for (const most of [1, 7, 5000]) {
  test(`over a stream that hands on at most ${most} bytes at a time`, async (t) => {
    const both = contexts();
    const [near, far] = memoryPair(most);
    const client = secured(t, near, both.client, { server_hostname: 'localhost' });
    const server = secured(t, far, both.server, { server_side: true });
    server.pipe(server);
    const message = 'there and back'.repeat(500);
    client.end(message);
    t.is(await textOf(client), message);
    await Promise.all([client, server].map(closed));
  });
}

test('writes of any size, corked or not, to readers that pause: nothing is lost or doubled', async (t) => {
  t.log(`seed ${seed}`);
  const random = randomNumbers();
  const { client, server } = await duplexPair(t, {
    client: { allowHalfOpen: true },
    server: { allowHalfOpen: true },
  });
  const talk = async (from: SSLDuplex, to: SSLDuplex) => {
    const sent: Buffer[] = [];
    const received: Buffer[] = [];
    to.on('data', (part: Buffer) => {
      received.push(part);
      if (random() % 4 > 0) return;
      to.pause();
      setTimeout(() => to.resume(), random() % 3);
    });
    for (let i = 0; i < 60; i++) {
      const size = random() % 3 === 0 ? random() % 70_000 : random() % 100;
      const part = Buffer.alloc(size, `${random()} `);
      sent.push(part);
      if (random() % 3 === 0) from.cork();
      from.write(part);
      if (random() % 2 === 0) from.uncork();
      if (random() % 8 === 0) await turn();
    }
    from.end();
    await once(to, 'end');
    t.true(Buffer.concat(received).equals(Buffer.concat(sent)));
  };
  await Promise.all([talk(client, server), talk(server, client)]);
});

test('a client that would check no name is not made', async (t) => {
  const { near } = await tcpPair(t);
  const { client } = contexts();
  t.throws(() => new SSLDuplex(near, client), {
    instanceOf: ssl.ValueError,
    message: 'check_hostname requires server_hostname',
  });
  client.check_hostname = false;
  t.notThrows(() => secured(t, near, client, {}));
});

test('in TLS 1.2 as well', async (t) => {
  const { near, far } = await tcpPair(t);
  const both = contexts({ client: { set: (context) => (context.maximum_version = ssl.TLSVersion.TLSv1_2) } });
  const client = secured(t, near, both.client, { server_hostname: 'localhost', allowHalfOpen: true });
  const server = secured(t, far, both.server, { server_side: true, allowHalfOpen: true });
  client.end('question');
  t.is(await textOf(server), 'question');
  server.end('answer'.repeat(10_000));
  t.is(await textOf(client), 'answer'.repeat(10_000));
  t.is(server.getProtocol(), 'TLSv1.2');
  await Promise.all([client, server, near, far].map(closed));
});

test('TLS inside TLS inside TLS', async (t) => {
  const outer = await duplexPair(t);
  const both = contexts();
  const wrap = (client: SSLDuplex, server: SSLDuplex) => ({
    client: secured(t, client, both.client, { server_hostname: 'localhost' }),
    server: secured(t, server, both.server, { server_side: true }),
  });
  const middle = wrap(outer.client, outer.server);
  const inner = wrap(middle.client, middle.server);
  inner.client.end('deep');
  t.is(await textOf(inner.server), 'deep');
  t.is(inner.client.remotePort, outer.near.remotePort);
  await textOf(inner.client);
  await Promise.all([outer.near, outer.far].map(closed));
});

test('a protocol of its own comes before the handshake', async (t) => {
  const both = contexts();
  const server = await listening(
    t,
    createServer(async (socket) => {
      t.is(String(await once(socket, 'data').then(([data]) => data)), 'STARTTLS\n');
      socket.pause();
      socket.write('go on\n');
      secured(t, socket, both.server, { server_side: true }).end('secret');
    }),
  );
  const client = secured(t, new Socket(), both.client, {
    server_hostname: 'localhost',
    before_handshake: async (socket) => {
      socket.write('STARTTLS\n');
      await once(socket, 'readable');
      t.is(String(socket.read(6)), 'go on\n');
    },
  });
  client.connect(portOf(server), HOST);
  t.is(await textOf(client), 'secret');
});

test("what a socket can do, and a TLSSocket says, is the stream's as well", async (t) => {
  const { client, server, near } = await duplexPair(t);
  t.true(client.encrypted && client.authorized);
  t.false(server.authorized);
  t.is(client.alpnProtocol, false);
  t.is(client.servername, 'localhost');
  t.is(client.getProtocol(), client.ssl_object.version());
  t.deepEqual(client.address(), near.address());
  for (const name of [
    'remoteAddress',
    'remotePort',
    'remoteFamily',
    'localAddress',
    'localPort',
    'localFamily',
    'bytesRead',
    'bytesWritten',
  ] as const)
    t.is(client[name], near[name], name);
  t.is(client.setNoDelay().setKeepAlive(true, 1000).unref().ref(), client);
});

test('silence is told after the time that was set, again and again, and activity puts it off', async (t) => {
  const { client, server } = await duplexPair(t);
  client.setTimeout(30);
  t.is(client.timeout, 30);
  await once(client, 'timeout');
  server.write('x');
  await once(client, 'readable');
  await once(client, 'timeout');
  const heard = () => t.fail();
  client.setTimeout(10, heard);
  client.setTimeout(0, heard);
  t.is(client.timeout, 0);
  await quiet(30);
});

test('the wrong name is refused, and both ends hear of it once', async (t) => {
  const { near, far } = await tcpPair(t);
  const both = contexts();
  const client = secured(t, near, both.client, { server_hostname: 'example.org' });
  const server = secured(t, far, both.server, { server_side: true });
  const [ours, theirs] = [errorsOf(client), errorsOf(server)];
  client.write('never sent');
  server.resume();
  await Promise.all([closed(client), closed(server), closed(near), closed(far)]);
  t.is(ours.length, 1);
  t.true(ours[0] instanceof ssl.SSLCertVerificationError);
  t.deepEqual(
    theirs.map((error) => (error as ssl.SSLError).reason),
    ['SSLV3_ALERT_BAD_CERTIFICATE'],
  );
});

test('plaintext in the place of a handshake', async (t) => {
  const { near, far } = await tcpPair(t);
  const server = secured(t, near, contexts().server, { server_side: true });
  const errors = errorsOf(server);
  far.write('GET / HTTP/1.1\r\n\r\n');
  await closed(server);
  t.deepEqual(
    errors.map((error) => (error as ssl.SSLError).reason),
    ['HTTP_REQUEST'],
  );
  await closed(near);
});

test('a stream that ends without close_notify', async (t) => {
  for (const suppress_ragged_eofs of [false, true]) {
    const { client, server, far } = await duplexPair(t, { client: { suppress_ragged_eofs } });
    const errors = errorsOf(client);
    errorsOf(server);
    server.write('half of what');
    await textOfLength(client, 12);
    far.end();
    client.resume();
    await closed(client);
    t.deepEqual(
      errors.map(({ name }) => name),
      suppress_ragged_eofs ? [] : ['SSLEOFError'],
    );
    t.is(client.readableEnded, suppress_ragged_eofs);
  }
});

test('a socket that is destroyed in the middle of a record', async (t) => {
  const { client, server, near, far } = await duplexPair(t);
  const errors = errorsOf(client);
  errorsOf(server);
  client.resume();
  far.write(Uint8Array.of(0x17, 3, 3, 0, 100, 1, 2, 3));
  far.end();
  await closed(client);
  t.deepEqual(
    errors.map(({ name }) => name),
    ['SSLEOFError'],
  );
  await closed(near);

  const other = await duplexPair(t);
  const others = errorsOf(other.client);
  errorsOf(other.server);
  other.near.destroy();
  await closed(other.client);
  t.deepEqual(
    others.map((error) => (error as NodeJS.ErrnoException).code),
    ['ERR_STREAM_PREMATURE_CLOSE'],
  );

  const reset = await duplexPair(t);
  const resets = errorsOf(reset.client);
  reset.far.resetAndDestroy();
  errorsOf(reset.server);
  await closed(reset.client);
  t.deepEqual(
    resets.map((error) => (error as NodeJS.ErrnoException).code),
    ['ECONNRESET'],
  );
});

test('bytes that are changed on the way', async (t) => {
  const { client, server, far } = await duplexPair(t);
  const [ours, theirs] = [errorsOf(client), errorsOf(server)];
  far.write(Uint8Array.of(0x17, 3, 3, 0, 40, ...new Uint8Array(40)));
  client.resume();
  server.resume();
  await Promise.all([closed(client), closed(server)]);
  t.deepEqual(
    [...ours, ...theirs].map((error) => (error as ssl.SSLError).reason),
    ['DECRYPTION_FAILED_OR_BAD_RECORD_MAC', 'SSLV3_ALERT_BAD_RECORD_MAC'],
  );
});

test('data after close_notify is not data', async (t) => {
  const { client, server, far } = await duplexPair(t, { client: { allowHalfOpen: true } });
  const end = far.end.bind(far);
  far.end = () => end('and some more');
  server.end('last words');
  t.is(await textOf(client), 'last words');
  client.end();
  await closed(client);
});

test('a write after the end, and one after destroy', async (t) => {
  const { client, server } = await duplexPair(t);
  const errors = errorsOf(client);
  errorsOf(server.resume());
  client.end();
  client.write('late');
  await closed(client);
  t.deepEqual(
    errors.map((error) => (error as NodeJS.ErrnoException).code),
    ['ERR_STREAM_WRITE_AFTER_END'],
  );
  const other = (await duplexPair(t)).client;
  const others = errorsOf(other);
  other.destroy();
  const failed = new Promise((done) => other.write('later', done));
  t.is(((await failed) as NodeJS.ErrnoException).code, 'ERR_STREAM_DESTROYED');
  t.deepEqual(others, []);
});

test('a peer that never answers', async (t) => {
  const { near } = await tcpPair(t);
  const client = secured(t, near, contexts().client, {
    server_hostname: 'localhost',
    ssl_handshake_timeout: 0.05,
  });
  const errors = errorsOf(client);
  await closed(client);
  t.true(errors[0] instanceof ssl.TimeoutError);
  t.is(errors[0].message, 'The handshake operation timed out');
  await closed(near);
});

test('destroy before, during and after the handshake is silent, and closes what is beneath', async (t) => {
  const both = contexts();
  const server = await listening(
    t,
    createServer((socket) => void socket.on('error', () => {})),
  );
  const options = { server_hostname: 'localhost' };
  const unconnected = secured(t, new Socket(), both.client, options);
  const connecting = secured(t, connect(portOf(server), HOST), both.client, options);
  const talking = secured(t, connect(portOf(server), HOST), both.client, options);
  const { client } = await duplexPair(t);
  await quiet(); // they get as far as they can
  for (const stream of [unconnected, connecting, talking, client]) {
    const errors = errorsOf(stream);
    stream.destroy();
    await closed(stream);
    t.deepEqual(errors, []);
  }
});

test('a signal ends it, as any stream', async (t) => {
  const { near } = await tcpPair(t);
  const abort = new AbortController();
  const client = secured(t, near, contexts().client, {
    server_hostname: 'localhost',
    signal: abort.signal,
  });
  const errors = errorsOf(client);
  abort.abort();
  await closed(client);
  t.deepEqual(
    errors.map(({ name }) => name),
    ['AbortError'],
  );
});

test('a connection that is refused', async (t) => {
  const server = await listening(t, createServer());
  const port = portOf(server);
  server.close();
  await once(server, 'close');
  const client = connectTls({ host: HOST, port, context: contexts().client });
  const errors = errorsOf(client);
  await closed(client);
  t.deepEqual(
    errors.map((error) => (error as NodeJS.ErrnoException).code),
    ['ECONNREFUSED'],
  );
});

test('a server tells of connections that are made, and of those that failed', async (t) => {
  const both = contexts();
  const server = await listening(
    t,
    createTlsServer(both.server, (stream) => void stream.end('welcome')),
  );
  const options = { host: HOST, port: portOf(server), context: both.client };
  t.is(await textOf(connectTls({ ...options, servername: 'localhost' })), 'welcome');
  const failed = once(server, 'tlsClientError');
  errorsOf(connectTls({ ...options, servername: 'example.org' }));
  const [error, stream] = (await failed) as [ssl.SSLError, SSLDuplex];
  t.is(error.reason, 'SSLV3_ALERT_BAD_CERTIFICATE');
  t.true(stream.destroyed);
});

test('tickets leave with the first answer, and the session is resumed', async (t) => {
  const both = contexts({ server: { set: (context) => (context.num_tickets = 1) } });
  const server = await listening(
    t,
    createTlsServer(both.server, (stream) => void stream.end('hello')),
  );
  const options = { host: HOST, port: portOf(server), context: both.client, servername: 'localhost' };
  const first = connectTls(options);
  t.is(await textOf(first), 'hello');
  const { session } = first.ssl_object;
  t.true(session?.has_ticket);
  const second = connectTls({ ...options, session });
  t.is(await textOf(second), 'hello');
  t.true(second.ssl_object.session_reused);
});
