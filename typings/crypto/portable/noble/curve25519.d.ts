import { mulAddUnsafe } from '@noble/curves/abstract/curve.js';
import type { EdDSA } from '@noble/curves/abstract/edwards.js';
import type { MontgomeryECDH } from '@noble/curves/abstract/montgomery.js';
export interface Curve25519 {
    readonly ed25519: EdDSA;
    readonly x25519: MontgomeryECDH;
    /** The sum of multiples of points, of public ones. */
    readonly multiplyAdd: typeof mulAddUnsafe;
}
/** In what is built, the file is evaluated when this is first called (build.mjs). */
export declare const curve25519: () => Curve25519;
