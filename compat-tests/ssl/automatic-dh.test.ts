/** A group for DHE that a server chooses by itself. */
import test from 'ava';
import * as ssl from '../../lib/index.ts';
import { automaticGroup } from '../../lib/ssl/automatic-dh.ts';
import type { OwnChain } from '../../lib/ssl/credentials.ts';
import { decode } from '../../lib/wire/codec.ts';
import { serverKeyExchanges } from '../../lib/wire/handshake12.ts';
import { clientContext, forEachCore, pair, serverContext } from '../tools/pair.ts';
import { splitRecords } from '../tools/puppet.ts';

const onlyDhe = (context: ssl.SSLContext): void => {
  context.maximum_version = ssl.TLSVersion.TLSv1_2;
  context.set_ciphers('DHE-RSA-AES128-GCM-SHA256');
};

forEachCore((core) => {
  test(`without it there is no DHE, as in Python (${core.name})`, (t) => {
    const server = serverContext(core, { present: 'rsa2048.pem', set: onlyDhe });
    t.false(server.automatic_dh);
    const both = pair({ client: clientContext(core, { set: onlyDhe }), server }).handshake();
    t.is((both.server.error as ssl.SSLError).reason, 'NO_SHARED_CIPHER');
  });

  test(`with it there is, in a group as strong as the certificate (${core.name})`, (t) => {
    const server = serverContext(core, { present: 'rsa2048.pem', set: onlyDhe });
    server.automatic_dh = true;
    const primes: number[] = [];
    const wire = (flight: Uint8Array, from: 'client' | 'server') => {
      for (const record of from === 'server' ? splitRecords(flight) : []) {
        if (record[0] !== 22 || record[5] !== 12) continue;
        primes.push(8 * decode(serverKeyExchanges.dhe, record.subarray(9), 'params').params.prime.length);
      }
      return flight;
    };
    const client = clientContext(core, { set: onlyDhe });
    const both = pair({ client, server, wire }).handshake();
    t.deepEqual(both.client.object.cipher(), ['DHE-RSA-AES128-GCM-SHA256', 'TLSv1.2', 128]);
    t.deepEqual(primes, [2048]);
  });
});

test('the group follows the security level and the key', (t) => {
  const chainOf = (bits: number) =>
    ({ key: { type: 'rsa', modulus: new Uint8Array(bits / 8) } }) as unknown as OwnChain;
  const bits = (chains: readonly OwnChain[], level: number) =>
    8 * (automaticGroup(chains, level)?.p.length ?? 0);
  t.deepEqual(
    [0, 1, 2, 3, 4, 5].map((level) => bits([], level)),
    [2048, 2048, 2048, 3072, 8192, 0], // RFC 7919 has none of 256 bits
  );
  t.deepEqual(
    [2048, 3072, 4096, 7680].map((length) => bits([chainOf(1024), chainOf(length)], 2)),
    [2048, 3072, 3072, 8192],
  );
});
