/** Keys shared from elsewhere in TLS 1.3, with OpenSSL and CPython on the other side, and no certificate in sight. */
import test, { type ExecutionContext } from 'ava';
import * as ssl from '../../lib/index.ts';
import { forEachCore, serverContext } from '../tools/pair.ts';
import { cpythonPeer } from '../tools/peer-cpython.ts';
import { opensslPeer } from '../tools/peer-openssl.ts';
import type { PeerSettings } from '../tools/peers.ts';
import { dial, listen, TlsSocket } from '../tools/socket.ts';

const KEY = new Uint8Array(32).fill(0x5a);
const sharedKey = { identity: 'them-and-us', key: KEY };
/** The hash of such keys is SHA-256, so that is the suite's. */
const held: PeerSettings = { version: 'TLSv1.3', suite: 'TLS_AES_128_GCM_SHA256', sharedKey };
const bytes = (text: string) => new TextEncoder().encode(text);

forEachCore((core) => {
  for (const peer of [opensslPeer, cpythonPeer]) {
    const declare = (title: string, body: (t: ExecutionContext) => Promise<void>) =>
      test(`${title.replace('them', peer.name)} (${core.name})`, async (t) => {
        if (peer.missing === undefined) {
          await body(t);
          return;
        }
        t.log(`skipped: ${peer.missing}`);
        t.pass();
      });

    declare('our client has a key that them knows', async (t) => {
      const server = await peer.serve(held);
      t.teardown(() => server.kill());
      const context = new ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT); // which trusts nobody
      context.crypto = core;
      context.set_ciphersuites('TLS_AES_128_GCM_SHA256');
      context.set_psk_client_callback(() => ['them-and-us', KEY]);
      const socket = new TlsSocket(await dial(server.port), (incoming, outgoing) =>
        context.wrap_bio(incoming, outgoing, false, 'localhost'),
      );
      t.teardown(() => socket.destroy());
      await socket.handshake();
      await server.send(10);
      t.deepEqual(new Uint8Array(await socket.read(10)), bytes('000000000\n'));
      t.is(socket.object.getpeercert(), null);
      t.true(socket.object.session_reused);
    });

    declare('them has a key that our server knows', async (t) => {
      const { port, server, accepted } = await listen();
      t.teardown(() => server.close());
      const client = await peer.call(port, held);
      t.teardown(() => client.kill());
      const context = serverContext(core);
      context.set_ciphersuites('TLS_AES_128_GCM_SHA256');
      const asked: (string | null)[] = [];
      context.set_psk_server_callback((identity) => {
        asked.push(identity);
        return KEY;
      });
      const socket = new TlsSocket(await accepted, (incoming, outgoing) =>
        context.wrap_bio(incoming, outgoing, true),
      );
      t.teardown(() => socket.destroy());
      await socket.handshake();
      await socket.write(bytes('000000000\n'));
      await client.received(10);
      t.deepEqual(asked, ['them-and-us']);
      t.true(socket.object.session_reused);
    });
  }
});
