import test from 'ava';
import { DerReader, tags, wholeOf } from '../../lib/pki/asn1/der.ts';
import { parseCertificate } from '../../lib/pki/certificate.ts';
import { buildOwnChain } from '../../lib/pki/own-chain.ts';
import { attempts } from '../../lib/pki/path.ts';
import { CertificateStore } from '../../lib/pki/store.ts';
import { rulesOf } from '../../lib/ssl/verify-rules.ts';
import { bitString, context, integer, nothing, oid, sequence } from '../tools/der-writer.ts';
import { subjectPublicKeyInfo } from '../tools/key-provider.ts';
import {
  altNames,
  authority,
  authorityKeyId,
  basicConstraints,
  certificatePolicies,
  extendedKeyUsage,
  extension,
  type MadeCertificate,
  makeCertificate,
  makeCrl,
  nameConstraints,
  policyMappings,
  server,
  subjectKeyId,
} from '../tools/make-certificate.ts';
import { testKey } from '../tools/test-keys.ts';
import { judge, NOW, words } from './trust.ts';

const YEAR = 31_557_600;
const rootKey = testKey('secp256r1', 'root');
const interKey = testKey('secp256r1', 'inter');
const leafKey = testKey('secp256r1', 'leaf');

const root = makeCertificate({ subject: 'CN=Root', key: rootKey, extensions: authority(rootKey) });
const inter = makeCertificate({
  subject: 'CN=Inter',
  key: interKey,
  issuer: root,
  extensions: authority(interKey, rootKey),
});
const usual = server(leafKey, rootKey, 'dns:localhost');

type LeafOptions = Partial<Parameters<typeof makeCertificate>[0]>;

function leafOf(options: LeafOptions = {}): MadeCertificate {
  return makeCertificate({
    subject: 'CN=localhost',
    key: leafKey,
    issuer: root,
    extensions: usual,
    ...options,
  });
}

test('a good chain is accepted, leaf to anchor', (t) => {
  const leaf = leafOf({ issuer: inter, extensions: server(leafKey, interKey, 'dns:localhost') });
  const verdict = judge({ chain: [leaf, inter], roots: [root], host: 'localhost', rules: { strict: true } });
  t.true(verdict.ok);
  t.deepEqual(
    verdict.path.map((each) => each.subject.rdns[0][0].value),
    ['localhost', 'Inter', 'Root'],
  );
});

test('each rule is told by its own name, at its own depth', (t) => {
  const selfSigned = makeCertificate({
    subject: 'CN=localhost',
    key: leafKey,
    extensions: [altNames('dns:localhost')],
  });
  const noCa = makeCertificate({
    subject: 'CN=Inter',
    key: interKey,
    issuer: root,
    extensions: server(interKey, rootKey, 'dns:inter'),
  });
  const below = leafOf({ issuer: inter, extensions: server(leafKey, interKey, 'dns:localhost') });
  const roots = [root];
  t.is(words({ chain: [selfSigned] }), 'selfSignedLeaf at 0');
  t.is(words({ chain: [selfSigned], roots: [selfSigned] }), 'ok');
  t.is(words({ chain: [leafOf(), root] }), 'selfSignedInChain at 1');
  t.is(words({ chain: [leafOf()] }), 'localIssuerNotFound at 0');
  t.is(words({ chain: [below], roots }), 'localIssuerNotFound at 0');
  t.is(words({ chain: [below], roots: [inter] }), 'issuerNotFound at 1');
  t.is(words({ chain: [below], roots: [inter], rules: { partialChain: true } }), 'ok');
  t.is(words({ chain: [leafOf()], roots: [leafOf()] }), 'localIssuerNotFound at 0');
  t.is(words({ chain: [below, noCa], roots }), 'invalidCa at 1');
  t.is(words({ chain: [below, inter], roots, maxDepth: 0 }), 'chainTooLong at 1');
  t.is(words({ chain: [leafOf({ notAfter: NOW - YEAR })], roots }), 'expired at 0');
  t.is(words({ chain: [leafOf({ notBefore: NOW + YEAR })], roots }), 'notYetValid at 0');
  t.is(words({ chain: [leafOf({ defects: { badSignature: true } })], roots }), 'signatureInvalid at 0');
  t.is(words({ chain: [leafOf()], roots, host: 'elsewhere' }), 'hostNameMismatch at 0');
  const peerName = { kind: 'ip', address: Uint8Array.of(127, 0, 0, 1) } as const;
  t.is(words({ chain: [leafOf()], roots, peerName }), 'ipAddressMismatch at 0');
  const critical = extension('1.2.3.4', true, nothing());
  t.is(
    words({ chain: [leafOf({ extensions: [...usual, critical] })], roots }),
    'unhandledCriticalExtension at 0',
  );
  const identifier = extension('2.5.29.35', true, sequence());
  t.is(
    words({ chain: [leafOf({ extensions: [identifier] })], roots, rules: { strict: true } }),
    'unhandledCriticalExtension at 0',
    'OpenSSL knows no critical key identifiers',
  );
  const onlyReasons = extension(
    '2.5.29.31',
    false,
    sequence(sequence(context(1, 'primitive', Uint8Array.of(0, 0x80)))),
  );
  t.is(words({ chain: [leafOf({ extensions: [...usual, onlyReasons] })], roots }), 'unspecified at 0');
  const malformed = extension('2.5.29.15', true, nothing());
  t.is(words({ chain: [leafOf({ extensions: [...usual, malformed] })], roots }), 'unspecified at 0');
  const twice = [...usual, altNames('dns:localhost')];
  t.is(words({ chain: [leafOf({ extensions: twice })], roots }), 'unspecified at 0');
  const client = leafOf({ extensions: [...usual, extendedKeyUsage('clientAuth')] });
  t.is(words({ chain: [client], roots }), 'wrongPurpose at 0');
  t.is(words({ chain: [client], roots, purpose: 'clientAuth' }), 'ok');
  t.is(words({ chain: [leafOf({ key: testKey('rsa1024', 'weak') })], roots }), 'leafKeyTooWeak at 0');
  t.is(
    words({ chain: [leafOf({ recipe: { kind: 'ecdsa', hash: 'sha1' } })], roots }),
    'caDigestTooWeak at 0',
  );
  t.is(
    words({ chain: [leafOf({ recipe: { kind: 'ecdsa', hash: 'sha1' } })], roots, securityLevel: 0 }),
    'ok',
  );
  const noAki = leafOf({ extensions: [altNames('dns:localhost')] });
  t.is(words({ chain: [noAki], roots, rules: { strict: true } }), 'authorityKeyIdentifierMissing at 0');
  t.is(words({ chain: [noAki], roots }), 'ok');
});

test('where several rules do not hold, the one that OpenSSL comes to first is told', (t) => {
  const roots = [root];
  const host = 'elsewhere';
  const expired = { notAfter: NOW - YEAR };
  t.is(words({ chain: [leafOf(expired)], roots, host }), 'hostNameMismatch at 0');
  t.is(words({ chain: [leafOf(expired)], host }), 'localIssuerNotFound at 0');
  t.is(words({ chain: [leafOf(expired)], roots, rules: { revocation: 'leaf' } }), 'crlNotFound at 0');
  t.is(
    words({ chain: [leafOf(expired)], roots, rules: { revocation: 'leaf' }, host }),
    'hostNameMismatch at 0',
  );
  const client = leafOf({ ...expired, extensions: [...usual, extendedKeyUsage('clientAuth')] });
  t.is(words({ chain: [client], roots, host }), 'wrongPurpose at 0');
  const forged = leafOf({ ...expired, defects: { badSignature: true } });
  t.is(words({ chain: [forged], roots }), 'signatureInvalid at 0');
});

test('revocation lists: revoked, expired, badly signed, missing', (t) => {
  const leaf = leafOf({ serialNumber: 4711 });
  const trial = { chain: [leaf], roots: [root], rules: { revocation: 'leaf' } } as const;
  t.is(words({ ...trial, crls: [makeCrl({ issuer: root })] }), 'ok');
  t.is(words({ ...trial, crls: [makeCrl({ issuer: root, revoked: [4711] })] }), 'revoked at 0');
  t.is(words({ ...trial, crls: [makeCrl({ issuer: root, revoked: [4711] })], rules: {} }), 'ok');
  t.is(words({ ...trial, crls: [makeCrl({ issuer: root, nextUpdate: NOW - YEAR })] }), 'crlExpired at 0');
  t.is(
    words({ ...trial, crls: [makeCrl({ issuer: root, badSignature: true })] }),
    'crlSignatureInvalid at 0',
  );
  t.is(words({ ...trial, crls: [makeCrl({ issuer: inter })] }), 'crlNotFound at 0');
  const critical = [extension('1.2.3.4', true, nothing())];
  t.is(
    words({ ...trial, crls: [makeCrl({ issuer: root, extensions: critical })] }),
    'unhandledCriticalCrlExtension at 0',
  );
});

test('name constraints hold for every kind of name, and wildcards do not slip past an exclusion', (t) => {
  const under = (permitted: readonly string[], excluded: readonly string[], ...names: readonly string[]) => {
    const ca = makeCertificate({
      subject: 'CN=Constrained',
      key: interKey,
      issuer: root,
      extensions: [...authority(interKey, rootKey), nameConstraints(permitted, excluded)],
    });
    const leaf = leafOf({
      subject: 'CN=x, O=Probe',
      issuer: ca,
      extensions: server(leafKey, interKey, ...names),
    });
    return words({ chain: [leaf, ca], roots: [root] });
  };
  t.is(under(['dns:example.org'], [], 'dns:a.example.org'), 'ok');
  t.is(under(['dns:example.org'], [], 'dns:badexample.org'), 'permittedSubtreeViolation at 0');
  t.is(under([], ['dns:b.example.org'], 'dns:*.example.org'), 'excludedSubtreeViolation at 0');
  t.is(under([], ['dns:b.example.org'], 'dns:a.example.org'), 'ok');
  t.is(under(['ip:10.0.0.0/255.0.0.0'], [], 'ip:10.1.2.3'), 'ok');
  t.is(under(['ip:10.0.0.0/255.0.0.0'], [], 'ip:11.1.2.3'), 'permittedSubtreeViolation at 0');
  t.is(under(['email:example.org'], [], 'email:me@EXAMPLE.org'), 'ok');
  t.is(under(['email:example.org'], [], 'email:me@you@example.org'), 'unsupportedNameSyntax at 0');
  t.is(under(['uri:.example.org'], [], 'uri:https://a.example.org/x'), 'ok');
  t.is(under(['uri:.example.org'], [], 'uri:https://example.org/x'), 'permittedSubtreeViolation at 0');
  t.is(under(['dir:O=Probe'], [], 'dns:x'), 'permittedSubtreeViolation at 0');
  t.is(under(['dir:CN=x'], [], 'dns:x'), 'ok');
});

test('the bounds that certificates set may be of any size (RFC 5280 section 4.2.1.9: 0 to MAX)', (t) => {
  const huge = makeCertificate({
    subject: 'CN=Inter',
    key: interKey,
    issuer: root,
    extensions: [
      ...authority(interKey, rootKey).slice(1),
      basicConstraints(true, 2 ** 33),
      extension('2.5.29.54', true, integer(2 ** 40)),
      extension('2.5.29.36', true, sequence(context(0, 'primitive', integer(2 ** 40).subarray(2)))),
    ],
  });
  const leaf = leafOf({ issuer: huge, extensions: server(leafKey, interKey, 'dns:localhost') });
  const policies = { initial: [], requireExplicit: false, inhibitMapping: false, inhibitAny: false };
  t.is(words({ chain: [leaf, huge], roots: [root], rules: { policies } }), 'ok');
});

test('anyPolicy is mapped nowhere, be it where nothing is mapped; that is told before what follows from it', (t) => {
  const mapped = policyMappings(['2.5.29.32.0', '1.2.3']);
  const policies = { initial: [], inhibitMapping: false, inhibitAny: false };
  const outcome = (requireExplicit: boolean, ...extensions: readonly Uint8Array[]) => {
    const leaf = leafOf({
      issuer: inter,
      extensions: [...server(leafKey, interKey, 'dns:localhost'), ...extensions],
    });
    const rules = { policies: { ...policies, requireExplicit } };
    return words({ chain: [leaf, inter], roots: [root], rules });
  };
  t.is(outcome(false, certificatePolicies('1.2.3'), mapped), 'invalidPolicyExtension at 0');
  t.is(outcome(false, mapped), 'ok', 'without policies it says nothing');
  t.regex(outcome(true, certificatePolicies('1.2.3'), mapped), /^noExplicitPolicy/, 'lost before');
  const direct = leafOf({ extensions: [...usual, certificatePolicies('1.2.3'), mapped] });
  const rules = { policies: { ...policies, requireExplicit: true } };
  t.is(words({ chain: [direct], roots: [root], rules }), 'invalidPolicyExtension at 0');
});

test('policies: mapped, required, and not there', (t) => {
  const ca = (...extensions: readonly Uint8Array[]) =>
    makeCertificate({
      subject: 'CN=Policy CA',
      key: interKey,
      issuer: root,
      extensions: [...authority(interKey, rootKey), ...extensions],
    });
  const options = { initial: ['1.2.3'], requireExplicit: true, inhibitMapping: false, inhibitAny: false };
  const outcome = (issuer: MadeCertificate, policy: string, policies = options) => {
    const extensions = [...server(leafKey, interKey, 'dns:x'), certificatePolicies(policy)];
    return words({ chain: [leafOf({ issuer, extensions }), issuer], roots: [root], rules: { policies } });
  };
  const plain = ca(certificatePolicies('1.2.3'));
  const mapped = ca(certificatePolicies('1.2.3'), policyMappings(['1.2.3', '1.2.4']));
  t.is(outcome(plain, '1.2.3'), 'ok');
  t.is(outcome(plain, '1.2.4'), 'noExplicitPolicy at 0');
  t.is(outcome(mapped, '1.2.4'), 'ok');
  t.is(outcome(mapped, '1.2.4', { ...options, inhibitMapping: true }), 'noExplicitPolicy at 0');
  t.is(outcome(plain, '1.2.3', { ...options, initial: ['1.2.9'] }), 'noExplicitPolicy at 0');
  // OpenSSL's flag without a policy to go with it, which is all that Python can ask for: none will do.
  const policies = rulesOf(0x180).policies;
  t.deepEqual(policies?.initial, []);
  t.is(outcome(plain, '1.2.3', { ...options, initial: [] }), 'noExplicitPolicy at 0');
  t.is(outcome(plain, '1.2.3', { ...options, initial: [], requireExplicit: false }), 'ok');
  t.is(words({ chain: [root], roots: [root], purpose: 'any', rules: { policies } }), 'ok');
});

test('where the first path fails, another one is taken', (t) => {
  const expired = makeCertificate({
    subject: 'CN=Inter',
    key: interKey,
    issuer: root,
    notAfter: NOW - YEAR,
    extensions: authority(interKey, rootKey),
  });
  const impostor = makeCertificate({
    subject: 'CN=Inter',
    key: testKey('secp256r1', 'impostor'),
    issuer: root,
    extensions: [basicConstraints(true)],
  });
  const leaf = leafOf({ issuer: inter, extensions: [altNames('dns:localhost')] });
  t.is(words({ chain: [leaf, expired, impostor, inter], roots: [root] }), 'ok');
  t.is(words({ chain: [leaf, impostor, expired], roots: [root] }), 'signatureInvalid at 0');
});

test('an untrusted certificate with a trusted name and another key is not trusted', (t) => {
  const key = testKey('secp256r1', 'thief');
  const mimic = makeCertificate({ subject: 'CN=Root', key, extensions: [basicConstraints(true)] });
  const leaf = makeCertificate({
    subject: 'CN=localhost',
    key: leafKey,
    issuer: mimic,
    extensions: [altNames('dns:a')],
  });
  t.is(words({ chain: [mimic], roots: [root] }), 'selfSignedLeaf at 0');
  t.is(words({ chain: [leaf, mimic], roots: [root] }), 'signatureInvalid at 0');
});

test('loops end: two authorities that vouch for each other', (t) => {
  const [a, b] = [testKey('secp256r1', 'a'), testKey('secp256r1', 'b')];
  const selfA = makeCertificate({ subject: 'CN=A', key: a, extensions: authority(a) });
  const selfB = makeCertificate({ subject: 'CN=B', key: b, extensions: authority(b) });
  const aByB = makeCertificate({ subject: 'CN=A', key: a, issuer: selfB, extensions: authority(a, b) });
  const bByA = makeCertificate({ subject: 'CN=B', key: b, issuer: selfA, extensions: authority(b, a) });
  const leaf = leafOf({ issuer: selfA, extensions: server(leafKey, a, 'dns:localhost') });
  t.is(words({ chain: [leaf, aByB, bByA], roots: [root] }), 'localIssuerNotFound at 2');
});

test('a bomb of look-alike authorities is given up after a bounded number of steps', (t) => {
  const keys = Array.from({ length: 12 }, (_, i) => testKey('secp256r1', `bomb ${i}`));
  const selves = keys.map((key) =>
    makeCertificate({ subject: 'CN=Bomb', key, extensions: [basicConstraints(true)] }),
  );
  // Everybody signs everybody: 144 certificates of one name, and factorially many ways through them.
  const web = keys.flatMap((key, i) =>
    selves.map((issuer, j) =>
      makeCertificate({
        subject: 'CN=Bomb',
        key,
        issuer,
        serialNumber: 1000 + 12 * i + j,
        extensions: [basicConstraints(true), subjectKeyId(key), authorityKeyId(keys[j])],
      }),
    ),
  );
  const leaf = leafOf({ issuer: selves[0], extensions: [altNames('dns:localhost')] });
  let edges = 0;
  const request = {
    leaf: parseCertificate(leaf.der),
    untrusted: web.map((each) => parseCertificate(each.der)),
    store: new CertificateStore(),
    time: NOW,
    maxDepth: 100,
    partialChain: false,
    hasKey: () => true,
    explicitTrust: () => undefined,
    promising: () => {
      edges++;
      return true;
    },
  };
  let count = 0;
  for (const attempt of attempts(request)) {
    t.not(attempt.deadEnd, undefined);
    count++;
  }
  t.true(edges <= 2000 && count <= 2000, `${edges} edges, ${count} attempts`);
  t.false(judge({ chain: [leaf, ...web], roots: [root] }).ok);
});

test('names times constraints beyond all measure are refused, not compared', (t) => {
  const many = (prefix: string, count: number) =>
    Array.from({ length: count }, (_, i) => `dns:${prefix}${i}.example`);
  const ca = makeCertificate({
    subject: 'CN=Much',
    key: interKey,
    issuer: root,
    extensions: [...authority(interKey, rootKey), nameConstraints([], many('x', 1000))],
  });
  const leaf = leafOf({ issuer: ca, extensions: server(leafKey, interKey, ...many('y', 1000)) });
  t.is(words({ chain: [leaf, ca], roots: [root] }), 'unspecified at 0');
});

test('trust settings of a certificate decide for the purposes that they name', (t) => {
  const store = new CertificateStore();
  const purposes = (oid: string) => ({ trusted: [oid], rejected: undefined });
  t.true(store.add(root.der, purposes('1.3.6.1.5.5.7.3.2')));
  t.false(store.add(root.der), 'a duplicate');
  t.is(words({ chain: [leafOf()], store }), 'rejected at 1');
  t.is(words({ chain: [leafOf()], store, purpose: 'clientAuth' }), 'ok');
});

test('an empty certificate, and one with nothing in it, are refused as such', (t) => {
  t.throws(() => parseCertificate(new Uint8Array(0)), { name: 'Fault' });
  t.throws(() => parseCertificate(sequence()), { name: 'Fault' });
});

test('the chain to send: what was loaded, or what the store has above a lone leaf, complete or not', (t) => {
  const leaf = leafOf({ issuer: inter, extensions: server(leafKey, interKey, 'dns:localhost') });
  const [own, middle, top] = [leaf, inter, root].map((each) => parseCertificate(each.der));
  const store = new CertificateStore();
  t.deepEqual(buildOwnChain(own, [], store, NOW), [own]);
  store.add(inter.der);
  t.deepEqual(buildOwnChain(own, [], store, NOW), [own, middle]);
  store.add(root.der);
  t.deepEqual(buildOwnChain(own, [], store, NOW), [own, middle, top]);
  t.deepEqual(buildOwnChain(own, [top], store, NOW), [own, top]);
});

test("a signature by one algorithm over a certificate that names another is nobody's", (t) => {
  const leaf = leafOf({ defects: { innerAlgorithm: sequence(oid('1.2.840.10045.4.3.3')) } });
  t.is(words({ chain: [leaf], roots: [root] }), 'signatureInvalid at 0');
  t.is(words({ chain: [leaf], roots: [root], rules: { strict: true } }), 'signatureAlgorithmsDiffer at 0');
});

test('an authority with a key that is none has issued nothing', (t) => {
  const point = new Uint8Array(65).fill(1);
  point[0] = 4; // not on the curve
  const broken = makeCertificate({
    subject: 'CN=Root',
    key: rootKey,
    extensions: authority(rootKey),
    defects: {
      subjectPublicKeyInfo: sequence(
        sequence(oid('1.2.840.10045.2.1'), oid('1.2.840.10045.3.1.7')),
        bitString(point),
      ),
    },
  });
  t.is(words({ chain: [leafOf()], roots: [broken] }), 'localIssuerNotFound at 0');
  t.is(words({ chain: [leafOf()], roots: [broken, root] }), 'ok');
});

test('a key restricted to PSS in a way that cannot be read is no key: it may be restricted to anything', (t) => {
  const rsa = testKey('rsa', 'restricted');
  const point = DerReader.inside(DerReader.only(subjectPublicKeyInfo(rsa.publicKey.parts), tags.sequence));
  point.read(tags.sequence);
  const bits = wholeOf(point.read(tags.bitString));
  const restrictedTo = (...parameters: readonly Uint8Array[]) => {
    const defects = {
      subjectPublicKeyInfo: sequence(sequence(oid('1.2.840.113549.1.1.10'), ...parameters), bits),
    };
    const recipe = { kind: 'rsa_pss', hash: 'sha256', mgfHash: 'sha256', saltLength: 32 } as const;
    const extensions = authority(rsa, rootKey);
    const issuer = makeCertificate({ subject: 'CN=PSS', key: rsa, issuer: root, extensions, defects });
    const leaf = leafOf({ issuer, recipe, extensions: server(leafKey, rsa, 'dns:localhost') });
    return words({ chain: [leaf, issuer], roots: [root] });
  };
  t.is(restrictedTo(), 'ok');
  t.is(
    restrictedTo(sequence(context(2, 'constructed', integer(32)))),
    'signatureInvalid at 0',
    'SHA-1 alone',
  );
  t.is(restrictedTo(sequence(context(0, 'constructed', nothing()))), 'localIssuerNotFound at 0');
  const sha3 = context(0, 'constructed', sequence(oid('2.16.840.1.101.3.4.2.8')));
  t.is(restrictedTo(sequence(sha3)), 'localIssuerNotFound at 0');
});

test('an issuer is looked for by what the signed part says of the signature', (t) => {
  const sha256WithRsa = sequence(oid('1.2.840.113549.1.1.11'), nothing());
  const leaf = leafOf({ defects: { innerAlgorithm: sha256WithRsa } });
  t.is(words({ chain: [leaf], roots: [root] }), 'localIssuerNotFound at 0');
});
