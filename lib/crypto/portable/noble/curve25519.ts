import { mulAddUnsafe } from '@noble/curves/abstract/curve.js';
import type { EdDSA } from '@noble/curves/abstract/edwards.js';
import type { MontgomeryECDH } from '@noble/curves/abstract/montgomery.js';
import { ed25519, x25519 } from '@noble/curves/ed25519.js';

const curves: Curve25519 = { ed25519, x25519, multiplyAdd: mulAddUnsafe };

export interface Curve25519 {
  readonly ed25519: EdDSA;
  readonly x25519: MontgomeryECDH;
  /** The sum of multiples of points, of public ones. */
  readonly multiplyAdd: typeof mulAddUnsafe;
}

/** In what is built, the file is evaluated when this is first called (build.mjs). */
export const curve25519 = (): Curve25519 => curves;
