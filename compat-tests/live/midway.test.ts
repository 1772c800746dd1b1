/** What each end says of a connection after every record of its handshake: here and in CPython. */
import * as ssl from '../../lib/index.ts';
import { certificate } from '../tools/certs.ts';
import { compare } from './compare.ts';
import { lengths, SIGNATURES, TICKETS } from './known.ts';
import { call, get, keep, make, move, moveRecord, name, type Step, set, type Value } from './transcript.ts';
import { objects } from './two-ends.ts';

const { PROTOCOL_TLS_CLIENT: CLIENT, PROTOCOL_TLS_SERVER: SERVER } = ssl;
const VERSIONS = { 'TLS 1.2': ssl.TLSVersion.TLSv1_2, 'TLS 1.3': ssl.TLSVersion.TLSv1_3 };
const ca = certificate('ca.crt');
const DEFAULT_OPTIONS = 0x82520050;

const contexts = (version: number, more: readonly Step[] = []): Step[] => [
  make('SSLContext', [CLIENT], 'c'),
  make('SSLContext', [SERVER], 's'),
  ...['c', 's'].flatMap((of) => [
    set(of, 'minimum_version', version),
    set(of, 'maximum_version', version),
    call(of, 'load_verify_locations', [ca]),
  ]),
  call('s', 'load_cert_chain', [certificate('rsa2048.pem')]),
  ...more,
];

const facts = (of: string): Step[] => [
  ...['version', 'cipher', 'selected_alpn_protocol', 'shared_ciphers', 'compression', 'pending'].map((each) =>
    call(of, each),
  ),
  call(of, 'getpeercert'),
  call(of, 'getpeercert', [true]),
  get(of, 'session_reused'),
  get(of, 'session'),
  call(of, 'get_verified_chain'),
  call(of, 'get_unverified_chain'),
];

/** More than either end sends in any of these. */
const RECORDS = 12;

const shakeHands = (keywords: { [key: string]: Value } = {}): Step[] => [
  ...objects(keywords),
  ...facts('client'),
  ...facts('server'),
  call('client', 'do_handshake'),
  ...facts('client'),
  call('server', 'do_handshake'),
  ...facts('server'),
  ...Array.from({ length: RECORDS }, () => [
    moveRecord('c-out', 's-in'),
    call('server', 'do_handshake'),
    ...facts('server'),
    moveRecord('s-out', 'c-in'),
    call('client', 'do_handshake'),
    ...facts('client'),
  ]).flat(),
  call('client', 'read'),
  ...facts('client'),
];

const asking: Step[] = [
  set('s', 'verify_mode', ssl.CERT_REQUIRED),
  call('c', 'load_cert_chain', [certificate('client.pem')]),
];
/** OpenSSL forgets the sessions of a connection that does not end in good order. */
const again: Step[] = [
  ...shakeHands(),
  keep('client', 'session', 'session'),
  call('client', 'unwrap'),
  move('c-out', 's-in'),
  call('server', 'unwrap'),
  move('s-out', 'c-in'),
  call('client', 'unwrap'),
];

const situations: Readonly<Record<string, (version: number) => Step[]>> = {
  'a server with a certificate': (version) => [...contexts(version), ...shakeHands()],
  'a client with one': (version) => [...contexts(version, asking), ...shakeHands()],
  'a client that has none': (version) => [...contexts(version, asking.slice(0, 1)), ...shakeHands()],
  protocols: (version) => [
    ...contexts(
      version,
      ['c', 's'].map((of) => call(of, 'set_alpn_protocols', [['a', 'b']])),
    ),
    ...shakeHands(),
  ],
  'a retry': (version) => [
    ...contexts(version, [call('s', 'set_ecdh_curve', ['secp384r1'])]),
    ...shakeHands(),
  ],
  'a session that goes on': (version) => [
    ...contexts(version),
    ...again,
    ...shakeHands({ session: name('session') }),
  ],
  'a session with a certificate that goes on': (version) => [
    ...contexts(version, asking),
    ...again,
    ...shakeHands({ session: name('session') }),
  ],
  'a session that the server keeps': (version) => [
    ...contexts(version, [set('s', 'options', DEFAULT_OPTIONS + ssl.OP_NO_TICKET)]),
    ...again,
    ...shakeHands({ session: name('session') }),
  ],
  'a session that the server does not know': (version) => [
    ...contexts(version),
    ...again,
    make('SSLContext', [SERVER], 's'),
    set('s', 'maximum_version', version),
    call('s', 'load_cert_chain', [certificate('p256.pem')]),
    ...shakeHands({ session: name('session') }),
  ],
};

/** In TLS 1.3 the client's alert is another record here and there. */
const notBelieved: Step[] = [
  ...contexts(VERSIONS['TLS 1.2'], [make('SSLContext', [CLIENT], 'c')]),
  set('c', 'maximum_version', VERSIONS['TLS 1.2']),
  ...shakeHands(),
];

compare(
  {
    'TLS 1.2: a certificate that is not believed': notBelieved,
    ...Object.fromEntries(
      Object.entries(VERSIONS).flatMap(([title, version]) =>
        Object.entries(situations).map(([what, steps]) => [`${title}: ${what}`, steps(version)]),
      ),
    ),
  },
  [
    ...SIGNATURES,
    ...TICKETS,
    lengths('s', { '130': '191', '1045': '687' }, 'a ticket of TLS 1.2 by itself'),
    lengths('c', { '1242': '884', '1335': '1010' }, 'hellos with tickets that hold a certificate'),
    {
      pattern: /"client","session".*\n.*\[0,7200,false,0\]}\n.*\[32,7200,true,7200\]}$/,
      reason:
        'a client of TLS 1.2 shows its ticket when the server’s Finished vouches for it, OpenSSL as soon as it is in',
    },
    {
      pattern: /"server","session".*\n.*\[0,7200,false,0\]}\n.*\[32,7200,false,0\]}$/,
      reason:
        'a server of TLS 1.3 has a name for its session when the handshake is complete, OpenSSL that of the old one before',
    },
  ],
);
