/** Certificates of every strength in files, and a handshake with whichever: for transcripts about security levels. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import test from 'ava';
import type { SignatureRecipe } from '../../lib/crypto/provider.ts';
import { authority, type MadeCertificate, makeCertificate, server } from '../tools/make-certificate.ts';
import { type TestKey, type TestKeyType, testKey } from '../tools/test-keys.ts';
import type { Known } from './known.ts';
import { call, type Step } from './transcript.ts';
import { flights, objects } from './two-ends.ts';

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

export interface Shown {
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
export const certificates: readonly Shown[] = [
  ...hashes.map((hash) => shown('secp521r1', roots.rsa, { kind: 'rsa_pkcs1', hash })),
  ...hashes.slice(1).map((hash) => shown('secp521r1', roots.secp521r1, { kind: 'ecdsa', hash })),
  ...(['rsa', 'rsa1024', 'secp256r1', 'secp384r1', 'ed25519', 'ed448'] as const).map((type) =>
    shown(type, roots.secp521r1, { kind: 'ecdsa', hash: 'sha512' }),
  ),
  shown('secp521r1', roots.ed25519),
  shown('secp521r1', roots.ed448),
  shown('secp256r1', roots.rsa1024),
];

export const strong = shown('secp521r1', roots.secp521r1, { kind: 'ecdsa', hash: 'sha512' });

export const handshake: Step[] = [
  ...objects(),
  ...flights(),
  ...['client', 'server'].flatMap((of) => [call(of, 'version'), call(of, 'cipher')]),
];

export const LENGTHS_DIFFER: readonly Known[] = [
  {
    pattern: /^\["move","[cs]-out","[cs]-in"\]\n +pyssl +[1-9]\d*\n +CPython [1-9]\d*$/,
    reason:
      'hellos differ in what they offer of the algorithms that we do not have, ECDSA signatures in a byte or two',
  },
];
