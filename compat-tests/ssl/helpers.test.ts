/** The module's helpers: what they answer, and how they refuse, in CPython's words. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import test from 'ava';
import * as ssl from '../../lib/index.ts';
import { certificate } from '../tools/certs.ts';

const { PEM_HEADER, PEM_FOOTER } = ssl;
const anything = (value: unknown) => value as never;

test('PEM_cert_to_DER_cert passes over foreign characters and space behind the end', (t) => {
  const expected = Uint8Array.of(0x30, 0x82, 0x01);
  t.deepEqual(ssl.PEM_cert_to_DER_cert(`${PEM_HEADER}\nMI!!IB\n${PEM_FOOTER}\n \n`), expected);
  t.deepEqual(ssl.PEM_cert_to_DER_cert({ pem_cert_string: `${PEM_HEADER}MIIB${PEM_FOOTER}` }), expected);
});

test('PEM_cert_to_DER_cert refuses what has no borders, or lacks padding', (t) => {
  for (const [text, message] of [
    ['x', `Invalid PEM encoding; must start with ${PEM_HEADER}`],
    [` ${PEM_HEADER}\nMIIB\n${PEM_FOOTER}`, `Invalid PEM encoding; must start with ${PEM_HEADER}`],
    [PEM_HEADER, `Invalid PEM encoding; must end with ${PEM_FOOTER}`],
    [`${PEM_HEADER}\nMII\n${PEM_FOOTER}`, 'Incorrect padding'],
    [
      `${PEM_HEADER}\nMIIBA\n${PEM_FOOTER}`,
      'Invalid base64-encoded string: number of data characters (5) cannot be 1 more than a multiple of 4',
    ],
  ]) {
    t.throws(() => ssl.PEM_cert_to_DER_cert(text), { instanceOf: ssl.ValueError, message });
  }
  t.throws(() => ssl.PEM_cert_to_DER_cert(anything(new Uint8Array(1))), { instanceOf: TypeError });
  t.throws(() => ssl.PEM_cert_to_DER_cert(anything(null)), {
    instanceOf: ssl.AttributeError,
    message: "'NoneType' object has no attribute 'startswith'",
  });
});

test('spaces and digits are what Python takes for them', (t) => {
  t.is(ssl.cert_time_to_seconds('Jan\x1c5 09:34:43\x85２０１８\xa0GMT'), 1515144883);
  t.is(ssl.cert_time_to_seconds('Jan 5 ٩:٤:٣ 𝟐𝟎𝟏𝟖 GMT'), 1515143043);
  for (const wrong of ['Jan\ufeff5 09:34:43 2018 GMT', 'Jan ٥ 09:34:43 2018 GMT', 'Jan 5 09:34:43 0000 GMT'])
    t.throws(() => ssl.cert_time_to_seconds(wrong), { instanceOf: ssl.ValueError }, wrong);
  const [bytes, text] = [Uint8Array.of(0x30, 0x82, 0x01), `${PEM_HEADER}\nMIIB\n${PEM_FOOTER}`];
  t.deepEqual(ssl.PEM_cert_to_DER_cert(`${text}\x1f\x85\xa0`), bytes);
  t.throws(() => ssl.PEM_cert_to_DER_cert(`${text}\ufeff`), { instanceOf: ssl.ValueError });
});

test('DER_cert_to_PEM_cert writes lines of 64 characters, and none for nothing', (t) => {
  t.is(ssl.DER_cert_to_PEM_cert(new Uint8Array(0)), `${PEM_HEADER}\n${PEM_FOOTER}\n`);
  const body = `${'eHh4'.repeat(16)}\neA==`;
  const der_cert_bytes = new Uint8Array(49).fill(0x78);
  t.is(ssl.DER_cert_to_PEM_cert({ der_cert_bytes }), `${PEM_HEADER}\n${body}\n${PEM_FOOTER}\n`);
  t.is(ssl.DER_cert_to_PEM_cert(der_cert_bytes.buffer), `${PEM_HEADER}\n${body}\n${PEM_FOOTER}\n`);
  t.throws(() => ssl.DER_cert_to_PEM_cert(anything('x')), {
    instanceOf: TypeError,
    message: "a bytes-like object is required, not 'str'",
  });
});

test('cert_time_to_seconds reads what strptime reads', (t) => {
  for (const [text, seconds] of [
    ['Jan 1 00:00:00 1970 GMT', 0],
    ['JAN  1 00:00:00 1970 gmt', 0],
    ['Jan\t1 \n 00:00:00 1970 GMT', 0],
    ['Jan 1 00:00:61 1970 GMT', 61],
    ['Dec 31 23:59:59 1969 GMT', -1],
    ['Feb 29 00:00:00 2015 GMT', 1425168000],
    ['Feb 31 00:00:00 2015 GMT', 1425340800],
  ] as const) {
    t.is(ssl.cert_time_to_seconds(text), seconds, text);
  }
});

test('cert_time_to_seconds tells what does not fit, from where', (t) => {
  const format = "does not match format ' %d %H:%M:%S %Y GMT'";
  for (const [text, message] of [
    ['x', 'time data \'x\' does not match format "%b %d %H:%M:%S %Y GMT"'],
    [
      ' Jan 1 00:00:00 1970 GMT',
      'time data \' Jan 1 00:00:00 1970 GMT\' does not match format "%b %d %H:%M:%S %Y GMT"',
    ],
    ['Jan 1 00:00:62 1970 GMT', `time data ' 1 00:00:62 1970 GMT' ${format}`],
    ['Jan 1 24:00:00 1970 GMT', `time data ' 1 24:00:00 1970 GMT' ${format}`],
    ['Jan 0 00:00:00 1970 GMT', `time data ' 0 00:00:00 1970 GMT' ${format}`],
    ['Jan 32 00:00:00 1970 GMT', `time data ' 32 00:00:00 1970 GMT' ${format}`],
    ['Jan 1 00:00:00 70 GMT', `time data ' 1 00:00:00 70 GMT' ${format}`],
    ['Jan 1 00:00:00 1970 UTC', `time data ' 1 00:00:00 1970 UTC' ${format}`],
    ['Jan 1 00:00:00 1970GMT', `time data ' 1 00:00:00 1970GMT' ${format}`],
    ['Jan 1 00:00:00 1970 GMT x', 'unconverted data remains:  x'],
  ]) {
    t.throws(() => ssl.cert_time_to_seconds(text), { instanceOf: ssl.ValueError, message }, text);
  }
  for (const [value, type] of [
    [null, 'NoneType'],
    [5, 'int'],
  ])
    t.throws(() => ssl.cert_time_to_seconds(anything(value)), {
      instanceOf: TypeError,
      message: `'${type}' object is not subscriptable`,
    });
});

test('RAND_bytes gives as many as asked, and refuses sizes that are none', (t) => {
  for (const count of [0, 1, 3, 70_000]) t.is(ssl.RAND_bytes(count).length, count);
  t.is(ssl.RAND_bytes(anything(true)).length, 1);
  t.throws(() => ssl.RAND_bytes(-1), { instanceOf: ssl.ValueError, message: 'num must be positive' });
  t.throws(() => ssl.RAND_bytes(2 ** 31), { instanceOf: ssl.OverflowError });
  for (const wrong of [null, 'x', 1.5])
    t.throws(() => ssl.RAND_bytes(anything(wrong)), { instanceOf: TypeError });
});

test('RAND_add takes text or bytes, and a number', (t) => {
  t.is(ssl.RAND_add('x', 1), undefined);
  t.is(ssl.RAND_add(new Uint8Array(1), anything(true)), undefined);
  t.throws(() => ssl.RAND_add(anything(5), 1), {
    instanceOf: TypeError,
    message: "a bytes-like object is required, not 'int'",
  });
  t.throws(() => ssl.RAND_add('x', anything('y')), {
    instanceOf: TypeError,
    message: 'must be real number, not str',
  });
});

test('get_protocol_name knows the protocols, and says so of others', (t) => {
  for (const [name, code] of Object.entries(ssl._SSLMethod))
    t.is(ssl.get_protocol_name(code as number), name);
  t.is(ssl.get_protocol_name({ protocol_code: ssl.PROTOCOL_TLS_SERVER }), 'PROTOCOL_TLS_SERVER');
  for (const unknown of [99, -1, null, 'PROTOCOL_TLS'])
    t.is(ssl.get_protocol_name(anything(unknown)), '<unknown>');
});

test.serial('get_default_verify_paths asks the environment, and hides what does not exist', (t) => {
  const folder = mkdtempSync(join(tmpdir(), 'pyssl-'));
  const { SSL_CERT_FILE, SSL_CERT_DIR } = process.env;
  try {
    process.env.SSL_CERT_FILE = certificate('ca.crt');
    process.env.SSL_CERT_DIR = folder;
    const found = ssl.get_default_verify_paths();
    t.deepEqual([found.cafile, found.capath], [certificate('ca.crt'), folder]);
    t.deepEqual([found.openssl_cafile_env, found.openssl_capath_env], ['SSL_CERT_FILE', 'SSL_CERT_DIR']);
    t.true(found.openssl_cafile.length > 0 && found.openssl_capath.length > 0);

    process.env.SSL_CERT_FILE = folder; // a directory is no file
    process.env.SSL_CERT_DIR = join(folder, 'missing');
    const missing = ssl.get_default_verify_paths();
    t.deepEqual([missing.cafile, missing.capath], [null, null]);
    t.is(missing.openssl_cafile, found.openssl_cafile);
  } finally {
    for (const [name, value] of Object.entries({ SSL_CERT_FILE, SSL_CERT_DIR })) {
      if (value === undefined) delete process.env[name];
      else process.env[name] = value;
    }
    rmSync(folder, { recursive: true });
  }
});

test('_ASN1Object finds by number, and fromname by name as well', (t) => {
  t.like(new ssl._ASN1Object('2.5.4.3'), {
    nid: 13,
    shortname: 'CN',
    longname: 'commonName',
    oid: '2.5.4.3',
  });
  t.is(ssl._ASN1Object.fromname('commonName').nid, 13);
  t.is(ssl._ASN1Object.fromnid(13).oid, '2.5.4.3');
});

test('_ASN1Object refuses what it does not find', (t) => {
  const { fromname, fromnid } = ssl._ASN1Object;
  for (const [call, Class, message] of [
    [() => new ssl._ASN1Object('serverAuth'), ssl.ValueError, "unknown object 'serverAuth'"],
    [() => new ssl._ASN1Object(''), ssl.ValueError, "unknown object ''"],
    [() => new ssl._ASN1Object('x\0'), ssl.ValueError, 'embedded null character'],
    [() => new ssl._ASN1Object(anything(null)), TypeError, "txt2obj() argument 'txt' must be str, not None"],
    [() => fromname('9.9.9'), ssl.ValueError, "unknown object '9.9.9'"],
    [() => fromname(anything(5)), TypeError, "txt2obj() argument 'txt' must be str, not int"],
    [() => fromnid(-1), ssl.ValueError, 'NID must be positive.'],
    [() => fromnid(0), ssl.ValueError, 'Unknown object'],
    [() => fromnid(100000), ssl.ValueError, 'unknown NID 100000'],
    [() => fromnid(anything(null)), TypeError, "'NoneType' object cannot be interpreted as an integer"],
    [() => fromnid(1.5), TypeError, "'float' object cannot be interpreted as an integer"],
    [() => fromnid(2 ** 31), ssl.OverflowError, 'Python int too large to convert to C int'],
  ] as const) {
    t.throws(call, { instanceOf: Class as new () => Error, message });
  }
});
