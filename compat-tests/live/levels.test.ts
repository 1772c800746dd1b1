/** Security levels 0 to 5, here and in CPython: which certificates may be shown and believed, what is agreed on. */
import * as ssl from '../../lib/index.ts';
import { compare } from './compare.ts';
import { certificates, handshake, LENGTHS_DIFFER, type Shown, strong } from './levels.ts';
import { call, get, make, type Step, set } from './transcript.ts';

const { PROTOCOL_TLS_CLIENT: CLIENT, PROTOCOL_TLS_SERVER: SERVER } = ssl;
const LEVELS = [0, 1, 2, 3, 4, 5];

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
  LENGTHS_DIFFER,
);
