#!/usr/bin/env node
/** The command: `npx pyssl`. */
import * as ssl from '../index.ts';
import { helpOf, UsageError } from './options.ts';
import { trace, traceOptions } from './trace.ts';

const EXIT_FAILED = 1;
const EXIT_USAGE = 2;

interface Command {
  readonly usage: string;
  readonly about: string;
  readonly options: Parameters<typeof helpOf>[0];
  readonly run: (args: readonly string[], print: (text: string) => void) => Promise<void>;
}

const commands: Readonly<Record<string, Command>> = {
  trace: {
    usage: 'pyssl trace [OPTIONS]',
    about: 'A handshake in memory, every record and message decoded.',
    options: traceOptions,
    run: trace,
  },
};

async function main(args: readonly string[]): Promise<number> {
  const [name = '', ...rest] = args;
  if (name === '--version') return say(ssl.OPENSSL_VERSION);
  if (['', '-h', '--help', 'help'].includes(name)) {
    say(overview());
    return name === '' ? EXIT_USAGE : 0;
  }
  const command = Object.hasOwn(commands, name) ? commands[name] : undefined;
  if (command === undefined) return complain(`no command '${name}'; see pyssl --help`, EXIT_USAGE);
  if (rest.includes('-h') || rest.includes('--help')) return say(helpText(command));
  try {
    await command.run(rest, say);
    return 0;
  } catch (error) {
    if (error instanceof UsageError)
      return complain(`${error.message}; see pyssl ${name} --help`, EXIT_USAGE);
    return complain(oneLine(error), EXIT_FAILED);
  }
}

function overview(): string {
  const rows = Object.values(commands).map(({ usage, about }) => `  ${usage}\n      ${about}`);
  return [
    'TLS from the command line.',
    '',
    ...rows,
    '',
    '  pyssl COMMAND --help for the options of each.',
  ].join('\n');
}

function helpText({ usage, about, options }: Command): string {
  return [`usage: ${usage}`, '', about, '', helpOf(options)].join('\n');
}

function oneLine(error: unknown): string {
  const words = error instanceof Error ? `${error.name}: ${error.message}` : String(error);
  return words.replaceAll(/\s+/g, ' ');
}

function say(text: string): number {
  process.stdout.write(`${text}\n`);
  return 0;
}

function complain(text: string, code: number): number {
  process.stderr.write(`pyssl: ${text}\n`);
  return code;
}

// A reader that has seen enough, as `head` does, is no failure.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  process.exit(error.code === 'EPIPE' ? 0 : EXIT_FAILED);
});
process.exitCode = await main(process.argv.slice(2));
