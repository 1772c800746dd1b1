/** Sessions of TLS 1.2 through Python's surface: their names, by ticket and by identifier, as CPython has them. */
import test from 'ava';
import * as ssl from '../../lib/index.ts';
import { clientContext, connected, forEachCore, type Pair, scenario, serverContext } from '../tools/pair.ts';

const only12 = (context: ssl.SSLContext): void => {
  context.maximum_version = ssl.TLSVersion.TLSv1_2;
};
const noTicket = (context: ssl.SSLContext): void => {
  only12(context);
  context.options |= ssl.OP_NO_TICKET;
};

const sessions = ({ client, server }: Pair) => ({
  ofClient: client.object.session as ssl.SSLSession,
  ofServer: server.object.session as ssl.SSLSession,
});

for (const [title, set] of Object.entries({ 'by ticket': only12, 'by identifier': noTicket })) {
  scenario(`a session goes on ${title}`, (t, { core, mode }) => {
    const [client, server] = [clientContext(core), serverContext(core, { set })];
    const first = connected({ client, server, mode });
    const { session } = first.client.object;
    for (let time = 0; time < 2; time++) {
      const next = connected({ client, server, mode, session });
      t.true(next.client.object.session_reused);
      t.true(next.server.object.session_reused);
      t.is(next.client.object.version(), 'TLSv1.2');
      t.deepEqual(next.client.object.cipher(), first.client.object.cipher());
      t.deepEqual(next.client.object.getpeercert(), first.client.object.getpeercert());
      t.deepEqual(next.client.object.get_verified_chain(), []);
      t.is(next.server.object.shared_ciphers(), null);
      t.deepEqual(
        next.client.object.get_channel_binding('tls-unique'),
        next.server.object.get_channel_binding('tls-unique'),
      );
    }
    const { hits, accept, accept_good } = server.session_stats();
    t.deepEqual([hits, accept, accept_good], [2, 3, 3]);
  });
}

forEachCore((core) => {
  test(`how a session with a ticket is named (${core.name})`, (t) => {
    const [client, server] = [clientContext(core), serverContext(core, { set: only12 })];
    const first = sessions(connected({ client, server }));
    t.is(first.ofClient.id.length, 32);
    t.is(first.ofServer.id.length, 0);
    t.deepEqual([first.ofClient.has_ticket, first.ofServer.has_ticket], [true, false]);
    t.deepEqual([first.ofClient.ticket_lifetime_hint, first.ofServer.ticket_lifetime_hint], [7200, 0]);
    const next = sessions(connected({ client, server, session: first.ofClient }));
    t.deepEqual(next.ofClient.id, first.ofClient.id);
    t.deepEqual(next.ofServer.id, first.ofClient.id);
    t.is(next.ofClient.time, first.ofClient.time);
  });

  test(`how a session without a ticket is named (${core.name})`, (t) => {
    const [client, server] = [clientContext(core, { set: noTicket }), serverContext(core)];
    const first = sessions(connected({ client, server }));
    t.is(first.ofClient.id.length, 32);
    t.deepEqual(first.ofServer.id, first.ofClient.id);
    t.deepEqual([first.ofClient.has_ticket, first.ofClient.ticket_lifetime_hint], [false, 0]);
    t.is(server.session_stats().number, 1);
    const next = sessions(connected({ client, server, session: first.ofClient }));
    t.deepEqual(next.ofClient.id, first.ofClient.id);
    t.deepEqual(next.ofServer.id, first.ofClient.id);
  });

  test(`no two sessions have one name (${core.name})`, (t) => {
    const [client, server] = [clientContext(core), serverContext(core, { set: noTicket })];
    const names = [0, 1, 2].map(() =>
      Buffer.from(sessions(connected({ client, server })).ofServer.id).toString('hex'),
    );
    t.is(new Set(names).size, 3);
    t.is(server.session_stats().number, 3);
  });

  test(`a session of one context is nothing to another's server (${core.name})`, (t) => {
    const client = clientContext(core);
    for (const set of [only12, noTicket]) {
      const { session } = connected({ client, server: serverContext(core, { set }) }).client.object;
      const other = connected({ client, server: serverContext(core, { set }), session });
      t.false(other.client.object.session_reused);
      t.false(other.server.object.session_reused);
    }
  });
});
