import test from 'ava';
import { equal } from '../../lib/bytes/bytes.ts';
import { Fault } from '../../lib/bytes/fault.ts';
import { Certificate, parseCertificate } from '../../lib/pki/certificate.ts';
import { Crl } from '../../lib/pki/crl.ts';
import { pemBlocks, pemEncode } from '../../lib/pki/pem.ts';
import { CertificateStore } from '../../lib/pki/store.ts';
import { element, nothing, sequence } from '../tools/der-writer.ts';
import {
  altNames,
  authority,
  authorityKeyId,
  certificatePolicies,
  extendedKeyUsage,
  extension,
  makeCertificate,
  makeCrl,
  nameConstraints,
} from '../tools/make-certificate.ts';
import { testKey } from '../tools/test-keys.ts';
import { judge } from './trust.ts';

const key = testKey('secp256r1', 'root');
const SEED = 20260102;

const rich = makeCertificate({
  subject: 'CN=a+O=b, emailAddress=x@y.z',
  key,
  extensions: [
    ...authority(key),
    altNames('dns:a', 'email:b@c', 'uri:http://d/', 'ip:1.2.3.4', 'ip:2001:db8::1', 'dir:CN=e'),
    nameConstraints(['dns:a', 'dir:CN=e'], ['ip:10.0.0.0/255.0.0.0']),
    extendedKeyUsage('serverAuth', 'clientAuth'),
    certificatePolicies('1.2.3', '2.5.29.32.0'),
  ],
});

test('what is written is read again', (t) => {
  const certificate = parseCertificate(rich.der);
  t.true(equal(certificate.der, rich.der));
  t.is(certificate.version, 3);
  t.deepEqual(
    certificate.subject.rdns.map((rdn) => rdn.map(({ value }) => value)),
    [['a', 'b'], ['x@y.z']],
  );
  t.is(certificate.notBefore, 1577836800);
  t.deepEqual(certificate.basicConstraints, { ca: true, pathLength: undefined });
  t.deepEqual([...(certificate.keyUsage ?? [])], ['keyCertSign', 'crlSign']);
  t.deepEqual(
    certificate.subjectAltName?.map((name) => name.kind),
    ['dns', 'email', 'uri', 'ip', 'ip', 'directory'],
  );
  t.deepEqual(certificate.policies, ['1.2.3', '2.5.29.32.0']);
  t.true(
    equal(
      certificate.authorityKeyIdentifier?.keyIdentifier ?? nothing(),
      certificate.subjectKeyIdentifier ?? sequence(),
    ),
  );
  t.false(certificate.flawed);
  t.is(parseCertificate(rich.der.slice()), certificate, 'the same bytes are read once');
});

test('NULs inside names survive', (t) => {
  const made = makeCertificate({
    subject: 'CN=null.python.org\0example.org',
    key,
    extensions: [altNames('dns:a.org\0b.org')],
  });
  const certificate = parseCertificate(made.der);
  t.is(certificate.subject.rdns[0][0].value, 'null.python.org\0example.org');
  t.deepEqual(certificate.subjectAltName, [{ kind: 'dns', value: 'a.org\0b.org' }]);
});

test('a malformed extension is absent and makes the certificate flawed; the rest is there', (t) => {
  for (const id of [
    '2.5.29.14',
    '2.5.29.15',
    '2.5.29.17',
    '2.5.29.19',
    '2.5.29.30',
    '2.5.29.31',
    '2.5.29.35',
    '2.5.29.37',
  ]) {
    const made = makeCertificate({ subject: 'CN=x', key, extensions: [extension(id, false, element(0x0a))] });
    const certificate = parseCertificate(made.der);
    t.true(certificate.flawed, id);
    t.is(certificate.subject.rdns[0][0].value, 'x');
  }
  const points = makeCertificate({
    subject: 'CN=x',
    key,
    extensions: [extension('2.5.29.31', false, nothing())],
  });
  t.is(parseCertificate(points.der).crlDistributionPoints, undefined);
});

test('times that RFC 5280 does not allow are told when they are judged', (t) => {
  const odd = element(0x17, new TextEncoder().encode('200101000000+0100'));
  const far = element(0x17, new TextEncoder().encode('200230000000Z'));
  const fine = element(0x17, new TextEncoder().encode('450101000000Z'));
  for (const validity of [
    [odd, fine],
    [far, fine],
  ]) {
    const made = makeCertificate({
      subject: 'CN=x',
      key,
      defects: { validity },
      extensions: [altNames('dns:x')],
    });
    const verdict = judge({ chain: [made], roots: [made] });
    t.is(verdict.ok ? 'ok' : verdict.name, 'notBeforeMalformed');
  }
});

test(`mutated certificates and lists are read, refused by a Fault, or judged: nothing else (seed ${SEED})`, (t) => {
  const root = makeCertificate({ subject: 'CN=Root', key, extensions: authority(key) });
  const crl = makeCrl({ issuer: root, revoked: [1, 2, 3], extensions: [authorityKeyId(key)] });
  let state = SEED;
  const random = (below: number) => {
    state = (Math.imul(state, 1103515245) + 12345) >>> 0;
    return (state >>> 8) % below;
  };
  let read = 0;
  for (let round = 0; round < 4000; round++) {
    const source = round % 3 === 0 ? crl.der : rich.der;
    const der = random(10) === 0 ? source.slice(0, random(source.length)) : source.slice();
    for (let flips = 1 + random(3); flips > 0 && der.length > 0; flips--)
      der[random(der.length)] = random(256);
    try {
      if (source === crl.der) {
        const list = new Crl(der);
        list.find(Uint8Array.of(2), list.issuer);
      } else {
        const certificate = new Certificate(der, '');
        void [
          certificate.flawed,
          certificate.policyFlawed,
          certificate.authorityInfoAccess,
          certificate.recipe,
        ];
        new CertificateStore().add(der);
        judge({ chain: [{ ...rich, der }], roots: [{ ...rich, der }], rules: { strict: true } });
      }
      read++;
    } catch (error) {
      if (!(error instanceof Fault)) throw error;
    }
  }
  t.log(`${read} of 4000 could still be read`);
  t.true(read > 0 && read < 4000);
});

test('every proper prefix of a certificate is refused', (t) => {
  for (let length = 0; length < rich.der.length; length++) {
    t.throws(() => new Certificate(rich.der.subarray(0, length), ''), { instanceOf: Fault });
  }
});

test('a store finds by subject, counts, and reads a root when it is asked for', (t) => {
  const store = new CertificateStore();
  const root = makeCertificate({ subject: 'CN=Root', key, extensions: authority(key) });
  const user = makeCertificate({ subject: 'CN=user', key, issuer: root, extensions: [altNames('dns:user')] });
  t.true(store.add(root.der));
  t.true(store.add(user.der));
  t.false(store.add(root.der.slice()));
  t.true(store.addCrl(makeCrl({ issuer: root }).der));
  t.is(store.certificateCount, 2);
  t.is(store.crlCount, 1);
  t.deepEqual([...store.authorities()], [parseCertificate(root.der)]);
  t.is(store.findCrls(parseCertificate(root.der).subject).length, 1);
  t.throws(() => store.add(root.der.slice(0, 50)), { instanceOf: Fault });
});

test('a store shows authorities by subject, the shorter first, but what came last at the end until something is looked for', (t) => {
  const store = new CertificateStore();
  const add = (subject: string) => {
    const { der } = makeCertificate({ subject, key, extensions: authority(key) });
    store.add(der);
    return parseCertificate(der);
  };
  const [long, capital, b, small] = ['CN=aaa', 'CN=C', 'CN=b', 'CN=c'].map(add);
  const last = add('CN=a');
  t.deepEqual([...store.authorities()], [b, capital, small, long, last], 'those of one name as they came');
  store.findBySubject(long.subject);
  t.deepEqual([...store.authorities()], [last, b, capital, small, long]);
});

test('a directory is asked for names that the store does not have, and broken files in it are passed over', (t) => {
  const store = new CertificateStore();
  const root = makeCertificate({ subject: 'CN=Root', key, extensions: authority(key) });
  const asked: string[] = [];
  store.addDirectory((name, kind) => {
    asked.push(`${kind} ${name.rdns[0][0].value}`);
    return [nothing(), root.der].map((der) => ({ der, trust: undefined }));
  });
  const leaf = makeCertificate({
    subject: 'CN=leaf',
    key: testKey('secp256r1', 'leaf'),
    issuer: root,
    extensions: [],
  });
  const verdict = judge({ chain: [leaf], store });
  t.true(verdict.ok);
  t.deepEqual(asked, ['certificate Root']);
  t.is(store.certificateCount, 1);
});

test('PEM: lines are read as OpenSSL reads them', (t) => {
  const block = (...lines: readonly string[]) => `-----BEGIN X-----\n${lines.join('\n')}\n-----END X-----\n`;
  const bytes = (...texts: readonly string[]) => texts.map((text) => Uint8Array.from(Buffer.from(text)));
  const readable: readonly (readonly [string, readonly Uint8Array[]])[] = [
    [block('YWJj', 'ZGVm'), bytes('abcdef')],
    [block(' YW Jj\t', '\tZGVm \x01\xff'), bytes('abcdef')],
    [block('YWJj', '-ZGVm'), bytes('abc')],
    [`\xef\xbb\xbf${block('YWJj')}\ufeff${block('ZGVm')}`, bytes('abc', 'def')],
    [`x${block('YWJj')} ${block('ZGVm')}${block('Z2hp')}`, bytes('ghi')],
    [block('YWJj').replaceAll('-\n', '- \x80\n'), bytes('abc')],
    [block('YWJj'.repeat(400)), bytes('abc'.repeat(400))],
    [`${'x'.repeat(254)}${block('YWJj')}`, bytes('abc')],
    [block('', 'YWJj'), bytes('abc')],
    [`${block('YWJj')}\0\n${block('ZGVm')}`, bytes('abc')],
  ];
  for (const [text, expected] of readable)
    t.deepEqual(
      pemBlocks(text).map(({ der }) => der),
      [...expected],
      JSON.stringify(text).slice(0, 80),
    );
  for (const [text, name] of [
    [block('YWJj', '', '', 'ZGVm'), 'pemWithoutEnd'],
    [block('', 'YWJj', 'ZGVm'), 'pemWithoutEnd'],
    [block('', 'YWJj'.repeat(17)), 'pemWithoutWord'],
    [block(), 'pemWithoutWord'],
    [block('x: y', 'YWJj'), 'pemWithoutWord'],
    [block('YWJj').replace('END X-----', 'END X-----x'), 'pemWithoutEnd'],
    [block('YWJj').replace('END X-----', 'END X----'), 'pemWithoutEnd'],
    ['-----BEGIN X-----\nYWJj\n', 'pemWithoutEnd'],
    [block('YWJj', 'é'.repeat(4), 'Y*Jj'), 'pemBase64'],
  ] as const)
    t.is(t.throws(() => pemBlocks(text), { instanceOf: Fault })?.fault, name, JSON.stringify(text));
});

test('PEM: blocks are found among other text, and come back as they were', (t) => {
  const text = `subject=x\n${pemEncode('CERTIFICATE', rich.der)}between\r\n${pemEncode('X509 CRL', nothing())}\nafter`;
  const blocks = pemBlocks(text.replaceAll('\n', '\r\n'));
  t.deepEqual(
    blocks.map((block) => block.label),
    ['CERTIFICATE', 'X509 CRL'],
  );
  t.true(equal(blocks[0].der, rich.der));
  t.deepEqual(pemBlocks('nothing here'), []);
  for (let length = 1; length < 70; length++) {
    const der = rich.der.subarray(0, length);
    t.true(equal(pemBlocks(pemEncode('X', der))[0].der, der), `${length} bytes`);
  }
  for (const bad of ['QQ', 'QQ=', 'Q===', 'QQ==QQ==', 'Q*==']) {
    t.throws(() => pemBlocks(`-----BEGIN X-----\n${bad}\n-----END X-----\n`), { instanceOf: Fault }, bad);
  }
  t.throws(() => pemBlocks('-----BEGIN X-----\nQQ==\n-----END Y-----\n'), { instanceOf: Fault });
});
