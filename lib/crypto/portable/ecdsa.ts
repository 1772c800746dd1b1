import { copyOf } from '../../bytes/bytes.ts';
import type {
  HashName,
  KeyAlgorithm,
  PrivateKey,
  PublicKey,
  PublicKeyParts,
  SignatureRecipe,
} from '../provider.ts';
import { toBigInt } from './bigints.ts';
import { readEcdsaSignature } from './ecdsa-der.ts';
import { hashes } from './hashes.ts';
import { countMultiplication, isPoint, type NistCurveName, nistCurves, scalarOf } from './weierstrass.ts';

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
      return new EcdsaPublicKey(type, copyOf(parts.point));
    },
    privateKey: (parts) => {
      if (parts.type !== type || !('scalar' in parts)) return undefined;
      const scalar = scalarOf(type, parts.scalar);
      return scalar && privateKey(type, scalar);
    },
  };
}

/** How often a key verifies before a table of its multiples is worth making: the table costs some four verifications. */
const VERIFICATIONS_BEFORE_TABLE = 4;
/** Width of the table's windows: 4 makes it in 6 ms, some 100 KB large, and takes two thirds off a verification. */
const TABLE_WINDOW = 4;

/**
 * A public key. An issuer or a server that is met again and again is verified by a table of the key's multiples, which
 * noble keeps with the point, so that it goes when the key goes.
 */
class EcdsaPublicKey implements PublicKey {
  readonly type: NistCurveName;
  readonly bits: number;
  readonly parts: PublicKeyParts;
  readonly #point: InstanceType<(typeof nistCurves)[NistCurveName]['curve']['Point']>;
  #verifications = 0;

  constructor(type: NistCurveName, point: Uint8Array) {
    this.type = type;
    this.bits = nistCurves[type].bits;
    this.parts = { type, point };
    this.#point = nistCurves[type].curve.Point.fromBytes(point);
  }

  /** FIPS 186-5 section 6.4.2. */
  verify(recipe: SignatureRecipe, message: Uint8Array, signature: Uint8Array): boolean {
    if (recipe.kind !== 'ecdsa') return false;
    const { curve, fieldLength, bits } = nistCurves[this.type];
    const numbers = readEcdsaSignature(signature, fieldLength);
    if (!numbers) return false;
    const { Fn } = curve.Point;
    const r = toBigInt(numbers.subarray(0, fieldLength));
    const s = toBigInt(numbers.subarray(fieldLength));
    if (!Fn.isValidNot0(r) || !Fn.isValidNot0(s)) return false;
    const w = Fn.inv(s);
    const u1 = Fn.mul(Fn.create(leftmost(digest(recipe.hash, message), bits)), w);
    const sum = this.#combine(u1, Fn.mul(r, w));
    return !sum.is0() && Fn.create(sum.x) === r;
  }

  /** `u1 * G + u2 * Q`, at first by one chain of doublings for both, later by a table for each. */
  #combine(u1: bigint, u2: bigint) {
    const { BASE } = nistCurves[this.type].curve.Point;
    if (++this.#verifications <= VERIFICATIONS_BEFORE_TABLE) return BASE.mulAddUnsafe(u1, this.#point, u2);
    if (this.#verifications === VERIFICATIONS_BEFORE_TABLE + 1) this.#point.precompute(TABLE_WINDOW);
    return BASE.multiplyUnsafe(u1).add(this.#point.multiplyUnsafe(u2));
  }
}

/** The leftmost bits of a digest as a number (FIPS 186-5 section 6.4.2, step 2). */
function leftmost(bytes: Uint8Array, bits: number): bigint {
  return toBigInt(bytes) >> BigInt(Math.max(0, 8 * bytes.length - bits));
}

function privateKey(type: NistCurveName, scalar: Uint8Array): PrivateKey {
  const { curve, bits } = nistCurves[type];
  countMultiplication(type);
  return {
    type,
    bits,
    publicKey: new EcdsaPublicKey(type, curve.getPublicKey(scalar, false)),
    sign: (recipe, message) => {
      if (recipe.kind !== 'ecdsa') throw new RangeError(`a ${type} key does not sign with ${recipe.kind}`);
      countMultiplication(type);
      return curve.sign(digest(recipe.hash, message), scalar, SIGNING);
    },
  };
}

const SIGNING = { prehash: false, lowS: false, format: 'der', extraEntropy: true } as const;

function digest(name: HashName, message: Uint8Array): Uint8Array {
  const hash = hashes.get(name);
  if (!hash) throw new RangeError(`no hash ${name}`);
  return hash.digest(message);
}
