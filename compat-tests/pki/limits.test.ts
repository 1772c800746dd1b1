import test from 'ava';
import { Fault } from '../../lib/bytes/fault.ts';
import { parseCertificate } from '../../lib/pki/certificate.ts';
import { Crl } from '../../lib/pki/crl.ts';
import { parseOcspResponse } from '../../lib/pki/ocsp.ts';
import { Signatures } from '../../lib/pki/signatures.ts';
import { CertificateStore } from '../../lib/pki/store.ts';
import { element, integer, octetString, sequence } from '../tools/der-writer.ts';
import { verifyingProvider } from '../tools/key-provider.ts';
import {
  authority,
  authorityKeyId,
  basicConstraints,
  certificatePolicies,
  extension,
  keyUsage,
  type MadeCertificate,
  makeCertificate,
  makeCrl,
  nameConstraints,
  policyMappings,
  server,
} from '../tools/make-certificate.ts';
import { testKey } from '../tools/test-keys.ts';
import { judge, words } from './trust.ts';

/** Certificates that are made to take long: what they cost is counted, not timed. */
class Counting extends Signatures {
  checks = 0;

  constructor() {
    super(verifyingProvider);
  }

  override check(...args: Parameters<Signatures['check']>): ReturnType<Signatures['check']> {
    this.checks++;
    return super.check(...args);
  }
}

const key = testKey('secp256r1', 'everybody');
const root = makeCertificate({ subject: 'CN=Root', key, extensions: authority(key) });
const leafUnder = (issuer: MadeCertificate, ...names: readonly string[]) =>
  makeCertificate({ subject: 'CN=leaf', key, issuer, extensions: server(key, key, ...names) });
const names = (prefix: string, count: number) =>
  Array.from({ length: count }, (_, i) => `dns:${prefix}${i}.example`);

test('a certificate of megabytes is read as far as it helps, and one beyond the limit is not', (t) => {
  const withBallast = (length: number) =>
    makeCertificate({
      subject: 'CN=Large',
      key,
      issuer: root,
      extensions: [...server(key, key, 'dns:localhost'), extension('1.2.3.4', false, new Uint8Array(length))],
    });
  t.is(words({ chain: [withBallast(3_000_000)], roots: [root], host: 'localhost' }), 'ok');
  const error = t.throws(() => parseCertificate(withBallast(4_200_000).der), { instanceOf: Fault });
  t.is(error?.message.split(':')[0], 'malformedCertificate');
});

test('what is large is not kept, and what is kept is the same object', (t) => {
  const small = leafUnder(root, 'dns:localhost');
  const large = leafUnder(root, ...names('n', 2000));
  t.is(parseCertificate(small.der), parseCertificate(small.der.slice()));
  t.not(parseCertificate(large.der), parseCertificate(large.der));
  // A kept one goes when enough others have come by: memory does not grow with the number of peers.
  const first = parseCertificate(small.der);
  for (let i = 0; i < 256; i++)
    parseCertificate(makeCertificate({ subject: `CN=${i}`, key, serialNumber: i + 1 }).der);
  t.not(parseCertificate(small.der), first);
});

test('chains of hundreds end at the depth that is allowed, or are walked once', (t) => {
  const chain: MadeCertificate[] = [root];
  for (let i = 1; i <= 300; i++)
    chain.push(
      makeCertificate({ subject: `CN=CA ${i}`, key, issuer: chain[i - 1], extensions: authority(key) }),
    );
  const judgeTo = (length: number) => {
    const signatures = new Counting();
    const leaf = leafUnder(chain[length], 'dns:localhost');
    const sent = [leaf, ...chain.slice(1, length + 1).reverse()];
    const verdict = judge({ chain: sent, roots: [root], signatures });
    return { answer: verdict.ok ? 'ok' : verdict.name, checks: signatures.checks };
  };
  t.deepEqual(judgeTo(99), { answer: 'ok', checks: 100 });
  t.deepEqual(judgeTo(100), { answer: 'ok', checks: 101 });
  const { answer, checks } = judgeTo(300);
  t.is(answer, 'chainTooLong');
  t.true(checks <= 100, `${checks} checks`);
});

test('one key under one name, and hundreds of certificates for it, in every order: few are looked at', (t) => {
  const web = Array.from({ length: 300 }, (_, i) =>
    makeCertificate({
      subject: 'CN=Same',
      key,
      issuer: { ...root, subject: 'CN=Same' },
      serialNumber: i + 1,
      extensions: [basicConstraints(true)],
    }),
  );
  const leaf = makeCertificate({
    subject: 'CN=leaf',
    key,
    issuer: web[0],
    extensions: [basicConstraints(false)],
  });
  const signatures = new Counting();
  t.false(judge({ chain: [leaf, ...web], roots: [root], signatures }).ok);
  t.true(signatures.checks <= 300, `${signatures.checks} checks`);
});

test('many paths to many roots, all of them wrong in the end: they are given up', (t) => {
  // Each way up is good but for a name constraint at the top, which is looked at last.
  const keys = Array.from({ length: 40 }, (_, i) => testKey('secp256r1', `way ${i}`));
  const roots = keys.map((each, i) =>
    makeCertificate({
      subject: `CN=Root ${i}`,
      key: each,
      extensions: [...authority(each), nameConstraints(['dns:elsewhere'])],
    }),
  );
  const crossed = roots.map((issuer, i) =>
    makeCertificate({
      subject: 'CN=Crossed',
      key,
      issuer,
      extensions: [basicConstraints(true), keyUsage('keyCertSign'), authorityKeyId(keys[i])],
    }),
  );
  const leaf = leafUnder(crossed[0], 'dns:localhost');
  const signatures = new Counting();
  const verdict = judge({ chain: [leaf, ...crossed], roots, signatures });
  t.is(verdict.ok ? 'ok' : verdict.name, 'permittedSubtreeViolation');
  t.true(signatures.checks <= 300, `${signatures.checks} checks`);
});

test('hundreds of authorities that cross-sign each other in loops: the graph is not walked to its end', (t) => {
  const keys = Array.from({ length: 20 }, (_, i) => testKey('secp256r1', `loop ${i}`));
  const names = keys.map((each, i) => makeCertificate({ subject: `CN=Loop ${i}`, key: each }));
  const web = names.flatMap((issuer, i) =>
    names
      .filter((each) => each !== issuer)
      .map(({ subject, key: own }) =>
        makeCertificate({
          subject,
          key: own,
          issuer,
          extensions: [basicConstraints(true), keyUsage('keyCertSign'), authorityKeyId(keys[i])],
        }),
      ),
  );
  const leaf = leafUnder({ ...names[0], key: keys[0] }, 'dns:localhost');
  const trusted = makeCertificate({
    subject: 'CN=Loop 19',
    key: keys[19],
    extensions: [...authority(keys[19]), nameConstraints(['dns:elsewhere'])],
  });
  for (const roots of [[root], [trusted]]) {
    const signatures = new Counting();
    t.false(judge({ chain: [leaf, ...web], roots, signatures }).ok);
    t.true(signatures.checks <= 300, `${signatures.checks} checks`);
  }
});

test('names and constraints by the thousand: a few against many are compared, many against many are not', (t) => {
  const under = (constraints: number, count: number) => {
    const ca = makeCertificate({
      subject: 'CN=Constrained',
      key,
      issuer: root,
      extensions: [...authority(key), nameConstraints([], names('x', constraints))],
    });
    return words({ chain: [leafUnder(ca, ...names('y', count)), ca], roots: [root] });
  };
  t.is(under(4000, 10), 'ok');
  t.is(under(10, 9000), 'ok');
  t.is(under(1000, 1000), 'unspecified at 0');
  t.is(under(5000, 1), 'localIssuerNotFound at 0', 'no authority has so many');
});

test('policies that map onto each other do not grow from one certificate to the next', (t) => {
  // With a tree instead of a graph, each level would have twice the nodes of the one above (CVE-2023-0464).
  const [a, b] = ['1.2.3.1', '1.2.3.2'];
  let issuer = root;
  const chain: MadeCertificate[] = [];
  for (let i = 0; i < 60; i++) {
    issuer = makeCertificate({
      subject: `CN=Mapping ${i}`,
      key,
      issuer,
      extensions: [
        ...authority(key),
        certificatePolicies(a, b),
        policyMappings([a, a], [a, b], [b, a], [b, b]),
      ],
    });
    chain.unshift(issuer);
  }
  const leaf = makeCertificate({
    subject: 'CN=leaf',
    key,
    issuer,
    extensions: [authorityKeyId(key), certificatePolicies(a, b)],
  });
  const policies = { initial: undefined, requireExplicit: true, inhibitMapping: false, inhibitAny: false };
  const verdict = judge({ chain: [leaf, ...chain], roots: [root], rules: { policies } });
  t.true(verdict.ok);
  t.deepEqual(verdict.ok ? [...verdict.policies].sort() : [], [a, b]);
});

test('lists of tens of thousands of certificates are read once', (t) => {
  const revoked = Array.from({ length: 30_000 }, (_, i) => 2 * i + 1);
  const crl = new Crl(makeCrl({ issuer: root, revoked }).der);
  t.not(crl.find(Uint8Array.of(3), crl.issuer), undefined);
  t.is(crl.find(Uint8Array.of(2), crl.issuer), undefined);
});

test('nesting and lengths that promise what is not there are refused before anything is made of them', (t) => {
  let nested = octetString(new Uint8Array(0));
  for (let i = 0; i < 20_000; i++) nested = element(0x30, nested);
  for (const der of [
    nested,
    Uint8Array.of(0x30, 0x84, 0xff, 0xff, 0xff, 0xff),
    Uint8Array.of(0x30, 0x80, 0, 0),
    Uint8Array.of(0x30, 0x81, 0x01, 0x05),
    sequence(sequence(integer(1)), sequence(), octetString(new Uint8Array(1))),
  ]) {
    t.throws(() => parseCertificate(der), { instanceOf: Fault });
    t.throws(() => new CertificateStore().add(der), { instanceOf: Fault });
    t.throws(() => new Crl(der), { instanceOf: Fault });
    t.throws(() => parseOcspResponse(der), { instanceOf: Fault });
  }
});
