/** Other people's programs that tests talk to: finding them, starting them, listening to them, ending them. */
import { type ChildProcessWithoutNullStreams, spawn, spawnSync } from 'node:child_process';
import { existsSync, readdirSync } from 'node:fs';
import { homedir } from 'node:os';
import { delimiter, join } from 'node:path';

export interface Program {
  readonly path: string;
  /** What it says of itself, for the log. */
  readonly version: string;
}

/** How long anything here is waited for. */
const PATIENCE = 30_000;

/** A program of this name, if it runs with these arguments. */
export function findOnPath(name: string, args: readonly string[]): Program | undefined {
  return firstThatRuns(onPath(name), args);
}

/** A browser that speaks the DevTools protocol. */
export function findChromium(): Program | undefined {
  return firstThatRuns(
    [...onPath('chromium'), ...onPath('chromium-browser'), ...onPath('google-chrome')],
    ['--version'],
  );
}

export function findCurl(): Program | undefined {
  return firstThatRuns(onPath('curl'), ['--version']);
}

export function findOpenssl(): Program | undefined {
  return firstThatRuns(onPath('openssl'), ['version']);
}

/** The Go toolchain, to compile a peer with. */
export function findGo(): Program | undefined {
  return firstThatRuns(onPath('go'), ['version']);
}

/** Wireshark's command. */
export function findTshark(): Program | undefined {
  return firstThatRuns(onPath('tshark'), ['--version']);
}

/** CPython, 3.13 before others; what calls itself `python3` but cannot load `ssl` does not count. */
export function findPython(): Program | undefined {
  const versions = join(homedir(), '.pyenv', 'versions');
  const kept = existsSync(versions) ? readdirSync(versions).filter((name) => /^3\.1[0-9]\./.test(name)) : [];
  const newestFirst = kept.sort((a, b) => Number(b.split('.')[1]) - Number(a.split('.')[1]));
  const candidates = [
    ...onPath('python3.13'),
    ...newestFirst
      .filter((name) => name.startsWith('3.13.'))
      .map((name) => join(versions, name, 'bin', 'python3')),
    ...onPath('python3'),
    ...newestFirst.map((name) => join(versions, name, 'bin', 'python3')),
  ];
  const say = 'import ssl, sys; print("CPython", sys.version.split()[0], ssl.OPENSSL_VERSION)';
  return firstThatRuns(candidates, ['-c', say]);
}

function onPath(name: string): string[] {
  return (process.env.PATH ?? '')
    .split(delimiter)
    .map((folder) => join(folder, name))
    .filter(existsSync);
}

function firstThatRuns(paths: readonly string[], args: readonly string[]): Program | undefined {
  for (const path of paths) {
    const { status, stdout } = spawnSync(path, args, { encoding: 'utf8' });
    if (status === 0) return { path, version: stdout.trim() };
  }
  return undefined;
}

/** A running program; what it prints, on either stream, is kept as one text. */
export class Running {
  readonly #child: ChildProcessWithoutNullStreams;
  readonly #what: string;
  readonly #noise: RegExp;
  #printed = '';
  #ended = false;
  #waiting: (() => void)[] = [];

  /** `noise`: what the program prints in the midst of what it received. */
  constructor(path: string, args: readonly string[], noise = /(?!)/g) {
    this.#noise = noise;
    this.#what = [path, ...args].join(' ');
    this.#child = spawn(path, args);
    this.#child.stdin.on('error', () => {}); // it ended before it had read all; the next wait will say so
    for (const stream of [this.#child.stdout, this.#child.stderr]) {
      stream.setEncoding('latin1').on('data', (text: string) => this.#news(() => (this.#printed += text)));
    }
    this.#child.on('error', (error) => this.#news(() => (this.#printed += `\n${error.message}\n`)));
    this.#child.on('close', () => this.#news(() => (this.#ended = true)));
  }

  write(text: string): void {
    this.#child.stdin.write(text);
  }

  endInput(): void {
    this.#child.stdin.end();
  }

  /** The first group of `pattern`, if it has been printed by now. */
  find(pattern: RegExp): string | undefined {
    return pattern.exec(this.#printed)?.[1];
  }

  /** The first group of `pattern`, once it has been printed. */
  async printed(pattern: RegExp): Promise<string> {
    return this.#until(() => this.find(pattern), String(pattern));
  }

  async printedText(text: string): Promise<void> {
    await this.#until(
      () => (this.#printed.replace(this.#noise, '').includes(text) ? true : undefined),
      `${text.length} characters`,
    );
  }

  async ended(): Promise<void> {
    if (!this.#ended) await this.#until(() => (this.#ended ? true : undefined), 'the end');
  }

  kill(): void {
    this.#child.kill('SIGKILL');
  }

  async #until<T>(look: () => T | undefined, what: string): Promise<T> {
    const deadline = Date.now() + PATIENCE;
    for (;;) {
      const found = look();
      if (found !== undefined) return found;
      if (this.#ended || Date.now() > deadline) {
        const state = this.#ended ? 'ended' : `was silent for ${PATIENCE} ms`;
        throw new Error(
          `${this.#what}\n${state} before ${what}:\n${this.#printed.replace(/(\d{9}\n)+/g, '…').slice(-4000)}`,
        );
      }
      await new Promise<void>((resolve) => {
        const timer = setTimeout(resolve, PATIENCE);
        this.#waiting.push(() => {
          clearTimeout(timer);
          resolve();
        });
      });
    }
  }

  #news(happened: () => void): void {
    happened();
    const waiting = this.#waiting;
    this.#waiting = [];
    for (const wake of waiting) wake();
  }
}
