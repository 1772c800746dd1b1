/** Keys for session tickets that servers share and rotate, and tickets that are kept in a server's cache. */
import test, { type ExecutionContext } from 'ava';
import type { CryptoProvider } from '../../lib/crypto/provider.ts';
import * as ssl from '../../lib/index.ts';
import { ContextSessions } from '../../lib/ssl/session-cache.ts';
import { noSessions } from '../../lib/ssl/session-statistics.ts';
import { ContextTickets } from '../../lib/ssl/ticket-keeper.ts';
import { clientContext, connected, forEachCore, scenario, serverContext } from '../tools/pair.ts';

const key = (fill: number) => new Uint8Array(48).fill(fill);

function server(core: CryptoProvider, ...keys: readonly Uint8Array[]): ssl.SSLContext {
  const context = serverContext(core);
  if (keys.length > 0) context.set_ticket_keys(keys);
  return context;
}

forEachCore((core) => {
  for (const version of [ssl.TLSVersion.TLSv1_2, ssl.TLSVersion.TLSv1_3]) {
    const name = version === ssl.TLSVersion.TLSv1_3 ? 'TLSv1.3' : 'TLSv1.2';
    const declare = (title: string, body: (t: ExecutionContext) => void) =>
      test(`${title} (${name}, ${core.name})`, body);
    const client = () =>
      clientContext(core, {
        set: (context) => {
          context.maximum_version = version;
        },
      });

    declare('servers with the same keys resume what the others began', (t) => {
      const context = client();
      const { session } = connected({ client: context, server: server(core, key(1)) }).client.object;
      const again = (other: ssl.SSLContext) =>
        connected({ client: context, server: other, session }).client.object.session_reused;
      t.true(again(server(core, key(1))));
      t.true(again(server(core, key(2), key(1))), 'any key opens');
      t.false(again(server(core, key(2))));
      t.false(again(server(core)), 'a server with a key of its own');
    });

    declare('the first key seals, and rotation reaches servers that are running', (t) => {
      const context = client();
      const [old, next] = [server(core, key(1)), server(core, key(2), key(1))];
      const first = connected({ client: context, server: old }).client.object.session;
      old.set_ticket_keys([key(2), key(1)]);
      const second = connected({ client: context, server: old, session: first });
      t.true(second.client.object.session_reused);
      const { session } = connected({ client: context, server: old }).client.object;
      next.set_ticket_keys([key(2)]);
      const reused = (offered: ssl.SSLSession | null) =>
        connected({ client: context, server: next, session: offered }).client.object.session_reused;
      t.true(reused(session));
      t.false(reused(first), 'the old key is gone');
    });

    declare('a ticket that was tampered with means a full handshake', (t) => {
      const context = client();
      const servers = server(core, key(1));
      const { session } = connected({ client: context, server: servers }).client.object;
      // A key with the same name and another secret: as if every ticket of the first were forged.
      servers.set_ticket_keys([Uint8Array.from(key(1), (byte, i) => (i < 16 ? byte : 3))]);
      const both = connected({ client: context, server: servers, session });
      t.false(both.client.object.session_reused);
      t.false(both.server.object.session_reused);
    });

    declare('a client that one server knows is a stranger to one with other roots', (t) => {
      const client = clientContext(core, { present: 'client.pem' });
      client.maximum_version = version;
      const knowing = serverContext(core, { verify: true });
      knowing.set_ticket_keys([key(1)]);
      const { session } = connected({ client, server: knowing }).client.object;
      const both = connected({ client, server: knowing, session });
      t.true(both.server.object.session_reused);
      t.truthy(
        (both.server.object.getpeercert() as ssl.PeerCertificate).subject,
        'its certificate goes on with it',
      );

      // It shares the keys, but trusts nobody: the certificate in the ticket is judged anew, and is refused.
      const strict = serverContext(core);
      strict.verify_mode = ssl.CERT_REQUIRED;
      strict.set_ticket_keys([key(1)]);
      const error = t.throws(() => connected({ client, server: strict, session }));
      t.true(error instanceof ssl.SSLError);
    });
  }

  test(`a ticket of one version is of no use to the other (${core.name})`, (t) => {
    const shared = server(core, key(1));
    for (const version of [ssl.TLSVersion.TLSv1_2, ssl.TLSVersion.TLSv1_3]) {
      const context = clientContext(core);
      context.maximum_version = version;
      const { session } = connected({ client: context, server: shared }).client.object;
      context.maximum_version = ssl.TLSVersion.TLSv1_3;
      context.minimum_version =
        version === ssl.TLSVersion.TLSv1_3 ? ssl.TLSVersion.TLSv1_2 : ssl.TLSVersion.TLSv1_3;
      context.maximum_version = context.minimum_version;
      const both = connected({ client: context, server: shared, session });
      t.false(both.client.object.session_reused);
    }
  });

  test(`no changed ticket is opened (${core.name})`, (t) => {
    const tickets = new ContextTickets(core, [key(1), key(2)]);
    const state = new Uint8Array(40).fill(5);
    const ticket = tickets.seal(state);
    t.deepEqual(tickets.open(ticket), state);
    t.notDeepEqual(tickets.seal(state), ticket, 'a nonce of its own each time');
    for (let bit = 0; bit < 8 * ticket.length; bit++) {
      const changed = ticket.slice();
      changed[bit >> 3] ^= 1 << (bit & 7);
      t.is(tickets.open(changed), undefined, `bit ${bit}`);
    }
    for (let length = 0; length < ticket.length; length++)
      t.is(tickets.open(ticket.subarray(0, length)), undefined, `${length} bytes`);
    t.is(tickets.open(Uint8Array.from([...ticket, 0])), undefined);
    // Under the name of the second key, which is not the one that sealed it.
    t.is(tickets.open(Uint8Array.from([...key(2).subarray(0, 16), ...ticket.subarray(16)])), undefined);
    tickets.useKeys([key(3)]);
    t.is(tickets.open(ticket), undefined);
  });

  test(`what is taken for keys (${core.name})`, (t) => {
    const context = serverContext(core);
    const told = (value: unknown) =>
      String(t.throws(() => context.set_ticket_keys(value as Uint8Array[]), { any: true }));
    t.is(told([]), 'ValueError: 1 to 32 ticket keys expected, not 0');
    t.is(told(Array(33).fill(key(1))), 'ValueError: 1 to 32 ticket keys expected, not 33');
    t.is(told([key(1), new Uint8Array(47)]), 'ValueError: ticket keys have 48 bytes, not 47');
    t.is(told([new Uint8Array(80)]), 'ValueError: ticket keys have 48 bytes, not 80');
    t.is(told(['x'.repeat(48)]), "TypeError: a bytes-like object is required, not 'str'");
    t.is(told(1), "TypeError: 'int' object is not iterable");
    t.is(told(null), "TypeError: 'NoneType' object is not iterable");
    context.set_ticket_keys(new Set([new DataView(key(1).buffer)]) as Iterable<DataView>);
    t.throws(() => clientContext(core).set_ticket_keys([key(1)]), {
      instanceOf: ssl.ValueError,
      message: 'SSLContext is not a server context.',
    });
  });
});

scenario('with OP_NO_TICKET a server keeps the sessions of TLS 1.3 itself', (t, { core, mode }) => {
  const client = clientContext(core);
  const keeping = serverContext(core);
  keeping.options |= ssl.OP_NO_TICKET;
  const first = connected({ client, server: keeping, mode });
  const { session } = first.client.object;
  t.true(session?.has_ticket, 'two tickets came, which name what is kept');
  t.is(session?.ticket_lifetime_hint, 7200);
  t.like(keeping.session_stats(), { number: 2, hits: 0, misses: 0 });

  t.true(connected({ client, server: keeping, session, mode }).client.object.session_reused);
  t.like(keeping.session_stats(), { number: 3, hits: 1 }, 'one is new');
  t.true(connected({ client, server: keeping, session, mode }).client.object.session_reused, 'once more');
  t.like(keeping.session_stats(), { number: 4, hits: 2, misses: 0 });

  const other = serverContext(core);
  other.options |= ssl.OP_NO_TICKET;
  const next = connected({ client, server: keeping, mode }).client.object.session;
  t.false(connected({ client, server: other, session: next, mode }).client.object.session_reused);
  t.like(other.session_stats(), { number: 2, hits: 0, misses: 1 });
  keeping.options -= ssl.OP_NO_TICKET;
  t.false(connected({ client, server: keeping, session: next, mode }).client.object.session_reused);
});

test('a cache is bounded in number and in time', (t) => {
  const statistics = noSessions();
  let now = 1_800_000_000_000;
  const sessions = new ContextSessions(statistics, () => now, 3);
  const id = (number: number) => Uint8Array.of(number);
  const state = Uint8Array.of(1, 2, 3);
  for (const number of [1, 2, 3, 4]) sessions.put(id(number), state);
  t.like(statistics, { number: 3, cache_full: 1 });
  t.is(sessions.get(id(1)), undefined, 'the oldest went');
  t.is(statistics.misses, 1);
  t.deepEqual(sessions.get(id(2)), state);
  (sessions.get(id(2)) as Uint8Array).fill(0);
  t.deepEqual(sessions.get(id(2)), state, 'a copy each time');
  sessions.put(id(2), Uint8Array.of(4));
  t.like(statistics, { number: 3, cache_full: 1 }, 'the same again takes no more room');
  t.deepEqual(sessions.get(id(2)), Uint8Array.of(4));
  now += 7_200_000;
  t.is(sessions.get(id(3)), undefined);
  t.like(statistics, { number: 2, timeouts: 1, misses: 1 });
});
