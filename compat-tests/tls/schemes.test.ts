/** Which key signs by which scheme in which version: RFC 8446 section 4.2.3, RFC 5246 section 7.4.1.4.1, RFC 8422 section 5.1.3. */
import test from 'ava';
import { EMPTY } from '../../lib/bytes/bytes.ts';
import { Fault } from '../../lib/bytes/fault.ts';
import type { HashName, KeyType, PrivateKey, PublicKey } from '../../lib/crypto/provider.ts';
import type { PssLimits, PssRecipe } from '../../lib/crypto/pss-limits.ts';
import { checkSignature12, chooseSigning12, keyKind } from '../../lib/tls/authenticate12.ts';
import { checkSignature, chooseSigning } from '../../lib/tls/authenticate13.ts';
import type { Credential, PeerAccepted } from '../../lib/tls/peer.ts';
import { type SignatureScheme, schemeNumbers } from '../../lib/wire/registries.ts';

/** A kind of key, as certificates tell them apart. */
interface Kind {
  readonly type: KeyType;
  readonly pss: PssLimits;
}

const CURVES: readonly KeyType[] = ['secp256r1', 'secp384r1', 'secp521r1'];
const kinds: readonly Kind[] = [
  { type: 'rsa', pss: undefined },
  { type: 'rsa', pss: 'any' },
  { type: 'rsa', pss: limits('sha384', 48) },
  { type: 'rsa', pss: limits('sha512', 20) },
  { type: 'rsa', pss: limits('sha256', 33) },
  { type: 'rsa', pss: { ...limits('sha256', 32), mgfHash: 'sha1' } },
  ...([...CURVES, 'ed25519', 'ed448', 'mldsa44', 'mldsa65', 'mldsa87'] as const).map((type) => ({
    type,
    pss: undefined,
  })),
];
const schemes = Object.keys(schemeNumbers) as SignatureScheme[];

function limits(hash: HashName, saltLength: number): PssRecipe {
  return { kind: 'rsa_pss', hash, mgfHash: hash, saltLength };
}

/** The RFCs once more, by the names of the schemes. */
function fits({ type, pss }: Kind, scheme: SignatureScheme, version: 12 | 13): boolean {
  if (type === 'rsa') {
    if (scheme.startsWith('rsa_pss_pss')) return pss !== undefined && fitsLimits(pss, scheme);
    if (scheme.startsWith('rsa_pss_rsae')) return pss === undefined;
    return scheme.startsWith('rsa_pkcs1') && pss === undefined && version === 12;
  }
  if (CURVES.includes(type))
    return version === 13 ? scheme.startsWith(`ecdsa_${type}_`) : scheme.startsWith('ecdsa_');
  return scheme === type && (version === 13 || !type.startsWith('mldsa'));
}

/** RFC 4055 section 3.3: the hashes that the certificate names, and no shorter salt; TLS has it as long as the hash. */
function fitsLimits(pss: 'any' | PssRecipe, scheme: string): boolean {
  if (pss === 'any') return true;
  const saltLength = Number(scheme.slice(-3)) / 8;
  return scheme.endsWith(pss.hash) && pss.mgfHash === pss.hash && pss.saltLength <= saltLength;
}

/** A key that takes every signature for good, so that only what comes before is judged. */
function peer({ type, pss }: Kind, bits = 4096): PeerAccepted {
  const key = { type, bits, verify: () => true } as unknown as PublicKey;
  return { accepted: true, key, pss, maySign: true };
}

function credential({ type, pss }: Kind, bits = 4096): Credential {
  return { chain: [], key: { type, bits } as unknown as PrivateKey, pss };
}

/** A scheme that is not this key's, or that is for a key on another curve (RFC 8446 section 4.2.3). */
const REFUSALS: readonly string[] = ['wrongSchemeUsed', 'wrongCurve'];

function isTaken(check: () => unknown): boolean {
  try {
    check();
    return true;
  } catch (error) {
    if (error instanceof Fault && REFUSALS.includes(error.fault)) return false;
    throw error;
  }
}

function titleOf({ type, pss }: Kind): string {
  if (pss === undefined) return type;
  if (pss === 'any') return `${type} for PSS alone`;
  return `${type} for PSS with ${pss.hash}, ${pss.mgfHash} and a salt of ${pss.saltLength}`;
}

for (const kind of kinds) {
  const title = titleOf(kind);

  test(`${title}: what a peer may sign with`, (t) => {
    for (const algorithm of schemes) {
      const message = { algorithm, signature: EMPTY };
      t.is(
        isTaken(() => checkSignature('server', peer(kind), schemes, message, EMPTY)),
        fits(kind, algorithm, 13),
        `TLS 1.3, ${algorithm}`,
      );
      t.is(
        isTaken(() => checkSignature12(peer(kind), { schemes, groups: [] }, message, EMPTY)),
        fits(kind, algorithm, 12),
        `TLS 1.2, ${algorithm}`,
      );
      const others = schemes.filter((name) => name !== algorithm);
      t.false(isTaken(() => checkSignature('client', peer(kind), others, message, EMPTY)));
      t.false(isTaken(() => checkSignature12(peer(kind), { schemes: others, groups: [] }, message, EMPTY)));
    }
  });

  test(`${title}: what we sign with`, (t) => {
    const own = [credential(kind)];
    const kindOf = keyKind(kind.type);
    for (const scheme of schemes) {
      t.is(chooseSigning(own, schemes, [scheme])?.name, fits(kind, scheme, 13) ? scheme : undefined, scheme);
      const chosen = chooseSigning12(own, schemes, [scheme], [kindOf]);
      t.is(chosen?.name, fits(kind, scheme, 12) ? scheme : undefined, scheme);
      const other = kindOf === 'rsa' ? 'ecdsa' : 'rsa';
      t.is(chooseSigning12(own, schemes, [scheme], [other]), undefined, 'the suite is for another kind');
    }
  });
}

/** RFC 8017 section 9.1.1: the encoded message, of one bit less than the key, holds hash, salt and two bytes. */
test('a key that is too short for hash and salt is not asked to sign by PSS', (t) => {
  for (const pss of [undefined, 'any'] as const) {
    const family = pss === undefined ? 'rsa_pss_rsae' : 'rsa_pss_pss';
    for (const [bits, hash, isFit] of [
      [1033, 'sha512', false],
      [1034, 'sha512', true],
      [777, 'sha384', false],
      [778, 'sha384', true],
      [521, 'sha256', false],
      [522, 'sha256', true],
    ] as const) {
      const scheme = `${family}_${hash}` as SignatureScheme;
      const own = [credential({ type: 'rsa', pss }, bits)];
      t.is(chooseSigning(own, [scheme], [scheme]) !== undefined, isFit, `${bits}, ${scheme}`);
      t.is(chooseSigning12(own, [scheme], [scheme], ['rsa']) !== undefined, isFit, `${bits}, ${scheme}`);
    }
  }
});
