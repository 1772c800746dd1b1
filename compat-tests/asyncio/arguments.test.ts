/** What connecting and serving take and refuse: the same calls here and in CPython, and what came of them. */
import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { connect, createServer, Socket } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import test from 'ava';
import { type HostAddress, showAddress } from '../../lib/asyncio/addresses.ts';
import { dialHost, interleaved, oneError } from '../../lib/asyncio/dial.ts';
import * as asyncio from '../../lib/asyncio/index.ts';
import * as ssl from '../../lib/index.ts';
import { findPython } from '../tools/programs.ts';
import { bytes, simpleServerContext } from './counterpart.ts';

type Call = readonly [name: string, args: readonly unknown[], keywords?: Readonly<Record<string, unknown>>];

const AI_NUMERICHOST = 4;
const here = '127.0.0.1';

/** Words with an @ stand for what is only known when the calls are made. */
const calls: readonly Call[] = [
  ...[
    {},
    { proto: 0 },
    { proto: 6 },
    { flags: AI_NUMERICHOST },
    { flags: 0x20 },
    { family: 2 },
    { family: 0 },
  ]
    .concat([
      { interleave: 0 },
      { interleave: 1 },
      { all_errors: true },
      { happy_eyeballs_delay: 0.25 },
    ] as never)
    .concat([{ local_addr: [here, 0] }, { happy_eyeballs_delay: 0.1, interleave: 2 }] as never)
    .map((keywords): Call => ['create_connection', [here, '@open'], keywords]),
  ['create_connection', [here, '@portText']],
  ['create_connection', [here, '@open'], { family: 10 }],
  ['create_connection', [here, '@open'], { family: 99 }],
  ['create_connection', [here, '@open'], { local_addr: ['::1', 0] }],
  ['create_connection', ['localhost', '@open'], { proto: 17 }],
  ['create_connection', ['localhost', '@open'], { flags: AI_NUMERICHOST }],
  ['create_connection', ['localhost', '@open'], { flags: 0x800000 }],
  ['create_connection', [here, 99999]],
  ['create_connection', [here, 'no-such-service']],
  ['create_connection', [here, '@closed']],
  ['create_connection', [here, '@closed'], { all_errors: true }],
  ['create_connection', [here, '@closed'], { happy_eyeballs_delay: 1 }],
  ['create_connection', [here, '@open'], { local_addr: ['192.0.2.1', 0] }],
  ['create_connection', [], {}],
  ['create_connection', [here, '@open'], { sock: '@socket' }],
  ['create_connection', [], { sock: '@socket', ssl: '@client' }],
  ['create_connection', [here, '@open'], { server_hostname: '' }],
  ['create_connection', [here, '@open'], { ssl_handshake_timeout: 1 }],
  ['create_connection', [here, '@open'], { ssl_shutdown_timeout: 1 }],
  ['create_connection', [here, '@open'], { ssl: '@client', ssl_handshake_timeout: -1 }],

  ...[{}, { reuse_address: true }, { reuse_address: null }, { reuse_port: false }, { reuse_port: null }]
    .concat([{ flags: 1 }, { flags: 0 }, { family: 2 }, { family: 0 }, { keep_alive: true }] as never)
    .concat([{ backlog: 5 }, { start_serving: false }] as never)
    .map((keywords): Call => ['create_server', [here, 0], keywords]),
  ['create_server', [], {}],
  ['create_server', [here, 0], { sock: '@socket' }],
  ['create_server', [here, '@open']],
  ['create_server', ['192.0.2.1', 0]],
  ['create_server', [['192.0.2.1', here], 0]],
  ['create_server', [[], 0]],
  ['create_server', [here, 0], { family: 10 }],
  ['create_server', ['localhost', 0], { flags: AI_NUMERICHOST }],
  ['create_server', [here, 0], { ssl: true }],
  ['create_server', [here, 0], { ssl: false }],
  ['create_server', [here, 0], { ssl_handshake_timeout: 1 }],
  ['create_server', [here, 0], { ssl_shutdown_timeout: 1 }],

  ['create_unix_connection', [], {}],
  ['create_unix_connection', ['@folder/none'], {}],
  ['create_unix_connection', ['@folder/none'], { sock: '@socket' }],
  ['create_unix_connection', ['@folder/none'], { ssl: '@client' }],
  ['create_unix_connection', [], { ssl: '@client' }],
  ['create_unix_connection', ['@folder/none'], { ssl: '@client', server_hostname: '' }],
  ['create_unix_connection', ['@folder/none'], { server_hostname: 'x' }],
  ['create_unix_connection', ['@folder/none'], { ssl_handshake_timeout: 1 }],
  ['create_unix_connection', ['@folder/none'], { ssl_shutdown_timeout: 1 }],
  ['create_unix_connection', [5], {}],
  ['create_unix_server', [], {}],
  ['create_unix_server', ['@folder/a'], { sock: '@socket' }],
  ['create_unix_server', ['@folder/a'], { ssl: true }],
  ['create_unix_server', ['@folder/a'], { ssl_handshake_timeout: 1 }],
  ['create_unix_server', ['@folder/a'], { ssl_shutdown_timeout: 1 }],
  ['create_unix_server', ['@folder/a'], { cleanup_socket: true }],
  ['create_unix_server', ['@folder/no/folder/a'], {}],
  ['create_unix_server', ['@folder/file'], {}],
  ['create_unix_server', ['@bytes'], {}],
  ['create_unix_server', [{}], {}],
];

const python = findPython();

test('CPython takes and refuses the same, in the same words', async (t) => {
  const folder = mkdtempSync(join(tmpdir(), 'pyssl-'));
  writeFileSync(join(folder, 'file'), '');
  try {
    const ours = await carryOut(folder);
    t.deepEqual(
      ours.filter((line) => line === 'made').length,
      MADE,
      'so many of the calls come to something',
    );
    if (python === undefined) {
      t.log('no CPython on this machine to compare with');
      return;
    }
    const script = fileURLToPath(new URL('arguments.py', import.meta.url));
    const input = JSON.stringify({
      folder,
      calls: calls.map(([name, args, words = {}]) => [name, args, words]),
    });
    const { stdout, stderr } = spawnSync(python.path, ['-W', 'ignore', script], { input, encoding: 'utf8' });
    t.true(stdout.startsWith('['), stderr);
    const theirs = JSON.parse(stdout) as string[];
    const differences = calls.flatMap((call, i) =>
      ours[i] === theirs[i] ? [] : [`${JSON.stringify(call)}\n  pyssl   ${ours[i]}\n  CPython ${theirs[i]}`],
    );
    t.deepEqual(differences, [], differences.join('\n'));
  } finally {
    rmSync(folder, { recursive: true });
  }
});

const MADE = 29;

const functions: Readonly<Record<string, unknown>> = asyncio.get_running_loop() as never;

async function carryOut(folder: string): Promise<string[]> {
  const server = await asyncio.create_server(() => new asyncio.Protocol(), here, 0);
  const [, open] = server.sockets[0].getsockname() as [string, number];
  const known = new Map<unknown, unknown>([
    ['@open', open],
    ['@portText', String(open)],
    ['@closed', await closedPort()],
    ['@client', ssl.create_default_context()],
    ['@server', simpleServerContext()],
    ['@socket', new Socket()],
    ['@bytes', bytes(join(folder, 'in-bytes'))],
  ]);
  const value = (given: unknown): unknown => {
    if (Array.isArray(given)) return given.map(value);
    if (typeof given === 'string' && given.startsWith('@folder/')) return given.replace('@folder', folder);
    return known.get(given) ?? given;
  };
  const one = ({ name, message }: Error) =>
    `${name === 'AggregateError' ? 'ExceptionGroup' : name}: ${message}`
      .replaceAll(String(known.get('@open')), '@open')
      .replaceAll(String(known.get('@closed')), '@closed')
      .replaceAll(folder, '@folder');
  const lines: string[] = [];
  for (const [name, args, keywords = {}] of calls) {
    const call = functions[name] as (...args: unknown[]) => Promise<unknown>;
    const given = Object.entries(keywords).map(([word, each]) => [word, value(each)]);
    try {
      const made = await call(() => new asyncio.Protocol(), ...args.map(value), Object.fromEntries(given));
      if (Array.isArray(made)) (made[0] as asyncio.Transport).abort();
      else (made as asyncio.Server).close();
      lines.push('made');
    } catch (error) {
      const errors = error instanceof AggregateError ? (error.errors as Error[]) : [];
      lines.push([error as Error, ...errors].map(one).join(' | '));
    }
  }
  server.close();
  return lines;
}

/** A port at which nobody listens. */
async function closedPort(): Promise<number> {
  const holder = createServer().listen(0, here);
  await once(holder, 'listening');
  const { port } = holder.address() as { readonly port: number };
  holder.close();
  await once(holder, 'close');
  return port;
}

const address = (family: 4 | 6, host: string): HostAddress => ({ family, host, port: 1 });
const [a, b, c] = ['a', 'b', 'c'].map((host) => address(4, host)) as [HostAddress, HostAddress, HostAddress];
const [x, y] = ['x', 'y'].map((host) => address(6, host)) as [HostAddress, HostAddress];

test('kinds of addresses take turns', (t) => {
  t.deepEqual(interleaved([a, b, x, y], 1), [a, x, b, y]);
  t.deepEqual(interleaved([x, y, a, b, c], 1), [x, a, y, b, c]);
  t.deepEqual(interleaved([a, b, c, x, y], 2), [a, b, x, c, y]);
  t.deepEqual(interleaved([a, b], 5), [a, b]);
  t.deepEqual(interleaved([], 1), []);
});

test('failures of all addresses come to one, or to a list', (t) => {
  const refused = (host: string) => new ssl.ConnectionRefusedError(111, `Connect call failed ('${host}', 1)`);
  const same = refused('a');
  t.is(oneError([same, refused('a')]), same);
  const { name, message } = oneError([refused('a'), refused('b')]);
  t.is(name, 'OSError');
  t.is(
    message,
    "Multiple exceptions: [Errno 111] Connect call failed ('a', 1), [Errno 111] Connect call failed ('b', 1)",
  );
  t.is(showAddress(x), "('x', 1, 0, 0)");
});

const options = { delay: null, interleave: 0, allErrors: true, local: null, signal: undefined };

test('each address has its turn, and the first connection wins', async (t) => {
  const closed = { family: 4, host: here, port: await closedPort() } as const;
  const listening = createServer().listen(0, here);
  await once(listening, 'listening');
  const open = { ...closed, port: (listening.address() as { readonly port: number }).port };
  for (const delay of [null, 0, 30]) {
    const socket = await dialHost([closed, closed, open, closed], { ...options, delay });
    t.is(socket.remotePort, open.port);
    socket.destroy();
  }
  const error = await t.throwsAsync(dialHost([closed, closed], options), { instanceOf: AggregateError });
  t.is(error?.errors.length, 2);
  await t.throwsAsync(dialHost([closed], { ...options, allErrors: false }), {
    instanceOf: ssl.ConnectionRefusedError,
    message: `[Errno 111] Connect call failed ('${here}', ${closed.port})`,
  });
  listening.close();
});

test('an address that does not answer is left behind after the delay, and given up when another has', async (t) => {
  // Accepted connections of a full queue: the kernel does not answer, as a far host that drops what comes.
  const silent = await fullServer();
  if (silent === undefined) {
    t.log('skipped: this system answers beyond its queue');
    t.pass();
    return;
  }
  const listening = createServer().listen(0, here);
  await once(listening, 'listening');
  const { port } = listening.address() as { readonly port: number };
  const mute = { family: 4, host: here, port: silent.port } as const;
  const socket = await dialHost([mute, { ...mute, port }], { ...options, delay: 0.01 });
  t.is(socket.remotePort, port);
  socket.destroy();
  const giving = new AbortController();
  const dialing = dialHost([mute], { ...options, signal: giving.signal });
  giving.abort(new Error('enough'));
  await t.throwsAsync(dialing, { message: 'enough' });
  listening.close();
  silent.close();
});

/** A port whose queue of connections is full; `undefined` where there is no such thing. */
async function fullServer(): Promise<{ readonly port: number; close(): void } | undefined> {
  const script = `import socket, sys
s = socket.socket(); s.bind(('127.0.0.1', 0)); s.listen(0)
print(s.getsockname()[1], flush=True); sys.stdin.read()`;
  if (python === undefined) return undefined;
  const holder = spawn(python.path, ['-c', script], { stdio: ['pipe', 'pipe', 'inherit'] });
  const [line] = (await once(holder.stdout, 'data')) as [Buffer];
  const port = Number(String(line));
  const sockets: Socket[] = [];
  const close = () => {
    for (const socket of sockets) socket.destroy();
    holder.stdin.end();
  };
  // One that is queued is connected at once, whatever else the machine does: the first that is not has found it full.
  for (let i = 0; i < 20; i++) {
    const socket = connect(port, here).on('error', () => {});
    sockets.push(socket);
    await new Promise((resolve) => setTimeout(resolve, 50));
    await new Promise(setImmediate); // what has come meanwhile is told by now
    if (socket.connecting) return { port, close };
  }
  close();
  return undefined;
}

test("two servers share a port where Node can, and are refused in Python's words where it cannot", async (t) => {
  const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
  const first = asyncio.create_server(() => new asyncio.Protocol(), here, 0, { reuse_port: true });
  if (major < 22 || (major === 22 && minor < 12)) {
    await t.throwsAsync(first, {
      instanceOf: ssl.ValueError,
      message: 'reuse_port not supported by socket module',
    });
    return;
  }
  const server = await first;
  const [, port] = server.sockets[0].getsockname() as [string, number];
  const second = await asyncio.create_server(() => new asyncio.Protocol(), here, port, { reuse_port: true });
  t.deepEqual(second.sockets[0].getsockname(), server.sockets[0].getsockname());
  server.close();
  second.close();
});

test('what Node does whatever one says is not denied', async (t) => {
  const refused = { instanceOf: ssl.NotImplementedError };
  const make = () => new asyncio.Protocol();
  await t.throwsAsync(asyncio.create_server(make, here, 0, { reuse_address: false as never }), refused);
  await t.throwsAsync(asyncio.create_unix_server(make, 'p', { cleanup_socket: false as never }), refused);
});

test('a server knows its event loop, and a Unix socket that was left behind is taken over', async (t) => {
  const folder = mkdtempSync(join(tmpdir(), 'pyssl-'));
  const path = join(folder, 'socket');
  // Closed without a word to the file system, as by a process that is killed.
  const { status } = spawnSync(process.execPath, [
    '--eval',
    `require('node:net').createServer().listen(${JSON.stringify(path)}, () => process.kill(process.pid, 'SIGKILL'))`,
  ]);
  t.is(status, null);
  const server = await asyncio.start_unix_server((_, stream) => stream.close(), bytes(path));
  t.is(server.get_loop(), asyncio.get_running_loop());
  const [, writer] = await asyncio.open_unix_connection(path);
  writer.close();
  await writer.wait_closed();
  server.close();
  await server.wait_closed();
  rmSync(folder, { recursive: true });
});

test('what is no bytes is refused as asyncio refuses it, and nothing of it is sent', async (t) => {
  const received: number[] = [];
  const server = await asyncio.start_server(
    async (reader, writer) => {
      received.push(...(await reader.read()));
      writer.close();
    },
    here,
    0,
  );
  const [, writer] = await asyncio.open_connection(...(server.sockets[0].getsockname() as [string, number]));
  const type = (message: string) => ({ instanceOf: TypeError, message });
  t.throws(() => writer.write('text' as never), type("data argument must be a bytes-like object, not 'str'"));
  t.throws(() => writer.write(5 as never), type("data argument must be a bytes-like object, not 'int'"));
  t.throws(
    () => writer.writelines([bytes('a'), 'b'] as never),
    type("memoryview: a bytes-like object is required, not 'str'"),
  );
  writer.writelines([bytes('c'), bytes('d')]);
  writer.write_eof();
  const over = (name: string) => ({
    instanceOf: ssl.RuntimeError,
    message: `Cannot call ${name}() after write_eof()`,
  });
  t.throws(() => writer.write(bytes('e')), over('write'));
  t.throws(() => writer.writelines([]), over('writelines'));
  t.throws(() => writer.write('text' as never), { instanceOf: TypeError });
  writer.close();
  await writer.wait_closed();
  server.close();
  await server.wait_closed();
  t.deepEqual(received, [...bytes('cd')]);
});

test('a transport of TLS reads until it is paused, closed or not', async (t) => {
  const server = await asyncio.start_server(() => {}, here, 0, { ssl: simpleServerContext() });
  const context = ssl.create_default_context();
  context.check_hostname = false;
  context.verify_mode = ssl.CERT_NONE;
  const at = server.sockets[0].getsockname() as [string, number];
  const [, { transport }] = await asyncio.open_connection(...at, { ssl: context });
  t.throws(() => transport.write('text' as never), {
    instanceOf: TypeError,
    message: 'data: expecting a bytes-like instance, got str',
  });
  t.true(transport.is_reading());
  transport.abort();
  t.true(transport.is_closing());
  t.true(transport.is_reading());
  transport.pause_reading();
  t.false(transport.is_reading());
  server.close();
  server.abort_clients();
});
