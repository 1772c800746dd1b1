import { copyOf, EMPTY } from '../../bytes/bytes.ts';
import { attempt, expectLength } from '../checks.ts';
import type { GroupAlgorithm, KeyShare } from '../provider.ts';
import { answering } from './answering.ts';
import { toBigInt } from './bigints.ts';
import { nist } from './noble/nist.ts';
import { random } from './random.ts';

export type NistCurveName = 'secp256r1' | 'secp384r1' | 'secp521r1';

/**
 * The curves of NIST SP 800-186 that TLS and X.509 use; `fieldLength` is that of a coordinate, and of a scalar. Their
 * orders (sections 3.2.1.3 to 3.2.1.5) stand here beside noble's, so that a scalar is judged without the curve.
 */
export const nistCurves = {
  secp256r1: {
    get curve() {
      return nist().p256;
    },
    fieldLength: 32,
    bits: 256,
    order: 0xffffffff_00000000_ffffffff_ffffffff_bce6faad_a7179e84_f3b9cac2_fc632551n,
  },
  secp384r1: {
    get curve() {
      return nist().p384;
    },
    fieldLength: 48,
    bits: 384,
    order:
      0xffffffff_ffffffff_ffffffff_ffffffff_ffffffff_ffffffff_c7634d81_f4372ddf_581a0db2_48b0a77a_ecec196a_ccc52973n,
  },
  secp521r1: {
    get curve() {
      return nist().p521;
    },
    fieldLength: 66,
    bits: 521,
    order:
      0x1ff_ffffffff_ffffffff_ffffffff_ffffffff_ffffffff_ffffffff_ffffffff_fffffffa_51868783_bf2f966b_7fcc0148_f709a5d0_3bb5c9b8_899c47ae_bb6fb71e_91386409n,
  },
} as const;

const UNCOMPRESSED = 4;

/**
 * Multiples of a curve's base point: a table of few serves a process that opens a connection or two and costs a quarter of
 * the large one, which pays after so many multiplications. Either takes the same steps for every scalar.
 */
const SMALL_WINDOW = 3;
const LARGE_WINDOW = 6;
const MULTIPLICATIONS_BEFORE_LARGE = 25;
const multiplications: Record<NistCurveName, number> = { secp256r1: 0, secp384r1: 0, secp521r1: 0 };

/** To be called before each multiplication of the base point by a secret. */
export function countMultiplication(name: NistCurveName): void {
  const count = ++multiplications[name];
  const { BASE } = nistCurves[name].curve.Point;
  if (count === 1) BASE.precompute(SMALL_WINDOW);
  if (count === MULTIPLICATIONS_BEFORE_LARGE) BASE.precompute(LARGE_WINDOW);
}

/** ECDH with shares as uncompressed points and the x coordinate as secret (RFC 8446 sections 4.2.8.2 and 7.4.2). */
export const nistGroups: readonly GroupAlgorithm[] = [
  nistGroup('secp256r1'),
  nistGroup('secp384r1'),
  nistGroup('secp521r1'),
];

function nistGroup(name: NistCurveName): GroupAlgorithm {
  const { fieldLength } = nistCurves[name];
  return answering(name, (privateKey): KeyShare => {
    const { curve } = nistCurves[name];
    if (privateKey) expectScalar(name, privateKey);
    const secret = privateKey ? copyOf(privateKey) : randomScalar(name);
    countMultiplication(name);
    return {
      share: curve.getPublicKey(secret, false),
      agree: (peerShare) => {
        if (!hasShareShape(peerShare, fieldLength)) return undefined;
        // Noble checks that the point is on the curve; the cofactor is one, so that is all there is to check.
        return attempt(() => curve.getSharedSecret(secret, peerShare, true).subarray(1));
      },
      wipe: () => secret.fill(0),
    };
  });
}

/** Whether these bytes are an uncompressed point by length and first byte. */
export function hasShareShape(share: Uint8Array, fieldLength: number): boolean {
  return share.length === 1 + 2 * fieldLength && share[0] === UNCOMPRESSED;
}

/** Whether these bytes are a point of the curve, compressed or not, and not the point at infinity. */
export function isPoint(name: NistCurveName, point: Uint8Array): boolean {
  const { curve, fieldLength } = nistCurves[name];
  if (point.length !== 1 + 2 * fieldLength && point.length !== 1 + fieldLength) return false;
  return attempt(() => curve.Point.fromBytes(point)) !== undefined;
}

/** Throws a `RangeError` for what is no private key of this curve: 1 to n - 1, in the length of the field. */
export function expectScalar(name: NistCurveName, scalar: Uint8Array): void {
  expectLength(`${name} private key`, scalar, nistCurves[name].fieldLength);
  if (!isScalar(name, scalar)) throw new RangeError(`${name} private key: out of range`);
}

/** A private key's number in the length of the field; `undefined` where it is none of 1 to n - 1. */
export function scalarOf(name: NistCurveName, number: Uint8Array): Uint8Array | undefined {
  const { fieldLength } = nistCurves[name];
  const zeros = number.findIndex((byte) => byte !== 0);
  const digits = zeros < 0 ? EMPTY : number.subarray(zeros);
  if (digits.length > fieldLength) return undefined;
  const scalar = new Uint8Array(fieldLength);
  scalar.set(digits, fieldLength - digits.length);
  return isScalar(name, scalar) ? scalar : undefined;
}

function isScalar(name: NistCurveName, scalar: Uint8Array): boolean {
  const number = toBigInt(scalar);
  return number > 0n && number < nistCurves[name].order;
}

/** A private key by rejection: FIPS 186-5 appendix A.2.2. For P-521 the seven bits above the order are cleared first. */
export function randomScalar(name: NistCurveName): Uint8Array {
  const { fieldLength, bits } = nistCurves[name];
  const topBits = bits % 8;
  for (;;) {
    const scalar = random(fieldLength);
    if (topBits !== 0) scalar[0] &= (1 << topBits) - 1;
    if (isScalar(name, scalar)) return scalar;
  }
}
