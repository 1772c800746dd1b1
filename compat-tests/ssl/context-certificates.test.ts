/** load_cert_chain and load_verify_locations: what they take, what they leave behind, and how they refuse. */
import { createPrivateKey } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import test, { type ExecutionContext } from 'ava';
import * as ssl from '../../lib/index.ts';
import { certificate } from '../tools/certs.ts';
import { clientContext, connected, cores, pair, serverContext } from '../tools/pair.ts';

const client = () => new ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT);
const server = () => new ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER);
const [core] = cores;
const [p256, rsa, root] = ['p256.pem', 'rsa2048.pem', 'ca.crt'].map(certificate);
const rootText = readFileSync(root, 'latin1');
const rootDers = clientContext(core).get_ca_certs(true);
const [der] = rootDers;

const folder = mkdtempSync(join(tmpdir(), 'pyssl-'));
test.after.always(() => rmSync(folder, { recursive: true }));

function file(name: string, content: string | Uint8Array): string {
  const path = join(folder, name);
  writeFileSync(path, content);
  return path;
}

/** The class, errno, start of the text, library and reason of an error. */
type Refusal = readonly [
  Class: new (...args: never[]) => Error,
  errno: number | null,
  text: string,
  library?: string | null,
  reason?: string | null,
];

function refuses(t: ExecutionContext, call: () => unknown, refusal: Refusal, what: string): void {
  const [instanceOf, errno, text, library, reason] = refusal;
  const error = t.throws(call, { instanceOf }, what);
  t.true(error.message.startsWith(text), `${what}: ${error.message}`);
  if (error instanceof ssl.OSError) t.deepEqual([error.errno, error.filename], [errno, null], what);
  if (error instanceof ssl.SSLError) t.deepEqual([error.library, error.reason], [library, reason], what);
}

const wrongType = (text: string): Refusal => [TypeError, null, text];
const missing: Refusal = [ssl.FileNotFoundError, 2, '[Errno 2] No such file or directory'];
const directory: Refusal = [ssl.IsADirectoryError, 21, '[Errno 21] Is a directory'];
const nullByte: Refusal = [ssl.ValueError, null, 'embedded null byte'];
const pemLib: Refusal = [ssl.SSLError, 524297, '[SSL] PEM lib (', 'SSL', null];
const unassigned: Refusal = [
  ssl.SSLError,
  177,
  '[SSL: NO_CERTIFICATE_ASSIGNED] no certificate assigned (',
  'SSL',
  'NO_CERTIFICATE_ASSIGNED',
];

test('load_cert_chain refuses paths that are none, and files that hold none', (t) => {
  const cases: readonly (readonly [readonly unknown[], Refusal])[] = [
    [['nope.pem'], missing],
    [[''], missing],
    [[p256, 'nope.pem'], missing],
    [[folder], directory],
    [[p256, folder], directory],
    [['a\0b'], nullByte],
    [[5], wrongType('certfile should be a valid filesystem path')],
    [[null], wrongType('certfile should be a valid filesystem path')],
    [[p256, 5], wrongType('keyfile should be a valid filesystem path')],
    [[root], pemLib],
    [[p256, root], pemLib],
    [[file('empty.pem', '')], pemLib],
    [[file('junk.pem', 'junk')], pemLib],
    [[file('chain.der', der)], pemLib],
    [[rsa, p256], unassigned],
    [[p256, rsa], unassigned],
  ];
  for (const [args, refusal] of cases)
    refuses(t, () => Reflect.apply(server().load_cert_chain, server(), args), refusal, String(args));
});

test('load_cert_chain says which argument is missing', (t) => {
  t.throws(() => Reflect.apply(server().load_cert_chain, server(), []), {
    instanceOf: TypeError,
    message: "load_cert_chain() missing required argument 'certfile' (pos 1)",
  });
});

test('load_cert_chain takes a certificate that has expired, and clients have one too', (t) => {
  t.notThrows(() => server().load_cert_chain(certificate('expired.pem')));
  t.notThrows(() => client().load_cert_chain(p256));
});

test('chains of two types of key stand side by side, and ECDSA goes first', (t) => {
  for (const order of [
    [p256, rsa],
    [rsa, p256],
  ]) {
    const context = serverContext(core, { set: (each) => order.map((path) => each.load_cert_chain(path)) });
    const both = connected({ client: clientContext(core), server: context });
    const shown = both.client.object.getpeercert(true);
    const own = ssl.PEM_cert_to_DER_cert(firstBlock(readFileSync(p256, 'latin1')));
    t.deepEqual(shown, own);
  }
});

test('a load that fails takes away the chain that was there, unless its key fits the certificate that was read', (t) => {
  const unreadable = serverContext(core);
  t.throws(() => unreadable.load_cert_chain(file('unreadable.pem', 'junk')));
  t.notThrows(() => connected({ client: clientContext(core), server: unreadable }));

  const same = serverContext(core);
  for (const keyfile of [certificate('client.pem'), root])
    t.throws(() => same.load_cert_chain(p256, keyfile));
  t.notThrows(() => connected({ client: clientContext(core), server: same }));

  const mismatched = serverContext(core);
  t.throws(() => mismatched.load_cert_chain(certificate('client.pem'), p256), {
    message: /KEY_VALUES_MISMATCH/,
  });
  const { error } = pair({ client: clientContext(core), server: mismatched }).handshake().server;
  t.is((error as ssl.SSLError).reason, 'NO_SHARED_CIPHER');
});

const passphrase = 's\u00e9cret';
const encrypted = (secret: string) =>
  createPrivateKey(readFileSync(p256)).export({
    type: 'pkcs8',
    format: 'pem',
    cipher: 'aes-256-cbc',
    passphrase: secret,
  }) as string;

test('a password is text, bytes, or a function that gives one of them', (t) => {
  const keyfile = file('key.pem', encrypted(passphrase));
  const bytes = new TextEncoder().encode(passphrase);
  for (const password of [passphrase, bytes, () => passphrase, () => bytes])
    t.notThrows(() => server().load_cert_chain(p256, { keyfile, password }));
  t.deepEqual(bytes, new TextEncoder().encode(passphrase)); // it is the program's to wipe
});

test('a password that is none, wrong, or too long', (t) => {
  const keyfile = file('locked.pem', encrypted(passphrase));
  const tooLong: Refusal = [ssl.ValueError, null, 'password cannot be longer than 1024 bytes'];
  const cases: readonly (readonly [unknown, Refusal])[] = [
    ['x', pemLib],
    ['', pemLib],
    ['x'.repeat(1024), pemLib],
    ['x'.repeat(1025), tooLong],
    ['\u00e9'.repeat(513), tooLong],
    [() => 'x'.repeat(1025), tooLong],
    [() => 5, wrongType('password callback must return a string')],
  ];
  for (const [password, refusal] of cases)
    refuses(
      t,
      () => server().load_cert_chain(p256, keyfile, password as ssl.Password),
      refusal,
      String(password).slice(0, 20),
    );
  const raise = () => {
    throw new RangeError('mine');
  };
  t.throws(() => server().load_cert_chain(p256, keyfile, raise), { instanceOf: RangeError, message: 'mine' });
});

test('a password that nobody needs is not asked for, nor measured; its type is looked at all the same', (t) => {
  t.notThrows(() => server().load_cert_chain(p256, { password: 'x'.repeat(2000) }));
  for (const password of [true, 5, ['x'], new Map()])
    refuses(
      t,
      () => server().load_cert_chain(p256, null, password as never),
      wrongType('password should be a string or callable'),
      String(password),
    );
});

const pemJunk = `${ssl.PEM_HEADER}\nMIIB\n${ssl.PEM_FOOTER}\n`;
const notFound: Refusal = [
  ssl.SSLError,
  136,
  '[X509: NO_CERTIFICATE_OR_CRL_FOUND] no certificate or crl found (',
  'X509',
  'NO_CERTIFICATE_OR_CRL_FOUND',
];
const noStart: Refusal = [
  ssl.SSLError,
  0,
  'no start line: cadata does not contain a certificate (',
  null,
  null,
];
const notEnough: Refusal = [
  ssl.SSLError,
  0,
  'not enough data: cadata does not contain a certificate (',
  null,
  null,
];
const badData = wrongType('cadata should be an ASCII string or a bytes-like object');

test('load_verify_locations refuses, and keeps what is good in front of what is not', (t) => {
  const ders = (...parts: Uint8Array[]) => Buffer.concat(parts);
  const key = readFileSync(p256, 'latin1').replace(/-+BEGIN CERT[\s\S]*?END CERTIFICATE-+\n/g, '');
  const cases: readonly (readonly [string, Record<string, unknown>, Refusal, kept?: number])[] = [
    ['nothing', {}, wrongType('cafile, capath and cadata cannot be all omitted')],
    ['None', { cafile: null, cadata: null }, wrongType('cafile, capath and cadata cannot be all omitted')],
    ['a number as a file', { cafile: 5 }, wrongType('cafile should be a valid filesystem path')],
    ['a number as a directory', { capath: 5 }, wrongType('capath should be a valid filesystem path')],
    ['a number as data', { cadata: 5 }, badData],
    ['text beyond ASCII', { cadata: '\u00e9' }, badData],
    ['a zero in a path', { cafile: 'a\0' }, nullByte],
    ['a missing file', { cafile: 'nope.pem' }, missing],
    ['a file without a name', { cafile: '' }, missing],
    ['a directory as a file', { cafile: folder }, directory],
    ['a missing file beside data', { cafile: 'nope.pem', cadata: der }, missing, 1],
    ['an empty file', { cafile: file('none.pem', '') }, notFound],
    ['a file of DER', { cafile: file('root.der', der) }, notFound],
    ['a file with a key only', { cafile: file('key-only.pem', key) }, notFound],
    [
      'a file with a broken block',
      { cafile: file('broken.pem', pemJunk) },
      [ssl.SSLError, 524297, '[X509] PEM lib (', 'X509', null],
    ],
    [
      'a directory without a name',
      { capath: '' },
      [ssl.SSLError, 113, '[X509: INVALID_DIRECTORY] invalid directory (', 'X509', 'INVALID_DIRECTORY'],
    ],
    ['no text', { cadata: '' }, [ssl.ValueError, null, 'Empty certificate data']],
    ['no bytes', { cadata: new Uint8Array(0) }, [ssl.ValueError, null, 'Empty certificate data']],
    ['text without a certificate', { cadata: 'broken' }, noStart],
    ['a key', { cadata: key }, noStart],
    ['a broken block', { cadata: pemJunk }, noStart],
    ['a broken block before good ones', { cadata: pemJunk + rootText }, noStart],
    ['junk', { cadata: Buffer.from('junk') }, notEnough],
    ['PEM as bytes', { cadata: Buffer.from(rootText) }, notEnough],
    ['a certificate cut short', { cadata: der.subarray(0, -1) }, notEnough],
    [
      'a byte behind a certificate',
      { cadata: ders(der, Uint8Array.of(0x41)) },
      [ssl.SSLError, 123, '[ASN1: HEADER_TOO_LONG] header too long (', 'ASN1', 'HEADER_TOO_LONG'],
      1,
    ],
    [
      'half a certificate behind a whole one',
      { cadata: ders(der, der.subarray(0, 50)) },
      [ssl.SSLError, 142, '[ASN1: NOT_ENOUGH_DATA] not enough data (', 'ASN1', 'NOT_ENOUGH_DATA'],
      1,
    ],
  ];
  for (const [what, keywords, refusal, kept = 0] of cases) {
    const context = client();
    refuses(t, () => context.load_verify_locations(keywords), refusal, what);
    t.is(context.cert_store_stats().x509, kept, what);
  }
});

test('a broken block behind good ones is an error of PEM, and the good ones stay', (t) => {
  for (const broken of [pemJunk, pemJunk.replace('MIIB', 'M!IB'), pemJunk.slice(0, -10)]) {
    const context = client();
    const error = t.throws(() => context.load_verify_locations({ cadata: rootText + broken }), {
      instanceOf: ssl.SSLError,
    });
    t.is(error.library, 'PEM');
    t.is(context.cert_store_stats().x509, rootDers.length);
  }
});

test('load_verify_locations takes text around certificates, and the same one twice', (t) => {
  const context = client();
  context.load_verify_locations({ cadata: `one\n${rootText}\ntwo\n${rootText}` });
  context.load_verify_locations({ cadata: Buffer.concat([der, der]) });
  context.load_verify_locations(file('around.pem', `around\n${rootText}\n`));
  t.deepEqual(context.cert_store_stats(), { x509: rootDers.length, crl: 0, x509_ca: rootDers.length });
  t.deepEqual(Object.keys(context.cert_store_stats()), ['x509', 'crl', 'x509_ca']);
  const { notBefore, ...rest } = context.get_ca_certs()[0];
  t.regex(notBefore, / GMT$/);
  t.deepEqual(Object.keys(rest), ['subject', 'issuer', 'version', 'serialNumber', 'notAfter']);
});

test('a capath need not exist, and shows nothing before it is used', (t) => {
  const context = client();
  for (const capath of ['/nonexisting', root, new TextEncoder().encode(folder)])
    t.notThrows(() => context.load_verify_locations({ capath }));
  t.deepEqual(context.cert_store_stats(), { x509: 0, crl: 0, x509_ca: 0 });
});

test('load_default_certs takes a purpose', (t) => {
  for (const [value, message] of [
    [null, 'None'],
    ['SERVER_AUTH', 'SERVER_AUTH'],
  ])
    t.throws(() => client().load_default_certs(value as never), {
      instanceOf: TypeError,
      message: message as string,
    });
});

function firstBlock(pem: string): string {
  const start = pem.indexOf(ssl.PEM_HEADER);
  return pem.slice(start, pem.indexOf(ssl.PEM_FOOTER, start) + ssl.PEM_FOOTER.length);
}
