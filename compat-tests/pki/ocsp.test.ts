import { createHash } from 'node:crypto';
import test from 'ava';
import { utf8 } from '../../lib/bytes/bytes.ts';
import type { CryptoProvider, HashName } from '../../lib/crypto/provider.ts';
import { parseCertificate } from '../../lib/pki/certificate.ts';
import { judgeOcsp, mustStaple, ocspFault } from '../../lib/pki/checks/ocsp.ts';
import { Signatures } from '../../lib/pki/signatures.ts';
import { element, nothing } from '../tools/der-writer.ts';
import { verifyingProvider } from '../tools/key-provider.ts';
import {
  authority,
  authorityKeyId,
  extendedKeyUsage,
  extension,
  keyUsage,
  makeCertificate,
  server,
  subjectKeyId,
  tlsFeature,
} from '../tools/make-certificate.ts';
import { makeOcspResponse, type OcspRequest, ocspExcuse } from '../tools/make-ocsp.ts';
import { randomNumbers, seed } from '../tools/seed.ts';
import { testKey } from '../tools/test-keys.ts';
import { NOW } from './trust.ts';

const DAY = 86_400;
const rootKey = testKey('secp256r1', 'root');
const leafKey = testKey('secp256r1', 'leaf');
const responderKey = testKey('secp256r1', 'responder');
const strangerKey = testKey('secp256r1', 'stranger');

const root = makeCertificate({ subject: 'CN=Root', key: rootKey, extensions: authority(rootKey) });
const stranger = makeCertificate({
  subject: 'CN=Root',
  key: strangerKey,
  extensions: authority(strangerKey),
});
const leaf = makeCertificate({
  subject: 'CN=localhost',
  key: leafKey,
  issuer: root,
  extensions: server(leafKey, rootKey, 'dns:localhost'),
});
const other = makeCertificate({ subject: 'CN=other', key: leafKey, issuer: root });

const hashes = new Map(
  (['sha1', 'sha256'] as const).map((name: HashName) => [
    name,
    { name, digest: (data: Uint8Array) => Uint8Array.from(createHash(name).update(data).digest()) },
  ]),
) as unknown as CryptoProvider['hashes'];

function verdictOn(response: Uint8Array, { time = NOW, securityLevel = 2 } = {}) {
  return judgeOcsp({
    response,
    certificate: parseCertificate(leaf.der),
    issuer: parseCertificate(root.der),
    time,
    signatures: new Signatures(verifyingProvider),
    hashes,
    securityLevel,
  });
}

const words = (request: Partial<OcspRequest>, when?: { time?: number; securityLevel?: number }) => {
  const { status, why } = verdictOn(makeOcspResponse({ about: [leaf], issuer: root, ...request }), when);
  return why ?? status;
};

function delegate(
  extensions: readonly Uint8Array[],
  options: Partial<Parameters<typeof makeCertificate>[0]> = {},
) {
  return makeCertificate({
    subject: 'CN=Responder',
    key: responderKey,
    issuer: root,
    extensions,
    ...options,
  });
}

test("the issuer's word counts, whatever it is, by name and by key, under SHA-1 and SHA-256", (t) => {
  for (const status of ['good', 'revoked', 'unknown'] as const) {
    for (const responder of ['name', 'key'] as const) {
      for (const hash of ['sha1', 'sha256'] as const) t.is(words({ status, responder, hash }), status);
    }
  }
  t.is(words({ hash: 'sha384' }), 'aboutOthers'); // a hash that this provider does not have
});

test('what is revoked comes with its time and reason', (t) => {
  const { answer } = verdictOn(makeOcspResponse({ about: [leaf], issuer: root, status: 'revoked' }));
  t.is(answer?.revokedAt, NOW - DAY);
  t.is(answer?.reason, 1);
  t.is(answer?.thisUpdate, NOW - DAY);
  t.is(answer?.nextUpdate, NOW + DAY);
});

test('an answer about this certificate is found among others, and only that counts', (t) => {
  t.is(words({ about: [other, leaf] }), 'good');
  t.is(words({ about: [other] }), 'aboutOthers');
  t.is(words({ about: [] }), 'aboutOthers');
  t.is(words({ defects: { otherIssuerKey: true } }), 'aboutOthers');
});

test('a response counts in its time, give or take what clocks differ by', (t) => {
  const at = (time: number, request: Partial<OcspRequest> = {}) => words(request, { time });
  t.is(at(NOW - DAY - 300), 'good');
  t.is(at(NOW - DAY - 301), 'notYetValid');
  t.is(at(NOW + DAY + 300), 'good');
  t.is(at(NOW + DAY + 301), 'expired');
  // Without a next one it is good for a day.
  t.is(at(NOW + 300, { nextUpdate: null }), 'good');
  t.is(at(NOW + 301, { nextUpdate: null }), 'expired');
  t.is(words({ defects: { time: element(0x18, utf8('20250614150640.5Z')) } }), 'malformed');
  t.is(words({ thisUpdate: NOW, nextUpdate: NOW - 1 }), 'malformed', 'it ends before it begins');
});

test('only the issuer, or whom it gave a certificate for OCSP, may speak', (t) => {
  const good = [extendedKeyUsage('ocspSigning'), authorityKeyId(rootKey), subjectKeyId(responderKey)];
  t.is(words({ signer: delegate(good) }), 'good');
  t.is(words({ signer: delegate(good), responder: 'key' }), 'good');
  t.is(words({ signer: delegate([...good, keyUsage('digitalSignature')]) }), 'good');
  t.is(words({ signer: delegate(good), status: 'revoked' }), 'revoked');
  t.is(words({ signer: delegate(good, { subject: 'CN=Root' }) }), 'good', 'a delegate of its own name');

  for (const [what, signer] of Object.entries({
    'no purpose': delegate([authorityKeyId(rootKey)]),
    'another purpose': delegate([extendedKeyUsage('serverAuth', 'any')]),
    'key usage': delegate([...good, keyUsage('keyAgreement')]),
    'an unknown critical extension': delegate([...good, extension('1.2.3.4.5', true, nothing())]),
    'a malformed extension': delegate([...good, extension('2.5.29.19', true, nothing())]),
    expired: delegate(good, { notAfter: NOW - 1 }),
    'to come': delegate(good, { notBefore: NOW + 1 }),
    'badly signed': delegate(good, { defects: { badSignature: true } }),
    "another authority's": delegate(good, { issuer: stranger }),
    'another certificate of the issuer': leaf,
  })) {
    t.is(words({ signer }), 'unauthorizedResponder', what);
  }
  t.is(words({ signer: delegate(good), defects: { sendNoCertificate: true } }), 'unauthorizedResponder');
});

test('a signature must be good, by the right key, and strong enough for the level', (t) => {
  t.is(words({ defects: { badSignature: true } }), 'badSignature');
  t.is(words({ signer: stranger }), 'badSignature'); // the issuer's name, another key
  t.is(words({ recipe: { kind: 'ecdsa', hash: 'sha1' } }), 'weakSignature');
  t.is(words({ recipe: { kind: 'ecdsa', hash: 'sha1' } }, { securityLevel: 0 }), 'good');
  const weak = delegate([extendedKeyUsage('ocspSigning')], { key: testKey('rsa1024', 'responder') });
  t.is(words({ signer: weak }), 'weakSignature');
});

test('what must be understood and is not, excuses, and noise prove nothing', (t) => {
  t.is(words({ defects: { criticalExtension: 'response' } }), 'unhandledCritical');
  t.is(words({ defects: { criticalExtension: 'answer' } }), 'unhandledCritical');
  t.is(words({ defects: { version: 1 } }), 'malformed');
  const excuses = [
    'malformedRequest',
    'internalError',
    'tryLater',
    'malformed',
    'sigRequired',
    'unauthorized',
  ] as const;
  for (const [i, why] of excuses.entries()) t.is(verdictOn(ocspExcuse(i + 1)).why, why);
  t.is(verdictOn(ocspExcuse(0)).why, 'malformed');
  t.is(verdictOn(new Uint8Array(0)).why, 'malformed');
  t.is(verdictOn(new Uint8Array(200_000)).why, 'malformed');
});

test('what a client does about it: a revoked certificate never passes, and where it is needed only a good answer does', (t) => {
  const verdict = (status: 'good' | 'revoked' | 'unknown' | 'unusable') => ({
    status,
    why: undefined,
    answer: undefined,
  });
  t.is(ocspFault(undefined, false), undefined);
  t.is(ocspFault(undefined, true), 'ocspMissing');
  t.is(ocspFault(verdict('good'), true), undefined);
  t.is(ocspFault(verdict('revoked'), false), 'revoked');
  t.is(ocspFault(verdict('unknown'), false), undefined);
  t.is(ocspFault(verdict('unknown'), true), 'ocspUnknown');
  t.is(ocspFault(verdict('unusable'), false), undefined);
  t.is(ocspFault(verdict('unusable'), true), 'ocspUnusable');
});

test('a certificate may promise a response', (t) => {
  const promising = (...extensions: readonly Uint8Array[]) =>
    mustStaple(parseCertificate(makeCertificate({ subject: 'CN=a', key: leafKey, extensions }).der));
  t.false(promising());
  t.true(promising(tlsFeature(5)));
  t.true(promising(tlsFeature(17, 5)));
  t.false(promising(tlsFeature(17)));
  t.true(
    promising(extension('1.3.6.1.5.5.7.1.24', false, nothing())),
    'what cannot be read is taken for a promise',
  );
});

test(`no proper prefix and no mutation of a response is taken for a good one (seed ${seed})`, (t) => {
  const response = makeOcspResponse({
    about: [leaf],
    issuer: root,
    signer: delegate([extendedKeyUsage('ocspSigning'), authorityKeyId(rootKey)]),
  });
  for (let length = 0; length < response.length; length++)
    t.is(verdictOn(response.subarray(0, length)).why, 'malformed');
  const random = randomNumbers();
  const outcomes = new Set<string>();
  for (let round = 0; round < 3000; round++) {
    const mutant = response.slice();
    for (let flips = 1 + (random() % 3); flips > 0; flips--)
      mutant[random() % mutant.length] ^= 1 + (random() % 255);
    if (Buffer.compare(mutant, response) === 0) continue;
    const { status, why } = verdictOn(mutant);
    outcomes.add(why ?? status);
    // Bytes that no signature covers may change without harm: parameters of the outer algorithm, dates of production.
    if (status !== 'unusable') t.is(status, 'good');
  }
  t.true(outcomes.has('malformed') && outcomes.has('badSignature') && outcomes.has('unauthorizedResponder'));
  t.false(outcomes.has('revoked'));
});
