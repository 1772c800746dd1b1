/**
 * BoringSSL's test runner ("BoGo") against this library: a peer that misbehaves in some thousands of ways, and says what
 * the other side should make of each.
 *
 *     (cd boringssl/ssl/test/runner && go test -c -o runner .)
 *     npm run bogo -- boringssl/ssl/test/runner/runner
 *     npm run bogo -- boringssl/ssl/test/runner/runner 'Resume-*;*-TLS13'
 *
 * What a failure is called is BoringSSL's own and is not compared; the alert that goes out is. The last line counts;
 * tests that failed are told before it, as the runner tells them.
 */
import { spawn } from 'node:child_process';
import { chmodSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { availableParallelism, tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import { disabled } from './disabled.ts';

const here = (path: string): string => fileURLToPath(new URL(path, import.meta.url));

const [runner, pattern = '*'] = process.argv.slice(2);
if (runner === undefined) {
  console.error('usage: npm run bogo -- RUNNER [PATTERN[;PATTERN ...]]');
  process.exit(2);
}

const folder = mkdtempSync(join(tmpdir(), 'pyssl-bogo-'));
process.on('exit', () => rmSync(folder, { recursive: true }));

// One file of JavaScript, since it is started anew for each test.
const bundle = join(folder, 'shim.mjs');
await build({
  entryPoints: [here('shim.ts')],
  outfile: bundle,
  bundle: true,
  platform: 'node',
  format: 'esm',
  alias: { pyssl: here('../../dist/index.js') },
  external: [here('../../dist/*')],
  logLevel: 'warning',
});
const shim = join(folder, 'shim');
writeFileSync(shim, `#!/bin/sh\nexec '${process.execPath}' '${bundle}' "$@"\n`);
chmodSync(shim, 0o755);
const config = join(folder, 'config.json');
writeFileSync(config, JSON.stringify({ DisabledTests: disabled, AllCurves: [23, 24, 25, 29, 4588] }));

const child = spawn(
  resolve(runner),
  [
    ...['-shim-path', shim, '-shim-config', config, '-test', pattern],
    ...['-num-workers', String(availableParallelism()), '-idle-timeout', '30s'],
    ...['-loose-errors', '-allow-unimplemented', '-pipe'],
  ],
  { stdio: ['ignore', 'pipe', 'inherit'] },
);
const counts: Record<string, number> = { PASSED: 0, FAILED: 0, UNIMPLEMENTED: 0 };
let isTold = false;
for await (const line of createInterface({ input: child.stdout })) {
  const verdict = /^(PASSED|FAILED|UNIMPLEMENTED) \(/.exec(line)?.[1];
  if (verdict !== undefined) {
    counts[verdict]++;
    isTold = verdict === 'FAILED';
  }
  if (isTold) console.log(line);
}
console.log(`${counts.PASSED} passed, ${counts.FAILED} failed, ${counts.UNIMPLEMENTED} not for this library`);
process.exitCode = counts.FAILED === 0 && counts.PASSED > 0 ? 0 : 1;
