/** What TLS 1.3 remembers, here and in CPython, call by call: sessions, certificates after the handshake, shared keys. */
import * as ssl from '../../lib/index.ts';
import { certificate } from '../tools/certs.ts';
import { compare } from './compare.ts';
import { type Known, lengths, SIGNATURES, TICKETS } from './known.ts';
import {
  bytes,
  call,
  callback,
  get,
  keep,
  look,
  make,
  move,
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
const DEFAULT_OPTIONS = 0x82520050;
const ca = certificate('ca.crt');
const rsa = certificate('rsa2048.pem');
const own = certificate('client.pem');

const server = (as: string, more: readonly Step[] = []): Step[] => [
  make('SSLContext', [SERVER], as),
  call(as, 'load_cert_chain', [rsa]),
  ...more,
];

const contexts = (...more: readonly Step[]): Step[] => [
  make('SSLContext', [CLIENT], 'c'),
  call('c', 'load_verify_locations', [ca]),
  ...server('s'),
  ...more,
];

/** A connection of these two contexts, its handshake done and its tickets read. */
const connect = (
  keywords: { [key: string]: Value } = {},
  of = 's',
  hostname: Value = 'localhost',
): Step[] => [
  ...objects({ server_hostname: hostname, ...keywords }, of),
  ...flights(),
  call('client', 'read'),
];

const facts: Step[] = ['client', 'server'].flatMap((of) => [
  get(of, 'session_reused'),
  call(of, 'version'),
  call(of, 'cipher'),
  call(of, 'getpeercert'),
  call(of, 'get_verified_chain'),
  call(of, 'selected_alpn_protocol'),
]);
const statistics = ['c', 's'].map((of) => call(of, 'session_stats'));

const fields: Step[] = [
  keep('client', 'session', 'session'),
  ...['timeout', 'ticket_lifetime_hint', 'has_ticket'].map((field) => get('session', field)),
];

/** OpenSSL forgets the sessions of a connection that does not end in good order. */
const goodbye: Step[] = [
  call('client', 'unwrap'),
  move('c-out', 's-in'),
  call('server', 'unwrap'),
  move('s-out', 'c-in'),
  call('client', 'unwrap'),
];

const sessions: Readonly<Record<string, readonly Step[]>> = {
  'a session that goes on, and its successor': [
    ...contexts(),
    ...connect(),
    ...facts,
    ...fields,
    ...connect({ session: name('session') }),
    ...facts,
    ...statistics,
    ...fields,
    ...connect({ session: name('session') }),
    ...facts,
    ...statistics,
  ],
  'a session that another server gave': [
    ...contexts(...server('other')),
    ...connect(),
    ...fields,
    ...connect({ session: name('session') }, 'other'),
    ...facts,
    call('other', 'session_stats'),
    ...statistics,
  ],
  'sessions that the server keeps itself': [
    ...contexts(set('s', 'options', DEFAULT_OPTIONS + ssl.OP_NO_TICKET)),
    ...connect(),
    ...fields,
    ...goodbye,
    call('s', 'session_stats'),
    ...connect({ session: name('session') }),
    ...facts,
    ...goodbye,
    ...statistics,
    ...connect({ session: name('session') }), // a second time
    ...facts,
    call('c', 'session_stats'),
  ],
  'a server that gives no tickets': [
    ...contexts(set('s', 'num_tickets', 0)),
    ...connect(),
    ...fields,
    ...connect({ session: name('session') }),
    ...facts,
    ...statistics,
  ],
  'what cannot be set': [
    ...contexts(make('SSLContext', [CLIENT], 'c2')),
    ...connect(),
    ...fields,
    set('client', 'session', name('session')),
    set('client', 'session', null),
    set('server', 'session', name('session')),
    set('server', 'session', 5),
    call('c2', 'wrap_bio', [name('c-in'), name('c-out')], { session: name('session') }),
    call('s', 'wrap_bio', [name('c-in'), name('c-out'), true], { session: name('session') }),
    make('SSLSession', [], 'nothing'),
  ],
};

// --- certificates after the handshake -----------------------------------------------------------------------------

interface Asking {
  readonly offers?: boolean;
  readonly asks?: boolean;
  readonly present?: boolean;
  readonly verify?: number;
  readonly trusts?: boolean;
}

const asking = ({
  offers = true,
  asks = true,
  present = true,
  verify = ssl.CERT_REQUIRED,
  trusts = true,
}: Asking = {}): Step[] => [
  ...contexts(
    set('c', 'post_handshake_auth', offers),
    set('s', 'post_handshake_auth', asks),
    set('s', 'verify_mode', verify),
    get('s', 'post_handshake_auth'),
    ...(trusts ? [call('s', 'load_verify_locations', [ca])] : []),
    ...(present ? [call('c', 'load_cert_chain', [own])] : []),
  ),
  ...connect(),
];

const ask = call('server', 'verify_client_post_handshake');
/** Request, answer, tickets. */
const chains: Step[] = ['client', 'server'].map((of) => call(of, 'get_unverified_chain'));
const through: Step[] = [
  move('s-out', 'c-in'),
  call('client', 'read'),
  move('c-out', 's-in'),
  call('server', 'read'),
  call('server', 'getpeercert'),
  move('s-out', 'c-in'),
  call('client', 'read'),
  call('client', 'read'),
];

const later: Readonly<Record<string, readonly Step[]>> = {
  'asked, with the next write': [
    ...asking(),
    call('server', 'getpeercert'),
    ask,
    get('s-out', 'pending'),
    ask,
    call('server', 'write', [bytes('x')]),
    ask,
    ...through,
    ...facts,
    ...chains,
    ask,
    call('server', 'do_handshake'),
    ...through,
    ...statistics,
  ],
  'asked, with do_handshake': [...asking(), ask, call('server', 'do_handshake'), ask, ...through, ask],
  'asked, with a read': [...asking(), ask, call('server', 'read'), ...through],
  'asked where any answer will do': [
    ...asking({ verify: ssl.CERT_OPTIONAL }),
    ask,
    call('server', 'do_handshake'),
    ...through,
  ],
  'asked, and nothing to show': [
    ...asking({ present: false }),
    ask,
    call('server', 'do_handshake'),
    ...through,
    call('server', 'read'),
    call('server', 'write', [bytes('x')]),
    ask,
  ],
  'asked where any answer will do, and nothing to show': [
    ...asking({ present: false, verify: ssl.CERT_OPTIONAL }),
    ask,
    call('server', 'do_handshake'),
    ...through,
    ask,
    call('server', 'do_handshake'),
    ...through,
  ],
  'asked, and not believed': [
    ...asking({ trusts: false }),
    ask,
    call('server', 'do_handshake'),
    ...through,
    call('server', 'read'),
    call('server', 'write', [bytes('x')]),
    ask,
  ],
  'asked within the handshake, and again': [
    ...asking({ asks: false }),
    call('server', 'getpeercert'),
    ask,
    call('server', 'do_handshake'),
    ...through,
  ],
  'asked amid data': [
    ...asking(),
    ask,
    call('server', 'write', [bytes('abc')]),
    call('client', 'write', [bytes('hello')]),
    move('c-out', 's-in'),
    call('server', 'read'),
    ...through,
  ],
  'asked, and gone': [
    ...asking(),
    ask,
    call('server', 'do_handshake'),
    call('client', 'unwrap'),
    move('c-out', 's-in'),
    call('server', 'read'),
    ask,
    move('s-out', 'c-in'),
    call('client', 'unwrap'),
  ],
  'asked, and watched': [
    ...contexts(
      set('c', 'post_handshake_auth', true),
      set('s', 'post_handshake_auth', true),
      set('s', 'verify_mode', ssl.CERT_OPTIONAL),
      set('s', 'num_tickets', 0),
      watch('c', 'client-messages'),
      watch('s', 'server-messages'),
    ),
    ...connect(),
    ask,
    call('server', 'write', [bytes('x')]),
    ...through,
    told('client-messages'),
    told('server-messages'),
  ],
  'a client that does not offer it': [
    ...asking({ offers: false }),
    ask,
    call('client', 'verify_client_post_handshake'),
  ],
  'a server that does not verify': [...asking({ verify: ssl.CERT_NONE }), ask],
  'a client that asks': [...asking(), call('client', 'verify_client_post_handshake')],
  'before the handshake': [
    ...contexts(),
    ...['c-in', 'c-out', 's-in', 's-out'].map((as) => make('MemoryBIO', [], as)),
    call('c', 'wrap_bio', [name('c-in'), name('c-out')], { server_hostname: 'localhost' }, 'client'),
    call('s', 'wrap_bio', [name('s-in'), name('s-out'), true], {}, 'server'),
    ask,
    call('client', 'verify_client_post_handshake'),
  ],
  'a session that began before the client was asked': [
    ...asking(),
    keep('client', 'session', 'stranger'),
    ask,
    call('server', 'do_handshake'),
    ...through,
    keep('client', 'session', 'friend'),
    ...connect({ session: name('friend') }),
    ...facts,
    ...connect({ session: name('stranger') }),
    ...facts,
    ask,
    call('server', 'do_handshake'),
    ...through,
    ...facts,
    ...chains,
    ...statistics,
  ],
};

// --- shared keys ----------------------------------------------------------------------------------------------------

const key = bytes('secretsecretsecret');
const pair = (identity: Value = 'id', psk: Value = key): Value => tuple(identity, psk);

type Sharing = (client: Value, find: Value, more?: readonly Step[]) => Step[];

/** In TLS 1.2 it takes suites of a kind of their own. */
const sharing =
  (version: number): Sharing =>
  (client, find, more = []) => [
    make('SSLContext', [CLIENT], 'c'),
    set('c', 'check_hostname', false),
    set('c', 'verify_mode', ssl.CERT_NONE),
    make('SSLContext', [SERVER], 's'),
    ...['c', 's'].flatMap((of) => [
      set(of, 'maximum_version', version),
      set(of, 'minimum_version', version),
      call(of, 'set_ciphers', ['PSK']),
    ]),
    ...more,
    call('c', 'set_psk_client_callback', [client]),
    call('s', 'set_psk_server_callback', [find]),
    ...connect({}, 's', null),
    look('ask'),
    look('find'),
    ...facts,
    ...statistics,
  ];
const says = (returns: Value) => callback('ask', { returns });
const gives = (returns: Value) => callback('find', { returns });

const shared = (share: Sharing): Readonly<Record<string, readonly Step[]>> => ({
  'a key': share(says(pair()), gives(key)),
  'a key, and the session that it began': [
    ...share(says(pair()), gives(key)),
    ...fields,
    ...connect({ session: name('session') }, 's', null),
    ...facts,
    ...statistics,
  ],
  'a key, and a server with a certificate': share(says(pair()), gives(key), [
    call('s', 'load_cert_chain', [rsa]),
  ]),
  'a key, and certificates demanded': share(says(pair()), gives(key), [
    set('c', 'verify_mode', ssl.CERT_REQUIRED),
    set('s', 'verify_mode', ssl.CERT_REQUIRED),
  ]),
  'a key through a retry': share(says(pair()), gives(key), [call('s', 'set_ecdh_curve', ['secp384r1'])]),
  'keys that differ': share(says(pair()), gives(bytes('another'))),
  'an empty key of the client': share(says(pair('id', bytes(''))), gives(key)),
  'an empty key of the server': share(says(pair()), gives(bytes(''))),
  'a client that throws': share(callback('ask', { raises: 'no' }), gives(key)),
  'a server that throws': share(says(pair()), callback('find', { raises: 'no' })),
  'a client that returns text': share(says('x'), gives(key)),
  'a client that returns nothing': share(says(null), gives(key)),
  'a client that returns three things': share(says(tuple('id', key, 1)), gives(key)),
  'a client that returns text for a key': share(says(pair('id', 'key')), gives(key)),
  'a server that returns text': share(says(pair()), gives('key')),
  'a server that returns nothing': share(says(pair()), gives(null)),
  'a name in another script': share(says(pair('客户身份')), gives(key)),
  'a name with an end in it': share(says(pair('a\0b')), gives(key)),
  'a name of 255 bytes': share(says(pair('i'.repeat(255))), gives(key)),
  'a name of 256 bytes': share(says(pair('i'.repeat(256))), gives(key)),
  'a key of 512 bytes': share(says(pair('id', bytes('k'.repeat(512)))), gives(bytes('k'.repeat(512)))),
  'a key of 513 bytes': share(says(pair('id', bytes('k'.repeat(513)))), gives(bytes('k'.repeat(513)))),
  'no callbacks': share(null, null),
});

const settable: readonly Step[] = [
  make('SSLContext', [CLIENT], 'c'),
  make('SSLContext', [SERVER], 's'),
  call('c', 'set_psk_client_callback', []),
  call('c', 'set_psk_client_callback', [1]),
  call('c', 'set_psk_client_callback', [null, 1]),
  call('c', 'set_psk_server_callback', [null]),
  call('s', 'set_psk_client_callback', [null]),
  call('s', 'set_psk_server_callback', []),
  call('s', 'set_psk_server_callback', [1]),
  call('s', 'set_psk_server_callback', [null, 1]),
  call('s', 'set_psk_server_callback', [null, null, null]),
  call('s', 'set_psk_server_callback', [gives(key), 'a'.repeat(256)]),
  call('s', 'set_psk_server_callback', [gives(key), 'a'.repeat(257)]),
  call('s', 'set_psk_server_callback', [gives(key)], { identity_hint: 'ä'.repeat(129) }),
  call('s', 'set_psk_server_callback', [null, 'a'.repeat(257)]),
  call('s', 'set_psk_server_callback', [null, 'a\0b']),
];

const KNOWN: readonly Known[] = [
  ...SIGNATURES,
  ...TICKETS,
  lengths('c', { '202': '230' }, 'suites that we do not have'),
  {
    pattern: /\n +pyssl +(7200|.*\[32,7200,true,7200\]})\n +CPython (304|.*\[32,304,true,304\]})$/,
    reason: 'OpenSSL has a shorter life for sessions that began with a shared key; one is enough here',
  },
  {
    pattern: /^\["look","find"\]\n +pyssl +\[\["id"\]\]\n +CPython \[\["id"\],\["id"\]\]$/,
    reason: 'nobody is asked for a key before the hello that it is for',
  },
  {
    pattern: /^\["call","s","session_stats".*\n.*"hits",1.*\n.*"hits",2/,
    reason: 'OpenSSL counts the key of both hellos of a retry',
  },
];

const named = (what: string, scripts: Readonly<Record<string, readonly Step[]>>) =>
  Object.fromEntries(Object.entries(scripts).map(([title, steps]) => [`${what}: ${title}`, steps]));

const { TLSv1_2, TLSv1_3 } = ssl.TLSVersion;
compare(
  {
    ...named('sessions', sessions),
    ...named('later', later),
    ...named('keys, TLS 1.3', shared(sharing(TLSv1_3))),
    ...named('keys, TLS 1.2', shared(sharing(TLSv1_2))),
    'keys: what can be set': settable,
  },
  KNOWN,
);
