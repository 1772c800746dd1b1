/** Certificates as getpeercert() shows them, and as CPython decodes them: names, times and numbers of every form. */
import { spawnSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { gunzipSync } from 'node:zlib';
import test, { type ExecutionContext } from 'ava';
import { fromLatin1, utf8 } from '../../lib/bytes/bytes.ts';
import { Fault } from '../../lib/bytes/fault.ts';
import { parseCertificate } from '../../lib/pki/certificate.ts';
import { pemBlocks, pemEncode } from '../../lib/pki/pem.ts';
import { describeCertificate } from '../../lib/ssl/peer-certificate.ts';
import {
  bitFlags,
  context,
  element,
  integer,
  oid,
  sequence,
  setOf,
  utf8String,
} from '../tools/der-writer.ts';
import { subjectPublicKeyInfo } from '../tools/key-provider.ts';
import {
  algorithmIdentifier,
  extension,
  generalName,
  nameDer,
  signed,
  usualRecipe,
} from '../tools/make-certificate.ts';
import { findPython } from '../tools/programs.ts';
import { testKey } from '../tools/test-keys.ts';

/** CPython decodes a file; names that are no UTF-8 make it fail. */
const PROGRAM = `
import _ssl, json, os, sys, tempfile
with tempfile.TemporaryDirectory() as folder:
    path = os.path.join(folder, "certificate.pem")
    for line in sys.stdin:
        with open(path, "w") as file:
            file.write(json.loads(line))
        try:
            print(json.dumps(_ssl._test_decode_cert(path)))
        except Exception as error:
            print(json.dumps(type(error).__name__))
`;

interface Case {
  readonly title: string;
  readonly der: Uint8Array;
}

function compare(t: ExecutionContext, cases: readonly Case[]): void {
  const python = findPython();
  if (python === undefined || cases.length === 0) {
    t.log(
      `skipped: no ${python === undefined ? 'CPython on this machine to compare with' : 'certificates here'}`,
    );
    t.pass();
    return;
  }
  const { stdout, stderr, status } = spawnSync(python.path, ['-c', PROGRAM], {
    input: cases.map(({ der }) => `${JSON.stringify(pemEncode('CERTIFICATE', der))}\n`).join(''),
    encoding: 'utf8',
    maxBuffer: 2 ** 28,
  });
  t.is(status, 0, stderr);
  const theirs = stdout.trimEnd().split('\n');
  let refused = 0;
  const differences = cases.flatMap(({ title, der }, i) => {
    const ours = described(der);
    if (ours === undefined) refused++;
    // JSON writes what Python escapes; parsed and written again, both are written by one hand.
    const other = JSON.stringify(JSON.parse(theirs[i]));
    return ours === undefined || JSON.stringify(ours) === other
      ? []
      : [`${title}\n  ${JSON.stringify(ours)}\n  ${other}`];
  });
  t.log(`${cases.length} certificates, of which we do not read ${refused}`);
  t.deepEqual(differences, [], differences.slice(0, 10).join('\n'));
}

/** `undefined` for what is no certificate to us; OpenSSL reads BER as well. */
function described(der: Uint8Array): unknown {
  try {
    return describeCertificate(parseCertificate(der));
  } catch (error) {
    if (error instanceof Fault) return undefined;
    throw error;
  }
}

function blocksIn(folder: string): Case[] {
  try {
    return readdirSync(folder)
      .filter((file) => /\.(pem|crt)$/.test(file))
      .flatMap((file) =>
        pemBlocks(readFileSync(folder + file, 'latin1'))
          .filter(({ label }) => label === 'CERTIFICATE')
          .map(({ der }, index) => ({ title: `${file} ${index}`, der })),
      );
  } catch {
    return [];
  }
}

const near = (path: string) => fileURLToPath(new URL(path, import.meta.url));

test('the certificates of these tests', (t) => compare(t, blocksIn(near('../certs/'))));
test('the certificates that CPython was probed with', (t) =>
  compare(t, blocksIn(near('../../../shared/spec/probes/certs/'))));

test('the certificates of x509-limbo', (t) => {
  let limbo: { testcases: { id: string; peer_certificate: string; trusted_certs: string[] }[] };
  try {
    const file = readFileSync(near('../../../shared/vectors/x509-limbo.json.gz'));
    limbo = JSON.parse(gunzipSync(file).toString());
  } catch {
    limbo = { testcases: [] };
  }
  const texts = new Map<string, string>();
  for (const { id, peer_certificate, trusted_certs } of limbo.testcases)
    for (const text of [peer_certificate, ...trusted_certs]) texts.set(text, id);
  const step = 4; // all of them take a minute
  const cases = [...texts]
    .filter((_, index) => index % step === 0)
    .flatMap(([text, id]) => pemBlocks(text).map(({ der }) => ({ title: id, der })));
  compare(t, cases);
});

// --- made by hand ----------------------------------------------------------------------------------------------------

const key = testKey();

interface Parts {
  readonly version?: Uint8Array;
  readonly serial?: Uint8Array;
  readonly subject?: Uint8Array;
  readonly times?: readonly [Uint8Array, Uint8Array];
  readonly extensions?: readonly Uint8Array[];
}

const utcTime = (text: string) => element(0x17, utf8(text));
const generalizedTime = (text: string) => element(0x18, utf8(text));
const usualTimes = [utcTime('200101000000Z'), utcTime('300101000000Z')] as const;

function certificate({ version = context(0, 'constructed', integer(2)), ...parts }: Parts): Uint8Array {
  const recipe = usualRecipe(key);
  const algorithm = algorithmIdentifier(recipe, key);
  const { serial = integer(1), subject = nameDer('CN=x'), times = usualTimes, extensions = [] } = parts;
  const tbs = sequence(
    version,
    serial,
    algorithm,
    nameDer('CN=issuer, O=a+OU=b'),
    sequence(...times),
    subject,
    subjectPublicKeyInfo(key.publicKey.parts),
    ...(extensions.length === 0 ? [] : [context(3, 'constructed', sequence(...extensions))]),
  );
  return signed(tbs, algorithm, key, recipe);
}

const made = (title: string, parts: Parts): Case => ({ title, der: certificate(parts) });
const attribute = (type: string, value: Uint8Array) => sequence(oid(type), value);
const named = (type: string, value: Uint8Array) => sequence(setOf(attribute(type, value)));
const CN = '2.5.4.3';

const names: readonly Case[] = [
  made('an empty name', { subject: sequence() }),
  made('an attribute that nobody knows', { subject: named('1.2.3.4.5', utf8String('x')) }),
  ...[
    ...'2.5.4.4 2.5.4.5 2.5.4.6 2.5.4.9 2.5.4.12 2.5.4.13 2.5.4.15 2.5.4.17 2.5.4.20 2.5.4.41 2.5.4.42'.split(
      ' ',
    ),
  ].map((type) => made(type, { subject: named(type, utf8String('x')) })),
  ...'2.5.4.45 2.5.4.46 2.5.4.65 2.5.4.72 2.5.4.97 2.5.4.98 2.5.4.99 2.5.4.100 1.2.840.113549.1.9.2 1.2.840.113549.1.9.8 0.9.2342.19200300.100.1.1 0.9.2342.19200300.100.1.25 1.3.6.1.4.1.311.60.2.1.1 1.3.6.1.4.1.311.60.2.1.3 2.5.4.10 2.5.4.16 2.5.4.54 1.3.6.1.5.5.7.9.1'
    .split(' ')
    .map((type) => made(type, { subject: named(type, utf8String('x')) })),
  made('UTF-8', { subject: named(CN, utf8String('é€𝄞\0x')) }),
  made('PrintableString', { subject: named(CN, element(0x13, utf8('a b'))) }),
  made('NumericString', { subject: named(CN, element(0x12, utf8('12'))) }),
  made('IA5String', { subject: named(CN, element(0x16, utf8('a@b'))) }),
  made('IA5String beyond ASCII', { subject: named(CN, element(0x16, fromLatin1('é'))) }),
  made('TeletexString', { subject: named(CN, element(0x14, fromLatin1('é\x80'))) }),
  made('BMPString', { subject: named(CN, element(0x1e, Uint8Array.of(0, 0x61, 0x20, 0xac, 0x01, 0))) }),
  made('UniversalString', {
    subject: named(CN, element(0x1c, Uint8Array.of(0, 0, 0, 0x61, 0, 1, 0xd1, 0x1e))),
  }),
  made('an empty value', { subject: named(CN, utf8String('')) }),
  made('several attributes at once', {
    subject: sequence(
      setOf(attribute(CN, utf8String('a')), attribute('2.5.4.10', utf8String('b'))),
      setOf(attribute(CN, utf8String('c'))),
    ),
  }),
];

const alternatives = (...items: readonly Uint8Array[]): Parts => ({
  extensions: [extension('2.5.29.17', false, sequence(...items))],
});
const text = (tag: number, value: string) => context(tag, 'primitive', fromLatin1(value));

const alternativeNames: readonly Case[] = [
  made('no alternative names', alternatives()),
  made(
    'one of each',
    alternatives(
      generalName('dns:a.example'),
      generalName('email:a@b'),
      generalName('uri:http://x/'),
      generalName('ip:127.0.0.1'),
      generalName('ip:2001:db8::1'),
      generalName('dir:CN=d, O=e'),
      context(8, 'primitive', Uint8Array.of(0x2a, 3, 4)),
      context(0, 'constructed', oid('1.2.3'), context(0, 'constructed', utf8String('x'))),
    ),
  ),
  made('NULs inside', alternatives(text(2, 'a\0b'), text(1, 'a\0@b'), text(6, 'http://\0'))),
  made('UTF-8 inside', alternatives(text(2, Buffer.from('é').toString('latin1')))),
  made('empty ones', alternatives(text(2, ''), text(1, ''), text(6, ''))),
  ...[0, 3, 5, 8, 15, 17, 32].map((length) =>
    made(`an address of ${length} bytes`, alternatives(context(7, 'primitive', new Uint8Array(length)))),
  ),
  made(
    'an address of zeros and ones',
    alternatives(
      context(7, 'primitive', new Uint8Array(16)),
      context(7, 'primitive', new Uint8Array(16).fill(0xff)),
      context(
        7,
        'primitive',
        Uint8Array.from({ length: 16 }, (_, i) => i),
      ),
    ),
  ),
  made(
    'identifiers, short and long',
    alternatives(
      context(8, 'primitive', Uint8Array.of(0x55, 4, 3)),
      context(8, 'primitive', Uint8Array.of(0x2b, 0x8f, 0xff, 0xff, 0x7f)),
    ),
  ),
  made('an empty directory name', alternatives(context(4, 'constructed', sequence()))),
  made('X.400', alternatives(context(3, 'constructed', sequence()))),
  made('a party of EDI', alternatives(context(5, 'constructed', context(1, 'constructed', utf8String('x'))))),
];

const access = (...items: readonly (readonly [method: string, location: Uint8Array])[]): Parts => ({
  extensions: [
    extension(
      '1.3.6.1.5.5.7.1.1',
      false,
      sequence(...items.map(([method, at]) => sequence(oid(method), at))),
    ),
  ],
});
const [OCSP, ISSUERS] = ['1.3.6.1.5.5.7.48.1', '1.3.6.1.5.5.7.48.2'];
const points = (...items: readonly Uint8Array[]): Parts => ({
  extensions: [extension('2.5.29.31', false, sequence(...items.map((item) => sequence(item))))],
});
const fullName = (...items: readonly Uint8Array[]) =>
  context(0, 'constructed', context(0, 'constructed', ...items));

const pointers: readonly Case[] = [
  made(
    'where to ask and to fetch',
    access(
      [OCSP, generalName('uri:http://a/')],
      [ISSUERS, generalName('uri:http://b/')],
      [OCSP, generalName('uri:http://c/')],
      ['1.2.3', generalName('uri:http://d/')],
      [ISSUERS, generalName('dns:e')],
    ),
  ),
  made('nowhere', access([OCSP, generalName('dir:CN=x')])),
  made('one list', points(fullName(generalName('uri:http://a/')))),
  made(
    'several lists and names',
    points(
      fullName(generalName('uri:http://a/'), generalName('dir:CN=x'), generalName('uri:ldap://b/')),
      fullName(generalName('uri:http://c/')),
    ),
  ),
  made('a list without an address', points(fullName(generalName('dir:CN=x')))),
  made(
    'a list by a relative name',
    points(context(0, 'constructed', context(1, 'constructed', attribute(CN, utf8String('x'))))),
  ),
  made('a list by its issuer alone', points(context(2, 'constructed', generalName('dir:CN=x')))),
  made('a list with reasons', points(context(1, 'primitive', bitFlags(1, 2).subarray(2)))),
];

const numbers: readonly Case[] = [
  ...[
    '00',
    '01',
    '7f',
    '0080',
    '00ff',
    '80',
    'ff',
    'ff7f',
    '8000',
    '00f0',
    '0123',
    `7f${'ab'.repeat(19)}`,
    `80${'00'.repeat(19)}`,
  ].map((hex) =>
    made(`serial number ${hex}`, { serial: element(0x02, Uint8Array.from(Buffer.from(hex, 'hex'))) }),
  ),
  made('version 1', { version: new Uint8Array() }),
  made('version 2', { version: context(0, 'constructed', integer(1)) }),
];

const times: readonly Case[] = [
  [utcTime('491231235959Z'), utcTime('500101000000Z')],
  [utcTime('991231235959Z'), utcTime('000101000000Z')],
  [generalizedTime('19491231235959Z'), generalizedTime('20500101000000Z')],
  [generalizedTime('00010101000000Z'), generalizedTime('99991231235959Z')],
  [utcTime('200229120000Z'), utcTime('200309010203Z')],
].map(([notBefore, notAfter], index) => made(`times ${index}`, { times: [notBefore, notAfter] }));

test('names', (t) => compare(t, names));
test('alternative names', (t) => compare(t, alternativeNames));
test('pointers to lists, issuers and responders', (t) => compare(t, pointers));
test('numbers and versions', (t) => compare(t, numbers));
test('times', (t) => compare(t, times));
