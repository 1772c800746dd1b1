/** In what is built, the file is evaluated when this is first called (build.mjs). */
export declare const mlKem: () => import("@noble/post-quantum/utils.js").CryptoKeys & {
    lengths: {
        cipherText?: number;
        msg?: number;
        msgRand?: number;
    };
    encapsulate: (publicKey: import("@noble/post-quantum/utils.js").TArg<Uint8Array>, msg?: import("@noble/post-quantum/utils.js").TArg<Uint8Array>) => {
        cipherText: import("@noble/post-quantum/utils.js").TRet<Uint8Array>;
        sharedSecret: import("@noble/post-quantum/utils.js").TRet<Uint8Array>;
    };
    decapsulate: (cipherText: import("@noble/post-quantum/utils.js").TArg<Uint8Array>, secretKey: import("@noble/post-quantum/utils.js").TArg<Uint8Array>) => import("@noble/post-quantum/utils.js").TRet<Uint8Array>;
} & {
    prepare: (publicKey: Uint8Array) => import("@noble/post-quantum/ml-kem.js").KEMPrepared;
} & {
    info?: {
        type?: string;
    } & {
        type?: string;
    };
    lengths: {
        seed?: number;
        publicKey?: number;
        secretKey?: number;
    } & {
        cipherText?: number;
        msg?: number;
        msgRand?: number;
    } & {
        seed?: number;
        publicKey?: number;
        secretKey?: number;
        cipherText?: number;
        msg?: number;
        msgRand?: number;
    };
    keygen: ((seed?: import("@noble/post-quantum/utils.js").TArg<Uint8Array>) => {
        secretKey: import("@noble/post-quantum/utils.js").TRet<Uint8Array>;
        publicKey: import("@noble/post-quantum/utils.js").TRet<Uint8Array>;
    }) & ((seed?: import("@noble/post-quantum/utils.js").TArg<import("@noble/post-quantum/utils.js").TArg<Uint8Array<ArrayBufferLike>> | undefined>) => {
        secretKey: import("@noble/post-quantum/utils.js").TRet<Uint8Array>;
        publicKey: import("@noble/post-quantum/utils.js").TRet<Uint8Array>;
    } & {
        secretKey: import("@noble/post-quantum/utils.js").TRet<Uint8Array>;
        publicKey: import("@noble/post-quantum/utils.js").TRet<Uint8Array>;
    }) & {};
    getPublicKey: ((secretKey: import("@noble/post-quantum/utils.js").TArg<Uint8Array>) => import("@noble/post-quantum/utils.js").TRet<Uint8Array>) & ((secretKey: import("@noble/post-quantum/utils.js").TArg<import("@noble/post-quantum/utils.js").TArg<Uint8Array<ArrayBufferLike>>>) => Uint8Array<ArrayBufferLike> & Uint8Array<ArrayBuffer>) & {};
    encapsulate: ((publicKey: import("@noble/post-quantum/utils.js").TArg<Uint8Array>, msg?: import("@noble/post-quantum/utils.js").TArg<Uint8Array>) => {
        cipherText: import("@noble/post-quantum/utils.js").TRet<Uint8Array>;
        sharedSecret: import("@noble/post-quantum/utils.js").TRet<Uint8Array>;
    }) & ((publicKey: import("@noble/post-quantum/utils.js").TArg<import("@noble/post-quantum/utils.js").TArg<Uint8Array<ArrayBufferLike>>>, msg?: import("@noble/post-quantum/utils.js").TArg<import("@noble/post-quantum/utils.js").TArg<Uint8Array<ArrayBufferLike>> | undefined>) => {
        cipherText: import("@noble/post-quantum/utils.js").TRet<Uint8Array>;
        sharedSecret: import("@noble/post-quantum/utils.js").TRet<Uint8Array>;
    } & {
        cipherText: import("@noble/post-quantum/utils.js").TRet<Uint8Array>;
        sharedSecret: import("@noble/post-quantum/utils.js").TRet<Uint8Array>;
    }) & {};
    decapsulate: ((cipherText: import("@noble/post-quantum/utils.js").TArg<Uint8Array>, secretKey: import("@noble/post-quantum/utils.js").TArg<Uint8Array>) => import("@noble/post-quantum/utils.js").TRet<Uint8Array>) & ((cipherText: import("@noble/post-quantum/utils.js").TArg<import("@noble/post-quantum/utils.js").TArg<Uint8Array<ArrayBufferLike>>>, secretKey: import("@noble/post-quantum/utils.js").TArg<import("@noble/post-quantum/utils.js").TArg<Uint8Array<ArrayBufferLike>>>) => Uint8Array<ArrayBufferLike> & Uint8Array<ArrayBuffer>) & {};
    prepare: ((publicKey: Uint8Array) => import("@noble/post-quantum/ml-kem.js").KEMPrepared) & ((publicKey: import("@noble/post-quantum/utils.js").TArg<Uint8Array<ArrayBufferLike>>) => import("@noble/post-quantum/ml-kem.js").KEMPrepared & {
        publicKey: Uint8Array<ArrayBufferLike> & Uint8Array<ArrayBuffer>;
        encapsulate: ((msg?: Uint8Array) => {
            cipherText: Uint8Array;
            sharedSecret: Uint8Array;
        }) & ((msg?: import("@noble/post-quantum/utils.js").TArg<Uint8Array<ArrayBufferLike> | undefined>) => {
            cipherText: Uint8Array;
            sharedSecret: Uint8Array;
        } & {
            cipherText: Uint8Array<ArrayBufferLike> & Uint8Array<ArrayBuffer>;
            sharedSecret: Uint8Array<ArrayBufferLike> & Uint8Array<ArrayBuffer>;
        }) & {};
        decapsulate: ((cipherText: Uint8Array, secretKey: Uint8Array) => Uint8Array) & ((cipherText: import("@noble/post-quantum/utils.js").TArg<Uint8Array<ArrayBufferLike>>, secretKey: import("@noble/post-quantum/utils.js").TArg<Uint8Array<ArrayBufferLike>>) => Uint8Array<ArrayBufferLike> & Uint8Array<ArrayBuffer>) & {};
        clean: (() => void) & (() => void) & {};
    }) & {};
};
