/**
 * Test files where ava does not run: one script with the library, the tests and a stand-in for ava, for a browser,
 * Deno, Bun or whatever else has JavaScript. So what holds under Node is held under another `node:crypto`, or none.
 */
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import type { Report } from './stand-in-for-ava.ts';

const standIn = fileURLToPath(new URL('stand-in-for-ava.ts', import.meta.url));

/** The tests of `crypto/` that need nothing but the language. */
export const CRYPTO_TESTS: readonly string[] = [
  'known-answers',
  'differential',
  'keys',
  'bad-input',
  'bad-lengths',
  'bad-dh',
  'bad-ecdsa',
  'bad-eddsa',
  'bad-rsa-keys',
  'bad-rsa-signatures',
  'twins',
  'twin-modes',
  'twin-numbers',
  'post-quantum',
].map((name) => fileURLToPath(new URL(`../crypto/${name}.test.ts`, import.meta.url)));

/** A script that runs the files, and then calls `done`, an expression of JavaScript, with the report. */
export function scriptOf(files: readonly string[], done: string): Promise<string> {
  const imports = [...files, standIn].map(
    (path, index) => `import * as file${index} from ${JSON.stringify(path)};`,
  );
  return bundle(`${imports.join('\n')}\nfile${files.length}.runAll().then(${done});`, 'iife');
}

/**
 * A worker for workerd's `test` command: it evaluates the files, and then prints the report of the tests in them. All
 * that happens within the call, since a worker's global scope has no random numbers.
 */
export function workerOf(files: readonly string[]): Promise<string> {
  const imports = files.map((path) => `await import(${JSON.stringify(path)});`);
  const report = `const { runAll } = await import(${JSON.stringify(standIn)});
    console.log(JSON.stringify(await runAll()));`;
  return bundle(`export default { async test() { ${imports.join('\n')} ${report} } };`, 'esm');
}

async function bundle(contents: string, format: 'iife' | 'esm'): Promise<string> {
  const { outputFiles } = await build({
    stdin: { contents, resolveDir: '/' },
    bundle: true,
    write: false,
    format,
    platform: 'browser',
    target: 'es2022',
    alias: { ava: standIn },
    tsconfigRaw: {},
    ignoreAnnotations: true, // `sideEffects` of package.json does not speak of tests
  });
  return outputFiles[0]?.text ?? '';
}

/** What is wrong with a report; nothing for a good one. */
export function complaints({ passed, failed }: Report): readonly string[] {
  return passed < FEWEST ? [...failed, `${passed} tests are not all of them`] : failed;
}

/** With one core. */
const FEWEST = 400;
