/** What contexts say of themselves and take: here and in CPython (section 3 of what Python's module does). */
import { createPrivateKey } from 'node:crypto';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import test from 'ava';
import * as ssl from '../../lib/index.ts';
import { parseCertificate } from '../../lib/pki/certificate.ts';
import { subjectHash } from '../../lib/pki/names.ts';
import { pemBlocks, pemEncode } from '../../lib/pki/pem.ts';
import { certificate } from '../tools/certs.ts';
import { integer, nothing, oid, sequence } from '../tools/der-writer.ts';
import { authority, makeCertificate, makeCrl } from '../tools/make-certificate.ts';
import { cores } from '../tools/pair.ts';
import { testKey } from '../tools/test-keys.ts';
import { compare } from './compare.ts';
import { TICKETS } from './known.ts';
import {
  bytes,
  call,
  callback,
  get,
  look,
  make,
  move,
  name,
  number,
  type Step,
  set,
  type Value,
} from './transcript.ts';

const { PROTOCOL_TLS_CLIENT: CLIENT, PROTOCOL_TLS_SERVER: SERVER } = ssl;

const folder = mkdtempSync(join(tmpdir(), 'pyssl-'));
test.after.always(() => rmSync(folder, { recursive: true }));
function file(title: string, content: string | Uint8Array): string {
  const path = join(folder, title);
  writeFileSync(path, content);
  return path;
}

const ATTRIBUTES = [
  'protocol',
  'verify_mode',
  'check_hostname',
  'minimum_version',
  'maximum_version',
  'options',
  'verify_flags',
  'security_level',
  'num_tickets',
  'post_handshake_auth',
  'hostname_checks_common_name',
  '_host_flags',
  'keylog_filename',
  '_msg_callback',
  'sni_callback',
];
const attributes = (of: string) => ATTRIBUTES.map((attribute) => get(of, attribute));

// --- what they begin with --------------------------------------------------------------------------------------------

const protocols: Step[] = [2, 3, 4, 5, CLIENT, SERVER].flatMap((protocol) => [
  make('SSLContext', [protocol], 'x'),
  ...attributes('x'),
  call('x', 'session_stats'),
  call('x', 'cert_store_stats'),
  ...[771, 772, -1, -2].flatMap((version) => [
    set('x', 'minimum_version', version),
    set('x', 'maximum_version', version),
  ]),
  ...attributes('x'),
]);

const factories: Step[] = [
  ...(
    [
      ['create_default_context', {}],
      ['create_default_context', { cafile: certificate('ca.crt') }],
      ['create_default_context', { cafile: '/nonexistent/file' }],
      ['create_default_context', { cadata: '' }],
      ['_create_unverified_context', {}],
      ['_create_unverified_context', { cert_reqs: 2 }],
      ['_create_unverified_context', { check_hostname: true }],
      ['_create_unverified_context', { cert_reqs: 0, check_hostname: true }],
      ['_create_unverified_context', { certfile: certificate('p256.pem') }],
      ['_create_unverified_context', { keyfile: certificate('p256.pem') }],
      ['_create_unverified_context', { cafile: certificate('ca.crt') }],
      ['_create_unverified_context', { protocol: SERVER }],
      ['_create_unverified_context', { protocol: 42 }],
      ['_create_unverified_context', { purpose: 'x' }],
      ['_create_stdlib_context', {}],
      ['_create_default_https_context', { cafile: certificate('ca.crt') }],
    ] as const
  ).flatMap(([method, keywords]) => [call(null, method, [], keywords, 'x'), ...attributes('x')]),
  call(null, 'create_default_context', [1]),
  call(null, 'create_default_context', [null]),
];

// --- settings --------------------------------------------------------------------------------------------------------

const setAll = (attribute: string, values: readonly Value[], of = 's') =>
  values.flatMap((value) => [set(of, attribute, value), get(of, attribute)]);

const settings: Step[] = [
  make('SSLContext', [SERVER], 's'),
  make('SSLContext', [CLIENT], 'c'),
  ...setAll('verify_flags', [0, 1, 0x88020, 2 ** 32, 2 ** 40 + 4, 0x100, true, 0, 0x400, 1.5, [], 'x', null]),
  ...setAll('options', [0, 1, 2 ** 31, 2 ** 32, 2 ** 40 + 4, 2 ** 64, -(2 ** 40), true, 1.5, 'x']),
  ...setAll('minimum_version', [-(2 ** 31) - 1, 2 ** 31 - 1, 2 ** 31, -(2 ** 31), 2 ** 63, true, 0]),
  ...setAll('verify_mode', [2 ** 31, -(2 ** 31) - 1, 2 ** 64, -(2 ** 64), true, false, 3]),
  ...['minimum_version', 'verify_mode'].flatMap((attribute) =>
    setAll(attribute, ['9223372036854775807', '9223372036854775808'].map(number)),
  ),
  ...['minimum_version', 'verify_mode', 'num_tickets'].flatMap((attribute) =>
    setAll(attribute, ['-9223372036854775808', '-9223372036854775809'].map(number)),
  ),
  set('s', 'sni_callback', callback('names')),
  ...setAll('sni_callback', [[]]),
  ...setAll('num_tickets', [2 ** 31, 2 ** 63, true, 0, -1, 1.5, 'x']),
  ...setAll('post_handshake_auth', [true, false, 'x', '', null, 0, 5]),
  ...setAll('post_handshake_auth', [true], 'c'),
  ...setAll('hostname_checks_common_name', [false, true, 'x', '', null]),
  get('s', '_host_flags'),
  ...setAll('check_hostname', [true, false, 'x', '', null, 0, 5]),
  set('s', 'verify_mode', 0),
  ...setAll('check_hostname', [true]),
  get('s', 'verify_mode'),
  set('s', 'verify_mode', 0),
  set('s', 'verify_mode', 1),
  ...setAll('check_hostname', [false, true]),
  get('s', 'verify_mode'),
  ...['protocol', 'security_level', '_host_flags'].map((attribute) => get('s', attribute)),
  ...[
    'a:b',
    ['h2', 'http/1.1'],
    'ab',
    [],
    null,
    5,
    ['x'.repeat(255)],
    ['x'.repeat(256)],
    ['é'],
    ['aéé'],
    ['\ud800'],
    [1],
    [bytes('x')],
  ].map((protocol) => call('s', 'set_alpn_protocols', [protocol])),
  ...['', '\x01x', '\x02x', '\x00', '\x01x\x00', '\x01x\x01y', '\xff'].map((wire) =>
    call('s', '_set_alpn_protocols', [bytes(wire)]),
  ),
  call('s', '_set_alpn_protocols', ['x']),
  ...[
    'prime256v1',
    'secp384r1',
    'secp521r1',
    'X25519',
    'X448',
    'P-256',
    'secp256r1',
    'x25519',
    'ffdhe2048',
    '',
  ].map((curve) => call('s', 'set_ecdh_curve', [curve])),
  ...['\ud800', 'x\0'].map((text) => call('s', 'set_ciphers', [text])),
  ...[null, 5, [], 1.5, '\ud800', bytes('prime256v1'), bytes('x'), 'x\0', 'prime256v1:secp384r1'].map(
    (curve) => call('s', 'set_ecdh_curve', [curve]),
  ),
  call('c', 'set_ecdh_curve', ['secp384r1']),
];

// --- keys and passwords ----------------------------------------------------------------------------------------------

const PASSWORD = 'pässwörd';
const [ec, rsa] = ['p256.pem', 'rsa2048.pem'].map((each) => readFileSync(certificate(each), 'latin1'));
const chainOf = (text: string) => text.slice(text.indexOf('-----BEGIN CERTIFICATE'));
const ecChain = file('ec.crt', chainOf(ec));
const rsaChain = file('rsa.crt', chainOf(rsa));
const keyFile = (text: string, type: 'pkcs8' | 'sec1' | 'pkcs1', cipher?: string, passphrase = PASSWORD) =>
  file(
    `${text.length}-${type}-${cipher ?? 'plain'}-${passphrase.length}.key`,
    String(
      createPrivateKey(text).export({
        type,
        format: 'pem',
        ...(cipher !== undefined && { cipher, passphrase }),
      }),
    ),
  );

const keys: readonly (readonly [chain: string, key: string])[] = [
  [ecChain, keyFile(ec, 'pkcs8')],
  [ecChain, keyFile(ec, 'sec1')],
  [rsaChain, keyFile(rsa, 'pkcs1')],
  [ecChain, keyFile(ec, 'pkcs8', 'aes-256-cbc')],
  [ecChain, keyFile(ec, 'pkcs8', 'aes-128-cbc')],
  [rsaChain, keyFile(rsa, 'pkcs8', 'des-ede3-cbc')],
  [ecChain, keyFile(ec, 'sec1', 'aes-256-cbc')],
  [rsaChain, keyFile(rsa, 'pkcs1', 'aes-128-cbc')],
  [rsaChain, keyFile(rsa, 'pkcs1', 'des-ede3-cbc')],
];
const utf8 = { bytes: Buffer.from(PASSWORD).toString('hex') };
const [encrypted, plain] = [keys[3], keys[0]];
const longKey = keyFile(ec, 'pkcs8', 'aes-256-cbc', 'x'.repeat(1024));

const passwords: Step[] = [
  make('SSLContext', [SERVER], 's'),
  ...keys.flatMap(([chain, key]) => [
    call('s', 'load_cert_chain', [chain, key, PASSWORD]),
    call('s', 'load_cert_chain', [chain, key], { password: utf8 }),
    call('s', 'load_cert_chain', [chain, key], { password: callback('p', { returns: PASSWORD }) }),
    call('s', 'load_cert_chain', [chain, key], { password: callback('p', { returns: utf8 }) }),
    look('p'),
    call('s', 'load_cert_chain', [chain, key], { password: 'wrong' }),
    call('s', 'load_cert_chain', [chain, key], { password: '' }),
    call('s', 'load_cert_chain', [chain, key], { password: callback('p', { returns: 'wrong' }) }),
  ]),
  ...[encrypted, plain].flatMap(([chain, key]) => [
    ...[5, true, [], 1.5].map((password) => call('s', 'load_cert_chain', [chain, key], { password })),
    ...[5, true, null, [], 1.5].map((returns) =>
      call('s', 'load_cert_chain', [chain, key], { password: callback('p', { returns }) }),
    ),
    call('s', 'load_cert_chain', [chain, key], { password: callback('p', { raises: 'no' }) }),
    ...[1023, 1024, 1025, 100_000].flatMap((length) => [
      call('s', 'load_cert_chain', [chain, key], { password: 'x'.repeat(length) }),
      call('s', 'load_cert_chain', [chain, key], {
        password: callback('p', { returns: 'x'.repeat(length) }),
      }),
    ]),
    look('p'),
  ]),
  call('s', 'load_cert_chain', [ecChain, longKey, 'x'.repeat(1024)]),
  call('s', 'load_cert_chain', [ecChain, longKey, 'x'.repeat(1023)]),
];

/** Names of files are bytes, of which not all are text. */
const noUtf8 = join(folder, '\xff.pem');
writeFileSync(Buffer.from(noUtf8, 'latin1'), ec);

const otherBlock = (label: string) => `-----BEGIN ${label}-----\n!!!!\n-----END ${label}-----\n`;

const chains: Step[] = [
  make('SSLContext', [SERVER], 's'),
  ...[
    [ecChain],
    [ecChain, rsaChain],
    [rsaChain, keys[0][1]],
    [keys[0][1], ecChain],
    [file('empty', '')],
    [file('text', 'hello')],
    [file('der', pemBlocks(ec)[1].der)],
    [file('both', chainOf(ec) + ec)],
    [file('key-last', chainOf(ec) + readFileSync(keys[0][1], 'latin1'))],
    [file('crlf', ec.replaceAll('\n', '\r\n'))],
    [file('noise', `hello\n${ec}\nbye`)],
    [file('cut', ec.slice(0, -40))],
    [file('not-base64', ec.replace(/\n[^-]{10}/g, '\n!!!!!!!!!!'))],
    [file('trailing', pemEncode('CERTIFICATE', Uint8Array.of(0x30, 0)) + ec)],
    [file('trusted', pemEncode('TRUSTED CERTIFICATE', pemBlocks(ec)[1].der) + ec)],
    [file('bytes-behind', pemEncode('CERTIFICATE', Uint8Array.of(...pemBlocks(ec)[1].der, 0))), keys[0][1]],
    [file('mark', `\ufeff${ec}`)],
    [file('broken-behind', ec + ec.slice(0, 100))],
    [file('base64-behind', ec + otherBlock('X'))],
    [file('empty-behind', `${ec}-----BEGIN X-----\n-----END X-----\n`)],
    [file('der-behind', ec + pemEncode('CERTIFICATE', Uint8Array.of(0x30, 0)))],
    [file('headers-behind', ec + chainOf(ec).replace('\n', '\nx: y\n\n'))],
    [ecChain, file('key-then-broken', readFileSync(keys[0][1], 'latin1') + otherBlock('X'))],
    [
      ecChain,
      file('empty-then-key', `-----BEGIN X-----\n-----END X-----\n${readFileSync(keys[0][1], 'latin1')}`),
    ],
    [ecChain, file('headers-then-key', readFileSync(keys[0][1], 'latin1').replace('\n', '\nx: y\n\n'))],
    [certificate('chain.pem')],
    [certificate('expired.pem')],
    [certificate('ed25519.pem')],
    [certificate('ed448.pem')],
    [certificate('rsapss.pem')],
    [folder],
    [`${folder}/`, `${folder}/`],
    ['', 5],
    ['', 'x\0'],
    ['/nonexistent/file', '', 5],
    [folder, ''],
    [ecChain, ''],
    ['\ud800'],
    [join(ecChain, 'x')],
    [bytes(certificate('p256.pem'))],
    [bytes(noUtf8)],
  ].map((args) => call('s', 'load_cert_chain', args)),
];

// --- what is trusted -------------------------------------------------------------------------------------------------

const issuer = makeCertificate({ subject: 'CN=Root', key: testKey(), extensions: authority(testKey()) });
const second = makeCertificate({
  subject: 'CN=Second',
  key: testKey('secp256r1', 'second'),
  extensions: authority(testKey('secp256r1', 'second')),
});
const leaf = makeCertificate({ subject: 'CN=leaf', key: testKey('secp256r1', 'leaf'), issuer });
const crl = makeCrl({ issuer, revoked: [5] });
const trusted = pemEncode('TRUSTED CERTIFICATE', new Uint8Array([...issuer.der, 0x30, 0]));
const sha1 = cores[0].hashes.get('sha1');
const hash = sha1 === undefined ? '' : subjectHash(parseCertificate(issuer.der).subject, sha1.digest);
const directory = join(folder, 'hashed');
mkdirSync(directory);
writeFileSync(join(directory, `${hash}.0`), issuer.pem);

const fileTexts: Readonly<Record<string, string>> = {
  one: issuer.pem,
  two: issuer.pem + second.pem,
  twice: issuer.pem + issuer.pem,
  leaf: leaf.pem,
  crl: crl.pem,
  'crl and certificate': crl.pem + issuer.pem,
  trusted,
  'old label': pemEncode('X509 CERTIFICATE', issuer.der),
  'text around': `a\n${issuer.pem}b\n${second.pem}c`,
  empty: '',
  text: 'hello',
  'key only': readFileSync(keys[0][1], 'latin1'),
  'no end': issuer.pem.slice(0, 100),
  'good, then no end': issuer.pem + second.pem.slice(0, 100),
  'good, then another end': issuer.pem + second.pem.replace('END CERTIFICATE', 'END X'),
  'good, then no base64': issuer.pem + otherBlock('CERTIFICATE'),
  'no base64, then good': otherBlock('CERTIFICATE') + issuer.pem,
  'good, then a broken other': issuer.pem + otherBlock('X'),
  'good, then no certificate': issuer.pem + pemEncode('CERTIFICATE', sequence(integer(1))),
  'no certificate, then good': pemEncode('CERTIFICATE', sequence(integer(1))) + issuer.pem,
  'good, then an empty one': issuer.pem + pemEncode('CERTIFICATE', new Uint8Array()),
  'bytes behind': pemEncode('CERTIFICATE', new Uint8Array([...issuer.der, 0, 0])),
  'an empty line in the middle': issuer.pem.replace(/(\n.{64})\n/, '$1\n\n'),
  'an empty line in front': issuer.pem.replace('\n', '\n\n'),
  'good, then two empty lines': issuer.pem + second.pem.replace('\n', '\n\n\n'),
  'good, then headers': issuer.pem + second.pem.replace('\n', '\nx: y\n\n'),
  'headers, then good': second.pem.replace('\n', '\nx: y\n\n') + issuer.pem,
  'one long line': issuer.pem.replace(/\n(?=[^-])/g, '').replace(/-----(?=[^E\n])/, '-----\n'),
  'no lines at all': issuer.pem.replaceAll('\n', ''),
  'lines of 76': issuer.pem.replace(/\n(.{64})\n(.{12})/, '\n$1$2\n'),
  'spaces behind lines': issuer.pem.replaceAll('\n', ' \t\n'),
  'spaces before lines': issuer.pem.replaceAll('\n', '\n '),
  'spaces inside lines': issuer.pem.replace(/\n(.{20})(.{20})/, '\n $1 \t$2'),
  'a label in another case': issuer.pem.toLowerCase() + second.pem,
  'more behind the end': issuer.pem.replace(/-----\n$/, '-----x\n'),
  'a dash in the middle': issuer.pem.replace(/(\n.{64})\n/, '$1\n-'),
  'carriage returns alone': issuer.pem.replaceAll('\n', '\r'),
  'good, then cut': issuer.pem + pemEncode('CERTIFICATE', second.der.subarray(0, 100)),
};

const tails: readonly (readonly number[])[] = [
  [],
  [0x30],
  [0x78],
  [0],
  [0, 0],
  [0x78, 0x78],
  [0xff],
  [0xff, 0xff, 0xff],
  [0x30, 0x82],
  [0x30, 0x82, 5, 0],
  [0x30, 0],
  [0x30, 3, 2, 1, 1],
  [2, 1, 1],
  [0x31, 0],
  [0x30, 0x84, 0x7f, 0xff, 0xff, 0xff],
  [0x30, 0x84, 0x7f, 0xff, 0xff, 0xff, 0],
  [0x30, 2, 0x30, 0],
  [0x30, 0x80, 0, 0],
  [...second.der.subarray(0, 100)],
  [...second.der.subarray(0, -1)],
  [...second.der],
  [...second.der, 0],
  [...second.der, ...issuer.der],
];
const hex = (...parts: readonly Iterable<number>[]): Value => ({
  bytes: parts.map((part) => Buffer.from(Uint8Array.from(part)).toString('hex')).join(''),
});

const stores: Step[] = [
  ...Object.entries(fileTexts).flatMap(([title, text]) =>
    [{ cafile: file(`store ${title}`, text) }, { cadata: text }].flatMap((keywords) => [
      make('SSLContext', [CLIENT], 'c'),
      call('c', 'load_verify_locations', [], keywords),
      call('c', 'cert_store_stats'),
      call('c', 'get_ca_certs', [true]),
    ]),
  ),
  ...tails.flatMap((tail) =>
    [hex(tail), hex(issuer.der, tail)].flatMap((cadata) => [
      make('SSLContext', [CLIENT], 'c'),
      call('c', 'load_verify_locations', [], { cadata }),
      call('c', 'cert_store_stats'),
    ]),
  ),
  make('SSLContext', [CLIENT], 'c'),
  call('c', 'load_verify_locations', [], { capath: directory }),
  call('c', 'cert_store_stats'),
  call('c', 'load_verify_locations', [null, bytes(directory)]),
  call('c', 'load_verify_locations', ['/nonexistent/file', directory, issuer.pem]),
  call('c', 'cert_store_stats'),
  ...['', 'x\0', '/nonexistent/directory', ecChain].map((capath) =>
    call('c', 'load_verify_locations', [], { capath }),
  ),
  call('c', 'load_verify_locations', ['', 5]),
  call('c', 'load_verify_locations', ['', null, '']),
  call('c', 'load_verify_locations', ['', '\ud800']),
  ...['', 'x\0', '\ud800', folder].map((cafile) => call('c', 'load_verify_locations', [cafile])),
  call('c', 'get_ca_certs'),
];

const dhFile = (title: string, der: Uint8Array, label = 'DH PARAMETERS') =>
  file(title, pemEncode(label, der));
const prime = new Uint8Array(256).fill(0xff);
const dhParameters: Step[] = [
  make('SSLContext', [SERVER], 's'),
  ...[
    dhFile('dh good', sequence(integer(prime), integer(2))),
    dhFile('dh length', sequence(integer(prime), integer(2), integer(225))),
    dhFile('dh x9.42', sequence(integer(prime), integer(2), integer(prime)), 'X9.42 DH PARAMETERS'),
    dhFile('dh small', sequence(integer(prime.subarray(128)), integer(2))),
    dhFile('dh short', sequence(integer(prime), integer(2), integer(200))),
    dhFile('dh none', sequence(integer(prime))),
    dhFile('dh null', nothing()),
    dhFile('dh oid', sequence(oid('1.2.3'))),
    dhFile('dh label', sequence(integer(prime), integer(2)), 'PARAMETERS'),
    file('dh cut', pemEncode('DH PARAMETERS', prime).slice(0, 100)),
    file('dh base64', otherBlock('DH PARAMETERS')),
    ecChain,
    file('dh empty', ''),
    folder,
    '/nonexistent/file',
    '',
    'x\0',
    bytes('/nonexistent/file'),
    5,
    null,
    [],
  ].map((path) => call('s', 'load_dh_params', [path])),
  make('SSLContext', [CLIENT], 'c'),
  call('c', 'load_dh_params', [join(folder, 'dh good')]),
];

const keyLogs: Step[] = [
  make('SSLContext', [SERVER], 's'),
  ...[join(folder, 'keys.log'), null, bytes(join(folder, 'keys.log')), folder, null].flatMap((path) => [
    set('s', 'keylog_filename', path),
    get('s', 'keylog_filename'),
  ]),
  set('s', 'keylog_filename', join(folder, 'keys.log')),
  ...[join(folder, 'nowhere', 'keys.log'), 5, '\ud800', 'x\0', 1.5, []].flatMap((path) => [
    set('s', 'keylog_filename', path),
    get('s', 'keylog_filename'),
  ]),
];

// --- an object keeps what its context said ---------------------------------------------------------------------------

const snapshots: Step[] = [
  make('SSLContext', [CLIENT], 'c'),
  make('SSLContext', [SERVER], 's'),
  call('s', 'load_cert_chain', [certificate('rsa2048.pem')]),
  ...['c-in', 'c-out', 's-in', 's-out'].map((of) => make('MemoryBIO', [], of)),
  call('c', 'wrap_bio', [name('c-in'), name('c-out')], { server_hostname: 'localhost' }, 'client'),
  call('s', 'wrap_bio', [name('s-in'), name('s-out'), true], {}, 'server'),
  // Of all this only the store counts, which is shared, and for getpeercert() whether the context verifies. (OpenSSL
  // looks up the suites of TLS 1.2 in the context too; here an object keeps them.)
  set('c', 'check_hostname', false),
  set('c', 'verify_mode', 0),
  set('c', 'minimum_version', 771),
  set('c', 'maximum_version', 771),
  call('c', 'load_verify_locations', [certificate('ca.crt')]),
  set('s', 'maximum_version', 771),
  call('s', 'load_cert_chain', [certificate('p256.pem')]),
  call('s', 'set_alpn_protocols', [['x']]),
  ...Array.from({ length: 2 }, () => [
    call('client', 'do_handshake'),
    move('c-out', 's-in'),
    call('server', 'do_handshake'),
    move('s-out', 'c-in'),
  ]).flat(),
  call('client', 'version'),
  call('client', 'cipher'),
  call('client', 'getpeercert'),
  call('client', 'get_verified_chain'),
  call('c', 'session_stats'),
  call('s', 'session_stats'),
];

compare(
  {
    'contexts of every protocol': protocols,
    'contexts from the factories': factories,
    'settings and what they refuse': settings,
    'passwords of every kind': passwords,
    'chains in files of every kind': chains,
    'stores in files and texts of every kind': stores,
    'Diffie-Hellman parameters': dhParameters,
    'key logs': keyLogs,
    'what an object keeps of its context': snapshots,
  },
  TICKETS,
);
