/**
 * Over loopback sockets, as programs use them: a request and its response on a kept connection, one on a new
 * connection, and a bulk transfer. `node:tls` and CPython's asyncio beside ours; each contender plays both ends.
 */
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { createServer as createHttpServer, type IncomingMessage, type Agent as PlainAgent } from 'node:http';
import { Agent, request } from 'node:https';
import type { AddressInfo, Server } from 'node:net';
import { createInterface } from 'node:readline';
import type { Duplex } from 'node:stream';
import { connect as connectTls, createServer as createTlsServer } from 'node:tls';
import { fileURLToPath } from 'node:url';
import * as ssl from 'pyssl';
import type { CryptoProvider } from 'pyssl/crypto';
import { connect, createServer, SSLAgent } from 'pyssl/node';
import { certificate } from '../compat-tests/tools/certs.ts';
import type { Program } from '../compat-tests/tools/programs.ts';

/** Who plays both ends. Every figure is a rate. */
export interface SocketContender {
  /** Requests a second on one connection, of HTTP where Node's is to be had. */
  requests(seconds: number): Promise<number>;
  /** Requests a second, each on a connection of its own. */
  connections(seconds: number): Promise<number>;
  /** 10^6 bytes a second from server to client. */
  bulk(seconds: number): Promise<number>;
  end(): void;
}

/** What of TLS differs between ours and Node's. */
interface Stack {
  serve(listener: (stream: Duplex) => void): Server;
  agent(keepAlive: boolean): PlainAgent;
  connect(port: number): Duplex;
}

const HOST = '127.0.0.1';
const CHUNK = Buffer.alloc(1 << 16);

export function pysslSockets(core: CryptoProvider): SocketContender {
  const server = new ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER);
  server.load_cert_chain(certificate('p256.pem'));
  const client = new ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT);
  client.load_verify_locations(certificate('ca.crt'));
  for (const context of [server, client]) context.crypto = core;
  return overHttp({
    serve: (listener) => createServer(server, listener),
    agent: (keepAlive) => new SSLAgent(client, { keepAlive, maxCachedSessions: 0 }),
    connect: (port) => connect({ host: HOST, port, servername: 'localhost', context: client }),
  });
}

export function nodeSockets(): SocketContender {
  const pem = readFileSync(certificate('p256.pem'));
  const ca = readFileSync(certificate('ca.crt'));
  return overHttp({
    serve: (listener) => createTlsServer({ key: pem, cert: pem, noDelay: true }, listener),
    agent: (keepAlive) => new Agent({ keepAlive, ca, maxCachedSessions: 0 }),
    connect: (port) => connectTls({ host: HOST, port, servername: 'localhost', ca, noDelay: true } as never),
  });
}

function overHttp(stack: Stack): SocketContender {
  return {
    requests: (seconds) => requestsOver(stack, true, seconds),
    connections: (seconds) => requestsOver(stack, false, seconds),
    bulk: (seconds) => bulkOver(stack, seconds),
    end() {},
  };
}

async function requestsOver(stack: Stack, keepAlive: boolean, seconds: number): Promise<number> {
  const web = createHttpServer((_request, response) => void response.end('hello'));
  const { port, close } = await listen(stack.serve((stream) => void web.emit('connection', stream)));
  const agent = stack.agent(keepAlive);
  const ask = async () => {
    const sent = request({ host: HOST, port, servername: 'localhost', agent }).end();
    const [response] = (await once(sent, 'response')) as [IncomingMessage];
    response.resume();
    await once(response, 'end');
  };
  await ask();
  let count = 0;
  const start = performance.now();
  for (; performance.now() - start < seconds * 1000; count++) await ask();
  const elapsed = performance.now() - start;
  agent.destroy();
  web.closeAllConnections();
  close();
  return (count * 1000) / elapsed;
}

async function bulkOver(stack: Stack, seconds: number): Promise<number> {
  const { port, close } = await listen(
    stack.serve((stream) => {
      const more = () => {
        while (!stream.destroyed && stream.write(CHUNK));
      };
      stream.on('drain', more).on('error', () => {});
      more();
    }),
  );
  const stream = stack.connect(port);
  let received = 0;
  stream.on('data', (part: Uint8Array) => {
    received += part.length;
  });
  await once(stream, 'data');
  received = 0;
  const start = performance.now();
  await new Promise((done) => setTimeout(done, seconds * 1000));
  const rate = received / 1e6 / ((performance.now() - start) / 1000);
  stream.on('error', () => {}).destroy();
  close();
  return rate;
}

async function listen(server: Server): Promise<{ readonly port: number; close(): void }> {
  server.listen(0, HOST);
  await once(server, 'listening');
  return { port: (server.address() as AddressInfo).port, close: () => void server.close() };
}

const script = fileURLToPath(new URL('./asyncio-sockets.py', import.meta.url));

/** asyncio's streams, both ends in one loop of a process of its own, which is started by the first question. */
export function asyncioSockets(program: Program): SocketContender {
  let child: ChildProcess | undefined;
  let answers: AsyncIterator<string> | undefined;
  const ask = async (question: string): Promise<number> => {
    child ??= spawn(program.path, [script, certificate('')], { stdio: ['pipe', 'pipe', 'inherit'] });
    if (child.stdout === null) throw new Error('no pipe');
    answers ??= createInterface({ input: child.stdout })[Symbol.asyncIterator]();
    child.stdin?.write(`${question}\n`);
    return Number((await answers.next()).value);
  };
  return {
    requests: (seconds) => ask(`requests ${seconds}`),
    connections: (seconds) => ask(`connections ${seconds}`),
    bulk: (seconds) => ask(`bulk ${seconds}`),
    end: () => void child?.kill(),
  };
}
