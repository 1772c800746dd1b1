/** The PSK tests of CPython's ThreadedTests, their sockets re-told as buffers in memory. */
import test, { type ExecutionContext } from 'ava';
import { fromHex } from '../../lib/bytes/bytes.ts';
import * as ssl from '../../lib/index.ts';
import { connected, forEachCore, pair, thrown } from '../tools/pair.ts';

forEachCore((core) => {
  const declare = (name: string, body: (t: ExecutionContext) => void) =>
    test(`ThreadedTests.${name} (${core.name})`, body);

  /** Contexts of one version, with suites that have keys and no certificates. */
  const contexts = (version: number) => {
    const client = new ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT);
    client.check_hostname = false;
    client.verify_mode = ssl.CERT_NONE;
    const server = new ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER);
    for (const context of [client, server]) {
      context.crypto = core;
      context.minimum_version = version;
      context.maximum_version = version;
      context.set_ciphers('PSK');
    }
    return { client, server, server_hostname: null };
  };

  declare('test_psk', (t) => {
    const psk = fromHex('deadbeef');
    const both = contexts(ssl.TLSVersion.TLSv1_2);
    const { client, server } = both;
    client.set_psk_client_callback(() => [null, psk]);
    server.set_psk_server_callback(() => psk);
    // correct PSK should connect
    t.is(connected(both).client.object.version(), 'TLSv1.2');

    // incorrect PSK should fail
    client.set_psk_client_callback(() => [null, fromHex('cafebabe')]);
    const failed = pair(both).handshake();
    t.true(failed.client.error instanceof ssl.SSLError);
    t.true(failed.server.error instanceof ssl.SSLError);

    // identity_hint and client_identity should be sent to the other side; so should UTF-8 identities
    for (const [identity_hint, client_identity] of [
      ['identity-hint', 'client-identity'],
      ['身份暗示', '客户身份'],
    ]) {
      const heard: (string | null)[] = [];
      client.set_psk_client_callback((hint) => {
        heard.push(hint);
        return [client_identity, psk];
      });
      server.set_psk_server_callback((identity) => {
        heard.push(identity);
        return psk;
      }, identity_hint);
      connected(both);
      t.deepEqual(heard, [identity_hint, client_identity]);
    }

    // adding client callback to server or vice versa raises an exception
    const wrongServer = thrown(() => client.set_psk_server_callback(() => psk, 'identity-hint'));
    t.regex(String(wrongServer), /Cannot add PSK server callback/);
    const wrongClient = thrown(() => server.set_psk_client_callback(() => [null, psk]));
    t.regex(String(wrongClient), /Cannot add PSK client callback/);
  });

  declare('test_psk_tls1_3', (t) => {
    const psk = fromHex('deadbeef');
    const both = contexts(ssl.TLSVersion.TLSv1_3);
    const heard: (string | null)[] = [];
    both.client.set_psk_client_callback((hint) => {
      heard.push(hint);
      return ['client-identity', psk];
    });
    both.server.set_psk_server_callback((identity) => {
      heard.push(identity);
      return psk;
    }, 'identity-hint');
    t.is(connected(both).client.object.version(), 'TLSv1.3');
    // identity_hint is not sent to the client in TLS 1.3
    t.deepEqual(heard, [null, 'client-identity']);
  });
});
