/** Declares a test for each transcript and provider: the same calls here and in CPython, and no difference but known ones. */
import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import test from 'ava';
import * as ssl from '../../lib/index.ts';
import { cores } from '../tools/pair.ts';
import { findPython } from '../tools/programs.ts';
import type { Known } from './known.ts';
import { carryOut, type Step, type Value } from './transcript.ts';

const python = findPython();
const script = fileURLToPath(new URL('transcript.py', import.meta.url));

export function compare(scripts: Readonly<Record<string, readonly Step[]>>, known: readonly Known[]): void {
  for (const [title, steps] of Object.entries(scripts)) {
    let told: Value[] | undefined; // once for all cores
    for (const core of cores) {
      test(`${title} (${core.name})`, (t) => {
        if (python === undefined) {
          t.pass('no CPython on this machine to compare with');
          t.log('skipped: no CPython on this machine to compare with');
          return;
        }
        told ??= inPython(python.path, steps);
        const theirs = told;
        const ours = carryOut(steps, (made) => {
          if (made instanceof ssl.SSLContext) made.crypto = core;
        });
        const differences = steps.flatMap((step, i) => {
          const [here, there] = [JSON.stringify(ours[i]), JSON.stringify(theirs[i])];
          if (here === there) return [];
          const line = `${JSON.stringify(step)}\n    pyssl   ${here}\n    CPython ${there}`;
          return known.some((each) => covers(each, line)) ? [] : [line];
        });
        t.deepEqual(differences, [], `\n${differences.join('\n')}`);
      });
    }
  }
}

function covers({ pattern, within }: Known, line: string): boolean {
  const found = pattern.exec(line);
  if (found === null) return false;
  return within === undefined || Math.abs(Number(found[1]) - Number(found[2])) <= within;
}

function inPython(path: string, steps: readonly Step[]): Value[] {
  const { stdout, stderr, status } = spawnSync(path, [script], {
    input: JSON.stringify(steps),
    encoding: 'utf8',
  });
  if (status !== 0) throw new Error(`CPython: ${stderr}`);
  return JSON.parse(stdout) as Value[];
}
