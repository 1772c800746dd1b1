import test from 'ava';
import type { CryptoProvider } from '../../lib/crypto/index.ts';
import * as ssl from '../../lib/index.ts';
import { certificate } from '../tools/certs.ts';
import { authority, makeCertificate, server, tlsFeature } from '../tools/make-certificate.ts';
import { makeOcspResponse, type OcspRequest, ocspExcuse } from '../tools/make-ocsp.ts';
import { connected, cores, type Pair, pair, thrown } from '../tools/pair.ts';
import { testKey } from '../tools/test-keys.ts';

const rootKey = testKey('secp256r1', 'root');
const key = testKey('secp256r1', 'leaf');
const rsaKey = testKey('rsa', 'leaf');
const root = makeCertificate({ subject: 'CN=Root', key: rootKey, extensions: authority(rootKey) });
const plain = makeCertificate({
  subject: 'CN=localhost',
  key,
  issuer: root,
  extensions: server(key, rootKey, 'dns:localhost'),
});
const promising = makeCertificate({
  subject: 'CN=localhost',
  key,
  issuer: root,
  extensions: [...server(key, rootKey, 'dns:localhost'), tlsFeature(5)],
});

const now = Math.floor(Date.now() / 1000);
const responseFor = (about: typeof plain, request: Partial<OcspRequest> = {}) =>
  makeOcspResponse({
    about: [about],
    issuer: root,
    thisUpdate: now - 60,
    nextUpdate: now + 3600,
    ...request,
  });

interface Setting {
  readonly mode: number;
  readonly leaf?: typeof plain;
  readonly response?: Uint8Array;
  readonly verify?: boolean;
  readonly core?: CryptoProvider;
}

function contexts({ mode, leaf = plain, response, verify = true, core = cores[0] }: Setting) {
  const client = new ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT);
  const serving = new ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER);
  client.crypto = core;
  serving.crypto = core;
  client.load_verify_locations({ cadata: root.der });
  if (!verify) {
    client.check_hostname = false;
    client.verify_mode = ssl.CERT_NONE;
  }
  client.ocsp_stapling = mode;
  serving.load_cert_chain({ certdata: leaf.pem, keydata: key.pem });
  if (response !== undefined) serving.set_ocsp_response(response);
  return { client, server: serving };
}

const shake = (setting: Setting): Pair => pair(contexts(setting)).handshake();

function refusal(both: Pair): { code: number | undefined; message: string | undefined; alert: unknown } {
  const { error } = both.client;
  if (!(error instanceof ssl.SSLCertVerificationError)) throw error ?? new Error('it was accepted');
  return {
    code: error.verify_code,
    message: error.verify_message,
    alert: (both.server.error as ssl.SSLError).reason,
  };
}

for (const core of cores) {
  test(`a good response is asked for, stapled, checked and shown (${core.name})`, (t) => {
    const response = responseFor(plain);
    for (const mode of [ssl.CERT_OPTIONAL, ssl.CERT_REQUIRED]) {
      const both = shake({ mode, response, core });
      t.true(both.client.done && both.server.done);
      t.deepEqual(both.client.object.ocsp_response, response);
      t.deepEqual(both.client.object.ocsp_status, {
        certificate_status: 'good',
        reason: null,
        this_update: now - 60,
        next_update: now + 3600,
        revocation_time: null,
        revocation_reason: null,
      });
      t.is(both.server.object.ocsp_response, null);
      t.is(both.server.object.ocsp_status, null);
    }
  });
}

test('nothing is asked for, sent or shown unless the client wants it', (t) => {
  const both = shake({ mode: ssl.CERT_NONE, response: responseFor(plain), leaf: plain });
  t.true(both.client.done);
  t.is(both.client.object.ocsp_response, null);
  t.is(both.client.object.ocsp_status, null);
  t.true(
    shake({ mode: ssl.CERT_NONE, leaf: promising }).client.done,
    'nor is a promise held against the server',
  );
});

test('a revoked certificate is refused as OpenSSL words it, and what was said can be read', (t) => {
  const both = shake({ mode: ssl.CERT_OPTIONAL, response: responseFor(plain, { status: 'revoked' }) });
  t.deepEqual(refusal(both), {
    code: 23,
    message: 'certificate revoked',
    alert: 'SSLV3_ALERT_CERTIFICATE_REVOKED',
  });
  t.is(both.client.object.ocsp_status?.certificate_status, 'revoked');
  t.is(both.client.object.ocsp_status?.revocation_reason, 1);
});

test('where a response is required, or promised, one that proves nothing is refused; otherwise it is shown', (t) => {
  const expired = { thisUpdate: now - 7200, nextUpdate: now - 3600 };
  const cases = [
    { response: undefined, code: 73, message: 'OCSP verification needed', shown: null },
    { response: { status: 'unknown' }, code: 75, message: 'OCSP unknown cert', shown: 'unknown' },
    { response: expired, code: 74, message: 'OCSP verification failed', shown: 'expired' },
    {
      response: { defects: { badSignature: true } },
      code: 74,
      message: 'OCSP verification failed',
      shown: 'badSignature',
    },
  ] as const;
  for (const { response, code, message, shown } of cases) {
    const about = (leaf: typeof plain) =>
      response === undefined ? {} : { response: responseFor(leaf, response) };
    const alert = 'TLSV1_BAD_CERTIFICATE_STATUS_RESPONSE';
    t.deepEqual(refusal(shake({ mode: ssl.CERT_REQUIRED, ...about(plain) })), { code, message, alert });
    t.deepEqual(refusal(shake({ mode: ssl.CERT_OPTIONAL, leaf: promising, ...about(promising) })), {
      code,
      message,
      alert,
    });
    const both = shake({ mode: ssl.CERT_OPTIONAL, ...about(plain) });
    t.true(both.client.done);
    const status = both.client.object.ocsp_status;
    t.is(status?.reason ?? status?.certificate_status ?? null, shown);
  }
});

test('without verification the response is there, and nobody judges it', (t) => {
  const response = responseFor(plain, { status: 'revoked' });
  const both = shake({ mode: ssl.CERT_REQUIRED, response, verify: false });
  t.true(both.client.done);
  t.deepEqual(both.client.object.ocsp_response, response);
  t.is(both.client.object.ocsp_status, null);
});

test('a response goes with the certificate that it is about, and can be replaced and taken back', (t) => {
  const { client, server: serving } = contexts({ mode: ssl.CERT_OPTIONAL, response: responseFor(plain) });
  const later = responseFor(plain, { thisUpdate: now - 30 });
  serving.set_ocsp_response(later);
  t.deepEqual(pair({ client, server: serving }).handshake().client.object.ocsp_response, later);
  serving.set_ocsp_response(null);
  t.is(pair({ client, server: serving }).handshake().client.object.ocsp_response, null);

  const rsa = makeCertificate({
    subject: 'CN=localhost',
    key: rsaKey,
    issuer: root,
    extensions: server(rsaKey, rootKey, 'dns:localhost'),
  });
  serving.load_cert_chain({ certdata: rsa.pem, keydata: rsaKey.pem });
  serving.set_ocsp_response(responseFor(rsa));
  t.is(pair({ client, server: serving }).handshake().client.object.ocsp_response, null, 'ours is the EC one');
  serving.set_ocsp_response(later);
  t.deepEqual(pair({ client, server: serving }).handshake().client.object.ocsp_response, later);
});

test('what is about no certificate of ours cannot be set', (t) => {
  const { server: serving } = contexts({ mode: ssl.CERT_NONE });
  const fails = (response: unknown) => thrown(() => serving.set_ocsp_response(response as Uint8Array));
  t.true(fails(responseFor(promising)) instanceof ssl.ValueError);
  t.true(fails(ocspExcuse(3)) instanceof ssl.ValueError);
  t.true(fails(Uint8Array.of(1, 2, 3)) instanceof ssl.ValueError);
  t.true(fails('text') instanceof TypeError);
});

test('a session made under a weaker demand is not resumed', (t) => {
  const { client, server: serving } = contexts({ mode: ssl.CERT_NONE, response: responseFor(plain) });
  const first = pair({ client, server: serving }).handshake();
  thrown(() => first.client.object.read());
  const session = first.client.object.session;
  const again = () => pair({ client, server: serving, session }).handshake().client.object.session_reused;
  t.true(again());
  client.ocsp_stapling = ssl.CERT_REQUIRED;
  t.false(again());
});

test('ocsp_stapling is about servers: a client with a certificate is not asked for more', (t) => {
  const { client, server: serving } = contexts({ mode: ssl.CERT_NONE });
  serving.load_verify_locations(certificate('ca.crt'));
  serving.verify_mode = ssl.CERT_REQUIRED;
  serving.ocsp_stapling = ssl.CERT_REQUIRED;
  client.load_cert_chain(certificate('client.pem'));
  const both = connected({ client, server: serving });
  t.truthy(both.server.object.getpeercert());
  t.is(both.server.object.ocsp_response, null);
});

test('ocsp_stapling takes the numbers of VerifyMode, certificate_profile its names, public_suffix_list a text', (t) => {
  const context = new ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT);
  t.is(context.ocsp_stapling, ssl.CERT_NONE);
  t.throws(() => (context.ocsp_stapling = 7), { instanceOf: ssl.ValueError });
  t.is(context.certificate_profile, 'common');
  t.throws(() => (context.certificate_profile = 'mine' as 'common'), { instanceOf: ssl.ValueError });
  t.is(context.public_suffix_list, null);
  t.throws(() => (context.public_suffix_list = 3 as unknown as string), { instanceOf: TypeError });
});

test('certificate_profile: what breaks a rule is refused, and the rule is named', (t) => {
  const { client, server: serving } = contexts({ mode: ssl.CERT_NONE });
  client.certificate_profile = 'webpki';
  t.deepEqual(refusal(pair({ client, server: serving }).handshake()), {
    code: 50,
    message: 'application verification failure: no extended key usage for TLS servers (BR 7.1.2.7.10)',
    alert: 'SSLV3_ALERT_HANDSHAKE_FAILURE',
  });
  client.certificate_profile = 'rfc5280';
  t.true(pair({ client, server: serving }).handshake().client.done);
});

test('public_suffix_list: a wildcard for all of a suffix matches nobody', (t) => {
  const leaf = makeCertificate({
    subject: 'CN=w',
    key,
    issuer: root,
    extensions: server(key, rootKey, 'dns:*.co.uk', 'dns:*.xn--fiq228c.example', 'dns:*.a.city.example'),
  });
  const { client, server: serving } = contexts({ mode: ssl.CERT_NONE, leaf });
  const accepts = (name: string) =>
    pair({ client, server: serving, server_hostname: name }).handshake().client.done;
  const names = ['a.co.uk', 'a.xn--fiq228c.example', 'www.a.city.example'];
  t.deepEqual(names.map(accepts), [true, true, true]);
  client.public_suffix_list = '// comment\n\nco.uk // the rest of a line\n中文.example\n*.city.example\n';
  t.deepEqual(names.map(accepts), [false, false, false]);
  client.public_suffix_list = '*.city.example\n!a.city.example\n';
  t.deepEqual(names.map(accepts), [true, true, true]);
});
