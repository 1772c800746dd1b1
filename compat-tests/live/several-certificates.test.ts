/** Which of several certificates is shown, here and in CPython: to a server, a client, and after something could not be loaded. */
import * as ssl from '../../lib/index.ts';
import type { TestKeyType } from '../tools/test-keys.ts';
import { compare } from './compare.ts';
import { certificates, LENGTHS_DIFFER, type Shown } from './levels.ts';
import { call, make, type Step, set } from './transcript.ts';
import { flights, objects } from './two-ends.ts';

const { PROTOCOL_TLS_CLIENT: CLIENT, PROTOCOL_TLS_SERVER: SERVER } = ssl;
const VERSIONS = { 'TLS 1.2': ssl.TLSVersion.TLSv1_2, 'TLS 1.3': ssl.TLSVersion.TLSv1_3 };
const TYPES = ['rsa', 'secp256r1', 'secp384r1', 'ed25519', 'ed448'] as const satisfies readonly TestKeyType[];
type Type = (typeof TYPES)[number];

/** All of one root. */
const shown = Object.fromEntries(
  TYPES.map((type) => [type, certificates.find(({ title }) => title.startsWith(`${type} by`))]),
) as Record<Type, Shown>;

const orders: readonly (readonly Type[])[] = [
  ...TYPES.flatMap((first) => TYPES.flatMap((second) => (first === second ? [] : [[first, second]]))),
  ['secp256r1', 'ed25519', 'rsa'],
  ['rsa', 'ed448', 'secp384r1'],
];
const load = (context: string, type: Type): Step => call(context, 'load_cert_chain', [shown[type].path]);

/** What cannot be loaded may still have become the last. */
const failures: Readonly<Record<string, (context: string) => Step>> = {
  'a file that is not there': (context) => call(context, 'load_cert_chain', ['no such file']),
  'a file of something else': (context) => call(context, 'load_cert_chain', ['/dev/null']),
  'a key of another kind': (context) =>
    call(context, 'load_cert_chain', [shown.rsa.path, shown.secp256r1.path]),
  'a key of another curve': (context) =>
    call(context, 'load_cert_chain', [shown.secp384r1.path, shown.secp256r1.path]),
  'no key': (context) => call(context, 'load_cert_chain', [shown.ed25519.path, '/dev/null']),
};

const meeting = (version: number, shows: (context: 'c' | 's') => readonly Step[]): Step[] =>
  (['c', 's'] as const).flatMap((who) => [
    make('SSLContext', [SERVER], 's'),
    make('SSLContext', [CLIENT], 'c'),
    ...['c', 's'].flatMap((each) => [
      set(each, 'minimum_version', version),
      set(each, 'maximum_version', version),
      call(each, 'load_verify_locations', [], { cadata: shown.rsa.root.pem }),
    ]),
    ...(who === 'c' ? [set('s', 'verify_mode', ssl.CERT_OPTIONAL), load('s', 'secp256r1')] : []),
    ...shows(who),
    ...objects(),
    ...flights(),
    ...['client', 'server'].flatMap((end) => [call(end, 'getpeercert', [true]), call(end, 'cipher')]),
  ]);

compare(
  Object.fromEntries(
    Object.entries(VERSIONS).flatMap(([named, version]) => [
      ...orders.map((types) => [
        `${types.join(', then ')}, in ${named}`,
        meeting(version, (who) => types.map((type) => load(who, type))),
      ]),
      ...Object.entries(failures).map(([what, fail]) => [
        `secp256r1, then ${what}, in ${named}`,
        meeting(version, (who) => [load(who, 'secp256r1'), fail(who)]),
      ]),
      ...Object.entries(failures).map(([what, fail]) => [
        `secp256r1, then rsa, then ${what}, in ${named}`,
        meeting(version, (who) => [load(who, 'secp256r1'), load(who, 'rsa'), fail(who)]),
      ]),
    ]),
  ),
  LENGTHS_DIFFER,
);
