/** Sessions through Python's surface: `SSLSession`, `session`, `session_reused`, `session_stats()`. */
import test from 'ava';
import * as ssl from '../../lib/index.ts';
import {
  clientContext,
  connected,
  forEachCore,
  pair,
  readAll,
  scenario,
  serverContext,
  thrown,
} from '../tools/pair.ts';

const NO_SESSIONS = {
  number: 0,
  connect: 0,
  connect_good: 0,
  connect_renegotiate: 0,
  accept: 0,
  accept_good: 0,
  accept_renegotiate: 0,
  hits: 0,
  misses: 0,
  timeouts: 0,
  cache_full: 0,
};

scenario('a session is resumed', (t, { core, mode }) => {
  const [client, server] = [clientContext(core), serverContext(core)];
  const first = connected({ client, server, mode });
  t.false(first.client.object.session_reused);
  const { session } = first.client.object;
  const second = connected({ client, server, mode, session });
  t.true(second.client.object.session_reused);
  t.true(second.server.object.session_reused);
  t.is(second.client.object.version(), 'TLSv1.3');
  t.deepEqual(second.client.object.getpeercert(), first.client.object.getpeercert());
  t.deepEqual(second.client.object.get_verified_chain(), []);
  t.deepEqual(second.client.object.get_unverified_chain(), []);
  t.notDeepEqual(second.client.object.session?.id, session?.id);
  t.deepEqual(
    second.client.object.get_channel_binding('tls-unique'),
    second.server.object.get_channel_binding('tls-unique'),
  );
  second.client.object.write(new TextEncoder().encode('again'));
  second.transfer(second.client, second.server);
  t.is(new TextDecoder().decode(second.server.object.read()), 'again');
});

forEachCore((core) => {
  const name = (title: string) => `${title} (${core.name})`;

  test(name('the fields of a session'), (t) => {
    const [client, server] = [clientContext(core), serverContext(core)];
    const both = connected({ client, server });
    const session = both.client.object.session as ssl.SSLSession;
    t.true(session instanceof ssl.SSLSession);
    t.is(session.id.length, 32);
    t.true(session.has_ticket);
    t.is(session.timeout, 7200);
    t.is(session.ticket_lifetime_hint, 7200);
    t.true(Number.isInteger(session.time) && session.time > 1_700_000_000);
    t.not(both.client.object.session, session, 'each access makes an object');
    t.deepEqual(both.client.object.session?.id, session.id);
    t.throws(() => Object.assign(session, { id: new Uint8Array(0) }), { instanceOf: TypeError });
    const theirs = both.server.object.session;
    t.is(theirs?.id.length, 32);
    t.false(theirs?.has_ticket);
    t.is(theirs?.ticket_lifetime_hint, 0);
  });

  test(name('before there is a ticket'), (t) => {
    const [client, server] = [clientContext(core), serverContext(core)];
    server.num_tickets = 0;
    const fresh = client.wrap_bio(new ssl.MemoryBIO(), new ssl.MemoryBIO(), false, 'localhost');
    t.is(fresh.session, null);
    const { session } = connected({ client, server }).client.object;
    t.deepEqual(session?.id, new Uint8Array(0));
    t.false(session?.has_ticket);
    const again = connected({ client, server, session });
    t.false(again.client.object.session_reused, 'there is nothing to resume it with');
  });

  test(name('setting a session'), (t) => {
    const [client, server] = [clientContext(core), serverContext(core)];
    const session = connected({ client, server }).client.object.session as ssl.SSLSession;
    const wrap = (context: ssl.SSLContext, server_side = false) =>
      context.wrap_bio(
        new ssl.MemoryBIO(),
        new ssl.MemoryBIO(),
        server_side,
        server_side ? null : 'localhost',
      );
    const object = wrap(client);
    object.session = session;
    t.deepEqual(object.session?.id, session.id);
    t.false(object.session_reused);

    const told = (body: () => unknown) => (thrown(body) as Error | undefined)?.message;
    const set = (target: ssl.SSLObject, value: unknown) => () => {
      target.session = value as ssl.SSLSession;
    };
    t.is(told(set(wrap(client), null)), 'Value is not a SSLSession.');
    t.is(told(set(wrap(client), {})), 'Value is not a SSLSession.');
    t.is(told(set(wrap(clientContext(core)), session)), 'Session refers to a different SSLContext.');
    const [theirs] = [connected({ client, server }).server.object.session];
    t.is(told(set(wrap(server, true), theirs)), 'Cannot set session for server-side SSLSocket.');
    const done = connected({ client, server }).client.object;
    t.is(told(set(done, session)), 'Cannot set session after handshake.');
    t.is(
      told(() => client.wrap_bio(new ssl.MemoryBIO(), new ssl.MemoryBIO(), { session: 1 as never })),
      'Value is not a SSLSession.',
    );
    t.is(
      told(() => server.wrap_bio(new ssl.MemoryBIO(), new ssl.MemoryBIO(), { server_side: true, session })),
      'Session refers to a different SSLContext.',
    );
    t.throws(() => new ssl.SSLSession(), { message: "cannot create '_ssl.SSLSession' instances" });
  });

  test(name('a session does not get around what its context has come to ask of certificates since'), (t) => {
    const [client, server] = [clientContext(core), serverContext(core)];
    const { session } = connected({ client, server }).client.object;
    client.verify_flags |= ssl.VERIFY_CRL_CHECK_LEAF;
    const again = pair({ client, server, session }).handshake().client;
    t.false(again.object.session_reused);
    t.is((again.error as ssl.SSLCertVerificationError).verify_message, 'unable to get certificate CRL');
    client.verify_flags &= ~ssl.VERIFY_CRL_CHECK_LEAF;
    t.true(connected({ client, server, session }).client.object.session_reused);
    client.verify_flags |= ssl.VERIFY_X509_PARTIAL_CHAIN; // another rule, by which the certificate is as good
    t.true(connected({ client, server, session }).client.object.session_reused);
  });

  test(name('nor does another context, set behind a handshake, vouch for what it has not judged'), (t) => {
    const server = serverContext(core);
    const { client } = connected({ client: clientContext(core), server });
    const trustless = new ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT);
    trustless.crypto = core;
    client.object.context = trustless;
    const { session } = client.object;
    const again = pair({ client: trustless, server, session }).handshake();
    t.is((again.client.error as ssl.SSLError).reason, 'CERTIFICATE_VERIFY_FAILED');
  });

  test(name('a server that gives no more tickets still takes those that it gave'), (t) => {
    const [client, server] = [clientContext(core), serverContext(core)];
    const { session } = connected({ client, server }).client.object;
    server.num_tickets = 0;
    const resumed = connected({ client, server, session }).client.object;
    t.true(resumed.session_reused);
    // Without a new ticket the session that was resumed goes on.
    t.deepEqual(resumed.session?.id, session?.id);
    t.true(connected({ client, server, session: resumed.session }).client.object.session_reused);
  });

  test(name('another server, another name'), (t) => {
    const [client, server] = [clientContext(core), serverContext(core)];
    const { session } = connected({ client, server }).client.object;
    t.false(connected({ client, server: serverContext(core), session }).client.object.session_reused);
    t.false(
      connected({ client, server, session, server_hostname: '127.0.0.1' }).client.object.session_reused,
    );
    t.true(connected({ client, server, session }).client.object.session_reused);
  });

  test(name('a session made without verification does not get around it'), (t) => {
    const server = serverContext(core);
    const client = clientContext(core);
    client.check_hostname = false;
    client.verify_mode = ssl.CERT_NONE;
    const { session } = connected({ client, server }).client.object;
    t.true(connected({ client, server, session }).client.object.session_reused);
    client.verify_mode = ssl.CERT_REQUIRED;
    t.false(connected({ client, server, session }).client.object.session_reused);
    const verified = connected({ client, server }).client.object.session;
    client.check_hostname = true;
    t.false(connected({ client, server, session: verified }).client.object.session_reused);
  });

  test(name('what a context counts'), (t) => {
    const [client, server] = [clientContext(core), serverContext(core)];
    t.deepEqual(client.session_stats(), NO_SESSIONS);
    const { session } = connected({ client, server }).client.object;
    t.deepEqual(client.session_stats(), { ...NO_SESSIONS, connect: 1, connect_good: 1 });
    t.deepEqual(server.session_stats(), { ...NO_SESSIONS, accept: 1, accept_good: 1 });
    readAll(connected({ client, server, session }).client);
    t.deepEqual(client.session_stats(), { ...NO_SESSIONS, connect: 2, connect_good: 2, hits: 1 });
    t.deepEqual(server.session_stats(), { ...NO_SESSIONS, accept: 2, accept_good: 2, hits: 1 });
    connected({ client, server: serverContext(core), session });
    t.like(client.session_stats(), { connect_good: 3, hits: 1, misses: 1 }, 'offered in vain');
  });
});

forEachCore((core) => {
  test(`there is none before a hello, and it cannot be shown before there are keys (${core.name})`, (t) => {
    const both = pair({ client: clientContext(core), server: serverContext(core) });
    const { client, server } = both;
    t.deepEqual([client.object.session, server.object.session], [null, null]);
    t.throws(() => client.object.do_handshake(), { instanceOf: ssl.SSLWantReadError });
    t.throws(() => client.object.session, { instanceOf: ssl.ValueError, message: 'i2d() failed' });
    both.transfer(client, server);
    t.throws(() => server.object.do_handshake(), { instanceOf: ssl.SSLWantReadError });
    t.false(server.object.session?.has_ticket);
    both.transfer(server, client);
    client.object.do_handshake();
    t.false(client.object.session?.has_ticket);
  });

  test(`the suite of a session that is set shows until the server has answered (${core.name})`, (t) => {
    const [client, server] = [clientContext(core), serverContext(core)];
    const { session } = connected({ client, server }).client.object;
    const { object } = pair({ client, server, session }).client;
    const suite = object.cipher();
    t.is(suite?.[1], 'TLSv1.3');
    t.throws(() => object.do_handshake(), { instanceOf: ssl.SSLWantReadError });
    t.deepEqual(object.cipher(), suite);
    t.is(object.version(), null);
    t.true(object.session?.has_ticket);
  });
});
