import test from 'ava';
import { concat } from '../../lib/bytes/bytes.ts';
import { portable } from '../../lib/crypto/index.ts';
import * as ssl from '../../lib/index.ts';
import { parseCertificate } from '../../lib/pki/certificate.ts';
import { CertificateStore } from '../../lib/pki/store.ts';
import { type PeerRefusalReason, refusalError } from '../../lib/ssl/errors.ts';
import { Trust } from '../../lib/ssl/trust.ts';
import { context, nothing, oid, sequence } from '../tools/der-writer.ts';
import { authority, makeCertificate, server } from '../tools/make-certificate.ts';
import { pair, thrown } from '../tools/pair.ts';
import { testKey } from '../tools/test-keys.ts';

/**
 * Certificates in a handshake that are none, or whose key is none: errors and alerts as CPython was seen to give them.
 * To send them, the bytes of a certificate that is loaded are changed where they are kept.
 */
const rootKey = testKey('secp256r1', 'root');
const key = testKey('secp256r1', 'leaf');
const root = makeCertificate({ subject: 'CN=Root', key: rootKey, extensions: authority(rootKey) });
/** The named curve's identifier, and behind it what makes it P-256. */
const CURVE = Uint8Array.of(0x2a, 0x86, 0x48, 0xce, 0x3d, 0x03, 0x01);

type Damage = (der: Uint8Array) => void;

const damages: Readonly<Record<string, Damage>> = {
  'not a SEQUENCE': (der) => (der[0] = 0x31),
  'broken inside': (der) => (der[8] = 0x77),
  'cut short': (der) => (der[3] -= 1),
};
const unknownCurve: Damage = (der) => (der[Buffer.from(der).indexOf(CURVE) + CURVE.length] = 0x77);

/** A certificate of its own for each test: what is parsed is shared by its bytes. */
function damagedLeaf(damage: Damage) {
  const leaf = makeCertificate({
    subject: 'CN=localhost',
    key,
    issuer: root,
    extensions: server(key, rootKey, 'dns:localhost'),
  });
  return { pem: leaf.pem, spoil: () => damage(parseCertificate(leaf.der).der) };
}

function fromServer(damage: Damage, verify = true) {
  const { pem, spoil } = damagedLeaf(damage);
  const serving = new ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER);
  serving.load_cert_chain({ certdata: pem, keydata: key.pem });
  const client = new ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT);
  client.load_verify_locations({ cadata: root.der });
  if (!verify) {
    client.check_hostname = false;
    client.verify_mode = ssl.CERT_NONE;
  }
  spoil();
  const both = pair({ client, server: serving }).handshake();
  return { error: both.client.error, told: both.server.error };
}

function fromClient(damage: Damage) {
  const { pem, spoil } = damagedLeaf(damage);
  const other = makeCertificate({ subject: 'CN=localhost', key: rootKey, issuer: root });
  const serving = new ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER);
  serving.load_cert_chain({ certdata: other.pem, keydata: rootKey.pem });
  serving.load_verify_locations({ cadata: root.der });
  serving.verify_mode = ssl.CERT_REQUIRED;
  const client = new ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT);
  client.check_hostname = false;
  client.verify_mode = ssl.CERT_NONE;
  client.load_cert_chain({ certdata: pem, keydata: key.pem });
  spoil();
  const both = pair({ client, server: serving }).handshake();
  return { error: both.server.error, told: thrown(() => both.client.object.read()) };
}

const summary = (error: unknown) => {
  const { name, args, library, reason } = error as ssl.SSLError;
  return [name, args[0], String(args[1]).replace(' (pyssl)', ''), library, reason];
};

for (const [what, damage] of Object.entries(damages)) {
  test(`a server's certificate that is ${what} is an error of ASN.1, verified or not`, (t) => {
    for (const verify of [true, false]) {
      const { error, told } = fromServer(damage, verify);
      t.deepEqual(summary(error), ['SSLError', 1, '[SSL] ASN1 lib', 'SSL', null]);
      t.is((told as ssl.SSLError).reason, 'SSLV3_ALERT_BAD_CERTIFICATE');
    }
  });

  test(`a client's certificate that is ${what} is the same, and told in other words`, (t) => {
    const { error, told } = fromClient(damage);
    t.deepEqual(summary(error), ['SSLError', 1, '[SSL] ASN1 lib', 'SSL', null]);
    t.is((told as ssl.SSLError).reason, 'TLSV1_ALERT_DECODE_ERROR');
  });
}

test('a key that nobody can use is too weak where it is verified, and of no use where it is not', (t) => {
  const weak = fromServer(unknownCurve);
  t.is((weak.error as ssl.SSLCertVerificationError).verify_code, 66);
  t.is((fromClient(unknownCurve).error as ssl.SSLCertVerificationError).verify_code, 66);
  const { error, told } = fromServer(unknownCurve, false);
  const reason = 'UNABLE_TO_FIND_PUBLIC_KEY_PARAMETERS';
  t.deepEqual(summary(error), [
    'SSLError',
    1,
    `[SSL: ${reason}] unable to find public key parameters`,
    'SSL',
    reason,
  ]);
  t.is((told as ssl.SSLError).reason, 'TLSV1_ALERT_INTERNAL_ERROR');
});

test('the chain that was refused is on the exception, as far as it could be built', (t) => {
  const inter = makeCertificate({
    subject: 'CN=Inter',
    key: rootKey,
    issuer: root,
    extensions: authority(rootKey),
  });
  const leaf = makeCertificate({
    subject: 'CN=a',
    key,
    issuer: inter,
    extensions: server(key, rootKey, 'dns:other'),
  });
  const serving = new ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER);
  serving.load_cert_chain({ certdata: leaf.pem + inter.pem, keydata: key.pem });
  const chainFor = (trusted: Uint8Array | undefined) => {
    const client = new ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT);
    if (trusted !== undefined) client.load_verify_locations({ cadata: trusted });
    const { error } = pair({ client, server: serving }).handshake().client;
    return error instanceof ssl.SSLCertVerificationError ? [error.verify_code, error.chain] : error;
  };
  t.deepEqual(chainFor(root.der), [62, [leaf.der, inter.der, root.der]]);
  t.deepEqual(chainFor(undefined), [20, [leaf.der, inter.der]]);
  t.deepEqual(chainFor(inter.der), [2, [leaf.der, inter.der]]);
});

test('a certificate with bytes behind it is a length that does not match', (t) => {
  const trust = new Trust({
    store: new CertificateStore(),
    provider: portable,
    clock: Date.now,
    verify: false,
    flags: 0,
    securityLevel: 0,
    commonNames: true,
    isPublicSuffix: undefined,
    profile: 'common',
    stapling: ssl.CERT_NONE,
    peerName: undefined,
    host: null,
    verifyCallback: null,
    owner: undefined,
  });
  for (const role of ['server', 'client'] as const) {
    const answer = trust.judge([concat(root.der, Uint8Array.of(0))], { role, ocspResponse: undefined });
    if (answer.accepted) return t.fail();
    t.is(answer.alert, 'decode_error');
    t.is(refusalError(answer.reason as PeerRefusalReason).reason, 'CERT_LENGTH_MISMATCH');
  }
});

test('a signature whose parameters are malformed is a signature that nobody can check', (t) => {
  const algorithm = sequence(oid('1.2.840.113549.1.1.10'), sequence(context(0, 'constructed', nothing())));
  const rsa = testKey('rsa', 'malformed parameters');
  const issuer = makeCertificate({ subject: 'CN=Root', key: rsa, extensions: authority(rsa) });
  const extensions = server(key, rsa, 'dns:localhost');
  const leaf = makeCertificate({ subject: 'CN=localhost', key, issuer, extensions, algorithm });
  const serving = new ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER);
  serving.set_ciphers('DEFAULT:@SECLEVEL=0');
  serving.load_cert_chain({ certdata: leaf.pem, keydata: key.pem });
  for (const [level, code] of [
    [0, 7],
    [2, 68],
  ]) {
    const client = new ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT);
    client.set_ciphers(`DEFAULT:@SECLEVEL=${level}`);
    client.load_verify_locations({ cadata: issuer.der });
    const { error } = pair({ client, server: serving }).handshake().client;
    t.is((error as ssl.SSLCertVerificationError).verify_code, code, String(error));
  }
});
