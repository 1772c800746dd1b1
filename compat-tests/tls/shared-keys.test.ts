/** Keys that both ends have from elsewhere (RFC 8446 sections 2.2 and 4.2.11), below Python's surface. */
import test, { type ExecutionContext } from 'ava';
import { concat, equal, utf8 } from '../../lib/bytes/bytes.ts';
import type { CryptoProvider } from '../../lib/crypto/provider.ts';
import type { Session13 } from '../../lib/tls/session13.ts';
import type { Settings } from '../../lib/tls/settings.ts';
import type { TicketKeeper } from '../../lib/tls/tickets.ts';
import { type ClientHello, decodeMessage13 } from '../../lib/wire/handshake.ts';
import { drain, type EnginePair, engineCores, engineEnd, enginePair, shakeHands } from '../tools/engine.ts';
import { Puppet, plainRecord } from '../tools/puppet.ts';
import { engineSettings } from '../tools/settings.ts';

const KEY = utf8('a key that was handed over');
const shared = { pskClient: () => ({ identity: utf8('id'), key: KEY }) };
const finds = (key: Uint8Array | undefined) => ({
  pskServer: { hint: undefined, find: (name: Uint8Array) => (equal(name, utf8('id')) ? key : undefined) },
});

const keeper: TicketKeeper = {
  lifetime: 7200,
  seal: (state) => concat(utf8('mark'), state),
  open: (ticket) => (ticket[0] === utf8('m')[0] ? ticket.slice(4) : undefined),
};

function connect(core: CryptoProvider, client: Partial<Settings>, server: Partial<Settings>): EnginePair {
  const pair = enginePair(core, client, server);
  shakeHands(pair);
  return pair;
}

/** A hello of ours, and a puppet that has read it. */
function facingServer(core: CryptoProvider, more: Partial<Settings>) {
  const client = engineEnd(engineSettings('client', core, { serverName: 'localhost', ...more }));
  client.connection.handshake();
  const hello = drain(client).subarray(5);
  return { client, hello, puppet: new Puppet(core, 'server') };
}

function sessionOf(core: CryptoProvider): Session13 {
  const { client } = connect(core, {}, { tickets: keeper, ticketCount: 1 });
  client.connection.read(1);
  return client.connection.session as Session13;
}

for (const core of engineCores) {
  const declare = (title: string, body: (t: ExecutionContext) => void) =>
    test(`${title} (${core.name})`, body);

  declare('a key instead of certificates', (t) => {
    const { client, server } = connect(core, shared, { credentials: [], ...finds(KEY) });
    for (const { connection } of [client, server]) {
      t.is(connection.state, 'open');
      t.true(connection.negotiated.resumed);
      t.deepEqual(connection.negotiated.peerChain, []);
      t.is(connection.negotiated.suite, 'TLS_CHACHA20_POLY1305_SHA256');
    }
    t.deepEqual(KEY, utf8('a key that was handed over'), 'the caller’s key is the caller’s');
  });

  declare('the ticket is offered first, the key behind it', (t) => {
    const session = sessionOf(core);
    const { hello } = facingServer(core, { session, ...shared });
    const { pre_shared_key: offered } = (decodeMessage13(hello).body as ClientHello).extensions;
    t.deepEqual(
      offered?.identities.map(({ identity }) => identity),
      [session.ticket, utf8('id')],
    );
    t.is(offered?.identities[1].obfuscatedTicketAge, 0);
    t.is(offered?.binders.length, 2);
    // A server that does not know the ticket takes the second.
    const suites: Settings['suites'] = ['TLS_AES_128_GCM_SHA256'];
    const first = connect(core, { suites }, { tickets: keeper, ticketCount: 1 });
    first.client.connection.read(1);
    const both = connect(
      core,
      { session: first.client.connection.session as Session13, ...shared },
      { suites, ...finds(KEY) },
    );
    t.true(both.client.connection.negotiated.resumed);
    t.deepEqual(both.client.connection.negotiated.peerChain, [], 'the key has no certificates');
  });

  declare('a key that one end does not have, or does not want, means certificates', (t) => {
    const sha384: Settings['suites'] = ['TLS_AES_256_GCM_SHA384'];
    const cases: readonly (readonly [Partial<Settings>, Partial<Settings>])[] = [
      [shared, finds(undefined)],
      [shared, {}],
      [{}, finds(KEY)],
      [{ pskClient: () => undefined }, finds(KEY)],
      [{ suites: sha384, ...shared }, finds(KEY)],
      [shared, { suites: sha384, ...finds(KEY) }],
    ];
    for (const [client, server] of cases) {
      const both = connect(core, client, server);
      t.is(both.client.connection.state, 'open');
      t.is(both.server.connection.negotiated.resumed, undefined);
      t.is(both.client.connection.negotiated.peerChain?.length, 1);
    }
  });

  declare('keys that differ end the connection', (t) => {
    const pair = enginePair(core, { ...shared, suites: ['TLS_AES_128_GCM_SHA256'] }, finds(utf8('another')));
    const { client, server } = shakeHands(pair);
    t.like(server, { kind: 'fault', fault: 'badPskBinder' });
    t.deepEqual(client, { kind: 'alert', description: 47 });
  });

  declare('neither kind of key passes for the other', (t) => {
    const session = sessionOf(core);
    const suites: Settings['suites'] = ['TLS_AES_128_GCM_SHA256'];
    const first = connect(core, { suites }, { tickets: keeper, ticketCount: 1 });
    first.client.connection.read(1);
    const { ticket, psk } = first.client.connection.session as Session13;
    t.notDeepEqual(ticket, session.ticket);
    // A ticket and its key, offered as if they had been handed over.
    const pair = enginePair(
      core,
      { suites, pskClient: () => ({ identity: ticket, key: psk }) },
      { tickets: keeper },
    );
    t.like(shakeHands(pair).server, { kind: 'fault', fault: 'badPskBinder' });
  });

  declare('a key without a name cannot be offered', (t) => {
    const end = engineEnd(
      engineSettings('client', core, { pskClient: () => ({ identity: utf8(''), key: KEY }) }),
    );
    t.like(end.connection.handshake(), {
      kind: 'fault',
      fault: 'internal',
      detail: 'internal: a PSK of TLS 1.3 has a name',
    });
  });

  declare('a server that selects what was not offered', (t) => {
    for (const [selected, fault] of [
      [1, 'wrongPskSelected'],
      [0xffff, 'wrongPskSelected'],
    ] as const) {
      const { client, puppet, hello } = facingServer(core, shared);
      const answer = puppet.serverHello(hello, {}, { pre_shared_key: selected });
      client.incoming.write(plainRecord('handshake', answer));
      t.like(client.connection.handshake(), { kind: 'fault', fault });
    }
    const bare = facingServer(core, {});
    const unasked = bare.puppet.serverHello(bare.hello, {}, { pre_shared_key: 0 });
    bare.client.incoming.write(plainRecord('handshake', unasked));
    t.like(bare.client.connection.handshake(), { kind: 'fault', fault: 'unsolicitedExtension' });
    const other = facingServer(core, shared);
    const mismatched = other.puppet.serverHello(
      other.hello,
      { cipherSuite: 'TLS_AES_256_GCM_SHA384' },
      { pre_shared_key: 0 },
    );
    other.client.incoming.write(plainRecord('handshake', mismatched));
    t.like(other.client.connection.handshake(), { kind: 'fault', fault: 'wrongSuiteSelected' });
  });
}
