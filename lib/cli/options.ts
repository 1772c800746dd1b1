/** What the commands are told on their command lines, and the contexts that follow from it. */
import { parseArgs } from 'node:util';
import * as ssl from '../index.ts';

/** A command line that cannot be carried out; the message is one line. */
export class UsageError extends Error {}

/** Where a command's words go. */
export interface Output {
  /** A line of what the command is for. */
  readonly print: (text: string) => void;
  /** A line about it, which does not mix with the data. */
  readonly inform: (text: string) => void;
}

export interface OptionSpec {
  readonly type: 'string' | 'boolean';
  readonly short?: string;
  /** What stands for the value in the help. */
  readonly value?: string;
  readonly help: string;
}
export type OptionTable = Readonly<Record<string, OptionSpec>>;

type Parsed<T extends OptionTable> = {
  readonly [K in keyof T]?: T[K]['type'] extends 'boolean' ? boolean : string;
};

/** What every command takes that makes a context. */
export const contextOptions = {
  'min-version': { type: 'string', value: '1.2|1.3', help: 'the lowest version' },
  'max-version': { type: 'string', value: '1.2|1.3', help: 'the highest version' },
  ciphers: { type: 'string', value: 'LIST', help: "OpenSSL's cipher list for TLS 1.2" },
  ciphersuites: { type: 'string', value: 'LIST', help: 'suites of TLS 1.3' },
  groups: { type: 'string', value: 'LIST', help: 'key exchange groups, best first' },
  alpn: { type: 'string', value: 'A,B', help: 'application protocols, best first' },
  cert: { type: 'string', value: 'FILE', help: 'certificate chain to present (PEM)' },
  key: { type: 'string', value: 'FILE', help: 'its private key, if not in the same file' },
  ca: { type: 'string', value: 'FILE', help: 'roots to trust (PEM) in place of the usual ones' },
  keylog: { type: 'string', value: 'FILE', help: "append the connection's secrets (NSS format)" },
} as const satisfies OptionTable;

export interface Arguments<T extends OptionTable> {
  readonly options: Parsed<T>;
  readonly positionals: readonly string[];
}

export function parse<const T extends OptionTable>(table: T, args: readonly string[]): Arguments<T> {
  const options = Object.fromEntries(
    Object.entries<OptionSpec>(table).map(([name, { type, short }]) => [
      name,
      short === undefined ? { type } : { type, short },
    ]),
  );
  try {
    const { values, positionals } = parseArgs({ args: [...args], options, allowPositionals: true });
    return { options: values as Parsed<T>, positionals };
  } catch (error) {
    throw new UsageError(error instanceof Error ? (error.message.split('. ')[0] ?? '') : String(error));
  }
}

/** The options of a table, a line each. */
export function helpOf(table: OptionTable): string {
  const rows = Object.entries(table).map(([name, { short, value, help }]) => {
    const flag = `${short === undefined ? '    ' : `-${short}, `}--${name}${value === undefined ? '' : ` ${value}`}`;
    return [flag, help] as const;
  });
  const width = Math.max(...rows.map(([flag]) => flag.length));
  return rows.map(([flag, help]) => `  ${flag.padEnd(width)}  ${help}`).join('\n');
}

/** Does to a context what the options say. */
export function applyOptions(context: ssl.SSLContext, options: Parsed<typeof contextOptions>): void {
  const { cert, key, ca, ciphers, ciphersuites, groups, alpn, keylog } = options;
  const [lowest, highest] = [options['min-version'], options['max-version']];
  if (lowest !== undefined) context.minimum_version = versionOf(lowest);
  if (highest !== undefined) context.maximum_version = versionOf(highest);
  if (ciphers !== undefined) context.set_ciphers(ciphers);
  if (ciphersuites !== undefined) context.set_ciphersuites(ciphersuites);
  if (groups !== undefined) context.set_groups(groups);
  if (alpn !== undefined) context.set_alpn_protocols(alpn.split(','));
  if (cert !== undefined) context.load_cert_chain(cert, key ?? null);
  else if (key !== undefined) throw new UsageError('--key needs --cert');
  if (ca !== undefined) context.load_verify_locations(ca);
  if (keylog !== undefined) context.keylog_filename = keylog;
}

function versionOf(text: string): number {
  switch (text) {
    case '1.2':
      return ssl.TLSVersion.TLSv1_2;
    case '1.3':
      return ssl.TLSVersion.TLSv1_3;
    default:
      throw new UsageError(`no version '${text}': 1.2 or 1.3`);
  }
}

export function portOf(text: string): number {
  const port = Number(text);
  if (!/^\d+$/.test(text) || port > 65535) throw new UsageError(`no port '${text}'`);
  return port;
}

export function secondsOf(text: string | undefined, otherwise: number): number {
  if (text === undefined) return otherwise;
  const seconds = Number(text);
  if (!(seconds > 0 && seconds <= MAX_SECONDS)) throw new UsageError(`no time '${text}'`);
  return seconds;
}

/** A day. */
const MAX_SECONDS = 86_400;
