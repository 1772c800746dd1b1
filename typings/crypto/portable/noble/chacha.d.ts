/** In what is built, the file is evaluated when this is first called (build.mjs). */
export declare const chacha: () => {
    readonly chacha20poly1305: ((key: import("@noble/ciphers/utils.js").TArg<Uint8Array>, nonce: import("@noble/ciphers/utils.js").TArg<Uint8Array>, AAD?: import("@noble/ciphers/utils.js").TArg<Uint8Array>) => import("@noble/ciphers/utils.js").CipherWithOutput) & {
        blockSize: number;
        nonceLength: number;
        tagLength: number;
    } & {
        withAAD: true;
    } & ((key: import("@noble/ciphers/utils.js").TArg<import("@noble/ciphers/utils.js").TArg<Uint8Array<ArrayBufferLike>>>, nonce: import("@noble/ciphers/utils.js").TArg<import("@noble/ciphers/utils.js").TArg<Uint8Array<ArrayBufferLike>>>, AAD?: import("@noble/ciphers/utils.js").TArg<import("@noble/ciphers/utils.js").TArg<Uint8Array<ArrayBufferLike>> | undefined>) => import("@noble/ciphers/utils.js").Cipher & {
        encrypt(plaintext: import("@noble/ciphers/utils.js").TArg<Uint8Array>, output?: import("@noble/ciphers/utils.js").TArg<Uint8Array>): import("@noble/ciphers/utils.js").TRet<Uint8Array>;
        decrypt(ciphertext: import("@noble/ciphers/utils.js").TArg<Uint8Array>, output?: import("@noble/ciphers/utils.js").TArg<Uint8Array>): import("@noble/ciphers/utils.js").TRet<Uint8Array>;
    } & {
        encrypt: ((plaintext: import("@noble/ciphers/utils.js").TArg<Uint8Array>) => import("@noble/ciphers/utils.js").TRet<Uint8Array>) & ((plaintext: import("@noble/ciphers/utils.js").TArg<Uint8Array>, output?: import("@noble/ciphers/utils.js").TArg<Uint8Array>) => import("@noble/ciphers/utils.js").TRet<Uint8Array>) & ((plaintext: import("@noble/ciphers/utils.js").TArg<import("@noble/ciphers/utils.js").TArg<Uint8Array<ArrayBufferLike>>>, output?: import("@noble/ciphers/utils.js").TArg<import("@noble/ciphers/utils.js").TArg<Uint8Array<ArrayBufferLike>> | undefined>) => Uint8Array<ArrayBufferLike> & Uint8Array<ArrayBuffer>) & {};
        decrypt: ((ciphertext: import("@noble/ciphers/utils.js").TArg<Uint8Array>) => import("@noble/ciphers/utils.js").TRet<Uint8Array>) & ((ciphertext: import("@noble/ciphers/utils.js").TArg<Uint8Array>, output?: import("@noble/ciphers/utils.js").TArg<Uint8Array>) => import("@noble/ciphers/utils.js").TRet<Uint8Array>) & ((ciphertext: import("@noble/ciphers/utils.js").TArg<import("@noble/ciphers/utils.js").TArg<Uint8Array<ArrayBufferLike>>>, output?: import("@noble/ciphers/utils.js").TArg<import("@noble/ciphers/utils.js").TArg<Uint8Array<ArrayBufferLike>> | undefined>) => Uint8Array<ArrayBufferLike> & Uint8Array<ArrayBuffer>) & {};
    }) & {
        blockSize: number;
        nonceLength: number;
        tagLength: number;
        withAAD: true;
    };
};
