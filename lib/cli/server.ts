/** `pyssl server`: the other side, which gives back what it gets, or tells a browser about its connection. */
import { writeFileSync } from 'node:fs';
import { type AddressInfo, createServer, type Socket } from 'node:net';
import * as ssl from '../index.ts';
import type { SSLStream } from '../web/index.ts';
import { demoCertificate } from './demo-certificate.ts';
import { describe, inWords } from './describe.ts';
import { applyOptions, contextOptions, type Output, parse, portOf, UsageError } from './options.ts';
import { secured } from './sockets.ts';

export const serverOptions = {
  ...contextOptions,
  host: { type: 'string', value: 'ADDRESS', help: 'the address to listen on (127.0.0.1)' },
  port: { type: 'string', short: 'p', value: 'PORT', help: 'the port, 0 for any that is free (4433)' },
  http: { type: 'boolean', help: 'answer HTTP requests with a description of the connection; else echo' },
  'write-ca': {
    type: 'string',
    value: 'FILE',
    help: 'without --cert: where to put the certificate to trust',
  },
  'verify-client': { type: 'string', value: 'optional|required', help: 'ask clients for a certificate' },
  count: { type: 'string', value: 'N', help: 'end after so many connections' },
} as const;

/** A client that has not shaken hands by then, in seconds, is let go. */
const HANDSHAKE_TIMEOUT = 30;
/** A request that is longer than this is none that we answer. */
const MAX_REQUEST = 16384;

export async function server(args: readonly string[], { inform }: Output): Promise<void> {
  const { options, positionals } = parse(serverOptions, args);
  if (positionals.length > 0) throw new UsageError(`what is '${positionals[0]}'?`);
  const port = portOf(options.port ?? '4433');
  const limit = options.count === undefined ? Number.POSITIVE_INFINITY : countOf(options.count);
  const context = ssl.create_default_context(ssl.Purpose.CLIENT_AUTH);
  applyOptions(context, options);
  const asked = options['verify-client'];
  if (asked !== undefined) context.verify_mode = verifyModeOf(asked);
  if (options.cert === undefined) {
    const demo = demoCertificate();
    context.load_cert_chain({ certdata: demo.certificate, keydata: demo.key });
    const file = options['write-ca'];
    if (file !== undefined) writeFileSync(file, demo.certificate);
    inform(`a certificate for localhost was made for this run${file === undefined ? '' : `: ${file}`}`);
  }

  await new Promise<void>((resolve, reject) => {
    let accepted = 0;
    const listening = createServer({ allowHalfOpen: true }, (socket) => {
      if (++accepted >= limit) listening.close();
      serve(socket, context, options.http ? answer : echo, inform).catch((error: unknown) => {
        inform(`${peerOf(socket)}: ${error instanceof Error ? error.message : String(error)}`);
      });
    });
    listening.once('error', reject);
    listening.once('close', resolve);
    listening.listen(port, options.host ?? '127.0.0.1', () => {
      const at = listening.address() as AddressInfo;
      inform(`listening on ${at.address} ${at.port}`);
    });
  });
}

async function serve(
  socket: Socket,
  context: ssl.SSLContext,
  talk: (stream: SSLStream) => Promise<void>,
  inform: (text: string) => void,
): Promise<void> {
  socket.on('error', () => {}); // the stream over it reports it
  const stream = secured(socket, context, { server_side: true });
  try {
    await stream.do_handshake({ timeout: HANDSHAKE_TIMEOUT });
    inform(`${peerOf(socket)}: ${stream.version()}, ${stream.cipher()?.[0]}`);
    await talk(stream);
    await stream.aclose();
  } finally {
    socket.end();
    socket.destroySoon();
  }
}

async function echo(stream: SSLStream): Promise<void> {
  await stream.readable.pipeTo(stream.writable);
}

/** One request a connection is enough for looking at it. */
async function answer(stream: SSLStream): Promise<void> {
  let request = '';
  while (!request.includes('\r\n\r\n')) {
    const part = await stream.receive_some();
    if (part.length === 0 || request.length > MAX_REQUEST) return;
    request += Buffer.from(part).toString('latin1');
  }
  const text = `${inWords(describe(stream.ssl_object))}\n`;
  const head = [
    'HTTP/1.1 200 OK',
    'Content-Type: text/plain; charset=utf-8',
    `Content-Length: ${Buffer.byteLength(text)}`,
    'Connection: close',
  ];
  const body = request.startsWith('HEAD ') ? '' : text;
  await stream.send_all(Buffer.from(`${head.join('\r\n')}\r\n\r\n${body}`));
}

function verifyModeOf(text: string): number {
  if (text === 'optional') return ssl.CERT_OPTIONAL;
  if (text === 'required') return ssl.CERT_REQUIRED;
  throw new UsageError(`--verify-client is 'optional' or 'required', not '${text}'`);
}

function countOf(text: string): number {
  if (!/^[1-9]\d{0,8}$/.test(text)) throw new UsageError(`no count '${text}'`);
  return Number(text);
}

function peerOf({ remoteAddress, remotePort }: Socket): string {
  return `${remoteAddress ?? 'somebody'} ${remotePort ?? ''}`.trim();
}
