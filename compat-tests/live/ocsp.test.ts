import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import test, { type ExecutionContext } from 'ava';
import * as ssl from '../../lib/index.ts';
import { IMPLEMENTED_VERSIONS } from '../../lib/ssl/defaults.ts';
import {
  authority,
  authorityKeyId,
  extendedKeyUsage,
  makeCertificate,
  server,
} from '../tools/make-certificate.ts';
import { findOpenssl, Running } from '../tools/programs.ts';
import { dial, listen, TlsSocket } from '../tools/socket.ts';
import { testKey } from '../tools/test-keys.ts';

/** OCSP responses that `openssl ocsp` signs, stapled by `openssl s_server` to our client and by us to `s_client`. */
const openssl = findOpenssl();

const rootKey = testKey('secp256r1', 'root');
const key = testKey('secp256r1', 'leaf');
const responderKey = testKey('rsa', 'responder');
const root = makeCertificate({ subject: 'CN=Root', key: rootKey, extensions: authority(rootKey) });
const leaf = makeCertificate({
  subject: 'CN=localhost',
  key,
  issuer: root,
  serialNumber: 0x1234,
  extensions: server(key, rootKey, 'dns:localhost'),
});
const responder = makeCertificate({
  subject: 'CN=Responder',
  key: responderKey,
  issuer: root,
  extensions: [extendedKeyUsage('ocspSigning'), authorityKeyId(rootKey)],
});

interface Signing {
  readonly status: 'good' | 'revoked' | 'unknown';
  readonly by: 'issuer' | 'delegate';
  readonly hash: 'sha1' | 'sha256';
}

/** Everything in one folder, which goes with the test. */
async function inFolder(
  t: ExecutionContext,
  body: (path: (name: string) => string) => Promise<void>,
): Promise<void> {
  if (openssl === undefined) {
    t.log('skipped: no openssl on the path');
    t.pass('skipped: no openssl');
    return;
  }
  const folder = mkdtempSync(join(tmpdir(), 'pyssl-ocsp-'));
  const path = (name: string) => join(folder, name);
  try {
    writeFileSync(path('root.pem'), root.pem);
    writeFileSync(path('root.key'), rootKey.pem);
    writeFileSync(path('responder.pem'), responder.pem);
    writeFileSync(path('responder.key'), responderKey.pem);
    writeFileSync(path('leaf.pem'), leaf.pem + key.pem);
    await body(path);
  } finally {
    rmSync(folder, { recursive: true });
  }
}

const INDEX = {
  good: 'V\t401231235959Z\t\t1234\tunknown\t/CN=localhost\n',
  revoked: 'R\t401231235959Z\t260101000000Z,keyCompromise\t1234\tunknown\t/CN=localhost\n',
  unknown: '',
} as const;

function signResponse(path: (name: string) => string, { status, by, hash }: Signing): Uint8Array {
  writeFileSync(path('index.txt'), INDEX[status]);
  const run = (...args: readonly string[]) =>
    execFileSync(openssl?.path ?? '', ['ocsp', ...args], { stdio: 'pipe' });
  run(
    `-${hash}`,
    '-issuer',
    path('root.pem'),
    '-cert',
    path('leaf.pem'),
    '-no_nonce',
    '-reqout',
    path('request.der'),
  );
  const signer = by === 'issuer' ? 'root' : 'responder';
  run(
    ...['-index', path('index.txt'), '-CA', path('root.pem'), '-reqin', path('request.der'), '-ndays', '1'],
    ...['-rsigner', path(`${signer}.pem`), '-rkey', path(`${signer}.key`), '-respout', path('response.der')],
  );
  return readFileSync(path('response.der'));
}

const NUMBERS = { 'TLSv1.2': ssl.TLSVersion.TLSv1_2, 'TLSv1.3': ssl.TLSVersion.TLSv1_3 } as const;

for (const { version } of IMPLEMENTED_VERSIONS) {
  test(`a client understands what openssl signs and staples (${version})`, (t) =>
    inFolder(t, async (path) => {
      for (const by of ['issuer', 'delegate'] as const) {
        for (const status of ['good', 'revoked', 'unknown'] as const) {
          const response = signResponse(path, { status, by, hash: by === 'issuer' ? 'sha1' : 'sha256' });
          const running = new Running(openssl?.path ?? '', [
            ...['s_server', '-accept', '127.0.0.1:0', '-naccept', '1', '-cert', path('leaf.pem')],
            ...[
              '-key',
              path('leaf.pem'),
              '-status_file',
              path('response.der'),
              `-tls${version.slice(4).replace('.', '_')}`,
            ],
          ]);
          try {
            const port = Number(await running.printed(/ACCEPT [^\n]*:(\d+)\n/));
            const context = new ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT);
            context.minimum_version = NUMBERS[version];
            context.maximum_version = NUMBERS[version];
            context.load_verify_locations({ cadata: root.der });
            context.ocsp_stapling = ssl.CERT_REQUIRED;
            const socket = new TlsSocket(await dial(port), (incoming, outgoing) =>
              context.wrap_bio(incoming, outgoing, false, 'localhost'),
            );
            const error = await socket.handshake().catch((reason: unknown) => reason);
            const expected = { good: undefined, revoked: 23, unknown: 75 }[status];
            t.is(error instanceof ssl.SSLCertVerificationError ? error.verify_code : error, expected);
            t.deepEqual(socket.object.ocsp_response, Uint8Array.from(response));
            t.is(
              socket.object.ocsp_status?.certificate_status,
              status,
              socket.object.ocsp_status?.reason ?? '',
            );
            socket.destroy();
          } finally {
            running.kill();
          }
        }
      }
    }));

  test(`openssl understands what a server staples (${version})`, (t) =>
    inFolder(t, async (path) => {
      const { port, server: listening, accepted } = await listen();
      const context = new ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER);
      context.load_cert_chain(path('leaf.pem'));
      context.set_ocsp_response(signResponse(path, { status: 'good', by: 'delegate', hash: 'sha1' }));
      const running = new Running(openssl?.path ?? '', [
        ...['s_client', '-connect', `127.0.0.1:${port}`, '-servername', 'localhost', '-status'],
        ...['-CAfile', path('root.pem'), `-tls${version.slice(4).replace('.', '_')}`],
      ]);
      try {
        const socket = new TlsSocket(await accepted, (incoming, outgoing) =>
          context.wrap_bio(incoming, outgoing, true),
        );
        await socket.handshake();
        t.is(await running.printed(/Cert Status: (\w+)/), 'good');
        t.is(running.find(/OCSP Response Status: (\w+)/), 'successful');
        socket.destroy();
      } finally {
        running.kill();
        listening.close();
      }
    }));
}
