/** ContextTests and TestSSLDebug of CPython's test_ssl.py. */
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import test from 'ava';
import * as ssl from '../../lib/index.ts';
import { certificate } from '../tools/certs.ts';
import { clientContext, connected, forEachCore, serverContext } from '../tools/pair.ts';

const { PROTOCOL_TLS_CLIENT, PROTOCOL_TLS_SERVER } = ssl;
const client = () => new ssl.SSLContext(PROTOCOL_TLS_CLIENT);
const server = () => new ssl.SSLContext(PROTOCOL_TLS_SERVER);
const pem = (name: string) => readFileSync(certificate(name), 'latin1');

test('ContextTests.test_constructor', (t) => {
  for (const protocol of Object.values<unknown>(ssl._SSLMethod).map(Number))
    t.is(new ssl.SSLContext(protocol).protocol, protocol);
  t.is(new ssl.SSLContext().protocol, ssl.PROTOCOL_TLS);
  for (const wrong of [-1, 42]) t.throws(() => new ssl.SSLContext(wrong), { instanceOf: ssl.ValueError });
});

test('ContextTests.test_ciphers', (t) => {
  const context = client();
  t.notThrows(() => context.set_ciphers('ALL'));
  t.notThrows(() => context.set_ciphers('DEFAULT'));
  t.throws(() => context.set_ciphers("^$:,;?*'dorothyx"), {
    instanceOf: ssl.SSLError,
    message: /No cipher can be selected/,
  });
});

test('ContextTests.test_python_ciphers', (t) => {
  for (const { name } of client().get_ciphers()) t.notRegex(name, /PSK|SRP|MD5|RC4|3DES/);
});

test('ContextTests.test_get_ciphers', (t) => {
  const context = client();
  context.set_ciphers('AESGCM');
  const names = context.get_ciphers().map(({ name }) => name);
  for (const expected of ['ECDHE-ECDSA-AES128-GCM-SHA256', 'AES256-GCM-SHA384', 'DHE-RSA-AES128-GCM-SHA256'])
    t.true(names.includes(expected), expected);
});

test('ContextTests.test_options', (t) => {
  const context = client();
  t.is(context.options, 0x82520050);
  context.options |= ssl.OP_NO_TICKET;
  t.is(context.options, 0x82520050 + ssl.OP_NO_TICKET);
  context.options &= ~ssl.OP_NO_TICKET;
  t.is(context.options, 0x82520050);
  context.options = 0;
  t.is(context.options, 0);
  t.throws(() => Reflect.set(context, 'options', 2n ** 100n), { instanceOf: ssl.OverflowError });
  t.throws(() => Reflect.set(context, 'options', 'abc'), { instanceOf: TypeError });
});

test('ContextTests.test_verify_mode_protocol', (t) => {
  t.is(new ssl.SSLContext(ssl.PROTOCOL_TLS).verify_mode, ssl.CERT_NONE);
  const context = server();
  for (const mode of [ssl.CERT_OPTIONAL, ssl.CERT_REQUIRED, ssl.CERT_NONE]) {
    context.verify_mode = mode;
    t.is(context.verify_mode, mode);
  }
  t.throws(() => Reflect.set(context, 'verify_mode', null), { instanceOf: TypeError });
  t.throws(() => Reflect.set(context, 'verify_mode', 42), { instanceOf: ssl.ValueError });
});

test('ContextTests.test_hostname_checks_common_name', (t) => {
  const context = client();
  t.true(context.hostname_checks_common_name);
  context.hostname_checks_common_name = false;
  t.false(context.hostname_checks_common_name);
});

test('ContextTests.test_min_max_version', (t) => {
  const context = server();
  t.is(context.maximum_version, ssl.TLSVersion.MAXIMUM_SUPPORTED);
  context.minimum_version = ssl.TLSVersion.TLSv1_2;
  context.maximum_version = ssl.TLSVersion.TLSv1_2;
  t.deepEqual([context.minimum_version, context.maximum_version], [771, 771]);
  context.maximum_version = ssl.TLSVersion.MINIMUM_SUPPORTED;
  t.is(context.maximum_version, ssl.TLSVersion.TLSv1);
  context.minimum_version = ssl.TLSVersion.MAXIMUM_SUPPORTED;
  t.is(context.minimum_version, ssl.TLSVersion.TLSv1_3);
  t.throws(() => Reflect.set(context, 'minimum_version', 42), { instanceOf: ssl.ValueError });
  const fixed = new ssl.SSLContext(ssl.PROTOCOL_TLSv1_2);
  t.is(fixed.minimum_version, ssl.TLSVersion.MINIMUM_SUPPORTED);
  t.throws(() => Reflect.set(fixed, 'minimum_version', ssl.TLSVersion.TLSv1_2), {
    instanceOf: ssl.ValueError,
  });
});

test('ContextTests.test_security_level', (t) => {
  t.is(server().security_level, 2);
});

test('ContextTests.test_verify_flags', (t) => {
  const context = server();
  t.is(context.verify_flags, ssl.VERIFY_DEFAULT | ssl.VERIFY_X509_TRUSTED_FIRST);
  for (const flags of [ssl.VERIFY_CRL_CHECK_LEAF, ssl.VERIFY_CRL_CHECK_CHAIN, ssl.VERIFY_DEFAULT]) {
    context.verify_flags = flags;
    t.is(context.verify_flags, flags);
  }
  t.throws(() => Reflect.set(context, 'verify_flags', null), { instanceOf: TypeError });
});

test('ContextTests.test_load_cert_chain', (t) => {
  const context = server();
  context.load_cert_chain(certificate('p256.pem'));
  context.load_cert_chain(certificate('p256.pem'), { keyfile: certificate('p256.pem') });
  context.load_cert_chain(new TextEncoder().encode(certificate('rsa2048.pem')));
  context.load_cert_chain({ certdata: pem('p256.pem') });
  context.load_cert_chain({ certdata: pem('p256.pem'), keydata: new TextEncoder().encode(pem('p256.pem')) });
  t.throws(() => Reflect.apply(context.load_cert_chain, context, []), { instanceOf: TypeError });
  const missing = t.throws(() => context.load_cert_chain('nonexisting.pem'), { instanceOf: ssl.OSError });
  t.is(missing.errno, 2);
  t.throws(() => context.load_cert_chain(certificate('ca.crt')), { message: /PEM lib/ });
  const mismatch = { instanceOf: ssl.SSLError, message: /key values mismatch/ };
  t.throws(() => context.load_cert_chain(certificate('p256.pem'), certificate('client.pem')), mismatch);
  const password = true as unknown as string;
  t.throws(() => context.load_cert_chain(certificate('p256.pem'), { password }), {
    message: /should be a string/,
  });
  const unneeded = () => t.fail('asked for a password that nobody needs') as unknown as string;
  context.load_cert_chain(certificate('p256.pem'), { password: unneeded });
});

test('ContextTests.test_load_verify_locations', (t) => {
  const context = client();
  context.load_verify_locations(certificate('ca.crt'));
  context.load_verify_locations({ cafile: certificate('ca.crt'), capath: null });
  context.load_verify_locations(new TextEncoder().encode(certificate('ca.crt')));
  t.throws(() => context.load_verify_locations(), { instanceOf: TypeError });
  t.throws(() => context.load_verify_locations(null, null, null), { instanceOf: TypeError });
  const missing = t.throws(() => context.load_verify_locations('nonexisting.pem'), {
    instanceOf: ssl.OSError,
  });
  t.is(missing.errno, 2);
});

test('ContextTests.test_load_verify_cadata', (t) => {
  const roots = pem('ca.crt');
  const ders = roots
    .split(ssl.PEM_FOOTER)
    .slice(0, -1)
    .map((block) => ssl.PEM_cert_to_DER_cert(block.slice(block.indexOf(ssl.PEM_HEADER)) + ssl.PEM_FOOTER));
  const text = client();
  text.load_verify_locations({ cadata: roots });
  t.is(text.cert_store_stats().x509_ca, ders.length);
  text.load_verify_locations({ cadata: `junk\n${roots}\njunk` });
  t.is(text.cert_store_stats().x509_ca, ders.length);
  const binary = client();
  binary.load_verify_locations({ cadata: Buffer.concat(ders) });
  t.is(binary.cert_store_stats().x509_ca, ders.length);
  t.throws(() => client().load_verify_locations({ cadata: 'broken' }), { message: /no start line/ });
  t.throws(() => client().load_verify_locations({ cadata: Uint8Array.of(1) }), {
    message: /not enough data/,
  });
  const trailing = Buffer.concat([ders[0], Uint8Array.of(0x41)]);
  t.throws(() => client().load_verify_locations({ cadata: trailing }), { instanceOf: ssl.SSLError });
  const wrong = 5 as unknown as string;
  t.throws(() => client().load_verify_locations({ cadata: wrong }), { instanceOf: TypeError });
});

test('ContextTests.test_set_default_verify_paths', (t) => {
  t.notThrows(() => client().set_default_verify_paths());
});

test('ContextTests.test_set_ecdh_curve', (t) => {
  const context = server();
  context.set_ecdh_curve('prime256v1');
  context.set_ecdh_curve(new TextEncoder().encode('prime256v1'));
  t.throws(() => Reflect.apply(context.set_ecdh_curve, context, []), { instanceOf: TypeError });
  t.throws(() => Reflect.apply(context.set_ecdh_curve, context, [null]), { instanceOf: TypeError });
  t.throws(() => context.set_ecdh_curve('foo'), { instanceOf: ssl.ValueError });
});

test('ContextTests.test_cert_store_stats', (t) => {
  const context = client();
  t.deepEqual(context.cert_store_stats(), { x509: 0, crl: 0, x509_ca: 0 });
  context.load_cert_chain(certificate('p256.pem'));
  t.deepEqual(context.cert_store_stats(), { x509: 0, crl: 0, x509_ca: 0 });
  context.load_verify_locations({ cadata: pem('p256.pem') });
  t.deepEqual(context.cert_store_stats(), { x509: 1, crl: 0, x509_ca: 0 });
});

test('ContextTests.test_get_ca_certs', (t) => {
  const context = client();
  t.deepEqual(context.get_ca_certs(), []);
  context.load_verify_locations({ cadata: pem('p256.pem') });
  t.deepEqual(context.get_ca_certs(), []);
  context.load_verify_locations(certificate('ca.crt'));
  t.true(context.get_ca_certs().length > 0);
  t.is(context.get_ca_certs()[0].version, 3);
  t.is(context.get_ca_certs(true)[0][0], 0x30);
});

test('ContextTests.test_load_default_certs', (t) => {
  for (const purpose of [ssl.Purpose.SERVER_AUTH, ssl.Purpose.CLIENT_AUTH])
    t.notThrows(() => client().load_default_certs(purpose));
  t.notThrows(() => client().load_default_certs());
  for (const wrong of [null, 'SERVER_AUTH'])
    t.throws(() => Reflect.apply(client().load_default_certs, client(), [wrong]), { instanceOf: TypeError });
});

test.serial('ContextTests.test_load_default_certs_env', (t) => {
  const kept = process.env.SSL_CERT_FILE;
  process.env.SSL_CERT_FILE = certificate('ca.crt');
  const context = client();
  context.load_default_certs();
  t.true(context.cert_store_stats().x509_ca > 0);
  if (kept === undefined) delete process.env.SSL_CERT_FILE;
  else process.env.SSL_CERT_FILE = kept;
});

test('ContextTests.test_create_default_context', (t) => {
  const context = ssl.create_default_context();
  t.is(context.protocol, PROTOCOL_TLS_CLIENT);
  t.is(context.verify_mode, ssl.CERT_REQUIRED);
  t.true(context.check_hostname);
  t.is(context.verify_flags, 0x88020);
  const trusting = ssl.create_default_context({ cadata: pem('ca.crt') });
  t.true(trusting.cert_store_stats().x509_ca > 0);
  const serving = ssl.create_default_context(ssl.Purpose.CLIENT_AUTH);
  t.is(serving.protocol, PROTOCOL_TLS_SERVER);
  t.is(serving.verify_mode, ssl.CERT_NONE);
});

test('ContextTests.test__create_stdlib_context', (t) => {
  const context = ssl._create_stdlib_context();
  t.is(context.protocol, PROTOCOL_TLS_CLIENT);
  t.is(context.verify_mode, ssl.CERT_NONE);
  t.false(context.check_hostname);
  const checking = ssl._create_stdlib_context(PROTOCOL_TLS_CLIENT, {
    cert_reqs: ssl.CERT_REQUIRED,
    check_hostname: true,
  });
  t.true(checking.check_hostname);
  t.is(ssl._create_stdlib_context({ purpose: ssl.Purpose.CLIENT_AUTH }).protocol, PROTOCOL_TLS_SERVER);
});

test('ContextTests.test_check_hostname', (t) => {
  const context = new ssl.SSLContext(ssl.PROTOCOL_TLS);
  t.false(context.check_hostname);
  context.check_hostname = true;
  t.is(context.verify_mode, ssl.CERT_REQUIRED);
  t.throws(() => Reflect.set(context, 'verify_mode', ssl.CERT_NONE), { instanceOf: ssl.ValueError });
  context.check_hostname = false;
  t.is(context.verify_mode, ssl.CERT_REQUIRED);
  context.verify_mode = ssl.CERT_OPTIONAL;
  context.check_hostname = true;
  t.is(context.verify_mode, ssl.CERT_OPTIONAL);
});

test('ContextTests.test_context_client_server', (t) => {
  t.true(client().check_hostname);
  t.is(client().verify_mode, ssl.CERT_REQUIRED);
  t.false(server().check_hostname);
  t.is(server().verify_mode, ssl.CERT_NONE);
});

test('ContextTests.test_context_custom_class', (t) => {
  class MySSLObject extends ssl.SSLObject {}
  const context = server();
  context.sslobject_class = MySSLObject;
  t.true(context.wrap_bio(new ssl.MemoryBIO(), new ssl.MemoryBIO(), true) instanceof MySSLObject);
});

test('ContextTests.test_sni_callback', (t) => {
  const context = new ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER);
  t.throws(() => (context.set_servername_callback as () => void)(), { instanceOf: TypeError });
  for (const wrong of [4, '', context] as never[]) {
    t.throws(() => context.set_servername_callback(wrong), {
      instanceOf: TypeError,
      message: 'not a callable object',
    });
  }
  const callback = () => undefined;
  context.set_servername_callback(callback);
  t.is(typeof context.sni_callback, 'function');
  t.not(context.sni_callback, callback);
  context.set_servername_callback(null);
  t.is(context.sni_callback, null);
  context.sni_callback = callback;
  t.is(context.sni_callback, callback);
  t.throws(
    () => {
      new ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT).sni_callback = callback;
    },
    { message: 'sni_callback cannot be set on TLS_CLIENT context' },
  );
});

test('ContextTests.test_load_dh_params', (t) => {
  const context = server();
  t.notThrows(() => context.load_dh_params(certificate('ffdhe2048.pem')));
  t.throws(() => Reflect.apply(context.load_dh_params, context, []), { instanceOf: TypeError });
  t.throws(() => Reflect.apply(context.load_dh_params, context, [null]), { instanceOf: TypeError });
  const missing = t.throws(() => context.load_dh_params(certificate('missing.pem')), {
    instanceOf: ssl.FileNotFoundError,
  });
  t.is(missing.errno, 2);
  t.throws(() => context.load_dh_params(certificate('p256.pem')), { instanceOf: ssl.SSLError });
});

test('ContextTests.test_session_stats', (t) => {
  for (const protocol of [ssl.PROTOCOL_TLS_CLIENT, ssl.PROTOCOL_TLS_SERVER]) {
    t.deepEqual(new ssl.SSLContext(protocol).session_stats(), {
      number: 0,
      connect: 0,
      connect_good: 0,
      connect_renegotiate: 0,
      accept: 0,
      accept_good: 0,
      accept_renegotiate: 0,
      hits: 0,
      misses: 0,
      timeouts: 0,
      cache_full: 0,
    });
  }
});

test('ContextTests.test_num_tickest', (t) => {
  const context = server();
  t.is(context.num_tickets, 2);
  for (const count of [1, 0]) {
    context.num_tickets = count;
    t.is(context.num_tickets, count);
  }
  t.throws(() => Reflect.set(context, 'num_tickets', -1), { instanceOf: ssl.ValueError });
  t.throws(() => Reflect.set(context, 'num_tickets', null), { instanceOf: TypeError });
  t.throws(() => Reflect.set(client(), 'num_tickets', 1), { instanceOf: ssl.ValueError });
});

test('ContextTests.test_set_groups', (t) => {
  const context = server();
  t.is(context.set_groups('P-256:P-384'), undefined);
  t.throws(() => context.set_groups('P-256:foo'), { instanceOf: ssl.SSLError });
  t.notThrows(() => context.set_groups('P-256:?foo'));
});

test('ContextTests.test_get_groups', (t) => {
  t.false(server().get_groups().includes('P-256'));
  t.true(server().get_groups({ include_aliases: true }).includes('P-256'));
});

test('ContextTests.test_get_sigalgs', (t) => {
  t.true(ssl.get_sigalgs().includes('rsa_pss_rsae_sha256'));
  ssl.get_sigalgs().length = 0;
  t.true(ssl.get_sigalgs().length > 0, 'each list is a new one');
});

for (const side of ['client', 'server'] as const) {
  test(`ContextTests.test_set_${side}_sigalgs`, (t) => {
    const context = server();
    const set = (list: string) =>
      side === 'client' ? context.set_client_sigalgs(list) : context.set_server_sigalgs(list);
    t.is(set('rsa_pss_rsae_sha256'), undefined);
    t.throws(() => set('rsa_pss_rsae_sha256:foo'), { instanceOf: ssl.SSLError });
    t.notThrows(() => set('rsa_pss_rsae_sha256:?foo'));
  });
}

function inFolder(body: (path: string) => void): void {
  const folder = mkdtempSync(join(tmpdir(), 'pyssl-'));
  try {
    body(join(folder, 'keys.log'));
  } finally {
    rmSync(folder, { recursive: true });
  }
}

test('TestSSLDebug.test_keylog_defaults', (t) => {
  inFolder((path) => {
    const context = client();
    t.is(context.keylog_filename, null);
    context.keylog_filename = path;
    t.is(context.keylog_filename, path);
    t.regex(readFileSync(path, 'utf8'), /^# TLS secrets log file, generated by OpenSSL \/ Python\n$/);
    context.keylog_filename = null;
    t.is(context.keylog_filename, null);
    t.throws(() => Reflect.set(context, 'keylog_filename', join(path, '..')), {
      instanceOf: ssl.IsADirectoryError,
    });
    t.throws(() => Reflect.set(context, 'keylog_filename', 1), { instanceOf: TypeError });
  });
});

test.serial('TestSSLDebug.test_keylog_env', (t) => {
  inFolder((path) => {
    process.env.SSLKEYLOGFILE = path;
    t.is(client().keylog_filename, null);
    t.is(ssl.create_default_context().keylog_filename, path);
    t.is(ssl._create_stdlib_context().keylog_filename, path);
    delete process.env.SSLKEYLOGFILE;
  });
});

test('TestSSLDebug.test_msg_callback', (t) => {
  const context = client();
  t.is(context._msg_callback, null);
  const callback = () => {};
  context._msg_callback = callback;
  t.is(context._msg_callback, callback);
  t.throws(() => Reflect.set(context, '_msg_callback', {}), { instanceOf: TypeError });
});

forEachCore((core) => {
  test(`TestSSLDebug.test_keylog_filename (${core.name})`, (t) => {
    inFolder((path) => {
      const lines = () => readFileSync(path, 'utf8').split('\n').length - 1;
      const logging = clientContext(core);
      logging.keylog_filename = path;
      connected({ client: logging, server: serverContext(core) });
      t.is(lines(), 6);
      const serving = serverContext(core);
      serving.keylog_filename = path;
      connected({ client: clientContext(core), server: serving });
      t.is(lines(), 11);
      t.regex(readFileSync(path, 'utf8'), /^CLIENT_TRAFFIC_SECRET_0 [0-9a-f]{64} [0-9a-f]{64,96}$/m);
    });
  });

  test(`an exception of _msg_callback surfaces from the call (${core.name})`, (t) => {
    const watched = clientContext(core);
    const raised = new RangeError('from the callback');
    watched._msg_callback = () => {
      throw raised;
    };
    // A call that fails anyway, be it for want of bytes, raises its own error, of which ours is the context.
    const object = watched.wrap_bio(new ssl.MemoryBIO(), new ssl.MemoryBIO(), false, 'localhost');
    const error = t.throws(() => object.do_handshake(), { instanceOf: ssl.SSLWantReadError });
    t.is(error.cause, raised);

    let isOn = false;
    watched._msg_callback = () => {
      if (isOn) throw raised;
    };
    const other = connected({ client: watched, server: serverContext(core) });
    isOn = true;
    t.is(
      t.throws(() => other.client.object.write(new Uint8Array(3)), { instanceOf: RangeError }),
      raised,
    );
    other.transfer(other.client, other.server);
    t.is(other.server.object.read().length, 3, 'it was sent all the same');
    other.server.object.write(new Uint8Array(5));
    other.transfer(other.server, other.client);
    t.is(
      t.throws(() => other.client.object.read(), { instanceOf: RangeError }),
      raised,
    );
    isOn = false;
    t.throws(() => other.client.object.read(), { instanceOf: ssl.SSLWantReadError }, 'what was read is lost');
  });
});
