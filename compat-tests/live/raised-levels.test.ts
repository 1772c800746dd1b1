/** A security level that has been raised since the certificates were loaded, here and in CPython: they may not be sent. */
import { readFileSync, writeFileSync } from 'node:fs';
import * as ssl from '../../lib/index.ts';
import type { TestKeyType } from '../tools/test-keys.ts';
import { compare } from './compare.ts';
import { certificates, handshake, LENGTHS_DIFFER, type Shown, strong } from './levels.ts';
import { bytes, call, callback, get, keep, make, move, name, type Step, set } from './transcript.ts';
import { flights, objects } from './two-ends.ts';

const { PROTOCOL_TLS_CLIENT: CLIENT, PROTOCOL_TLS_SERVER: SERVER } = ssl;
const LEVELS = [2, 3, 4];
const VERSIONS = { 'TLS 1.2': ssl.TLSVersion.TLSv1_2, 'TLS 1.3': ssl.TLSVersion.TLSv1_3 };

const raise = (context: string, level: number): Step =>
  call(context, 'set_ciphers', [`ALL:@SECLEVEL=${level}`]);
const trust = (context: string, { root: { pem } }: Shown): Step =>
  call(context, 'load_verify_locations', [], { cadata: pem });
const ends = (version: number): Step[] => [
  make('SSLContext', [SERVER], 's'),
  make('SSLContext', [CLIENT], 'c'),
  ...['c', 's'].flatMap((each) => [
    set(each, 'minimum_version', version),
    set(each, 'maximum_version', version),
    raise(each, 0),
  ]),
];
const outcome: Step[] = [
  ...handshake,
  ...['server', 'client'].flatMap((end) => [call(end, 'read'), call(end, 'write', [bytes('x')])]),
];

interface Raised {
  readonly level: number;
  readonly version: number;
  /** Where there is an authority to be sent along. */
  readonly above: 'nowhere' | 'in the file' | 'in the store';
}

function presenting(context: string, weak: Shown, above: Raised['above']): Step[] {
  switch (above) {
    case 'nowhere':
      return [call(context, 'load_cert_chain', [weak.path])];
    case 'in the file':
      return [call(context, 'load_cert_chain', [withRoot(weak)])];
    case 'in the store':
      return [call(context, 'load_cert_chain', [weak.path]), trust(context, weak)];
  }
}

function withRoot({ path, root: { pem } }: Shown): string {
  const whole = path.replace(/\.pem$/, ' and root.pem');
  writeFileSync(whole, readFileSync(path, 'utf8') + pem);
  return whole;
}

/** A server that loads its certificates at level 0 and shows them at another. */
const serving = (weak: Shown, { level, version, above }: Raised): Step[] => [
  ...ends(version),
  ...presenting('s', weak, above),
  raise('s', level),
  trust('c', weak),
  ...outcome,
];

/** The same of a client. */
const showing = (weak: Shown, { level, version, above }: Raised): Step[] => [
  ...ends(version),
  call('s', 'load_cert_chain', [strong.path]),
  trust('c', strong),
  set('s', 'verify_mode', ssl.CERT_REQUIRED),
  trust('s', weak),
  ...presenting('c', weak, above),
  raise('c', level),
  ...outcome,
];

/** A level that comes with another context, by name; one that another certificate is good enough for; and one that comes too late. */
const otherwise = (level: number, version: number): Step[] => {
  const [weak, other] = [certificateOf('rsa'), certificateOf('secp256r1')];
  return [
    // By name.
    ...ends(version),
    ...presenting('s', weak, 'nowhere'),
    make('SSLContext', [SERVER], 's2'),
    raise('s2', 0),
    ...presenting('s2', weak, 'in the store'),
    raise('s2', level),
    set('s', 'sni_callback', callback('sni', { context: 's2' })),
    trust('c', weak),
    ...outcome,
    // And back: the level of the second counts. From 4 on OpenSSL asks a client of TLS 1.3 for the share that it has sent.
    raise('s', Math.min(level, 3)),
    raise('s2', 0),
    ...outcome,
    // Two certificates.
    ...ends(version),
    ...presenting('s', weak, 'nowhere'),
    ...presenting('s', other, 'nowhere'),
    raise('s', level),
    trust('c', weak),
    ...outcome,
    call('c', 'set_ciphers', ['aRSA:@SECLEVEL=0']),
    ...outcome,
    // A session that goes on shows none.
    ...ends(version),
    ...presenting('s', weak, 'nowhere'),
    trust('c', weak),
    ...outcome,
    keep('client', 'session', 'session'),
    raise('s', level),
    ...objects({ session: name('session') }),
    ...flights(),
    get('client', 'session_reused'),
    get('server', 'session_reused'),
    // A client that is asked later.
    ...ends(version),
    ...['c', 's'].map((of) => set(of, 'post_handshake_auth', true)),
    call('s', 'load_cert_chain', [strong.path]),
    trust('c', strong),
    set('s', 'verify_mode', ssl.CERT_REQUIRED),
    trust('s', weak),
    ...presenting('c', weak, 'nowhere'),
    raise('c', level),
    ...outcome,
    call('server', 'verify_client_post_handshake'),
    call('server', 'do_handshake'),
    move('s-out', 'c-in'),
    call('client', 'read'),
    move('c-out', 's-in'),
    call('server', 'read'),
    ...['server', 'client'].flatMap((end) => [call(end, 'read'), call(end, 'write', [bytes('x')])]),
  ];
};

const certificateOf = (type: TestKeyType): Shown => {
  const found = certificates.find(({ title }) => title.startsWith(`${type} by`));
  if (found === undefined) throw new Error(`no certificate of ${type}`);
  return found;
};

/** One of each strength. */
const weak = certificates.filter(({ title }) => !/sha224|sha384|secp521r1 by CN=secp521r1/.test(title));
const cases = LEVELS.flatMap((level) =>
  Object.entries(VERSIONS).map(([named, version]) => ({
    level,
    version,
    title: `level ${level} in ${named}`,
  })),
);

compare(
  Object.fromEntries(
    cases.flatMap(({ title, level, version }) => [
      [`${title} that comes otherwise`, otherwise(level, version)],
      ...(['nowhere', 'in the file', 'in the store'] as const).flatMap((above) =>
        Object.entries({ server: serving, client: showing }).map(([who, steps]) => [
          `${title} for what a ${who} has loaded, its authority ${above}`,
          weak.flatMap((each) => steps(each, { level, version, above })),
        ]),
      ),
    ]),
  ),
  LENGTHS_DIFFER,
);
