import { boolean, context, integer, nothing, octetString, oid, sequence } from '../tools/der-writer.ts';
import {
  altNames,
  authority,
  basicConstraints,
  certificatePolicies,
  extendedKeyUsage,
  extension,
  keyUsage,
  type MadeCertificate,
  makeCertificate,
  makeCrl,
  nameConstraints,
  policyMappings,
  server,
  subjectKeyId,
} from '../tools/make-certificate.ts';
import { testKey } from '../tools/test-keys.ts';
import type { LimboCase, LimboFile } from './limbo.ts';

/**
 * Makes `own-limbo.json`: a small suite in the form of x509-limbo, of our own making, which runs where the published
 * vectors are not at hand. Keys are new each time, so that the file changes; what it says does not.
 *
 *     npx tsx compat-tests/vectors/make-own-limbo.ts > compat-tests/vectors/own-limbo.json
 */
const [rootKey, interKey, leafKey, otherKey] = ['root', 'inter', 'leaf', 'other'].map((name) =>
  testKey('secp256r1', name),
);
const root = makeCertificate({ subject: 'CN=Root', key: rootKey, extensions: authority(rootKey) });
const impostor = makeCertificate({ subject: 'CN=Root', key: otherKey, extensions: authority(otherKey) });
const interWith = (
  extensions: readonly Uint8Array[] = [],
  options: Partial<Parameters<typeof makeCertificate>[0]> = {},
) =>
  makeCertificate({
    subject: 'CN=Inter',
    key: interKey,
    issuer: root,
    extensions: [...authority(interKey, rootKey), ...extensions],
    ...options,
  });
const inter = interWith();
const leafOf = (issuer: MadeCertificate, extensions: readonly Uint8Array[] = [], names = ['dns:a.example']) =>
  makeCertificate({
    subject: 'CN=leaf',
    key: leafKey,
    issuer,
    serialNumber: 42,
    extensions: [...server(leafKey, issuer.key, ...names), extendedKeyUsage('serverAuth'), ...extensions],
  });

const user = makeCertificate({
  subject: 'CN=User',
  key: interKey,
  issuer: root,
  extensions: server(interKey, rootKey, 'dns:user.example'),
});

interface Draft {
  readonly leaf: MadeCertificate;
  readonly sent?: readonly MadeCertificate[];
  readonly trusted?: readonly MadeCertificate[];
  readonly crls?: readonly { readonly pem: string }[];
  readonly name?: string;
  readonly time?: string;
}

const through = (
  middle: MadeCertificate,
  extensions: readonly Uint8Array[] = [],
  names?: string[],
): Draft => ({
  leaf: leafOf(middle, extensions, names),
  sent: [middle],
});
const listed = (crl: { readonly pem: string }): Draft => ({ leaf: leafOf(root), crls: [crl] });
const earlier = { notAfter: 1_600_000_000 };
const mapsAny = [certificatePolicies('1.2.3'), policyMappings(['2.5.29.32.0', '1.2.3'])];
const flagOfOne = sequence(oid('2.5.29.19'), octetString(sequence(Uint8Array.of(1, 1, 1))));

const accepted: Readonly<Record<string, Draft>> = {
  'own::straight': { leaf: leafOf(root) },
  'own::one-authority-between': through(inter),
  'own::in-any-order-with-strangers': { leaf: leafOf(inter), sent: [impostor, root, inter] },
  'own::expired-twin-of-the-authority': { leaf: leafOf(inter), sent: [interWith([], earlier), inter] },
  'own::anchor-that-is-not-self-signed': { leaf: leafOf(inter), trusted: [inter] },
  'own::path-length-beyond-32-bits': through(
    interWith([], {
      extensions: [...authority(interKey, rootKey).slice(1), basicConstraints(true, 2 ** 40)],
    }),
  ),
  'own::wildcard': { leaf: leafOf(root, [], ['dns:*.example.org']), name: 'x.example.org' },
  'own::address': { leaf: leafOf(root, [], ['ip:192.0.2.1']), name: '192.0.2.1' },
  'own::permitted': through(interWith([nameConstraints(['dns:example'])])),
  'crl::others-are-revoked': listed(makeCrl({ issuer: root, revoked: [41, 43] })),
};

const refused: Readonly<Record<string, Draft>> = {
  'own::impostor-root': { leaf: leafOf(impostor), sent: [impostor] },
  'own::no-authority-between': { leaf: leafOf(inter) },
  'own::user-that-issues': through(user),
  'own::wrong-signature': through(interWith([], { defects: { badSignature: true } })),
  'own::expired-authority': through(interWith([], earlier)),
  'own::not-yet': { leaf: leafOf(root), time: '2019-12-31T23:59:59Z' },
  'own::authority-that-signs-lists-only': through(
    interWith([], { extensions: [basicConstraints(true), keyUsage('crlSign'), subjectKeyId(interKey)] }),
  ),
  'own::other-name': { leaf: leafOf(root), name: 'b.example' },
  'own::wildcard-across-labels': { leaf: leafOf(root, [], ['dns:*.example.org']), name: 'x.y.example.org' },
  'own::excluded': through(interWith([nameConstraints([], ['dns:a.example'])])),
  'own::excluded-through-a-wildcard': through(
    interWith([nameConstraints([], ['dns:a.example.org'])]),
    [],
    ['dns:*.example.org', 'dns:a.example'],
  ),
  'own::authority-for-clients': through(interWith([extendedKeyUsage('clientAuth')])),
  'own::unknown-critical-extension': {
    leaf: leafOf(root, [extension('1.2.3.4', true, nothing())]),
  },
  'own::boolean-of-one': {
    leaf: makeCertificate({
      subject: 'CN=leaf',
      key: leafKey,
      issuer: root,
      extensions: [flagOfOne, altNames('dns:a.example')],
    }),
  },
  'own::any-policy-mapped': through(interWith(mapsAny)),
  'own::empty-policy-constraints': through(interWith([extension('2.5.29.36', true, sequence())])),
  'crl::revoked': listed(makeCrl({ issuer: root, revoked: [42] })),
  'crl::expired': listed(makeCrl({ issuer: root, nextUpdate: 1_600_000_000 })),
  'crl::badly-signed': listed(makeCrl({ issuer: root, badSignature: true })),
  'crl::delta-alone': listed(
    makeCrl({
      issuer: root,
      extensions: [extension('2.5.29.20', false, integer(2)), extension('2.5.29.27', true, integer(1))],
    }),
  ),
  'crl::only-for-authorities': listed(
    makeCrl({
      issuer: root,
      extensions: [
        extension('2.5.29.28', true, sequence(context(2, 'primitive', boolean(true).subarray(2)))),
      ],
    }),
  ),
  'rfc5280::name-constraints-not-critical': through(
    interWith([sequence(oid('2.5.29.30'), octetString(sequence(permits('example'))))]),
  ),
  'webpki::no-extended-key-usage': {
    leaf: makeCertificate({
      subject: 'CN=leaf',
      key: leafKey,
      issuer: root,
      extensions: server(leafKey, rootKey, 'dns:a.example'),
    }),
  },
};

function permits(domain: string): Uint8Array {
  return context(0, 'constructed', sequence(context(2, 'primitive', new TextEncoder().encode(domain))));
}

function caseOf(id: string, draft: Draft, expected: LimboCase['expected_result']): LimboCase {
  const { leaf, sent = [], trusted = [root], crls = [], name = 'a.example' } = draft;
  return {
    id,
    features: [],
    validation_kind: 'SERVER',
    validation_time: draft.time ?? '2025-06-15T00:00:00Z',
    peer_certificate: leaf.pem,
    untrusted_intermediates: sent.map(({ pem }) => pem),
    trusted_certs: trusted.map(({ pem }) => pem),
    crls: crls.map(({ pem }) => pem),
    expected_peer_name: { kind: /^[\d.]+$/.test(name) ? 'IP' : 'DNS', value: name },
    extended_key_usage: ['serverAuth'],
    max_chain_depth: null,
    expected_result: expected,
  };
}

const file: LimboFile = {
  testcases: [
    ...Object.entries(accepted).map(([id, draft]) => caseOf(id, draft, 'SUCCESS')),
    ...Object.entries(refused).map(([id, draft]) => caseOf(id, draft, 'FAILURE')),
  ],
};
console.log(JSON.stringify(file, undefined, 2));
