import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface, type Interface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { certificate } from '../compat-tests/tools/certs.ts';
import { findPython } from '../compat-tests/tools/programs.ts';
import type { Contender } from './contender.ts';
import { asyncioSockets } from './sockets.ts';

const script = fileURLToPath(new URL('./cpython.py', import.meta.url));

/** CPython's `ssl` in a process of its own that runs the same loops when told; `undefined` where there is none. */
export function cpython(): Contender | undefined {
  const program = findPython();
  if (program === undefined) return undefined;
  const folder = mkdtempSync(join(tmpdir(), 'pyssl-bench-'));
  /** One process for each suite: Python has no way to choose a suite of TLS 1.3, OpenSSL's configuration has. */
  const processes = new Map<string, Worker>();
  const worker = (suite = '') => {
    const found =
      processes.get(suite) ?? new Worker(program.path, suite === '' ? undefined : configure(folder, suite));
    processes.set(suite, found);
    return found;
  };
  const sockets = asyncioSockets(program);
  return {
    name: program.version.split(' ').slice(0, 2).join(' '),
    sockets,
    handshake: ({ version, certificate, resumed }, seconds) =>
      worker().ask(`handshake ${version} ${certificate} ${resumed ? 'resumed' : 'full'} ${seconds}`),
    bulk: (suite, size, seconds) => worker(suite).ask(`bulk ${suite} ${size} ${seconds}`),
    queue: (megabytes, seconds) => worker().ask(`queue ${megabytes} ${seconds}`),
    roots: (bundle, seconds) => worker().ask(`roots ${bundle} ${seconds}`),
    async idle(pairs) {
      const fresh = new Worker(program.path, undefined); // what one slice has freed, the next would use again
      const held = await fresh.ask(`idle ${pairs}`);
      fresh.end();
      return held;
    },
    async cold() {
      const start = performance.now();
      spawnSync(program.path, [script, certificate(''), 'cold']);
      return performance.now() - start;
    },
    end() {
      sockets.end();
      for (const each of processes.values()) each.end();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

function configure(folder: string, suite: string): string {
  const path = join(folder, `${suite}.cnf`);
  const lines = ['openssl_conf = all', '[all]', 'ssl_conf = ssl', '[ssl]', 'system_default = here', '[here]'];
  writeFileSync(path, [...lines, `Ciphersuites = ${suite}`, ''].join('\n'));
  return path;
}

class Worker {
  readonly #child: ChildProcess;
  readonly #lines: AsyncIterator<string>;
  readonly #ready: Promise<unknown>;

  constructor(path: string, configuration: string | undefined) {
    const env = { ...process.env, ...(configuration === undefined ? {} : { OPENSSL_CONF: configuration }) };
    this.#child = spawn(path, [script, certificate('')], { stdio: ['pipe', 'pipe', 'inherit'], env });
    if (this.#child.stdout === null) throw new Error('no pipe');
    const lines: Interface = createInterface({ input: this.#child.stdout });
    this.#lines = lines[Symbol.asyncIterator]();
    this.#ready = this.#lines.next();
  }

  async ask(question: string): Promise<number> {
    await this.#ready;
    this.#child.stdin?.write(`${question}\n`);
    const { value } = await this.#lines.next();
    const answer = Number(value);
    if (!Number.isFinite(answer)) throw new Error(`CPython on '${question}': ${value}`);
    return answer;
  }

  end(): void {
    this.#child.kill();
  }
}
