/** A connection that is given another context, by `sni_callback` or by hand: what changes with it, and what stays, here and in CPython. */
import * as ssl from '../../lib/index.ts';
import { certificate } from '../tools/certs.ts';
import { compare } from './compare.ts';
import { lengths, PROTECTED_ALERTS, SIGNATURES, TICKETS } from './known.ts';
import {
  bytes,
  call,
  callback,
  get,
  look,
  make,
  name,
  type Step,
  set,
  told,
  tuple,
  type Value,
  watch,
} from './transcript.ts';
import { flights, objects } from './two-ends.ts';

const { PROTOCOL_TLS_CLIENT: CLIENT, PROTOCOL_TLS_SERVER: SERVER } = ssl;
const { TLSv1_2, TLSv1_3 } = ssl.TLSVersion;
const DEFAULT_OPTIONS = 0x82520050;
const ca = certificate('ca.crt');
const rsa = certificate('rsa2048.pem');
const own = certificate('client.pem');

/** Those that connections begin with, `c` and `s`, and those that they go on with. */
const NAMES = ['c', 'c2', 's', 's2'] as const;
const roleOf = (of: string): number => (of.startsWith('c') ? CLIENT : SERVER);

const contexts = (version: number): Step[] => [
  ...NAMES.map((of) => make('SSLContext', [roleOf(of)], of)),
  ...NAMES.flatMap((of) => [set(of, 'minimum_version', version), set(of, 'maximum_version', version)]),
  ...['c', 'c2'].map((of) => call(of, 'load_verify_locations', [ca])),
  call('s', 'load_cert_chain', [rsa]),
  call('s2', 'load_cert_chain', [certificate('p256.pem')]),
];

const facts: Step[] = ['client', 'server'].flatMap((of) => [
  call(of, 'version'),
  call(of, 'cipher'),
  call(of, 'selected_alpn_protocol'),
  call(of, 'getpeercert'),
  call(of, 'getpeercert', [true]),
]);

/** How the connection comes by its other context: before it begins, and on the way. */
const ways: Readonly<Record<string, { readonly setting?: Step; readonly given?: readonly Step[] }>> = {
  'by name': { setting: set('s', 'sni_callback', callback('sni', { context: 's2' })) },
  'a server’s, at once': { given: [set('server', 'context', name('s2'))] },
  'a client’s, at once': { given: [set('client', 'context', name('c2'))] },
  'a server’s that waits': {
    given: [call('server', 'do_handshake'), set('server', 'context', name('s2'))],
  },
  'a client’s that has said hello': {
    given: [call('client', 'do_handshake'), set('client', 'context', name('c2'))],
  },
};

/** Of clients OpenSSL counts wrongly: one who has not begun is taken from those that were accepted. */
const statistics = ['s', 's2'].map((of) => call(of, 'session_stats'));

const trusting = (of: string, verify: number): Step[] => [
  set(of, 'verify_mode', verify),
  call(of, 'load_verify_locations', [ca]),
];
const alpn = (of: string, ...names: readonly Value[]) => call(of, 'set_alpn_protocols', [[...names]]);
const suites = (of: string, list: string) => call(of, 'set_ciphers', [list]);

interface Situation {
  readonly setting: readonly Step[];
  readonly more?: readonly Step[];
}

const situations = (version: number): Readonly<Record<string, Situation>> => ({
  'and no more': { setting: [] },
  'with other suites': { setting: [suites('s2', 'ECDHE+CHACHA20'), suites('c2', 'ECDHE+CHACHA20')] },
  'with no suite in common': { setting: [suites('c', 'ECDHE+AESGCM'), suites('s2', 'ECDHE+CHACHA20')] },
  'with DHE’s parameters': {
    setting: [
      suites('c', 'DHE'),
      suites('c2', 'DHE'),
      call('s2', 'load_cert_chain', [rsa]),
      call('s2', 'load_dh_params', [certificate('ffdhe2048.pem')]),
    ],
  },
  'without DHE’s parameters': {
    setting: [
      suites('c', 'DHE'),
      suites('c2', 'DHE'),
      call('s2', 'load_cert_chain', [rsa]),
      call('s', 'load_dh_params', [certificate('ffdhe2048.pem')]),
    ],
  },
  'with another security level': { setting: [suites('c2', 'DEFAULT:@SECLEVEL=3')] },
  'with other protocols': {
    setting: [alpn('c', 'a', 'b'), alpn('c2', 'b'), alpn('s', 'a', 'b'), alpn('s2', 'b', 'a')],
  },
  'without protocols': { setting: [alpn('c', 'a'), alpn('s', 'a')] },
  'with protocols': { setting: [alpn('c2', 'a'), alpn('s2', 'a')] },
  'of other versions': {
    setting: ['s2', 'c2'].flatMap((of) => [
      set(of, 'minimum_version', -2),
      set(of, 'maximum_version', TLSv1_2),
    ]),
  },
  'without a certificate': { setting: [make('SSLContext', [SERVER], 's2')] },
  'that is a client’s': { setting: [make('SSLContext', [CLIENT], 's2')] },
  'that gives no tickets': {
    setting: [set('s2', 'options', DEFAULT_OPTIONS + ssl.OP_NO_TICKET), set('s2', 'num_tickets', 0)],
  },
  'with a client’s certificate': {
    setting: [...trusting('s', 1), ...trusting('s2', 1), call('c2', 'load_cert_chain', [own])],
  },
  'that trusts': {
    setting: [
      set('s', 'verify_mode', 2),
      ...trusting('s2', 0),
      ...['c', 'c2'].map((of) => call(of, 'load_cert_chain', [own])),
    ],
  },
  'that does not trust': {
    setting: [...trusting('s', 2), ...['c', 'c2'].map((of) => call(of, 'load_cert_chain', [own]))],
  },
  'that demands a certificate': { setting: trusting('s2', 2) },
  'that checks no names': {
    setting: [
      set('c2', 'check_hostname', false),
      set('c2', 'verify_mode', 0),
      ...['s', 's2'].map((of) => call(of, 'load_cert_chain', [certificate('wronghost.pem')])),
    ],
  },
  ...Object.fromEntries(
    NAMES.map((of) => [
      `, and ${of} is watched`,
      {
        setting: [
          make('SSLContext', [SERVER], 's2'),
          ...['s', 's2'].flatMap((each) => [
            set(each, 'minimum_version', version),
            set(each, 'maximum_version', version),
            set(each, 'num_tickets', 0),
            set(each, 'options', DEFAULT_OPTIONS + ssl.OP_NO_TICKET),
            call(each, 'load_cert_chain', [rsa]), // whose signatures have one length
          ]),
          watch(of, 'messages'),
        ],
        more: [told('messages')],
      },
    ]),
  ),
});

// --- shared keys --------------------------------------------------------------------------------------------------

const key = bytes('secretsecretsecret');
const asks = (of: string) =>
  call(of, 'set_psk_client_callback', [callback(`${of} says`, { returns: tuple('id', key) })]);
const finds = (of: string, hint: Value = null) =>
  call(of, 'set_psk_server_callback', [callback(`${of} says`, { returns: key }), hint]);

const sharing = (version: number, who: readonly Step[]): Situation => ({
  setting: [
    ...['s', 's2'].map((of) => make('SSLContext', [SERVER], of)),
    ...['s', 's2'].flatMap((of) => [
      set(of, 'minimum_version', version),
      set(of, 'maximum_version', version),
    ]),
    ...['c', 'c2'].flatMap((of) => [set(of, 'check_hostname', false), set(of, 'verify_mode', 0)]),
    ...NAMES.map((of) => suites(of, 'PSK')),
    ...who,
  ],
  more: NAMES.map((of) => look(`${of} says`)),
});

const keys = (version: number): Readonly<Record<string, Situation>> => ({
  ', and either has keys': sharing(version, [
    asks('c'),
    asks('c2'),
    finds('s', 'first'),
    finds('s2', 'second'),
  ]),
  ', and the first has keys': sharing(version, [asks('c'), finds('s', 'first')]),
  ', and the second has keys': sharing(version, [asks('c2'), finds('s2', 'second')]),
});

// --- what callbacks answer ----------------------------------------------------------------------------------------

const refused = (version: number, returns: number): Step[] => [
  ...contexts(version),
  set('s', 'sni_callback', callback('sni', { context: 's2', returns })),
  ...objects(),
  ...flights(),
  ...statistics,
];

const scripts = Object.entries({ 'TLS 1.2': TLSv1_2, 'TLS 1.3': TLSv1_3 }).flatMap(([title, version]) => [
  ...Object.entries(ways).flatMap(([way, { setting = get('s', 'sni_callback'), given = [] }]) =>
    Object.entries({ ...situations(version), ...keys(version) }).map(
      ([what, { setting: said, more = [] }]) => [
        `${title}, another context, ${way}, ${what}`.replace(', ,', ','),
        [
          ...contexts(version),
          ...said,
          setting,
          ...objects(),
          ...given,
          ...flights(),
          ...facts,
          ...more,
          ...statistics,
        ],
      ],
    ),
  ),
  // Those that have no number of their own in one version or the other, and those beside them.
  ...[40, 41, 42, 108, 109, 110, 115, 116, 117, 120].map((alert) => [
    `${title}, refused by name with alert ${alert}`,
    refused(version, alert),
  ]),
]);

/** Hellos differ in what they offer of the algorithms that we do not have. */
const FOREIGN = lengths('c', { '220': '248', '150': '186' }, 'DHE with PSK, and DSS');

compare(Object.fromEntries(scripts), [
  ...SIGNATURES,
  ...TICKETS,
  PROTECTED_ALERTS,
  FOREIGN,
  {
    pattern: /^\["call","s2?","session_stats".*\n.*"accept",[01].*\n.*"accept",[01].*"accept_good",0/,
    reason:
      'OpenSSL moves a connection from one count to the other when its hello is read, and not if it cannot be',
  },
]);
