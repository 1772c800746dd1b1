/** What asyncio's streams make of servers that misbehave: here and in CPython, word for word the same. */
import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import test from 'ava';
import * as asyncio from '../../lib/asyncio/index.ts';
import * as ssl from '../../lib/index.ts';
import { certificate } from '../tools/certs.ts';
import { clientContext, cores, serverContext } from '../tools/pair.ts';
import { findPython } from '../tools/programs.ts';
import { bytes, type Sock, simpleServerContext, TcpServer, text } from './counterpart.ts';

interface Scenario {
  readonly title: string;
  readonly serve: (sock: Sock) => Promise<unknown>;
  readonly trust?: boolean;
  readonly hostname?: string;
  /** Seconds for the handshake. */
  readonly patience?: number;
  /** Whether the client says that it has the data. */
  readonly acknowledge?: boolean;
  /** What both are to say. */
  readonly expected: readonly unknown[];
}

const core = cores[cores.length - 1];
const tls = (sock: Sock) => sock.starttls(simpleServerContext(), { server_side: true });
const opened = ['open', 'TLSv1.3'];
const silence = (sock: Sock) => sock.ended();

const scenarios: readonly Scenario[] = [
  {
    title: 'closes at once',
    serve: async () => {},
    expected: [['open', ['ConnectionResetError', null, null]]],
  },
  {
    title: 'reads the ClientHello and closes',
    serve: (sock) => sock.recv(5000),
    expected: [['open', ['ConnectionResetError', null, null]]],
  },
  {
    title: 'closes in the middle of its flight',
    serve: async (sock) => {
      await sock.recv(5000);
      sock.sendRaw(new Uint8Array([22, 3, 3, 0, 90, 2, 0]));
    },
    expected: [['open', ['ConnectionResetError', null, null]]],
  },
  {
    title: 'speaks no TLS',
    serve: async (sock) => {
      sock.sendRaw(bytes('220 mail.example.com ESMTP ready\r\n'));
      await silence(sock);
    },
    expected: [['open', ['SSLError', 'WRONG_VERSION_NUMBER', null]]],
  },
  {
    title: 'never answers',
    serve: silence,
    patience: 0.3,
    expected: [['open', ['ConnectionAbortedError', null, null]]],
  },
  {
    title: 'is not to be trusted',
    serve: (sock) => tls(sock).then(() => silence(sock)),
    trust: false,
    expected: [['open', ['SSLCertVerificationError', 'CERTIFICATE_VERIFY_FAILED', 20]]],
  },
  {
    title: 'has another name',
    serve: (sock) => tls(sock).then(() => silence(sock)),
    hostname: 'example.com',
    expected: [['open', ['SSLCertVerificationError', 'CERTIFICATE_VERIFY_FAILED', 62]]],
  },
  {
    title: 'speaks of an alert',
    serve: async (sock) => {
      await sock.recv(5000);
      sock.sendRaw(new Uint8Array([21, 3, 3, 0, 2, 2, 40]));
      await silence(sock);
    },
    expected: [['open', ['SSLError', 'SSLV3_ALERT_HANDSHAKE_FAILURE', null]]],
  },
  {
    title: 'ends in order',
    serve: async (sock) => {
      await tls(sock);
      await sock.send(bytes('data'));
      await sock.unwrap();
    },
    expected: [opened, ['read', 'data'], ['end', 'in order'], ['closed', 'in order']],
  },
  {
    title: 'ends without close_notify',
    serve: async (sock) => {
      await tls(sock);
      await sock.send(bytes('data'));
    },
    expected: [opened, ['read', 'data'], ['end', 'in order'], ['closed', 'in order']],
  },
  {
    title: 'ends in the middle of a record',
    serve: async (sock) => {
      await tls(sock);
      await sock.send(bytes('data'));
      sock.sendRaw(new Uint8Array([23, 3, 3, 0, 90, 1, 2, 3]));
    },
    expected: [opened, ['read', 'data'], ['end', 'in order'], ['closed', 'in order']],
  },
  {
    title: 'sends a record that does not decrypt',
    acknowledge: true,
    serve: async (sock) => {
      await tls(sock);
      await sock.send(bytes('data'));
      await sock.recv(1); // or the data would go down with what follows it
      sock.sendRaw(new Uint8Array([23, 3, 3, 0, 32, ...new Uint8Array(32)]));
      await silence(sock);
    },
    expected: [
      opened,
      ['read', 'data'],
      ['end', ['SSLError', 'DECRYPTION_FAILED_OR_BAD_RECORD_MAC', null]],
      ['closed', ['SSLError', 'DECRYPTION_FAILED_OR_BAD_RECORD_MAC', null]],
    ],
  },
  {
    title: 'falls back to plaintext',
    acknowledge: true,
    serve: async (sock) => {
      await tls(sock);
      await sock.send(bytes('data'));
      await sock.recv(1); // or the data would go down with what follows it
      sock.sendRaw(bytes('please corrupt the SSL connection'));
      await silence(sock);
    },
    expected: [
      opened,
      ['read', 'data'],
      ['end', ['SSLError', 'WRONG_VERSION_NUMBER', null]],
      ['closed', ['SSLError', 'WRONG_VERSION_NUMBER', null]],
    ],
  },
  {
    title: 'asks for a certificate that is not there',
    serve: async (sock) => {
      const strict = serverContext(core, { verify: true });
      await sock.starttls(strict, { server_side: true }).catch(() => {});
      await silence(sock);
    },
    expected: [
      opened,
      ['read', ''],
      ['end', ['SSLError', 'TLSV13_ALERT_CERTIFICATE_REQUIRED', null]],
      ['closed', ['SSLError', 'TLSV13_ALERT_CERTIFICATE_REQUIRED', null]],
    ],
  },
];

const python = findPython();

for (const { title, serve, expected, ...given } of scenarios) {
  const manners = { trust: true, hostname: 'localhost', patience: 30, acknowledge: false, ...given };
  const start = () =>
    TcpServer.start((sock) =>
      serve(sock).then(
        () => {},
        () => {},
      ),
    );

  test(`a server that ${title}: here`, async (t) => {
    const server = await start();
    t.deepEqual(await probe(server.addr[1], manners), expected);
    await server.stop();
  });

  test.serial(`a server that ${title}: in CPython`, async (t) => {
    if (python === undefined) {
      t.log('skipped: no CPython on PATH or in ~/.pyenv');
      t.pass();
      return;
    }
    const server = await start();
    const told = { ...manners, port: server.addr[1], certs: certificate('') };
    const script = certificate('../asyncio/probe.py');
    const { stdout } = await promisify(execFile)(python.path, [script, JSON.stringify(told)]);
    t.deepEqual(JSON.parse(stdout), expected);
    await server.stop();
  });
}

async function probe(
  port: number,
  { trust, hostname, patience, acknowledge }: Required<Omit<Scenario, 'title' | 'serve' | 'expected'>>,
): Promise<unknown[]> {
  const context = trust ? clientContext(core) : new ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT);
  const opening = asyncio.open_connection('127.0.0.1', port, {
    ssl: context,
    server_hostname: hostname,
    ssl_handshake_timeout: patience,
  });
  const streams = await opening.catch((error: Error) => error);
  if (streams instanceof Error) return [['open', nameOf(streams)]];
  const [reader, writer] = streams;
  const report: unknown[] = [['open', writer.get_extra_info('ssl_object')?.version()]];
  let data = '';
  for (;;) {
    const part = await reader.read(100).catch((error: Error) => error);
    if (!(part instanceof Error) && part.length > 0) {
      data += text(part);
      if (acknowledge) writer.write(bytes('.'));
      continue;
    }
    report.push(['read', data], ['end', part instanceof Error ? nameOf(part) : 'in order']);
    break;
  }
  writer.close();
  const failure = await writer.wait_closed().catch((error: Error) => error);
  report.push(['closed', failure === undefined ? 'in order' : nameOf(failure)]);
  return report;
}

function nameOf(error: Error): unknown[] {
  const { reason = null, verify_code = null } = error as Partial<ssl.SSLCertVerificationError>;
  return [error.name, reason, verify_code];
}
