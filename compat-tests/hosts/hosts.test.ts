/** The library where it is not Node's main thread that runs it: Deno, Bun, workers. A browser is `browser/`'s. */
import { execFile } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { Worker } from 'node:worker_threads';
import test from 'ava';
import { CRYPTO_TESTS, complaints, scriptOf, workerOf } from '../tools/any-host.ts';
import { findOnPath } from '../tools/programs.ts';
import type { Report } from '../tools/stand-in-for-ava.ts';

const example = fileURLToPath(new URL('../../examples/handshake.ts', import.meta.url));
const run = promisify(execFile);

const hosts = [
  { name: 'deno', args: ['run', '--allow-all', '--no-lock', '--node-modules-dir=manual'] },
  { name: 'bun', args: ['run'] },
];

for (const { name, args } of hosts) {
  const program = findOnPath(name, ['--version']);
  if (program === undefined) {
    test(`the library under ${name}`, (t) => {
      t.log(`skipped: no ${name} on PATH`);
      t.pass();
    });
    continue;
  }
  const { path, version } = program;

  for (const core of ['portable', 'native']) {
    test(`${name} shakes hands in memory with the ${core} core`, async (t) => {
      t.log(version.split('\n')[0]);
      const { stdout } = await run(path, [...args, example], { env: { ...process.env, PYSSL_CORE: core } });
      t.regex(stdout, /client\.read\(\) +returned b'Hello over four buffers'/);
      t.regex(stdout, /client\.unwrap\(\) +returned None/);
    });
  }

  if (name === 'deno')
    test('deno without permissions has what needs none, and with one the roots that it brings', async (t) => {
      const lib = new URL('../../lib/index.ts', import.meta.url).href;
      const source = `import * as ssl from ${JSON.stringify(lib)};
        const context = ssl.create_default_context();
        const missing = (() => { try { context.load_verify_locations('/etc/hosts'); } catch (e) { return e; } })();
        console.log(context.get_ca_certs().length > 0, missing instanceof ssl.PermissionError, missing?.errno);`;
      const folder = await mkdtemp(join(tmpdir(), 'pyssl-'));
      try {
        await writeFile(join(folder, 'program.mts'), source);
        // The roots alone ask for something: without it, Deno's own error says what.
        const closed = ['run', '--no-prompt', '--allow-sys', ...args.slice(2), join(folder, 'program.mts')];
        const { stdout } = await run(path, closed, { env: { PATH: process.env.PATH, NO_COLOR: '1' } });
        t.is(stdout, 'true true 13\n');
      } finally {
        await rm(folder, { recursive: true });
      }
    });

  test(`the cores give the known answers, and the same, under ${name}'s node:crypto`, async (t) => {
    const folder = await mkdtemp(join(tmpdir(), 'pyssl-'));
    try {
      const file = join(folder, 'tests.mjs');
      await writeFile(file, await scriptOf(CRYPTO_TESTS, '(report) => console.log(JSON.stringify(report))'));
      const { stdout } = await run(path, [...args, file]);
      t.deepEqual(complaints(JSON.parse(stdout) as Report), []);
    } finally {
      await rm(folder, { recursive: true });
    }
  });
}

const workerd = findOnPath('workerd', ['--version']);

for (const flag of [undefined, 'nodejs_compat']) {
  const title = `the library under workerd, ${flag === undefined ? 'by itself' : `with ${flag}`}`;
  test(title, async (t) => {
    if (workerd === undefined) {
      t.log('skipped: no workerd on PATH');
      t.pass();
      return;
    }
    t.log(workerd.version.trim());
    const folder = await mkdtemp(join(tmpdir(), 'pyssl-'));
    try {
      await writeFile(join(folder, 'worker.mjs'), await workerOf([example, ...CRYPTO_TESTS]));
      await writeFile(join(folder, 'config.capnp'), configOf(flag === undefined ? [] : [flag]));
      const { stdout } = await run(workerd.path, ['test', join(folder, 'config.capnp')]);
      t.regex(stdout, /client\.read\(\) +returned b'Hello over four buffers'/);
      t.deepEqual(complaints(JSON.parse(stdout.trimEnd().split('\n').at(-1) ?? '') as Report), []);
    } finally {
      await rm(folder, { recursive: true });
    }
  });
}

function configOf(flags: readonly string[]): string {
  return `using Workerd = import "/workerd/workerd.capnp";
    const worker :Workerd.Worker = (
      modules = [(name = "worker", esModule = embed "worker.mjs")],
      compatibilityDate = "2025-01-01",
      compatibilityFlags = ${JSON.stringify(flags)});
    const config :Workerd.Config = (services = [(name = "main", worker = .worker)]);`;
}

test("workerd's node:crypto counts as none, wherever it looks like one", async (t) => {
  const lib = new URL('../../lib/crypto/index.ts', import.meta.url).href;
  const source = `Object.defineProperty(globalThis, 'navigator', { value: { userAgent: 'Cloudflare-Workers' } });
    const { defaultProvider, native } = await import(${JSON.stringify(lib)});
    console.log(defaultProvider().name, native);`;
  const { PYSSL_CORE: _, ...env } = process.env;
  const args = ['--import=tsx', '--input-type=module', '--eval', source];
  const { stdout } = await run(process.execPath, args, { env });
  t.is(stdout, 'portable undefined\n');
});

test('a worker shakes hands in memory', async (t) => {
  // Workers of Node 20 do not take over the loader for TypeScript.
  const source = `import('tsx/esm/api').then(({ tsImport }) => tsImport(${JSON.stringify(example)}, ${JSON.stringify(import.meta.url)}))`;
  const worker = new Worker(source, { eval: true, stdout: true });
  let printed = '';
  worker.stdout.setEncoding('utf8').on('data', (text: string) => (printed += text));
  const code = await new Promise((resolve, reject) => worker.once('error', reject).once('exit', resolve));
  t.is(code, 0);
  t.regex(printed, /client\.unwrap\(\) +returned None/);
});
