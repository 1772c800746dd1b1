/** In what is built, the file is evaluated when this is first called (build.mjs). */
export declare const curve25519: () => {
    readonly ed25519: import("@noble/curves/abstract/edwards.js").EdDSA;
    readonly x25519: import("@noble/curves/abstract/montgomery.js").MontgomeryECDH & {
        scalarMult: ((scalar: import("@noble/curves/utils.js").TArg<Uint8Array>, u: import("@noble/curves/utils.js").TArg<Uint8Array>) => import("@noble/curves/utils.js").TRet<Uint8Array>) & ((scalar: import("@noble/curves/utils.js").TArg<import("@noble/curves/utils.js").TArg<Uint8Array<ArrayBufferLike>>>, u: import("@noble/curves/utils.js").TArg<import("@noble/curves/utils.js").TArg<Uint8Array<ArrayBufferLike>>>) => Uint8Array<ArrayBufferLike> & Uint8Array<ArrayBuffer>) & {};
        scalarMultBase: ((scalar: import("@noble/curves/utils.js").TArg<Uint8Array>) => import("@noble/curves/utils.js").TRet<Uint8Array>) & ((scalar: import("@noble/curves/utils.js").TArg<import("@noble/curves/utils.js").TArg<Uint8Array<ArrayBufferLike>>>) => Uint8Array<ArrayBufferLike> & Uint8Array<ArrayBuffer>) & {};
        getSharedSecret: ((secretKeyA: import("@noble/curves/utils.js").TArg<Uint8Array>, publicKeyB: import("@noble/curves/utils.js").TArg<Uint8Array>) => import("@noble/curves/utils.js").TRet<Uint8Array>) & ((secretKeyA: import("@noble/curves/utils.js").TArg<import("@noble/curves/utils.js").TArg<Uint8Array<ArrayBufferLike>>>, publicKeyB: import("@noble/curves/utils.js").TArg<import("@noble/curves/utils.js").TArg<Uint8Array<ArrayBufferLike>>>) => Uint8Array<ArrayBufferLike> & Uint8Array<ArrayBuffer>) & {};
        getPublicKey: ((secretKey: import("@noble/curves/utils.js").TArg<Uint8Array>) => import("@noble/curves/utils.js").TRet<Uint8Array>) & ((secretKey: import("@noble/curves/utils.js").TArg<import("@noble/curves/utils.js").TArg<Uint8Array<ArrayBufferLike>>>) => Uint8Array<ArrayBufferLike> & Uint8Array<ArrayBuffer>) & {};
        utils: {
            randomSecretKey: () => import("@noble/curves/utils.js").TRet<Uint8Array>;
        } & {
            randomSecretKey: (() => import("@noble/curves/utils.js").TRet<Uint8Array>) & (() => Uint8Array<ArrayBufferLike> & Uint8Array<ArrayBuffer>) & {};
        };
        GuBytes: import("@noble/curves/utils.js").TRet<Uint8Array>;
        lengths: import("@noble/curves/abstract/curve.js").CurveLengths & {
            secretKey?: number;
            publicKey?: number;
            publicKeyUncompressed?: number;
            publicKeyHasPrefix?: boolean;
            signature?: number;
            seed?: number;
        };
        keygen: ((seed?: import("@noble/curves/utils.js").TArg<Uint8Array>) => {
            secretKey: import("@noble/curves/utils.js").TRet<Uint8Array>;
            publicKey: import("@noble/curves/utils.js").TRet<Uint8Array>;
        }) & ((seed?: import("@noble/curves/utils.js").TArg<import("@noble/curves/utils.js").TArg<Uint8Array<ArrayBufferLike>> | undefined>) => {
            secretKey: import("@noble/curves/utils.js").TRet<Uint8Array>;
            publicKey: import("@noble/curves/utils.js").TRet<Uint8Array>;
        } & {
            secretKey: import("@noble/curves/utils.js").TRet<Uint8Array>;
            publicKey: import("@noble/curves/utils.js").TRet<Uint8Array>;
        }) & {};
    };
};
