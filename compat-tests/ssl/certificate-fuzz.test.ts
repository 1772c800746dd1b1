import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import test, { type ExecutionContext } from 'ava';
import * as ssl from '../../lib/index.ts';
import { pemEncode } from '../../lib/pki/pem.ts';
import {
  authority,
  certificatePolicies,
  extendedKeyUsage,
  makeCertificate,
  makeCrl,
  nameConstraints,
  server,
} from '../tools/make-certificate.ts';
import { makeOcspResponse } from '../tools/make-ocsp.ts';
import { pair, thrown } from '../tools/pair.ts';
import { randomNumbers, seed } from '../tools/seed.ts';
import { testKey } from '../tools/test-keys.ts';

/**
 * Valid certificates, lists, responses and keys with random damage, through every door that a context has and over the
 * wire: what comes of it is nothing, or an exception that the call is documented to raise.
 */
const ROUNDS = Number(process.env.PYSSL_FUZZ_ROUNDS ?? 400);

const rootKey = testKey('secp256r1', 'root');
const key = testKey('secp256r1', 'leaf');
const root = makeCertificate({
  subject: 'CN=Root, O=Fuzz',
  key: rootKey,
  extensions: [
    ...authority(rootKey),
    nameConstraints(['dns:localhost', 'ip:10.0.0.0/255.0.0.0'], ['email:a@b.c']),
  ],
});
const leaf = makeCertificate({
  subject: 'CN=localhost',
  key,
  issuer: root,
  extensions: [
    ...server(key, rootKey, 'dns:localhost', 'ip:10.0.0.1', 'uri:http://localhost/'),
    extendedKeyUsage('serverAuth'),
    certificatePolicies('1.2.3.4'),
  ],
});
const crl = makeCrl({ issuer: root, revoked: [1, 2, 3] });
const response = makeOcspResponse({ about: [leaf], issuer: root, nextUpdate: 2_000_000_000 });

const random = randomNumbers();

function damaged(bytes: Uint8Array): Uint8Array {
  const copy = random() % 8 === 0 ? bytes.slice(0, random() % bytes.length) : bytes.slice();
  for (let flips = 1 + (random() % 3); flips > 0 && copy.length > 0; flips--)
    copy[random() % copy.length] = random();
  return copy;
}

function damagedText(text: string): string {
  const at = random() % text.length;
  const piece = ['', '\0', '-----', '\n', '=', '\x7f', '-----BEGIN CERTIFICATE-----', 'DEK-Info: x'][
    random() % 8
  ];
  return text.slice(0, at) + piece + text.slice(at + (random() % 40));
}

/** What calls with somebody's data may raise; `TypeError` and its like would mean that we lost our way. */
function assertDocumented(t: ExecutionContext, error: unknown, what: string): void {
  if (error === undefined || error instanceof ssl.SSLError || error instanceof ssl.ValueError) return;
  t.fail(`${what}: ${error instanceof Error ? error.stack : String(error)} (PYSSL_TEST_SEED=${seed})`);
}

test(`certificates to trust, as DER and as text (seed ${seed})`, (t) => {
  let loaded = 0;
  for (let round = 0; round < ROUNDS; round++) {
    const context = new ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT);
    const cadata = round % 2 === 0 ? damaged(leaf.der) : damagedText(root.pem + leaf.pem);
    const error = thrown(() => context.load_verify_locations({ cadata }));
    assertDocumented(t, error, 'load_verify_locations');
    if (error === undefined) loaded++;
    assertDocumented(
      t,
      thrown(() => [context.get_ca_certs(), context.cert_store_stats()]),
      'get_ca_certs',
    );
  }
  t.true(loaded > 0 && loaded < ROUNDS, `${loaded} of ${ROUNDS}`);
});

test(`chains and keys of our own (seed ${seed})`, (t) => {
  let loaded = 0;
  for (let round = 0; round < ROUNDS; round++) {
    const context = new ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER);
    const certdata = round % 3 === 0 ? damagedText(leaf.pem) : round % 3 === 1 ? damaged(leaf.der) : leaf.pem;
    const keydata = round % 3 === 2 ? damagedText(key.pem) : key.pem;
    const error = thrown(() => context.load_cert_chain({ certdata, keydata }));
    assertDocumented(t, error, 'load_cert_chain');
    if (error === undefined) loaded++;
  }
  t.true(loaded > 0 && loaded < ROUNDS, `${loaded} of ${ROUNDS}`);
});

test(`OCSP responses to staple (seed ${seed})`, (t) => {
  const context = new ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER);
  context.load_cert_chain({ certdata: leaf.pem, keydata: key.pem });
  for (let round = 0; round < ROUNDS; round++) {
    assertDocumented(
      t,
      thrown(() => context.set_ocsp_response(damaged(response))),
      'set_ocsp_response',
    );
  }
  t.is(
    thrown(() => context.set_ocsp_response(response)),
    undefined,
  );
});

test(`what a server sends: its chain, with a response (seed ${seed})`, (t) => {
  const client = new ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT);
  client.load_verify_locations({ cadata: root.der });
  client.ocsp_stapling = ssl.CERT_OPTIONAL;
  const outcomes = new Map<string, number>();
  for (let round = 0; round < ROUNDS; round++) {
    const serving = new ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER);
    serving.set_ciphers('DEFAULT:@SECLEVEL=0');
    const chain =
      pemEncode('CERTIFICATE', damaged(leaf.der)) +
      (round % 2 === 0 ? pemEncode('CERTIFICATE', damaged(root.der)) : '');
    if (thrown(() => serving.load_cert_chain({ certdata: chain, keydata: key.pem })) !== undefined) continue;
    thrown(() => serving.set_ocsp_response(damaged(response)));
    const both = pair({ client, server: serving }).handshake();
    assertDocumented(t, both.client.error, 'do_handshake');
    assertDocumented(t, both.server.error, 'do_handshake of the server');
    const { error } = both.client;
    const word =
      error instanceof ssl.SSLCertVerificationError
        ? String(error.verify_code)
        : both.client.done
          ? 'accepted'
          : 'other';
    outcomes.set(word, (outcomes.get(word) ?? 0) + 1);
    if (both.client.done)
      t.deepEqual(both.client.object.getpeercert(true), leaf.der, 'only what was not damaged is accepted');
    if (both.client.done)
      assertDocumented(
        t,
        thrown(() => [both.client.object.getpeercert(), both.client.object.get_verified_chain()]),
        'getpeercert',
      );
  }
  t.log([...outcomes].map(([word, count]) => `${word}: ${count}`).join(', '));
  t.true((outcomes.get('7') ?? 0) > 0, 'bad signatures are among them');
});

test(`revocation lists out of files (seed ${seed})`, (t) => {
  const folder = mkdtempSync(join(tmpdir(), 'pyssl-fuzz-'));
  const file = join(folder, 'crl.pem');
  try {
    const serving = new ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER);
    serving.load_cert_chain({ certdata: leaf.pem, keydata: key.pem });
    for (let round = 0; round < ROUNDS / 4; round++) {
      const list = pemEncode('X509 CRL', damaged(crl.der));
      writeFileSync(file, root.pem + (round % 4 === 0 ? damagedText(list) : list));
      const client = new ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT);
      client.verify_flags |= ssl.VERIFY_CRL_CHECK_LEAF;
      const error = thrown(() => client.load_verify_locations(file));
      assertDocumented(t, error, 'load_verify_locations');
      if (error !== undefined) continue;
      const both = pair({ client, server: serving }).handshake();
      t.true(both.client.error instanceof ssl.SSLCertVerificationError || both.client.done);
    }
  } finally {
    rmSync(folder, { recursive: true });
  }
});
