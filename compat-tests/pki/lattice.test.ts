import { ml_dsa44, ml_dsa65, ml_dsa87 } from '@noble/post-quantum/ml-dsa.js';
import test from 'ava';
import { concat } from '../../lib/bytes/bytes.ts';
import { Fault } from '../../lib/bytes/fault.ts';
import { portable } from '../../lib/crypto/index.ts';
import type { PrivateKey } from '../../lib/crypto/provider.ts';
import { parseCertificate } from '../../lib/pki/certificate.ts';
import { pemEncode } from '../../lib/pki/pem.ts';
import { parsePrivateKey, publicKeyMatches } from '../../lib/pki/private-key.ts';
import { Signatures } from '../../lib/pki/signatures.ts';
import { bitString, context, integer, nothing, octetString, oid, sequence } from '../tools/der-writer.ts';
import { authority, makeCertificate, makeCrl, server } from '../tools/make-certificate.ts';
import { words } from './trust.ts';

/** ML-DSA in certificates, revocation lists and private keys: RFC 9881. */
const SETS = [
  { type: 'mldsa44', oid: '2.16.840.1.101.3.4.3.17', algorithm: ml_dsa44, level: 3 },
  { type: 'mldsa65', oid: '2.16.840.1.101.3.4.3.18', algorithm: ml_dsa65, level: 4 },
  { type: 'mldsa87', oid: '2.16.840.1.101.3.4.3.19', algorithm: ml_dsa87, level: 5 },
] as const;

const seed = new Uint8Array(32).map((_, i) => i);
const otherSeed = new Uint8Array(32).fill(7);

function keyOf(type: (typeof SETS)[number]['type'], from: Uint8Array): PrivateKey {
  const key = portable.keys.get(type)?.privateKey({ type, seed: from });
  if (key === undefined) throw new Error('no ML-DSA');
  return key;
}

for (const { type, oid: id, algorithm, level } of SETS) {
  const rootKey = keyOf(type, seed);
  const leafKey = keyOf(type, otherSeed);
  const root = makeCertificate({ subject: 'CN=Root', key: rootKey, extensions: authority(rootKey) });
  const request = {
    subject: 'CN=leaf',
    key: leafKey,
    issuer: root,
    extensions: server(leafKey, rootKey, 'dns:localhost'),
  };
  const leaf = makeCertificate(request);
  const trial = { roots: [root], host: 'localhost', signatures: new Signatures(portable) };

  test(`${type}: a chain is verified, up to its level of security, and a forged one is not`, (t) => {
    t.is(words({ ...trial, chain: [leaf], securityLevel: level, rules: { strict: true } }), 'ok');
    if (level < 5) t.is(words({ ...trial, chain: [leaf], securityLevel: level + 1 }), 'leafKeyTooWeak at 0');
    const forged = makeCertificate({ ...request, defects: { badSignature: true } });
    t.is(words({ ...trial, chain: [forged] }), 'signatureInvalid at 0');
  });

  test(`${type}: revocation lists are verified`, (t) => {
    const lists = (revoked: readonly number[], badSignature = false) => ({
      ...trial,
      chain: [leaf],
      crls: [makeCrl({ issuer: root, revoked, badSignature })],
      rules: { revocation: 'leaf' } as const,
    });
    t.is(words(lists([])), 'ok');
    t.is(words(lists([leaf.serialNumber])), 'revoked at 0');
    t.is(words(lists([], true)), 'crlSignatureInvalid at 0');
  });

  test(`${type}: identifiers with parameters are not its own (section 2)`, (t) => {
    const subjectPublicKeyInfo = (...parameters: readonly Uint8Array[]) =>
      sequence(sequence(oid(id), ...parameters), bitString(algorithm.keygen(otherSeed).publicKey));
    const certificate = (spki: Uint8Array) =>
      parseCertificate(makeCertificate({ ...request, defects: { subjectPublicKeyInfo: spki } }).der);
    t.is(certificate(subjectPublicKeyInfo()).publicKeyParts?.type, type);
    t.is(certificate(subjectPublicKeyInfo(nothing())).publicKeyParts, undefined);
  });

  test(`${type}: private keys come as a seed, expanded, or as both (section 6)`, (t) => {
    const expanded = algorithm.keygen(otherSeed).secretKey;
    const forms = {
      seed: context(0, 'primitive', otherSeed),
      expanded: octetString(expanded),
      both: sequence(octetString(otherSeed), octetString(expanded)),
    };
    for (const [form, inner] of Object.entries(forms)) {
      const der = sequence(integer(0), sequence(oid(id)), octetString(inner));
      for (const source of [der, pemEncode('PRIVATE KEY', der)]) {
        const key = imported(source);
        if (key === undefined) return t.fail(form);
        t.true(publicKeyMatches(parseCertificate(leaf.der), key), form);
        t.false(publicKeyMatches(parseCertificate(root.der), key), form);
        const message = Uint8Array.of(1, 2, 3);
        t.true(
          leafKey.publicKey.verify({ kind: 'mldsa' }, message, key.sign({ kind: 'mldsa' }, message)),
          form,
        );
      }
    }
  });

  test(`${type}: keys that are none, or of two halves that do not fit, are refused`, (t) => {
    const { secretKey } = algorithm.keygen(seed);
    const damaged = secretKey.slice();
    damaged[200] ^= 1;
    const of = (...inner: readonly Uint8Array[]) =>
      sequence(integer(0), sequence(oid(id)), octetString(concat(...inner)));
    for (const [what, der] of Object.entries({
      'a short seed': of(context(0, 'primitive', seed.subarray(1))),
      'a short expanded key': of(octetString(secretKey.subarray(1))),
      'a damaged expanded key': of(octetString(damaged)),
      'two keys': of(sequence(octetString(otherSeed), octetString(secretKey))),
    })) {
      t.is(imported(der), undefined, what);
    }
    for (const der of [
      of(),
      of(context(0, 'primitive', seed), nothing()),
      of(sequence(octetString(seed))),
      of(sequence(octetString(seed), octetString(secretKey), nothing())),
      of(integer(5)),
    ]) {
      t.throws(() => imported(der), { instanceOf: Fault });
    }
  });
}

function imported(source: string | Uint8Array): PrivateKey | undefined {
  const parts = parsePrivateKey(source, portable);
  return portable.keys.get(parts.type)?.privateKey(parts);
}
