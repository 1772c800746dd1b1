import test from 'ava';
import { parseCertificate } from '../../lib/pki/certificate.ts';
import { CertificateStore } from '../../lib/pki/store.ts';
import { chainToSend } from '../../lib/ssl/sent-chain.ts';
import { authority, makeCertificate, server } from '../tools/make-certificate.ts';
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

test('the chain that is sent is built once, and again when the store has grown or time has passed', (t) => {
  const store = new CertificateStore();
  const alone = chainToSend(own, store, 1e12);
  t.deepEqual(alone, [leaf.der]);
  t.is(chainToSend(own, store, 1e12 + 59_999), alone);
  store.add(root.der);
  const whole = chainToSend(own, store, 1e12 + 59_999);
  t.deepEqual(whole, [leaf.der, root.der]);
  t.is(chainToSend(own, store, 1e12 + 60_000), whole);
  const later = chainToSend(own, store, 1e12 + 59_999 + 60_000);
  t.not(later, whole);
  t.deepEqual(later, whole);
  t.not(chainToSend(own, store, 1e12), later, 'a clock that was set back');
  t.deepEqual(chainToSend(own, new CertificateStore(), 1e12), [leaf.der], 'another store');
});
