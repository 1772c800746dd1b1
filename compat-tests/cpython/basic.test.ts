/** BasicSocketTests, SSLErrorTests, MemoryBIOTests, SSLObjectTests and TestEnumerations of CPython's test_ssl.py. */
import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import test from 'ava';
import * as ssl from '../../lib/index.ts';
import { parseCertificate } from '../../lib/pki/certificate.ts';
import { pemBlocks } from '../../lib/pki/pem.ts';
import { describeCertificate } from '../../lib/ssl/peer-certificate.ts';
import { certificate } from '../tools/certs.ts';
import { clientContext, connected, forEachCore, serverContext } from '../tools/pair.ts';
import { findPython } from '../tools/programs.ts';

const { PROTOCOL_TLS_CLIENT, PROTOCOL_TLS_SERVER } = ssl;
const bytes = (text: string) => new TextEncoder().encode(text);

test('BasicSocketTests.test_constants', (t) => {
  t.deepEqual([ssl.CERT_NONE, ssl.CERT_OPTIONAL, ssl.CERT_REQUIRED], [0, 1, 2]);
  t.true(ssl.HAS_SNI && ssl.HAS_ECDH && ssl.HAS_TLSv1_3);
  t.is(ssl.PROTOCOL_TLS, ssl.PROTOCOL_SSLv23);
  t.true(ssl.OP_CIPHER_SERVER_PREFERENCE > 0 && ssl.OP_NO_COMPRESSION > 0);
});

test('BasicSocketTests.test_options', (t) => {
  for (const [name, value] of Object.entries<unknown>(ssl.Options)) t.true(Number(value) >= 0, name);
});

test('BasicSocketTests.test_str_for_enums', (t) => {
  const context = new ssl.SSLContext(PROTOCOL_TLS_CLIENT);
  t.is(context.protocol, PROTOCOL_TLS_CLIENT);
  t.is(String(context.protocol), '16');
  t.is(ssl._SSLMethod[context.protocol], 'PROTOCOL_TLS_CLIENT');
});

test('BasicSocketTests.test_random', (t) => {
  t.true(ssl.RAND_status());
  t.is(ssl.RAND_bytes(16).length, 16);
  t.notDeepEqual(ssl.RAND_bytes(16), ssl.RAND_bytes(16));
  t.throws(() => ssl.RAND_bytes(-5), { instanceOf: ssl.ValueError });
  t.notThrows(() => ssl.RAND_add('this is a random string', 75.0));
  t.notThrows(() => ssl.RAND_add(bytes('this is a random bytes object'), 75.0));
});

/** Each certificate of CPython's own test data, as CPython decodes it and as we do. */
const decoded = [
  ['test_parse_cert', ['keycert.pem', 'keycert3.pem', 'nokia.pem']],
  ['test_parse_cert_CVE_2019_5010', ['talos-2019-0758.pem']],
  ['test_parse_cert_CVE_2013_4238', ['nullbytecert.pem']],
  ['test_parse_all_sans', ['allsans.pem']],
] as const;

for (const [name, files] of decoded) {
  test(`BasicSocketTests.${name}`, (t) => {
    const python = findPython();
    const script = [
      'import json, os, sys, ssl, test',
      'folder = os.path.join(os.path.dirname(test.__file__), "certdata")',
      'os.chdir(folder)',
      'print(json.dumps([folder, [ssl._ssl._test_decode_cert(f) for f in sys.argv[1:]]]))',
    ].join('\n');
    const answer = python && spawnSync(python.path, ['-c', script, ...files], { encoding: 'utf8' });
    if (answer === undefined || answer.status !== 0) {
      t.log('skipped: no CPython with its test data here');
      t.pass();
      return;
    }
    const [folder, theirs] = JSON.parse(answer.stdout) as [string, unknown[]];
    files.forEach((file, i) => {
      const block = pemBlocks(readFileSync(join(folder, file), 'latin1')).find(
        ({ label }) => label === 'CERTIFICATE',
      );
      const ours = describeCertificate(parseCertificate(block?.der ?? new Uint8Array()));
      t.deepEqual(JSON.parse(JSON.stringify(ours)), theirs[i], file);
      t.deepEqual(Object.keys(ours), Object.keys(theirs[i] as object), file);
    });
  });
}

test('BasicSocketTests.test_DER_to_PEM', (t) => {
  const pem = readFileSync(certificate('ca.crt'), 'latin1').split(ssl.PEM_FOOTER)[0] + ssl.PEM_FOOTER;
  const first = ssl.PEM_cert_to_DER_cert(pem);
  const again = ssl.DER_cert_to_PEM_cert(first);
  t.deepEqual(ssl.PEM_cert_to_DER_cert(again), first);
  t.true(again.startsWith(`${ssl.PEM_HEADER}\n`));
  t.true(again.endsWith(`\n${ssl.PEM_FOOTER}\n`));
});

test('BasicSocketTests.test_openssl_version', (t) => {
  const [major, minor, fix, patch, status] = ssl.OPENSSL_VERSION_INFO;
  t.is(ssl.OPENSSL_VERSION_NUMBER, major * 0x10000000 + minor * 0x100000 + patch * 0x10 + fix * 0x1000);
  t.true(status >= 0 && status <= 15);
  t.true(ssl.OPENSSL_VERSION.startsWith(`OpenSSL ${major}.${minor}.`));
});

test('BasicSocketTests.test_empty_cert', (t) => {
  const context = new ssl.SSLContext(PROTOCOL_TLS_SERVER);
  t.throws(() => context.load_cert_chain({ certdata: '' }), { instanceOf: ssl.SSLError });
});

test('BasicSocketTests.test_malformed_cert', (t) => {
  const context = new ssl.SSLContext(PROTOCOL_TLS_SERVER);
  const certdata = `${ssl.PEM_HEADER}\nMIIB!\n${ssl.PEM_FOOTER}\n`;
  t.throws(() => context.load_cert_chain({ certdata }), { message: /PEM lib/ });
});

test('BasicSocketTests.test_malformed_key', (t) => {
  const context = new ssl.SSLContext(PROTOCOL_TLS_SERVER);
  const keydata = '-----BEGIN PRIVATE KEY-----\nMIIB!\n-----END PRIVATE KEY-----\n';
  const certdata = readFileSync(certificate('p256.pem'), 'latin1');
  t.throws(() => context.load_cert_chain({ certdata, keydata }), { message: /PEM lib/ });
});

test('BasicSocketTests.test_get_default_verify_paths', (t) => {
  const paths = ssl.get_default_verify_paths();
  t.is(Object.keys(paths).length, 6);
  const kept = process.env.SSL_CERT_FILE;
  process.env.SSL_CERT_FILE = certificate('ca.crt');
  t.is(ssl.get_default_verify_paths().cafile, certificate('ca.crt'));
  if (kept === undefined) delete process.env.SSL_CERT_FILE;
  else process.env.SSL_CERT_FILE = kept;
});

test('BasicSocketTests.test_asn1object', (t) => {
  const expected = { nid: 129, shortname: 'serverAuth', longname: 'TLS Web Server Authentication' };
  for (const object of [
    new ssl._ASN1Object('1.3.6.1.5.5.7.3.1'),
    ssl._ASN1Object.fromnid(129),
    ssl._ASN1Object.fromname('serverAuth'),
    ssl._ASN1Object.fromname('TLS Web Server Authentication'),
    ssl._ASN1Object.fromname('1.3.6.1.5.5.7.3.1'),
  ]) {
    t.like(object, expected);
  }
  t.throws(() => new ssl._ASN1Object('serverAuth'), { message: "unknown object 'serverAuth'" });
  t.throws(() => ssl._ASN1Object.fromnid(-1), { message: 'NID must be positive.' });
  t.throws(() => ssl._ASN1Object.fromnid(100000), { message: 'unknown NID 100000' });
  t.throws(() => ssl._ASN1Object.fromname('serverauth'), { message: "unknown object 'serverauth'" });
});

test('BasicSocketTests.test_purpose_enum', (t) => {
  t.true(ssl.Purpose.SERVER_AUTH instanceof ssl._ASN1Object);
  t.deepEqual([ssl.Purpose.SERVER_AUTH.nid, ssl.Purpose.CLIENT_AUTH.nid], [129, 130]);
  t.is(ssl.Purpose.CLIENT_AUTH.oid, '1.3.6.1.5.5.7.3.2');
});

test('BasicSocketTests.test_cert_time_to_seconds', (t) => {
  t.is(ssl.cert_time_to_seconds('May  9 00:00:00 2007 GMT'), 1178668800);
  t.is(ssl.cert_time_to_seconds({ cert_time: 'Jan  5 09:34:43 2018 GMT' }), 1515144883);
  t.is(ssl.cert_time_to_seconds('Dec 31 23:59:60 2008 GMT'), 1230768000);
  t.is(ssl.cert_time_to_seconds('Dec 31 23:59:59 9999 GMT'), 253402300799);
  for (const wrong of ['Jan  5 09:34:43 2018', 'Jon  5 09:34:43 2018 GMT', 'Jan 35 09:34:43 2018 GMT'])
    t.throws(() => ssl.cert_time_to_seconds(wrong), { instanceOf: ssl.ValueError }, wrong);
});

test('BasicSocketTests.test_cert_time_to_seconds_timezone', (t) => {
  const kept = process.env.TZ;
  for (const zone of ['UTC', 'America/New_York', 'Asia/Kolkata']) {
    process.env.TZ = zone;
    t.is(ssl.cert_time_to_seconds('May  9 00:00:00 2007 GMT'), 1178668800, zone);
  }
  if (kept === undefined) delete process.env.TZ;
  else process.env.TZ = kept;
});

test('BasicSocketTests.test_cert_time_to_seconds_locale', (t) => {
  t.throws(() => ssl.cert_time_to_seconds('Mai  9 00:00:00 2007 GMT'), { instanceOf: ssl.ValueError });
});

test('SSLErrorTests.test_str', (t) => {
  const error = new ssl.SSLError(1, 'foo');
  t.deepEqual([error.message, error.errno], ['foo', 1]);
  const zero = new ssl.SSLZeroReturnError(1, 'foo');
  t.deepEqual([zero.message, zero.errno], ['foo', 1]);
  t.is(new ssl.SSLError('x').message, "('x',)");
  t.false('reason' in error);
});

test('SSLErrorTests.test_lib_reason', (t) => {
  const context = new ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT);
  const error = t.throws(() => context.load_dh_params(certificate('p256.pem')), { instanceOf: ssl.SSLError });
  t.is(error.library, 'PEM');
  t.is(error.reason, 'NO_START_LINE');
  t.true(error.message.startsWith('[PEM: NO_START_LINE] no start line'));
});

test('SSLErrorTests.test_bad_server_hostname', (t) => {
  const context = ssl.create_default_context();
  const wrap = (server_hostname: string) => () =>
    context.wrap_bio(new ssl.MemoryBIO(), new ssl.MemoryBIO(), { server_hostname });
  t.throws(wrap(''), { instanceOf: ssl.ValueError });
  t.throws(wrap('.example.org'), { instanceOf: ssl.ValueError });
  t.throws(wrap('example.org\0evil.com'), { instanceOf: TypeError });
});

test('MemoryBIOTests.test_read_write', (t) => {
  const bio = new ssl.MemoryBIO();
  bio.write(bytes('foo'));
  t.deepEqual(bio.read(), bytes('foo'));
  t.deepEqual(bio.read(), bytes(''));
  bio.write(bytes('foo'));
  bio.write(bytes('bar'));
  t.deepEqual(bio.read(), bytes('foobar'));
  bio.write(bytes('baz'));
  t.deepEqual(bio.read(2), bytes('ba'));
  t.deepEqual(bio.read(1), bytes('z'));
  t.deepEqual(bio.read(1), bytes(''));
});

test('MemoryBIOTests.test_eof', (t) => {
  const bio = new ssl.MemoryBIO();
  t.false(bio.eof);
  t.deepEqual(bio.read(), bytes(''));
  t.false(bio.eof);
  bio.write(bytes('foo'));
  t.false(bio.eof);
  bio.write_eof();
  t.false(bio.eof);
  t.deepEqual(bio.read(2), bytes('fo'));
  t.false(bio.eof);
  t.deepEqual(bio.read(1), bytes('o'));
  t.true(bio.eof);
});

test('MemoryBIOTests.test_pending', (t) => {
  const bio = new ssl.MemoryBIO();
  t.is(bio.pending, 0);
  bio.write(bytes('foo'));
  t.is(bio.pending, 3);
  for (const left of [2, 1, 0]) {
    bio.read(1);
    t.is(bio.pending, left);
  }
});

test('MemoryBIOTests.test_buffer_types', (t) => {
  const bio = new ssl.MemoryBIO();
  t.is(bio.write(bytes('foo').buffer), 3);
  t.is(bio.write(new DataView(bytes('xbary').buffer, 1, 3)), 3);
  t.is(bio.write(Uint16Array.of(0x6162)), 2);
  t.deepEqual(bio.read(), bytes('foobarba'));
});

test('MemoryBIOTests.test_error_types', (t) => {
  const bio = new ssl.MemoryBIO();
  for (const wrong of ['foo', null, true, 1]) {
    t.throws(() => bio.write(wrong as never), { instanceOf: TypeError, message: /bytes-like object/ });
  }
});

test('SSLObjectTests.test_private_init', (t) => {
  t.throws(() => new ssl.SSLObject(), { instanceOf: TypeError, message: /public constructor/ });
});

forEachCore((core) => {
  test(`SSLErrorTests.test_subclass (${core.name})`, (t) => {
    const context = new ssl.SSLContext(PROTOCOL_TLS_CLIENT);
    context.crypto = core;
    const object = context.wrap_bio(new ssl.MemoryBIO(), new ssl.MemoryBIO(), {
      server_hostname: 'localhost',
    });
    const error = t.throws(() => object.do_handshake(), { instanceOf: ssl.SSLWantReadError });
    t.true(error.message.startsWith('The operation did not complete (read)'));
    t.is(error.errno, ssl.SSL_ERROR_WANT_READ);
  });

  test(`BasicSocketTests.test_read_write_zero (${core.name})`, (t) => {
    const both = connected({ client: clientContext(core), server: serverContext(core) });
    t.deepEqual(both.client.object.read(0), bytes(''));
    t.is(both.client.object.write(bytes('')), 0);
    t.is(both.client.outgoing.pending, 0);
  });

  test(`BasicSocketTests.test_unknown_channel_binding (${core.name})`, (t) => {
    const both = connected({ client: clientContext(core), server: serverContext(core) });
    t.throws(() => both.client.object.get_channel_binding('unknown-type'), { instanceOf: ssl.ValueError });
  });

  test(`SSLObjectTests.test_unwrap (${core.name})`, (t) => {
    const both = connected({ client: clientContext(core), server: serverContext(core) });
    const { client, server } = both;
    t.throws(() => client.object.unwrap(), { instanceOf: ssl.SSLWantReadError });
    both.transfer(client, server);
    t.is(server.object.unwrap(), null);
    both.transfer(server, client);
    t.is(client.object.unwrap(), null);
  });
});

test('TestEnumerations.test_tlsversion', (t) => {
  t.like(ssl.TLSVersion, {
    MINIMUM_SUPPORTED: -2,
    SSLv3: 768,
    TLSv1_2: 771,
    TLSv1_3: 772,
    MAXIMUM_SUPPORTED: -1,
  });
});

test('TestEnumerations.test_tlscontenttype', (t) => {
  t.like(ssl._TLSContentType, { CHANGE_CIPHER_SPEC: 20, ALERT: 21, HANDSHAKE: 22, HEADER: 256 });
});

test('TestEnumerations.test_tlsalerttype', (t) => {
  t.like(ssl._TLSAlertType, { CLOSE_NOTIFY: 0, HANDSHAKE_FAILURE: 40, NO_APPLICATION_PROTOCOL: 120 });
});

test('TestEnumerations.test_tlsmessagetype', (t) => {
  t.like(ssl._TLSMessageType, { CLIENT_HELLO: 1, FINISHED: 20, KEY_UPDATE: 24, CHANGE_CIPHER_SPEC: 257 });
});

for (const [name, enumeration, prefix] of [
  ['test_sslmethod', ssl._SSLMethod, 'PROTOCOL_'],
  ['test_options', ssl.Options, 'OP_'],
  ['test_alertdescription', ssl.AlertDescription, 'ALERT_DESCRIPTION_'],
  ['test_sslerrornumber', ssl.SSLErrorNumber, 'SSL_ERROR_'],
  ['test_verifyflags', ssl.VerifyFlags, 'VERIFY_'],
  ['test_verifymode', ssl.VerifyMode, 'CERT_'],
] as const) {
  test(`TestEnumerations.${name}`, (t) => {
    const there = Object.entries(ssl).filter(([key]) => key.startsWith(prefix) && key !== 'PROTOCOL_SSLv23');
    t.deepEqual(Object.fromEntries(there), { ...enumeration });
  });
}
