#!/usr/bin/env node
/** The command: `npx pyssl`. */
import * as ssl from '../index.ts';
import { BrokenResourceError } from '../web/index.ts';
import { client, clientOptions } from './client.ts';
import { helpOf, type OptionTable, type Output, UsageError } from './options.ts';
import { server, serverOptions } from './server.ts';
import { trace, traceOptions } from './trace.ts';

const EXIT_FAILED = 1;
const EXIT_USAGE = 2;

interface Command {
  readonly usage: string;
  readonly about: string;
  readonly options: OptionTable;
  readonly run: (args: readonly string[], output: Output) => Promise<void>;
}

const commands: Readonly<Record<string, Command>> = {
  client: {
    usage: 'pyssl client HOST PORT [OPTIONS]',
    about: 'Standard input and output through TLS; what was agreed on goes to standard error.',
    options: clientOptions,
    run: client,
  },
  server: {
    usage: 'pyssl server [OPTIONS]',
    about: 'The other side: echoes, or answers HTTP requests.',
    options: serverOptions,
    run: server,
  },
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
    await command.run(rest, { print: say, inform });
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

function oneLine(thrown: unknown): string {
  // A stream says that it broke; why stands behind it.
  const error = thrown instanceof BrokenResourceError ? (thrown.cause ?? thrown) : thrown;
  const words = error instanceof Error ? `${error.name}: ${error.message}` : String(error);
  return words.replaceAll(/\s+/g, ' ');
}

function say(text: string): number {
  process.stdout.write(`${text}\n`);
  return 0;
}

function inform(text: string): void {
  process.stderr.write(`${text}\n`);
}

function complain(text: string, code: number): number {
  inform(`pyssl: ${text}`);
  return code;
}

// A reader that has seen enough, as `head` does, is no failure.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  process.exit(error.code === 'EPIPE' ? 0 : EXIT_FAILED);
});
process.exitCode = await main(process.argv.slice(2));
