/** In what is built, the file is evaluated when this is first called (build.mjs). */
export declare const nist: () => {
    readonly p256: import("@noble/curves/abstract/weierstrass.js").ECDSA;
    readonly p384: import("@noble/curves/abstract/weierstrass.js").ECDSA;
    readonly p521: import("@noble/curves/abstract/weierstrass.js").ECDSA;
};
