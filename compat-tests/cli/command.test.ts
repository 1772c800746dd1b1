/** What `npx pyssl` does, says, and ends with. */
import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import test, { type ExecutionContext } from 'ava';
import * as ssl from '../../lib/index.ts';
import { certificate } from '../tools/certs.ts';
import { findOpenssl, Running } from '../tools/programs.ts';
import { portOf, pyssl, started } from './command.ts';

const openssl = findOpenssl();
const versions = ['1.3', ...(ssl.HAS_TLSv1_2 ? ['1.2'] : [])];

test('help, and command lines that cannot be carried out', async (t) => {
  const help = await pyssl(['--help']);
  t.is(help.code, 0);
  for (const command of ['client', 'server', 'trace']) t.regex(help.out, new RegExp(`pyssl ${command} `));
  for (const command of ['client', 'server', 'trace']) {
    const { code, out } = await pyssl([command, '--help']);
    t.is(code, 0);
    t.regex(out, /--ciphersuites LIST/);
  }
  for (const args of [
    ['no-such-command'],
    ['trace', '--no-such-option'],
    ['trace', 'what'],
    ['trace', '--min-version', '1.4'],
    ['client', 'localhost'],
    ['client', 'localhost', '70000'],
    ['client', 'localhost', '1', '--timeout', 'soon'],
    ['server', '--port', 'x'],
    ['server', '--count', '0'],
    ['server', '--verify-client', 'perhaps'],
    ['server', '--key', 'key.pem'],
  ]) {
    const { code, out, err } = await pyssl(args);
    t.is(code, 2, args.join(' '));
    t.is(out, '');
    t.regex(err, /^pyssl: [^\n]+; see pyssl [^\n]*--help\n$/, args.join(' '));
  }
});

for (const version of versions) {
  const only = ['--min-version', version, '--max-version', version];

  test(`trace tells every message of TLS ${version} as text`, async (t) => {
    const { code, out } = await pyssl([
      'trace',
      ...only,
      '--client-cert',
      '--resume',
      '--alpn',
      'h2,http/1.1',
    ]);
    t.is(code, 0);
    for (const message of ['client_hello', 'server_hello', 'certificate', 'certificate_request', 'finished'])
      t.regex(out, new RegExp(`^    ${message}$`, 'm'));
    t.regex(out, /host_name {2}localhost/);
    t.regex(out, /application_layer_protocol_negotiation +h2, http\/1\.1/);
    t.regex(out, new RegExp(`^TLSv${version}, TLS_AES_256_GCM_SHA384|^TLSv${version}, ECDHE`, 'm'));
    t.regex(out, new RegExp(`^TLSv${version}, \\S+, resumed$`, 'm'));
    t.notRegex(out, /handshake type/, 'a message that was not understood');
  });

  test(`trace tells every record of TLS ${version} as JSON`, async (t) => {
    const { code, out } = await pyssl(['trace', ...only, '--json']);
    t.is(code, 0);
    const records = out
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line));
    const types = records.flatMap(({ from, content }) =>
      content.map(({ type }: { readonly type: string }) => `${from} ${type}`),
    );
    t.is(types[0], 'client client_hello');
    t.is(types[1], 'server server_hello');
    t.true(types.includes('client finished') && types.includes('server finished'));
    t.true(types.includes('client application_data'));
    t.deepEqual(types.slice(-2), ['client alert', 'server alert']);
    t.is(records.at(-1).content[0].body.description, 'close_notify');
    for (const { protected: isProtected, content } of records) {
      const [{ type }] = content;
      if (['finished', 'application_data'].includes(type)) t.true(isProtected, type);
      if (['client_hello', 'server_hello', 'change_cipher_spec'].includes(type)) t.false(isProtected, type);
    }
    t.regex(records[0].content[0].body.random, /^[0-9a-f]{64}$/);
  });
}

test('a trace of a connection that fails shows the alert and says why', async (t) => {
  const { code, out, err } = await pyssl(['trace', '--name', 'elsewhere.example']);
  t.is(code, 1);
  t.regex(out, /level {8}fatal\n +description {2}bad_certificate/);
  t.regex(err, /^pyssl: SSLCertVerificationError: [^\n]*Hostname mismatch[^\n]*\n$/);
});

test('client and server talk, with a certificate made for the run', async (t) => {
  await inFolder(async (folder) => {
    const ca = join(folder, 'ca.pem');
    const keylog = join(folder, 'keys.log');
    const server = started(['server', '--port', '0', '--write-ca', ca, '--alpn', 'echo', '--count', '2']);
    try {
      const port = await portOf(server);
      const there = ['client', 'localhost', port, '--ca', ca, '--alpn', 'echo', '--keylog', keylog];
      const text = 'words '.repeat(50_000);
      const first = await pyssl(there, text);
      t.is(first.code, 0, first.err);
      t.true(first.out === text, `${first.out.length} characters came back of ${text.length}`);
      t.regex(first.err, /^TLSv1\.3, TLS_AES_256_GCM_SHA384 \(256 bits\), x25519\n/);
      t.regex(first.err, /application protocol: echo\npeer's certificate: verified\n +0 {2}CN=localhost/);
      t.regex(await readFile(keylog, 'utf8'), /^CLIENT_TRAFFIC_SECRET_0 [0-9a-f]{64} [0-9a-f]+$/m);

      const second = await pyssl([...there, '--json'], 'x');
      const described = JSON.parse(second.err);
      t.is(described.version, 'TLSv1.3');
      t.is(described.alpn, 'echo');
      t.true(described.verified);
      t.is(described.chain.length, 1);
      await server.ended();
    } finally {
      server.kill();
    }
  });
});

test('a client resumes the session that it has kept in a file', async (t) => {
  await inFolder(async (folder) => {
    const file = join(folder, 'session');
    const server = started(['server', '--port', '0', '--cert', certificate('p256.pem'), '--count', '3']);
    try {
      const args = [
        'client',
        'localhost',
        await portOf(server),
        '--ca',
        certificate('ca.crt'),
        '--session',
        file,
      ];
      const first = await pyssl(args, 'x');
      t.is(first.code, 0, first.err);
      t.notRegex(first.err, /resumed/);
      const second = await pyssl(args, 'x');
      t.is(second.code, 0, second.err);
      t.regex(second.err, /, resumed\n/);
      await writeFile(file, 'no session');
      const third = await pyssl(args, 'x');
      t.is(third.code, 0, third.err);
      t.regex(third.err, /session is of no use: /);
      t.notRegex(third.err, /resumed/);
    } finally {
      server.kill();
    }
  });
});

test('a server that leaves no session is no failure', async (t) => {
  if (openssl === undefined) return skip(t, 'no openssl on PATH');
  await inFolder(async (folder) => {
    const pem = certificate('p256.pem');
    const args = [
      's_server',
      '-accept',
      '127.0.0.1:0',
      '-www',
      '-cert',
      pem,
      '-key',
      pem,
      '-num_tickets',
      '0',
    ];
    const theirs = new Running(openssl.path, args);
    try {
      const port = await theirs.printed(/ACCEPT [^\n]*:(\d+)\n/);
      const file = join(folder, 'session');
      const there = ['client', '127.0.0.1', port, '--name', 'localhost', '--ca', certificate('ca.crt')];
      const { code, err } = await pyssl([...there, '--session', file], 'GET / HTTP/1.0\r\n\r\n');
      t.is(code, 0, err);
      t.false(existsSync(file));
    } finally {
      theirs.kill();
    }
  });
});

test('a client certificate is asked for, verified and told of', async (t) => {
  const [pem, ca] = [certificate('client.pem'), certificate('ca.crt')];
  const options = ['--cert', certificate('p256.pem'), '--ca', ca, '--verify-client', 'required', '--http'];
  const server = started(['server', '--port', '0', ...options]);
  try {
    const there = ['client', 'localhost', await portOf(server), '--ca', ca];
    const request = 'GET / HTTP/1.0\r\n\r\n';
    const known = await pyssl([...there, '--cert', pem], request);
    t.is(known.code, 0, known.err);
    t.regex(known.out, /^HTTP\/1\.1 200 OK\r\n[\s\S]*peer's certificate: verified\n/);
    const unknown = await pyssl(there, request);
    t.is(unknown.code, 1);
    t.regex(unknown.err, /TLSV13_ALERT_CERTIFICATE_REQUIRED|certificate required/i);
  } finally {
    server.kill();
  }
});

test('a server that is not trusted, and nobody there, end with one line and 1', async (t) => {
  const server = started(['server', '--port', '0']);
  try {
    const port = await portOf(server);
    const refused = await pyssl(['client', 'localhost', port]);
    t.is(refused.code, 1);
    t.regex(refused.err, /^pyssl: SSLCertVerificationError: [^\n]*self-signed certificate[^\n]*\n$/);
    const taken = await pyssl(['client', 'localhost', port, '-k', '-q'], 'x');
    t.deepEqual(taken, { code: 0, out: 'x', err: '' });
  } finally {
    server.kill();
    await server.ended();
  }
  const nobody = await pyssl(['client', '127.0.0.1', '1', '--timeout', '5']);
  t.is(nobody.code, 1);
  t.regex(nobody.err, /^pyssl: [^\n]+\n$/);
});

test('the client to OpenSSL, and OpenSSL to the server', async (t) => {
  if (openssl === undefined) return skip(t, 'no openssl on PATH');
  const [pem, ca] = [certificate('p256.pem'), certificate('ca.crt')];
  const theirs = new Running(openssl.path, [
    's_server',
    '-accept',
    '127.0.0.1:0',
    '-www',
    '-cert',
    pem,
    '-key',
    pem,
  ]);
  try {
    const port = await theirs.printed(/ACCEPT [^\n]*:(\d+)\n/);
    const { code, out, err } = await pyssl(
      ['client', '127.0.0.1', port, '--name', 'localhost', '--ca', ca],
      'GET / HTTP/1.0\r\n\r\n',
    );
    t.is(code, 0, err);
    t.regex(out, /^HTTP\/1\.0 200 ok/);
  } finally {
    theirs.kill();
  }
  const ours = started(['server', '--port', '0', '--cert', pem]);
  try {
    const args = ['s_client', '-connect', `127.0.0.1:${await portOf(ours)}`, '-CAfile', ca, '-quiet'];
    const client = new Running(openssl.path, [...args, '-verify_return_error']);
    client.write('echoed\n');
    await client.printedText('echoed');
    client.kill();
  } finally {
    ours.kill();
  }
});

test('curl fetches from the server', async (t) => {
  const run = promisify(execFile);
  const found = await run('curl', ['--version']).catch(() => undefined);
  if (found === undefined) return skip(t, 'no curl on PATH');
  const server = started(['server', '--port', '0', '--http', '--cert', certificate('p256.pem')]);
  try {
    const url = `https://localhost:${await portOf(server)}/`;
    const { stdout } = await run('curl', ['-sS', '--cacert', certificate('ca.crt'), url]);
    t.regex(stdout, /^TLSv1\.3, /);
  } finally {
    server.kill();
  }
});

function skip(t: ExecutionContext, reason: string): void {
  t.log(`skipped: ${reason}`);
  t.pass();
}

async function inFolder(body: (folder: string) => Promise<void>): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), 'pyssl-'));
  try {
    await body(folder);
  } finally {
    await rm(folder, { recursive: true });
  }
}
