import { attempt } from '../checks.ts';
import type { HashName, KeyAlgorithm, PrivateKey, PublicKey } from '../provider.ts';
import { readEcdsaSignature } from './ecdsa-der.ts';
import { hashes } from './hashes.ts';
import { isPoint, type NistCurveName, nistCurves, scalarOf } from './weierstrass.ts';

/**
 * ECDSA (FIPS 186-5 section 6) over the curves of NIST. Nonces are those of RFC 6979 with fresh entropy mixed in
 * (its section 3.6), so that neither a weak generator nor a repeated message gives a key away. Both halves of s are
 * accepted: X.509 and TLS know no "low s".
 */
export const ecdsaKeys: readonly KeyAlgorithm[] = [
  ecdsa('secp256r1'),
  ecdsa('secp384r1'),
  ecdsa('secp521r1'),
];

function ecdsa(type: NistCurveName): KeyAlgorithm {
  return {
    type,
    publicKey: (parts) => {
      if (parts.type !== type || !('point' in parts) || !isPoint(type, parts.point)) return undefined;
      return publicKey(type, parts.point.slice());
    },
    privateKey: (parts) => {
      if (parts.type !== type || !('scalar' in parts)) return undefined;
      const scalar = scalarOf(type, parts.scalar);
      return scalar && privateKey(type, scalar);
    },
  };
}

function publicKey(type: NistCurveName, point: Uint8Array): PublicKey {
  const { curve, fieldLength, bits } = nistCurves[type];
  return {
    type,
    bits,
    parts: { type, point },
    verify: (recipe, message, signature) => {
      if (recipe.kind !== 'ecdsa') return false;
      const numbers = readEcdsaSignature(signature, fieldLength);
      if (!numbers) return false;
      return attempt(() => curve.verify(numbers, digest(recipe.hash, message), point, VERIFYING)) ?? false;
    },
  };
}

function privateKey(type: NistCurveName, scalar: Uint8Array): PrivateKey {
  const { curve, bits } = nistCurves[type];
  return {
    type,
    bits,
    publicKey: publicKey(type, curve.getPublicKey(scalar, false)),
    sign: (recipe, message) => {
      if (recipe.kind !== 'ecdsa') throw new RangeError(`a ${type} key does not sign with ${recipe.kind}`);
      return curve.sign(digest(recipe.hash, message), scalar, SIGNING);
    },
  };
}

const VERIFYING = { prehash: false, lowS: false, format: 'compact' } as const;
const SIGNING = { prehash: false, lowS: false, format: 'der', extraEntropy: true } as const;

function digest(name: HashName, message: Uint8Array): Uint8Array {
  const hash = hashes.get(name);
  if (!hash) throw new RangeError(`no hash ${name}`);
  return hash.digest(message);
}
