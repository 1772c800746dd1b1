import test from 'ava';
import type { CryptoProvider } from '../../lib/crypto/index.ts';
import * as ssl from '../../lib/index.ts';
import { clientContext, connected, forEachCore, type Pair, serverContext, thrown } from '../tools/pair.ts';
import { ALERT, APPLICATION_DATA, ascii, CHANGE_CIPHER_SPEC, HANDSHAKE, record } from './records.ts';
import { flip, reasonOf, type Tampering, tryTampering } from './tampering.ts';

/**
 * What an adversary on the wire can do to an established connection of TLS 1.2. Reasons and alerts are CPython's over
 * OpenSSL 3.0, but for records too short for any tag, to which that has three answers and we have one: bad_record_mac.
 */
const BAD_RECORD = {
  before: '',
  raises: 'DECRYPTION_FAILED_OR_BAD_RECORD_MAC',
  peer: 'SSLV3_ALERT_BAD_RECORD_MAC',
};
const TOO_LONG = { before: '', raises: 'PACKET_LENGTH_TOO_LONG', peer: 'TLSV1_ALERT_RECORD_OVERFLOW' };
const BAD_VERSION = { before: '', raises: 'WRONG_VERSION_NUMBER', peer: 'TLSV1_ALERT_PROTOCOL_VERSION' };

/** A record of this type and length. */
const blank = (length: number, version = 0x0303) => record(APPLICATION_DATA, new Uint8Array(length), version);

const ROWS: readonly Tampering[] = [
  { what: 'the last bit', tamper: ([a, ...rest]) => [flip(a, a.length - 1), ...rest], ...BAD_RECORD },
  { what: 'a bit of nonce or IV', tamper: ([a, ...rest]) => [flip(a, 5), ...rest], ...BAD_RECORD },
  { what: 'a bit further on', tamper: ([a, ...rest]) => [flip(a, 5 + 16), ...rest], ...BAD_RECORD },
  { what: 'the second record', tamper: ([a, b]) => [a, flip(b, 6)], ...BAD_RECORD, before: 'one' },
  { what: 'another type', tamper: ([a]) => [Uint8Array.of(ALERT, ...a.subarray(1))], ...BAD_RECORD },
  { what: 'a record replayed', tamper: ([a]) => [a, a], ...BAD_RECORD, before: 'one' },
  { what: 'a record dropped', tamper: ([, b]) => [b], ...BAD_RECORD },
  { what: 'records the other way round', tamper: ([a, b]) => [b, a], ...BAD_RECORD },
  {
    what: 'two records glued into one',
    tamper: ([a, b]) => [record(APPLICATION_DATA, [...a.subarray(5), ...b.subarray(5)])],
    ...BAD_RECORD,
  },
  ...[1, 16, 32].map((cut) => ({
    what: `a record cut by ${cut}, its length made to fit`,
    tamper: ([a]: readonly Uint8Array[]) => [
      record(APPLICATION_DATA, a.subarray(5, Math.max(5, a.length - cut))),
    ],
    ...BAD_RECORD,
  })),
  { what: 'a message in clear', tamper: () => [record(HANDSHAKE, [20, 0, 0, 0])], ...BAD_RECORD },
  { what: 'a wish to renegotiate in clear', tamper: () => [record(HANDSHAKE, [0, 0, 0, 0])], ...BAD_RECORD },
  { what: 'a fatal alert in clear', tamper: () => [record(ALERT, [2, 40])], ...BAD_RECORD },
  { what: 'close_notify in clear', tamper: () => [record(ALERT, [1, 0])], ...BAD_RECORD },
  { what: 'change_cipher_spec in clear', tamper: () => [record(CHANGE_CIPHER_SPEC, [1])], ...BAD_RECORD },
  ...[0, 1, 8, 16, 24, 25, 31, 32, 48, 64, 100, 16_384].map((length) => ({
    what: `${length} zeros`,
    tamper: () => [blank(length)],
    ...BAD_RECORD,
  })),
  { what: '2^14 + 2049 bytes', tamper: () => [blank(0x4801)], ...TOO_LONG },
  { what: 'HTTP', tamper: () => [ascii('GET / HTTP/1.0\r\n\r\n')], ...BAD_VERSION },
  { what: 'a record of version 3.1', tamper: () => [blank(60, 0x0301)], ...BAD_VERSION },
  { what: 'a record of version 3.4', tamper: () => [blank(60, 0x0304)], ...BAD_VERSION },
  { what: 'a record of version 2.3', tamper: () => [blank(60, 0x0203)], ...BAD_VERSION },
];

const SUITES = [
  'ECDHE-ECDSA-AES128-GCM-SHA256',
  'ECDHE-ECDSA-AES128-CCM8',
  'ECDHE-ECDSA-CHACHA20-POLY1305',
  'ECDHE-ECDSA-AES128-SHA256',
] as const;

forEachCore((core) => {
  for (const suite of SUITES) {
    for (const side of ['client', 'server'] as const) {
      for (const row of ROWS) {
        test(`${row.what}, to the ${side}, ${suite} (${core.name})`, (t) => {
          tryTampering(t, established(core, suite), side, row);
        });
      }
    }

    test(`a transport that ends without a goodbye is no end, ${suite} (${core.name})`, (t) => {
      const { client, server } = established(core, suite);
      client.object.write(ascii('all of it?'));
      server.incoming.write(client.outgoing.read());
      server.incoming.write_eof();
      t.is(new TextDecoder().decode(server.object.read()), 'all of it?');
      t.is(reasonOf(thrown(() => server.object.read())), 'UNEXPECTED_EOF_WHILE_READING');
    });

    test(`a transport that ends within a record gives nothing of it away, ${suite} (${core.name})`, (t) => {
      const { client, server } = established(core, suite);
      client.object.write(ascii('torn'));
      const bytes = client.outgoing.read();
      server.incoming.write(bytes.subarray(0, bytes.length - 1));
      t.is(reasonOf(thrown(() => server.object.read())), 'SSLWantReadError');
      server.incoming.write_eof();
      t.is(reasonOf(thrown(() => server.object.read())), 'UNEXPECTED_EOF_WHILE_READING');
    });

    test(`an end without a goodbye is tolerated between records, not within one, ${suite} (${core.name})`, (t) => {
      for (const cut of [0, 1]) {
        const { client, server } = established(core, suite, ssl.OP_IGNORE_UNEXPECTED_EOF);
        client.object.write(ascii('torn'));
        const bytes = client.outgoing.read();
        server.incoming.write(bytes.subarray(0, bytes.length - cut));
        server.incoming.write_eof();
        const read = () => server.object.read();
        if (cut > 0) t.is(reasonOf(thrown(read)), 'UNEXPECTED_EOF_WHILE_READING');
        else t.deepEqual([read(), read()], [ascii('torn'), ascii('')]);
      }
    });
  }
});

function established(core: CryptoProvider, suite: string, options = 0): Pair {
  const set = (context: ssl.SSLContext) => {
    context.minimum_version = context.maximum_version = ssl.TLSVersion.TLSv1_2;
    context.set_ciphers(suite);
    context.options |= options;
  };
  return connected({ client: clientContext(core, { set }), server: serverContext(core, { set }) });
}
