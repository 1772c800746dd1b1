/** Data and its end, in either version, here and in CPython (section 7 of what Python's module does). */
import * as ssl from '../../lib/index.ts';
import { certificate } from '../tools/certs.ts';
import { compare } from './compare.ts';
import type { Known } from './known.ts';
import { bytes, call, get, make, move, name, type Step, set } from './transcript.ts';

const DEFAULT_OPTIONS = 0x82520050;

/** Both ends open, without tickets, whose lengths are a server's own affair. */
const open = (version: number, more: readonly Step[] = []): Step[] => [
  make('SSLContext', [ssl.PROTOCOL_TLS_CLIENT], 'c'),
  make('SSLContext', [ssl.PROTOCOL_TLS_SERVER], 's'),
  ...['c', 's'].flatMap((of) => [set(of, 'minimum_version', version), set(of, 'maximum_version', version)]),
  call('c', 'load_verify_locations', [certificate('ca.crt')]),
  call('s', 'load_cert_chain', [certificate('rsa2048.pem')]),
  set('s', 'num_tickets', 0),
  set('s', 'options', DEFAULT_OPTIONS + ssl.OP_NO_TICKET),
  ...more,
  ...['c-in', 'c-out', 's-in', 's-out', 'aside'].map((of) => make('MemoryBIO', [], of)),
  call('c', 'wrap_bio', [name('c-in'), name('c-out')], { server_hostname: 'localhost' }, 'client'),
  call('s', 'wrap_bio', [name('s-in'), name('s-out'), true], {}, 'server'),
  ...Array.from({ length: 2 }, () => [
    call('client', 'do_handshake'),
    move('c-out', 's-in'),
    call('server', 'do_handshake'),
    move('s-out', 'c-in'),
  ]).flat(),
  call('client', 'do_handshake'),
];

const zeros = (length: number) => ({ bytes: '00'.repeat(length) });
const calls = (of: string): Step[] => [
  call(of, 'read', [5]),
  call(of, 'write', [bytes('x')]),
  call(of, 'pending'),
  call(of, 'do_handshake'),
  call(of, 'unwrap'),
  call(of, 'version'),
];

const scripts: Readonly<Record<string, (version: number) => Step[]>> = {
  'records and their sizes': (version) => [
    ...open(version),
    ...[0, 1, 16_383, 16_384, 16_385, 40_000].flatMap((length) => [
      call('client', 'write', [zeros(length)]),
      get('c-out', 'pending'),
      move('c-out', 's-in'),
      ...Array.from({ length: 4 }, () => [
        call('server', 'pending'),
        call('server', 'read', [20_000]),
        get('s-in', 'pending'),
      ]).flat(),
    ]),
    ...['a', 'bc', 'def'].map((word) => call('client', 'write', [bytes(word)])),
    move('c-out', 's-in'),
    ...[1, 100, 2, 0, 100, 100].flatMap((length) => [
      call('server', 'read', [length]),
      call('server', 'pending'),
    ]),
    call('server', 'read', [2 ** 62]),
    call('server', 'read', [2 ** 64]),
  ],
  'an end in order, of the client': (version) => [
    ...open(version),
    call('client', 'write', [bytes('last')]),
    call('client', 'unwrap'),
    get('c-out', 'pending'),
    call('client', 'write', [bytes('x')]),
    move('c-out', 's-in'),
    call('server', 'read', [2]),
    call('server', 'read'),
    call('server', 'read'),
    call('server', 'write', [bytes('late')]),
    call('server', 'unwrap'),
    call('server', 'unwrap'),
    call('server', 'write', [bytes('x')]),
    move('s-out', 'c-in'),
    call('client', 'read'),
    call('client', 'unwrap'),
    ...calls('client'),
    ...calls('server'),
  ],
  'both ends at once': (version) => [
    ...open(version),
    call('client', 'unwrap'),
    call('server', 'unwrap'),
    move('c-out', 's-in'),
    move('s-out', 'c-in'),
    call('client', 'unwrap'),
    call('server', 'unwrap'),
    ...calls('client'),
    ...calls('server'),
  ],
  'an end with data unread': (version) => [
    ...open(version),
    call('server', 'write', [bytes('unread')]),
    move('s-out', 'c-in'),
    call('client', 'unwrap'),
    call('client', 'unwrap'),
    ...calls('client'),
  ],
  'an end without a word': (version) => [
    ...open(version),
    call('server', 'write', [bytes('last')]),
    move('s-out', 'c-in'),
    call('c-in', 'write_eof'),
    call('client', 'read', [2]),
    call('client', 'read'),
    ...calls('client'),
    ...calls('client'),
  ],
  'an end without a word, tolerated': (version) => [
    ...open(version, [set('c', 'options', DEFAULT_OPTIONS + ssl.OP_IGNORE_UNEXPECTED_EOF)]),
    call('server', 'write', [bytes('last')]),
    move('s-out', 'c-in'),
    call('c-in', 'write_eof'),
    call('client', 'read'),
    ...calls('client'),
  ],
  'an end inside a record': (version) => [
    ...open(version),
    call('server', 'write', [bytes('cut')]),
    call('c-in', 'write', [{ bytes: '1703030020' }]),
    call('client', 'read'),
    call('c-in', 'write_eof'),
    ...calls('client'),
  ],
  'an end before unwrap': (version) => [
    ...open(version),
    call('c-in', 'write_eof'),
    call('client', 'unwrap'),
    ...calls('client'),
  ],
  'a record that was tampered with': (version) => [
    ...open(version),
    call('c-in', 'write', [{ bytes: `1703030020${'00'.repeat(32)}` }]),
    call('client', 'read'),
    move('c-out', 's-in'),
    call('server', 'read'),
    ...calls('client'),
    ...calls('server'),
  ],
  'noise in the place of a record': (version) => [
    ...open(version),
    call('c-in', 'write', [bytes('what is this?')]),
    call('client', 'read'),
    move('c-out', 's-in'),
    call('server', 'read'),
    ...calls('client'),
    ...calls('server'),
  ],
};

const KNOWN: readonly Known[] = [];

const versions = { 'TLS 1.2': ssl.TLSVersion.TLSv1_2, 'TLS 1.3': ssl.TLSVersion.TLSv1_3 };
compare(
  Object.fromEntries(
    Object.entries(versions).flatMap(([title, version]) =>
      Object.entries(scripts).map(([what, steps]) => [`${title}: ${what}`, steps(version)]),
    ),
  ),
  KNOWN,
);
