/** What a connection knows is overwritten when it ends, be that in the midst of a handshake or behind it. */
import test, { type ExecutionContext } from 'ava';
import type {
  CryptoProvider,
  DhAlgorithm,
  GroupAlgorithm,
  HashAlgorithm,
  KeyShare,
} from '../../lib/crypto/provider.ts';
import { expand } from '../../lib/tls/keys/hkdf.ts';
import { prf } from '../../lib/tls/keys/schedule12.ts';
import type { Settings } from '../../lib/tls/settings.ts';
import {
  carry,
  drain,
  type End,
  type EnginePair,
  engineCores,
  enginePair,
  testCredential,
} from '../tools/engine.ts';
import { SMALL_DH } from '../tools/settings.ts';

/** A provider whose key shares tell whether they were wiped. */
class Watched {
  readonly provider: CryptoProvider;
  readonly #shares: { isWiped: boolean }[] = [];

  constructor(core: CryptoProvider) {
    const groups = new Map([...core.groups].map(([name, group]) => [name, this.#group(group)]));
    const dh: DhAlgorithm = { start: (...given) => this.#share(core.dh.start(...given)) };
    this.provider = { ...core, groups, dh };
  }

  get unwiped(): number {
    return this.#shares.filter(({ isWiped }) => !isWiped).length;
  }

  get started(): number {
    return this.#shares.length;
  }

  #group(group: GroupAlgorithm): GroupAlgorithm {
    return { ...group, start: (privateKey) => this.#share(group.start(privateKey)) as KeyShare };
  }

  #share(share: KeyShare | undefined): KeyShare | undefined {
    if (share === undefined) return undefined;
    const entry = { isWiped: false };
    this.#shares.push(entry);
    return {
      share: share.share,
      agree: (peer) => share.agree(peer),
      wipe: () => {
        entry.isWiped = true;
        share.wipe();
      },
    };
  }
}

interface Scene extends EnginePair {
  readonly watched: { readonly client: Watched; readonly server: Watched };
  /** The secrets that either end has told its key log, as they stand in its memory. */
  readonly secrets: { readonly client: Uint8Array[]; readonly server: Uint8Array[] };
}

function scene(core: CryptoProvider, common: Partial<Settings>, server: Partial<Settings>): Scene {
  const watched = { client: new Watched(core), server: new Watched(core) };
  const secrets = { client: [] as Uint8Array[], server: [] as Uint8Array[] };
  const of = (role: 'client' | 'server'): Partial<Settings> => ({
    ...common,
    provider: watched[role].provider,
    observer: { secret: (_label, _random, secret) => secrets[role].push(secret) },
  });
  const pair = enginePair(core, of('client'), {
    ...of('server'),
    credentials: [testCredential(core)],
    ...server,
  });
  return { ...pair, watched, secrets };
}

const KINDS: Readonly<Record<string, readonly [common: Partial<Settings>, server?: Partial<Settings>]>> = {
  'TLS 1.3': [{}],
  'TLS 1.3 with a retry': [{}, { groups: ['secp256r1'] }],
  'TLS 1.3 with a client certificate': [{}, { clientCertificate: 'required' }],
  'TLS 1.2': [{ versions: ['TLSv1.2'], suites: ['TLS_ECDHE_ECDSA_WITH_AES_128_GCM_SHA256'] }],
  'TLS 1.2 with CBC': [{ versions: ['TLSv1.2'], suites: ['TLS_ECDHE_ECDSA_WITH_AES_128_CBC_SHA'] }],
  'TLS 1.2 with a shared key and a group': [
    {
      versions: ['TLSv1.2'],
      suites: ['TLS_DHE_PSK_WITH_AES_128_GCM_SHA256'],
      leastDhBits: 0,
      pskClient: () => ({ identity: Uint8Array.of(1), key: Uint8Array.of(2) }),
      pskServer: { hint: undefined, find: () => Uint8Array.of(2) },
    },
    { dhParameters: SMALL_DH },
  ],
};

/** How a connection ends. */
const ENDS: Readonly<Record<string, (end: End) => void>> = {
  destroyed: ({ connection }) => connection.destroy(),
  'by garbage': ({ connection, incoming }) => {
    incoming.write(Uint8Array.of(0x17, 0x07, 0x07, 0x00, 0x05));
    if (connection.state === 'open') connection.read(1);
    else connection.handshake();
  },
};

/** Hands the first `flights` flights over, and says which ends have begun. */
function handOver({ client, server }: Scene, flights: number): void {
  client.connection.handshake();
  for (let flight = 0; flight < flights; flight++) {
    const [from, to] = flight % 2 === 0 ? [client, server] : [server, client];
    carry(from, to);
    to.connection.handshake();
  }
}

function isForgotten(t: ExecutionContext, { watched, secrets }: Scene, role: 'client' | 'server'): void {
  t.is(watched[role].unwiped, 0, `${role}: private keys`);
  for (const secret of secrets[role])
    t.true(
      secret.every((byte) => byte === 0),
      `${role}: a secret`,
    );
}

for (const core of engineCores) {
  for (const [kind, [common, server = {}]] of Object.entries(KINDS)) {
    for (const [how, end] of Object.entries(ENDS)) {
      test(`${kind}, ${how} after each flight: ${core.name}`, (t) => {
        let shares = 0;
        let secrets = 0;
        for (let flights = 0; flights <= 5; flights++) {
          const both = scene(core, { ...common, credentials: [testCredential(core)] }, server);
          handOver(both, flights);
          for (const role of ['client', 'server'] as const) {
            if (both[role].connection.state === 'start') continue;
            drain(both[role]);
            end(both[role]);
            t.is(both[role].connection.state, 'ended');
            isForgotten(t, both, role);
            shares += both.watched[role].started;
            secrets += both.secrets[role].length;
          }
        }
        t.true(shares > 0 && secrets > 0, 'there was something to forget');
      });
    }
  }
}

for (const core of engineCores) {
  test(`HKDF and the PRF of TLS 1.2 leave nothing behind of what they cut (${core.name})`, (t) => {
    for (const hash of core.hashes.values()) {
      const made: Uint8Array[] = [];
      const keep = (mac: Uint8Array) => {
        made.push(mac);
        return mac;
      };
      const watched: HashAlgorithm = {
        ...hash,
        hmac: (key, data) => keep(hash.hmac(key, data)),
        keyedHmac: (key) => {
          const keyed = hash.keyedHmac(key);
          return { mac: (...parts) => keep(keyed.mac(...parts)), wipe: () => keyed.wipe() };
        },
      };
      const secret = new Uint8Array(48).fill(1);
      for (const length of [1, hash.outputLength - 1, hash.outputLength + 1, 3 * hash.outputLength]) {
        t.true(expand(watched, secret, secret, length).some((byte) => byte !== 0));
        t.true(prf(watched, secret, 'label', secret, length).some((byte) => byte !== 0));
      }
      t.true(made.length > 10);
      t.deepEqual(
        made.filter((mac) => mac.some((byte) => byte !== 0)),
        [],
        hash.name,
      );
    }
  });
}
