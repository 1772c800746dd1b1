/** What CERT_NONE leaves out, and what it never leaves out: the signature over the handshake. */
import test from 'ava';
import * as ssl from '../../lib/index.ts';
import { forging } from '../tools/forging.ts';
import { altNames, authority, keyUsage, makeCertificate } from '../tools/make-certificate.ts';
import { clientContext, forEachCore, pair, serverContext } from '../tools/pair.ts';
import { testKey } from '../tools/test-keys.ts';

forEachCore((core) => {
  for (const present of ['p256.pem', 'rsa2048.pem', 'ed25519.pem']) {
    test(`a server that does not hold the key of its certificate is refused (${core.name}, ${present})`, (t) => {
      for (const verify of [true, false]) {
        const client = clientContext(core, { verify });
        const both = pair({ client, server: serverContext(forging(core), { present }) }).handshake();
        t.true(both.client.error instanceof ssl.SSLError);
        t.is((both.client.error as ssl.SSLError).reason, 'BAD_SIGNATURE', `verify: ${verify}`);
        t.is(both.client.object.version(), null);
      }
    });
  }

  test(`a key that by its certificate may only decrypt signs no handshake (${core.name})`, (t) => {
    const root = makeCertificate({
      subject: 'CN=root',
      key: testKey('rsa'),
      extensions: authority(testKey('rsa')),
    });
    const key = testKey('rsa', 'leaf');
    for (const usage of ['keyEncipherment', 'digitalSignature'] as const) {
      const extensions = [altNames('dns:localhost'), keyUsage(usage)];
      const leaf = makeCertificate({ subject: 'CN=localhost', key, issuer: root, extensions });
      for (const version of [ssl.TLSVersion.TLSv1_2, ssl.TLSVersion.TLSv1_3]) {
        const client = clientContext(core, { set: (context) => (context.maximum_version = version) });
        client.load_verify_locations({ cadata: root.pem });
        const server = new ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER);
        server.crypto = core;
        server.load_cert_chain({ certdata: leaf.pem, keydata: key.pem });
        const { error } = pair({ client, server }).handshake().client;
        const reason = usage === 'keyEncipherment' ? 'SIGNATURE_FOR_NON_SIGNING_CERTIFICATE' : undefined;
        t.is((error as ssl.SSLError | undefined)?.reason, reason, `${usage}, ${version}`);
      }
    }
  });

  test(`a client that does not hold the key of its certificate is refused (${core.name})`, (t) => {
    const client = clientContext(forging(core), { present: 'client.pem' });
    const both = pair({ client, server: serverContext(core, { verify: true }) }).handshake();
    t.is((both.server.error as ssl.SSLError).reason, 'BAD_SIGNATURE');
  });
});
