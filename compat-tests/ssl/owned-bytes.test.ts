/** Bytes that come from a program stay the program's, and bytes that it is given are its own: Node's `Buffer`s as well. */
import { createPrivateKey, X509Certificate } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import test from 'ava';
import * as ssl from '../../lib/index.ts';
import { SslPipe } from '../../lib/pipe/index.ts';
import { certificate } from '../tools/certs.ts';
import { authority, makeCertificate, server as serverExtensions } from '../tools/make-certificate.ts';
import { makeOcspResponse } from '../tools/make-ocsp.ts';
import { clientContext, connected, cores, forEachCore, serverContext } from '../tools/pair.ts';
import { testKey } from '../tools/test-keys.ts';

const [rootKey, key] = [testKey('secp256r1', 'root'), testKey('secp256r1', 'leaf')];
let made = 0;

/** A root and a server's certificate that nobody has seen before: certificates are remembered once they are read. */
function fresh() {
  const root = makeCertificate({
    subject: `CN=Root ${made++}`,
    key: rootKey,
    extensions: authority(rootKey),
  });
  const leaf = makeCertificate({
    subject: 'CN=localhost',
    key,
    issuer: root,
    extensions: serverExtensions(key, rootKey, 'dns:localhost'),
  });
  return { root, leaf };
}

const keyDer = () => createPrivateKey(key.pem).export({ type: 'pkcs8', format: 'der' });

forEachCore((core) => {
  test(`what was loaded may be overwritten (${core.name})`, (t) => {
    const { root, leaf } = fresh();
    const [cadata, certdata, keydata] = [Buffer.from(root.der), Buffer.from(leaf.der), keyDer()];
    const client = new ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT);
    const server = new ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER);
    client.crypto = core;
    server.crypto = core;
    client.load_verify_locations({ cadata });
    server.load_cert_chain({ certdata, keydata });
    for (const bytes of [cadata, certdata, keydata]) bytes.fill(0);
    t.notThrows(() => connected({ client, server }));
    t.deepEqual(client.get_ca_certs(true), [root.der]);
  });
});

test('a password is left as it is', (t) => {
  const passphrase = 'it stays';
  const keydata = createPrivateKey(readFileSync(certificate('p256.pem'))).export({
    type: 'pkcs8',
    format: 'pem',
    cipher: 'aes-256-cbc',
    passphrase,
  });
  const password = Buffer.from(passphrase);
  const server = new ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER);
  for (const given of [password, () => password]) {
    server.load_cert_chain(certificate('p256.pem'), { keydata, password: given });
    t.is(String(password), passphrase);
  }
});

test('ticket keys and OCSP responses may be overwritten', (t) => {
  const { root, leaf } = fresh();
  const client = new ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT);
  client.load_verify_locations({ cadata: root.pem });
  client.ocsp_stapling = ssl.CERT_REQUIRED;
  const servers = [1, 2].map(() => {
    const server = new ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER);
    server.load_cert_chain({ certdata: leaf.pem, keydata: key.pem });
    const now = Math.floor(Date.now() / 1000);
    const response = makeOcspResponse({
      about: [leaf],
      issuer: root,
      thisUpdate: now - 60,
      nextUpdate: now + 3600,
    });
    const bytes = Buffer.from(response);
    server.set_ocsp_response(bytes);
    bytes.fill(0);
    return server;
  });
  const keys = Buffer.alloc(48, 7);
  servers[0].set_ticket_keys([keys]);
  const { session } = connected({ client, server: servers[0] }).client.object;
  keys.fill(8);
  servers[0].set_ticket_keys([Buffer.alloc(48, 9), Buffer.alloc(48, 7)]);
  servers[1].set_ticket_keys([Buffer.alloc(48, 7)]);
  t.true(connected({ client, server: servers[1], session }).client.object.session_reused);
});

test('what is handed out is the caller’s, wherever it came from', (t) => {
  const { root } = fresh();
  const folder = mkdtempSync(join(tmpdir(), 'pyssl-'));
  t.teardown(() => rmSync(folder, { recursive: true }));
  const path = join(folder, 'root.pem');
  writeFileSync(path, root.pem);
  const client = new ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT);
  client.load_verify_locations(path);
  client.load_verify_locations({ cadata: Buffer.from(fresh().root.der) });
  for (const der of client.get_ca_certs(true)) {
    t.is(der.constructor, Uint8Array);
    der.fill(0);
  }
  for (const der of client.get_ca_certs(true)) t.notThrows(() => new X509Certificate(der));
});

test('a pipe without a layer hands on a copy', (t) => {
  const pipe = new SslPipe(serverContext(cores[0]), { server_side: true });
  const data = Buffer.from('in the clear');
  const [[sent]] = pipe.feed_appdata(data);
  const [, [received]] = pipe.feed_ssldata(data);
  data.fill(0);
  for (const bytes of [sent, received]) {
    t.is(bytes.constructor, Uint8Array);
    t.is(new TextDecoder().decode(bytes), 'in the clear');
  }
});

test('a verdict and a hello hold plain bytes', (t) => {
  const [client, server] = [clientContext(cores[0]), serverContext(cores[0])];
  const kinds = new Set<unknown>();
  client.verify_callback = (_, { chain }) => {
    for (const der of chain) kinds.add(der.constructor);
  };
  server.client_hello_callback = (_, { raw, random, session_id }) => {
    for (const bytes of [raw, random, session_id]) kinds.add(bytes.constructor);
  };
  connected({ client, server, wire: (flight) => Buffer.from(flight) });
  t.deepEqual(kinds, new Set([Uint8Array]));
});
