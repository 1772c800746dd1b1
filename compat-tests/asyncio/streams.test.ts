/** CPython's test_asyncio/test_streams.py, by name, as far as it is about streams. */

import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createServer } from 'node:http';
import { createServer as createTlsServer } from 'node:https';
import type { AddressInfo, Server as NetServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import test, { type ExecutionContext } from 'ava';
import * as asyncio from '../../lib/asyncio/index.ts';
import * as ssl from '../../lib/index.ts';
import { certificate } from '../tools/certs.ts';
import { quiet } from '../tools/quiet.ts';
import {
  bytes,
  filled,
  simpleClientContext,
  simpleServerContext,
  sleep,
  TcpServer,
  text,
} from './counterpart.ts';
import { FakeTransport } from './fakes.ts';

const DATA = 'line1\nline2\nline3\n';

function streamOf(...data: string[]): asyncio.StreamReader {
  return feed(new asyncio.StreamReader(), ...data);
}

function limited(limit: number, ...data: string[]): asyncio.StreamReader {
  return feed(new asyncio.StreamReader({ limit }), ...data);
}

function feed(stream: asyncio.StreamReader, ...data: string[]): asyncio.StreamReader {
  for (const each of data) stream.feed_data(bytes(each));
  return stream;
}

/** What a stream still holds. */
async function rest(stream: asyncio.StreamReader): Promise<string> {
  stream.feed_eof();
  return text(await stream.read());
}

/** The same as in Python: called when the present call has come to wait. */
const soon = (callback: () => void) => setImmediate(callback);

const streams = (name: string, body: (t: ExecutionContext) => Promise<void>) =>
  test(`StreamTests.${name}`, body);

streams('test_feed_empty_data', async (t) => {
  t.is(await rest(streamOf('')), '');
});

streams('test_feed_nonempty_data', async (t) => {
  t.is(await rest(streamOf(DATA)), DATA);
});

streams('test_read_zero', async (t) => {
  const stream = streamOf(DATA);
  t.is((await stream.read(0)).length, 0);
  t.is(await rest(stream), DATA);
});

streams('test_read', async (t) => {
  const stream = streamOf();
  soon(() => feed(stream, DATA));
  t.is(text(await stream.read(30)), DATA);
});

streams('test_read_line_breaks', async (t) => {
  const stream = streamOf('line1', 'line2');
  t.is(text(await stream.read(5)), 'line1');
  t.is(await rest(stream), 'line2');
});

streams('test_read_eof', async (t) => {
  const stream = streamOf();
  soon(() => stream.feed_eof());
  t.is((await stream.read(1024)).length, 0);
});

streams('test_read_until_eof', async (t) => {
  const stream = streamOf();
  soon(() => feed(stream, 'chunk1\n', 'chunk2').feed_eof());
  t.is(text(await stream.read(-1)), 'chunk1\nchunk2');
});

streams('test_read_exception', async (t) => {
  const stream = streamOf('line\n');
  t.is(text(await stream.read(2)), 'li');
  stream.set_exception(new ssl.ValueError());
  await t.throwsAsync(stream.read(2), { instanceOf: ssl.ValueError });
});

streams('test_invalid_limit', async (t) => {
  const expected = { instanceOf: ssl.ValueError, message: /imit/ };
  t.throws(() => new asyncio.StreamReader({ limit: 0 }), expected);
  t.throws(() => new asyncio.StreamReader(-1), expected);
  await t.throwsAsync(asyncio.open_connection('127.0.0.1', 1, { limit: 0 }), expected);
  await t.throwsAsync(
    asyncio.start_server(() => {}, '127.0.0.1', 0, { limit: -5 }),
    expected,
  );
});

streams('test_read_limit', async (t) => {
  t.is(text(await limited(3, 'chunk').read(5)), 'chunk');
});

streams('test_readline', async (t) => {
  const stream = streamOf('chunk1 ');
  soon(() => feed(stream, 'chunk2 ', 'chunk3 ', '\n chunk4'));
  t.is(text(await stream.readline()), 'chunk1 chunk2 chunk3 \n');
  t.is(await rest(stream), ' chunk4');
});

streams('test_readline_limit_with_existing_data', async (t) => {
  let stream = limited(3, 'li', 'ne1\nline2\n');
  await t.throwsAsync(stream.readline(), { instanceOf: ssl.ValueError });
  t.is(await rest(stream), 'line2\n');
  stream = limited(3, 'li', 'ne1', 'li');
  await t.throwsAsync(stream.readline(), { instanceOf: ssl.ValueError });
  t.is(await rest(stream), '');
});

streams('test_at_eof', async (t) => {
  const stream = streamOf();
  t.false(stream.at_eof());
  feed(stream, 'some data\n');
  t.false(stream.at_eof());
  await stream.readline();
  t.false(stream.at_eof());
  feed(stream, 'some data\n').feed_eof();
  await stream.readline();
  t.true(stream.at_eof());
});

streams('test_readline_limit', async (t) => {
  let stream = limited(7);
  soon(() => feed(stream, 'chunk1', 'chunk2', 'chunk3\n').feed_eof());
  await t.throwsAsync(stream.readline(), { instanceOf: ssl.ValueError });
  t.true(stream.at_eof());

  stream = limited(7);
  soon(() => feed(stream, 'chunk1', 'chunk2\n', 'chunk3\n').feed_eof());
  await t.throwsAsync(stream.readline(), { instanceOf: ssl.ValueError });
  t.is(await rest(stream), 'chunk3\n');

  stream = limited(7, '1234567\n');
  t.is(text(await stream.readline()), '1234567\n', 'the limit itself');
  await t.throwsAsync(feed(stream, '12345678\n').readline(), { instanceOf: ssl.ValueError });
  await t.throwsAsync(feed(stream, '12345678').readline(), { instanceOf: ssl.ValueError });
  t.is(await rest(stream), '');
});

streams('test_readline_nolimit_nowait', async (t) => {
  const stream = streamOf(DATA.slice(0, 6), DATA.slice(6));
  t.is(text(await stream.readline()), 'line1\n');
  t.is(await rest(stream), 'line2\nline3\n');
});

streams('test_readline_eof', async (t) => {
  const stream = streamOf('some data');
  stream.feed_eof();
  t.is(text(await stream.readline()), 'some data');
});

streams('test_readline_empty_eof', async (t) => {
  const stream = streamOf();
  stream.feed_eof();
  t.is((await stream.readline()).length, 0);
});

streams('test_readline_read_byte_count', async (t) => {
  const stream = streamOf(DATA);
  await stream.readline();
  t.is(text(await stream.read(7)), 'line2\nl');
  t.is(await rest(stream), 'ine3\n');
});

streams('test_readline_exception', async (t) => {
  const stream = streamOf('line\n');
  t.is(text(await stream.readline()), 'line\n');
  stream.set_exception(new ssl.ValueError());
  await t.throwsAsync(stream.readline(), { instanceOf: ssl.ValueError });
});

streams('test_readuntil_separator', async (t) => {
  const stream = streamOf();
  const wrong = { instanceOf: ssl.ValueError, message: /Separator should be/ };
  await t.throwsAsync(stream.readuntil(bytes('')), wrong);
  await t.throwsAsync(stream.readuntil([bytes('')]), wrong);
  await t.throwsAsync(stream.readuntil([]), { instanceOf: ssl.ValueError, message: /should contain/ });
});

streams('test_readuntil_multi_chunks', async (t) => {
  const stream = streamOf('lineAAA');
  t.is(text(await stream.readuntil(bytes('AAA'))), 'lineAAA');
  t.is(text(await feed(stream, 'lineAAAxxx').readuntil(bytes('AAA'))), 'lineAAA');
  t.is(await rest(stream), 'xxx');
});

streams('test_readuntil_multi_chunks_1', async (t) => {
  for (const chunks of [
    ['QWEaa', 'XYaa', 'a'],
    ['QWEaa', 'XYa', 'aa'],
    ['aaa'],
    ['Xaaa'],
    ['XXX', 'a', 'a', 'a'],
  ]) {
    const stream = streamOf();
    const read = stream.readuntil(bytes('aaa'));
    for (const chunk of chunks) {
      feed(stream, chunk);
      await sleep(0);
    }
    t.is(text(await read), chunks.join(''));
    t.is(await rest(stream), '');
  }
});

streams('test_readuntil_eof', async (t) => {
  const stream = streamOf('some dataAA');
  stream.feed_eof();
  const error = await t.throwsAsync<asyncio.IncompleteReadError>(stream.readuntil(bytes('AAA')), {
    instanceOf: asyncio.IncompleteReadError,
    message: /undefined expected bytes/,
  });
  t.is(text(error?.partial ?? bytes('')), 'some dataAA');
  t.is(error?.expected, null);
  t.true(stream.at_eof());
});

streams('test_readuntil_limit_found_sep', async (t) => {
  const stream = limited(3, 'some dataAA');
  const overrun = (message: RegExp) => ({ instanceOf: asyncio.LimitOverrunError, message });
  await t.throwsAsync(stream.readuntil(bytes('AAA')), overrun(/not found/));
  await t.throwsAsync(feed(stream, 'A').readuntil(bytes('AAA')), overrun(/is found/));
  t.is(await rest(stream), 'some dataAAA');
});

streams('test_readuntil_multi_separator', async (t) => {
  const stream = streamOf('line 1\nline 2\r');
  const either = [bytes('\r'), bytes('\n')];
  t.is(text(await stream.readuntil(either)), 'line 1\n');
  t.is(text(await stream.readuntil(either)), 'line 2\r');
  t.is(text(await feed(stream, 'ABCDEFG').readuntil([bytes('DEF'), bytes('BCDE')])), 'ABCDE');
  t.is(await rest(stream), 'FG');
});

streams('test_readuntil_multi_separator_limit', async (t) => {
  const stream = limited(3, 'some dataA');
  await t.throwsAsync(stream.readuntil([bytes('A'), bytes('ome dataA')]), {
    instanceOf: asyncio.LimitOverrunError,
    message: /is found/,
  });
  t.is(await rest(stream), 'some dataA');
});

streams('test_readuntil_multi_separator_negative_offset', async (t) => {
  const stream = streamOf('data');
  const read = stream.readuntil([bytes('A'), bytes('long sep')]);
  soon(() => feed(stream, 'Z'));
  soon(() => feed(stream, 'Aaaa'));
  t.is(text(await read), 'dataZA');
  t.is(await rest(stream), 'aaa');
});

streams('test_readuntil_bytearray', async (t) => {
  const stream = streamOf('some data\r\n');
  t.is(text(await stream.readuntil(new DataView(bytes('\r\n').buffer))), 'some data\r\n');
});

streams('test_readexactly_zero_or_less', async (t) => {
  const stream = streamOf(DATA);
  t.is((await stream.readexactly(0)).length, 0);
  await t.throwsAsync(stream.readexactly(-1), { instanceOf: ssl.ValueError, message: /less than zero/ });
  t.is(await rest(stream), DATA);
});

streams('test_readexactly', async (t) => {
  const stream = streamOf();
  soon(() => feed(stream, DATA, DATA, DATA));
  t.is(text(await stream.readexactly(2 * DATA.length)), DATA + DATA);
  t.is(await rest(stream), DATA);
});

streams('test_readexactly_limit', async (t) => {
  t.is(text(await limited(3, 'chunk').readexactly(5)), 'chunk');
});

streams('test_readexactly_eof', async (t) => {
  const stream = streamOf();
  const read = stream.readexactly(36);
  soon(() => feed(stream, DATA).feed_eof());
  const error = await t.throwsAsync<asyncio.IncompleteReadError>(read, {
    instanceOf: asyncio.IncompleteReadError,
    message: '18 bytes read on a total of 36 expected bytes',
  });
  t.true(error instanceof asyncio.EOFError);
  t.is(text(error?.partial ?? bytes('')), DATA);
  t.is(error?.expected, 36);
  t.true(stream.at_eof());
});

streams('test_readexactly_exception', async (t) => {
  const stream = streamOf('line\n');
  t.is(text(await stream.readexactly(2)), 'li');
  stream.set_exception(new ssl.ValueError());
  await t.throwsAsync(stream.readexactly(2), { instanceOf: ssl.ValueError });
});

streams('test_exception', async (t) => {
  const stream = streamOf();
  t.is(stream.exception(), null);
  const error = new ssl.ValueError();
  stream.set_exception(error);
  t.is(stream.exception(), error);
});

streams('test_exception_waiter', async (t) => {
  const stream = streamOf();
  const read = stream.readline();
  soon(() => stream.set_exception(new ssl.ValueError()));
  await t.throwsAsync(read, { instanceOf: ssl.ValueError });
});

test('a second reader is refused; the lines of a stream can be iterated over', async (t) => {
  const stream = streamOf();
  const first = stream.readline();
  await t.throwsAsync(stream.read(1), {
    instanceOf: ssl.RuntimeError,
    message: 'read() called while another coroutine is already waiting for incoming data',
  });
  feed(stream, 'line 0\n');
  t.is(text(await first), 'line 0\n');
  feed(stream, DATA, 'and the rest').feed_eof();
  const lines: string[] = [];
  for await (const line of stream) lines.push(text(line));
  t.deepEqual(lines, ['line1\n', 'line2\n', 'line3\n', 'and the rest']);
  t.throws(() => feed(stream, 'more'), { instanceOf: ssl.RuntimeError, message: 'feed_data after feed_eof' });
});

test('a transport is paused above twice the limit, and resumed at the limit', async (t) => {
  const transport = new FakeTransport();
  const stream = limited(10);
  stream.set_transport(transport);
  stream.feed_data(filled(20, 'x'));
  t.deepEqual(transport.calls, []);
  stream.feed_data(filled(1, 'x'));
  t.deepEqual(transport.calls, ['pause_reading']);
  await stream.read(10);
  t.deepEqual(transport.calls, ['pause_reading']);
  await stream.read(1);
  t.deepEqual(transport.calls, ['pause_reading', 'resume_reading']);
  stream.feed_data(filled(30, 'x'));
  const more = stream.readexactly(50);
  t.deepEqual(transport.calls.slice(2), ['pause_reading', 'resume_reading'], 'or it would wait for ever');
  stream.feed_data(filled(10, 'x'));
  t.is((await more).length, 50);
});

streams('test_multiple_drain', async (t) => {
  const protocol = new asyncio.StreamReaderProtocol(streamOf());
  protocol.pause_writing();
  let drained = 0;
  const all = Promise.all(Array.from({ length: 10 }, () => protocol.drain().then(() => drained++)));
  await quiet(1);
  t.is(drained, 0);
  protocol.resume_writing();
  await all;
  t.is(drained, 10);
});

streams('test_drain_raises', async (t) => {
  const server = await TcpServer.start(async (sock) => {
    await sock.recv(1);
    sock.reset();
  });
  const [, writer] = await asyncio.open_connection(...server.addr);
  const writing = async () => {
    for (;;) {
      writer.write(bytes('foo\n'));
      await writer.drain();
    }
  };
  await t.throwsAsync(writing(), { instanceOf: ssl.ConnectionError });
  await server.stop();
});

// Connections, by way of an HTTP server that is none of ours.

const PAGE = 'Test message';
const REQUEST = bytes('GET / HTTP/1.0\r\n\r\n');

async function httpd(t: ExecutionContext, where: { path: string } | { port: number }, useSsl = false) {
  const pem = readFileSync(certificate('p256.pem'));
  const server: NetServer = useSsl
    ? createTlsServer({ key: pem, cert: pem }, (_request, response) => response.end(PAGE))
    : createServer((_request, response) => response.end(PAGE));
  server.listen({ ...where, host: '127.0.0.1' });
  await once(server, 'listening');
  t.teardown(() => server.close());
  return server.address() as AddressInfo;
}

function unixPath(t: ExecutionContext): string {
  const folder = mkdtempSync(join(tmpdir(), 'pyssl-asyncio-'));
  t.teardown(() => rmSync(folder, { recursive: true }));
  return join(folder, 'socket');
}

type Streams = [asyncio.StreamReader, asyncio.StreamWriter];

async function fetchPage(t: ExecutionContext, [reader, writer]: Streams): Promise<void> {
  writer.write(REQUEST);
  t.is(text(await reader.readline()), 'HTTP/1.1 200 OK\r\n');
  t.true(text(await reader.read()).endsWith(PAGE));
  writer.close();
  await writer.wait_closed();
  t.true(writer.is_closing());
}

streams('test_open_connection', async (t) => {
  const { address, port } = await httpd(t, { port: 0 });
  const opened = await asyncio.open_connection(address, port);
  t.deepEqual(opened[1].get_extra_info('peername'), [address, port]);
  await fetchPage(t, opened);
});

streams('test_open_connection_no_loop_ssl', async (t) => {
  const { address, port } = await httpd(t, { port: 0 }, true);
  await fetchPage(t, await asyncio.open_connection(address, port, { ssl: simpleClientContext() }));
});

streams('test_open_unix_connection', async (t) => {
  const path = unixPath(t);
  await httpd(t, { path });
  await fetchPage(t, await asyncio.open_unix_connection(path));
});

streams('test_open_unix_connection_no_loop_ssl', async (t) => {
  const path = unixPath(t);
  await httpd(t, { path }, true);
  const keywords = { ssl: simpleClientContext(), server_hostname: '' };
  await fetchPage(t, await asyncio.open_unix_connection(path, keywords));
});

streams('test_open_connection_error', async (t) => {
  const { address, port } = await httpd(t, { port: 0 });
  const [reader, writer] = await asyncio.open_connection(address, port);
  (writer.transport.get_protocol() as asyncio.Protocol).connection_lost(new RangeError());
  await t.throwsAsync(reader.read(), { instanceOf: RangeError });
  writer.close();
});

streams('test_open_unix_connection_error', async (t) => {
  await t.throwsAsync(asyncio.open_unix_connection(`${unixPath(t)}-not`), {
    instanceOf: ssl.FileNotFoundError,
  });
});

streams('test_wait_closed_on_close', async (t) => {
  const { address, port } = await httpd(t, { port: 0 });
  await fetchPage(t, await asyncio.open_connection(address, port));
});

streams('test_wait_closed_on_close_with_unread_data', async (t) => {
  const { address, port } = await httpd(t, { port: 0 });
  const [reader, writer] = await asyncio.open_connection(address, port);
  writer.write(REQUEST);
  t.is(text(await reader.readline()), 'HTTP/1.1 200 OK\r\n');
  writer.close();
  await t.notThrowsAsync(writer.wait_closed());
});

streams('test_async_writer_api', async (t) => {
  const { address, port } = await httpd(t, { port: 0 }, true);
  const [reader, writer] = await asyncio.open_connection(address, port, { ssl: simpleClientContext() });
  writer.writelines([REQUEST.subarray(0, 3), REQUEST.subarray(3)]);
  await writer.drain();
  t.is(text(await reader.readline()), 'HTTP/1.1 200 OK\r\n');
  t.false(writer.can_write_eof());
  t.throws(() => writer.write_eof(), { instanceOf: ssl.NotImplementedError });
  await reader.read();
  writer.close();
  await writer.wait_closed();
});

streams('test_async_writer_api_exception_after_close', async (t) => {
  const { address, port } = await httpd(t, { port: 0 });
  const [reader, writer] = await asyncio.open_connection(address, port);
  writer.write(REQUEST);
  await reader.read();
  writer.close();
  writer.write(bytes('data'));
  const drained = writer.drain().then(() => writer.wait_closed().then(() => writer.drain()));
  await t.throwsAsync(drained, { instanceOf: ssl.ConnectionResetError, message: 'Connection lost' });
});

streams('test_eof_feed_when_closing_writer', async (t) => {
  const { address, port } = await httpd(t, { port: 0 });
  const [reader, writer] = await asyncio.open_connection(address, port);
  writer.close();
  await writer.wait_closed();
  t.true(reader.at_eof());
  t.is((await reader.read()).length, 0);
});

/** Answers each client's first line, and closes. */
const answering = async (reader: asyncio.StreamReader, writer: asyncio.StreamWriter) => {
  writer.write(await reader.readline());
  await writer.drain();
  writer.close();
  await writer.wait_closed();
};

async function askOnce(t: ExecutionContext, [reader, writer]: Streams): Promise<void> {
  writer.write(bytes('hello!\n'));
  t.is(text(await reader.readline()), 'hello!\n');
  writer.close();
  await writer.wait_closed();
}

streams('test_start_server', async (t) => {
  const server = await asyncio.start_server(answering, '127.0.0.1', 0);
  const [host, port] = server.sockets[0].getsockname() as [string, number];
  t.true(server.is_serving());
  await askOnce(t, await asyncio.open_connection(host, port));
  // A callback that is not asynchronous will do as well.
  const plain = await asyncio.start_server(
    (reader, writer) => void answering(reader, writer),
    '127.0.0.1',
    0,
    { ssl: simpleServerContext() },
  );
  const [, tlsPort] = plain.sockets[0].getsockname() as [string, number];
  await askOnce(t, await asyncio.open_connection(host, tlsPort, { ssl: simpleClientContext() }));
  for (const each of [server, plain]) {
    each.close();
    await each.wait_closed();
    t.deepEqual([each.is_serving(), each.sockets], [false, []]);
  }
});

streams('test_start_unix_server', async (t) => {
  const path = unixPath(t);
  const server = await asyncio.start_unix_server(answering, path, { ssl: simpleServerContext() });
  t.is(server.sockets[0].getsockname(), path);
  const keywords = { ssl: simpleClientContext(), server_hostname: '' };
  await askOnce(t, await asyncio.open_unix_connection(path, keywords));
  server.close();
  await server.wait_closed();
});

/** A reader that has its first line read, and what was sent behind it unread; `start_tls` of a server on it. */
async function upgradeBehind(line: string, behind: Uint8Array) {
  const reader = new asyncio.StreamReader();
  const protocol = new asyncio.StreamReaderProtocol(reader, () => {});
  const transport = new FakeTransport();
  protocol.connection_made(transport);
  const writer = new asyncio.StreamWriter(transport, protocol, reader);
  protocol.data_received(Buffer.concat([bytes(line), behind]));
  const read = text(await reader.readline());
  const giveUp = new AbortController();
  const upgrade = writer.start_tls(simpleServerContext(), { signal: giveUp.signal });
  return { reader, transport, read, upgrade, giveUp };
}

streams('test_start_tls_buffered_data', async (t) => {
  const outgoing = new ssl.MemoryBIO();
  const client = simpleClientContext().wrap_bio(new ssl.MemoryBIO(), outgoing, false, 'localhost');
  t.throws(() => client.do_handshake(), { instanceOf: ssl.SSLWantReadError });
  const { transport, read, upgrade, giveUp } = await upgradeBehind('PROXY TCP4\n', outgoing.read());
  t.is(read, 'PROXY TCP4\n');
  await new Promise<void>((resolve) => {
    transport.write = (flight) => {
      t.deepEqual([flight[0], flight[5]], [22, 2], 'a ServerHello: the server has met the hello');
      resolve();
    };
  });
  giveUp.abort(new Error('the client says no more'));
  await t.throwsAsync(upgrade, { message: 'the client says no more' });
});

test('what was slipped in before TLS does not pass for what came by TLS', async (t) => {
  const { reader, upgrade } = await upgradeBehind('STARTTLS\n', bytes('MAIL FROM:<mallory>\n'));
  await t.throwsAsync(upgrade, { instanceOf: ssl.SSLError });
  t.is(text(reader.take_unread()), '');
});

streams('test_start_tls', async (t) => {
  const server = await asyncio.start_server(
    async (reader, writer) => {
      writer.write(await reader.readline());
      await writer.drain();
      t.is(writer.get_extra_info('sslcontext'), null);
      await writer.start_tls(simpleServerContext());
      t.not(writer.get_extra_info('sslcontext'), null);
      writer.write(await reader.readline());
      await writer.drain();
      writer.close();
      await writer.wait_closed();
    },
    '127.0.0.1',
    0,
  );
  const [host, port] = server.sockets[0].getsockname() as [string, number];
  const [reader, writer] = await asyncio.open_connection(host, port);
  writer.write(bytes('hello world 1!\n'));
  await writer.drain();
  t.is(text(await reader.readline()), 'hello world 1!\n');
  t.is(writer.get_extra_info('sslcontext'), null);
  await writer.start_tls(simpleClientContext());
  t.not(writer.get_extra_info('sslcontext'), null);
  writer.write(bytes('hello world 2!\n'));
  await writer.drain();
  t.is(text(await reader.readline()), 'hello world 2!\n');
  writer.close();
  await writer.wait_closed();
  server.close();
  await server.wait_closed();
});

for (const [name, handle, expected] of [
  [
    'test_unhandled_exception',
    async () => {
      throw new Error('test');
    },
    ['Unhandled exception in client_connected_cb'],
  ],
  ['test_unhandled_cancel', async (_: unknown, writer: asyncio.StreamWriter) => writer.close(), []],
] as const) {
  test.serial(`StreamTests.${name}`, async (t) => {
    const messages: string[] = [];
    const loop = asyncio.get_running_loop();
    loop.set_exception_handler((_, { message }) => messages.push(message));
    const server = await asyncio.start_server(handle, 'localhost', 0);
    const [{ getsockname }] = server.sockets;
    const [host, port] = getsockname() as [string, number];
    const [, writer] = await asyncio.open_connection(host, port);
    writer.write(bytes('test msg'));
    await writer.drain();
    writer.close();
    await writer.wait_closed();
    server.close();
    await server.wait_closed();
    t.deepEqual(messages, [...expected]);
    loop.set_exception_handler(null);
    t.is(asyncio.get_exception_handler(), null);
  });
}
