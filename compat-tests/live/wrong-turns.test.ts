/** Handshakes that come to nothing, and what every call says afterwards: here and in CPython (section 6). */
import * as ssl from '../../lib/index.ts';
import { certificate } from '../tools/certs.ts';
import { compare } from './compare.ts';
import { type Known, lengths, PROTECTED_ALERTS, SIGNATURES, TICKETS } from './known.ts';
import { bytes, call, get, make, move, name, type Step, set, type Value } from './transcript.ts';

const { PROTOCOL_TLS_CLIENT: CLIENT, PROTOCOL_TLS_SERVER: SERVER } = ssl;
const { TLSv1_2, TLSv1_3 } = ssl.TLSVersion;
const ca = certificate('ca.crt');

interface Settings {
  readonly more?: readonly Step[];
  readonly present?: string | null;
  readonly hostname?: Value;
}

const begin = ({ more = [], present = 'rsa2048.pem', hostname = 'localhost' }: Settings = {}): Step[] => [
  make('SSLContext', [CLIENT], 'c'),
  make('SSLContext', [SERVER], 's'),
  call('c', 'load_verify_locations', [ca]),
  ...(present === null ? [] : [call('s', 'load_cert_chain', [certificate(present)])]),
  ...more,
  ...['c-in', 'c-out', 's-in', 's-out'].map((of) => make('MemoryBIO', [], of)),
  call('c', 'wrap_bio', [name('c-in'), name('c-out')], { server_hostname: hostname }, 'client'),
  call('s', 'wrap_bio', [name('s-in'), name('s-out'), true], {}, 'server'),
];

/** Every call there is, twice over. */
const aftermath = (of: string): Step[] => [
  ...['version', 'cipher', 'getpeercert', 'get_verified_chain', 'get_unverified_chain'].map((each) =>
    call(of, each),
  ),
  ...['compression', 'selected_alpn_protocol', 'shared_ciphers', 'pending'].map((each) => call(of, each)),
  get(of, 'session'),
  get(of, 'session_reused'),
  ...[1, 2].flatMap(() => [
    call(of, 'do_handshake'),
    call(of, 'read'),
    call(of, 'read', [0]),
    call(of, 'write', [bytes('x')]),
    call(of, 'unwrap'),
  ]),
];

const turns = (settings: Settings): Step[] => [
  ...begin(settings),
  ...Array.from({ length: 3 }, () => [
    call('client', 'do_handshake'),
    move('c-out', 's-in'),
    call('server', 'do_handshake'),
    move('s-out', 'c-in'),
  ]).flat(),
  ...aftermath('client'),
  ...aftermath('server'),
];

const only = (of: string, version: number): Step[] => [
  set(of, 'minimum_version', version),
  set(of, 'maximum_version', version),
];
const asking: Step[] = [set('s', 'verify_mode', ssl.CERT_REQUIRED), call('s', 'load_verify_locations', [ca])];
const showing = (file: string) => call('c', 'load_cert_chain', [certificate(file)]);

const both = (title: string, settings: (version: number) => Settings): [string, Step[]][] =>
  [TLSv1_2, TLSv1_3].map((version) => {
    const { more = [], ...rest } = settings(version);
    const name_ = version === TLSv1_2 ? 'TLS 1.2' : 'TLS 1.3';
    return [`${name_}: ${title}`, turns({ ...rest, more: [...only('s', version), ...more] })];
  });

const situations = Object.fromEntries<Step[]>([
  ['a client of 1.2, a server of 1.3', turns({ more: [...only('c', TLSv1_2), ...only('s', TLSv1_3)] })],
  ['a client of 1.3, a server of 1.2', turns({ more: [...only('c', TLSv1_3), ...only('s', TLSv1_2)] })],
  [
    'a client with no version',
    turns({ more: [set('c', 'minimum_version', 772), set('c', 'maximum_version', 771)] }),
  ],
  [
    'a server with no version',
    turns({ more: [set('s', 'minimum_version', 772), set('s', 'maximum_version', 771)] }),
  ],
  ['a client whose options leave none', turns({ more: [set('c', 'options', 0x38000000)] })],
  [
    'no common suite',
    turns({
      more: [
        ...only('s', TLSv1_2),
        call('c', 'set_ciphers', ['ECDHE-RSA-AES128-GCM-SHA256']),
        call('s', 'set_ciphers', ['ECDHE-RSA-AES256-GCM-SHA384']),
      ],
    }),
  ],
  [
    'suites for another kind of key',
    turns({ more: [...only('s', TLSv1_2), call('c', 'set_ciphers', ['ECDHE+aECDSA'])] }),
  ],
  ...both('no certificate', () => ({ present: null })),
  ...both('no common group', () => ({
    more: [call('c', 'set_ecdh_curve', ['X25519']), call('s', 'set_ecdh_curve', ['secp384r1'])],
  })),
  ...both('a certificate that is asked for, and none', () => ({ more: asking })),
  ...both('a certificate that is asked for, and wrong', () => ({
    more: [...asking, showing('selfsigned.pem')],
  })),
  ...both('a certificate that is asked for, of a server', () => ({
    more: [...asking, showing('rsa2048.pem')],
  })),
  ...both('a certificate that is asked for, politely', () => ({
    more: [...asking, set('s', 'verify_mode', ssl.CERT_OPTIONAL)],
  })),
  ...both('a wrong name', () => ({ hostname: 'other.example' })),
  ...both('a wrong address', () => ({ hostname: '10.0.0.1' })),
  ...both('a certificate on a curve that the client has not', () => ({
    more: [call('c', 'set_ecdh_curve', ['X25519'])],
    present: 'p256.pem',
  })),
  ...both('such a certificate, and another', () => ({
    more: [
      call('c', 'set_ecdh_curve', ['X25519']),
      call('s', 'load_cert_chain', [certificate('rsa2048.pem')]),
    ],
    present: 'p256.pem',
  })),
  ...both("a client's certificate on a curve that the server has not", () => ({
    more: [...asking, showing('client.pem'), call('s', 'set_ecdh_curve', ['X25519'])],
  })),
  ...both('a certificate that has expired', () => ({ present: 'expired.pem' })),
  ...both('a certificate of itself', () => ({ present: 'selfsigned.pem' })),
]);

// --- an end where more is due ---

/** The transport of one end ends after so many turns; the other hears what there is to hear of it. */
const cut = (of: 'client' | 'server', turns_: number, more: readonly Step[], torn = ''): Step[] => {
  const [mine, other] = of === 'client' ? ['c', 'server'] : ['s', 'client'];
  return [
    ...begin({ more }),
    ...(
      [
        call('client', 'do_handshake'),
        move('c-out', 's-in'),
        call('server', 'do_handshake'),
        move('s-out', 'c-in'),
        call('client', 'do_handshake'),
        move('c-out', 's-in'),
        call('server', 'do_handshake'),
        move('s-out', 'c-in'),
      ] as const
    ).slice(0, turns_),
    call(`${mine}-in`, 'write', [bytes(torn)]),
    call(`${mine}-in`, 'write_eof'),
    call(of, 'read'),
    move(`${mine}-out`, of === 'client' ? 's-in' : 'c-in'),
    call(other, 'read'),
    ...aftermath(of),
  ];
};

const ends = Object.fromEntries(
  [TLSv1_2, TLSv1_3].flatMap((version) =>
    (['client', 'server'] as const).map((of) => [
      `${version === TLSv1_2 ? 'TLS 1.2' : 'TLS 1.3'}: the transport of a ${of} ends`,
      Array.from({ length: 9 }, (_, at) => [
        ...cut(of, at, only('s', version)),
        ...cut(of, at, only('s', version), '\x16\x03'),
      ]).flat(),
    ]),
  ),
);

/** A server says that it misses a certificate when its client believes all is well, and leaves. */
const refusedLate: Step[] = [
  ...begin({ more: asking }),
  ...Array.from({ length: 2 }, () => [
    call('client', 'do_handshake'),
    move('c-out', 's-in'),
    call('server', 'do_handshake'),
    move('s-out', 'c-in'),
  ]).flat(),
  ...[1, 2].flatMap(() => [
    call('client', 'unwrap'),
    call('client', 'read'),
    call('client', 'write', [bytes('x')]),
  ]),
];

// --- bytes in the place of an answer ---------------------------------------------------------------------------------

const instead = (of: 'client' | 'server', given: readonly number[]): Step[] => [
  ...begin(),
  ...(of === 'client' ? [call('client', 'do_handshake')] : []),
  call(of === 'client' ? 'c-in' : 's-in', 'write', [{ bytes: Buffer.from(given).toString('hex') }]),
  call(of, 'do_handshake'),
  ...(of === 'client' ? [] : [call('s-out', 'read')]),
  ...aftermath(of),
];
const record = (type: number, ...body: readonly number[]) => [
  type,
  3,
  3,
  body.length >> 8,
  body.length & 0xff,
  ...body,
];
const text = (words: string) => [...Buffer.from(words, 'latin1')];

const ALERTS = [
  0, 10, 20, 21, 22, 30, 40, 41, 42, 43, 44, 45, 46, 47, 48, 49, 50, 51, 60, 70, 71, 80, 86, 90, 100, 109,
  110, 111, 112, 113, 114, 115, 116, 120, 5, 99, 200, 255,
];

const answers: Readonly<Record<string, readonly number[]>> = {
  GET: text('GET / HTTP/1.0\r\n\r\n'),
  POST: text('POST / HTTP/1.0\r\n\r\n'),
  HEAD: text('HEAD / HTTP/1.0\r\n\r\n'),
  PUT: text('PUT / HTTP/1.0\r\n\r\n'),
  CONNECT: text('CONNECT x:1 HTTP/1.0\r\n\r\n'),
  DELETE: text('DELETE / HTTP/1.0\r\n\r\n'),
  'lower case': text('get / http/1.0\r\n\r\n'),
  'an SSH greeting': text('SSH-2.0-OpenSSH_9\r\n'),
  'an answer of HTTP': text('HTTP/1.0 400 Bad Request\r\n\r\n'),
  zeros: Array(40).fill(0),
  ones: Array(40).fill(0xff),
  'four bytes': [22, 3, 1, 0],
  'an empty handshake record': record(22),
  'application data': record(23, 1, 2, 3),
  'a change of cipher': record(20, 1),
  'a change of cipher that is none': record(20, 2),
  'an alert of one byte': record(21, 2),
  'an alert of three bytes': record(21, 2, 40, 0),
  'an alert of level 3': record(21, 3, 40),
  'an alert of level 0': record(21, 0, 40),
  'a heartbeat': record(24, 1, 0, 0),
  'a record of no type': record(99, 1, 2, 3),
  'a hello request': record(22, 0, 0, 0, 0),
  'a Finished': record(22, 20, 0, 0, 0),
  'a message of no type': record(22, 77, 0, 0, 0),
  'a record of version 2': [22, 2, 0, 0, 1, 0],
  'a record of version 4': [22, 4, 0, 0, 1, 0],
  'a record that is too long': [22, 3, 1, 0x60, 0],
};

const KNOWN: readonly Known[] = [
  {
    pattern: /"client","read".*\n.*SSLZeroReturnError.*\n.*TLSV13_ALERT_CERTIFICATE_REQUIRED/,
    reason: "unwrap() leaves the alert in OpenSSL's queue of errors, where the next call finds it",
  },
  {
    pattern: /"server","read".*\n.*TLSV1_ALERT_DECODE_ERROR.*\n.*WRONG_VERSION_NUMBER/,
    reason: 'a client that has not seen the version says so in a record of 0x0301, which OpenSSL then minds',
  },
  {
    pattern: /"client","session".*\n.*"i2d\(\) failed"}\n +CPython null$/,
    reason:
      'a client that has no version to offer never comes to have a session; here it fails as one that has',
  },
  ...SIGNATURES,
  ...TICKETS,
  PROTECTED_ALERTS,
  lengths('s', { '346': '534', '212': '273' }, 'tickets, and an alert behind them'),
  {
    pattern: /^\["call","\w+","pending",.*\n +pyssl +0\n +CPython 3$/,
    reason: 'OpenSSL counts the data of a record that it has refused',
  },
  {
    pattern: /"get_unverified_chain".*\n +pyssl +\[\]\n +CPython \{"raised":"AttributeError"/,
    reason: 'a mistake in CPython, which forgets that there may be no certificate',
  },
  {
    pattern: /"server","shared_ciphers".*\n +pyssl +\[\[.*\n +CPython null$/,
    reason:
      'OpenSSL looks for a group before it keeps the suites of a hello; no connection comes of it either way',
  },
];

compare(
  {
    ...situations,
    ...ends,
    'a refusal that comes when one says goodbye': refusedLate,
    'a server with no version, before anything has come': [
      ...begin({ more: [set('s', 'minimum_version', 772), set('s', 'maximum_version', 771)] }),
      call('server', 'do_handshake'),
      call('s-out', 'read'),
      ...aftermath('server'),
    ],
    ...Object.fromEntries(
      Object.entries(answers).flatMap(([title, given]) => [
        [`to a client: ${title}`, instead('client', given)],
        [`to a server: ${title}`, instead('server', given)],
      ]),
    ),
    'fatal alerts to a client': ALERTS.flatMap((alert) => instead('client', record(21, 2, alert))),
    'warnings to a client': ALERTS.flatMap((alert) => instead('client', record(21, 1, alert))),
    'fatal alerts to a server': ALERTS.flatMap((alert) => instead('server', record(21, 2, alert))),
    'warnings to a server': ALERTS.flatMap((alert) => instead('server', record(21, 1, alert))),
  },
  KNOWN,
);
