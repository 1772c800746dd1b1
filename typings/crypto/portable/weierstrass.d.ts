import type { GroupAlgorithm } from '../provider.ts';
export type NistCurveName = 'secp256r1' | 'secp384r1' | 'secp521r1';
/**
 * The curves of NIST SP 800-186 that TLS and X.509 use; `fieldLength` is that of a coordinate, and of a scalar. Their
 * orders (sections 3.2.1.3 to 3.2.1.5) stand here beside noble's, so that a scalar is judged without the curve.
 */
export declare const nistCurves: {
    readonly secp256r1: {
        readonly curve: import("@noble/curves/abstract/weierstrass.js").ECDSA;
        readonly fieldLength: 32;
        readonly bits: 256;
        readonly order: 0xffffffff00000000ffffffffffffffffbce6faada7179e84f3b9cac2fc632551n;
    };
    readonly secp384r1: {
        readonly curve: import("@noble/curves/abstract/weierstrass.js").ECDSA;
        readonly fieldLength: 48;
        readonly bits: 384;
        readonly order: 0xffffffffffffffffffffffffffffffffffffffffffffffffc7634d81f4372ddf581a0db248b0a77aecec196accc52973n;
    };
    readonly secp521r1: {
        readonly curve: import("@noble/curves/abstract/weierstrass.js").ECDSA;
        readonly fieldLength: 66;
        readonly bits: 521;
        readonly order: 0x1fffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffa51868783bf2f966b7fcc0148f709a5d03bb5c9b8899c47aebb6fb71e91386409n;
    };
};
/** To be called before each multiplication of the base point by a secret. */
export declare function countMultiplication(name: NistCurveName): void;
/** ECDH with shares as uncompressed points and the x coordinate as secret (RFC 8446 sections 4.2.8.2 and 7.4.2). */
export declare const nistGroups: readonly GroupAlgorithm[];
/** Whether these bytes are an uncompressed point by length and first byte. */
export declare function hasShareShape(share: Uint8Array, fieldLength: number): boolean;
/** Whether these bytes are a point of the curve, compressed or not, and not the point at infinity. */
export declare function isPoint(name: NistCurveName, point: Uint8Array): boolean;
/** Throws a `RangeError` for what is no private key of this curve: 1 to n - 1, in the length of the field. */
export declare function expectScalar(name: NistCurveName, scalar: Uint8Array): void;
/** A private key's number in the length of the field; `undefined` where it is none of 1 to n - 1. */
export declare function scalarOf(name: NistCurveName, number: Uint8Array): Uint8Array | undefined;
/** A private key by rejection: FIPS 186-5 appendix A.2.2. For P-521 the seven bits above the order are cleared first. */
export declare function randomScalar(name: NistCurveName): Uint8Array;
