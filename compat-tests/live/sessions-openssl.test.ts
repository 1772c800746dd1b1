/** Sessions across implementations: OpenSSL's programs resume ours, and ours resume theirs, by ticket and by identifier. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import test from 'ava';
import * as ssl from '../../lib/index.ts';
import { certificate } from '../tools/certs.ts';
import { clientContext, forEachCore, serverContext } from '../tools/pair.ts';
import { findOpenssl, Running } from '../tools/programs.ts';
import { dial, listen, TlsSocket } from '../tools/socket.ts';

const openssl = findOpenssl();

/** How a session is found again; without tickets a server of TLS 1.2 keeps it, and says its name. */
const ways = [
  { what: 'TLS 1.3 by ticket', version: 'TLSv1_3', flags: ['-tls1_3'], byTicket: true },
  { what: 'TLS 1.2 by ticket', version: 'TLSv1_2', flags: ['-tls1_2'], byTicket: true },
  { what: 'TLS 1.2 by identifier', version: 'TLSv1_2', flags: ['-tls1_2', '-no_ticket'], byTicket: false },
] as const;

const bytes = (text: string) => new TextEncoder().encode(text);

forEachCore((core) => {
  for (const { what, version, flags, byTicket } of ways) {
    const set = (context: ssl.SSLContext) => {
      context.minimum_version = context.maximum_version = ssl.TLSVersion[version];
      if (!byTicket) context.options |= ssl.OP_NO_TICKET;
    };

    test.serial(`${what}: s_server takes up what pyssl's client has (${core.name})`, async (t) => {
      if (openssl === undefined) {
        t.log('skipped: no openssl on PATH');
        t.pass();
        return;
      }
      const files = ['-cert', certificate('p256.pem'), '-key', certificate('p256.pem')];
      const args = ['s_server', '-accept', '127.0.0.1:0', '-naccept', '3', '-rev', ...flags, ...files];
      const running = new Running(openssl.path, args);
      t.teardown(() => running.kill());
      const port = Number(await running.printed(/ACCEPT [^\n]*:(\d+)\n/));
      const context = clientContext(core, { set });
      let session: ssl.SSLSession | null = null;
      for (const expected of [false, true, true]) {
        const wanted: ssl.SSLSession | null = session;
        const socket = new TlsSocket(await dial(port), (incoming, outgoing) =>
          context.wrap_bio(incoming, outgoing, { server_hostname: 'localhost', session: wanted }),
        );
        t.teardown(() => socket.destroy());
        await socket.handshake();
        t.is(socket.object.session_reused, expected);
        await socket.write(bytes('level\nnoon\n'));
        t.is(new TextDecoder().decode(await socket.read(11)), 'level\nnoon\n'); // read backwards, and tickets before it
        session = socket.object.session;
        t.is(session?.has_ticket, byTicket);
        await socket.unwrap();
      }
    });

    test.serial(`${what}: pyssl's server takes up what s_client has (${core.name})`, async (t) => {
      if (openssl === undefined) {
        t.log('skipped: no openssl on PATH');
        t.pass();
        return;
      }
      const folder = mkdtempSync(join(tmpdir(), 'pyssl-session-'));
      t.teardown(() => rmSync(folder, { recursive: true }));
      const kept = join(folder, 'session');
      const context = serverContext(core, { set });
      for (const expected of [false, true, true]) {
        const { port, server, accepted } = await listen();
        t.teardown(() => server.close());
        const files = [...(expected ? ['-sess_in', kept] : []), '-sess_out', kept];
        const trust = ['-CAfile', certificate('ca.crt'), '-servername', 'localhost'];
        const args = ['s_client', '-connect', `127.0.0.1:${port}`, ...trust, ...flags, ...files];
        const running = new Running(openssl.path, args);
        t.teardown(() => running.kill());
        const socket = new TlsSocket(await accepted, (incoming, outgoing) =>
          context.wrap_bio(incoming, outgoing, true),
        );
        t.teardown(() => socket.destroy());
        await socket.handshake();
        t.is(socket.object.session_reused, expected);
        await socket.write(bytes('what comes behind the ticket\n'));
        await running.printedText('what comes behind the ticket\n');
        await running.printed(expected ? /(Reused, TLS)/ : /(New, TLS)/);
        running.write('Q\n');
        await running.ended();
      }
      t.like(context.session_stats(), { accept: 3, accept_good: 3, hits: 2 });
    });
  }
});
