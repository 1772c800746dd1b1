import type { EdDSA } from '@noble/curves/abstract/edwards.js';
import type { MontgomeryECDH } from '@noble/curves/abstract/montgomery.js';
export interface Curve448 {
    readonly ed448: EdDSA;
    readonly x448: MontgomeryECDH;
}
/** In what is built, the file is evaluated when this is first called (build.mjs). */
export declare const curve448: () => Curve448;
