import { ml_dsa44, ml_dsa65, ml_dsa87 } from '@noble/post-quantum/ml-dsa.js';
import { attempt } from '../checks.ts';
import type { KeyAlgorithm, PrivateKey, PublicKey } from '../provider.ts';

export type MlDsaName = 'mldsa44' | 'mldsa65' | 'mldsa87';

/** The parameter sets of FIPS 204 section 4, with the lengths of a public key and of a signature (table 2). */
const sets = {
  mldsa44: { algorithm: ml_dsa44, keyLength: 1312, signatureLength: 2420 },
  mldsa65: { algorithm: ml_dsa65, keyLength: 1952, signatureLength: 3309 },
  mldsa87: { algorithm: ml_dsa87, keyLength: 2592, signatureLength: 4627 },
} as const;

const SEED_LENGTH = 32;

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
      return publicKey(type, parts.key.slice());
    },
    privateKey: (parts) => {
      if (parts.type !== type || !('seed' in parts) || parts.seed.length !== SEED_LENGTH) return undefined;
      return privateKey(type, parts.seed);
    },
  };
}

function publicKey(type: MlDsaName, key: Uint8Array): PublicKey {
  const { algorithm, keyLength, signatureLength } = sets[type];
  return {
    type,
    bits: 8 * keyLength,
    parts: { type, key },
    verify: (recipe, message, signature) => {
      if (recipe.kind !== 'mldsa' || signature.length !== signatureLength) return false;
      return attempt(() => algorithm.verify(signature, message, key)) ?? false;
    },
  };
}

/** The key is expanded from its seed once: that is half the work of a signature. */
function privateKey(type: MlDsaName, seed: Uint8Array): PrivateKey {
  const { algorithm, keyLength } = sets[type];
  const expanded = algorithm.keygen(seed);
  return {
    type,
    bits: 8 * keyLength,
    publicKey: publicKey(type, expanded.publicKey),
    sign: (recipe, message) => {
      if (recipe.kind !== 'mldsa') throw new RangeError(`an ${type} key does not sign with ${recipe.kind}`);
      return algorithm.sign(message, expanded.secretKey);
    },
  };
}
