/** The same calls here and in CPython: sections 1 to 8 of what Python's module does, side by side. */
import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import test from 'ava';
import * as ssl from '../../lib/index.ts';
import { certificate } from '../tools/certs.ts';
import { cores } from '../tools/pair.ts';
import { findPython } from '../tools/programs.ts';
import { bytes, call, carryOut, get, make, move, name, type Step, set, type Value } from './transcript.ts';

const { PROTOCOL_TLS_CLIENT: CLIENT, PROTOCOL_TLS_SERVER: SERVER } = ssl;
const python = findPython();
const script = fileURLToPath(new URL('transcript.py', import.meta.url));
const ca = certificate('ca.crt');
const rsa = certificate('rsa2048.pem');

const memoryBio: Step[] = [
  make('MemoryBIO', [], 'bio'),
  ...[
    call('bio', 'read'),
    call('bio', 'write', [bytes('foo')]),
    call('bio', 'write', [bytes('')]),
    get('bio', 'pending'),
    call('bio', 'read', [2]),
    call('bio', 'read', [0]),
    call('bio', 'read', [-1]),
    call('bio', 'write', ['text']),
    call('bio', 'write', [null]),
    call('bio', 'write', [true]),
    call('bio', 'write', [1]),
    call('bio', 'write', [[]]),
    call('bio', 'read', ['x']),
    call('bio', 'read', [1.5]),
    call('bio', 'read', [2 ** 31]),
    call('bio', 'write', [bytes('bar')]),
    call('bio', 'write_eof'),
    get('bio', 'eof'),
    call('bio', 'write', [bytes('')]),
    call('bio', 'write', ['text']),
    call('bio', 'read', [5]),
    get('bio', 'eof'),
    call('bio', 'write_eof'),
    call('bio', 'read'),
  ],
];

const helpers: Step[] = [
  call(null, 'RAND_status'),
  call(null, 'RAND_bytes', [-1]),
  call(null, 'RAND_bytes', ['x']),
  call(null, 'RAND_add', ['x', 'y']),
  call(null, 'RAND_add', [1, 1]),
  call(null, 'RAND_add', [bytes('x'), 1.5]),
  call(null, 'DER_cert_to_PEM_cert', [bytes('')]),
  call(null, 'DER_cert_to_PEM_cert', [bytes('x'.repeat(100))]),
  call(null, 'DER_cert_to_PEM_cert', ['x']),
  call(null, 'PEM_cert_to_DER_cert', [`${ssl.PEM_HEADER}\nAAE=\n${ssl.PEM_FOOTER}\n`]),
  call(null, 'PEM_cert_to_DER_cert', [`x${ssl.PEM_HEADER}\nAAE=\n${ssl.PEM_FOOTER}`]),
  call(null, 'PEM_cert_to_DER_cert', [`${ssl.PEM_HEADER}\nAAE=\n`]),
  ...[2, 3, 16, 17, 42].map((code) => call(null, 'get_protocol_name', [code])),
  ...[
    'Jan  5 09:34:43 2018 GMT',
    'jan 5 9:4:3 2018 gmt',
    'Feb 29 09:34:43 2015 GMT',
    'Jan  5 09:34:60 2018 GMT',
    'Jan  5 09:34:61 2018 GMT',
    'Jan  5 09:34:62 2018 GMT',
    'Jan  5 09:34:43 2018',
    'Jan  5 09:34:43 2018 UTC',
    'Jan 35 09:34:43 2018 GMT',
    'Jon  5 09:34:43 2018 GMT',
    'Jan  5 24:00:00 2018 GMT',
    'Jan  5 09:60:43 2018 GMT',
    'Jan 5 09:34:43 2018 GMTx',
    'Dec 31 23:59:59 9999 GMT',
    'Jan  1 00:00:00 1969 GMT',
    '',
  ].map((time) => call(null, 'cert_time_to_seconds', [time])),
  call(null, 'cert_time_to_seconds'),
  call(null, 'create_default_context', ['x']),
  call(null, 'create_default_context', [], { foo: 1 }),
];

const context: Step[] = [
  make('SSLContext', ['x'], 'none'),
  make('SSLContext', [42], 'none'),
  make('SSLContext', [-1], 'none'),
  make('SSLContext', [2 ** 40], 'none'),
  make('SSLContext', [CLIENT], 'c'),
  make('SSLContext', [SERVER], 's'),
  ...['c', 's'].flatMap((of) =>
    [
      'protocol',
      'verify_mode',
      'check_hostname',
      'minimum_version',
      'maximum_version',
      'options',
      'verify_flags',
      'security_level',
      'num_tickets',
      'hostname_checks_common_name',
      '_host_flags',
      'keylog_filename',
      '_msg_callback',
    ].map((attribute) => get(of, attribute)),
  ),
  ...[null, 'x', 1.5, 42, -1, 2 ** 40, 0, 1, 2, true].flatMap((mode) => [
    set('c', 'verify_mode', mode),
    get('c', 'verify_mode'),
  ]),
  set('c', 'check_hostname', false),
  set('c', 'verify_mode', 0),
  set('c', 'check_hostname', 'yes'),
  get('c', 'verify_mode'),
  get('c', 'check_hostname'),
  ...['minimum_version', 'maximum_version'].flatMap((attribute) =>
    [null, 'x', 1.5, 2 ** 40, -3, 42, 0x305, 768, 769, 770, 771, 772, -2, -1].flatMap((value) => [
      set('s', attribute, value),
      get('s', attribute),
    ]),
  ),
  ...[null, 'x', 1.5, -1, 0, 5].flatMap((count) => [set('s', 'num_tickets', count), get('s', 'num_tickets')]),
  set('c', 'num_tickets', 1),
  set('c', 'num_tickets', -1),
  ...['x', null, 1.5].flatMap((value) => [set('s', 'options', value), set('s', 'verify_flags', value)]),
  set('s', 'options', 0),
  get('s', 'options'),
  set('s', 'options', ssl.OP_ALL),
  get('s', 'options'),
  set('s', 'verify_flags', 0x88020),
  get('s', 'verify_flags'),
  set('s', 'hostname_checks_common_name', false),
  get('s', '_host_flags'),
  call('c', 'set_alpn_protocols', [['http/1.1', 'h2']]),
  call('c', 'set_alpn_protocols', [null]),
  call('c', 'set_alpn_protocols', [5]),
  call('c', 'set_alpn_protocols', [['']]),
  call('c', 'set_alpn_protocols', [['x'.repeat(256)]]),
  call('c', 'set_alpn_protocols', [['é']]),
  call('c', 'set_alpn_protocols', [[bytes('x')]]),
  call('c', '_set_alpn_protocols', [bytes('\x05x')]),
  ...['prime256v1', 'secp384r1', 'X25519', 'X448', 'P-256', 'secp256r1', 'x25519', '', 'a:b', 'nul\0'].map(
    (curve) => call('c', 'set_ecdh_curve', [curve]),
  ),
  call('c', 'set_ecdh_curve', [5]),
  call('c', 'set_ecdh_curve', [bytes('foo')]),
  call('c', 'set_ciphers', [bytes('x')]),
  call('c', 'set_ciphers', ['a\0']),
  set('c', '_msg_callback', 4),
  set('c', 'keylog_filename', 1),
];

const cipherStrings: Step[] = [
  make('SSLContext', [CLIENT], 'c'),
  call('c', 'get_ciphers'),
  ...[
    'ECDHE+AESGCM',
    '@SECLEVEL=1:ECDHE+CHACHA20',
    'nonsense',
    'ECDHE-RSA-AES128-GCM-SHA256:nonsense',
    "^$:,;?*'dorothyx",
    '@SECLEVEL=9',
    '',
    ':',
    '!ALL',
    '@STRENGTH',
    'TLS_AES_128_GCM_SHA256',
    'AES128-SHA256:AES256-SHA',
  ].flatMap((text) => [
    call('c', 'set_ciphers', [text]),
    call('c', 'get_ciphers'),
    get('c', 'security_level'),
  ]),
];

const loading: Step[] = [
  make('SSLContext', [SERVER], 's'),
  call('s', 'load_cert_chain'),
  call('s', 'load_cert_chain', [5]),
  call('s', 'load_cert_chain', [rsa, 5]),
  call('s', 'load_cert_chain', ['/nonexistent/file']),
  call('s', 'load_cert_chain', ['']),
  call('s', 'load_cert_chain', ['nul\0']),
  call('s', 'load_cert_chain', [fileURLToPath(new URL('.', import.meta.url))]),
  call('s', 'load_cert_chain', [ca]),
  call('s', 'load_cert_chain', [script]),
  call('s', 'load_cert_chain', [rsa, certificate('p256.pem')]),
  call('s', 'load_cert_chain', [certificate('p256.pem'), certificate('client.pem')]),
  call('s', 'load_cert_chain', [rsa, null, true]),
  call('s', 'load_cert_chain', [rsa], { password: 5 }),
  call('s', 'load_cert_chain', [rsa], { foo: 5 }),
  call('s', 'load_cert_chain', [1, 2, 3, 4]),
  call('s', 'load_cert_chain', [rsa]),
  call('s', 'cert_store_stats'),
  call('s', 'load_verify_locations'),
  call('s', 'load_verify_locations', [null, null, null]),
  call('s', 'load_verify_locations', [5]),
  call('s', 'load_verify_locations', [], { capath: 5 }),
  call('s', 'load_verify_locations', [], { cadata: 5 }),
  call('s', 'load_verify_locations', [], { cadata: 'é' }),
  call('s', 'load_verify_locations', [], { cadata: '' }),
  call('s', 'load_verify_locations', [], { cadata: bytes('') }),
  call('s', 'load_verify_locations', [], { cadata: 'broken' }),
  call('s', 'load_verify_locations', [], { cadata: bytes('broken') }),
  call('s', 'load_verify_locations', ['/nonexistent/file']),
  call('s', 'load_verify_locations', [script]),
  call('s', 'load_verify_locations', [], { capath: '/nonexistent/directory' }),
  call('s', 'load_verify_locations', [ca]),
  call('s', 'load_verify_locations', [ca]),
  call('s', 'cert_store_stats'),
  call('s', 'get_ca_certs'),
  call('s', 'get_ca_certs', [true]),
  call('s', 'get_ca_certs', [], { foo: 1 }),
];

/** A client and a server of TLS 1.3, whose certificates have signatures of a fixed length. */
function pairOf(more: readonly Step[] = [], hostname: Value = 'localhost', file = rsa): Step[] {
  return [
    make('SSLContext', [CLIENT], 'c'),
    make('SSLContext', [SERVER], 's'),
    set('c', 'minimum_version', 772),
    set('s', 'minimum_version', 772),
    call('c', 'load_verify_locations', [ca]),
    call('s', 'load_cert_chain', [file]),
    ...more,
    make('MemoryBIO', [], 'c-in'),
    make('MemoryBIO', [], 'c-out'),
    make('MemoryBIO', [], 's-in'),
    make('MemoryBIO', [], 's-out'),
    call('c', 'wrap_bio', [name('c-in'), name('c-out')], { server_hostname: hostname }, 'client'),
    call('s', 'wrap_bio', [name('s-in'), name('s-out'), true], {}, 'server'),
  ];
}

const flights: Step[] = [
  call('client', 'do_handshake'),
  move('c-out', 's-in'),
  call('server', 'do_handshake'),
  move('s-out', 'c-in'),
  call('client', 'do_handshake'),
  move('c-out', 's-in'),
  call('server', 'do_handshake'),
  move('s-out', 'c-in'),
];

const look = (of: string): Step[] => [
  get(of, 'server_side'),
  get(of, 'server_hostname'),
  call(of, 'version'),
  call(of, 'cipher'),
  call(of, 'compression'),
  call(of, 'selected_alpn_protocol'),
  call(of, 'pending'),
  call(of, 'getpeercert'),
  call(of, 'getpeercert', [true]),
  call(of, 'get_verified_chain'),
  call(of, 'get_unverified_chain'),
  call(of, 'get_channel_binding', ['foo']),
  call(of, 'get_channel_binding', [1]),
];

const wrapping: Step[] = [
  ...pairOf(),
  call('c', 'wrap_bio'),
  call('c', 'wrap_bio', [name('c-in')]),
  call('c', 'wrap_bio', [name('c-in'), name('c-out')], { foo: 1 }),
  call('c', 'wrap_bio', [name('c-in'), name('c-out')], { incoming: 1 }),
  call('c', 'wrap_bio', [null, name('c-out')]),
  call('c', 'wrap_bio', [name('c-in'), 5]),
  call('c', 'wrap_bio', [name('c-in'), name('c-out'), true]),
  call('s', 'wrap_bio', [name('s-in'), name('s-out'), false]),
  call('c', 'wrap_bio', [name('c-in'), name('c-out'), false, null, 5]),
  ...[
    'first.example',
    '',
    '.',
    '.x',
    'a..b',
    'x'.repeat(64),
    'x\0',
    Array(6).fill('x'.repeat(50)).join('.'),
    5,
    bytes(''),
    bytes('\xff'),
    bytes('abc'),
    'straße.de',
    'KÖNIG.x',
    '☃。x',
    '例え.テスト',
    'bücher.example.',
    '127.0.0.1',
    '::1',
    'a.',
  ].flatMap((host) => [
    call('c', 'wrap_bio', [name('c-in'), name('c-out'), false, host], {}, 'o'),
    get('o', 'server_hostname'),
  ]),
  ...look('client'),
  ...look('server'),
  call('client', 'read', [0]),
  call('client', 'read', [-1]),
  call('client', 'read', ['x']),
  call('client', 'read', [1, 2, 3]),
  call('client', 'read', [], { foo: 1 }),
  call('client', 'write', ['x']),
  call('client', 'write', [null]),
  call('client', 'unwrap'),
  set('client', 'context', 5),
  call('server', 'write', [bytes('x')]),
  get('s-out', 'pending'),
  call('client', 'write', [bytes('')]),
  get('c-out', 'pending'),
  call('client', 'read'),
  get('c-out', 'pending'),
];

const data: Step[] = [
  ...pairOf([call('c', 'set_alpn_protocols', [['a', 'b']]), call('s', 'set_alpn_protocols', [['b']])]),
  ...flights,
  ...look('client'),
  ...look('server'),
  call('server', 'shared_ciphers'),
  call('client', 'shared_ciphers'),
  call('client', 'do_handshake'),
  call('client', 'write', [bytes('hello')]),
  call('client', 'write', [bytes('world')]),
  call('client', 'write', [bytes('')]),
  move('c-out', 's-in'),
  call('server', 'read', [3]),
  call('server', 'pending'),
  call('server', 'read'),
  call('server', 'read', [100]),
  call('server', 'read'),
  call('server', 'write', [bytes('y'.repeat(40_000))]),
  move('s-out', 'c-in'),
  call('client', 'read', [10]),
  call('client', 'pending'),
  get('c-in', 'pending'),
  call('client', 'unwrap'),
  call('client', 'read', [10]),
  call('client', 'unwrap'),
];

const closing: Step[] = [
  ...pairOf(),
  ...flights,
  call('client', 'read'),
  call('client', 'unwrap'),
  call('client', 'write', [bytes('x')]),
  call('client', 'read'),
  move('c-out', 's-in'),
  call('server', 'read'),
  call('server', 'read'),
  call('server', 'write', [bytes('late')]),
  call('server', 'unwrap'),
  call('server', 'unwrap'),
  move('s-out', 'c-in'),
  call('client', 'read'),
  call('client', 'read'),
  call('client', 'unwrap'),
  call('client', 'write', [bytes('x')]),
  call('client', 'do_handshake'),
  call('client', 'version'),
  call('client', 'cipher'),
];

const transportEnd: Step[] = [
  ...pairOf(),
  ...flights,
  call('server', 'write', [bytes('last words')]),
  move('s-out', 'c-in'),
  call('c-in', 'write_eof'),
  call('client', 'read'),
  call('client', 'read'),
  call('client', 'read'),
  call('client', 'read', [0]),
  call('client', 'write', [bytes('x')]),
  call('client', 'do_handshake'),
  call('client', 'unwrap'),
  call('client', 'version'),
];

/** The client refuses; both sides, and every further call. */
const refusal = (hostname: string, file: string, more: Step[] = []): Step[] => [
  ...pairOf(more, hostname, file),
  ...flights.slice(0, 7),
  ...['do_handshake', 'read', 'unwrap', 'version', 'cipher', 'getpeercert', 'get_unverified_chain'].flatMap(
    (method) => [call('client', method), call('server', method)],
  ),
  call('client', 'write', [bytes('x')]),
  call('server', 'write', [bytes('x')]),
];

const noCommonGround = (more: Step[]): Step[] => [...pairOf(more), ...flights];

const bytesInstead = (of: string, text: string): Step[] => [
  ...pairOf(),
  call('client', 'do_handshake'),
  make('MemoryBIO', [], 'nowhere'),
  move('c-out', 'nowhere'),
  call(of === 'client' ? 'c-in' : 's-in', 'write', [bytes(text)]),
  call(of, 'do_handshake'),
  call(of === 'client' ? 'c-out' : 's-out', 'read'),
  call(of, 'do_handshake'),
  call(of, 'read'),
];

const scripts: Readonly<Record<string, readonly Step[]>> = {
  'MemoryBIO (section 2)': memoryBio,
  'helpers (sections 1 and 10)': helpers,
  'contexts (section 3)': context,
  'cipher strings (section 3.4)': cipherStrings,
  'certificates and stores (sections 3.5 and 3.6)': loading,
  'wrapping, and objects before the handshake (sections 4 and 5)': wrapping,
  'a handshake and data (sections 6 and 7)': data,
  'closing (section 7)': closing,
  'the end of the transport (section 7)': transportEnd,
  'a wrong name (section 8)': refusal('example.org', rsa),
  'a wrong address (section 8)': refusal('10.0.0.1', rsa),
  'a right address (section 8)': refusal('127.0.0.1', rsa),
  'an expired certificate (section 8)': refusal('localhost', certificate('expired.pem')),
  'a self-signed certificate (section 8)': refusal('localhost', certificate('selfsigned.pem')),
  'a missing intermediate (section 8)': refusal('localhost', certificate('p256.pem'), [
    make('SSLContext', [CLIENT], 'c'),
    set('c', 'minimum_version', 772),
  ]),
  'no certificate asked for (section 8)': refusal('localhost', certificate('selfsigned.pem'), [
    set('c', 'check_hostname', false),
    set('c', 'verify_mode', 0),
  ]),
  'a client certificate that is missing (section 6)': refusal('localhost', rsa, [
    set('s', 'verify_mode', 2),
    call('s', 'load_verify_locations', [ca]),
  ]),
  'a client certificate (section 6)': refusal('localhost', rsa, [
    set('s', 'verify_mode', 2),
    call('s', 'load_verify_locations', [ca]),
    call('c', 'load_cert_chain', [certificate('rsa2048.pem')]),
  ]),
  'no common group (section 6)': noCommonGround([
    call('c', 'set_ecdh_curve', ['X25519']),
    call('s', 'set_ecdh_curve', ['secp384r1']),
  ]),
  'another group, asked for again (section 6)': noCommonGround([call('s', 'set_ecdh_curve', ['secp384r1'])]),
  'a server without a certificate (section 6)': noCommonGround([
    make('SSLContext', [SERVER], 's'),
    set('s', 'minimum_version', 772),
  ]),
  'no tickets (section 6)': noCommonGround([set('s', 'num_tickets', 0)]),
  'an empty range (section 6)': noCommonGround([set('c', 'maximum_version', 771)]),
  'HTTP to a server': bytesInstead('server', 'GET / HTTP/1.0\r\n\r\n'),
  'a proxy request to a server': bytesInstead('server', 'CONNECT x:1 HTTP/1.0\r\n\r\n'),
  'text to a server': bytesInstead('server', 'hello, server'),
  'text to a client': bytesInstead('client', 'hello, client'),
  'an alert to a client': bytesInstead('client', '\x15\x03\x03\x00\x02\x02\x28'),
  'close_notify to a client': bytesInstead('client', '\x15\x03\x03\x00\x02\x01\x00'),
  'a short alert to a client': bytesInstead('client', '\x15\x03\x03\x00\x03\x02\x28\x00'),
  'application data to a client': bytesInstead('client', '\x17\x03\x03\x00\x02\x01\x00'),
  'an alert to a server': bytesInstead('server', '\x15\x03\x03\x00\x02\x02\x28'),
  'a record that is too long': bytesInstead('server', '\x16\x03\x01\x60\x00'),
};

/** Differences that are meant, and why; the last group of each pattern's words is for people. */
const KNOWN: readonly { readonly pattern: RegExp; readonly reason: string }[] = [
  {
    pattern: /^\["move","s-out","c-in"\]\n +pyssl +3\d\d\n +CPython 510$/,
    reason: 'what a server puts into its tickets is its own affair (RFC 8446 section 4.6.1)',
  },
  {
    pattern: /^\["move","c-out","s-in"\]\n +pyssl +30\n +CPython 7$/,
    reason: 'a client that refuses a certificate says so under its handshake keys; OpenSSL in the clear',
  },
  {
    pattern: /^\["move","s-out","c-in"\]\n +pyssl +23\d\d\n +CPython 23\d\d$/,
    reason: "OpenSSL's certificate request also names two schemes of SHA-224, of which TLS 1.3 has none",
  },
  {
    pattern: /^\["move","[cs]-out","[cs]-in"\]\n +pyssl +(8\d\d)\n +CPython 8\d\d$/,
    reason: 'ECDSA signatures differ in length by a byte or two',
  },
  {
    pattern: /(NO_SHARED_CIPHER.*\n.*UNSUPPORTED_PROTOCOL|HANDSHAKE_FAILURE.*\n.*PROTOCOL_VERSION)/,
    reason: 'a server of TLS 1.3 alone, without a certificate: OpenSSL finds no version, we no suite',
  },
];

for (const [title, steps] of Object.entries(scripts)) {
  for (const core of cores) {
    test(`${title} (${core.name})`, (t) => {
      if (python === undefined) {
        t.pass('no CPython on this machine to compare with');
        t.log('skipped: no CPython on this machine to compare with');
        return;
      }
      const { stdout, stderr, status } = spawnSync(python.path, [script], {
        input: JSON.stringify(steps),
        encoding: 'utf8',
      });
      t.is(status, 0, stderr);
      const theirs = JSON.parse(stdout) as Value[];
      const ours = carryOut(steps, (made) => {
        if (made instanceof ssl.SSLContext) made.crypto = core;
      });
      const differences = steps.flatMap((step, i) => {
        const [here, there] = [JSON.stringify(ours[i]), JSON.stringify(theirs[i])];
        if (here === there) return [];
        const told = `${JSON.stringify(step)}\n    pyssl   ${here}\n    CPython ${there}`;
        return KNOWN.some(({ pattern }) => pattern.test(told)) ? [] : [told];
      });
      t.deepEqual(differences, [], `\n${differences.join('\n')}`);
    });
  }
}
