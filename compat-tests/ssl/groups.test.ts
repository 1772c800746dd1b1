/**
 * Lists of groups: what OpenSSL 3.5's syntax says, and what two ends agree on then. The negotiations are those that
 * OpenSSL holds itself to in its `tls13groupselection_test`.
 */
import test from 'ava';
import * as ssl from '../../lib/index.ts';
import { clientContext, connected, forEachCore, pair, serverContext } from '../tools/pair.ts';

/** What the client sets, what the server sets, who decides, the group, and whether it takes a retry. */
type Row = readonly [string, string, 'client' | 'server', string, 'at once' | 'retried'];

const NEGOTIATIONS: readonly Row[] = [
  // One share, for the first: what both have of that is taken at once.
  [
    'secp384r1:secp521r1:X25519:prime256v1:X448',
    'X25519:secp521r1:secp384r1:prime256v1:X448',
    'client',
    'secp384r1',
    'at once',
  ],
  [
    'secp521r1:secp384r1:X25519:prime256v1:X448',
    'X25519:secp521r1:secp384r1:prime256v1:X448',
    'server',
    'secp521r1',
    'at once',
  ],
  [
    'secp521r1:secp384r1:X25519:prime256v1:X448',
    'X25519:secp384r1:prime256v1',
    'client',
    'secp384r1',
    'retried',
  ],
  [
    'secp521r1:secp384r1:X25519:prime256v1:X448',
    'X25519:secp384r1:prime256v1',
    'server',
    'x25519',
    'retried',
  ],
  // Shares as they are marked.
  [
    'secp521r1:secp384r1:*X25519/*prime256v1:X448',
    'secp521r1:*prime256v1:X25519:X448',
    'client',
    'x25519',
    'at once',
  ],
  [
    'secp521r1:secp384r1:*X25519/*prime256v1:X448',
    'secp521r1:*prime256v1:X25519:X448',
    'server',
    'secp256r1',
    'at once',
  ],
  // The first tier is worth a retry.
  [
    'secp521r1:secp384r1:*X25519:prime256v1:*X448',
    'secp384r1:secp521r1:prime256v1/X25519:X448',
    'client',
    'secp521r1',
    'retried',
  ],
  [
    'secp521r1:secp384r1:*X25519:prime256v1:*X448',
    'secp384r1:secp521r1:prime256v1/X25519:X448',
    'server',
    'secp384r1',
    'retried',
  ],
  // Nothing in the first tier: the second.
  ['*X25519:prime256v1:*X448', 'secp521r1:secp384r1/X448:X25519', 'client', 'x25519', 'at once'],
  ['*X25519:prime256v1:*X448', 'secp521r1:secp384r1/X448:X25519', 'server', 'x448', 'at once'],
  // Unknown names with a question mark.
  [
    '*X25519:?unknown_group_123:prime256v1:*X448',
    'secp521r1:secp384r1/X448:?unknown_group_456:?X25519',
    'client',
    'x25519',
    'at once',
  ],
  [
    '*X25519:prime256v1:*X448:?*unknown_group_789',
    'secp521r1:secp384r1/?X448:?unknown_group_456:X25519',
    'server',
    'x448',
    'at once',
  ],
  // What is taken out.
  ['*X25519:*X448', 'secp521r1:X25519:prime256v1:-X25519:secp384r1/X448', 'client', 'x448', 'at once'],
  ['*X25519:prime256v1:*X448', 'X25519:prime256v1/X448:-X25519', 'server', 'secp256r1', 'retried'],
  ['*X25519:*prime256v1:-X25519', 'X25519:prime256v1', 'client', 'secp256r1', 'at once'],
  // Twice the same.
  [
    'secp521r1:X25519:prime256v1/X25519:prime256v1/X448',
    'secp521r1:X25519:prime256v1/X25519:prime256v1/X448',
    'server',
    'secp521r1',
    'at once',
  ],
  [
    'secp521r1 / prime256v1:X25519 / prime256v1/X448',
    'secp521r1 / prime256v1:X25519 / prime256v1/X448',
    'server',
    'secp521r1',
    'at once',
  ],
  // The hybrid, and what OpenSSL 3.5 has from the start.
  ['X25519MLKEM768:X25519', 'X25519MLKEM768:X25519', 'server', 'X25519MLKEM768', 'at once'],
  ['X25519MLKEM768:X25519', 'X25519', 'server', 'x25519', 'retried'],
  ['*X25519MLKEM768:*X25519', 'DEFAULT', 'server', 'x25519', 'at once'],
  [
    '*X25519MLKEM768/*X25519:secp256r1',
    '*X25519MLKEM768/*X25519:secp256r1',
    'server',
    'X25519MLKEM768',
    'at once',
  ],
  ['X25519:X25519MLKEM768', '*X25519MLKEM768/*X25519:secp256r1', 'server', 'X25519MLKEM768', 'retried'],
  // The default list by its name.
  ['*P-384:DEFAULT:-X25519', 'DEFAULT', 'server', 'secp384r1', 'at once'],
  ['DEFAULT:-X25519', 'DEFAULT', 'server', 'secp256r1', 'at once'],
  ['P-384:*DEFAULT', 'DEFAULT', 'server', 'x25519', 'at once'],
];

forEachCore((core) => {
  for (const [client, server, decides, group, when] of NEGOTIATIONS) {
    test(`${client} meets ${server}, the ${decides} decides: ${group}, ${when} (${core.name})`, (t) => {
      const served = serverContext(core, { set: (context) => context.set_groups(server) });
      if (decides === 'client') served.options &= ~ssl.OP_CIPHER_SERVER_PREFERENCE;
      let retries = 0;
      const { client: end, server: other } = connected({
        client: clientContext(core, { set: (context) => context.set_groups(client) }),
        server: served,
        wire: (flight, from) => {
          if (from === 'server' && Buffer.from(flight).includes(RETRY_RANDOM)) retries++;
          return flight;
        },
      });
      t.deepEqual([end.object.group(), other.object.group()], [group, group]);
      t.is(retries, when === 'retried' ? 1 : 0);
    });
  }

  test(`groups that only one end has are none (${core.name})`, (t) => {
    for (const [client, server] of [
      ['secp384r1:secp521r1:X25519', 'prime256v1:X448'],
      ['X25519MLKEM768', 'X25519'],
      ['X25519', 'X25519MLKEM768/P-256'],
    ]) {
      const both = pair({
        client: clientContext(core, { set: (context) => context.set_groups(client) }),
        server: serverContext(core, { set: (context) => context.set_groups(server) }),
      }).handshake();
      t.true(both.client.error instanceof ssl.SSLError);
      t.is((both.server.error as ssl.SSLError).reason, 'NO_SUITABLE_KEY_SHARE');
    }
  });
});

test('lists that are none are refused, and change nothing', (t) => {
  const context = new ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT);
  for (const list of [
    '',
    'NOTVALID',
    '*X25519:*prime256v1:NOTVALID',
    'X25519//prime256v1',
    '**X25519:*prime256v1',
    '*X25519:*secp256r1:*X448:*secp521r1:*secp384r1',
    '*X25519:*secp256r1:?:*secp521r1',
    '*X25519:*secp256r1::secp521r1',
    ':*secp256r1:secp521r1',
    '*secp256r1:secp521r1:',
    '/secp256r1/secp521r1',
    'secp256r1/secp521r1/',
    'X25519:??secp256r1:X448',
    '--X25519:secp256r1:X448',
    '-DEFAULT',
    '?DEFAULT',
    '-NOTVALID',
    `${'X25519:'.repeat(200)}X25519`,
  ])
    t.throws(
      () => context.set_groups(list),
      { instanceOf: ssl.SSLError, message: /unrecognized group/ },
      list,
    );
  for (const list of [
    'X25519/prime256v1:-X448',
    'X25519:-*X25519:*prime256v1',
    '*DEFAULT',
    '-?NOTVALID:X25519',
  ])
    t.notThrows(() => context.set_groups(list), list);
});

test('a list out of which everything was taken lets no client begin', (t) => {
  const context = new ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT);
  context.minimum_version = ssl.TLSVersion.TLSv1_3;
  context.set_groups('X25519:secp256r1:-X25519:-P-256');
  const object = context.wrap_bio(new ssl.MemoryBIO(), new ssl.MemoryBIO(), false, 'localhost');
  t.throws(() => object.do_handshake(), { instanceOf: ssl.SSLError });
});

test('a hello carries a share for each group that is marked, in its order', (t) => {
  const shares = (list: string) => {
    const context = new ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT);
    context.set_groups(list);
    const outgoing = new ssl.MemoryBIO();
    const object = context.wrap_bio(new ssl.MemoryBIO(), outgoing, false, 'localhost');
    t.throws(() => object.do_handshake(), { instanceOf: ssl.SSLWantReadError });
    return keyShares(outgoing.read());
  };
  t.deepEqual(shares('X25519:P-256'), [[0x001d, 32]]);
  t.deepEqual(shares('*X25519MLKEM768/*X25519:P-256'), [
    [0x11ec, 1216],
    [0x001d, 32],
  ]);
  t.deepEqual(shares('X25519:*P-256:?*none'), [[0x0017, 65]]);
});

/** Of a ClientHello in one record: group and length of each share. */
function keyShares(record: Uint8Array): [number, number][] {
  const bytes = Buffer.from(record);
  let at = 5 + 4 + 2 + 32;
  at += 1 + bytes[at]; // session ID
  at += 2 + bytes.readUInt16BE(at); // suites
  at += 1 + bytes[at]; // compression
  const end = at + 2 + bytes.readUInt16BE(at);
  const shares: [number, number][] = [];
  for (at += 2; at < end; at += 4 + bytes.readUInt16BE(at + 2)) {
    if (bytes.readUInt16BE(at) !== KEY_SHARE) continue;
    const last = at + 4 + bytes.readUInt16BE(at + 2);
    for (let share = at + 6; share < last; share += 4 + bytes.readUInt16BE(share + 2))
      shares.push([bytes.readUInt16BE(share), bytes.readUInt16BE(share + 2)]);
  }
  return shares;
}

const KEY_SHARE = 51;
/** How a HelloRetryRequest begins its random (RFC 8446 section 4.1.3). */
const RETRY_RANDOM = Buffer.from('cf21ad74e59a6111', 'hex');

forEachCore((core) => {
  for (const byTicket of [true, false]) {
    test(`a session of TLS 1.2 goes on with the group of its beginning, by ${byTicket ? 'ticket' : 'identifier'} (${core.name})`, (t) => {
      const set = (context: ssl.SSLContext) => {
        context.maximum_version = ssl.TLSVersion.TLSv1_2;
        if (!byTicket) context.options |= ssl.OP_NO_TICKET;
      };
      const client = clientContext(core, { set });
      const server = serverContext(core, { set });
      server.set_groups('P-384:X25519:P-256');
      client.set_groups('P-384:P-256'); // the certificate's curve as well
      const first = connected({ client, server });
      const { session } = first.client.object;
      client.set_groups('X25519:P-256');
      const other = clientContext(core, { set });
      const restored = ssl.SSLSession.from_bytes((session as ssl.SSLSession).to_bytes());
      for (const next of [
        connected({ client, server, session }),
        connected({ client: other, server, session: restored }),
      ]) {
        t.true(next.client.object.session_reused);
        t.deepEqual([next.client.object.group(), next.server.object.group()], ['secp384r1', 'secp384r1']);
      }
    });
  }

  test(`keys of TLS 1.2 that were exchanged without a curve have no group, nor has their session (${core.name})`, (t) => {
    const set = (context: ssl.SSLContext) => {
      context.maximum_version = ssl.TLSVersion.TLSv1_2;
      context.set_ciphers('AES128-GCM-SHA256');
    };
    const client = clientContext(core, { set });
    const server = serverContext(core, { set, present: 'rsa2048.pem' });
    const first = connected({ client, server });
    const next = connected({ client, server, session: first.client.object.session });
    t.true(next.client.object.session_reused);
    for (const { object } of [first.client, first.server, next.client, next.server])
      t.is(object.group(), null);
  });
});
