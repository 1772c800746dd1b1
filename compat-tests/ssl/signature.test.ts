/** What CERT_NONE leaves out, and what it never leaves out: the signature over the handshake. */
import test from 'ava';
import type { CryptoProvider, KeyAlgorithm } from '../../lib/crypto/index.ts';
import * as ssl from '../../lib/index.ts';
import { clientContext, forEachCore, pair, serverContext } from '../tools/pair.ts';

/** A provider whose keys sign something else than they are asked to: what one without the right key can do at best. */
function forging(core: CryptoProvider): CryptoProvider {
  const forged = [...core.keys].map(([type, algorithm]): [typeof type, KeyAlgorithm] => [
    type,
    {
      ...algorithm,
      privateKey: (parts) => {
        const key = algorithm.privateKey(parts);
        if (key === undefined) return undefined;
        const { bits, publicKey } = key;
        return { type, bits, publicKey, sign: (recipe) => key.sign(recipe, new Uint8Array(64)) };
      },
    },
  ]);
  return { ...core, keys: new Map(forged) };
}

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
