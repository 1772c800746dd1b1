/** OpenSSL's TRUSTED CERTIFICATE blocks: for what a root is trusted, and for what it is not. Outcomes are CPython's. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import test from 'ava';
import { concat } from '../../lib/bytes/bytes.ts';
import * as ssl from '../../lib/index.ts';
import { parseCertificate } from '../../lib/pki/certificate.ts';
import { subjectHash } from '../../lib/pki/names.ts';
import { pemEncode } from '../../lib/pki/pem.ts';
import { context, nothing, octetString, oid, sequence, utf8String } from '../tools/der-writer.ts';
import { clientContext, cores, pair, serverContext } from '../tools/pair.ts';

const [core] = cores;
const [, root] = clientContext(core).get_ca_certs(true); // the one that signs rsa2048.pem
const [SERVER, CLIENT, ANY] = ['1.3.6.1.5.5.7.3.1', '1.3.6.1.5.5.7.3.2', '2.5.29.37.0'];

const trusting = (...purposes: readonly string[]) => sequence(...purposes.map(oid));
const rejecting = (...purposes: readonly string[]) => context(0, 'constructed', ...purposes.map(oid));
const trusted = (...behind: readonly Uint8Array[]) =>
  pemEncode('TRUSTED CERTIFICATE', concat(root, ...behind));
const plain = pemEncode('CERTIFICATE', root);

const folder = mkdtempSync(join(tmpdir(), 'pyssl-'));
test.after.always(() => rmSync(folder, { recursive: true }));

/** Whether a client that is told this about its only root accepts a server below it. */
function outcome(client: ssl.SSLContext): string {
  const both = pair({ client, server: serverContext(core, { present: 'rsa2048.pem' }) }).handshake();
  return both.client.error === undefined
    ? 'accepted'
    : String((both.client.error as ssl.SSLCertVerificationError).verify_message);
}

function told(...texts: readonly string[]): ssl.SSLContext {
  const client = new ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT);
  for (const text of texts) {
    const path = join(folder, 'roots.pem');
    writeFileSync(path, text);
    client.load_verify_locations(path);
  }
  return client;
}

const cases: readonly (readonly [title: string, texts: readonly string[], outcome: string])[] = [
  ['no notes', [trusted()], 'accepted'],
  ['empty notes', [trusted(sequence())], 'accepted'],
  ['trusted for servers', [trusted(sequence(trusting(SERVER)))], 'accepted'],
  ['trusted for clients', [trusted(sequence(trusting(CLIENT)))], 'certificate rejected'],
  ['trusted for anything', [trusted(sequence(trusting(ANY)))], 'accepted'],
  ['trusted for nothing', [trusted(sequence(trusting()))], 'certificate rejected'],
  ['rejected for servers', [trusted(sequence(rejecting(SERVER)))], 'certificate rejected'],
  ['rejected for clients', [trusted(sequence(rejecting(CLIENT)))], 'accepted'],
  ['rejected for anything', [trusted(sequence(rejecting(ANY)))], 'certificate rejected'],
  ['rejected for nothing', [trusted(sequence(rejecting()))], 'accepted'],
  [
    'trusted for servers, rejected for clients',
    [trusted(sequence(trusting(SERVER), rejecting(CLIENT)))],
    'accepted',
  ],
  ['both for servers', [trusted(sequence(trusting(SERVER), rejecting(SERVER)))], 'certificate rejected'],
  [
    'with a name and a key',
    [trusted(sequence(trusting(SERVER), utf8String('x'), octetString(root)))],
    'accepted',
  ],
  ['bytes behind the notes', [trusted(sequence(), nothing())], 'accepted'],
  ['plain first, then rejected', [plain, trusted(sequence(rejecting(SERVER)))], 'accepted'],
  ['rejected first, then plain', [trusted(sequence(rejecting(SERVER))), plain], 'certificate rejected'],
];

for (const [title, texts, expected] of cases) {
  test(`a root, ${title}: ${expected}`, (t) => t.is(outcome(told(...texts)), expected));
}

test('notes that are none are an error, and nothing is loaded', (t) => {
  for (const behind of [Uint8Array.of(1, 2, 3), Uint8Array.of(0x30, 0x10), sequence(sequence(nothing()))]) {
    const client = new ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT);
    const path = join(folder, 'broken.pem');
    writeFileSync(path, plain + trusted(behind));
    t.throws(() => client.load_verify_locations(path), { message: '[X509] PEM lib (pyssl)' });
    t.is(client.cert_store_stats().x509, 0);
  }
});

test('a hashed directory may hold them too', (t) => {
  const sha1 = core.hashes.get('sha1');
  if (sha1 === undefined) throw new Error('every provider has SHA-1');
  const name = `${subjectHash(parseCertificate(root).subject, sha1.digest)}.0`;
  for (const [notes, expected] of [
    [trusting(SERVER), 'accepted'],
    [rejecting(SERVER), 'certificate rejected'],
  ] as const) {
    writeFileSync(join(folder, name), trusted(sequence(notes)));
    const client = new ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT);
    client.load_verify_locations({ capath: folder });
    t.is(outcome(client), expected);
  }
});
