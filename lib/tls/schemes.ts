/** Signature schemes, RFC 8446 section 4.2.3: which key, which recipe, where allowed. */
import type { HashName, KeyType, PrivateKey, SignatureRecipe } from '../crypto/provider.ts';
import { isWithin, type PssLimits } from '../crypto/pss-limits.ts';
import type { SignatureScheme } from '../wire/registries.ts';

export interface Scheme {
  readonly keyType: KeyType;
  /** For RSA: whether the certificate's key must be one restricted to PSS. */
  readonly pssOnly: boolean;
  readonly recipe: SignatureRecipe;
  /** Whether TLS 1.3 allows it in CertificateVerify; if not, it may still sign certificates. */
  readonly handshake13: boolean;
}

const hashLengths: Readonly<Partial<Record<HashName, number>>> = { sha256: 32, sha384: 48, sha512: 64 };

const ecdsa = (keyType: KeyType, hash: HashName): Scheme => ({
  keyType,
  pssOnly: false,
  recipe: { kind: 'ecdsa', hash },
  handshake13: true,
});

/** The salt is as long as the hash. */
const pss = (hash: HashName, pssOnly: boolean): Scheme => ({
  keyType: 'rsa',
  pssOnly,
  recipe: { kind: 'rsa_pss', hash, mgfHash: hash, saltLength: hashLengths[hash] ?? 0 },
  handshake13: true,
});

const pkcs1 = (hash: HashName): Scheme => ({
  keyType: 'rsa',
  pssOnly: false,
  recipe: { kind: 'rsa_pkcs1', hash },
  handshake13: false,
});

const whole = (keyType: KeyType, kind: 'eddsa' | 'mldsa'): Scheme => ({
  keyType,
  pssOnly: false,
  recipe: { kind },
  handshake13: true,
});

/** RFC 5246 section 7.4.1.4.1: pairs of hash and signature, whatever the curve. */
const before13 = (keyType: KeyType, recipe: SignatureRecipe): Scheme => ({
  keyType,
  pssOnly: false,
  recipe,
  handshake13: false,
});

const schemes: Readonly<Partial<Record<SignatureScheme, Scheme>>> = {
  ecdsa_secp256r1_sha256: ecdsa('secp256r1', 'sha256'),
  ecdsa_secp384r1_sha384: ecdsa('secp384r1', 'sha384'),
  ecdsa_secp521r1_sha512: ecdsa('secp521r1', 'sha512'),
  ed25519: whole('ed25519', 'eddsa'),
  ed448: whole('ed448', 'eddsa'),
  rsa_pss_pss_sha256: pss('sha256', true),
  rsa_pss_pss_sha384: pss('sha384', true),
  rsa_pss_pss_sha512: pss('sha512', true),
  rsa_pss_rsae_sha256: pss('sha256', false),
  rsa_pss_rsae_sha384: pss('sha384', false),
  rsa_pss_rsae_sha512: pss('sha512', false),
  rsa_pkcs1_sha256: pkcs1('sha256'),
  rsa_pkcs1_sha384: pkcs1('sha384'),
  rsa_pkcs1_sha512: pkcs1('sha512'),
  ecdsa_sha224: before13('secp256r1', { kind: 'ecdsa', hash: 'sha224' }),
  ecdsa_sha1: before13('secp256r1', { kind: 'ecdsa', hash: 'sha1' }),
  rsa_pkcs1_sha224: pkcs1('sha224'),
  rsa_pkcs1_sha1: pkcs1('sha1'),
  mldsa44: whole('mldsa44', 'mldsa'),
  mldsa65: whole('mldsa65', 'mldsa'),
  mldsa87: whole('mldsa87', 'mldsa'),
};

/** The row of a scheme; `undefined` for what nothing here can sign or check. */
export function schemeRow(name: string): Scheme | undefined {
  return Object.hasOwn(schemes, name) ? schemes[name as SignatureScheme] : undefined;
}

/** Whether this key can sign a TLS 1.3 handshake with this scheme. */
export function keyFits13(scheme: Scheme, key: Pick<PrivateKey, 'type' | 'bits'>, pss: PssLimits): boolean {
  return (
    scheme.handshake13 &&
    scheme.keyType === key.type &&
    scheme.pssOnly === (pss !== undefined) &&
    isWithin(pss, scheme.recipe) &&
    hasRoom(scheme, key)
  );
}

/**
 * The same for TLS 1.2: there ECDSA's schemes do not name a curve (RFC 8446 section 4.2.3), PKCS#1 may sign, and
 * ML-DSA may not (draft-ietf-tls-mldsa section 4).
 */
export function keyFits12(scheme: Scheme, key: Pick<PrivateKey, 'type' | 'bits'>, pss: PssLimits): boolean {
  const sameKind = scheme.recipe.kind === 'ecdsa' ? CURVES.includes(key.type) : scheme.keyType === key.type;
  return (
    sameKind &&
    scheme.recipe.kind !== 'mldsa' &&
    scheme.pssOnly === (pss !== undefined) &&
    isWithin(pss, scheme.recipe) &&
    hasRoom(scheme, key)
  );
}

const CURVES: readonly KeyType[] = ['secp256r1', 'secp384r1', 'secp521r1'];

/** RFC 8017 section 9.1.1: PSS's encoded message holds hash, salt and two bytes more. */
function hasRoom({ recipe }: Scheme, key: Pick<PrivateKey, 'bits'>): boolean {
  return recipe.kind !== 'rsa_pss' || Math.ceil((key.bits - 1) / 8) >= 2 * recipe.saltLength + 2;
}
