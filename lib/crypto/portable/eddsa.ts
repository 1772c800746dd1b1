import { concat, copyOf, equal } from '../../bytes/bytes.ts';
import { attempt } from '../checks.ts';
import type { KeyAlgorithm, PrivateKey, PublicKey } from '../provider.ts';
import { toBigInt } from './bigints.ts';
import { curve448 } from './noble/curve448.ts';
import { curve25519 } from './noble/curve25519.ts';
import { digests } from './noble/digests.ts';

export type EdwardsName = 'ed25519' | 'ed448';

const curves = {
  ed25519: {
    get curve() {
      return curve25519().ed25519;
    },
    length: 32,
    bits: 256,
    verify: verifyEd25519,
  },
  ed448: {
    get curve() {
      return curve448().ed448;
    },
    length: 57,
    bits: 456,
    verify: verifyEd448,
  },
} as const;

/** RFC 8032's rules for encodings, not the laxer ones of ZIP 215 that noble has by default. */
const STRICT = { zip215: false } as const;

/**
 * EdDSA without context or prehash (RFC 8032, RFC 8410). Section 5.1.7 leaves open whether the equation is checked with
 * the cofactor or without; who signs honestly never meets the difference. OpenSSL does not multiply by it for Ed25519
 * and does for Ed448, and so do we, for a signature must not be good in one core and bad in the other.
 */
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

/**
 * Whether these bytes are a key: a point's one right encoding (RFC 8032 sections 5.1.3 and 5.2.3), and no point of small
 * order, for which anybody can make signatures that fit many messages.
 */
export function isEdwardsPoint(type: EdwardsName, key: Uint8Array): boolean {
  const { curve, length } = curves[type];
  if (key.length !== length) return false;
  const point = attempt(() => curve.Point.fromBytes(key));
  return point !== undefined && !point.isSmallOrder();
}

/** RFC 8032 section 5.1.7: `R = S * B - k * A`, compared as it is encoded, so that R has one right encoding too. */
function verifyEd25519(key: Uint8Array, message: Uint8Array, signature: Uint8Array): boolean {
  const { ed25519, multiplyAdd } = curve25519();
  const { Point } = ed25519;
  const r = signature.subarray(0, 32);
  const s = littleEndian(signature.subarray(32));
  if (s >= Point.Fn.ORDER) return false;
  const k = Point.Fn.create(littleEndian(digests().sha512(concat(r, key, message))));
  const minusA = Point.fromBytes(key).negate();
  return equal(multiplyAdd(Point, [Point.BASE, minusA], [s, k]).toBytes(), r);
}

/** RFC 8032 section 5.2.7 by noble; and as in OpenSSL, R is neither the identity nor the point of order two. */
function verifyEd448(key: Uint8Array, message: Uint8Array, signature: Uint8Array): boolean {
  const { ed448 } = curve448();
  if (!ed448.verify(signature, message, key, STRICT)) return false;
  return !ed448.Point.fromBytes(signature.subarray(0, 57)).double().is0();
}

function littleEndian(bytes: Uint8Array): bigint {
  return toBigInt(bytes.toReversed());
}

function publicKey(type: EdwardsName, key: Uint8Array): PublicKey {
  const { verify, length, bits } = curves[type];
  return {
    type,
    bits,
    parts: { type, key },
    verify: (recipe, message, signature) => {
      if (recipe.kind !== 'eddsa' || signature.length !== 2 * length) return false;
      return attempt(() => verify(key, message, signature)) ?? false;
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
