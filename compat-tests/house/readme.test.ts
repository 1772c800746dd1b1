/** The README's programs, run as they stand; each says behind an arrow what it prints. */
import { execFile } from 'node:child_process';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { promisify } from 'node:util';
import test from 'ava';

const root = fileURLToPath(new URL('../../', import.meta.url));
const readme = await readFile(join(root, 'README.md'), 'utf8');
const programs = [...readme.matchAll(/```ts\n([\s\S]*?)```/g)].map(([, source = '']) => source);

/** The package by its source, so that the test needs no build; nothing else is changed. */
function bySource(program: string): string {
  return program.replaceAll(/'pyssl(\/\w+)?'/g, (_, entry: string = '') =>
    JSON.stringify(pathToFileURL(join(root, `lib${entry}/index.ts`)).href),
  );
}

test('there is a program for each entry point, and a short one first', (t) => {
  const [first = ''] = programs;
  t.true(first.split('\n').filter((line) => line.trim() !== '').length <= 15, 'fifteen lines at most');
  for (const entry of ['pyssl', 'pyssl/node', 'pyssl/web', 'pyssl/asyncio'])
    t.true(
      programs.some((program) => program.includes(`'${entry}'`)),
      entry,
    );
});

for (const [index, program] of programs.entries()) {
  test(`program ${index + 1} of the README prints what it promises`, async (t) => {
    const promised = [...program.matchAll(/\/\/ → (.*)/g)].map(([, line]) => line);
    t.true(promised.length > 0);
    const folder = await mkdtemp(join(root, 'node_modules/.readme-'));
    try {
      await writeFile(join(folder, 'example.mts'), bySource(program));
      const args = ['--import=tsx', join(folder, 'example.mts')];
      const { stdout } = await promisify(execFile)(process.execPath, args, { cwd: root });
      t.deepEqual(stdout.trimEnd().split('\n'), promised);
    } finally {
      await rm(folder, { recursive: true });
    }
  });
}
