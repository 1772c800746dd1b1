/** What CERT_NONE leaves out, and what it never leaves out: the signature over the handshake. */
import test from 'ava';
import * as ssl from '../../lib/index.ts';
import { forging } from '../tools/forging.ts';
import { clientContext, forEachCore, pair, serverContext } from '../tools/pair.ts';

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

  test(`a client that does not hold the key of its certificate is refused (${core.name})`, (t) => {
    const client = clientContext(forging(core), { present: 'client.pem' });
    const both = pair({ client, server: serverContext(core, { verify: true }) }).handshake();
    t.is((both.server.error as ssl.SSLError).reason, 'BAD_SIGNATURE');
  });
});
