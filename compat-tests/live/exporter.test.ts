/** Exported keys and the first Finished, as node:tls (OpenSSL) has them on the other side. */
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import type { AddressInfo } from 'node:net';
import { connect, createServer, type TLSSocket } from 'node:tls';
import test, { type ExecutionContext } from 'ava';
import * as ssl from '../../lib/index.ts';
import { certificate } from '../tools/certs.ts';
import { clientContext, forEachCore, serverContext } from '../tools/pair.ts';
import { dial, listen, TlsSocket } from '../tools/socket.ts';

const bytes = (text: string) => new TextEncoder().encode(text);
const plain = (buffer: Buffer | undefined) => buffer && new Uint8Array(buffer);
const ca = readFileSync(certificate('ca.crt'));
const pem = readFileSync(certificate('p256.pem'));

function same(t: ExecutionContext, ours: ssl.SSLObject, theirs: TLSSocket): void {
  const label = 'EXPORTER-pyssl-test';
  for (const length of [1, 32, 100])
    for (const context of [bytes(''), bytes('some context')])
      t.deepEqual(
        ours.export_keying_material(label, length, context),
        plain(theirs.exportKeyingMaterial(length, label, Buffer.from(context))),
      );
  t.deepEqual(
    ours.export_keying_material(label, 32),
    plain((theirs.exportKeyingMaterial as (length: number, label: string) => Buffer)(32, label)),
  );
  t.deepEqual(
    ours.get_channel_binding('tls-exporter'),
    plain(theirs.exportKeyingMaterial(32, 'EXPORTER-Channel-Binding', Buffer.alloc(0))),
  );
  const clientFinished = ours.server_side ? theirs.getFinished() : theirs.getPeerFinished();
  t.deepEqual(ours.get_channel_binding('tls-unique'), plain(clientFinished));
}

forEachCore((core) => {
  for (const version of ['TLSv1.2', 'TLSv1.3'] as const) {
    const number = version === 'TLSv1.3' ? ssl.TLSVersion.TLSv1_3 : ssl.TLSVersion.TLSv1_2;

    test(`our client and node:tls's server export the same (${version}, ${core.name})`, async (t) => {
      const server = createServer({ cert: pem, key: pem });
      t.teardown(() => server.close());
      server.listen(0, '127.0.0.1');
      await once(server, 'listening');
      const context = clientContext(core);
      context.maximum_version = number;
      const arrived = once(server, 'secureConnection') as Promise<[TLSSocket]>;
      const socket = new TlsSocket(await dial((server.address() as AddressInfo).port), (incoming, outgoing) =>
        context.wrap_bio(incoming, outgoing, false, 'localhost'),
      );
      t.teardown(() => socket.destroy());
      await socket.handshake();
      const [theirs] = await arrived;
      theirs.on('error', () => {}); // we leave without a word
      t.is(theirs.getProtocol(), version);
      same(t, socket.object, theirs);
    });

    test(`our server and node:tls's client export the same (${version}, ${core.name})`, async (t) => {
      const { port, server, accepted } = await listen();
      t.teardown(() => server.close());
      const theirs = connect({ port, host: '127.0.0.1', servername: 'localhost', ca, maxVersion: version });
      theirs.on('error', () => {});
      t.teardown(() => theirs.destroy());
      const context = serverContext(core);
      const socket = new TlsSocket(await accepted, (incoming, outgoing) =>
        context.wrap_bio(incoming, outgoing, true),
      );
      t.teardown(() => socket.destroy());
      await Promise.all([once(theirs, 'secureConnect'), socket.handshake()]);
      t.is(socket.object.version(), version);
      same(t, socket.object, theirs);
    });
  }
});
