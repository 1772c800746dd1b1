/**
 * `typings/` is committed, so that the package's types can be read, and reviewed, without building it. This says
 * whether it is what `npm run typings` would write now, and which files are not.
 */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../../', import.meta.url));
const fresh = mkdtempSync(join(tmpdir(), 'pyssl-typings-'));
try {
  process.exitCode = check();
} finally {
  rmSync(fresh, { recursive: true, force: true });
}

function check(): number {
  const compiler = join(root, 'node_modules', 'typescript', 'bin', 'tsc');
  const options = ['-p', 'tsconfig.build.json', '--emitDeclarationOnly', '--declarationDir', fresh];
  const { status } = spawnSync(process.execPath, [compiler, ...options], { cwd: root, stdio: 'inherit' });
  if (status !== 0) return 1;

  const now = declarations(fresh);
  const kept = declarations(join(root, 'typings'));
  const stale = [...new Set([...now.keys(), ...kept.keys()])].filter(
    (path) => now.get(path) !== kept.get(path),
  );
  for (const path of stale.sort()) {
    const why = !kept.has(path) ? 'missing' : !now.has(path) ? 'no longer made' : 'out of date';
    console.error(`typings/${path}: ${why}`);
  }
  if (stale.length > 0)
    console.error("typings/ is stale: run 'npm run typings', remove what is no longer made");
  return stale.length > 0 ? 1 : 0;
}

function declarations(folder: string): Map<string, string> {
  const paths = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((path) =>
    path.endsWith('.d.ts'),
  );
  return new Map(
    paths.map((path) => [path, readFileSync(join(folder, path), 'utf8').replaceAll('\r\n', '\n')]),
  );
}
