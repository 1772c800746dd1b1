/** Handshakes of TLS 1.2 between two engines: every suite, every way to feed one, and what may be left out or added. */
import test, { type ExecutionContext } from 'ava';
import { concat, EMPTY, fromHex, toHex, utf8 } from '../../lib/bytes/bytes.ts';
import type { CryptoProvider } from '../../lib/crypto/provider.ts';
import type { PeerVerifier } from '../../lib/tls/peer.ts';
import type { Settings } from '../../lib/tls/settings.ts';
import { type Suite12, suiteRow12 } from '../../lib/tls/suites12.ts';
import { decodeMessage13, encodeMessage13 } from '../../lib/wire/handshake.ts';
import { type SuiteName, suiteNumbers } from '../../lib/wire/registries.ts';
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
import { rsaCredential } from '../tools/puppet12.ts';
import { SMALL_DH, trustingVerifier } from '../tools/settings.ts';

const suites = (Object.keys(suiteNumbers) as SuiteName[]).flatMap((name) => suiteRow12(name) ?? []);

const sharedKey = { identity: utf8('a name'), key: utf8('a key that both have') };
const pskServer: NonNullable<Settings['pskServer']> = {
  hint: undefined,
  find: (identity) => (new TextDecoder().decode(identity) === 'a name' ? sharedKey.key : undefined),
};

type Ends = { readonly client: Partial<Settings>; readonly server: Partial<Settings> };

/** What both ends have to be told so that this suite is what they come to. */
function heldTo(suite: Suite12, core: CryptoProvider): Ends {
  const both: Partial<Settings> = { versions: ['TLSv1.2'], suites: [suite.name] };
  return {
    client: { ...both, leastDhBits: 0, pskClient: () => sharedKey },
    server: {
      ...both,
      credentials: [testCredential(core), rsaCredential(core)],
      dhParameters: SMALL_DH,
      pskServer,
    },
  };
}

function pairOf(core: CryptoProvider, suite: Suite12, more: Partial<Ends> = {}): EnginePair {
  const { client, server } = heldTo(suite, core);
  return enginePair(core, { ...client, ...more.client }, { ...server, ...more.server });
}

/** A client that does not speak of an extension that ours always sends. */
const without = (name: 'encrypt_then_mac' | 'extended_master_secret'): Partial<Settings> => ({
  rewriteClientHello: (hello) => {
    const message = decodeMessage13(hello);
    if (message.type !== 'client_hello') throw new Error('not a hello');
    const extensions = { ...message.body.extensions, [name]: undefined };
    return encodeMessage13('client_hello', { ...message.body, extensions });
  },
});

const modes = ['whole', 'byte by byte', 'with bytes behind'] as const;
type Mode = (typeof modes)[number];

/** Shakes hands to the end, feeding each end in the way that the mode says. */
function complete(t: ExecutionContext, pair: EnginePair, mode: Mode): void {
  const ends = [pair.client, pair.server];
  const done = [false, false];
  for (let turn = 0; turn < MAX_TURNS && !(done[0] && done[1]); turn++) {
    const [own, other] = [turn % 2, (turn + 1) % 2];
    if (!done[own]) done[own] = ends[own].connection.handshake().kind === 'done';
    const handshaken = ends[own].outgoing.length;
    const behind = mode === 'with bytes behind' && done[own] && !done[other];
    if (behind) ends[own].connection.write(utf8('behind'));
    const trail = ends[own].outgoing.length - handshaken;
    const flight = drain(ends[own]);
    if (mode === 'byte by byte') {
      flight.forEach((_, at) => {
        ends[other].incoming.write(flight.subarray(at, at + 1));
        done[other] = ends[other].connection.handshake().kind === 'done';
        t.is(ends[other].incoming.length, 0, 'a torn record is taken as far as it goes');
        t.true(!done[other] || at === flight.length - 1, 'not done before the flight is in');
      });
    } else ends[other].incoming.write(flight);
    if (!behind) continue;
    done[other] = ends[other].connection.handshake().kind === 'done';
    t.is(ends[other].incoming.length, trail, 'what stands behind stays there');
    t.deepEqual(ends[other].connection.read(100), utf8('behind'));
  }
  for (const { connection } of ends) t.is(connection.state, 'open');
}

const MAX_TURNS = 8;

/** Both ends agree on everything, and what one writes the other reads. */
function holds(t: ExecutionContext, pair: EnginePair, suite: Suite12): void {
  const { client, server } = pair;
  const [ours, theirs] = [client.connection.negotiated, server.connection.negotiated];
  for (const { version, suite: name } of [ours, theirs])
    t.deepEqual([version, name], ['TLSv1.2', suite.name]);
  t.deepEqual(ours.clientFinished, theirs.clientFinished);
  t.deepEqual(ours.serverFinished, theirs.serverFinished);
  t.is(ours.clientFinished?.length, 12);
  t.is(ours.group, suite.exchange.startsWith('ecdhe') ? 'x25519' : undefined);
  t.is(ours.group, theirs.group);
  t.is(ours.serverScheme, theirs.serverScheme);
  t.is(ours.serverScheme !== undefined, suite.exchange === 'ecdhe' || suite.exchange === 'dhe');
  t.is(ours.peerChain?.length, suite.authentication === 'psk' ? undefined : 1);
  const exported = [client, server].map(({ connection }) =>
    connection.exportKeyingMaterial('EXPORTER-test', utf8('context'), 40),
  );
  t.deepEqual(exported[0], exported[1]);
  const data = Uint8Array.from({ length: 20_000 }, (_, i) => i * 7);
  for (const [from, to] of [
    [client, server],
    [server, client],
  ]) {
    t.is(from.connection.write(data), data.length);
    carry(from, to);
    const parts = [to.connection.read(20_000), to.connection.read(20_000)] as Uint8Array[];
    t.deepEqual(concat(...parts), data);
  }
  t.deepEqual(client.connection.close(), { kind: 'want' });
  carry(client, server);
  t.deepEqual(server.connection.read(1), { kind: 'closed' });
  t.deepEqual(server.connection.close(), { kind: 'done' });
  carry(server, client);
  t.deepEqual(client.connection.close(), { kind: 'done' });
}

for (const core of engineCores) {
  test(`there is a handshake for every suite: ${core.name}`, (t) => {
    for (const suite of suites) {
      const pair = pairOf(core, suite);
      complete(t, pair, 'whole');
      holds(t, pair, suite);
      if (suite.protection.kind !== 'cbc') continue;
      const inside = pairOf(core, suite, { client: without('encrypt_then_mac') });
      complete(t, inside, 'whole');
      holds(t, inside, suite);
    }
  });

  for (const exchange of ['ecdhe', 'dhe', 'rsa', 'psk', 'ecdhe_psk', 'dhe_psk', 'rsa_psk'] as const) {
    for (const mode of modes) {
      test(`${exchange}, ${mode}: ${core.name}`, (t) => {
        const suite = suites.find((row) => row.exchange === exchange && row.protection.kind === 'aead');
        if (suite === undefined) throw new Error('every key exchange has an AEAD suite');
        const pair = pairOf(core, suite);
        complete(t, pair, mode);
        holds(t, pair, suite);
      });
    }
  }

  const ecdsa = suiteRow12('TLS_ECDHE_ECDSA_WITH_AES_128_GCM_SHA256') as Suite12;
  const keeper = {
    lifetime: 7200,
    seal: (state: Uint8Array) => state.slice(),
    open: (ticket: Uint8Array) => ticket,
  };
  const scenarios: Readonly<Record<string, Partial<Ends>>> = {
    'a ticket': { server: { tickets: keeper } },
    'flights gathered': { client: { gatherFlights: true }, server: { gatherFlights: true, tickets: keeper } },
    'a client certificate': {
      client: { credentials: [testCredential(core)] },
      server: { clientCertificate: 'required' },
    },
    'a client certificate of RSA': {
      client: { credentials: [rsaCredential(core)] },
      server: { clientCertificate: 'required' },
    },
    'a client certificate that is not there': { server: { clientCertificate: 'optional' } },
    'a client that offers TLS 1.3 too': {
      client: { versions: ['TLSv1.3', 'TLSv1.2'], suites: ['TLS_AES_128_GCM_SHA256', ecdsa.name] },
    },
    'a client without extended master secret': { client: without('extended_master_secret') },
    'authorities named': { server: { clientCertificate: 'optional', authorities: [Uint8Array.of(0x30, 0)] } },
    'another curve': { server: { groups: ['secp521r1', 'x25519'] } },
  };
  for (const [title, more] of Object.entries(scenarios)) {
    for (const mode of modes) {
      test(`with ${title}, ${mode}: ${core.name}`, (t) => {
        const pair = pairOf(core, ecdsa, more);
        complete(t, pair, mode);
        const { peerChain, clientScheme } = pair.server.connection.negotiated;
        t.deepEqual(peerChain, more.client?.credentials?.[0].chain.slice());
        t.is(clientScheme, pair.client.connection.negotiated.clientScheme);
        pair.client.connection.write(utf8('ping'));
        carry(pair.client, pair.server);
        t.deepEqual(pair.server.connection.read(9), utf8('ping'));
      });
    }
  }

  test(`the server's order of suites decides, or the client's: ${core.name}`, (t) => {
    const both: SuiteName[] = ['TLS_ECDHE_ECDSA_WITH_AES_256_GCM_SHA384', ecdsa.name];
    for (const preferOwnSuites of [true, false]) {
      const pair = pairOf(core, ecdsa, {
        client: { suites: both.toReversed() },
        server: { suites: both, preferOwnSuites },
      });
      shakeHands(pair);
      t.is(pair.client.connection.negotiated.suite, preferOwnSuites ? both[0] : both[1]);
    }
  });

  test(`a suite that cannot be carried through is passed over: ${core.name}`, (t) => {
    const pair = pairOf(core, ecdsa, {
      client: { suites: ['TLS_DHE_RSA_WITH_AES_128_GCM_SHA256', ecdsa.name] },
      server: {
        suites: ['TLS_PSK_WITH_AES_128_GCM_SHA256', 'TLS_DHE_RSA_WITH_AES_128_GCM_SHA256', ecdsa.name],
        dhParameters: undefined,
      },
    });
    shakeHands(pair);
    t.is(pair.client.connection.negotiated.suite, ecdsa.name);
  });

  test(`a stapled response comes with the certificate, to those who ask: ${core.name}`, (t) => {
    const seen: (Uint8Array | undefined)[] = [];
    const ocspResponse = utf8('a response');
    const trusting = trustingVerifier(core);
    for (const askForOcsp of [true, false]) {
      const pair = pairOf(core, ecdsa, {
        client: {
          askForOcsp,
          verifier: {
            judge: (chain, details) => {
              seen.push(details.ocspResponse);
              return trusting.judge(chain, details);
            },
          },
        },
        server: { credentials: [{ ...testCredential(core), ocspResponse }] },
      });
      complete(t, pair, 'byte by byte');
    }
    t.deepEqual(seen, [ocspResponse, undefined]);
  });

  test(`who asks for a status that is none of OCSP's gets no staple, in either version: ${core.name}`, (t) => {
    // RFC 6066 section 8 leaves the form of such a request to whoever defines it: status_type 9, and bytes.
    const status = fromHex('000500050100000000');
    const odd = (hello: Uint8Array): Uint8Array => {
      const at = toHex(hello).indexOf(toHex(status)) / 2;
      const changed = hello.slice();
      changed.set(fromHex('09aabbccdd'), at + 4);
      return changed;
    };
    const credentials = [{ ...testCredential(core), ocspResponse: utf8('a response') }];
    const trusting = trustingVerifier(core);
    for (const version of ['TLSv1.2', 'TLSv1.3'] as const) {
      const verifier: PeerVerifier = {
        judge: (chain, details) => {
          t.is(details.ocspResponse, undefined);
          return trusting.judge(chain, details);
        },
      };
      const both = { versions: [version], suites: [ecdsa.name, 'TLS_AES_128_GCM_SHA256' as const] };
      const pair = enginePair(
        core,
        { ...both, askForOcsp: true, verifier, rewriteClientHello: odd },
        { ...both, credentials },
      );
      shakeHands(pair);
      t.is(pair.client.connection.state, 'open');
    }
  });

  test(`the server's random says that it could have spoken TLS 1.3: ${core.name}`, (t) => {
    const marked = (versions: Settings['versions']): boolean => {
      const pair = pairOf(core, ecdsa, { server: { versions } });
      pair.client.connection.handshake();
      carry(pair.client, pair.server);
      pair.server.connection.handshake();
      const [hello] = splitRecords(drain(pair.server));
      return Buffer.from(hello.subarray(11, 43)).subarray(24).toString('latin1') === 'DOWNGRD\x01';
    };
    t.true(marked(['TLSv1.3', 'TLSv1.2']));
    t.false(marked(['TLSv1.2']));
  });

  test(`a downgrade on the way is found by either end: ${core.name}`, (t) => {
    const best: Partial<Settings> = {
      versions: ['TLSv1.3', 'TLSv1.2'],
      suites: ['TLS_AES_128_GCM_SHA256', ecdsa.name],
    };
    const pair = enginePair(core, best, { ...best, credentials: [testCredential(core)] });
    pair.client.connection.handshake();
    const hello = decodeMessage13(drain(pair.client).subarray(5));
    if (hello.type !== 'client_hello') throw new Error('not a hello');
    const extensions = { ...hello.body.extensions, supported_versions: undefined, key_share: undefined };
    const lowered = encodeMessage13('client_hello', { ...hello.body, extensions });
    pair.server.incoming.write(concat(Uint8Array.of(22, 3, 1, lowered.length >> 8, lowered.length), lowered));
    t.deepEqual(pair.server.connection.handshake(), { kind: 'want' });
    carry(pair.server, pair.client);
    t.like(pair.client.connection.handshake(), { kind: 'fault', fault: 'downgrade' });
  });

  test(`a suite taken from the hello on the way is missed at Finished: ${core.name}`, (t) => {
    const strong: SuiteName = 'TLS_ECDHE_ECDSA_WITH_AES_256_GCM_SHA384';
    const pair = pairOf(core, ecdsa, {
      client: { suites: [strong, ecdsa.name] },
      server: { suites: [strong, ecdsa.name] },
    });
    pair.client.connection.handshake();
    const hello = decodeMessage13(drain(pair.client).subarray(5));
    if (hello.type !== 'client_hello') throw new Error('not a hello');
    const weakened = encodeMessage13('client_hello', {
      ...hello.body,
      cipherSuites: hello.body.cipherSuites.filter((name) => name !== strong),
    });
    const record = Uint8Array.of(22, 3, 1, weakened.length >> 8, weakened.length);
    pair.server.incoming.write(concat(record, weakened));
    pair.server.connection.handshake();
    carry(pair.server, pair.client);
    pair.client.connection.handshake();
    carry(pair.client, pair.server);
    // Without the same handshake there are not even the same keys (RFC 7627).
    t.like(pair.server.connection.handshake(), { kind: 'fault', fault: 'badRecordMac' });
  });

  test(`a server that a client shares no key with: ${core.name}`, (t) => {
    const psk = suiteRow12('TLS_PSK_WITH_AES_128_GCM_SHA256') as Suite12;
    const nobody = pairOf(core, psk, { client: { pskClient: () => undefined } });
    t.like(shakeHands(nobody).client, { kind: 'fault', fault: 'noSharedKey' });
    const stranger = pairOf(core, psk, { client: { pskClient: () => ({ ...sharedKey, identity: EMPTY }) } });
    t.like(shakeHands(stranger).server, { kind: 'fault', fault: 'unknownPskIdentity' });
    const mistaken = pairOf(core, psk, {
      client: { pskClient: () => ({ ...sharedKey, key: utf8('another') }) },
    });
    t.like(shakeHands(mistaken).server, { kind: 'fault', fault: 'badRecordMac' });
  });

  test(`a client is told the hint, if there is one: ${core.name}`, (t) => {
    for (const exchange of ['psk', 'ecdhe_psk', 'dhe_psk', 'rsa_psk'] as const) {
      const suite = suites.find((row) => row.exchange === exchange) as Suite12;
      const hints: (Uint8Array | undefined)[] = [];
      for (const hint of [utf8('which of them'), undefined]) {
        const pair = pairOf(core, suite, {
          client: {
            pskClient: (told) => {
              hints.push(told);
              return sharedKey;
            },
          },
          server: { pskServer: { ...pskServer, hint } },
        });
        complete(t, pair, 'whole');
      }
      t.deepEqual(hints, [utf8('which of them'), undefined], exchange);
    }
  });

  test(`a group for DHE that is too small: ${core.name}`, (t) => {
    const dhe = suiteRow12('TLS_DHE_RSA_WITH_AES_128_GCM_SHA256') as Suite12;
    const pair = pairOf(core, dhe, { client: { leastDhBits: 2048 } });
    t.like(shakeHands(pair).client, { kind: 'fault', fault: 'dhKeyTooSmall' });
  });

  test(`a key log has the master secret under the client's random: ${core.name}`, (t) => {
    const lines: string[][] = [[], []];
    const watching = (into: string[]): Partial<Settings> => ({
      observer: {
        secret: (label, random, secret) => into.push([label, ...[random, secret].map(hex)].join(' ')),
      },
    });
    const pair = pairOf(core, ecdsa, { client: watching(lines[0]), server: watching(lines[1]) });
    complete(t, pair, 'whole');
    t.is(lines[0].length, 1);
    t.deepEqual(lines[0], lines[1]);
    t.regex(lines[0][0], /^CLIENT_RANDOM [0-9a-f]{64} [0-9a-f]{96}$/);
  });
}

const hex = (bytes: Uint8Array): string => Buffer.from(bytes).toString('hex');
