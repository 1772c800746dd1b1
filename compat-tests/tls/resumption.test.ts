/** Sessions that go on: RFC 8446 sections 2.2 and 4.2.11, and what keeps them from going on. */
import test, { type ExecutionContext } from 'ava';
import { concat, toHex, utf8 } from '../../lib/bytes/bytes.ts';
import type { CryptoProvider } from '../../lib/crypto/provider.ts';
import { MAX_PSK_IDENTITIES, MAX_TICKET_LENGTH } from '../../lib/tls/limits.ts';
import { type Session13, ticketState } from '../../lib/tls/session13.ts';
import type { Settings } from '../../lib/tls/settings.ts';
import type { TicketKeeper } from '../../lib/tls/tickets.ts';
import { decode, encode } from '../../lib/wire/codec.ts';
import { decodeMessage13, encodeMessage13 } from '../../lib/wire/handshake.ts';
import {
  carry,
  drain,
  type EnginePair,
  engineCores,
  enginePair,
  shakeHands,
  testCredential,
} from '../tools/engine.ts';

const NOW = 1_800_000_000_000;
/** A keeper whose seal is a mark that nobody else makes. */
const keeper = (mark = 'ours'): TicketKeeper => ({
  lifetime: 7200,
  seal: (state) => concat(utf8(mark), state),
  open: (ticket) => (new TextDecoder().decode(ticket.subarray(0, 4)) === mark ? ticket.slice(4) : undefined),
});

interface Ends {
  readonly client?: Partial<Settings>;
  readonly server?: Partial<Settings>;
}

function connect(core: CryptoProvider, { client, server }: Ends): EnginePair {
  const pair = enginePair(core, client, { tickets: keeper(), ticketCount: 2, ...server });
  shakeHands(pair);
  pair.client.connection.read(1); // takes the tickets
  return pair;
}

function firstSession(core: CryptoProvider, ends: Ends = {}): Session13 {
  const { session } = connect(core, ends).client.connection;
  if (session?.version !== 'TLSv1.3') throw new Error('a ticket was sent');
  return session;
}

function isResumed(t: ExecutionContext, { client, server }: EnginePair, expected = true): void {
  t.is(client.connection.state, 'open');
  t.is(server.connection.state, 'open');
  t.is(client.connection.negotiated.resumed ?? false, expected);
  t.is(server.connection.negotiated.resumed ?? false, expected);
  client.connection.write(utf8('ping'));
  carry(client, server);
  t.deepEqual(server.connection.read(9), utf8('ping'));
}

for (const core of engineCores) {
  test(`a session goes on without certificates, and gives a new ticket: ${core.name}`, (t) => {
    const session = firstSession(core);
    const pair = enginePair(core, { session }, { tickets: keeper(), ticketCount: 2 });
    pair.client.connection.handshake();
    carry(pair.client, pair.server);
    pair.server.connection.handshake();
    t.true(carry(pair.server, pair.client).length < 400, 'no certificate in the flight');
    shakeHands(pair);
    isResumed(t, pair);
    t.deepEqual(pair.client.connection.negotiated.peerChain, testCredential(core).chain);
    pair.client.connection.read(1);
    t.notDeepEqual(pair.client.connection.session?.ticket, session.ticket);
    isResumed(t, connect(core, { client: { session: pair.client.connection.session as Session13 } }));
  });

  test(`a ticket that fills a hello is offered, a longer one is not kept: ${core.name}`, (t) => {
    const fat = (length: number): TicketKeeper => ({
      ...keeper(),
      seal: (state) =>
        concat(
          Uint8Array.of(state.length >> 8, state.length),
          state,
          new Uint8Array(length - 2 - state.length),
        ),
      open: (ticket) => ticket.slice(2, 2 + 256 * ticket[0] + ticket[1]),
    });
    const server = { tickets: fat(MAX_TICKET_LENGTH) };
    const session = firstSession(core, { server });
    t.is(session.ticket.length, MAX_TICKET_LENGTH);
    isResumed(t, connect(core, { client: { session }, server }));
    const longer = connect(core, { server: { tickets: fat(MAX_TICKET_LENGTH + 1) } });
    t.is(longer.client.connection.state, 'open');
    t.is(longer.client.connection.session, undefined);
  });

  test(`byte by byte: ${core.name}`, (t) => {
    const pair = enginePair(core, { session: firstSession(core) }, { tickets: keeper(), ticketCount: 1 });
    const ends = [pair.client, pair.server];
    pair.client.connection.handshake();
    for (let turn = 0; ends.some(({ outgoing }) => outgoing.length > 0); turn++) {
      const [from, to] = turn % 2 === 0 ? ends : [ends[1], ends[0]];
      for (const byte of drain(from)) {
        to.incoming.write(Uint8Array.of(byte));
        if (to.connection.state === 'open') to.connection.read(1);
        else to.connection.handshake();
      }
    }
    isResumed(t, pair);
  });

  test(`through a retry: ${core.name}`, (t) => {
    const session = firstSession(core);
    isResumed(t, connect(core, { client: { session }, server: { groups: ['secp384r1'] } }));
    isResumed(t, connect(core, { client: { session }, server: { requireCookie: true } }));
  });

  test(`under another suite with the same hash: ${core.name}`, (t) => {
    const session = firstSession(core, { server: { suites: ['TLS_AES_128_GCM_SHA256'] } });
    isResumed(
      t,
      connect(core, { client: { session }, server: { suites: ['TLS_CHACHA20_POLY1305_SHA256'] } }),
    );
    isResumed(
      t,
      connect(core, { client: { session }, server: { suites: ['TLS_AES_256_GCM_SHA384'] } }),
      false,
    );
  });

  test(`a client's certificate goes on with it: ${core.name}`, (t) => {
    const credentials = testCredential(core);
    const authenticated = {
      client: { credentials: [credentials] },
      server: { clientCertificate: 'required' as const },
    };
    const session = firstSession(core, authenticated);
    const pair = connect(core, { client: { session }, server: { clientCertificate: 'required' } });
    isResumed(t, pair);
    t.deepEqual(pair.server.connection.negotiated.peerChain, credentials.chain);
    // A session without one does not get around the demand for one.
    const bare = firstSession(core);
    isResumed(
      t,
      connect(core, { ...authenticated, client: { ...authenticated.client, session: bare } }),
      false,
    );
  });

  test(`servers whose clocks are a little apart: ${core.name}`, (t) => {
    isResumed(
      t,
      connect(core, { client: { session: firstSession(core) }, server: { clock: () => NOW - 10_000 } }),
    );
  });

  test(`a client whose chain has no room in a ticket gets none: ${core.name}`, (t) => {
    const { key, pss, chain } = testCredential(core);
    const long = { key, pss, chain: [...chain, new Uint8Array(70_000)] };
    const pair = connect(core, {
      client: { credentials: [long] },
      server: { clientCertificate: 'required' },
    });
    isResumed(t, pair, false);
    t.is(pair.server.connection.negotiated.peerChain?.length, 2);
    t.is(pair.client.connection.session, undefined);
  });

  const fallsBack: Readonly<Record<string, (session: Session13) => Ends>> = {
    'a ticket of another server': (session) => ({ client: { session }, server: { tickets: keeper('them') } }),
    'a server without tickets': (session) => ({ client: { session }, server: { tickets: undefined } }),
    'a tampered ticket': (session) => ({
      client: { session: { ...session, ticket: session.ticket.map((b, i) => (i === 0 ? b ^ 1 : b)) } },
    }),
    'a ticket that cannot be read': (session) => ({
      client: { session: { ...session, ticket: utf8('ours and nothing else') } },
    }),
    'a ticket that is too old here': (session) => ({ client: { session, clock: () => NOW + 7_200_000 } }),
    'a ticket that is too old there': (session) => ({
      client: { session },
      server: { clock: () => NOW + 7_201_000 },
    }),
    'a ticket from the future': (session) => ({ client: { session: { ...session, received: NOW + 1000 } } }),
    'a ticket from the server’s future': (session) => ({
      client: { session },
      server: { clock: () => NOW - 11_000 },
    }),
    'another host name': (session) => ({ client: { session, serverName: 'elsewhere' } }),
    'another host name under the same session': (session) => ({
      client: { session: { ...session, serverName: 'elsewhere' }, serverName: 'elsewhere' },
    }),
  };
  for (const [title, ends] of Object.entries(fallsBack)) {
    test(`${title} means a full handshake: ${core.name}`, (t) => {
      isResumed(t, connect(core, ends(firstSession(core))), false);
    });
  }

  test(`a session is shown to the server that it is of, and to no other: ${core.name}`, (t) => {
    const session = firstSession(core);
    for (const serverName of ['localhost', 'elsewhere.example', undefined]) {
      const pair = enginePair(core, { session, serverName });
      pair.client.connection.handshake();
      t.is(toHex(drain(pair.client)).includes(toHex(session.ticket)), serverName === 'localhost', serverName);
    }
  });

  test(`so many identities are looked at, and no more: ${core.name}`, (t) => {
    const session = firstSession(core);
    for (const before of [MAX_PSK_IDENTITIES - 1, MAX_PSK_IDENTITIES]) {
      const tickets = [...Array.from({ length: before }, () => utf8('a stranger’s')), session.ticket];
      const identities = tickets.map((identity) => ({ identity, obfuscatedTicketAge: 0 }));
      const binders = tickets.map(() => new Uint8Array(48));
      const rewriteClientHello = (bytes: Uint8Array) => {
        const message = decodeMessage13(bytes);
        if (message.type !== 'client_hello') throw new Error('not a hello');
        const extensions = { ...message.body.extensions, pre_shared_key: { identities, binders } };
        return encodeMessage13('client_hello', { ...message.body, extensions });
      };
      const pair = enginePair(core, { rewriteClientHello }, { tickets: keeper(), ticketCount: 2 });
      const { server } = shakeHands(pair);
      if (before < MAX_PSK_IDENTITIES)
        t.like(server, { kind: 'fault', fault: 'badPskBinder' }, 'it was found');
      else isResumed(t, pair, false);
    }
  });

  test(`a state that says it is of another version is of none: ${core.name}`, (t) => {
    const session = firstSession(core);
    const state = decode(ticketState, session.ticket.subarray(4), 'state');
    for (const version of ['TLSv1.2', 'TLSv1.3'] as const) {
      const open = () => encode(ticketState, { ...state, version });
      const pair = connect(core, { client: { session }, server: { tickets: { ...keeper(), open } } });
      isResumed(t, pair, version === 'TLSv1.3');
    }
  });

  test(`a binder under another key ends the connection: ${core.name}`, (t) => {
    const session = firstSession(core);
    const pair = enginePair(
      core,
      { session: { ...session, psk: new Uint8Array(session.psk.length) } },
      { tickets: keeper() },
    );
    const { client, server } = shakeHands(pair);
    t.like(server, { kind: 'fault', fault: 'badPskBinder' });
    t.deepEqual(client, { kind: 'alert', description: 47 });
  });

  test(`a hello changed on its way no longer fits its binder: ${core.name}`, (t) => {
    const pair = enginePair(core, { session: firstSession(core) }, { tickets: keeper() });
    pair.client.connection.handshake();
    const hello = drain(pair.client);
    hello[20] ^= 1; // in the random
    pair.server.incoming.write(hello);
    t.like(pair.server.connection.handshake(), { kind: 'fault', fault: 'badPskBinder' });
  });
}
