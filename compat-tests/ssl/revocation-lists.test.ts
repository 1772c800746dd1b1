import test from 'ava';
import * as ssl from '../../lib/index.ts';
import { authority, makeCertificate, makeCrl, server } from '../tools/make-certificate.ts';
import { pair, thrown } from '../tools/pair.ts';
import { testKey } from '../tools/test-keys.ts';

/** Revocation lists from memory, and what comes of them in a handshake. */
const rootKey = testKey('secp256r1', 'root');
const key = testKey('secp256r1', 'leaf');
const root = makeCertificate({ subject: 'CN=Root', key: rootKey, extensions: authority(rootKey) });
const leaf = makeCertificate({
  subject: 'CN=localhost',
  key,
  issuer: root,
  extensions: server(key, rootKey, 'dns:localhost'),
});
const clean = makeCrl({ issuer: root, revoked: [leaf.serialNumber + 1] });
const fatal = makeCrl({ issuer: root, revoked: [leaf.serialNumber], thisUpdate: 1_600_000_000 });

function clientWith(...lists: readonly (string | Uint8Array)[]): ssl.SSLContext {
  const client = new ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT);
  client.load_verify_locations({ cadata: root.der });
  client.verify_flags |= ssl.VERIFY_CRL_CHECK_LEAF;
  for (const crldata of lists) client.load_verify_locations({ crldata });
  return client;
}

function answer(client: ssl.SSLContext): number | 'accepted' {
  const serving = new ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER);
  serving.load_cert_chain({ certdata: leaf.pem, keydata: key.pem });
  const { error, done } = pair({ client, server: serving }).handshake().client;
  if (done) return 'accepted';
  return (error as ssl.SSLCertVerificationError).verify_code ?? -1;
}

test('a list from memory is asked, as PEM, as bytes of PEM and as DER; without one nobody is accepted', (t) => {
  t.is(answer(clientWith()), 3);
  for (const [list, expected] of [
    [clean, 'accepted'],
    [fatal, 23],
  ] as const) {
    t.is(answer(clientWith(list.pem)), expected);
    t.is(answer(clientWith(new TextEncoder().encode(`text before\n${list.pem}`))), expected);
    t.is(answer(clientWith(list.der)), expected);
  }
});

test('of several lists the latest is asked, in whatever order they came', (t) => {
  t.is(answer(clientWith(clean.pem, fatal.pem)), 23);
  t.is(answer(clientWith(fatal.pem + clean.pem)), 23);
  const client = clientWith(clean.der, fatal.der, fatal.der);
  t.deepEqual(client.cert_store_stats(), { x509: 1, crl: 2, x509_ca: 1 });
});

test('what is no list is an error, and nothing of it is kept', (t) => {
  const client = clientWith();
  const fails = (crldata: unknown) =>
    thrown(() => client.load_verify_locations({ crldata: crldata as string })) as ssl.SSLError;
  t.is(fails(root.pem).reason, 'NO_CRL_FOUND');
  t.deepEqual([fails('').reason, fails('').errno], ['NO_CRL_FOUND', 137]);
  t.true(fails(root.der) instanceof ssl.SSLError);
  t.true(fails(clean.der.subarray(0, 40)) instanceof ssl.SSLError);
  t.true(fails(7) instanceof TypeError);
  t.is(client.cert_store_stats().crl, 0);
});

test('the functions that make contexts take lists too', (t) => {
  const client = ssl.create_default_context({ cadata: root.der, crldata: fatal.pem });
  t.deepEqual(client.cert_store_stats(), { x509: 1, crl: 1, x509_ca: 1 });
  client.verify_flags |= ssl.VERIFY_CRL_CHECK_LEAF;
  t.is(answer(client), 23);
  t.is(ssl._create_unverified_context({ crldata: clean.der }).cert_store_stats().crl, 1);
  t.throws(() => ssl.create_default_context({ crldata: '' }), { instanceOf: ssl.SSLError });
});
