/** Servers and connections as objects: where they listen, how they end, what they refuse. */
import { once } from 'node:events';
import { createServer } from 'node:net';
import test from 'ava';
import { Future } from '../../lib/asyncio/future.ts';
import * as asyncio from '../../lib/asyncio/index.ts';
import * as ssl from '../../lib/index.ts';
import { pythonError } from '../../lib/ssl/system-errors.ts';
import { quiet } from '../tools/quiet.ts';
import { bytes, simpleClientContext, simpleServerContext, sleep, text } from './counterpart.ts';

const nobody = () => new asyncio.Protocol();
const noName = () => ({ ssl: simpleClientContext(), server_hostname: '' });
const addressOf = (server: asyncio.Server) => server.sockets[0].getsockname() as [string, number];

test('serve_forever() serves until close(), which is told as CancelledError', async (t) => {
  const server = await asyncio.create_server(nobody, '127.0.0.1', 0, { start_serving: false });
  t.false(server.is_serving());
  t.deepEqual(server.sockets, []);
  const forever = server.serve_forever();
  const again = server.serve_forever();
  await t.throwsAsync(again, { instanceOf: ssl.RuntimeError, message: /already being awaited/ });
  while (!server.is_serving() || addressOf(server).length < 2) await sleep(1);
  const [transport] = await asyncio.create_connection(nobody, ...addressOf(server));
  server.close();
  transport.close();
  await t.throwsAsync(forever, { instanceOf: asyncio.CancelledError });
  await t.throwsAsync(server.serve_forever(), { instanceOf: ssl.RuntimeError, message: /is closed/ });
  await t.throwsAsync(server.start_serving(), { instanceOf: ssl.RuntimeError, message: /is closed/ });
});

/** Makes protocols, and says when one has its connection. */
function announcing(): { readonly made: Promise<void>; readonly factory: () => asyncio.Protocol } {
  const made = new Future();
  class Announcing extends asyncio.Protocol {
    override connection_made(): void {
      made.set_result();
    }
  }
  return { made: made.promise, factory: () => new Announcing() };
}

for (const how of ['close_clients', 'abort_clients'] as const) {
  test(`${how}() ends all connections, those in the handshake too`, async (t) => {
    const { made, factory } = announcing();
    const server = await asyncio.create_server(factory, '127.0.0.1', 0, { ssl: simpleServerContext() });
    const [silent] = await asyncio.open_connection(...addressOf(server));
    const [reader] = await asyncio.open_connection(...addressOf(server), noName());
    await made; // and so the one before is accepted
    server.close();
    const closed = server.wait_closed();
    server[how]();
    t.is((await reader.read()).length, 0);
    t.is((await silent.read().catch(() => new Uint8Array(0))).length, 0);
    await closed;
  });
}

test('a server is disposed of with `await using`, and waits for its connections', async (t) => {
  const { made, factory } = announcing();
  const server = await asyncio.create_server(factory, '127.0.0.1', 0);
  const [transport] = await asyncio.create_connection(nobody, ...addressOf(server));
  await made;
  let disposed = false;
  const disposing = server[Symbol.asyncDispose]().then(() => (disposed = true));
  await quiet();
  t.false(disposed);
  transport.close();
  await disposing;
  t.false(server.is_serving());
});

test('a server listens where it is told: by several names, on any address, on a socket that listens', async (t) => {
  const each = await asyncio.create_server(nobody, ['127.0.0.1', '127.0.0.1'], 0);
  t.is(each.sockets.length, 1);
  const any = await asyncio.create_server(nobody, null, 0);
  t.is(any.sockets.length, 1);
  const sock = createServer();
  sock.listen(0, '127.0.0.1');
  await once(sock, 'listening');
  const given = await asyncio.create_server(nobody, { sock });
  t.deepEqual(addressOf(given), ['127.0.0.1', (sock.address() as { port: number }).port]);
  const [transport] = await asyncio.create_connection(nobody, ...addressOf(given));
  transport.abort();
  for (const server of [each, any, given]) {
    server.close();
    await server.wait_closed();
  }
  t.false(sock.listening);
});

test('an address that is taken', async (t) => {
  const first = await asyncio.create_server(nobody, '127.0.0.1', 0);
  const [host, port] = addressOf(first);
  const error = await t.throwsAsync<ssl.OSError>(asyncio.create_server(nobody, host, port), {
    instanceOf: ssl.OSError,
    message:
      /error while attempting to bind on address \('127\.0\.0\.1', \d+\): \[errno \d+\] address already in use/,
  });
  t.is(typeof error?.errno, 'number');
  first.close();
});

test("errors of the system, and of name resolution, are Python's", (t) => {
  const node = (code: string) => Object.assign(new Error(code), { code });
  const told = (error: Error) => {
    const { name, message, cause } = pythonError(error) as Error;
    return [name, message, cause === error];
  };
  t.deepEqual(told(node('ENOTFOUND')), ['OSError', '[Errno -2] Name or service not known', true]);
  t.deepEqual(told(node('EAI_AGAIN')), ['OSError', '[Errno -3] Temporary failure in name resolution', true]);
  t.deepEqual(told(node('EPIPE')), ['BrokenPipeError', '[Errno 32] Broken pipe', true]);
  t.deepEqual(told(node('ERR_INVALID_ARG_VALUE')), ['Error', 'ERR_INVALID_ARG_VALUE', false]);
});

test('arguments that do not go together', async (t) => {
  const sock = { sock: createServer() as never };
  const value = (message: RegExp) => ({ instanceOf: ssl.ValueError, message });
  const open = asyncio.open_connection;
  await t.throwsAsync(open('h', 1, { server_hostname: 'x' }), value(/only meaningful with ssl/));
  await t.throwsAsync(open('h', 1, { ssl_handshake_timeout: 1 }), value(/only meaningful with ssl/));
  await t.throwsAsync(open('h', 1, { ssl_shutdown_timeout: 1 }), value(/only meaningful with ssl/));
  await t.throwsAsync(open('h', 1, sock), value(/can not be specified at the same time/));
  await t.throwsAsync(open(), value(/host and port was not specified and no sock specified/));
  await t.throwsAsync(open({ ...sock, ssl: true }), value(/You must set server_hostname/));
  await t.throwsAsync(
    asyncio.open_unix_connection('p', { ssl: true }),
    value(/you have to pass server_hostname when using ssl/),
  );
  await t.throwsAsync(asyncio.start_server(nobody), value(/Neither host\/port nor sock/));
  await t.throwsAsync(
    asyncio.start_unix_server(nobody),
    value(/path was not specified, and no sock specified/),
  );
  await t.throwsAsync(asyncio.start_server(nobody, 'h', 1, sock), value(/at the same time/));
  await t.throwsAsync(asyncio.start_server(nobody, 'h', 1, { ssl_handshake_timeout: 1 }), value(/only mean/));
  await t.throwsAsync(asyncio.create_server(nobody, 'h', 1, { ssl: true as never }), {
    instanceOf: TypeError,
    message: 'ssl argument must be an SSLContext or None',
  });
  await t.throwsAsync(open('h', 1, { colour: 'red' } as never), {
    instanceOf: TypeError,
    message: "open_connection() got an unexpected keyword argument 'colour'",
  });
  const [context, colour] = [simpleServerContext(), { colour: 'red' } as never];
  const unknown = { instanceOf: TypeError, message: /got an unexpected keyword argument 'colour'/ };
  await t.throwsAsync(asyncio.start_tls(null as never, null as never, context, colour), unknown);
  await t.throwsAsync(asyncio.connect_accepted_socket(nobody, null as never, colour), unknown);
  await t.throwsAsync(asyncio.create_server(nobody, 'h', 1, colour), unknown);
  await t.throwsAsync(asyncio.start_unix_server(nobody, 'p', colour), unknown);
});

test.serial(
  'a handshake that fails is nothing to the exception handler; a protocol that cannot be made is',
  async (t) => {
    const told = new Future<asyncio.ExceptionContext>();
    asyncio.set_exception_handler((_, context) => told.set_result(context));
    const failure = new RangeError('no protocol today');
    let failing = false;
    const factory = () => {
      if (failing) throw failure;
      return nobody();
    };
    const server = await asyncio.create_server(factory, '127.0.0.1', 0, { ssl: simpleServerContext() });
    const [reader, writer] = await asyncio.open_connection(...addressOf(server));
    writer.write(bytes('this is no TLS at all'));
    await reader.read().catch(() => {});
    t.false(told.done);
    failing = true;
    const [second] = await asyncio.open_connection(...addressOf(server));
    t.is((await second.read()).length, 0);
    t.is((await told.promise).exception, failure);
    asyncio.set_exception_handler(null);
    server.close();
  },
);

for (const [how, handler, message] of [
  ['without a handler', null, 'something'],
  [
    'by a handler that fails',
    () => {
      throw new RangeError('slip');
    },
    'Unhandled error in exception handler',
  ],
] as const) {
  test.serial(`${how}, the process is warned`, async (t) => {
    const warned = new Future<Error & { detail?: string }>();
    process.once('warning', (warning) => warned.set_result(warning));
    asyncio.set_exception_handler(handler);
    const exception = new RangeError('slip');
    t.notThrows(() => asyncio.get_running_loop().call_exception_handler({ message: 'something', exception }));
    const warning = await warned.promise;
    t.deepEqual([warning.name, warning.message], ['asyncio', message]);
    t.regex(warning.detail ?? '', /^RangeError: slip/);
    asyncio.set_exception_handler(null);
  });
}

test.serial('a callback that throws is told to the exception handler', async (t) => {
  const told: asyncio.ExceptionContext[] = [];
  const loop = asyncio.get_running_loop();
  loop.set_exception_handler((_, context) => told.push(context));
  const exception = new RangeError('slip');
  const slip = () => {
    throw exception;
  };
  loop.call_soon(slip);
  loop.call_later(0.001, slip);
  while (told.length < 2) await sleep(1);
  t.deepEqual(told, [
    { message: 'Exception in callback', exception },
    { message: 'Exception in callback', exception },
  ]);
  loop.set_exception_handler(null);
});

test('what a connection knows of itself', async (t) => {
  const done = new Future<Record<string, unknown>>();
  const context = simpleServerContext();
  const server = await asyncio.start_server(
    async (reader, writer) => {
      done.set_result({
        peername: writer.get_extra_info('peername'),
        socket: writer.get_extra_info('socket'),
      });
      writer.write(await reader.readline());
      writer.close();
    },
    { host: '127.0.0.1', port: 0, ssl: context, limit: 1000 },
  );
  const client_context = simpleClientContext();
  const [reader, writer] = await asyncio.open_connection({
    host: 'localhost',
    port: addressOf(server)[1],
    family: 4,
    ssl: client_context,
  });
  t.is(writer.get_extra_info('sslcontext'), client_context);
  t.is(writer.get_extra_info('ssl_object')?.server_hostname, 'localhost');
  t.deepEqual(writer.get_extra_info('peercert'), {}, 'it was not verified');
  t.is(writer.get_extra_info('compression'), null);
  t.is(writer.get_extra_info('cipher')?.length, 3);
  t.deepEqual(writer.get_extra_info('peername'), addressOf(server));
  t.deepEqual((await done.promise).peername, writer.get_extra_info('sockname'));
  t.is(writer.get_extra_info('socket', 'none') === 'none', false);
  t.is(writer.get_extra_info('colour', 'none'), 'none');
  writer.write(bytes('line\n'));
  t.is(text(await reader.readline()), 'line\n');
  writer.close();
  await writer.wait_closed();
  server.close();
  await server.wait_closed();
});

test('the event loop has what the module has', (t) => {
  const loop = asyncio.get_running_loop();
  t.is(loop, asyncio.get_running_loop());
  t.is(loop.create_connection, asyncio.create_connection);
  t.is(loop.create_server, asyncio.create_server);
  t.is(loop.connect_accepted_socket, asyncio.connect_accepted_socket);
  t.is(loop.start_tls, asyncio.start_tls);
});

test('callbacks soon come in order, and not when cancelled', async (t) => {
  const loop = asyncio.get_running_loop();
  const calls: number[] = [];
  loop.call_soon(() => calls.push(1));
  const cancelled = loop.call_soon(() => calls.push(2));
  loop.call_soon(() => calls.push(3));
  const never = loop.call_later(0, () => calls.push(4));
  cancelled.cancel();
  never.cancel();
  await new Promise<void>((resolve) => loop.call_soon(resolve));
  await quiet();
  t.deepEqual(calls, [1, 3]);
});
