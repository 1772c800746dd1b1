/** The README's first example, run as it stands. */
import { execFile } from 'node:child_process';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { promisify } from 'node:util';
import test from 'ava';

const root = fileURLToPath(new URL('../../', import.meta.url));

test('the first example of the README prints what it promises', async (t) => {
  const readme = await readFile(join(root, 'README.md'), 'utf8');
  const example = /```ts\n([\s\S]*?)```/.exec(readme)?.[1] ?? '';
  t.true(example.split('\n').filter((line) => line.trim() !== '').length <= 15, 'fifteen lines at most');
  // The package by its source, so that the test needs no build; nothing else is changed.
  const source = example.replace("'pyssl'", JSON.stringify(pathToFileURL(join(root, 'lib/index.ts')).href));
  t.not(source, example);
  const folder = await mkdtemp(join(root, 'node_modules/.readme-'));
  try {
    await writeFile(join(folder, 'example.mts'), source);
    const args = ['--import=tsx', join(folder, 'example.mts')];
    const { stdout } = await promisify(execFile)(process.execPath, args, { cwd: root });
    t.regex(stdout, /^TLSv1\.3 \[ 'TLS_AES_256_GCM_SHA384', 'TLSv1\.3', 256 \] hello\n$/);
  } finally {
    await rm(folder, { recursive: true });
  }
});
