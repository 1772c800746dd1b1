/** Too few arguments, too many, and keywords that nobody has: every function and method, here and in CPython. */
import * as ssl from '../../lib/index.ts';
import { compare } from './compare.ts';
import type { Known } from './known.ts';
import { call, make, name, type Step } from './transcript.ts';

/** How many arguments each takes at the most. */
const functions: Readonly<Record<string, number>> = {
  RAND_bytes: 1,
  RAND_add: 2,
  RAND_status: 0,
  DER_cert_to_PEM_cert: 1,
  PEM_cert_to_DER_cert: 1,
  cert_time_to_seconds: 1,
  get_default_verify_paths: 0,
  get_protocol_name: 1,
  create_default_context: 1,
  _create_unverified_context: 1,
};

const methods: Readonly<Record<string, Readonly<Record<string, number>>>> = {
  bio: { read: 1, write: 1, write_eof: 0 },
  context: {
    _encode_hostname: 1,
    _set_alpn_protocols: 1,
    _wrap_bio: 6,
    cert_store_stats: 0,
    get_ca_certs: 1,
    get_ciphers: 0,
    load_cert_chain: 3,
    load_default_certs: 1,
    load_dh_params: 1,
    load_verify_locations: 3,
    session_stats: 0,
    set_alpn_protocols: 1,
    set_ciphers: 1,
    set_default_verify_paths: 0,
    set_ecdh_curve: 1,
    set_npn_protocols: 1,
    set_servername_callback: 1,
    wrap_bio: 5,
    wrap_socket: 6,
  },
  object: {
    cipher: 0,
    compression: 0,
    do_handshake: 0,
    get_channel_binding: 1,
    get_unverified_chain: 0,
    get_verified_chain: 0,
    getpeercert: 1,
    pending: 0,
    read: 2,
    selected_alpn_protocol: 0,
    selected_npn_protocol: 0,
    shared_ciphers: 0,
    unwrap: 0,
    version: 0,
    write: 1,
  },
};

const wrong = (target: string | null, method: string, most: number): Step[] => [
  ...(most > 0 ? [call(target, method)] : []),
  call(target, method, Array(most + 1).fill(1)),
  call(target, method, Array(most + 2).fill(1)),
  call(target, method, [], { nonsense: 1 }),
  call(target, method, Array(most).fill(1), { nonsense: 1 }),
  call(target, method, Array(most + 1).fill(1), { nonsense: 1 }),
  call(
    target,
    method,
    [],
    Object.fromEntries(Array.from({ length: most + 1 }, (_, i) => [`nonsense${i}`, 1])),
  ),
];

const made: Step[] = [
  make('SSLContext', [ssl.PROTOCOL_TLS_SERVER], 'context'),
  make('MemoryBIO', [], 'bio'),
  make('MemoryBIO', [], 'other'),
  call('context', 'wrap_bio', [name('bio'), name('other'), true], {}, 'object'),
];

/** By position and by keyword. */
const twice: Step[] = [
  call(null, 'get_protocol_name', [1], { protocol_code: 1 }),
  call(null, 'get_protocol_name', [1, 2], { protocol_code: 1 }),
  call('context', 'load_cert_chain', ['x'], { certfile: 'x' }),
  call('context', 'load_cert_chain', ['x', 'y', 'z'], { certfile: 'x' }),
  call('context', 'wrap_bio', [name('bio'), name('other'), 1, 2, 3, 4], { session: 1 }),
];

const KNOWN: readonly Known[] = [
  {
    pattern: /"_SSLContext\.(\w+)\(\) takes ([^"]*)".*\n.*"SSLContext\.\1\(\) takes \2"/,
    reason: 'CPython names the class by how the method was come by; ours is what a plain call shows',
  },
];

compare(
  {
    'arguments of functions': Object.entries(functions).flatMap(([each, most]) => wrong(null, each, most)),
    ...Object.fromEntries(
      Object.entries(methods).map(([target, each]) => [
        `arguments of the methods of ${target}`,
        [...made, ...twice, ...Object.entries(each).flatMap(([method, most]) => wrong(target, method, most))],
      ]),
    ),
    'arguments of constructors': [
      make('MemoryBIO', [1], 'none'),
      make('MemoryBIO', [1, 2], 'none'),
      make('SSLObject', [], 'none'),
      make('SSLSession', [], 'none'),
      make('_ASN1Object', [], 'none'),
      make('_ASN1Object', ['1.2', 2], 'none'),
      make('_ASN1Object', [5], 'none'),
    ],
  },
  KNOWN,
);
