/** A context's settings: what they are at first, what each takes, and how it refuses the rest. */
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import test, { type ExecutionContext } from 'ava';
import * as ssl from '../../lib/index.ts';
import { clientContext, connected, cores, pair, serverContext } from '../tools/pair.ts';

const { TLSVersion } = ssl;
const of = (protocol: number) => () => new ssl.SSLContext(protocol);
const client = of(ssl.PROTOCOL_TLS_CLIENT);
const server = of(ssl.PROTOCOL_TLS_SERVER);
const [core] = cores;

type ErrorClass = new (...args: never[]) => Error;
type Setting = keyof ssl.SSLContext;

/** Sets and reads back. */
function takes(
  t: ExecutionContext,
  make: () => ssl.SSLContext,
  name: Setting,
  pairs: readonly unknown[][],
): void {
  for (const [value, expected] of pairs) {
    const context = make();
    Reflect.set(context, name, value);
    t.is(context[name] as unknown, expected, `${name} = ${String(value)}`);
  }
}

/** Refuses, and stays as it was. */
function refuses(
  t: ExecutionContext,
  make: () => ssl.SSLContext,
  name: Setting,
  cases: readonly (readonly [unknown, ErrorClass, string])[],
): void {
  for (const [value, instanceOf, message] of cases) {
    const context = make();
    const before = context[name];
    t.throws(() => Reflect.set(context, name, value), { instanceOf, message }, `${name} = ${String(value)}`);
    t.is(context[name], before);
  }
}

const notInteger = (type: string) => `'${type}' object cannot be interpreted as an integer`;

/** What `SSLContext(protocol)` has, by its protocol. */
const defaults: readonly Readonly<Record<string, unknown>>[] = [
  { protocol: ssl.PROTOCOL_TLS_CLIENT, verify_mode: 2, check_hostname: true, minimum_version: 771 },
  { protocol: ssl.PROTOCOL_TLS_SERVER, verify_mode: 0, check_hostname: false, minimum_version: 771 },
  { protocol: ssl.PROTOCOL_TLS, verify_mode: 0, check_hostname: false, minimum_version: 771 },
  { protocol: ssl.PROTOCOL_TLSv1_2, verify_mode: 0, check_hostname: false, minimum_version: -2 },
];
const common = {
  maximum_version: TLSVersion.MAXIMUM_SUPPORTED,
  verify_flags: ssl.VERIFY_X509_TRUSTED_FIRST,
  options: 0x82520050,
  security_level: 2,
  num_tickets: 2,
  hostname_checks_common_name: true,
  _host_flags: 4,
  keylog_filename: null,
  _msg_callback: null,
};

test('a new context has the settings of its protocol', (t) => {
  for (const each of defaults) {
    const context = new ssl.SSLContext(each.protocol as number);
    for (const [name, value] of Object.entries({ ...common, ...each }))
      t.is(context[name as Setting], value, `${name} of ${ssl._SSLMethod[each.protocol as number]}`);
  }
  const { OP_ALL, OP_NO_SSLv3, OP_CIPHER_SERVER_PREFERENCE, OP_ENABLE_MIDDLEBOX_COMPAT, OP_NO_COMPRESSION } =
    ssl;
  const sum =
    OP_ALL + OP_NO_SSLv3 + OP_CIPHER_SERVER_PREFERENCE + OP_ENABLE_MIDDLEBOX_COMPAT + OP_NO_COMPRESSION;
  t.is(common.options, sum);
});

test('the constructor swallows what is behind the protocol, and refuses what is none', (t) => {
  t.is(new ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER, 1, 'two').protocol, ssl.PROTOCOL_TLS_SERVER);
  t.is(new ssl.SSLContext(null).protocol, ssl.PROTOCOL_TLS);
  for (const [value, instanceOf, message] of [
    [42, ssl.ValueError, 'invalid or unsupported protocol version 42'],
    [-1, ssl.ValueError, 'invalid or unsupported protocol version -1'],
    ['x', TypeError, notInteger('str')],
    [1.5, TypeError, notInteger('float')],
    [2 ** 31, ssl.OverflowError, 'Python int too large to convert to C int'],
  ] as const)
    t.throws(() => new ssl.SSLContext(value as number), { instanceOf: instanceOf as ErrorClass, message });
});

test('protocol and security_level are read-only', (t) => {
  for (const name of ['protocol', 'security_level', '_host_flags'])
    t.false(Reflect.set(client(), name, 1), name);
});

test('a program can keep things of its own on a context', (t) => {
  t.is(Object.assign(client(), { mine: 5 }).mine, 5);
});

test('create_default_context sets more', (t) => {
  for (const [purpose, protocol, mode] of [
    [ssl.Purpose.SERVER_AUTH, ssl.PROTOCOL_TLS_CLIENT, ssl.CERT_REQUIRED],
    [ssl.Purpose.CLIENT_AUTH, ssl.PROTOCOL_TLS_SERVER, ssl.CERT_NONE],
  ] as const) {
    const context = ssl.create_default_context(purpose);
    t.deepEqual([context.protocol, context.verify_mode, context.verify_flags], [protocol, mode, 0x88020]);
    const plain = ssl._create_unverified_context({ purpose });
    t.deepEqual([plain.protocol, plain.verify_mode, plain.verify_flags], [protocol, ssl.CERT_NONE, 0x8000]);
  }
});

test('a purpose is an _ASN1Object, and one of two', (t) => {
  const signing = new ssl._ASN1Object('1.3.6.1.5.5.7.3.3');
  for (const make of [
    (purpose: unknown) => ssl.create_default_context(purpose as ssl._ASN1Object),
    (purpose: unknown) => ssl._create_unverified_context({ purpose: purpose as ssl._ASN1Object }),
  ]) {
    for (const [value, message] of [
      [null, 'None'],
      ['SERVER_AUTH', 'SERVER_AUTH'],
      [5, '5'],
    ])
      t.throws(() => make(value), { instanceOf: TypeError, message: message as string });
    const error = t.throws(() => make(signing), { instanceOf: ssl.ValueError });
    t.deepEqual(error.args, [signing]);
  }
});

test('_create_unverified_context honours its keywords', (t) => {
  const context = ssl._create_unverified_context({ cert_reqs: ssl.CERT_OPTIONAL, check_hostname: true });
  t.deepEqual([context.verify_mode, context.check_hostname], [ssl.CERT_OPTIONAL, true]);
  t.throws(() => ssl._create_unverified_context({ keyfile: 'key.pem' }), {
    instanceOf: ssl.ValueError,
    message: 'certfile must be specified',
  });
});

test('verify_mode', (t) => {
  takes(t, server, 'verify_mode', [
    [ssl.CERT_NONE, 0],
    [true, ssl.CERT_OPTIONAL],
    [2n, ssl.CERT_REQUIRED],
  ]);
  const unknown = 'invalid value for verify_mode';
  refuses(t, client, 'verify_mode', [
    [0, ssl.ValueError, 'Cannot set verify_mode to CERT_NONE when check_hostname is enabled.'],
    [3, ssl.ValueError, unknown],
    [-1, ssl.ValueError, unknown],
    [null, TypeError, notInteger('NoneType')],
    ['x', TypeError, notInteger('str')],
    [1.5, TypeError, notInteger('float')],
    [2 ** 31, ssl.OverflowError, 'signed integer is greater than maximum'],
  ]);
});

test('check_hostname is taken by its truth, and brings CERT_REQUIRED along', (t) => {
  takes(t, server, 'check_hostname', [
    ['x', true],
    [1, true],
    [0, false],
    ['', false],
    [null, false],
  ]);
  for (const [mode, after] of [
    [ssl.CERT_NONE, ssl.CERT_REQUIRED],
    [ssl.CERT_OPTIONAL, ssl.CERT_OPTIONAL],
  ] as const) {
    const context = server();
    context.verify_mode = mode;
    context.check_hostname = true;
    t.is(context.verify_mode, after);
    context.check_hostname = false;
    t.is(context.verify_mode, after);
  }
});

test('verify_flags and options keep bits that nobody knows', (t) => {
  takes(t, client, 'verify_flags', [
    [0, 0],
    [0x123456789, 0x123456789],
  ]);
  takes(t, client, 'options', [
    [0, 0],
    [true, 1],
    [2 ** 52, 2 ** 52],
  ]);
  for (const name of ['verify_flags', 'options'] as const)
    refuses(t, client, name, [
      [null, TypeError, 'argument must be int, not None'],
      ['x', TypeError, 'argument must be int, not str'],
      [1.5, TypeError, 'argument must be int, not float'],
    ]);
  refuses(t, client, 'options', [
    [2n ** 64n, ssl.OverflowError, 'int too big to convert'],
    [-(2 ** 40), ssl.OverflowError, "can't convert negative int to unsigned"],
  ]);
});

test('minimum_version and maximum_version', (t) => {
  const { MINIMUM_SUPPORTED, MAXIMUM_SUPPORTED, SSLv3, TLSv1, TLSv1_1, TLSv1_2, TLSv1_3 } = TLSVersion;
  const same = [SSLv3, TLSv1, TLSv1_1, TLSv1_2, TLSv1_3].map((version) => [version, version]);
  takes(t, client, 'minimum_version', [...same, [MINIMUM_SUPPORTED, -2], [MAXIMUM_SUPPORTED, TLSv1_3]]);
  takes(t, client, 'maximum_version', [...same, [MINIMUM_SUPPORTED, TLSv1], [MAXIMUM_SUPPORTED, -1]]);
  for (const name of ['minimum_version', 'maximum_version'] as const) {
    refuses(t, client, name, [
      [773, ssl.ValueError, 'Unsupported TLS/SSL version 0x305'],
      [0, ssl.ValueError, 'Unsupported TLS/SSL version 0x0'],
      [-3, ssl.ValueError, 'Unsupported TLS/SSL version 0xfffffffd'],
      [null, TypeError, notInteger('NoneType')],
      ['x', TypeError, notInteger('str')],
      [2 ** 31, ssl.OverflowError, 'Option is too long'],
    ]);
    refuses(t, of(ssl.PROTOCOL_TLSv1_2), name, [
      [
        TLSv1_2,
        ssl.ValueError,
        "The context's protocol doesn't support modification of highest and lowest version.",
      ],
    ]);
  }
});

test('a minimum above the maximum is found out by the handshake', (t) => {
  const context = clientContext(core);
  context.maximum_version = TLSVersion.TLSv1_2;
  context.minimum_version = TLSVersion.TLSv1_3;
  const { client: end } = pair({ client: context, server: serverContext(core) }).handshake();
  t.is((end.error as ssl.SSLError).reason, 'NO_PROTOCOLS_AVAILABLE');
});

test('num_tickets is for servers', (t) => {
  takes(t, server, 'num_tickets', [
    [0, 0],
    [true, 1],
    [5n, 5],
  ]);
  for (const make of [client, server])
    refuses(t, make, 'num_tickets', [
      [-1, ssl.ValueError, 'value must be non-negative'],
      [null, TypeError, notInteger('NoneType')],
      [1.5, TypeError, notInteger('float')],
      [2n ** 63n, ssl.OverflowError, 'Python int too large to convert to C long'],
    ]);
  refuses(t, client, 'num_tickets', [[1, ssl.ValueError, 'SSLContext is not a server context.']]);
});

test('hostname_checks_common_name is a flag of the host name checks', (t) => {
  for (const [value, flags] of [
    [0, 36],
    ['', 36],
    [1, 4],
  ] as const) {
    const context = client();
    context.hostname_checks_common_name = value;
    t.deepEqual([context.hostname_checks_common_name, context._host_flags], [flags === 4, flags]);
  }
});

/** The string; how many suites there are afterwards; the security level. */
const cipherStrings: readonly (readonly [string, number, number])[] = [
  ['', 3, 2],
  [':', 3, 2],
  ['XXX', 3, 2],
  ['!ALL', 3, 2],
  ['@STRENGTH', 3, 2],
  ['@SECLEVEL=0', 3, 0],
  ['TLS_AES_128_GCM_SHA256', 3, 2],
  ['@SECLEVEL=9', 17, 2],
  ["^$:,;?*'dorothyx", 17, 2],
];

test('a cipher string that chooses nothing is an error, and what it chose stays: nothing', (t) => {
  for (const [text, count, level] of cipherStrings) {
    const context = client();
    const error = t.throws(() => context.set_ciphers(text), { instanceOf: ssl.SSLError }, text);
    t.deepEqual([error.args, error.errno], [['No cipher can be selected.'], null]);
    t.deepEqual([context.get_ciphers().length, context.security_level], [count, level], text);
  }
});

test('a cipher string may name what is unknown beside what is known, and set the level', (t) => {
  const context = client();
  t.is(context.get_ciphers().length, 17);
  context.set_ciphers('ECDHE-RSA-AES128-GCM-SHA256:nonsense');
  t.deepEqual(
    context.get_ciphers().map(({ name }) => name),
    [
      'TLS_AES_256_GCM_SHA384',
      'TLS_CHACHA20_POLY1305_SHA256',
      'TLS_AES_128_GCM_SHA256',
      'ECDHE-RSA-AES128-GCM-SHA256',
    ],
  );
  context.set_ciphers('@SECLEVEL=1:ECDHE+AESGCM');
  t.is(context.security_level, 1);
  for (const [value, instanceOf, message] of [
    [new Uint8Array(1), TypeError, 'set_ciphers() argument must be str, not bytes'],
    [null, TypeError, 'set_ciphers() argument must be str, not None'],
    ['a\0b', ssl.ValueError, 'embedded null character'],
  ] as const)
    t.throws(() => context.set_ciphers(value as string), { instanceOf: instanceOf as ErrorClass, message });
});

test('get_ciphers describes a suite in columns', (t) => {
  const described = client()
    .get_ciphers()
    .filter(({ name }) => ['TLS_AES_256_GCM_SHA384', 'ECDHE-RSA-AES256-SHA384'].includes(name));
  t.deepEqual(described, [
    {
      id: 0x03001302,
      name: 'TLS_AES_256_GCM_SHA384',
      protocol: 'TLSv1.3',
      description:
        'TLS_AES_256_GCM_SHA384         TLSv1.3 Kx=any      Au=any   Enc=AESGCM(256)            Mac=AEAD',
      strength_bits: 256,
      alg_bits: 256,
      aead: true,
      symmetric: 'aes-256-gcm',
      digest: null,
      kea: 'kx-any',
      auth: 'auth-any',
    },
    {
      id: 0x0300c028,
      name: 'ECDHE-RSA-AES256-SHA384',
      protocol: 'TLSv1.2',
      description:
        'ECDHE-RSA-AES256-SHA384        TLSv1.2 Kx=ECDH     Au=RSA   Enc=AES(256)               Mac=SHA384',
      strength_bits: 256,
      alg_bits: 256,
      aead: false,
      symmetric: 'aes-256-cbc',
      digest: 'sha384',
      kea: 'kx-ecdhe',
      auth: 'auth-rsa',
    },
  ]);
  t.deepEqual(Object.keys(described[0]), Object.keys(described[1]));
});

test('set_ecdh_curve takes one short name', (t) => {
  for (const name of ['prime256v1', 'secp384r1', 'secp521r1', 'X25519'])
    t.notThrows(() => client().set_ecdh_curve(name));
  t.notThrows(() => server().set_ecdh_curve(new TextEncoder().encode('X25519')));
  for (const [value, instanceOf, message] of [
    ['P-256', ssl.ValueError, "unknown elliptic curve name 'P-256'"],
    ['secp256r1', ssl.ValueError, "unknown elliptic curve name 'secp256r1'"],
    ['x25519', ssl.ValueError, "unknown elliptic curve name 'x25519'"],
    ['', ssl.ValueError, "unknown elliptic curve name ''"],
    [Uint8Array.of(0x6e), ssl.ValueError, "unknown elliptic curve name b'n'"],
    ['a\0', ssl.ValueError, 'embedded null byte'],
    [null, TypeError, 'expected str, bytes or os.PathLike object, not NoneType'],
    [5, TypeError, 'expected str, bytes or os.PathLike object, not int'],
    [[], TypeError, 'expected str, bytes or os.PathLike object, not list'],
  ] as const)
    t.throws(() => server().set_ecdh_curve(value as string), {
      instanceOf: instanceOf as ErrorClass,
      message,
    });
});

test('set_alpn_protocols takes what can be walked, of names that fit', (t) => {
  const long = 'x'.repeat(255);
  for (const protocols of [[], ['a', long], 'abc', new Set(['h2'])])
    t.notThrows(() => client().set_alpn_protocols(protocols));
  t.notThrows(() => client().set_alpn_protocols({ alpn_protocols: ['h2'] }));
  const size = 'ALPN protocols must be 1 to 255 in length';
  for (const [value, instanceOf, message] of [
    [[''], ssl.SSLError, `('${size}',)`],
    [[`${long}x`], ssl.SSLError, `('${size}',)`],
    [
      ['\u00e9'],
      ssl.UnicodeEncodeError,
      "'ascii' codec can't encode character '\\xe9' in position 0: ordinal not in range(128)",
    ],
    [
      ['a\u20ac'],
      ssl.UnicodeEncodeError,
      "'ascii' codec can't encode character '\\u20ac' in position 1: ordinal not in range(128)",
    ],
    [[new Uint8Array(1)], TypeError, 'encoding without a string argument'],
    [[1], TypeError, 'encoding without a string argument'],
    [null, TypeError, "'NoneType' object is not iterable"],
    [5, TypeError, "'int' object is not iterable"],
  ] as const)
    t.throws(() => client().set_alpn_protocols(value as unknown as string[]), {
      instanceOf: instanceOf as ErrorClass,
      message,
    });
});

test('_set_alpn_protocols takes them as they are on the wire', (t) => {
  for (const wire of [[], [1, 0x61]]) t.notThrows(() => client()._set_alpn_protocols(Uint8Array.from(wire)));
  for (const wire of [[0], [2, 0x61]])
    t.throws(() => client()._set_alpn_protocols(Uint8Array.from(wire)), { instanceOf: ssl.MemoryError });
});

test('_msg_callback is a function or null', (t) => {
  refuses(t, client, '_msg_callback', [[4, TypeError, '4 is not callable.']]);
  const context = client();
  context._msg_callback = () => {};
  context._msg_callback = null;
  t.is(context._msg_callback, null);
});

test('sni_callback is a function or null, and for servers', (t) => {
  t.is(server().sni_callback, null);
  refuses(t, server, 'sni_callback', [[4, TypeError, 'not a callable object']]);
  for (const value of [null, () => null])
    t.throws(() => Reflect.set(client(), 'sni_callback', value), {
      instanceOf: ssl.ValueError,
      message: 'sni_callback cannot be set on TLS_CLIENT context',
    });
});

test('session_stats has its counts in order', (t) => {
  t.deepEqual(Object.entries(client().session_stats()), [
    ['number', 0],
    ['connect', 0],
    ['connect_good', 0],
    ['connect_renegotiate', 0],
    ['accept', 0],
    ['accept_good', 0],
    ['accept_renegotiate', 0],
    ['hits', 0],
    ['misses', 0],
    ['timeouts', 0],
    ['cache_full', 0],
  ]);
});

test('keylog_filename is opened at once, and has its header once', (t) => {
  const folder = mkdtempSync(join(tmpdir(), 'pyssl-'));
  try {
    const path = join(folder, 'keys.log');
    const bytes = new TextEncoder().encode(path);
    for (const given of [path, bytes]) {
      const context = client();
      context.keylog_filename = given;
      t.is(context.keylog_filename, given);
    }
    t.is(readFileSync(path, 'utf8'), '# TLS secrets log file, generated by OpenSSL / Python\n');
    writeFileSync(path, 'mine\n');
    client().keylog_filename = path;
    t.is(readFileSync(path, 'utf8'), 'mine\n');

    const missing = join(folder, 'missing', 'keys.log');
    for (const [value, Class, errno] of [
      [folder, ssl.IsADirectoryError, 21],
      [missing, ssl.FileNotFoundError, 2],
      ['', ssl.FileNotFoundError, 2],
    ] as const) {
      const context = client();
      Reflect.set(context, 'keylog_filename', path);
      const error = t.throws(() => Reflect.set(context, 'keylog_filename', value), { instanceOf: Class });
      t.deepEqual([error.errno, error.filename], [errno, value]);
      t.is(context.keylog_filename, null);
    }
    t.false(existsSync(missing));
    t.throws(() => Reflect.set(client(), 'keylog_filename', 1), {
      instanceOf: TypeError,
      message: 'expected str, bytes or os.PathLike object, not int',
    });
  } finally {
    rmSync(folder, { recursive: true });
  }
});

test('a connection keeps the settings that it was wrapped with', (t) => {
  const context = clientContext(core, { set: (each) => each.set_alpn_protocols(['h2']) });
  const serving = serverContext(core, { set: (each) => each.set_alpn_protocols(['h2']) });
  const both = pair({ client: context, server: serving });
  context.set_alpn_protocols([]);
  context.check_hostname = false;
  context.verify_mode = ssl.CERT_NONE;
  context.maximum_version = TLSVersion.TLSv1;
  context.options = 0;
  both.handshake();
  t.deepEqual([both.client.error, both.server.error], [undefined, undefined]);
  t.is(both.client.object.selected_alpn_protocol(), 'h2');
  // For this alone OpenSSL asks the context as it is now.
  t.deepEqual(both.client.object.getpeercert(), {});
  context.verify_mode = ssl.CERT_REQUIRED;
  t.not(Object.keys(both.client.object.getpeercert() ?? {}).length, 0);
});

test('a connection verifies as it was wrapped, whatever its context says by then', (t) => {
  const context = clientContext(core);
  const serving = serverContext(core, { present: 'selfsigned.pem' });
  const both = pair({ client: context, server: serving });
  context.check_hostname = false;
  context.verify_mode = ssl.CERT_NONE;
  both.handshake();
  t.true(both.client.error instanceof ssl.SSLCertVerificationError);
});

test('a connection shares the store of its context', (t) => {
  const context = client();
  context.crypto = core;
  const both = pair({ client: context, server: serverContext(core) });
  const trusting = clientContext(core);
  for (const cadata of trusting.get_ca_certs(true)) context.load_verify_locations({ cadata });
  both.handshake();
  t.is(both.client.error, undefined);
  t.notThrows(() => connected({ client: context, server: serverContext(core) }));
});
