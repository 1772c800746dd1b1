import { execFile } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';

const root = fileURLToPath(new URL('../../', import.meta.url));

/** Runs a program of `examples/` in a process of its own; returns the lines that it printed. */
export async function exampleLines(name: string): Promise<string[]> {
  const args = ['--import=tsx', `examples/${name}`];
  const { stdout } = await promisify(execFile)(process.execPath, args, { cwd: root });
  return stdout.trimEnd().split('\n');
}
