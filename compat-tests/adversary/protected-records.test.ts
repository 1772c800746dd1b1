import test from 'ava';
import type { CryptoProvider } from '../../lib/crypto/index.ts';
import {
  clientContext,
  connected,
  forEachCore,
  type Pair,
  readAll,
  serverContext,
  thrown,
} from '../tools/pair.ts';
import { ALERT, APPLICATION_DATA, ascii, CHANGE_CIPHER_SPEC, HANDSHAKE, record, split } from './records.ts';
import { flip, reasonOf, type Tampering, tryTampering } from './tampering.ts';

/** What an adversary on the wire can do to an established connection of TLS 1.3. */
const BAD_RECORD = { raises: 'DECRYPTION_FAILED_OR_BAD_RECORD_MAC', peer: 'SSLV3_ALERT_BAD_RECORD_MAC' };
const BAD_TYPE = { raises: 'BAD_RECORD_TYPE', peer: 'SSLV3_ALERT_UNEXPECTED_MESSAGE' };
const TOO_LONG = { raises: 'ENCRYPTED_LENGTH_TOO_LONG', peer: 'TLSV1_ALERT_RECORD_OVERFLOW' };
const BAD_VERSION = { raises: 'WRONG_VERSION_NUMBER', peer: 'TLSV1_ALERT_DECODE_ERROR' };

const ROWS: readonly Tampering[] = [
  {
    what: 'a bit of the tag',
    tamper: ([a, ...rest]) => [flip(a, a.length - 1), ...rest],
    before: '',
    ...BAD_RECORD,
  },
  {
    what: 'a bit of the ciphertext',
    tamper: ([a, ...rest]) => [flip(a, 5), ...rest],
    before: '',
    ...BAD_RECORD,
  },
  { what: 'a bit of the second record', tamper: ([a, b]) => [a, flip(b, 6)], before: 'one', ...BAD_RECORD },
  { what: 'a record replayed', tamper: ([a]) => [a, a], before: 'one', ...BAD_RECORD },
  { what: 'a record dropped', tamper: ([, b]) => [b], before: '', ...BAD_RECORD },
  { what: 'records the other way round', tamper: ([a, b]) => [b, a], before: '', ...BAD_RECORD },
  {
    what: 'two records glued into one',
    tamper: ([a, b]) => [record(APPLICATION_DATA, [...a.subarray(5), ...b.subarray(5)])],
    before: '',
    ...BAD_RECORD,
  },
  {
    what: 'a record cut shorter, its length made to fit',
    tamper: ([a]) => [record(APPLICATION_DATA, a.subarray(5, a.length - 1))],
    before: '',
    ...BAD_RECORD,
  },
  {
    what: 'HTTP',
    tamper: () => [ascii('GET / HTTP/1.0\r\n\r\n')],
    before: '',
    raises: 'WRONG_VERSION_NUMBER',
    peer: 'TLSV1_ALERT_PROTOCOL_VERSION',
  },
  {
    what: 'a handshake record in clear',
    tamper: () => [record(HANDSHAKE, [20, 0, 0, 0])],
    before: '',
    ...BAD_TYPE,
  },
  {
    what: 'an empty handshake record in clear',
    tamper: () => [record(HANDSHAKE, [])],
    before: '',
    ...BAD_TYPE,
  },
  { what: 'a fatal alert in clear', tamper: () => [record(ALERT, [2, 40])], before: '', ...BAD_TYPE },
  { what: 'close_notify in clear', tamper: () => [record(ALERT, [1, 0])], before: '', ...BAD_TYPE },
  { what: 'change_cipher_spec', tamper: () => [record(CHANGE_CIPHER_SPEC, [1])], before: '', ...BAD_TYPE },
  {
    what: 'change_cipher_spec of two bytes',
    tamper: () => [record(CHANGE_CIPHER_SPEC, [1, 1])],
    before: '',
    ...BAD_TYPE,
  },
  { what: 'an unknown type of record', tamper: () => [record(99, [1, 2, 3])], before: '', ...BAD_TYPE },
  {
    what: 'an empty record',
    tamper: () => [record(APPLICATION_DATA, [])],
    before: '',
    ...BAD_RECORD,
  },
  {
    what: 'a record shorter than a tag',
    tamper: () => [record(APPLICATION_DATA, new Uint8Array(10))],
    before: '',
    ...BAD_RECORD,
  },
  {
    what: 'a record of a tag and a byte',
    tamper: () => [record(APPLICATION_DATA, new Uint8Array(17))],
    before: '',
    ...BAD_RECORD,
  },
  {
    what: 'a record longer than 2^14 + 256',
    tamper: () => [record(APPLICATION_DATA, new Uint8Array(0x4101))],
    before: '',
    ...TOO_LONG,
  },
  {
    what: 'a record of version 3.1',
    tamper: () => [record(APPLICATION_DATA, new Uint8Array(30), 0x0301)],
    before: '',
    ...BAD_VERSION,
  },
];

forEachCore((core) => {
  for (const side of ['client', 'server'] as const) {
    for (const row of ROWS) {
      test(`${row.what}, to the ${side} (${core.name})`, (t) => {
        tryTampering(t, established(core), side, row);
      });
    }
  }

  test(`a record in pieces is one record (${core.name})`, (t) => {
    const { client, server } = established(core);
    client.object.write(ascii('bytewise'));
    const bytes = client.outgoing.read();
    for (let at = 0; at < bytes.length - 1; at++) {
      server.incoming.write(bytes.subarray(at, at + 1));
      t.is(reasonOf(thrown(() => server.object.read())), 'SSLWantReadError');
    }
    server.incoming.write(bytes.subarray(-1));
    t.is(new TextDecoder().decode(server.object.read()), 'bytewise');
  });

  test(`what stands behind the first record stays in the BIO (${core.name})`, (t) => {
    const both = established(core);
    both.client.object.write(ascii('one'));
    both.client.object.write(ascii('two'));
    const [, second] = split(both.client.outgoing.read()).map((bytes) => {
      both.server.incoming.write(bytes);
      return bytes;
    });
    t.is(new TextDecoder().decode(both.server.object.read()), 'one');
    t.is(both.server.incoming.pending, second.length);
    t.is(new TextDecoder().decode(readAll(both.server)), 'two');
  });
});

function established(core: CryptoProvider): Pair {
  return connected({ client: clientContext(core), server: serverContext(core) });
}
