/** Other people's programs and libraries, over loopback, with our streams on one side: none of them knows of it. */
import { execFile } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import * as http from 'node:http';
import * as http2 from 'node:http2';
import * as https from 'node:https';
import { type AddressInfo, Socket } from 'node:net';
import type { Duplex } from 'node:stream';
import { createServer as createTlsServer } from 'node:tls';
import { promisify } from 'node:util';
import type { ExecutionContext } from 'ava';
import test from 'ava';
import { Client as PostgresClient } from 'pg';
import * as undici from 'undici';
import WebSocket, { WebSocketServer } from 'ws';
import { connector, createServer, SSLAgent, SSLDuplex, type SSLServer } from '../../lib/node/index.ts';
import { certificate } from '../tools/certs.ts';
import { findCurl, findOpenssl, Running } from '../tools/programs.ts';
import { startPostgres } from './postgres.ts';
import { contexts, HOST, listening, portOf, textOf } from './streams.ts';

const PEM = readFileSync(certificate('p256.pem'));
const ROOT = certificate('ca.crt');
/** More than a record, and more than a socket holds. */
const BIG = 'abcdefghij'.repeat(300_000);

/** Node's HTTP server on our streams: echoes what it is sent, and says BIG otherwise. */
async function ourHttpServer(t: ExecutionContext): Promise<SSLServer> {
  const web = http.createServer((request, response) => {
    if (request.method === 'POST') request.pipe(response);
    else response.end(request.url === '/big' ? BIG : `hello over ${request.socket.constructor.name}`);
  });
  const server = createServer(contexts().server, (stream) => void web.emit('connection', stream));
  t.teardown(() => web.closeAllConnections());
  return listening(t, server);
}

test("curl gets pages from Node's HTTP server over our streams", async (t) => {
  const curl = findCurl();
  if (curl === undefined) {
    t.pass('skipped: there is no curl');
    return;
  }
  const port = portOf(await ourHttpServer(t));
  const ask = async (...more: string[]) => {
    const target = ['--resolve', `localhost:${port}:${HOST}`, '--cacert', ROOT, '-sS'];
    const { stdout } = await promisify(execFile)(curl.path, [...target, ...more], { maxBuffer: 1 << 26 });
    return stdout;
  };
  const url = `https://localhost:${port}`;
  t.is(await ask(`${url}/`), 'hello over SSLDuplex');
  t.is(await ask(`${url}/big`, `${url}/`), `${BIG}hello over SSLDuplex`);
  t.is(await ask('--data-binary', 'a question', `${url}/`), 'a question');
});

test("openssl s_client speaks to Node's HTTP server over our streams", async (t) => {
  const openssl = findOpenssl();
  if (openssl === undefined) {
    t.pass('skipped: there is no openssl');
    return;
  }
  const port = portOf(await ourHttpServer(t));
  const args = ['s_client', '-connect', `${HOST}:${port}`, '-servername', 'localhost', '-CAfile', ROOT];
  const client = new Running(openssl.path, [...args, '-verify_return_error', '-quiet']);
  t.teardown(() => client.kill());
  client.write('GET / HTTP/1.0\r\n\r\n');
  t.is(await client.printed(/(hello over \w+)/), 'hello over SSLDuplex');
  await client.ended();
});

async function nodeHttpsServer(t: ExecutionContext): Promise<https.Server> {
  const server = https.createServer({ key: PEM, cert: PEM }, (request, response) => {
    if (request.method === 'POST') request.pipe(response);
    else response.end(request.url === '/big' ? BIG : 'hello');
  });
  t.teardown(() => server.closeAllConnections());
  return listening(t, server);
}

test('http.request to node:https, by createConnection and by an agent', async (t) => {
  const port = portOf(await nodeHttpsServer(t));
  const { client } = contexts();
  const get = async (options: https.RequestOptions, secure: boolean, body?: string) => {
    const request = (secure ? https : http).request({
      host: HOST,
      port,
      servername: 'localhost',
      ...options,
    });
    request.end(body);
    const [response] = (await once(request, 'response')) as [http.IncomingMessage];
    return textOf(response);
  };
  t.is(await get({ createConnection: connector(client) as never }, false), 'hello');
  t.is(await get({ createConnection: connector(client) as never, path: '/big' }, false), BIG);

  const agent = new SSLAgent(client, { keepAlive: true });
  t.teardown(() => agent.destroy());
  const answers = await Promise.all(
    Array.from({ length: 8 }, (_, i) => get({ agent, method: 'POST' }, true, `question ${i}`)),
  );
  t.deepEqual(
    answers,
    Array.from({ length: 8 }, (_, i) => `question ${i}`),
  );
  const [kept] = Object.values(agent.freeSockets).flatMap(
    (sockets) => sockets ?? [],
  ) as unknown as SSLDuplex[];
  t.true(kept instanceof SSLDuplex);
  t.is(await get({ agent }, true), 'hello');
  t.true(kept.authorized);
});

test('an agent resumes sessions', async (t) => {
  const port = portOf(await nodeHttpsServer(t));
  const agent = new SSLAgent(contexts().client);
  const resumed: boolean[] = [];
  for (let i = 0; i < 3; i++) {
    const request = https.get({ agent, host: HOST, port, servername: 'localhost' });
    const [stream] = (await once(request, 'socket')) as unknown as [SSLDuplex];
    const [response] = (await once(request, 'response')) as [http.IncomingMessage];
    await textOf(response);
    resumed.push(stream.ssl_object.session_reused);
    if (!stream.closed) await once(stream, 'close');
  }
  t.deepEqual(resumed, [false, true, true]);
});

test('http2, from us to node:http2 and from node:http2 to us', async (t) => {
  const both = contexts();
  for (const context of [both.client, both.server]) context.set_alpn_protocols(['h2']);
  const answer = (stream: http2.ServerHttp2Stream) => void stream.end(BIG);

  const theirs = http2.createSecureServer({ key: PEM, cert: PEM }).on('stream', answer);
  const ours = http2.createServer().on('stream', answer);
  const door = await listening(
    t,
    createServer(both.server, (stream) => void ours.emit('connection', stream)),
  );
  await listening(t, theirs as never);

  const connectOurs = (port: number) => () =>
    connector(both.client)({ host: HOST, port, servername: 'localhost' });
  const clients = [
    http2.connect('https://localhost', {
      createConnection: connectOurs((theirs.address() as AddressInfo).port),
    }),
    http2.connect(`https://localhost:${portOf(door)}`, { ca: readFileSync(ROOT), lookup: toLoopback }),
    http2.connect('https://localhost', { createConnection: connectOurs(portOf(door)) }),
  ];
  const bodies = await Promise.all(
    clients.flatMap((client) => [
      textOf(client.request({ ':path': '/' })),
      textOf(client.request({ ':path': '/' })),
    ]),
  );
  t.true(bodies.every((body) => body === BIG));
  for (const client of clients) client.close();
  await Promise.all(clients.map((client) => client.closed || once(client, 'close')));
});

/** The name is for the certificate; where it leads is ours to say. */
const toLoopback = ((_name: string, options: { all?: boolean }, done: (...args: unknown[]) => void) =>
  options.all ? done(null, [{ address: HOST, family: 4 }]) : done(null, HOST, 4)) as never;

test('undici to node:https', async (t) => {
  const port = portOf(await nodeHttpsServer(t));
  const connect = connector(contexts().client, { servername: 'localhost' });
  const agent = new undici.Agent({ connect: connect as never });
  t.teardown(() => agent.close());
  const ask = (path: string) => undici.request(`https://${HOST}:${port}${path}`, { dispatcher: agent });
  const answers = await Promise.all(['/', '/big', '/'].map(async (path) => (await ask(path)).body.text()));
  t.deepEqual(answers, ['hello', BIG, 'hello']);
  const refused = new undici.Agent({
    connect: connector(contexts().client, { servername: 'example.org' }) as never,
  });
  const error = await t.throwsAsync(undici.request(`https://${HOST}:${port}/`, { dispatcher: refused }));
  t.regex(String(error), /CERTIFICATE_VERIFY_FAILED/);
});

test('ws, from us to its server over node:https and from its client to its server over us', async (t) => {
  const both = contexts();
  const echo = (socket: WebSocket) => socket.on('message', (data, binary) => socket.send(data, { binary }));
  const theirs = await nodeHttpsServer(t);
  new WebSocketServer({ server: theirs }).on('connection', echo);
  const web = http.createServer();
  new WebSocketServer({ server: web }).on('connection', echo);
  const ours = await listening(
    t,
    createServer(both.server, (stream) => void web.emit('connection', stream)),
  );

  const createConnection = connector(both.client, { servername: 'localhost' }) as never;
  for (const open of [
    () => new WebSocket(`wss://${HOST}:${portOf(theirs)}`, { createConnection }),
    () => new WebSocket(`wss://localhost:${portOf(ours)}`, { ca: readFileSync(ROOT), lookup: toLoopback }),
    () => new WebSocket(`wss://${HOST}:${portOf(ours)}`, { createConnection }),
  ]) {
    const socket = open();
    await once(socket, 'open');
    for (const message of ['short', BIG, '']) {
      socket.send(message);
      const [data] = await once(socket, 'message');
      t.is(String(data), message);
    }
    socket.close();
    const [code] = await once(socket, 'close');
    t.is(code, 1005);
  }
});

test('PostgreSQL, by its own STARTTLS, through pg', async (t) => {
  const database = await startPostgres(t);
  if (typeof database === 'string') {
    t.pass(`skipped: ${database}`);
    return;
  }
  t.log(database.version);
  const stream = () =>
    new SSLDuplex(new Socket(), contexts().client, {
      server_hostname: 'localhost',
      suppress_ragged_eofs: true, // it closes without a word
      before_handshake: askForTls,
    });
  const client = new PostgresClient({
    host: HOST,
    port: database.port,
    user: database.user,
    database: 'postgres',
    stream: stream as never,
  });
  await client.connect();
  const { rows } = await client.query(
    'select ssl, version, cipher from pg_stat_ssl where pid = pg_backend_pid()',
  );
  t.deepEqual(rows, [{ ssl: true, version: 'TLSv1.3', cipher: 'TLS_AES_256_GCM_SHA384' }]);
  const many = await client.query<{ n: number; text: string }>(
    "select n, repeat('x', n) as text from generate_series(1, 2000) n",
  );
  t.true(many.rows.every(({ n, text }) => text === 'x'.repeat(n)));
  await client.end();
});

/** PostgreSQL's protocol, "SSL Session Encryption": a request of eight bytes, an answer of one. */
async function askForTls(socket: Duplex): Promise<void> {
  socket.write(Uint8Array.of(0, 0, 0, 8, 4, 210, 22, 47));
  await once(socket, 'readable');
  const answer = String(socket.read(1));
  if (answer !== 'S') throw new Error(`the server has no TLS: ${answer}`);
}

test('node:tls to us and us to node:tls, with certificates on both sides', async (t) => {
  const both = contexts({
    client: { present: 'client.pem' },
    server: { verify: true },
  });
  const ours = await listening(
    t,
    createServer(both.server, (stream) => void stream.end(subjectOf(stream))),
  );
  const client = connector(both.client)({ host: HOST, port: portOf(ours), servername: 'localhost' });
  t.regex(await textOf(client), /client/);
  const theirs = createTlsServer(
    { key: PEM, cert: PEM, ca: readFileSync(ROOT), requestCert: true, rejectUnauthorized: true },
    (stream) => void stream.end(`${stream.getPeerCertificate().subject.CN}`),
  );
  await listening(t, theirs);
  // Ended in this very moment, Node's server has no close_notify to say.
  const forgiving = connector(both.client, { suppress_ragged_eofs: true });
  const other = forgiving({ host: HOST, port: portOf(theirs), servername: 'localhost' });
  t.regex(await textOf(other), /client/);
});

function subjectOf(stream: SSLDuplex): string {
  return JSON.stringify(stream.ssl_object.getpeercert()?.subject);
}
