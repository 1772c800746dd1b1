/** `pyssl client`: standard input and output through TLS. */
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { connect, type Socket } from 'node:net';
import { Readable, Writable } from 'node:stream';
import * as ssl from '../index.ts';
import { describe, inWords } from './describe.ts';
import {
  applyOptions,
  contextOptions,
  type Output,
  parse,
  portOf,
  secondsOf,
  UsageError,
} from './options.ts';
import { secured } from './sockets.ts';

export const clientOptions = {
  ...contextOptions,
  name: { type: 'string', value: 'NAME', help: "the server's name to ask for and to verify (HOST)" },
  insecure: { type: 'boolean', short: 'k', help: 'do not verify the server' },
  session: {
    type: 'string',
    value: 'FILE',
    help: 'resume the session in this file, and keep the newest there',
  },
  timeout: { type: 'string', value: 'SECONDS', help: 'for connecting and for the handshake (30)' },
  json: { type: 'boolean', help: 'describe the connection as one line of JSON' },
  quiet: { type: 'boolean', short: 'q', help: 'do not describe the connection' },
} as const;

const DEFAULT_TIMEOUT = 30;

export async function client(args: readonly string[], { inform }: Output): Promise<void> {
  const { options, positionals } = parse(clientOptions, args);
  const [host, port, ...more] = positionals;
  if (host === undefined || port === undefined || more.length > 0)
    throw new UsageError('the host and the port are needed');
  const timeout = secondsOf(options.timeout, DEFAULT_TIMEOUT);

  const context = options.insecure ? ssl._create_unverified_context() : ssl.create_default_context();
  applyOptions(context, options);
  const { session: file } = options;
  const session = file === undefined ? null : kept(file, inform);

  const socket = await connected(host, portOf(port), timeout);
  const stream = secured(socket, context, { server_hostname: options.name ?? host, session });
  try {
    await stream.do_handshake({ timeout });
    if (!options.quiet) {
      const description = describe(stream.ssl_object);
      inform(options.json ? JSON.stringify(description) : inWords(description));
    }
    // Each way ends by itself: at the end of the input we say so, and go on listening.
    const sending = (Readable.toWeb(process.stdin) as ReadableStream<Uint8Array>).pipeTo(stream.writable);
    sending.catch(() => {}); // if the peer has gone, what it said last tells more
    await stream.readable.pipeTo(Writable.toWeb(process.stdout) as WritableStream<Uint8Array>, {
      preventClose: true,
    });
  } finally {
    if (file !== undefined && stream.ssl_object.version() !== null) keep(file, stream.session);
    socket.destroy();
    process.stdin.destroy();
  }
}

/** The session in a file; without one, or with one that is too old, a new one is made. */
function kept(file: string, inform: Output['inform']): ssl.SSLSession | null {
  if (!existsSync(file)) return null;
  try {
    return ssl.SSLSession.from_bytes(readFileSync(file));
  } catch (error) {
    if (!(error instanceof ssl.ValueError)) throw error;
    inform(`${file} is of no use: ${error.message}`);
    return null;
  }
}

/** Keeps what the connection leaves to be resumed; a server need not leave anything. */
function keep(file: string, session: ssl.SSLSession | null): void {
  if (session === null) return;
  try {
    writeFileSync(file, session.to_bytes(), { mode: 0o600 });
  } catch (error) {
    if (!(error instanceof ssl.ValueError)) throw error;
  }
}

function connected(host: string, port: number, timeout: number): Promise<Socket> {
  return new Promise((resolve, reject) => {
    const socket = connect({ host, port, allowHalfOpen: true });
    const timer = setTimeout(() => socket.destroy(new ssl.TimeoutError('timed out')), timeout * 1000);
    socket.once('error', reject);
    socket.once('close', () => clearTimeout(timer));
    socket.once('connect', () => {
      clearTimeout(timer);
      socket.off('error', reject);
      resolve(socket);
    });
  });
}
