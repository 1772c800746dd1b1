/** In what is built, the file is evaluated when this is first called (build.mjs). */
export declare const digests: () => {
    readonly md5: {
        outputLen: number;
        blockLen: number;
        canXOF: boolean;
    } & import("@noble/hashes/utils.js").HashInfo & {
        (msg: import("@noble/hashes/utils.js").TArg<Uint8Array>): import("@noble/hashes/utils.js").TRet<Uint8Array>;
        create(): import("@noble/hashes/utils.js").Hash<any>;
    } & ((msg: import("@noble/hashes/utils.js").TArg<import("@noble/hashes/utils.js").TArg<Uint8Array<ArrayBufferLike>>>) => Uint8Array<ArrayBufferLike> & Uint8Array<ArrayBuffer>) & {
        oid?: import("@noble/hashes/utils.js").TRet<Uint8Array>;
        outputLen: number;
        blockLen: number;
        canXOF: boolean;
        create: () => import("@noble/hashes/utils.js").Hash<any>;
    };
    readonly sha1: {
        outputLen: number;
        blockLen: number;
        canXOF: boolean;
    } & import("@noble/hashes/utils.js").HashInfo & {
        (msg: import("@noble/hashes/utils.js").TArg<Uint8Array>): import("@noble/hashes/utils.js").TRet<Uint8Array>;
        create(): import("@noble/hashes/utils.js").Hash<any>;
    } & ((msg: import("@noble/hashes/utils.js").TArg<import("@noble/hashes/utils.js").TArg<Uint8Array<ArrayBufferLike>>>) => Uint8Array<ArrayBufferLike> & Uint8Array<ArrayBuffer>) & {
        oid?: import("@noble/hashes/utils.js").TRet<Uint8Array>;
        outputLen: number;
        blockLen: number;
        canXOF: boolean;
        create: () => import("@noble/hashes/utils.js").Hash<any>;
    };
    readonly sha224: {
        outputLen: number;
        blockLen: number;
        canXOF: boolean;
    } & import("@noble/hashes/utils.js").HashInfo & {
        (msg: import("@noble/hashes/utils.js").TArg<Uint8Array>): import("@noble/hashes/utils.js").TRet<Uint8Array>;
        create(): import("@noble/hashes/sha2.js")._SHA224;
    } & ((msg: import("@noble/hashes/utils.js").TArg<import("@noble/hashes/utils.js").TArg<Uint8Array<ArrayBufferLike>>>) => Uint8Array<ArrayBufferLike> & Uint8Array<ArrayBuffer>) & {
        oid?: import("@noble/hashes/utils.js").TRet<Uint8Array>;
        outputLen: number;
        blockLen: number;
        canXOF: boolean;
        create: () => import("@noble/hashes/sha2.js")._SHA224;
    };
    readonly sha256: {
        outputLen: number;
        blockLen: number;
        canXOF: boolean;
    } & import("@noble/hashes/utils.js").HashInfo & {
        (msg: import("@noble/hashes/utils.js").TArg<Uint8Array>): import("@noble/hashes/utils.js").TRet<Uint8Array>;
        create(): import("@noble/hashes/sha2.js")._SHA256;
    } & ((msg: import("@noble/hashes/utils.js").TArg<import("@noble/hashes/utils.js").TArg<Uint8Array<ArrayBufferLike>>>) => Uint8Array<ArrayBufferLike> & Uint8Array<ArrayBuffer>) & {
        oid?: import("@noble/hashes/utils.js").TRet<Uint8Array>;
        outputLen: number;
        blockLen: number;
        canXOF: boolean;
        create: () => import("@noble/hashes/sha2.js")._SHA256;
    };
    readonly sha384: {
        outputLen: number;
        blockLen: number;
        canXOF: boolean;
    } & import("@noble/hashes/utils.js").HashInfo & {
        (msg: import("@noble/hashes/utils.js").TArg<Uint8Array>): import("@noble/hashes/utils.js").TRet<Uint8Array>;
        create(): import("@noble/hashes/sha2.js")._SHA384;
    } & ((msg: import("@noble/hashes/utils.js").TArg<import("@noble/hashes/utils.js").TArg<Uint8Array<ArrayBufferLike>>>) => Uint8Array<ArrayBufferLike> & Uint8Array<ArrayBuffer>) & {
        oid?: import("@noble/hashes/utils.js").TRet<Uint8Array>;
        outputLen: number;
        blockLen: number;
        canXOF: boolean;
        create: () => import("@noble/hashes/sha2.js")._SHA384;
    };
    readonly sha512: {
        outputLen: number;
        blockLen: number;
        canXOF: boolean;
    } & import("@noble/hashes/utils.js").HashInfo & {
        (msg: import("@noble/hashes/utils.js").TArg<Uint8Array>): import("@noble/hashes/utils.js").TRet<Uint8Array>;
        create(): import("@noble/hashes/sha2.js")._SHA512;
    } & ((msg: import("@noble/hashes/utils.js").TArg<import("@noble/hashes/utils.js").TArg<Uint8Array<ArrayBufferLike>>>) => Uint8Array<ArrayBufferLike> & Uint8Array<ArrayBuffer>) & {
        oid?: import("@noble/hashes/utils.js").TRet<Uint8Array>;
        outputLen: number;
        blockLen: number;
        canXOF: boolean;
        create: () => import("@noble/hashes/sha2.js")._SHA512;
    };
    readonly hmac: {
        (hash: import("@noble/hashes/utils.js").TArg<import("@noble/hashes/utils.js").CHash>, key: import("@noble/hashes/utils.js").TArg<Uint8Array>, message: import("@noble/hashes/utils.js").TArg<Uint8Array>): import("@noble/hashes/utils.js").TRet<Uint8Array>;
        create(hash: import("@noble/hashes/utils.js").TArg<import("@noble/hashes/utils.js").CHash>, key: import("@noble/hashes/utils.js").TArg<Uint8Array>): import("@noble/hashes/utils.js").TRet<import("@noble/hashes/hmac.js")._HMAC<any>>;
    } & ((hash: import("@noble/hashes/utils.js").TArg<import("@noble/hashes/utils.js").TArg<import("@noble/hashes/utils.js").CHash>>, key: import("@noble/hashes/utils.js").TArg<import("@noble/hashes/utils.js").TArg<Uint8Array<ArrayBufferLike>>>, message: import("@noble/hashes/utils.js").TArg<import("@noble/hashes/utils.js").TArg<Uint8Array<ArrayBufferLike>>>) => Uint8Array<ArrayBufferLike> & Uint8Array<ArrayBuffer>) & {
        create: (hash: import("@noble/hashes/utils.js").TArg<import("@noble/hashes/utils.js").CHash>, key: import("@noble/hashes/utils.js").TArg<Uint8Array>) => import("@noble/hashes/utils.js").TRet<import("@noble/hashes/hmac.js")._HMAC<any>>;
    };
};
