import { copyOf } from '../../bytes/bytes.ts';
import { attempt } from '../checks.ts';
import type { KeyAlgorithm, PrivateKey, PublicKey } from '../provider.ts';
import { curve448 } from './noble/curve448.ts';
import { curve25519 } from './noble/curve25519.ts';

export type EdwardsName = 'ed25519' | 'ed448';

const curves = {
  ed25519: {
    get curve() {
      return curve25519().ed25519;
    },
    length: 32,
    bits: 256,
  },
  ed448: {
    get curve() {
      return curve448().ed448;
    },
    length: 57,
    bits: 456,
  },
} as const;

/** RFC 8032's rules for encodings, not the laxer ones of ZIP 215 that noble has by default. */
const STRICT = { zip215: false } as const;

/** EdDSA without context or prehash (RFC 8032, RFC 8410). */
export const eddsaKeys: readonly KeyAlgorithm[] = [eddsa('ed25519'), eddsa('ed448')];

function eddsa(type: EdwardsName): KeyAlgorithm {
  return {
    type,
    publicKey: (parts) => {
      if (parts.type !== type || !('key' in parts) || !isEdwardsPoint(type, parts.key)) return undefined;
      return publicKey(type, copyOf(parts.key));
    },
    privateKey: (parts) => {
      if (parts.type !== type || !('seed' in parts) || parts.seed.length !== curves[type].length)
        return undefined;
      return privateKey(type, copyOf(parts.seed));
    },
  };
}

/** Whether these bytes are a point's one right encoding (RFC 8032 sections 5.1.3 and 5.2.3). */
export function isEdwardsPoint(type: EdwardsName, key: Uint8Array): boolean {
  const { curve, length } = curves[type];
  return key.length === length && curve.utils.isValidPublicKey(key, false);
}

function publicKey(type: EdwardsName, key: Uint8Array): PublicKey {
  const { curve, length, bits } = curves[type];
  return {
    type,
    bits,
    parts: { type, key },
    verify: (recipe, message, signature) => {
      if (recipe.kind !== 'eddsa' || signature.length !== 2 * length) return false;
      return attempt(() => curve.verify(signature, message, key, STRICT)) ?? false;
    },
  };
}

function privateKey(type: EdwardsName, seed: Uint8Array): PrivateKey {
  const { curve, bits } = curves[type];
  return {
    type,
    bits,
    publicKey: publicKey(type, curve.getPublicKey(seed)),
    sign: (recipe, message) => {
      if (recipe.kind !== 'eddsa') throw new RangeError(`an ${type} key does not sign with ${recipe.kind}`);
      return curve.sign(message, seed);
    },
  };
}
