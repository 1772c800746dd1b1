/** Directories of certificates that are named by hash (`capath`): which files are looked at, here and in CPython. */
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import test from 'ava';
import * as ssl from '../../lib/index.ts';
import { parseCertificate } from '../../lib/pki/certificate.ts';
import { subjectHash } from '../../lib/pki/names.ts';
import { pemEncode } from '../../lib/pki/pem.ts';
import { authority, makeCertificate, server } from '../tools/make-certificate.ts';
import { cores, pair } from '../tools/pair.ts';
import { testKey } from '../tools/test-keys.ts';
import { compare } from './compare.ts';
import { call, make, move, name, type Step } from './transcript.ts';

const folder = mkdtempSync(join(tmpdir(), 'pyssl-'));
test.after.always(() => rmSync(folder, { recursive: true }));

const [rootKey, otherKey, key] = ['root', 'other', 'leaf'].map((title) => testKey('secp256r1', title));
const root = makeCertificate({ subject: 'CN=Root', key: rootKey, extensions: authority(rootKey) });
const other = makeCertificate({ subject: 'CN=Other', key: otherKey, extensions: authority(otherKey) });
const leaf = makeCertificate({
  subject: 'CN=localhost',
  key,
  issuer: root,
  extensions: server(key, rootKey, 'dns:localhost'),
});
writeFileSync(join(folder, 'leaf.pem'), leaf.pem + key.pem);

const sha1 = cores[0].hashes.get('sha1');
const stem = sha1 === undefined ? '' : subjectHash(parseCertificate(root.der).subject, sha1.digest);
const noCertificate = pemEncode('CERTIFICATE', Uint8Array.of(0x30, 0));
const noBase64 = '-----BEGIN CERTIFICATE-----\n!!!!\n-----END CERTIFICATE-----\n';

/** Each directory's files by what follows their hash. */
const directories: Readonly<Record<string, Readonly<Record<string, string | Uint8Array>>>> = {
  'the right file': { '.0': root.pem },
  'no file with the first number': { '.1': root.pem },
  'another before': { '.0': other.pem, '.1': root.pem },
  'a gap': { '.0': other.pem, '.2': root.pem },
  'an empty file before': { '.0': '', '.1': root.pem },
  'text before': { '.0': 'text', '.1': root.pem },
  'a broken file before': { '.0': noBase64, '.1': root.pem },
  'no certificate before': { '.0': noCertificate, '.1': root.pem },
  'broken behind it': { '.0': root.pem + noBase64 },
  'no certificate behind it': { '.0': root.pem + noCertificate },
  'broken before it': { '.0': noBase64 + root.pem },
  'another in front': { '.0': other.pem + root.pem },
  DER: { '.0': root.der },
  'a key with it': { '.0': `text\n${rootKey.pem}${root.pem}` },
  'many of one hash': {
    ...Object.fromEntries(Array.from({ length: 11 }, (_, i) => [`.${i}`, other.pem])),
    '.11': root.pem,
  },
};

const handshake = (title: string, capath: string): [string, Step[]] => [
  title,
  [
    make('SSLContext', [ssl.PROTOCOL_TLS_CLIENT], 'c'),
    make('SSLContext', [ssl.PROTOCOL_TLS_SERVER], 's'),
    call('s', 'load_cert_chain', [join(folder, 'leaf.pem')]),
    call('c', 'load_verify_locations', [], { capath }),
    ...['c-in', 'c-out', 's-in', 's-out'].map((of) => make('MemoryBIO', [], of)),
    call('c', 'wrap_bio', [name('c-in'), name('c-out')], { server_hostname: 'localhost' }, 'client'),
    call('s', 'wrap_bio', [name('s-in'), name('s-out'), true], {}, 'server'),
    call('client', 'do_handshake'),
    move('c-out', 's-in'),
    call('server', 'do_handshake'),
    move('s-out', 'c-in'),
    call('client', 'do_handshake'),
    call('c', 'cert_store_stats'),
  ],
];

const cases = Object.entries(directories).map(([title, files], number) => {
  const directory = join(folder, String(number));
  mkdirSync(directory);
  for (const [end, content] of Object.entries(files)) writeFileSync(join(directory, stem + end), content);
  return handshake(title, directory);
});
const [good, absent] = [join(folder, '0'), join(folder, 'absent')];
const linked = join(folder, 'linked');
mkdirSync(linked);
symlinkSync(join(good, `${stem}.0`), join(linked, `${stem}.0`));
const lists = {
  'a link': linked,
  'a slash': `${good}/`,
  'a list': `${absent}:${good}`,
  twice: `${good}:${good}`,
  'a list with gaps': `:${good}::`,
  'a list of nothing': ':',
};

compare(
  Object.fromEntries([...cases, ...Object.entries(lists).map(([title, path]) => handshake(title, path))]),
  [
    {
      pattern: /^\["move","[cs]-out","[cs]-in"\]\n +pyssl +[1-9]\d*\n +CPython [1-9]\d*$/,
      reason: 'ECDSA signatures differ in length by a byte or two',
    },
  ],
);

test('SSL_CERT_DIR is a list of directories too', (t) => {
  const before = process.env.SSL_CERT_DIR;
  const client = new ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT);
  process.env.SSL_CERT_DIR = `${absent}:${good}`;
  client.load_default_certs();
  t.is(ssl.get_default_verify_paths().capath, null, 'which Python’s tuple does not know');
  if (before === undefined) delete process.env.SSL_CERT_DIR;
  else process.env.SSL_CERT_DIR = before;
  const serving = new ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER);
  serving.load_cert_chain(join(folder, 'leaf.pem'));
  t.true(pair({ client, server: serving }).handshake().client.done);
});
