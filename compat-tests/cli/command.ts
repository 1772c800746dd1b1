/** The command as a person runs it, by its source. */
import { spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { Running } from '../tools/programs.ts';

const main = fileURLToPath(new URL('../../lib/cli/main.ts', import.meta.url));
const commandLine = (args: readonly string[]) => ['--import=tsx', main, ...args];

export interface Ended {
  readonly code: number | null;
  readonly out: string;
  readonly err: string;
}

/** Runs it to its end. */
export function pyssl(args: readonly string[], input = ''): Promise<Ended> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, commandLine(args));
    const ended = { out: '', err: '' };
    child.stdout.setEncoding('utf8').on('data', (text: string) => (ended.out += text));
    child.stderr.setEncoding('utf8').on('data', (text: string) => (ended.err += text));
    child.on('error', reject);
    child.on('close', (code) => resolve({ code, ...ended }));
    child.stdin.on('error', () => {}); // it ended without reading
    child.stdin.end(input);
  });
}

/** Starts it and goes on. */
export function started(args: readonly string[]): Running {
  return new Running(process.execPath, commandLine(args));
}

export async function portOf(server: Running): Promise<string> {
  return server.printed(/listening on \S+ (\d+)\n/);
}
