import { copyOf, equalSecret } from '../../bytes/bytes.ts';
import { attempt } from '../checks.ts';
import type { KeyAlgorithm, PrivateKey, PrivateKeyParts, PublicKey } from '../provider.ts';
import { mlDsa as noble } from './noble/ml-dsa.ts';

export type MlDsaName = 'mldsa44' | 'mldsa65' | 'mldsa87';

/** The parameter sets of FIPS 204 section 4, with the lengths of keys and of a signature (table 2). */
const sets = {
  mldsa44: { keyLength: 1312, expandedLength: 2560, signatureLength: 2420 },
  mldsa65: { keyLength: 1952, expandedLength: 4032, signatureLength: 3309 },
  mldsa87: { keyLength: 2592, expandedLength: 4896, signatureLength: 4627 },
} as const;

const SEED_LENGTH = 32;

type MlDsaParts = Extract<PrivateKeyParts, { readonly type: MlDsaName }>;

/**
 * Pure ML-DSA with an empty context (FIPS 204 sections 5.2 and 5.3), as X.509 (RFC 9881) and TLS
 * (draft-ietf-tls-mldsa) have it. Signatures are hedged: two of the same message differ.
 */
export const mlDsaKeys: readonly KeyAlgorithm[] = [mlDsa('mldsa44'), mlDsa('mldsa65'), mlDsa('mldsa87')];

function mlDsa(type: MlDsaName): KeyAlgorithm {
  return {
    type,
    // Any bytes of the right length are a key (FIPS 204 section 3.6.2).
    publicKey: (parts) => {
      if (parts.type !== type || !('key' in parts) || parts.key.length !== sets[type].keyLength)
        return undefined;
      return publicKey(type, copyOf(parts.key));
    },
    privateKey: (parts) => {
      if (parts.type !== type) return undefined;
      const { seed, expanded } = parts as MlDsaParts;
      if (seed === undefined) return expanded && expandedKey(type, expanded);
      if (seed.length !== SEED_LENGTH) return undefined;
      const keys = noble()[type].keygen(seed);
      // RFC 9881 section 8.2: where both came, they are of one key.
      return expanded === undefined || equalSecret(expanded, keys.secretKey)
        ? privateKey(type, keys)
        : undefined;
    },
  };
}

function publicKey(type: MlDsaName, key: Uint8Array): PublicKey {
  const { keyLength, signatureLength } = sets[type];
  return {
    type,
    bits: 8 * keyLength,
    parts: { type, key },
    verify: (recipe, message, signature) => {
      if (recipe.kind !== 'mldsa' || signature.length !== signatureLength) return false;
      return attempt(() => noble()[type].verify(signature, message, key)) ?? false;
    },
  };
}

interface KeyPair {
  readonly publicKey: Uint8Array;
  readonly secretKey: Uint8Array;
}

/** Expanded once, before: that is half the work of a signature. */
function privateKey(type: MlDsaName, keys: KeyPair): PrivateKey {
  const { keyLength } = sets[type];
  return {
    type,
    bits: 8 * keyLength,
    publicKey: publicKey(type, keys.publicKey),
    sign: (recipe, message) => {
      if (recipe.kind !== 'mldsa') throw new RangeError(`an ${type} key does not sign with ${recipe.kind}`);
      return noble()[type].sign(message, keys.secretKey);
    },
  };
}

/** That its parts belong together shows in a signature that verifies. */
function expandedKey(type: MlDsaName, expanded: Uint8Array): PrivateKey | undefined {
  const { expandedLength } = sets[type];
  if (expanded.length !== expandedLength) return undefined;
  const secretKey = copyOf(expanded);
  return attempt(() => {
    const key = privateKey(type, { publicKey: noble()[type].getPublicKey(secretKey), secretKey });
    return key.publicKey.verify(RECIPE, PROBE, key.sign(RECIPE, PROBE)) ? key : undefined;
  });
}

const RECIPE = { kind: 'mldsa' } as const;
const PROBE = new Uint8Array(32);
