import test from 'ava';
import { portable } from '../../lib/crypto/index.ts';
import * as ssl from '../../lib/index.ts';
import { parseCertificate } from '../../lib/pki/certificate.ts';
import { CertificateStore } from '../../lib/pki/store.ts';
import { chainToSend } from '../../lib/ssl/sent-chain.ts';
import { certificate } from '../tools/certs.ts';
import { authority, makeCertificate, server } from '../tools/make-certificate.ts';
import { clientContext, forEachCore, type Pair, pair, serverContext } from '../tools/pair.ts';
import { testKey } from '../tools/test-keys.ts';

const rootKey = testKey('secp256r1', 'root');
const key = testKey('secp256r1', 'leaf');
const root = makeCertificate({ subject: 'CN=Root', key: rootKey, extensions: authority(rootKey) });
const leaf = parseCertificate(
  makeCertificate({
    subject: 'CN=leaf',
    key,
    issuer: root,
    extensions: server(key, rootKey, 'dns:a.example'),
  }).der,
);
const own = { leaf, rest: [], key: { type: 'secp256r1', scalar: new Uint8Array(32) } } as const;

const standard = { provider: portable, level: 2 };
const stores = { store: new CertificateStore() };
const sentAt = (now: number, { store } = stores) => chainToSend(own, store, standard, now).chain;

test('the chain that is sent is built once, and again when the store has grown or time has passed', (t) => {
  const { store } = stores;
  const alone = sentAt(1e12);
  t.deepEqual(alone, [leaf.der]);
  t.is(sentAt(1e12 + 59_999), alone);
  store.add(root.der);
  const whole = sentAt(1e12 + 59_999);
  t.deepEqual(whole, [leaf.der, root.der]);
  t.is(sentAt(1e12 + 60_000), whole);
  const later = sentAt(1e12 + 59_999 + 60_000);
  t.not(later, whole);
  t.deepEqual(later, whole);
  t.not(sentAt(1e12), later, 'a clock that was set back');
  t.deepEqual(sentAt(1e12, { store: new CertificateStore() }), [leaf.der], 'another store');
});

test('what is too weak about it is looked for once, and again at another level', (t) => {
  const store = new CertificateStore();
  store.add(root.der);
  const at = (level: number) => chainToSend(own, store, { ...standard, level }, 1e12);
  t.is(at(3).weakness, undefined);
  t.is(at(3), at(3));
  t.is(at(4).weakness, 'ownKeyTooWeak');
  t.is(at(4), at(4));
  t.is(at(0).weakness, undefined);
});

forEachCore((core) => {
  const raised = (context: ssl.SSLContext) => context.set_ciphers('DEFAULT:@SECLEVEL=3');
  const reasons = ({ client, server }: Pair) =>
    [client, server].map(({ error }) => (error as ssl.SSLError | undefined)?.reason);
  for (const version of [ssl.TLSVersion.TLSv1_2, ssl.TLSVersion.TLSv1_3]) {
    const named = ssl.TLSVersion[version];
    const set = (context: ssl.SSLContext) => {
      context.minimum_version = context.maximum_version = version;
      raised(context);
    };

    test(`what has become too weak is not sent (${named}, ${core.name})`, (t) => {
      const server = serverContext(core, { present: 'rsa2048.pem', set });
      const both = pair({ client: clientContext(core), server }).handshake();
      t.deepEqual(reasons(both), ['TLSV1_ALERT_INTERNAL_ERROR', 'EE_KEY_TOO_SMALL']);
      server.load_cert_chain(certificate('p256.pem')); // at this level; it is chosen where both fit
      t.true(pair({ client: clientContext(core), server }).handshake().server.done);
    });

    test(`nor does a client send it (${named}, ${core.name})`, (t) => {
      const client = clientContext(core, { present: 'rsa2048.pem', set });
      const both = pair({ client, server: serverContext(core, { verify: true }) }).handshake();
      t.deepEqual(reasons(both), ['EE_KEY_TOO_SMALL', 'TLSV1_ALERT_INTERNAL_ERROR']);
    });
  }

  test(`a client of TLS 1.2 shows what was loaded last, or nothing; one of TLS 1.3 what fits (${core.name})`, (t) => {
    const shown = (version: ssl.TLSVersion, ...files: string[]) => {
      const set = (context: ssl.SSLContext) => {
        context.minimum_version = context.maximum_version = version;
      };
      const client = clientContext(core, { set });
      for (const file of files) client.load_cert_chain(certificate(file));
      const server = serverContext(core, { verify: true, set });
      server.set_client_sigalgs('RSA-PSS+SHA256');
      server.verify_mode = ssl.CERT_OPTIONAL;
      server.verify_callback = () => 'accept'; // a server's certificate is none for clients
      return pair({ client, server }).handshake().server.object.client_sigalg();
    };
    const { TLSv1_2, TLSv1_3 } = ssl.TLSVersion;
    t.is(shown(TLSv1_2, 'p256.pem', 'rsa2048.pem'), 'rsa_pss_rsae_sha256');
    t.is(shown(TLSv1_2, 'rsa2048.pem', 'p256.pem'), null);
    t.is(shown(TLSv1_3, 'rsa2048.pem', 'p256.pem'), 'rsa_pss_rsae_sha256');
  });
});
