/**
 * The declarations as the programs that import the package get them, by its name and its `exports`, with every check
 * that a program may have switched on. In a browser's program there are no types of Node's.
 */
import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import test from 'ava';

const root = fileURLToPath(new URL('../../', import.meta.url));
const folder = mkdtempSync(join(tmpdir(), 'pyssl-'));
test.after.always(() => rmSync(folder, { recursive: true }));

test.before(() => {
  mkdirSync(join(folder, 'node_modules'));
  symlinkSync(root, join(folder, 'node_modules/pyssl'), 'junction');
  writeFileSync(join(folder, 'package.json'), '{ "type": "module" }');
  writeFileSync(join(folder, 'page.ts'), page);
  writeFileSync(join(folder, 'server.ts'), server);
});

const page = `
import * as ssl from 'pyssl';
import { defaultProvider } from 'pyssl/crypto';
import { SslPipe } from 'pyssl/pipe';
import { SSLStream, websocket_streams } from 'pyssl/web';

const context: ssl.SSLContext = ssl.create_default_context({ cadata: '' });
const object: ssl.SSLObject = context.wrap_bio(new ssl.MemoryBIO(), new ssl.MemoryBIO());
export const pipe: SslPipe = new SslPipe(context, false);
context.crypto = defaultProvider();
export async function close(socket: WebSocket): Promise<void> {
  await using stream = new SSLStream(websocket_streams(socket), context);
  await stream.do_handshake();
  socket.send(object.read(1));
  socket.send(new Blob(pipe.feed_ssldata(await stream.receive_some())[0]));
  await crypto.subtle.digest('SHA-256', object.getpeercert(true) ?? ssl.RAND_bytes(1));
  await new Response(stream.readable).text();
}
// @ts-expect-error: what cannot be any type has been read
export const wrong: string = object.pending();
`;

const server = `
import { Socket } from 'node:net';
import * as ssl from 'pyssl';
import { open_connection, start_server } from 'pyssl/asyncio';
import { connect, SSLDuplex } from 'pyssl/node';

const context = ssl.create_default_context();
export const duplex: Socket | SSLDuplex = new SSLDuplex(new Socket(), context, { server_hostname: 'localhost' });
export const socket: ssl.SSLSocket = context.wrap_socket(new Socket(), { server_hostname: 'localhost' });
export const [reader, writer] = await open_connection('localhost', 443, { ssl: true });
export const served = await start_server(() => {}, { port: 0 });
// @ts-expect-error: what cannot be any type has been read
export const wrong: string = socket.fileno();
void connect;
`;

const resolutions = [
  ['nodenext', 'nodenext'],
  ['esnext', 'bundler'],
];

for (const [module, moduleResolution] of resolutions) {
  test(`a page's program compiles, without the types of Node (${moduleResolution})`, (t) => {
    const compiled = compile('page.ts', { module, moduleResolution, types: [], lib: ['es2022', 'dom'] });
    t.is(compiled, '');
  });

  test(`a server's program compiles, without those of a browser (${moduleResolution})`, (t) => {
    const typeRoots = [join(root, 'node_modules/@types')];
    const compiled = compile('server.ts', {
      module,
      moduleResolution,
      typeRoots,
      types: ['node'],
      lib: ['es2022'],
    });
    t.is(compiled, '');
  });
}

/** What the compiler has to say. */
function compile(file: string, options: Readonly<Record<string, unknown>>): string {
  const config = join(folder, `${file}.${options.moduleResolution}.json`);
  const compilerOptions = {
    ...options,
    noEmit: true,
    target: 'es2022',
    strict: true,
    exactOptionalPropertyTypes: true,
    noUncheckedIndexedAccess: true,
    noImplicitOverride: true,
    noUnusedLocals: true,
    verbatimModuleSyntax: true,
    isolatedModules: true,
    skipLibCheck: false,
  };
  writeFileSync(config, JSON.stringify({ compilerOptions, files: [file] }));
  const compiler = join(root, 'node_modules/typescript/bin/tsc');
  const { stdout, stderr } = spawnSync(process.execPath, [compiler, '-p', config], { encoding: 'utf8' });
  return stdout + stderr;
}
