import test, { type ExecutionContext } from 'ava';
import { utf8 } from '../../lib/bytes/bytes.ts';
import type { CryptoProvider } from '../../lib/crypto/provider.ts';
import type { Outcome } from '../../lib/tls/outcome.ts';
import type { Settings } from '../../lib/tls/settings.ts';
import {
  carry,
  drain,
  type End,
  type EnginePair,
  engineCores,
  enginePair,
  shakeHands,
  testCredential,
} from '../tools/engine.ts';

interface Scenario {
  readonly client?: Partial<Settings>;
  readonly server?: (core: CryptoProvider) => Partial<Settings>;
  readonly clientCredential?: boolean;
  /** Facts that must hold at both ends afterwards. */
  readonly facts?: Readonly<Record<string, unknown>>;
}

const keeper = {
  lifetime: 7200,
  seal: (state: Uint8Array) => state.slice(),
  open: (ticket: Uint8Array) => ticket,
};

const scenarios: Readonly<Record<string, Scenario>> = {
  'as usual': {},
  'with aes-128-gcm': {
    server: () => ({ suites: ['TLS_AES_128_GCM_SHA256'] }),
    facts: { suite: 'TLS_AES_128_GCM_SHA256' },
  },
  'with chacha20': {
    client: { suites: ['TLS_CHACHA20_POLY1305_SHA256'] },
    facts: { suite: 'TLS_CHACHA20_POLY1305_SHA256' },
  },
  'in the order of the client': {
    client: { suites: ['TLS_AES_128_GCM_SHA256', 'TLS_AES_256_GCM_SHA384'] },
    server: () => ({ preferOwnSuites: false }),
    facts: { suite: 'TLS_AES_128_GCM_SHA256' },
  },
  'with a retry for another group': {
    server: () => ({ groups: ['secp384r1'] }),
    facts: { group: 'secp384r1' },
  },
  'with a retry for a cookie': { server: () => ({ requireCookie: true }), facts: { group: 'x25519' } },
  'with a retry for both': {
    server: () => ({ requireCookie: true, groups: ['secp256r1'] }),
    facts: { group: 'secp256r1' },
  },
  'with ML-KEM beside X25519': {
    client: { groups: ['X25519MLKEM768', 'x25519'] },
    server: () => ({ groups: ['X25519MLKEM768', 'x25519'] }),
    facts: { group: 'X25519MLKEM768' },
  },
  'with a retry for ML-KEM, of a better tier than the share that is here': {
    client: { groups: ['x25519', 'X25519MLKEM768'] },
    server: () => ({
      groups: ['X25519MLKEM768', 'x25519'],
      groupTiers: [['X25519MLKEM768'], ['x25519']],
    }),
    facts: { group: 'X25519MLKEM768' },
  },
  'with two key shares, of which the server knows the second': {
    client: { groups: ['X25519MLKEM768', 'x25519'], keyShares: ['X25519MLKEM768', 'x25519'] },
    facts: { group: 'x25519' },
  },
  'with two key shares, and the better one by the server': {
    client: { groups: ['x25519', 'secp256r1'], keyShares: ['x25519', 'secp256r1'] },
    server: () => ({ groups: ['secp256r1', 'x25519'], preferOwnSuites: true }),
    facts: { group: 'secp256r1' },
  },
  'with two key shares, and the better one by the client': {
    client: { groups: ['x25519', 'secp256r1'], keyShares: ['secp256r1', 'x25519'] },
    server: () => ({ groups: ['secp256r1', 'x25519'], preferOwnSuites: false }),
    facts: { group: 'x25519' },
  },
  'without middlebox compatibility': {
    client: { middleboxCompatibility: false },
    server: () => ({ middleboxCompatibility: false }),
  },
  'with flights gathered': { client: { gatherFlights: true }, server: () => ({ gatherFlights: true }) },
  'with padding': { client: { paddingBlock: 512 }, server: () => ({ paddingBlock: 4096 }) },
  'with tickets': { server: () => ({ tickets: keeper, ticketCount: 2 }) },
  'with a client certificate': { clientCredential: true, server: () => ({ clientCertificate: 'required' }) },
  'with a client that has none to show': { server: () => ({ clientCertificate: 'optional' }) },
  'with a protocol': {
    client: { protocols: [utf8('h2'), utf8('http/1.1')] },
    server: () => ({ protocols: [utf8('http/1.1'), utf8('h2')] }),
    facts: { protocol: utf8('http/1.1') },
  },
};

const modes = ['whole', 'byte by byte', 'with bytes behind'] as const;

for (const core of engineCores) {
  for (const mode of modes) {
    for (const [title, scenario] of Object.entries(scenarios)) {
      test(`${title}: ${mode}, ${core.name}`, (t) => {
        const credentials = scenario.clientCredential ? [testCredential(core)] : [];
        const pair = enginePair(core, { credentials, ...scenario.client }, scenario.server?.(core));
        complete(t, pair, mode);
        for (const { connection } of [pair.client, pair.server]) {
          t.is(connection.state, 'open');
          t.is(connection.negotiated.version, 'TLSv1.3');
          for (const [fact, value] of Object.entries(scenario.facts ?? {})) {
            t.deepEqual(connection.negotiated[fact as 'suite'], value as never, fact);
          }
        }
        const { client, server } = pair;
        const exported = (end: End) =>
          end.connection.exportKeyingMaterial('EXPORTER-test', utf8('context'), 40);
        t.deepEqual(exported(client), exported(server));
        echo(t, pair);
        close(t, pair);
        const chain = pair.server.connection.negotiated.peerChain;
        t.deepEqual(chain, scenario.clientCredential ? [...testCredential(core).chain] : undefined);
      });
    }
  }
}

/** Shakes hands to the end, feeding each end in the way that the mode says. */
function complete(t: ExecutionContext, pair: EnginePair, mode: (typeof modes)[number]): void {
  if (mode !== 'byte by byte') {
    const outcomes = shakeHands(pair);
    t.deepEqual(outcomes, { client: { kind: 'done' }, server: { kind: 'done' } });
    if (mode === 'whole') return;
    // Data right behind the last handshake record: it stays in the queue until somebody reads.
    pair.client.connection.write(utf8('behind'));
    const behind = carry(pair.client, pair.server);
    t.is(pair.server.connection.handshake().kind, 'done');
    t.is(pair.server.incoming.length, behind.length);
    t.deepEqual(pair.server.connection.read(100), utf8('behind'));
    return;
  }
  t.is(pair.client.connection.handshake().kind, 'want');
  const ends = [pair.client, pair.server];
  for (let turn = 0; ends.some(({ outgoing }) => outgoing.length > 0); turn++) {
    const [from, to] = turn % 2 === 0 ? ends : [ends[1], ends[0]];
    const bytes = drain(from);
    for (let i = 0; i < bytes.length; i++) {
      to.incoming.write(bytes.subarray(i, i + 1));
      const wasOpen = to.connection.state === 'open';
      const outcome = wasOpen ? (to.connection.read(1) as Outcome) : to.connection.handshake();
      t.true(outcome.kind === 'want' || (outcome.kind === 'done' && !wasOpen));
      t.is(to.incoming.length, 0, 'a torn record is taken as far as it goes');
    }
  }
}

function echo(t: ExecutionContext, { client, server }: EnginePair): void {
  const data = Uint8Array.from({ length: 40_000 }, (_, i) => i * 7);
  t.is(client.connection.write(data), data.length);
  carry(client, server);
  t.is((server.connection.read(16_000) as Uint8Array).length, 16_000);
  t.is(server.connection.pending, 384);
  t.is((server.connection.read(16_384) as Uint8Array).length, 384, 'a read never joins two records');
  t.deepEqual(server.connection.read(1 << 20), data.slice(16_384, 32_768));
  const target = new Uint8Array(10_000);
  t.is(server.connection.readInto(target), data.length - 32_768);
  t.deepEqual(server.connection.read(1), { kind: 'want' });
  t.is(server.connection.write(utf8('answer')), 6);
  carry(server, client);
  t.deepEqual(client.connection.read(100), utf8('answer'));
}

function close(t: ExecutionContext, { client, server }: EnginePair): void {
  t.is(client.connection.close().kind, 'want');
  t.deepEqual(client.connection.write(utf8('x')), { kind: 'misuse', misuse: 'writeAfterClose' });
  carry(client, server);
  t.is((server.connection.read(1) as Outcome).kind, 'closed');
  t.is(server.connection.write(utf8('still')), 5, 'the other half is open');
  carry(server, client);
  t.deepEqual(client.connection.read(10), utf8('still'));
  server.connection.close();
  carry(server, client);
  client.incoming.write(utf8('plaintext behind'));
  t.is(client.connection.close().kind, 'done');
  t.is(client.incoming.length, 'plaintext behind'.length, 'what follows close_notify stays');
}

for (const core of engineCores) {
  test(`keys are updated on request and before their limit: ${core.name}`, (t) => {
    const pair = enginePair(core, { recordsPerKey: 3 });
    shakeHands(pair);
    const { client, server } = pair;
    for (let i = 0; i < 20; i++) {
      client.connection.write(Uint8Array.of(i));
      carry(client, server);
      t.deepEqual(server.connection.read(9), Uint8Array.of(i));
      if (i % 5 === 0) t.is(client.connection.updateKeys(true).kind, 'done');
      server.connection.write(Uint8Array.of(i));
      carry(server, client);
      t.deepEqual(client.connection.read(9), Uint8Array.of(i));
    }
  });

  test(`a ticket is kept with its key: ${core.name}`, (t) => {
    const pair = enginePair(core, {}, { tickets: keeper, ticketCount: 1 });
    shakeHands(pair);
    t.deepEqual(pair.client.connection.read(1), { kind: 'want' });
    const session = pair.client.connection.session;
    t.is(session?.lifetime, 7200);
    t.is(session?.suite, 'TLS_AES_256_GCM_SHA384');
    t.is(session?.version === 'TLSv1.3' && session.psk.length, 48);
  });

  test(`a hello between 256 and 511 bytes is padded to 512: ${core.name}`, (t) => {
    const { client } = enginePair(core, { serverName: `${'a'.repeat(60)}.example` });
    client.connection.handshake();
    t.is(client.outgoing.length, 517);
  });

  test(`without anything in common there is a fault for each reason: ${core.name}`, (t) => {
    const faultOf = (client: Partial<Settings>, server: Partial<Settings>) => {
      const outcomes = shakeHands(enginePair(core, client, server));
      t.is(outcomes.client.kind === 'alert' ? outcomes.client.kind : 'alert', 'alert');
      return outcomes.server.kind === 'fault' ? outcomes.server.fault : outcomes.server.kind;
    };
    t.is(
      faultOf({ suites: ['TLS_AES_128_GCM_SHA256'] }, { suites: ['TLS_AES_256_GCM_SHA384'] }),
      'noSharedSuite',
    );
    t.is(faultOf({ groups: ['x25519'] }, { groups: ['x448'] }), 'noSharedGroup');
    t.is(faultOf({ schemes: ['ed25519'] }, {}), 'noSharedScheme');
    t.is(faultOf({}, { credentials: [] }), 'unsupportedVersion', 'with nothing to show there is no TLS 1.3');
    t.is(faultOf({}, { versions: [] }), 'noVersionsEnabled');
    t.is(faultOf({}, { clientCertificate: 'required' }), 'certificateMissing');
  });

  test(`a transport that ends is the end, once: ${core.name}`, (t) => {
    const pair = enginePair(core);
    shakeHands(pair);
    pair.client.connection.write(utf8('last'));
    carry(pair.client, pair.server);
    pair.server.endOfTransport();
    t.deepEqual(pair.server.connection.read(9), utf8('last'));
    t.deepEqual(pair.server.connection.read(9), { kind: 'eof' });
    t.deepEqual(pair.server.connection.read(9), { kind: 'dead', by: 'us' });
    t.deepEqual(pair.server.connection.write(utf8('x')), { kind: 'dead', by: 'us' });
  });
}
