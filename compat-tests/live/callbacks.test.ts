/** What callbacks are called with, and what becomes of what they return and raise: here and in CPython. */
import * as ssl from '../../lib/index.ts';
import { certificate } from '../tools/certs.ts';
import { compare } from './compare.ts';
import { type Known, PROTECTED_ALERTS, SIGNATURES, TICKETS } from './known.ts';
import { call, callback, get, look, make, move, name, type Step, set, type Value } from './transcript.ts';

const { PROTOCOL_TLS_CLIENT: CLIENT, PROTOCOL_TLS_SERVER: SERVER } = ssl;
const DEFAULT_OPTIONS = 0x82520050;
const ca = certificate('ca.crt');
const rsa = certificate('rsa2048.pem');

const contexts = (version: number, more: readonly Step[] = []): Step[] => [
  make('SSLContext', [CLIENT], 'c'),
  make('SSLContext', [SERVER], 's'),
  make('SSLContext', [SERVER], 'other'),
  ...['c', 's', 'other'].flatMap((of) => [
    set(of, 'minimum_version', version),
    set(of, 'maximum_version', version),
  ]),
  call('c', 'load_verify_locations', [ca]),
  call('s', 'load_cert_chain', [rsa]),
  call('other', 'load_cert_chain', [certificate('p256.pem')]),
  ...more,
];

const objects = (hostname: Value = 'localhost'): Step[] => [
  ...['c-in', 'c-out', 's-in', 's-out'].map((of) => make('MemoryBIO', [], of)),
  call('c', 'wrap_bio', [name('c-in'), name('c-out')], { server_hostname: hostname }, 'client'),
  call('s', 'wrap_bio', [name('s-in'), name('s-out'), true], {}, 'server'),
];

/** Lengths of flights are others' business. */
const flights = (rounds = 3): Step[] =>
  Array.from({ length: rounds }, () => [
    call('client', 'do_handshake'),
    move('c-out', 's-in'),
    call('server', 'do_handshake'),
    move('s-out', 'c-in'),
  ]).flat();

const after: Step[] = ['client', 'server'].flatMap((of) => [
  call(of, 'version'),
  call(of, 'cipher'),
  call(of, 'do_handshake'),
  call(of, 'unwrap'),
]);

const naming =
  (answer: Parameters<typeof callback>[1], hostname: Value = 'localhost') =>
  (version: number) => [
    ...contexts(version, [set('s', 'sni_callback', callback('sni', answer))]),
    ...objects(hostname),
    ...flights(),
    look('sni'),
    ...after,
    call('client', 'getpeercert'),
  ];

const situations: Readonly<Record<string, (version: number) => Step[]>> = {
  'a name, and nothing said': naming({}),
  'no name': naming({}, null),
  'an address': naming({}, '127.0.0.1'),
  'another context': naming({ context: 'other' }),
  'an alert': naming({ returns: ssl.AlertDescription.ALERT_DESCRIPTION_ACCESS_DENIED }),
  'an alert of no name': naming({ returns: 200 }),
  zero: naming({ returns: 0 }),
  'a number beyond a byte': naming({ returns: 300 }),
  'a text': naming({ returns: 'x' }),
  'a float': naming({ returns: 1.5 }),
  'an exception': naming({ raises: 'no' }),
  'by the old name': (version) => [
    ...contexts(version, [
      call('s', 'set_servername_callback', [callback('old')]),
      call('s', 'set_servername_callback', [null]),
      get('s', 'sni_callback'),
      call('s', 'set_servername_callback', [5]),
      call('c', 'set_servername_callback', [callback('old')]),
      set('s', 'sni_callback', 5),
      set('c', 'sni_callback', null),
      call('s', 'set_servername_callback', [callback('old', { context: 'other' })]),
    ]),
    ...objects('bücher.example'),
    ...flights(),
    look('old'),
    ...after,
  ],
  'taken back': (version) => [
    ...contexts(version, [set('s', 'sni_callback', callback('sni')), set('s', 'sni_callback', null)]),
    ...objects(),
    ...flights(),
    look('sni'),
    ...after,
  ],
};

/** Messages: the client's and the server's, with their lengths where those are the same. */
const watching = (version: number): Step[] => [
  ...contexts(version, [
    call('s', 'set_alpn_protocols', [['x']]),
    set('c', '_msg_callback', callback('c-messages')),
    set('c', '_msg_callback', null),
    get('c', '_msg_callback'),
    set('c', '_msg_callback', 5),
    set('c', '_msg_callback', 'x'),
    // What stands in tickets is a server's own affair.
    set('s', 'num_tickets', 0),
    set('s', 'options', DEFAULT_OPTIONS + ssl.OP_NO_TICKET),
    set('c', '_msg_callback', callback('c-messages', { lengths: true })),
    set('s', '_msg_callback', callback('s-messages', { lengths: true })),
  ]),
  ...objects(),
  call('client', 'do_handshake'),
  look('c-messages'),
  move('c-out', 's-in'),
  call('server', 'do_handshake'),
  look('s-messages'),
  move('s-out', 'c-in'),
  call('client', 'do_handshake'),
  look('c-messages'),
  move('c-out', 's-in'),
  call('server', 'do_handshake'),
  look('s-messages'),
  move('s-out', 'c-in'),
  call('client', 'do_handshake'),
  look('c-messages'),
  call('client', 'write', [{ bytes: '00'.repeat(20_000) }]),
  look('c-messages'),
  move('c-out', 's-in'),
  call('server', 'read', [5]),
  look('s-messages'),
  call('client', 'unwrap'),
  look('c-messages'),
];

const KNOWN: readonly Known[] = [...SIGNATURES, ...TICKETS, PROTECTED_ALERTS];

const versions = { 'TLS 1.2': ssl.TLSVersion.TLSv1_2, 'TLS 1.3': ssl.TLSVersion.TLSv1_3 };
compare(
  Object.fromEntries(
    Object.entries(versions).flatMap(([title, version]) => [
      ...Object.entries(situations).map(([what, steps]) => [
        `${title}: sni_callback, ${what}`,
        steps(version),
      ]),
      [`${title}: _msg_callback`, watching(version)],
    ]),
  ),
  KNOWN,
);
