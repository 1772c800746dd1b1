import { createPrivateKey } from 'node:crypto';
import test, { type ExecutionContext } from 'ava';
import { utf8 } from '../../lib/bytes/bytes.ts';
import { Fault } from '../../lib/bytes/fault.ts';
import { native } from '../../lib/crypto/native/provider.ts';
import { portable } from '../../lib/crypto/portable/provider.ts';
import { Certificate } from '../../lib/pki/certificate.ts';
import { judgeOcsp } from '../../lib/pki/checks/ocsp.ts';
import { PROFILES } from '../../lib/pki/checks/profile.ts';
import { Crl } from '../../lib/pki/crl.ts';
import { parseOcspResponse } from '../../lib/pki/ocsp.ts';
import { parsePrivateKey } from '../../lib/pki/private-key.ts';
import { Signatures } from '../../lib/pki/signatures.ts';
import { describeCertificate } from '../../lib/ssl/peer-certificate.ts';
import { rulesOf } from '../../lib/ssl/verify-rules.ts';
import { DerMutator } from '../tools/der-mutation.ts';
import { bitFlags, bitString, context, integer, nothing, oid, sequence } from '../tools/der-writer.ts';
import {
  algorithmIdentifier,
  authority,
  authorityKeyId,
  certificatePolicies,
  extendedKeyUsage,
  extension,
  generalName,
  type MadeCertificate,
  makeCertificate,
  makeCrl,
  nameConstraints,
  policyMappings,
  proxyCertificateInfo,
  server,
  signed,
  tlsFeature,
  usualRecipe,
} from '../tools/make-certificate.ts';
import { makeOcspResponse } from '../tools/make-ocsp.ts';
import { randomNumbers, seed } from '../tools/seed.ts';
import { testKey } from '../tools/test-keys.ts';
import { judge } from './trust.ts';

/**
 * Damaged structures, half of them signed anew so that they get past the signature: all that can be asked of them is
 * asked. Reading them may end in a `Fault`, and nothing else; what was read is judged, whatever is in it.
 *
 * `PYSSL_STRUCTURED_ROUNDS=100000 PYSSL_TEST_SEED=1 npx ava --timeout=1h compat-tests/pki/structured-fuzz.test.ts`
 */
const ROUNDS = Number(process.env.PYSSL_STRUCTURED_ROUNDS ?? 300);
/** Repeating what was repeated makes files that only cost time. */
const MAX_LENGTH = 300_000;

const provider = native ?? portable;
const rootKey = testKey('ed25519', 'root');
const interKey = testKey('ed25519', 'inter');
const leafKey = testKey('ed25519', 'leaf');
const rsaKey = testKey('rsa', 'rsa');
const pss = { kind: 'rsa_pss', hash: 'sha256', mgfHash: 'sha256', saltLength: 32 } as const;

const uri = context(0, 'constructed', context(0, 'constructed', generalName('uri:http://a/b')));
const relative = context(0, 'constructed', context(1, 'constructed', sequence(oid('2.5.4.3'), integer(1))));
const points = sequence(
  sequence(uri, context(1, 'primitive', bitFlags(1, 2).subarray(2))),
  sequence(relative, context(2, 'constructed', generalName('dir:CN=Root'))),
);
const rarities = [
  certificatePolicies('1.2.3', '2.5.29.32.0'),
  extension('2.5.29.36', true, sequence(context(0, 'primitive', Uint8Array.of(3)))),
  extension('2.5.29.54', true, integer(4)),
  extension('2.5.29.31', false, points),
  extension('2.5.29.46', false, points),
  extension(
    '1.3.6.1.5.5.7.1.1',
    false,
    sequence(sequence(oid('1.3.6.1.5.5.7.48.1'), generalName('uri:http://o/'))),
  ),
  extension('2.16.840.1.113730.1.1', false, bitFlags(0, 1, 5)),
  tlsFeature(5),
];
const root = makeCertificate({ subject: 'CN=Root', key: rootKey, extensions: authority(rootKey) });
const inter = makeCertificate({
  subject: 'CN=Inter, O=Fuzz',
  key: interKey,
  issuer: root,
  extensions: [
    ...authority(interKey, rootKey, 3),
    nameConstraints(['dns:localhost', 'dir:CN=localhost', 'uri:.b', 'email:a.b'], ['ip:10.0.0.0/255.0.0.0']),
    policyMappings(['1.2.3', '1.2.4']),
    ...rarities,
  ],
});
const leaf = makeCertificate({
  subject: 'CN=localhost',
  key: leafKey,
  issuer: inter,
  serialNumber: 4711,
  extensions: [
    ...server(
      leafKey,
      interKey,
      'dns:localhost',
      'ip:127.0.0.1',
      'email:a@a.b',
      'uri:http://a.b/',
      'dir:CN=localhost',
    ),
    extendedKeyUsage('serverAuth', 'clientAuth'),
    ...rarities,
  ],
});
const proxy = makeCertificate({
  subject: 'CN=localhost, CN=proxy',
  key: leafKey,
  issuer: leaf,
  extensions: [authorityKeyId(leafKey), proxyCertificateInfo(1)],
});
const withPss = makeCertificate({
  subject: 'CN=PSS+O=b, emailAddress=x@y.z',
  key: rsaKey,
  recipe: pss,
  extensions: authority(rsaKey),
  defects: {
    subjectPublicKeyInfo: sequence(
      algorithmIdentifier(pss, rsaKey),
      bitString(sequence(integer(new Uint8Array(256).fill(0xab)), integer(65537))),
    ),
  },
});
const spelledOut = makeCertificate({
  subject: 'CN=curve',
  key: testKey('secp256r1', 'curve'),
  defects: {
    subjectPublicKeyInfo: sequence(
      sequence(oid('1.2.840.10045.2.1'), sequence(integer(1), nothing())),
      bitString(new Uint8Array(65).fill(4)),
    ),
  },
});
const listExtensions = [
  authorityKeyId(interKey),
  extension('2.5.29.20', false, integer(7)),
  extension('2.5.29.28', true, sequence(uri, context(3, 'primitive', bitFlags(1, 8).subarray(2)))),
  extension('2.5.29.46', false, points),
];
const entryExtensions = [
  extension('2.5.29.21', false, Uint8Array.of(0x0a, 1, 1)),
  extension('2.5.29.29', true, sequence(generalName('dir:CN=Inter, O=Fuzz'))),
];
const crls = [
  makeCrl({ issuer: inter, revoked: [1, 2, 4711], extensions: listExtensions, entryExtensions }),
  makeCrl({ issuer: inter, extensions: [...listExtensions, extension('2.5.29.27', true, integer(3))] }),
  makeCrl({ issuer: root, revoked: [1, 2] }),
];
const responder = makeCertificate({
  subject: 'CN=responder',
  key: leafKey,
  issuer: inter,
  extensions: [authorityKeyId(interKey), extendedKeyUsage('ocspSigning')],
});
const responses = [
  makeOcspResponse({ about: [leaf, inter], issuer: inter, nextUpdate: 2_000_000_000 }),
  makeOcspResponse({ about: [leaf], issuer: inter, signer: responder, responder: 'key', status: 'revoked' }),
];
const certificates = [leaf, inter, root, proxy, withPss, spelledOut];
const stock = [...certificates.map(({ der }) => der), ...crls.map(({ der }) => der), ...responses];

const random = randomNumbers();
const mutator = new DerMutator(random, stock);
const pick = <Item>(...items: readonly Item[]): Item => items[random() % items.length];

function damaged(der: Uint8Array): Uint8Array {
  const bytes = mutator.mutate(der);
  return bytes.length > MAX_LENGTH ? der : bytes;
}

/** The same with a signature that holds, whatever it says by whom. */
function damagedInside(der: Uint8Array, tbs: Uint8Array, signer: MadeCertificate['key']): Uint8Array {
  if (random() % 2 === 0) return damaged(der);
  const recipe = usualRecipe(signer);
  return signed(damaged(tbs), algorithmIdentifier(recipe, signer), signer, recipe);
}

/** Reads it, and uses what was read. Reading may end in a `Fault`; what was read holds whatever is asked of it. */
function outcome<Read>(
  what: string,
  input: Uint8Array,
  read: () => Read,
  use: (read: Read) => void,
): 'done' | 'refused' {
  let reading = true;
  try {
    const value = read();
    reading = false;
    use(value);
    return 'done';
  } catch (error) {
    if (reading && error instanceof Fault) return 'refused';
    const hex = Buffer.from(input).toString('hex');
    throw new Error(`${what}, PYSSL_TEST_SEED=${seed}, ${hex}`, { cause: error });
  }
}

/** Every getter that the class has, also those that come to be. */
function touch(object: object): void {
  const getters = Object.entries(Object.getOwnPropertyDescriptors(Object.getPrototypeOf(object)));
  for (const [, { get }] of getters) get?.call(object);
}

/** Runs the rounds and tells how many inputs could be read: neither none nor all. */
function rounds(t: ExecutionContext, body: () => 'done' | 'refused'): void {
  let done = 0;
  let slowest = 0;
  for (let round = 0; round < ROUNDS; round++) {
    const start = performance.now();
    if (body() === 'done') done++;
    slowest = Math.max(slowest, performance.now() - start);
  }
  t.log(`${done} of ${ROUNDS} could be read; the slowest took ${slowest.toFixed(0)} ms`);
  t.true(done > 0 && done < ROUNDS);
}

const FLAGS = [0, 0x20, 0x80020, 0xc, 0x300c, 0x1c, 0x7a0, 0x80, 0x40, 0x4000, 0x30000, 0x30ec];

test(`certificates, wherever they stand in a path (seed ${seed})`, (t) => {
  rounds(t, () => {
    const source = pick(...certificates);
    const signer = pick(rootKey, interKey, leafKey);
    const der = damagedInside(source.der, new Certificate(source.der, '').tbs, signer);
    const read = () => new Certificate(der, '');
    return outcome('certificate', der, read, (certificate) => {
      touch(certificate);
      describeCertificate(certificate);
      const other = { ...source, der };
      const place = (made: MadeCertificate) => (made === source ? other : made);
      const rules = { ...rulesOf(pick(...FLAGS)), profile: pick(...PROFILES) };
      const trial = {
        roots: [pick(place(root), other)],
        crls,
        rules,
        ...pick({}, { host: 'localhost' }),
        securityLevel: pick(0, 2),
        purpose: pick('serverAuth', 'clientAuth', 'any'),
        signatures: new Signatures(random() % 20 === 0 ? portable : provider),
      } as const;
      judge({ ...trial, chain: [place(leaf), place(inter), other] });
      judge({ ...trial, chain: [other, place(leaf), place(inter)] });
    });
  });
});

test(`revocation lists, whole ones and deltas (seed ${seed})`, (t) => {
  rounds(t, () => {
    const source = pick(...crls);
    const der = damagedInside(source.der, new Crl(source.der).tbs, pick(rootKey, interKey));
    const read = () => new Crl(der);
    return outcome('list', der, read, (crl) => {
      touch(crl);
      crl.find(Uint8Array.of(2), crl.issuer);
      const rules = rulesOf(pick(...FLAGS) | pick(0x4, 0xc, 0x3004, 0x1014));
      judge({ chain: [leaf, inter], roots: [root], crls: [{ der }, ...crls], rules });
      judge({ chain: [leaf, inter], roots: [root], crls: [{ der }], rules });
    });
  });
});

test(`OCSP responses (seed ${seed})`, (t) => {
  const signatures = new Signatures(provider);
  const [certificate, issuer] = [leaf, inter].map(({ der }) => new Certificate(der, ''));
  rounds(t, () => {
    const der = damaged(pick(...responses));
    const asked = { response: der, certificate, issuer, time: 1_750_000_000, signatures, securityLevel: 2 };
    const judged = () => void judgeOcsp({ ...asked, hashes: provider.hashes });
    outcome('response', der, () => undefined, judged);
    const read = () => parseOcspResponse(der);
    return outcome('response', der, read, (response) => {
      if (response.status === 'successful') for (const each of response.statement.certificates) touch(each);
    });
  });
});

test(`private keys, plain and encrypted (seed ${seed})`, (t) => {
  const password = 'fuzz';
  const kinds = (['secp256r1', 'secp521r1', 'ed25519', 'ed448', 'rsa1024'] as const).flatMap((type) => {
    const key = createPrivateKey(testKey(type, 'fuzz').pem);
    const old = type === 'rsa1024' ? 'pkcs1' : type.startsWith('secp') ? 'sec1' : 'pkcs8';
    return [
      key.export({ type: 'pkcs8', format: 'der' }),
      key.export({ type: old, format: 'der' }),
      key.export({ type: 'pkcs8', format: 'der', cipher: 'aes-256-cbc', passphrase: password }),
    ];
  });
  const keys = new DerMutator(random, [...kinds, ...stock]);
  rounds(t, () => {
    const der = keys.mutate(pick(...kinds));
    const read = () => parsePrivateKey(der, pick(provider, portable), () => utf8(password));
    return outcome('key', der, read, (parts) => {
      // A key may be read and be none all the same: what the core says then is `undefined`.
      for (const core of [provider, portable]) core.keys.get(parts.type)?.privateKey(parts)?.publicKey;
    });
  });
});
