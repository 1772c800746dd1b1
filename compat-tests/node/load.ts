/**
 * Sockets under load and in bad company: many connections at once, a reader that is slow, connections that are cut, or
 * fall silent, after every byte of the handshake. Each function says what it saw; what is left behind is for
 * `leftBehind` to say. `npm run load` runs all of it at full size, a test at a small one.
 */
import { once } from 'node:events';
import {
  type AddressInfo,
  connect as connectPlain,
  createServer as createPlain,
  type Server,
  type Socket,
} from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import * as ssl from '../../lib/index.ts';
import { connect, createServer, type SSLDuplex } from '../../lib/node/index.ts';
import { certificate } from '../tools/certs.ts';
import { randomNumbers } from '../tools/seed.ts';

const HOST = '127.0.0.1';

const client = new ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT);
client.load_verify_locations(certificate('ca.crt'));
const server = new ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER);
server.load_cert_chain(certificate('p256.pem'));

async function started<S extends Server>(plain: S): Promise<{ readonly plain: S; readonly port: number }> {
  plain.listen(0, HOST, 4096);
  await once(plain, 'listening');
  return { plain, port: (plain.address() as AddressInfo).port };
}

async function stopped(plain: Server): Promise<void> {
  await new Promise((done) => plain.close(done));
}

/** So many connections at the same time, each of which has its messages echoed; how many of them came back whole. */
export async function echoing(connections: number, messages: number): Promise<number> {
  const { plain, port } = await started(createServer(server, (stream) => void stream.pipe(stream)));
  const target = { host: HOST, port, servername: 'localhost', context: client };
  const open = await Promise.all(
    Array.from({ length: connections }, async () => {
      const stream = connect(target);
      await once(stream, 'secureConnect');
      return stream;
    }),
  );
  const whole = await Promise.all(open.map((stream, index) => echoedWhole(stream, messages, index + 1)));
  await stopped(plain);
  return whole.filter(Boolean).length;
}

async function echoedWhole(stream: SSLDuplex, messages: number, seed: number): Promise<boolean> {
  const random = randomNumbers(seed);
  const sent = Array.from({ length: messages }, () => Buffer.alloc(random() % 40_000, `${random()},`));
  const back: Buffer[] = [];
  stream.on('data', (part: Buffer) => back.push(part));
  for (const message of sent) if (!stream.write(message)) await once(stream, 'drain');
  stream.end();
  await once(stream, 'close');
  return Buffer.concat(back).equals(Buffer.concat(sent));
}

export interface SlowReading {
  readonly whole: boolean;
  /** The most bytes that waited at the writer's end, in all its buffers. */
  readonly mostWaiting: number;
}

/** A server that writes as fast as it is let, to a client that takes a little now and then. */
export async function slowReader(megabytes: number): Promise<SlowReading> {
  const chunk = Buffer.alloc(1 << 16, 'slow');
  let mostWaiting = 0;
  const { plain, port } = await started(
    createServer(server, async (stream) => {
      stream.resume(); // or it would not see that the client is done
      for (let i = 0; i < megabytes * 16; i++) {
        const room = stream.write(chunk);
        mostWaiting = Math.max(mostWaiting, stream.writableLength);
        if (!room) await once(stream, 'drain');
      }
      stream.end();
    }),
  );
  const stream = connect({ host: HOST, port, servername: 'localhost', context: client });
  let wake = () => {};
  for (const event of ['readable', 'end']) stream.on(event, () => wake());
  let received = 0;
  let right = true;
  for (;;) {
    const part: Buffer | null = stream.read();
    if (part === null) {
      if (stream.readableEnded) break;
      await new Promise<void>((woken) => {
        wake = woken;
      });
      continue;
    }
    for (let at = 0; at < part.length; at += 4093) right &&= part[at] === chunk[(received + at) % 4];
    received += part.length;
    if (received % 7 === 0) await sleep(1);
  }
  await stopped(plain);
  return { whole: right && received === megabytes << 20, mostWaiting };
}

export type Interruption = 'cut' | 'reset' | 'silence';

export interface Interrupted {
  /** What each end reported, by name; one that ended without an error reported nothing. */
  readonly errors: readonly string[];
  /** Whether the handshake was over on both sides before it happened. */
  readonly connected: boolean;
}

/**
 * A client and a server with somebody between them, who after so many bytes of one direction ends the connection, or
 * carries nothing any more.
 */
export async function interrupted(
  bytes: number,
  from: 'client' | 'server',
  how: Interruption,
): Promise<Interrupted> {
  const errors: string[] = [];
  let secured = 0;
  const watch = (stream: SSLDuplex): Promise<void> =>
    new Promise((closed) => {
      stream.on('secure', () => secured++);
      stream.on('error', (error) => errors.push(error.name));
      stream.on('close', closed);
      stream.resume();
    });
  const timeout = how === 'silence' ? 0.1 : 10;
  const backend = createServer(server, { ssl_handshake_timeout: timeout });
  const accepted = new Promise<void>((done) => {
    backend.on('tlsClientError', (error: Error) => {
      errors.push(error.name);
      done();
    });
    backend.on('secureConnection', (stream: SSLDuplex) => {
      secured++;
      void watch(stream).then(done);
      stream.write('welcome');
    });
  });
  const target = await started(backend);
  const relay = await started(createPlain((near) => between(near, target.port, { bytes, from, how })));
  const stream = connect({
    host: HOST,
    port: relay.port,
    servername: 'localhost',
    context: client,
    ssl_handshake_timeout: timeout,
  });
  stream.on('secure', () => setTimeout(() => stream.destroy(), 50)); // of those that got so far
  await Promise.all([watch(stream), accepted]);
  await Promise.all([stopped(backend), stopped(relay.plain)]);
  return { errors, connected: secured === 2 };
}

function between(
  near: Socket,
  port: number,
  { bytes, from, how }: { readonly bytes: number; readonly from: string; readonly how: Interruption },
): void {
  const far = connectPlain(port, HOST);
  const both = [near, far];
  let left = bytes;
  let over = false;
  const end = () => {
    over = true;
    if (how === 'cut') for (const socket of both) socket.end();
    if (how === 'reset') for (const socket of both) socket.resetAndDestroy();
  };
  const carry = (source: Socket, target: Socket, counted: boolean) => {
    source.on('data', (data: Buffer) => {
      if (over) return;
      const part = counted ? data.subarray(0, left) : data;
      target.write(part);
      if (counted) left -= part.length;
      if (counted && left === 0) end();
    });
    source.on('error', () => {});
    source.on('close', () => target.destroySoon());
  };
  carry(near, far, from === 'client');
  carry(far, near, from === 'server');
  if (bytes === 0) end();
}

/** How many sockets and timers this process has, once it has had time to let go of what is over. */
export async function leftBehind(): Promise<Readonly<Record<string, number>>> {
  for (let i = 0; i < 5; i++) await sleep(10);
  const counts: Record<string, number> = {};
  for (const name of process.getActiveResourcesInfo()) {
    if (/TCP|Timeout/.test(name)) counts[name] = (counts[name] ?? 0) + 1;
  }
  return counts;
}
