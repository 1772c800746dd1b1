/** Sessions across implementations: ours resumed by Node's OpenSSL, and OpenSSL's by ours. */
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import type { AddressInfo } from 'node:net';
import { connect, createServer } from 'node:tls';
import test from 'ava';
import * as ssl from '../../lib/index.ts';
import { certificate } from '../tools/certs.ts';
import { clientContext, forEachCore, serverContext } from '../tools/pair.ts';
import { dial, listen, TlsSocket } from '../tools/socket.ts';

const bytes = (text: string) => new TextEncoder().encode(text);
const ca = readFileSync(certificate('ca.crt'));
const pem = readFileSync(certificate('p256.pem'));

/** As Node spells them, and as Python does. */
const versions = [
  ['TLSv1.3', 'TLSv1_3'],
  ['TLSv1.2', 'TLSv1_2'],
] as const;

forEachCore((core) => {
  for (const [version, name] of versions) {
    const set = (context: ssl.SSLContext) => {
      context.minimum_version = context.maximum_version = ssl.TLSVersion[name];
    };

    test(`node:tls takes up a session of ${version} that pyssl's client has (${core.name})`, async (t) => {
      const resumed: boolean[] = [];
      const server = createServer(
        { cert: pem, key: pem, minVersion: version, maxVersion: version },
        (socket) => {
          resumed.push(socket.isSessionReused());
          socket.pipe(socket);
          socket.on('error', () => {}); // the client leaves without waiting
        },
      );
      t.teardown(() => server.close());
      server.listen(0, '127.0.0.1');
      await once(server, 'listening');
      const { port } = server.address() as AddressInfo;
      const context = clientContext(core, { set });
      let session: ssl.SSLSession | null = null;
      for (const expected of [false, true, true]) {
        const wanted = session;
        const socket = new TlsSocket(await dial(port), (incoming, outgoing) =>
          context.wrap_bio(incoming, outgoing, { server_hostname: 'localhost', session: wanted }),
        );
        await socket.handshake();
        t.teardown(() => socket.destroy());
        t.is(socket.object.session_reused, expected);
        await socket.write(bytes('echo'));
        t.deepEqual(Uint8Array.from(await socket.read(4)), bytes('echo')); // the tickets came before
        session = socket.object.session;
        t.true(session?.has_ticket);
        socket.destroy();
      }
      t.deepEqual(resumed, [false, true, true]);
    });

    test(`pyssl's server takes up a session of ${version} that node:tls has (${core.name})`, async (t) => {
      const context = serverContext(core, { set });
      let session: Buffer | undefined;
      for (const expected of [false, true, true]) {
        const { port, server, accepted: arrived } = await listen();
        t.teardown(() => server.close());
        const socket = connect({ port, host: '127.0.0.1', servername: 'localhost', ca, session });
        const ticket = once(socket, 'session');
        const accepted = new TlsSocket(await arrived, (incoming, outgoing) =>
          context.wrap_bio(incoming, outgoing, true),
        );
        await Promise.all([once(socket, 'secureConnect'), accepted.handshake()]);
        t.is(socket.isSessionReused(), expected);
        t.is(accepted.object.session_reused, expected);
        await accepted.write(bytes('hello'));
        t.deepEqual(new Uint8Array((await once(socket, 'data'))[0] as Buffer), bytes('hello'));
        // In TLS 1.2 the ticket that was taken up stays good; another comes only where it would soon not be.
        if (version === 'TLSv1.3' || !expected) [session] = (await ticket) as [Buffer];
        socket.destroy();
        accepted.destroy();
      }
      t.like(context.session_stats(), { accept: 3, accept_good: 3, hits: 2 });
    });
  }
});
