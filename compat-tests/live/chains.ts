import { concat } from '../../lib/bytes/bytes.ts';
import type { PrivateKey, SignatureRecipe } from '../../lib/crypto/provider.ts';
import { pemEncode } from '../../lib/pki/pem.ts';
import type { TrustSettings } from '../../lib/pki/store.ts';
import { context, nothing, oid, sequence } from '../tools/der-writer.ts';
import {
  altNames,
  authority,
  authorityKeyId,
  basicConstraints,
  certificatePolicies,
  extendedKeyUsage,
  extension,
  keyUsage,
  type MadeCertificate,
  makeCertificate,
  makeCrl,
  nameConstraints,
  proxyCertificateInfo,
  subjectKeyId,
} from '../tools/make-certificate.ts';
import { type TestKey, type TestKeyType, testKey } from '../tools/test-keys.ts';

/** A random chain with its faults, and how a client is to look at it: from a seed, so that it can be made again. */
export interface RandomChain {
  readonly seed: number;
  /** What was done to it, for people. */
  readonly story: readonly string[];
  readonly leafKey: TestKey;
  readonly sent: readonly MadeCertificate[];
  readonly trusted: readonly MadeCertificate[];
  /** What is noted with trusted certificates: for what they are trusted. */
  readonly notes: ReadonlyMap<MadeCertificate, TrustSettings>;
  readonly crls: readonly { readonly der: Uint8Array; readonly pem: string }[];
  readonly host: string;
  readonly securityLevel: number;
  /** OpenSSL's verification flags. */
  readonly flags: number;
  readonly commonNames: boolean;
}

const YEAR_2021 = 1609459200;
const YEAR_2044 = 2335219200;

const REVOCATION = { none: 0, leaf: 0x4, chain: 0xc } as const;
/** Flags of OpenSSL's, and how rarely they are set. TRUSTED_FIRST is not among them: its defaults set it again. */
const FLAGS: readonly (readonly [flag: number, of: number])[] = [
  [0x20, 3], // X509_STRICT
  [0x80000, 3], // PARTIAL_CHAIN
  [0x40, 2], // ALLOW_PROXY_CERTS
  [0x2, 100], // USE_CHECK_TIME
  [0x10, 12], // IGNORE_CRITICAL
  [0x80, 8], // POLICY_CHECK
  [0x100, 30], // EXPLICIT_POLICY
  [0x200, 12], // INHIBIT_ANY
  [0x400, 12], // INHIBIT_MAP
  [0x1000, 8], // EXTENDED_CRL_SUPPORT
  [0x2000, 8], // USE_DELTAS
  [0x4000, 8], // CHECK_SS_SIGNATURE
  [0x10000, 40], // SUITEB_128_LOS_ONLY
  [0x20000, 40], // SUITEB_192_LOS
  [0x200000, 12], // NO_CHECK_TIME
];

export function randomChain(seed: number, bending = Number.POSITIVE_INFINITY): RandomChain {
  const random = mulberry32(seed);
  const chance = (of: number) => random() < 1 / of;
  const pick = <Item>(...items: readonly Item[]): Item => items[Math.floor(random() * items.length)];
  const story: string[] = [];
  const sometimes = (of: number, what: string) => {
    const yes = chance(of);
    if (yes) story.push(what);
    return yes;
  };
  const depth = pick(0, 0, 1, 1, 1, 2, 2, 3);
  const faultRate = 60;
  // One byte is changed in the part that speaks of extensions, and then it is signed.
  const bend = (tbs: Uint8Array) => {
    const bent = tbs.slice();
    const at = tbs.length - 1 - Math.floor(random() * 180);
    bent[at] = chance(2) ? Math.floor(random() * 256) : bent[at] ^ (1 << Math.floor(random() * 8));
    story.push(`byte ${at} is ${bent[at]} for ${tbs[at]}`);
    return bent;
  };

  const certificates: MadeCertificate[] = [];
  for (let i = 0; i <= depth + 1; i++) {
    const leaf = i === depth + 1;
    const where = leaf ? 'leaf' : i === 0 ? 'root' : `intermediate ${i}`;
    const type: TestKeyType = sometimes(faultRate, `${where} RSA 1024`)
      ? 'rsa1024'
      : pick('secp256r1', 'secp256r1', 'secp384r1', 'rsa', 'ed25519');
    const key = testKey(type, leaf ? 'leaf' : `ca ${i}`);
    const issuer = certificates[i - 1];
    const odd = (what: string) => sometimes(faultRate, `${where} ${what}`);
    certificates.push(
      makeCertificate({
        subject: leaf ? pick('CN=localhost', 'CN=localhost', 'CN=other.example, O=Probe') : `CN=Probe ${i}`,
        key,
        serialNumber: 100 * (i + 1) + (seed % 50),
        ...(issuer === undefined ? {} : { issuer }),
        ...validity(odd),
        ...weakRecipe(odd, issuer?.key ?? key),
        ...(odd('version 1')
          ? { version: 1 as const }
          : { extensions: extensionsFor(leaf, key, issuer?.key, odd, pick) }),
        ...(issuer !== undefined && odd('bad signature') ? { defects: { badSignature: true } } : {}),
        ...(sometimes(bending, `${where} bent`) ? { defects: { bend } } : {}),
      }),
    );
  }
  while (sometimes(20, 'a proxy'))
    certificates.push(proxyUnder(certificates[certificates.length - 1], pick, sometimes));
  const [root, ...below] = certificates;
  const leaf = below[below.length - 1];
  let middle = below.slice(0, -1).reverse();
  if (middle.length > 0 && sometimes(15, 'an intermediate is missing')) middle = middle.slice(1);
  if (sometimes(15, 'in another order')) middle.reverse();
  const sent = [leaf, ...middle];
  if (sometimes(6, 'root is sent')) sent.push(root);
  const again = reissued(certificates, sometimes, pick);
  if (again !== undefined && chance(2)) sent.splice(1 + Math.floor(random() * sent.length), 0, again);

  const trusted = trustIn(certificates, pick, story);
  if (again !== undefined && !sent.includes(again)) trusted.splice(pick(0, trusted.length), 0, again);
  const notes = new Map<MadeCertificate, TrustSettings>();
  for (const each of trusted)
    if (sometimes(12, `notes with ${each.subject}`)) notes.set(each, { ...pick(...NOTES) });
  const revocation = pick('none', 'none', 'none', 'none', 'leaf', 'chain');
  const crls = revocation === 'none' ? [] : listsOf(certificates, sometimes);
  let flags = REVOCATION[revocation];
  for (const [flag, of] of FLAGS) if (chance(of)) flags |= flag;
  const commonNames = !chance(8);
  story.push(`flags 0x${flags.toString(16)}, common names ${commonNames}`);
  const securityLevel = pick(0, 1, 2, 2, 2);
  return {
    seed,
    story: [...story, `level ${securityLevel}`],
    leafKey: leaf.key as TestKey,
    sent,
    trusted,
    notes,
    crls,
    host: pick(
      'localhost',
      'localhost',
      'localhost',
      'a.example.org',
      'a.b.example.org',
      'xn--a-ecp.example.org',
      'a_b.example.org',
      'other.example',
      '127.0.0.1',
    ),
    securityLevel,
    flags,
    commonNames,
  };
}

export function chainPem(certificates: readonly MadeCertificate[]): string {
  return certificates.map(({ der }) => pemEncode('CERTIFICATE', der)).join('');
}

/** The same with what is noted, as `TRUSTED CERTIFICATE` blocks have it. */
export function trustedPem(
  certificates: readonly MadeCertificate[],
  notes: ReadonlyMap<MadeCertificate, TrustSettings>,
): string {
  return certificates
    .map((each) => {
      const settings = notes.get(each);
      if (settings === undefined) return each.pem;
      return pemEncode('TRUSTED CERTIFICATE', concat(each.der, trustNotes(settings)));
    })
    .join('');
}

function trustNotes({ trusted, rejected }: TrustSettings): Uint8Array {
  return sequence(
    ...(trusted === undefined ? [] : [sequence(...trusted.map(oid))]),
    ...(rejected === undefined ? [] : [context(0, 'constructed', ...rejected.map(oid))]),
  );
}

const [SERVER, CLIENT, ANY] = ['1.3.6.1.5.5.7.3.1', '1.3.6.1.5.5.7.3.2', '2.5.29.37.0'];
const NOTES: readonly TrustSettings[] = [
  { trusted: undefined, rejected: undefined },
  { trusted: [SERVER], rejected: undefined },
  { trusted: [SERVER], rejected: [CLIENT] },
  { trusted: [CLIENT], rejected: undefined },
  { trusted: [ANY], rejected: undefined },
  { trusted: undefined, rejected: [SERVER] },
  { trusted: undefined, rejected: [CLIENT] },
  { trusted: undefined, rejected: [ANY] },
];

type Odd = (what: string) => boolean;
type Choose = <Item>(...items: readonly Item[]) => Item;

function validity(odd: Odd): Partial<Record<'notBefore' | 'notAfter', number>> {
  if (odd('expired')) return { notAfter: YEAR_2021 };
  return odd('in the future') ? { notBefore: YEAR_2044 } : {};
}

function weakRecipe(odd: Odd, signer: PrivateKey): { recipe?: SignatureRecipe } {
  if (signer.type === 'ed25519' || !odd('signed with SHA-1')) return {};
  return { recipe: { kind: signer.type === 'rsa' ? 'rsa_pkcs1' : 'ecdsa', hash: 'sha1' } };
}

function extensionsFor(
  leaf: boolean,
  key: PrivateKey,
  issuerKey: PrivateKey | undefined,
  odd: Odd,
  pick: Choose,
): Uint8Array[] {
  const list: Uint8Array[] = [];
  if (leaf) {
    if (!odd('no basic constraints')) list.push(basicConstraints(odd('is a CA'), undefined, false));
    if (odd('key usage without signing')) list.push(keyUsage('crlSign'));
    if (!odd('no SAN')) {
      list.push(
        altNames(
          ...pick(
            ['dns:localhost'],
            ['dns:localhost', 'dns:*.example.org'],
            ['dns:localhost', 'ip:127.0.0.1', 'email:a@example.org'],
            ['ip:127.0.0.1'],
          ),
        ),
      );
    }
  } else {
    const limit = odd('path length 0') ? 0 : undefined;
    if (!odd('no basic constraints'))
      list.push(basicConstraints(!odd('not a CA'), limit, !odd('BC not critical')));
    if (!odd('no key usage'))
      list.push(odd('no certSign') ? keyUsage('crlSign') : keyUsage('keyCertSign', 'crlSign'));
    if (odd('permits example.org')) list.push(nameConstraints(['dns:example.org']));
    if (odd('permits localhost')) list.push(nameConstraints(['dns:localhost']));
    if (odd('excludes localhost')) list.push(nameConstraints([], ['dns:localhost']));
    if (odd('excludes an address')) list.push(nameConstraints([], ['ip:127.0.0.0/255.0.0.0']));
    if (odd('permits another directory')) list.push(nameConstraints(['dir:O=Elsewhere']));
  }
  if (odd('EKU clientAuth')) list.push(extendedKeyUsage('clientAuth'));
  else if (odd('EKU serverAuth')) list.push(extendedKeyUsage('serverAuth'));
  else if (odd('EKU any')) list.push(extendedKeyUsage('any'));
  if (!odd('no SKI')) list.push(subjectKeyId(key));
  if (odd("somebody else's AKI")) list.push(authorityKeyId(testKey('secp256r1', 'stranger')));
  else if (!odd('no AKI')) list.push(authorityKeyId(issuerKey ?? key));
  if (odd('unknown critical extension')) list.push(extension('1.2.3.4.5', true, nothing()));
  if (odd('malformed policies')) list.push(extension('2.5.29.32', false, nothing()));
  else if (odd('a policy')) list.push(certificatePolicies('1.2.3.4'));
  if (odd('malformed SKI')) list.push(extension('2.5.29.14', false, nothing()));
  return list;
}

/** A certificate that a server's own key has signed (RFC 3820): with its name and one more, or nearly so. */
function proxyUnder(
  issuer: MadeCertificate,
  pick: Choose,
  sometimes: (of: number, what: string) => boolean,
): MadeCertificate {
  const odd: Odd = (what) => sometimes(8, `the proxy ${what}`);
  const key = testKey('secp256r1', 'proxy');
  const more = odd('is named otherwise') ? pick('', ', O=proxy', ', CN=a, CN=b', ', CN=a+O=b') : ', CN=proxy';
  return makeCertificate({
    subject: issuer.subject + more,
    key,
    issuer,
    serialNumber: 7000,
    ...validity(odd),
    extensions: [
      authorityKeyId(issuer.key),
      proxyCertificateInfo(pick(undefined, undefined, 0, 1)),
      ...(odd('has a SAN') ? [altNames('dns:localhost')] : []),
      ...(odd('is a CA') ? [basicConstraints(true)] : []),
      ...(odd('may not sign') ? [keyUsage('keyAgreement')] : []),
    ],
  });
}

/** An authority's other certificate: renewed, or by another root (a cross-sign), with the same name and key. */
function reissued(
  certificates: readonly MadeCertificate[],
  sometimes: (of: number, what: string) => boolean,
  pick: Choose,
): MadeCertificate | undefined {
  if (!sometimes(4, 'an authority has another certificate')) return undefined;
  const at = pick(...certificates.keys());
  const subject = certificates[Math.min(at, certificates.length - 2)];
  const odd: Odd = (what) => sometimes(4, `the other ${what}`);
  const stranger = testKey('secp256r1', 'stranger');
  const issuer = odd("is a stranger's") ? madeBy('CN=Stranger', stranger) : certificates[Math.max(0, at - 1)];
  return makeCertificate({
    subject: subject.subject,
    key: subject.key,
    issuer,
    serialNumber: 5000 + at,
    ...validity(odd),
    extensions: authority(subject.key, issuer.key, odd('has path length 0') ? 0 : undefined),
  });
}

function madeBy(subject: string, key: TestKey): MadeCertificate {
  return makeCertificate({ subject, key, serialNumber: 4999, extensions: authority(key) });
}

function trustIn(certificates: readonly MadeCertificate[], pick: Choose, story: string[]): MadeCertificate[] {
  const [root, next] = certificates;
  const leaf = certificates[certificates.length - 1];
  const choice = pick(
    'root',
    'root',
    'root',
    'root',
    'root',
    'root',
    'below the root',
    'leaf',
    'nothing',
    'all',
  );
  story.push(`trusted: ${choice}`);
  if (choice === 'root') return [root];
  if (choice === 'below the root') return [next];
  if (choice === 'leaf') return [leaf];
  return choice === 'nothing' ? [] : [...certificates];
}

function listsOf(certificates: readonly MadeCertificate[], sometimes: (of: number, what: string) => boolean) {
  const lists: { readonly der: Uint8Array; readonly pem: string }[] = [];
  for (const [i, issuer] of certificates.slice(0, -1).entries()) {
    if (sometimes(8, `no CRL of ${i}`)) continue;
    const subject = certificates[i + 1];
    lists.push(
      makeCrl({
        issuer,
        revoked: sometimes(8, `${i + 1} revoked`) ? [subject.serialNumber] : [],
        ...(sometimes(12, `CRL of ${i} expired`) ? { nextUpdate: YEAR_2021 } : {}),
        badSignature: sometimes(20, `CRL of ${i} badly signed`),
      }),
    );
  }
  return lists;
}

/** A small generator of 32 bits of state: the same numbers everywhere from the same seed. */
function mulberry32(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}
