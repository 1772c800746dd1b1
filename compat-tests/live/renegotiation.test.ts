/** Renegotiation, which we decline whoever asks (RFC 5246 section 7.2.2), with OpenSSL's tools asking. */
import test from 'ava';
import * as ssl from '../../lib/index.ts';
import { certificate } from '../tools/certs.ts';
import { clientContext, forEachCore, serverContext } from '../tools/pair.ts';
import { findOpenssl, Running } from '../tools/programs.ts';
import { dial, listen, TlsSocket } from '../tools/socket.ts';

const openssl = findOpenssl();

const only12 = (context: ssl.SSLContext): void => {
  context.maximum_version = ssl.TLSVersion.TLSv1_2;
};

forEachCore((core) => {
  test(`a client that asks is told no, and gives up (${core.name})`, async (t) => {
    if (openssl === undefined) {
      t.log('skipped: no openssl on PATH');
      t.pass();
      return;
    }
    const { port, server, accepted } = await listen();
    t.teardown(() => server.close());
    const args = ['s_client', '-connect', `127.0.0.1:${port}`, '-servername', 'localhost', '-tls1_2'];
    const client = new Running(openssl.path, [...args, '-CAfile', certificate('ca.crt')]);
    t.teardown(() => client.kill());
    const context = serverContext(core, { set: only12 });
    const socket = new TlsSocket(await accepted, (incoming, outgoing) =>
      context.wrap_bio(incoming, outgoing, true),
    );
    t.teardown(() => socket.destroy());
    await socket.handshake();
    await client.printed(/(Secure Renegotiation IS supported)/);
    await client.printed(/(Verify return code: 0 )/);
    client.write('R\n');
    const error = await t.throwsAsync(() => socket.read(1), { instanceOf: ssl.SSLError });
    t.is((error as ssl.SSLError).reason, 'SSLV3_ALERT_HANDSHAKE_FAILURE');
    t.is(context.session_stats().accept_renegotiate, 0);
  });

  test(`a server that asks is told no, and gives up (${core.name})`, async (t) => {
    if (openssl === undefined) {
      t.log('skipped: no openssl on PATH');
      t.pass();
      return;
    }
    const pem = certificate('p256.pem');
    const args = [
      's_server',
      '-accept',
      '127.0.0.1:0',
      '-naccept',
      '1',
      '-cert',
      pem,
      '-key',
      pem,
      '-tls1_2',
    ];
    const server = new Running(openssl.path, args);
    t.teardown(() => server.kill());
    const port = Number(await server.printed(/ACCEPT [^\n]*:(\d+)\n/));
    const context = clientContext(core, { set: only12 });
    const socket = new TlsSocket(await dial(port), (incoming, outgoing) =>
      context.wrap_bio(incoming, outgoing, false, 'localhost'),
    );
    t.teardown(() => socket.destroy());
    await socket.handshake();
    await server.printed(/(Secure Renegotiation IS supported)/);
    server.write('r\n');
    const error = await t.throwsAsync(() => socket.read(1), { instanceOf: ssl.SSLError });
    t.is((error as ssl.SSLError).reason, 'SSLV3_ALERT_HANDSHAKE_FAILURE');
    t.is(context.session_stats().connect_renegotiate, 0);
  });
});
