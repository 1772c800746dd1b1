/** Security levels 0 to 5, here and in CPython: which certificates may be shown and believed, what is agreed on. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import test from 'ava';
import type { SignatureRecipe } from '../../lib/crypto/provider.ts';
import * as ssl from '../../lib/index.ts';
import { authority, type MadeCertificate, makeCertificate, server } from '../tools/make-certificate.ts';
import { type TestKey, type TestKeyType, testKey } from '../tools/test-keys.ts';
import { compare, type Known } from './compare.ts';
import { call, get, make, move, name, type Step, set } from './transcript.ts';

const { PROTOCOL_TLS_CLIENT: CLIENT, PROTOCOL_TLS_SERVER: SERVER } = ssl;
const LEVELS = [0, 1, 2, 3, 4, 5];

const folder = mkdtempSync(join(tmpdir(), 'pyssl-'));
test.after.always(() => rmSync(folder, { recursive: true }));

function root(type: TestKeyType): MadeCertificate {
  const key = testKey(type, 'root');
  return makeCertificate({ subject: `CN=${type} root`, key, extensions: authority(key) });
}
const roots = Object.fromEntries(
  (['rsa', 'secp256r1', 'secp521r1', 'ed25519', 'ed448', 'rsa1024'] as const).map((type) => [
    type,
    root(type),
  ]),
);

interface Shown {
  readonly title: string;
  readonly path: string;
  readonly root: MadeCertificate;
}

function shown(type: TestKeyType, issuer: MadeCertificate, recipe?: SignatureRecipe): Shown {
  const key = testKey(type, 'leaf');
  const leaf = makeCertificate({
    subject: 'CN=leaf',
    key,
    issuer,
    extensions: server(key, issuer.key, 'dns:localhost'),
    ...(recipe !== undefined && { recipe }),
  });
  const by = recipe === undefined ? '' : ` ${Object.values(recipe).join(' ')}`;
  const title = `${type} by ${issuer.subject}${by}`;
  const path = join(folder, `${title}.pem`);
  writeFileSync(path, (key as TestKey).pem + leaf.pem);
  return { title, path, root: issuer };
}

const hashes = ['md5', 'sha1', 'sha224', 'sha256', 'sha384', 'sha512'] as const;
const certificates: readonly Shown[] = [
  ...hashes.map((hash) => shown('secp521r1', roots.rsa, { kind: 'rsa_pkcs1', hash })),
  ...hashes.slice(1).map((hash) => shown('secp521r1', roots.secp521r1, { kind: 'ecdsa', hash })),
  ...(['rsa', 'rsa1024', 'secp256r1', 'secp384r1', 'ed25519', 'ed448'] as const).map((type) =>
    shown(type, roots.secp521r1, { kind: 'ecdsa', hash: 'sha512' }),
  ),
  shown('secp521r1', roots.ed25519),
  shown('secp521r1', roots.ed448),
  shown('secp256r1', roots.rsa1024),
];

/** At level 0 a server shows anything; the client's level decides. */
const believing = ({ path, root: { pem } }: Shown, level: number): Step[] => [
  make('SSLContext', [SERVER], 's'),
  call('s', 'set_ciphers', ['ALL:@SECLEVEL=0']),
  call('s', 'load_cert_chain', [path]),
  make('SSLContext', [CLIENT], 'c'),
  call('c', 'set_ciphers', [`ALL:@SECLEVEL=${level}`]),
  get('c', 'security_level'),
  call('c', 'load_verify_locations', [], { cadata: pem }),
  ...handshake,
];

const handshake: Step[] = [
  ...['c-in', 'c-out', 's-in', 's-out'].map((of) => make('MemoryBIO', [], of)),
  call('c', 'wrap_bio', [name('c-in'), name('c-out')], { server_hostname: 'localhost' }, 'client'),
  call('s', 'wrap_bio', [name('s-in'), name('s-out'), true], {}, 'server'),
  ...Array.from({ length: 3 }, () => [
    call('client', 'do_handshake'),
    move('c-out', 's-in'),
    call('server', 'do_handshake'),
    move('s-out', 'c-in'),
  ]).flat(),
  ...['client', 'server'].flatMap((of) => [call(of, 'version'), call(of, 'cipher')]),
];

const strong = shown('secp521r1', roots.secp521r1, { kind: 'ecdsa', hash: 'sha512' });

/** Both ends at one level, with a certificate that is good enough for all. */
const agreeing = (level: number, version: number): Step[] => [
  make('SSLContext', [SERVER], 's'),
  make('SSLContext', [CLIENT], 'c'),
  ...['c', 's'].flatMap((of) => [
    call(of, 'set_ciphers', [`ALL:@SECLEVEL=${level}`]),
    set(of, 'minimum_version', version),
    set(of, 'maximum_version', version),
  ]),
  call('s', 'load_cert_chain', [strong.path]),
  call('c', 'load_verify_locations', [], { cadata: strong.root.pem }),
  ...handshake,
];

/** A level that one end alone has. */
const oneSided = (client: number, server_: number): Step[] => [
  make('SSLContext', [SERVER], 's'),
  make('SSLContext', [CLIENT], 'c'),
  call('c', 'set_ciphers', [`ALL:@SECLEVEL=${client}`]),
  call('s', 'set_ciphers', [`ALL:@SECLEVEL=${server_}`]),
  call('s', 'load_cert_chain', [strong.path]),
  call('c', 'load_verify_locations', [], { cadata: strong.root.pem }),
  ...handshake,
];

const KNOWN: readonly Known[] = [
  {
    pattern: /^\["move","[cs]-out","[cs]-in"\]\n +pyssl +[1-9]\d*\n +CPython [1-9]\d*$/,
    reason:
      'hellos differ in what they offer of the algorithms that we do not have, ECDSA signatures in a byte or two',
  },
];

compare(
  {
    ...Object.fromEntries(
      LEVELS.map((level) => [
        `certificates of our own at level ${level}`,
        certificates.flatMap(({ path }) => [
          make('SSLContext', [SERVER], 's'),
          call('s', 'set_ciphers', [`ALL:@SECLEVEL=${level}`]),
          call('s', 'load_cert_chain', [path]),
        ]),
      ]),
    ),
    ...Object.fromEntries(
      LEVELS.map((level) => [
        `certificates of the peer at level ${level}`,
        certificates.flatMap((each) => believing(each, level)),
      ]),
    ),
    ...Object.fromEntries(
      LEVELS.map((level) => [
        `suites and groups at level ${level}`,
        [ssl.TLSVersion.TLSv1_2, ssl.TLSVersion.TLSv1_3].flatMap((version) => agreeing(level, version)),
      ]),
    ),
    'levels that differ': [oneSided(0, 5), oneSided(5, 0), oneSided(2, 4), oneSided(4, 2)].flat(),
  },
  KNOWN,
);
