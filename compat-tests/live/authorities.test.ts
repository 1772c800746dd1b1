/** In which order a context shows what it trusts, here and in CPython, whatever was loaded and looked for before. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import test from 'ava';
import * as ssl from '../../lib/index.ts';
import { certificate } from '../tools/certs.ts';
import { authority, makeCertificate, makeCrl, server } from '../tools/make-certificate.ts';
import { randomNumbers, seed } from '../tools/seed.ts';
import { testKey } from '../tools/test-keys.ts';
import { compare } from './compare.ts';
import { PROTECTED_ALERTS, SIGNATURES, TICKETS } from './known.ts';
import { call, make, type Step, set } from './transcript.ts';
import { flights, objects } from './two-ends.ts';

const { PROTOCOL_TLS_CLIENT: CLIENT, PROTOCOL_TLS_SERVER: SERVER } = ssl;

const folder = mkdtempSync(join(tmpdir(), 'pyssl-'));
test.after.always(() => rmSync(folder, { recursive: true }));

/** Of every length and case, with equals among them, and some that are one name in two spellings. */
const SUBJECTS = [
  ...[
    'CN=b',
    'CN=a',
    'CN=aa',
    'CN=B',
    'O=z, CN=a',
    'C=DE, CN=a',
    'CN= a',
    'CN=a  b',
    'CN=a b',
    'O=a',
    'CN=a',
  ],
  ...['', 'CN=ä', 'CN=é', 'CN=z', 'OU=a', 'CN=a+O=b', 'O=b+CN=a', 'emailAddress=A', `CN=${'x'.repeat(200)}`],
];
const roots = SUBJECTS.map((subject, i) => {
  const key = testKey('secp256r1', `root ${i % 3}`);
  return makeCertificate({ subject, key, extensions: authority(key) });
});
const none = makeCertificate({ subject: 'CN=a', key: testKey('secp256r1', 'leaf') });
const list = makeCrl({ issuer: roots[1] });
const listFile = join(folder, 'list.pem');
writeFileSync(listFile, list.pem);

/** A server of the first root. */
const shown = join(folder, 'server.pem');
const leafKey = testKey('secp256r1', 'leaf');
const leaf = makeCertificate({
  subject: 'CN=leaf',
  key: leafKey,
  issuer: roots[0],
  extensions: server(leafKey, roots[0].key, 'dns:localhost'),
});
writeFileSync(shown, leafKey.pem + leaf.pem);

const show: Step[] = [call('c', 'get_ca_certs', [true]), call('c', 'get_ca_certs')];

const handshake = (verify: number): Step[] => [
  set('c', 'check_hostname', false),
  set('c', 'verify_mode', verify),
  ...objects(),
  ...flights(2),
];

const numbers = randomNumbers();
const below = (limit: number): number => numbers() % limit;

function anything(i: number): Step[] {
  const some = Array.from({ length: 1 + below(4) }, () => roots[below(roots.length)]);
  const pem = some.map((each) => each.pem).join('');
  switch (below(9)) {
    case 0:
      return [call('c', 'load_verify_locations', [listFile])];
    case 1:
      return handshake(ssl.CERT_REQUIRED);
    case 2:
      return handshake(ssl.CERT_NONE);
    case 3: {
      const file = join(folder, `${i}.pem`);
      writeFileSync(file, pem);
      return [call('c', 'load_verify_locations', [file])];
    }
    case 4:
      return [
        call('c', 'load_verify_locations', [], {
          cadata: { bytes: some.map(({ der }) => Buffer.from(der).toString('hex')).join('') },
        }),
      ];
    case 5:
      return [call('c', 'load_verify_locations', [], { cadata: none.pem }), call('c', 'cert_store_stats')];
    case 6:
      return show;
    default:
      return [call('c', 'load_verify_locations', [], { cadata: pem })];
  }
}

const stories = Array.from({ length: 20 }, (_, story) => [
  `a store that is filled in one way or another (seed ${seed}, ${story})`,
  [
    make('SSLContext', [SERVER], 's'),
    call('s', 'load_cert_chain', [story % 2 === 0 ? shown : certificate('p256.pem')]),
    make('SSLContext', [CLIENT], 'c'),
    ...Array.from({ length: 12 }, (_, i) => anything(story * 12 + i)).flat(),
    ...show,
  ],
]);

compare(
  {
    'all, one by one': [
      make('SSLContext', [CLIENT], 'c'),
      ...roots.flatMap(({ pem }) => [call('c', 'load_verify_locations', [], { cadata: pem }), ...show]),
    ],
    ...Object.fromEntries(stories),
  },
  [...SIGNATURES, ...TICKETS, PROTECTED_ALERTS],
);
