/** Sessions of TLS 1.2 that go on, by ticket (RFC 5077) and by identifier, and what keeps them from going on. */
import test, { type ExecutionContext } from 'ava';
import { concat, EMPTY, toHex, utf8 } from '../../lib/bytes/bytes.ts';
import type { CryptoProvider } from '../../lib/crypto/provider.ts';
import { MAX_TICKET_LENGTH } from '../../lib/tls/limits.ts';
import type { Session } from '../../lib/tls/session.ts';
import { type Session12, type SessionCache, sessionState12 } from '../../lib/tls/session12.ts';
import type { Settings } from '../../lib/tls/settings.ts';
import type { TicketKeeper } from '../../lib/tls/tickets.ts';
import { decode, encode } from '../../lib/wire/codec.ts';
import { decodeMessage13, encodeMessage13 } from '../../lib/wire/handshake.ts';
import { decodeMessage12, encodeMessage12 } from '../../lib/wire/handshake12.ts';
import { RECORD_HEADER_LENGTH } from '../../lib/wire/record.ts';
import type { SuiteName } from '../../lib/wire/registries.ts';
import {
  carry,
  drain,
  type EnginePair,
  engineCores,
  enginePair,
  shakeHands,
  testCredential,
} from '../tools/engine.ts';
import { splitRecords } from '../tools/puppet.ts';

const NOW = 1_800_000_000_000;
const SUITE: SuiteName = 'TLS_ECDHE_ECDSA_WITH_AES_256_GCM_SHA384';
const WEAKER: SuiteName = 'TLS_ECDHE_ECDSA_WITH_AES_128_CBC_SHA256';

/** A keeper whose seal is a mark that nobody else makes. */
const keeper = (mark = 'ours'): TicketKeeper => ({
  lifetime: 7200,
  seal: (state) => concat(utf8(mark), state),
  open: (ticket) => (new TextDecoder().decode(ticket.subarray(0, 4)) === mark ? ticket.slice(4) : undefined),
});

class Cache implements SessionCache {
  readonly lifetime = 7200;
  readonly kept = new Map<string, Uint8Array>();
  put(id: Uint8Array, state: Uint8Array): void {
    this.kept.set(toHex(id), state.slice());
  }
  get(id: Uint8Array): Uint8Array | undefined {
    return this.kept.get(toHex(id))?.slice();
  }
  forget(id: Uint8Array): void {
    this.kept.delete(toHex(id));
  }
}

interface Ends {
  readonly client?: Partial<Settings>;
  readonly server?: Partial<Settings>;
}

const both: Partial<Settings> = { versions: ['TLSv1.2'], suites: [SUITE, WEAKER] };

function pairOf(core: CryptoProvider, { client, server }: Ends): EnginePair {
  return enginePair(
    core,
    { ...both, ...client },
    { ...both, credentials: [testCredential(core)], tickets: keeper(), ...server },
  );
}

function connect(t: ExecutionContext, core: CryptoProvider, ends: Ends): EnginePair {
  const pair = pairOf(core, ends);
  t.deepEqual(shakeHands(pair), { client: { kind: 'done' }, server: { kind: 'done' } });
  return pair;
}

function firstSession(t: ExecutionContext, core: CryptoProvider, ends: Ends = {}): Session12 {
  const { session } = connect(t, core, ends).client.connection;
  if (session?.version !== 'TLSv1.2') throw new Error('there is a session');
  return session;
}

/** Whether the session went on, and that the connection works. */
function isResumed(t: ExecutionContext, { client, server }: EnginePair, expected = true): void {
  for (const { connection } of [client, server]) t.is(connection.negotiated.resumed ?? false, expected);
  for (const [from, to] of [
    [client, server],
    [server, client],
  ]) {
    from.connection.write(utf8('ping'));
    carry(from, to);
    t.deepEqual(to.connection.read(9), utf8('ping'));
  }
}

/** A client that leaves out, or changes, what ours says. */
const saying = (
  change: (hello: Extract<ReturnType<typeof decodeMessage13>, { type: 'client_hello' }>['body']) => object,
) => ({
  rewriteClientHello: (bytes: Uint8Array) => {
    const hello = decodeMessage13(bytes);
    if (hello.type !== 'client_hello') throw new Error('not a hello');
    return encodeMessage13('client_hello', { ...hello.body, ...change(hello.body) });
  },
});

const withoutMasterSecret = saying(({ extensions }) => ({
  extensions: { ...extensions, extended_master_secret: undefined },
}));

const byIdentifier = (): Ends => ({ server: { tickets: undefined, sessions: new Cache() } });

for (const core of engineCores) {
  for (const [title, ends] of Object.entries({ 'by ticket': {} as Ends, 'by identifier': byIdentifier() })) {
    test(`a session goes on ${title}, without certificates and in fewer flights: ${core.name}`, (t) => {
      const session = firstSession(t, core, ends);
      t.is(session.ticket.length > 0, title === 'by ticket');
      t.is(session.lifetime, title === 'by ticket' ? 7200 : 0);
      t.is(session.id.length, 32);
      const pair = pairOf(core, { ...ends, client: { session } });
      pair.client.connection.handshake();
      carry(pair.client, pair.server);
      t.deepEqual(pair.server.connection.handshake(), { kind: 'want' });
      const flight = drain(pair.server);
      t.deepEqual(
        splitRecords(flight).map((record) => record[0]),
        [22, 20, 22], // ServerHello, change_cipher_spec, Finished
      );
      pair.client.incoming.write(flight);
      t.deepEqual(pair.client.connection.handshake(), { kind: 'done' });
      carry(pair.client, pair.server);
      t.deepEqual(pair.server.connection.handshake(), { kind: 'done' });
      isResumed(t, pair);
      t.deepEqual(pair.client.connection.negotiated.peerChain, session.peerChain);
      t.is(pair.client.connection.session, undefined, 'the session is the one that there was');
    });

    test(`byte by byte, and again and again, ${title}: ${core.name}`, (t) => {
      const session = firstSession(t, core, ends);
      for (let time = 0; time < 3; time++) {
        const pair = pairOf(core, { ...ends, client: { session } });
        pair.client.connection.handshake();
        for (const [from, to] of [
          [pair.client, pair.server],
          [pair.server, pair.client],
          [pair.client, pair.server],
        ]) {
          for (const byte of drain(from)) {
            to.incoming.write(Uint8Array.of(byte));
            to.connection.handshake();
          }
        }
        isResumed(t, pair);
      }
    });

    test(`each connection of a session has keys of its own, ${title}: ${core.name}`, (t) => {
      const first = connect(t, core, ends);
      const session = first.client.connection.session as Session;
      const second = connect(t, core, { ...ends, client: { session } });
      const third = connect(t, core, { ...ends, client: { session } });
      const exported = [first, second, third].map(({ client }) =>
        toHex(client.connection.exportKeyingMaterial('EXPORTER-test', EMPTY, 32) ?? EMPTY),
      );
      t.is(new Set(exported).size, 3);
    });

    test(`a client's certificate is known from before, ${title}: ${core.name}`, (t) => {
      const known: Ends = {
        client: { credentials: [testCredential(core)] },
        server: { ...ends.server, clientCertificate: 'required' },
      };
      const session = firstSession(t, core, known);
      const pair = connect(t, core, { ...known, client: { session } });
      isResumed(t, pair);
      t.deepEqual(pair.server.connection.negotiated.peerChain, [...testCredential(core).chain]);
    });

    test(`a server that now wants a certificate does not go on without one, ${title}: ${core.name}`, (t) => {
      const session = firstSession(t, core, ends);
      const pair = pairOf(core, {
        client: { session },
        server: { ...ends.server, clientCertificate: 'required' },
      });
      t.like(shakeHands(pair).server, { kind: 'fault', fault: 'certificateMissing12' });
    });

    const fallsBack: Readonly<Record<string, (session: Session12) => Ends>> = {
      'another server name': (session) => ({ client: { session, serverName: 'other.example' } }),
      'another server name under the same session': (session) => ({
        client: { session: { ...session, serverName: 'other.example' }, serverName: 'other.example' },
      }),
      'a suite that the client no longer has': (session) => ({ client: { session, suites: [WEAKER] } }),
      'a suite that the server no longer has': (session) => ({
        client: { session },
        server: { suites: [WEAKER] },
      }),
      'a session that is too old for the server': (session) => ({
        client: { session },
        server: { clock: () => NOW + 7_201_000 },
      }),
      'a session from the future': (session) => ({
        client: { session },
        server: { clock: () => NOW - 11_000 },
      }),
      'a session that is too old for the client': (session) => ({
        client: { session, clock: () => NOW + 90_000_000 },
        server: { clock: () => NOW + 90_000_000 },
      }),
      'a server that knows nothing of it': (session) => ({
        client: { session },
        server: { tickets: keeper('else'), sessions: new Cache() },
      }),
    };
    for (const [reason, changed] of Object.entries(fallsBack)) {
      test(`${reason} means a full handshake, ${title}: ${core.name}`, (t) => {
        const { client, server } = changed(firstSession(t, core, ends));
        const pair = connect(t, core, { client: { ...client }, server: { ...ends.server, ...server } });
        isResumed(t, pair, false);
        t.not(pair.client.connection.session, undefined, 'and a new session');
      });
    }

    test(`a session goes on under its own suite or not at all, ${title}: ${core.name}`, (t) => {
      const session = firstSession(t, core, ends);
      const pair = pairOf(core, { ...ends, client: { session } });
      pair.client.connection.handshake();
      carry(pair.client, pair.server);
      pair.server.connection.handshake();
      const flight = drain(pair.server);
      // The suite stands behind version, random and identifier.
      flight[5 + 4 + 2 + 32 + 33 + 1] = 0x23; // WEAKER
      pair.client.incoming.write(flight);
      t.like(pair.client.connection.handshake(), { kind: 'fault', fault: 'otherSuiteResumed' });
    });

    test(`whoever has the ticket or the name, but not the secret, comes to nothing, ${title}: ${core.name}`, (t) => {
      const session = firstSession(t, core, ends);
      const stolen = { ...session, masterSecret: new Uint8Array(48) };
      const pair = pairOf(core, { ...ends, client: { session: stolen } });
      const outcomes = shakeHands(pair);
      t.like(outcomes.client, { kind: 'fault', fault: 'badRecordMac' });
    });

    // --- RFC 7627 section 5.3: the triple handshake

    test(`without an extended master secret there is no session, ${title}: ${core.name}`, (t) => {
      const sessions = new Cache();
      const server = { ...ends.server, ...(ends.server?.sessions && { sessions }) };
      const pair = connect(t, core, { client: withoutMasterSecret, server });
      t.is(pair.client.connection.session, undefined);
      t.is(sessions.kept.size, 0);
    });

    test(`a session with an extended master secret does not go on without, ${title}: ${core.name}`, (t) => {
      const session = firstSession(t, core, ends);
      const pair = pairOf(core, {
        ...ends,
        client: {
          ...saying(({ extensions }) => ({
            legacySessionId: session.id,
            extensions: { ...extensions, extended_master_secret: undefined, session_ticket: session.ticket },
          })),
        },
      });
      t.like(shakeHands(pair).server, { kind: 'fault', fault: 'inconsistentMasterSecret' });
    });

    test(`nor with a server that leaves it out, ${title}: ${core.name}`, (t) => {
      const session = firstSession(t, core, ends);
      const pair = pairOf(core, { ...ends, client: { session } });
      pair.client.connection.handshake();
      carry(pair.client, pair.server);
      pair.server.connection.handshake();
      const [record] = splitRecords(drain(pair.server));
      const hello = decodeMessage12(record.subarray(RECORD_HEADER_LENGTH));
      if (hello.type !== 'server_hello' || hello.body.kind !== 'serverHello12') throw new Error('no hello');
      const extensions = { ...hello.body.extensions, extended_master_secret: undefined };
      const without = encodeMessage12('server_hello', { ...hello.body, extensions });
      t.is(without.length, record.length - RECORD_HEADER_LENGTH - 4);
      pair.client.incoming.write(concat(Uint8Array.of(22, 3, 3, 0, without.length), without));
      t.like(pair.client.connection.handshake(), { kind: 'fault', fault: 'inconsistentMasterSecret' });
    });

    test(`a session is shown to the server that it is of, and to no other, ${title}: ${core.name}`, (t) => {
      const session = firstSession(t, core, ends);
      for (const serverName of ['localhost', 'elsewhere.example', undefined]) {
        const pair = pairOf(core, { ...ends, client: { session, serverName } });
        pair.client.connection.handshake();
        const hello = toHex(drain(pair.client));
        const named = toHex(session.ticket.length > 0 ? session.ticket : session.id);
        t.is(hello.includes(named), serverName === 'localhost', serverName);
      }
    });

    test(`and only as long as it is fresh, ${title}: ${core.name}`, (t) => {
      const session = firstSession(t, core, ends);
      const lifetime = session.lifetime === 0 ? 86_400 : session.lifetime;
      for (const [age, isFresh] of [
        [1000 * lifetime - 1, true],
        [1000 * lifetime, false],
        [-1, false],
      ] as const) {
        const pair = pairOf(core, { ...ends, client: { session, clock: () => session.received + age } });
        pair.client.connection.handshake();
        const named = toHex(session.ticket.length > 0 ? session.ticket : session.id);
        t.is(toHex(drain(pair.client)).includes(named), isFresh, `${age} ms`);
      }
    });

    test(`a client that no longer offers the suite of its session gets another, ${title}: ${core.name}`, (t) => {
      const session = firstSession(t, core, ends);
      t.is(session.suite, SUITE);
      const client = saying(({ extensions }) => ({
        cipherSuites: [WEAKER, 'TLS_EMPTY_RENEGOTIATION_INFO_SCSV'],
        legacySessionId: session.id,
        extensions: { ...extensions, session_ticket: session.ticket },
      }));
      const pair = connect(t, core, { ...ends, client });
      isResumed(t, pair, false);
      t.is(pair.server.connection.negotiated.suite, WEAKER);
    });
  }

  test(`a ticket is tampered with: each byte of it means a full handshake, and no more: ${core.name}`, (t) => {
    const session = firstSession(t, core);
    for (let at = 0; at < session.ticket.length; at += 7) {
      const ticket = session.ticket.map((byte, i) => (i === at ? byte ^ 0x80 : byte));
      const whole = (its: Uint8Array) => toHex(its) === toHex(session.ticket);
      const sealed = {
        ...keeper(),
        open: (its: Uint8Array) => (whole(its) ? keeper().open(its) : undefined),
      };
      const pair = connect(t, core, {
        client: { session: { ...session, ticket } },
        server: { tickets: sealed },
      });
      isResumed(t, pair, false);
    }
  });

  test(`what a keeper opens is not believed: ${core.name}`, (t) => {
    const session = firstSession(t, core);
    const state = session.ticket.subarray(4);
    for (let length = 0; length < state.length; length += 3) {
      const pair = connect(t, core, {
        client: { session },
        server: { tickets: { ...keeper(), open: () => state.slice(0, length) } },
      });
      isResumed(t, pair, false);
    }
  });

  test(`a state that says it is of another version is of none: ${core.name}`, (t) => {
    const session = firstSession(t, core);
    const state = decode(sessionState12, session.ticket.subarray(4), 'state');
    for (const version of ['TLSv1.2', 'TLSv1.3'] as const) {
      const open = () => encode(sessionState12, { ...state, version });
      const server = { tickets: { ...keeper(), open } };
      isResumed(t, connect(t, core, { client: { session }, server }), version === 'TLSv1.2');
    }
  });

  test(`sessions do not cross from one version to the other: ${core.name}`, (t) => {
    const all: Partial<Settings> = {
      versions: ['TLSv1.3', 'TLSv1.2'],
      suites: ['TLS_AES_128_GCM_SHA256', SUITE],
    };
    const session12 = firstSession(t, core, { client: all });
    const onTop = connect(t, core, { client: { ...all, session: session12 }, server: all });
    isResumed(t, onTop, false);
    t.is(onTop.client.connection.negotiated.version, 'TLSv1.3');
    const again = connect(t, core, { client: { ...all, session: session12 } });
    isResumed(t, again);

    const best = connect(t, core, { client: all, server: { ...all, ticketCount: 1 } });
    best.client.connection.read(1); // takes the ticket
    const session13 = best.client.connection.session;
    if (session13?.version !== 'TLSv1.3') throw new Error('there is a ticket');
    const below = connect(t, core, { client: { ...all, session: session13 } });
    isResumed(t, below, false);
    t.is(below.client.connection.negotiated.version, 'TLSv1.2');
    // The tickets themselves, each where the other belongs.
    const as12 = { ...session12, ticket: session13.ticket };
    isResumed(t, connect(t, core, { client: { session: as12 } }), false);
    const as13 = { ...session13, ticket: session12.ticket };
    const crossed = connect(t, core, {
      client: { ...all, session: as13 },
      server: { ...all, ticketCount: 1 },
    });
    t.is(crossed.client.connection.negotiated.version, 'TLSv1.3');
    t.not(crossed.client.connection.negotiated.resumed, true);
  });

  test(`a ticket that fills a hello is offered, a longer one is not kept: ${core.name}`, (t) => {
    const fat = (length: number): TicketKeeper => ({
      ...keeper(),
      seal: (state) => concat(Uint8Array.of(state.length), state, new Uint8Array(length - 1 - state.length)),
      open: (ticket) => ticket.slice(1, 1 + ticket[0]),
    });
    const server = { tickets: fat(MAX_TICKET_LENGTH) };
    const session = connect(t, core, { server }).client.connection.session as Session;
    t.is(session.ticket.length, MAX_TICKET_LENGTH);
    const again = connect(t, core, { client: { session }, server });
    t.true(again.client.connection.negotiated.resumed);
    const longer = connect(t, core, { server: { tickets: fat(MAX_TICKET_LENGTH + 1) } });
    t.is(longer.client.connection.session, undefined);
  });

  test(`a client that wants no tickets is given a name: ${core.name}`, (t) => {
    const sessions = new Cache();
    const ends: Ends = { client: { offerTickets: false }, server: { sessions } };
    const session = firstSession(t, core, ends);
    t.is(session.ticket.length, 0);
    t.is(sessions.kept.size, 1);
    isResumed(t, connect(t, core, { client: { offerTickets: false, session }, server: { sessions } }));
  });

  test(`a session whose connection ends in a fatal alert is forgotten: ${core.name}`, (t) => {
    for (const fails of ['server', 'client'] as const) {
      const sessions = new Cache();
      const pair = connect(t, core, { client: { offerTickets: false }, server: { sessions } });
      t.is(sessions.kept.size, 1);
      // A record that nobody has sealed.
      pair[fails].incoming.write(Uint8Array.of(23, 3, 3, 0, 32, ...new Uint8Array(32)));
      t.like(pair[fails].connection.read(1), { kind: 'fault' });
      if (fails === 'client') {
        pair.server.incoming.write(pair.client.outgoing.read(1000));
        t.like(pair.server.connection.read(1), { kind: 'alert' });
      }
      t.is(sessions.kept.size, 0, fails);
    }
  });

  test(`a server that gives none of either: ${core.name}`, (t) => {
    const pair = connect(t, core, { server: { tickets: undefined } });
    t.is(pair.client.connection.session, undefined);
    t.deepEqual(pair.client.connection.negotiated.sessionId, EMPTY);
  });

  test(`a client whose chain is too long to be remembered is served all the same: ${core.name}`, (t) => {
    const { chain, ...rest } = testCredential(core);
    const long = { ...rest, chain: [...chain, new Uint8Array(70_000)] };
    const asked: Partial<Settings> = { clientCertificate: 'required' };
    for (const ends of [
      { server: asked },
      { server: { ...asked, tickets: undefined, sessions: new Cache() } },
    ]) {
      const pair = connect(t, core, { client: { credentials: [long] }, server: ends.server });
      const session = pair.client.connection.session;
      t.true(session === undefined || session.ticket.length === 0);
      if (session === undefined) continue;
      const again = connect(t, core, { client: { credentials: [long], session }, server: ends.server });
      isResumed(t, again, false);
    }
    const best: Partial<Settings> = { versions: ['TLSv1.3'], suites: ['TLS_AES_128_GCM_SHA256'] };
    const pair = connect(t, core, {
      client: { ...best, credentials: [long] },
      server: { ...best, ...asked, ticketCount: 2 },
    });
    t.deepEqual(pair.client.connection.read(1), { kind: 'want' });
    t.is(pair.client.connection.session, undefined);
  });

  test(`protocols are agreed on anew: ${core.name}`, (t) => {
    const session = firstSession(t, core, {
      client: { protocols: [utf8('a')] },
      server: { protocols: [utf8('a')] },
    });
    const pair = connect(t, core, {
      client: { session, protocols: [utf8('b'), utf8('c')] },
      server: { protocols: [utf8('c')] },
    });
    isResumed(t, pair);
    for (const { connection } of [pair.client, pair.server])
      t.deepEqual(connection.negotiated.protocol, utf8('c'));
  });

  test(`a session outlives its connection: ${core.name}`, (t) => {
    const pair = connect(t, core, {});
    const session = pair.client.connection.session as Session12;
    pair.client.connection.destroy();
    pair.server.connection.destroy();
    const again = connect(t, core, { client: { session } });
    again.client.connection.destroy();
    isResumed(t, connect(t, core, { client: { session } }));
  });
}
