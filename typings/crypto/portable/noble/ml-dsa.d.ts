/** In what is built, the file is evaluated when this is first called (build.mjs). */
export declare const mlDsa: () => {
    readonly mldsa44: import("@noble/post-quantum/utils.js").CryptoKeys & {
        lengths: {
            signRand?: number;
            signature?: number;
        };
        sign: (msg: import("@noble/post-quantum/utils.js").TArg<Uint8Array>, secretKey: import("@noble/post-quantum/utils.js").TArg<Uint8Array>, opts?: import("@noble/post-quantum/utils.js").TArg<import("@noble/post-quantum/utils.js").SigOpts>) => import("@noble/post-quantum/utils.js").TRet<Uint8Array>;
        verify: (sig: import("@noble/post-quantum/utils.js").TArg<Uint8Array>, msg: import("@noble/post-quantum/utils.js").TArg<Uint8Array>, publicKey: import("@noble/post-quantum/utils.js").TArg<Uint8Array>, opts?: import("@noble/post-quantum/utils.js").TArg<import("@noble/post-quantum/utils.js").VerOpts>) => boolean;
    } & {
        internal: import("@noble/post-quantum/utils.js").TRet<import("@noble/post-quantum/ml-dsa.js").DSAInternal>;
        securityLevel: number;
        prehash: (hash: import("@noble/post-quantum/utils.js").TArg<import("@noble/hashes/utils.js").CHash>) => import("@noble/post-quantum/utils.js").TRet<import("@noble/post-quantum/utils.js").Signer>;
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
            signRand?: number;
            signature?: number;
        } & {
            seed?: number;
            publicKey?: number;
            secretKey?: number;
            signRand?: number;
            signature?: number;
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
        sign: ((msg: import("@noble/post-quantum/utils.js").TArg<Uint8Array>, secretKey: import("@noble/post-quantum/utils.js").TArg<Uint8Array>, opts?: import("@noble/post-quantum/utils.js").TArg<import("@noble/post-quantum/utils.js").SigOpts>) => import("@noble/post-quantum/utils.js").TRet<Uint8Array>) & ((msg: import("@noble/post-quantum/utils.js").TArg<import("@noble/post-quantum/utils.js").TArg<Uint8Array<ArrayBufferLike>>>, secretKey: import("@noble/post-quantum/utils.js").TArg<import("@noble/post-quantum/utils.js").TArg<Uint8Array<ArrayBufferLike>>>, opts?: import("@noble/post-quantum/utils.js").TArg<import("@noble/post-quantum/utils.js").TArg<import("@noble/post-quantum/utils.js").SigOpts> | undefined>) => Uint8Array<ArrayBufferLike> & Uint8Array<ArrayBuffer>) & {};
        verify: ((sig: import("@noble/post-quantum/utils.js").TArg<Uint8Array>, msg: import("@noble/post-quantum/utils.js").TArg<Uint8Array>, publicKey: import("@noble/post-quantum/utils.js").TArg<Uint8Array>, opts?: import("@noble/post-quantum/utils.js").TArg<import("@noble/post-quantum/utils.js").VerOpts>) => boolean) & ((sig: import("@noble/post-quantum/utils.js").TArg<import("@noble/post-quantum/utils.js").TArg<Uint8Array<ArrayBufferLike>>>, msg: import("@noble/post-quantum/utils.js").TArg<import("@noble/post-quantum/utils.js").TArg<Uint8Array<ArrayBufferLike>>>, publicKey: import("@noble/post-quantum/utils.js").TArg<import("@noble/post-quantum/utils.js").TArg<Uint8Array<ArrayBufferLike>>>, opts?: import("@noble/post-quantum/utils.js").TArg<import("@noble/post-quantum/utils.js").TArg<import("@noble/post-quantum/utils.js").VerOpts> | undefined>) => boolean) & {};
        internal: import("@noble/post-quantum/utils.js").CryptoKeys & {
            lengths: import("@noble/post-quantum/utils.js").Signer['lengths'];
            sign: (msg: import("@noble/post-quantum/utils.js").TArg<Uint8Array>, secretKey: import("@noble/post-quantum/utils.js").TArg<Uint8Array>, opts?: import("@noble/post-quantum/utils.js").TArg<Omit<import("@noble/post-quantum/utils.js").SigOpts, 'context'> & import("@noble/post-quantum/ml-dsa.js").DSAInternalOpts>) => import("@noble/post-quantum/utils.js").TRet<Uint8Array>;
            verify: (sig: import("@noble/post-quantum/utils.js").TArg<Uint8Array>, msg: import("@noble/post-quantum/utils.js").TArg<Uint8Array>, pubKey: import("@noble/post-quantum/utils.js").TArg<Uint8Array>, opts?: import("@noble/post-quantum/utils.js").TArg<import("@noble/post-quantum/ml-dsa.js").DSAInternalOpts>) => boolean;
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
                signRand?: number;
                signature?: number;
            } & {
                seed?: number;
                publicKey?: number;
                secretKey?: number;
                signRand?: number;
                signature?: number;
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
            sign: ((msg: import("@noble/post-quantum/utils.js").TArg<Uint8Array>, secretKey: import("@noble/post-quantum/utils.js").TArg<Uint8Array>, opts?: import("@noble/post-quantum/utils.js").TArg<Omit<import("@noble/post-quantum/utils.js").SigOpts, 'context'> & import("@noble/post-quantum/ml-dsa.js").DSAInternalOpts>) => import("@noble/post-quantum/utils.js").TRet<Uint8Array>) & ((msg: import("@noble/post-quantum/utils.js").TArg<import("@noble/post-quantum/utils.js").TArg<Uint8Array<ArrayBufferLike>>>, secretKey: import("@noble/post-quantum/utils.js").TArg<import("@noble/post-quantum/utils.js").TArg<Uint8Array<ArrayBufferLike>>>, opts?: import("@noble/post-quantum/utils.js").TArg<import("@noble/post-quantum/utils.js").TArg<Omit<import("@noble/post-quantum/utils.js").SigOpts, "context"> & import("@noble/post-quantum/ml-dsa.js").DSAInternalOpts> | undefined>) => Uint8Array<ArrayBufferLike> & Uint8Array<ArrayBuffer>) & {};
            verify: ((sig: import("@noble/post-quantum/utils.js").TArg<Uint8Array>, msg: import("@noble/post-quantum/utils.js").TArg<Uint8Array>, pubKey: import("@noble/post-quantum/utils.js").TArg<Uint8Array>, opts?: import("@noble/post-quantum/utils.js").TArg<import("@noble/post-quantum/ml-dsa.js").DSAInternalOpts>) => boolean) & ((sig: import("@noble/post-quantum/utils.js").TArg<import("@noble/post-quantum/utils.js").TArg<Uint8Array<ArrayBufferLike>>>, msg: import("@noble/post-quantum/utils.js").TArg<import("@noble/post-quantum/utils.js").TArg<Uint8Array<ArrayBufferLike>>>, pubKey: import("@noble/post-quantum/utils.js").TArg<import("@noble/post-quantum/utils.js").TArg<Uint8Array<ArrayBufferLike>>>, opts?: import("@noble/post-quantum/utils.js").TArg<import("@noble/post-quantum/utils.js").TArg<import("@noble/post-quantum/ml-dsa.js").DSAInternalOpts> | undefined>) => boolean) & {};
        } & {
            info?: {
                type?: string;
            } & {
                type?: string;
            } & {
                type?: string;
            };
            lengths: {
                seed?: number;
                publicKey?: number;
                secretKey?: number;
            } & {
                signRand?: number;
                signature?: number;
            } & {
                seed?: number;
                publicKey?: number;
                secretKey?: number;
                signRand?: number;
                signature?: number;
            } & {
                seed?: number;
                publicKey?: number;
                secretKey?: number;
                signRand?: number;
                signature?: number;
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
            }) & {} & ((seed?: import("@noble/post-quantum/utils.js").TArg<import("@noble/post-quantum/utils.js").TArg<import("@noble/post-quantum/utils.js").TArg<Uint8Array<ArrayBufferLike>> | undefined>>) => {
                secretKey: import("@noble/post-quantum/utils.js").TRet<Uint8Array>;
                publicKey: import("@noble/post-quantum/utils.js").TRet<Uint8Array>;
            } & {
                secretKey: import("@noble/post-quantum/utils.js").TRet<Uint8Array>;
                publicKey: import("@noble/post-quantum/utils.js").TRet<Uint8Array>;
            } & {
                secretKey: import("@noble/post-quantum/utils.js").TRet<Uint8Array>;
                publicKey: import("@noble/post-quantum/utils.js").TRet<Uint8Array>;
            }) & {};
            getPublicKey: ((secretKey: import("@noble/post-quantum/utils.js").TArg<Uint8Array>) => import("@noble/post-quantum/utils.js").TRet<Uint8Array>) & ((secretKey: import("@noble/post-quantum/utils.js").TArg<import("@noble/post-quantum/utils.js").TArg<Uint8Array<ArrayBufferLike>>>) => Uint8Array<ArrayBufferLike> & Uint8Array<ArrayBuffer>) & {} & {};
            sign: ((msg: import("@noble/post-quantum/utils.js").TArg<Uint8Array>, secretKey: import("@noble/post-quantum/utils.js").TArg<Uint8Array>, opts?: import("@noble/post-quantum/utils.js").TArg<Omit<import("@noble/post-quantum/utils.js").SigOpts, 'context'> & import("@noble/post-quantum/ml-dsa.js").DSAInternalOpts>) => import("@noble/post-quantum/utils.js").TRet<Uint8Array>) & ((msg: import("@noble/post-quantum/utils.js").TArg<import("@noble/post-quantum/utils.js").TArg<Uint8Array<ArrayBufferLike>>>, secretKey: import("@noble/post-quantum/utils.js").TArg<import("@noble/post-quantum/utils.js").TArg<Uint8Array<ArrayBufferLike>>>, opts?: import("@noble/post-quantum/utils.js").TArg<import("@noble/post-quantum/utils.js").TArg<Omit<import("@noble/post-quantum/utils.js").SigOpts, "context"> & import("@noble/post-quantum/ml-dsa.js").DSAInternalOpts> | undefined>) => Uint8Array<ArrayBufferLike> & Uint8Array<ArrayBuffer>) & {} & {};
            verify: ((sig: import("@noble/post-quantum/utils.js").TArg<Uint8Array>, msg: import("@noble/post-quantum/utils.js").TArg<Uint8Array>, pubKey: import("@noble/post-quantum/utils.js").TArg<Uint8Array>, opts?: import("@noble/post-quantum/utils.js").TArg<import("@noble/post-quantum/ml-dsa.js").DSAInternalOpts>) => boolean) & ((sig: import("@noble/post-quantum/utils.js").TArg<import("@noble/post-quantum/utils.js").TArg<Uint8Array<ArrayBufferLike>>>, msg: import("@noble/post-quantum/utils.js").TArg<import("@noble/post-quantum/utils.js").TArg<Uint8Array<ArrayBufferLike>>>, pubKey: import("@noble/post-quantum/utils.js").TArg<import("@noble/post-quantum/utils.js").TArg<Uint8Array<ArrayBufferLike>>>, opts?: import("@noble/post-quantum/utils.js").TArg<import("@noble/post-quantum/utils.js").TArg<import("@noble/post-quantum/ml-dsa.js").DSAInternalOpts> | undefined>) => boolean) & {} & {};
        };
        securityLevel: number;
        prehash: ((hash: import("@noble/post-quantum/utils.js").TArg<import("@noble/hashes/utils.js").CHash>) => import("@noble/post-quantum/utils.js").TRet<import("@noble/post-quantum/utils.js").Signer>) & ((hash: import("@noble/post-quantum/utils.js").TArg<import("@noble/post-quantum/utils.js").TArg<import("@noble/hashes/utils.js").CHash>>) => import("@noble/post-quantum/utils.js").CryptoKeys & {
            lengths: {
                signRand?: number;
                signature?: number;
            };
            sign: (msg: import("@noble/post-quantum/utils.js").TArg<Uint8Array>, secretKey: import("@noble/post-quantum/utils.js").TArg<Uint8Array>, opts?: import("@noble/post-quantum/utils.js").TArg<import("@noble/post-quantum/utils.js").SigOpts>) => import("@noble/post-quantum/utils.js").TRet<Uint8Array>;
            verify: (sig: import("@noble/post-quantum/utils.js").TArg<Uint8Array>, msg: import("@noble/post-quantum/utils.js").TArg<Uint8Array>, publicKey: import("@noble/post-quantum/utils.js").TArg<Uint8Array>, opts?: import("@noble/post-quantum/utils.js").TArg<import("@noble/post-quantum/utils.js").VerOpts>) => boolean;
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
                signRand?: number;
                signature?: number;
            } & {
                seed?: number;
                publicKey?: number;
                secretKey?: number;
                signRand?: number;
                signature?: number;
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
            sign: ((msg: import("@noble/post-quantum/utils.js").TArg<Uint8Array>, secretKey: import("@noble/post-quantum/utils.js").TArg<Uint8Array>, opts?: import("@noble/post-quantum/utils.js").TArg<import("@noble/post-quantum/utils.js").SigOpts>) => import("@noble/post-quantum/utils.js").TRet<Uint8Array>) & ((msg: import("@noble/post-quantum/utils.js").TArg<import("@noble/post-quantum/utils.js").TArg<Uint8Array<ArrayBufferLike>>>, secretKey: import("@noble/post-quantum/utils.js").TArg<import("@noble/post-quantum/utils.js").TArg<Uint8Array<ArrayBufferLike>>>, opts?: import("@noble/post-quantum/utils.js").TArg<import("@noble/post-quantum/utils.js").TArg<import("@noble/post-quantum/utils.js").SigOpts> | undefined>) => Uint8Array<ArrayBufferLike> & Uint8Array<ArrayBuffer>) & {};
            verify: ((sig: import("@noble/post-quantum/utils.js").TArg<Uint8Array>, msg: import("@noble/post-quantum/utils.js").TArg<Uint8Array>, publicKey: import("@noble/post-quantum/utils.js").TArg<Uint8Array>, opts?: import("@noble/post-quantum/utils.js").TArg<import("@noble/post-quantum/utils.js").VerOpts>) => boolean) & ((sig: import("@noble/post-quantum/utils.js").TArg<import("@noble/post-quantum/utils.js").TArg<Uint8Array<ArrayBufferLike>>>, msg: import("@noble/post-quantum/utils.js").TArg<import("@noble/post-quantum/utils.js").TArg<Uint8Array<ArrayBufferLike>>>, publicKey: import("@noble/post-quantum/utils.js").TArg<import("@noble/post-quantum/utils.js").TArg<Uint8Array<ArrayBufferLike>>>, opts?: import("@noble/post-quantum/utils.js").TArg<import("@noble/post-quantum/utils.js").TArg<import("@noble/post-quantum/utils.js").VerOpts> | undefined>) => boolean) & {};
        } & {
            info?: {
                type?: string;
            } & {
                type?: string;
            } & {
                type?: string;
            };
            lengths: {
                seed?: number;
                publicKey?: number;
                secretKey?: number;
            } & {
                signRand?: number;
                signature?: number;
            } & {
                seed?: number;
                publicKey?: number;
                secretKey?: number;
                signRand?: number;
                signature?: number;
            } & {
                seed?: number;
                publicKey?: number;
                secretKey?: number;
                signRand?: number;
                signature?: number;
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
            }) & {} & ((seed?: import("@noble/post-quantum/utils.js").TArg<import("@noble/post-quantum/utils.js").TArg<import("@noble/post-quantum/utils.js").TArg<Uint8Array<ArrayBufferLike>> | undefined>>) => {
                secretKey: import("@noble/post-quantum/utils.js").TRet<Uint8Array>;
                publicKey: import("@noble/post-quantum/utils.js").TRet<Uint8Array>;
            } & {
                secretKey: import("@noble/post-quantum/utils.js").TRet<Uint8Array>;
                publicKey: import("@noble/post-quantum/utils.js").TRet<Uint8Array>;
            } & {
                secretKey: import("@noble/post-quantum/utils.js").TRet<Uint8Array>;
                publicKey: import("@noble/post-quantum/utils.js").TRet<Uint8Array>;
            }) & {};
            getPublicKey: ((secretKey: import("@noble/post-quantum/utils.js").TArg<Uint8Array>) => import("@noble/post-quantum/utils.js").TRet<Uint8Array>) & ((secretKey: import("@noble/post-quantum/utils.js").TArg<import("@noble/post-quantum/utils.js").TArg<Uint8Array<ArrayBufferLike>>>) => Uint8Array<ArrayBufferLike> & Uint8Array<ArrayBuffer>) & {} & {};
            sign: ((msg: import("@noble/post-quantum/utils.js").TArg<Uint8Array>, secretKey: import("@noble/post-quantum/utils.js").TArg<Uint8Array>, opts?: import("@noble/post-quantum/utils.js").TArg<import("@noble/post-quantum/utils.js").SigOpts>) => import("@noble/post-quantum/utils.js").TRet<Uint8Array>) & ((msg: import("@noble/post-quantum/utils.js").TArg<import("@noble/post-quantum/utils.js").TArg<Uint8Array<ArrayBufferLike>>>, secretKey: import("@noble/post-quantum/utils.js").TArg<import("@noble/post-quantum/utils.js").TArg<Uint8Array<ArrayBufferLike>>>, opts?: import("@noble/post-quantum/utils.js").TArg<import("@noble/post-quantum/utils.js").TArg<import("@noble/post-quantum/utils.js").SigOpts> | undefined>) => Uint8Array<ArrayBufferLike> & Uint8Array<ArrayBuffer>) & {} & {};
            verify: ((sig: import("@noble/post-quantum/utils.js").TArg<Uint8Array>, msg: import("@noble/post-quantum/utils.js").TArg<Uint8Array>, publicKey: import("@noble/post-quantum/utils.js").TArg<Uint8Array>, opts?: import("@noble/post-quantum/utils.js").TArg<import("@noble/post-quantum/utils.js").VerOpts>) => boolean) & ((sig: import("@noble/post-quantum/utils.js").TArg<import("@noble/post-quantum/utils.js").TArg<Uint8Array<ArrayBufferLike>>>, msg: import("@noble/post-quantum/utils.js").TArg<import("@noble/post-quantum/utils.js").TArg<Uint8Array<ArrayBufferLike>>>, publicKey: import("@noble/post-quantum/utils.js").TArg<import("@noble/post-quantum/utils.js").TArg<Uint8Array<ArrayBufferLike>>>, opts?: import("@noble/post-quantum/utils.js").TArg<import("@noble/post-quantum/utils.js").TArg<import("@noble/post-quantum/utils.js").VerOpts> | undefined>) => boolean) & {} & {};
        }) & {};
    };
    readonly mldsa65: import("@noble/post-quantum/utils.js").CryptoKeys & {
        lengths: {
            signRand?: number;
            signature?: number;
        };
        sign: (msg: import("@noble/post-quantum/utils.js").TArg<Uint8Array>, secretKey: import("@noble/post-quantum/utils.js").TArg<Uint8Array>, opts?: import("@noble/post-quantum/utils.js").TArg<import("@noble/post-quantum/utils.js").SigOpts>) => import("@noble/post-quantum/utils.js").TRet<Uint8Array>;
        verify: (sig: import("@noble/post-quantum/utils.js").TArg<Uint8Array>, msg: import("@noble/post-quantum/utils.js").TArg<Uint8Array>, publicKey: import("@noble/post-quantum/utils.js").TArg<Uint8Array>, opts?: import("@noble/post-quantum/utils.js").TArg<import("@noble/post-quantum/utils.js").VerOpts>) => boolean;
    } & {
        internal: import("@noble/post-quantum/utils.js").TRet<import("@noble/post-quantum/ml-dsa.js").DSAInternal>;
        securityLevel: number;
        prehash: (hash: import("@noble/post-quantum/utils.js").TArg<import("@noble/hashes/utils.js").CHash>) => import("@noble/post-quantum/utils.js").TRet<import("@noble/post-quantum/utils.js").Signer>;
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
            signRand?: number;
            signature?: number;
        } & {
            seed?: number;
            publicKey?: number;
            secretKey?: number;
            signRand?: number;
            signature?: number;
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
        sign: ((msg: import("@noble/post-quantum/utils.js").TArg<Uint8Array>, secretKey: import("@noble/post-quantum/utils.js").TArg<Uint8Array>, opts?: import("@noble/post-quantum/utils.js").TArg<import("@noble/post-quantum/utils.js").SigOpts>) => import("@noble/post-quantum/utils.js").TRet<Uint8Array>) & ((msg: import("@noble/post-quantum/utils.js").TArg<import("@noble/post-quantum/utils.js").TArg<Uint8Array<ArrayBufferLike>>>, secretKey: import("@noble/post-quantum/utils.js").TArg<import("@noble/post-quantum/utils.js").TArg<Uint8Array<ArrayBufferLike>>>, opts?: import("@noble/post-quantum/utils.js").TArg<import("@noble/post-quantum/utils.js").TArg<import("@noble/post-quantum/utils.js").SigOpts> | undefined>) => Uint8Array<ArrayBufferLike> & Uint8Array<ArrayBuffer>) & {};
        verify: ((sig: import("@noble/post-quantum/utils.js").TArg<Uint8Array>, msg: import("@noble/post-quantum/utils.js").TArg<Uint8Array>, publicKey: import("@noble/post-quantum/utils.js").TArg<Uint8Array>, opts?: import("@noble/post-quantum/utils.js").TArg<import("@noble/post-quantum/utils.js").VerOpts>) => boolean) & ((sig: import("@noble/post-quantum/utils.js").TArg<import("@noble/post-quantum/utils.js").TArg<Uint8Array<ArrayBufferLike>>>, msg: import("@noble/post-quantum/utils.js").TArg<import("@noble/post-quantum/utils.js").TArg<Uint8Array<ArrayBufferLike>>>, publicKey: import("@noble/post-quantum/utils.js").TArg<import("@noble/post-quantum/utils.js").TArg<Uint8Array<ArrayBufferLike>>>, opts?: import("@noble/post-quantum/utils.js").TArg<import("@noble/post-quantum/utils.js").TArg<import("@noble/post-quantum/utils.js").VerOpts> | undefined>) => boolean) & {};
        internal: import("@noble/post-quantum/utils.js").CryptoKeys & {
            lengths: import("@noble/post-quantum/utils.js").Signer['lengths'];
            sign: (msg: import("@noble/post-quantum/utils.js").TArg<Uint8Array>, secretKey: import("@noble/post-quantum/utils.js").TArg<Uint8Array>, opts?: import("@noble/post-quantum/utils.js").TArg<Omit<import("@noble/post-quantum/utils.js").SigOpts, 'context'> & import("@noble/post-quantum/ml-dsa.js").DSAInternalOpts>) => import("@noble/post-quantum/utils.js").TRet<Uint8Array>;
            verify: (sig: import("@noble/post-quantum/utils.js").TArg<Uint8Array>, msg: import("@noble/post-quantum/utils.js").TArg<Uint8Array>, pubKey: import("@noble/post-quantum/utils.js").TArg<Uint8Array>, opts?: import("@noble/post-quantum/utils.js").TArg<import("@noble/post-quantum/ml-dsa.js").DSAInternalOpts>) => boolean;
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
                signRand?: number;
                signature?: number;
            } & {
                seed?: number;
                publicKey?: number;
                secretKey?: number;
                signRand?: number;
                signature?: number;
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
            sign: ((msg: import("@noble/post-quantum/utils.js").TArg<Uint8Array>, secretKey: import("@noble/post-quantum/utils.js").TArg<Uint8Array>, opts?: import("@noble/post-quantum/utils.js").TArg<Omit<import("@noble/post-quantum/utils.js").SigOpts, 'context'> & import("@noble/post-quantum/ml-dsa.js").DSAInternalOpts>) => import("@noble/post-quantum/utils.js").TRet<Uint8Array>) & ((msg: import("@noble/post-quantum/utils.js").TArg<import("@noble/post-quantum/utils.js").TArg<Uint8Array<ArrayBufferLike>>>, secretKey: import("@noble/post-quantum/utils.js").TArg<import("@noble/post-quantum/utils.js").TArg<Uint8Array<ArrayBufferLike>>>, opts?: import("@noble/post-quantum/utils.js").TArg<import("@noble/post-quantum/utils.js").TArg<Omit<import("@noble/post-quantum/utils.js").SigOpts, "context"> & import("@noble/post-quantum/ml-dsa.js").DSAInternalOpts> | undefined>) => Uint8Array<ArrayBufferLike> & Uint8Array<ArrayBuffer>) & {};
            verify: ((sig: import("@noble/post-quantum/utils.js").TArg<Uint8Array>, msg: import("@noble/post-quantum/utils.js").TArg<Uint8Array>, pubKey: import("@noble/post-quantum/utils.js").TArg<Uint8Array>, opts?: import("@noble/post-quantum/utils.js").TArg<import("@noble/post-quantum/ml-dsa.js").DSAInternalOpts>) => boolean) & ((sig: import("@noble/post-quantum/utils.js").TArg<import("@noble/post-quantum/utils.js").TArg<Uint8Array<ArrayBufferLike>>>, msg: import("@noble/post-quantum/utils.js").TArg<import("@noble/post-quantum/utils.js").TArg<Uint8Array<ArrayBufferLike>>>, pubKey: import("@noble/post-quantum/utils.js").TArg<import("@noble/post-quantum/utils.js").TArg<Uint8Array<ArrayBufferLike>>>, opts?: import("@noble/post-quantum/utils.js").TArg<import("@noble/post-quantum/utils.js").TArg<import("@noble/post-quantum/ml-dsa.js").DSAInternalOpts> | undefined>) => boolean) & {};
        } & {
            info?: {
                type?: string;
            } & {
                type?: string;
            } & {
                type?: string;
            };
            lengths: {
                seed?: number;
                publicKey?: number;
                secretKey?: number;
            } & {
                signRand?: number;
                signature?: number;
            } & {
                seed?: number;
                publicKey?: number;
                secretKey?: number;
                signRand?: number;
                signature?: number;
            } & {
                seed?: number;
                publicKey?: number;
                secretKey?: number;
                signRand?: number;
                signature?: number;
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
            }) & {} & ((seed?: import("@noble/post-quantum/utils.js").TArg<import("@noble/post-quantum/utils.js").TArg<import("@noble/post-quantum/utils.js").TArg<Uint8Array<ArrayBufferLike>> | undefined>>) => {
                secretKey: import("@noble/post-quantum/utils.js").TRet<Uint8Array>;
                publicKey: import("@noble/post-quantum/utils.js").TRet<Uint8Array>;
            } & {
                secretKey: import("@noble/post-quantum/utils.js").TRet<Uint8Array>;
                publicKey: import("@noble/post-quantum/utils.js").TRet<Uint8Array>;
            } & {
                secretKey: import("@noble/post-quantum/utils.js").TRet<Uint8Array>;
                publicKey: import("@noble/post-quantum/utils.js").TRet<Uint8Array>;
            }) & {};
            getPublicKey: ((secretKey: import("@noble/post-quantum/utils.js").TArg<Uint8Array>) => import("@noble/post-quantum/utils.js").TRet<Uint8Array>) & ((secretKey: import("@noble/post-quantum/utils.js").TArg<import("@noble/post-quantum/utils.js").TArg<Uint8Array<ArrayBufferLike>>>) => Uint8Array<ArrayBufferLike> & Uint8Array<ArrayBuffer>) & {} & {};
            sign: ((msg: import("@noble/post-quantum/utils.js").TArg<Uint8Array>, secretKey: import("@noble/post-quantum/utils.js").TArg<Uint8Array>, opts?: import("@noble/post-quantum/utils.js").TArg<Omit<import("@noble/post-quantum/utils.js").SigOpts, 'context'> & import("@noble/post-quantum/ml-dsa.js").DSAInternalOpts>) => import("@noble/post-quantum/utils.js").TRet<Uint8Array>) & ((msg: import("@noble/post-quantum/utils.js").TArg<import("@noble/post-quantum/utils.js").TArg<Uint8Array<ArrayBufferLike>>>, secretKey: import("@noble/post-quantum/utils.js").TArg<import("@noble/post-quantum/utils.js").TArg<Uint8Array<ArrayBufferLike>>>, opts?: import("@noble/post-quantum/utils.js").TArg<import("@noble/post-quantum/utils.js").TArg<Omit<import("@noble/post-quantum/utils.js").SigOpts, "context"> & import("@noble/post-quantum/ml-dsa.js").DSAInternalOpts> | undefined>) => Uint8Array<ArrayBufferLike> & Uint8Array<ArrayBuffer>) & {} & {};
            verify: ((sig: import("@noble/post-quantum/utils.js").TArg<Uint8Array>, msg: import("@noble/post-quantum/utils.js").TArg<Uint8Array>, pubKey: import("@noble/post-quantum/utils.js").TArg<Uint8Array>, opts?: import("@noble/post-quantum/utils.js").TArg<import("@noble/post-quantum/ml-dsa.js").DSAInternalOpts>) => boolean) & ((sig: import("@noble/post-quantum/utils.js").TArg<import("@noble/post-quantum/utils.js").TArg<Uint8Array<ArrayBufferLike>>>, msg: import("@noble/post-quantum/utils.js").TArg<import("@noble/post-quantum/utils.js").TArg<Uint8Array<ArrayBufferLike>>>, pubKey: import("@noble/post-quantum/utils.js").TArg<import("@noble/post-quantum/utils.js").TArg<Uint8Array<ArrayBufferLike>>>, opts?: import("@noble/post-quantum/utils.js").TArg<import("@noble/post-quantum/utils.js").TArg<import("@noble/post-quantum/ml-dsa.js").DSAInternalOpts> | undefined>) => boolean) & {} & {};
        };
        securityLevel: number;
        prehash: ((hash: import("@noble/post-quantum/utils.js").TArg<import("@noble/hashes/utils.js").CHash>) => import("@noble/post-quantum/utils.js").TRet<import("@noble/post-quantum/utils.js").Signer>) & ((hash: import("@noble/post-quantum/utils.js").TArg<import("@noble/post-quantum/utils.js").TArg<import("@noble/hashes/utils.js").CHash>>) => import("@noble/post-quantum/utils.js").CryptoKeys & {
            lengths: {
                signRand?: number;
                signature?: number;
            };
            sign: (msg: import("@noble/post-quantum/utils.js").TArg<Uint8Array>, secretKey: import("@noble/post-quantum/utils.js").TArg<Uint8Array>, opts?: import("@noble/post-quantum/utils.js").TArg<import("@noble/post-quantum/utils.js").SigOpts>) => import("@noble/post-quantum/utils.js").TRet<Uint8Array>;
            verify: (sig: import("@noble/post-quantum/utils.js").TArg<Uint8Array>, msg: import("@noble/post-quantum/utils.js").TArg<Uint8Array>, publicKey: import("@noble/post-quantum/utils.js").TArg<Uint8Array>, opts?: import("@noble/post-quantum/utils.js").TArg<import("@noble/post-quantum/utils.js").VerOpts>) => boolean;
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
                signRand?: number;
                signature?: number;
            } & {
                seed?: number;
                publicKey?: number;
                secretKey?: number;
                signRand?: number;
                signature?: number;
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
            sign: ((msg: import("@noble/post-quantum/utils.js").TArg<Uint8Array>, secretKey: import("@noble/post-quantum/utils.js").TArg<Uint8Array>, opts?: import("@noble/post-quantum/utils.js").TArg<import("@noble/post-quantum/utils.js").SigOpts>) => import("@noble/post-quantum/utils.js").TRet<Uint8Array>) & ((msg: import("@noble/post-quantum/utils.js").TArg<import("@noble/post-quantum/utils.js").TArg<Uint8Array<ArrayBufferLike>>>, secretKey: import("@noble/post-quantum/utils.js").TArg<import("@noble/post-quantum/utils.js").TArg<Uint8Array<ArrayBufferLike>>>, opts?: import("@noble/post-quantum/utils.js").TArg<import("@noble/post-quantum/utils.js").TArg<import("@noble/post-quantum/utils.js").SigOpts> | undefined>) => Uint8Array<ArrayBufferLike> & Uint8Array<ArrayBuffer>) & {};
            verify: ((sig: import("@noble/post-quantum/utils.js").TArg<Uint8Array>, msg: import("@noble/post-quantum/utils.js").TArg<Uint8Array>, publicKey: import("@noble/post-quantum/utils.js").TArg<Uint8Array>, opts?: import("@noble/post-quantum/utils.js").TArg<import("@noble/post-quantum/utils.js").VerOpts>) => boolean) & ((sig: import("@noble/post-quantum/utils.js").TArg<import("@noble/post-quantum/utils.js").TArg<Uint8Array<ArrayBufferLike>>>, msg: import("@noble/post-quantum/utils.js").TArg<import("@noble/post-quantum/utils.js").TArg<Uint8Array<ArrayBufferLike>>>, publicKey: import("@noble/post-quantum/utils.js").TArg<import("@noble/post-quantum/utils.js").TArg<Uint8Array<ArrayBufferLike>>>, opts?: import("@noble/post-quantum/utils.js").TArg<import("@noble/post-quantum/utils.js").TArg<import("@noble/post-quantum/utils.js").VerOpts> | undefined>) => boolean) & {};
        } & {
            info?: {
                type?: string;
            } & {
                type?: string;
            } & {
                type?: string;
            };
            lengths: {
                seed?: number;
                publicKey?: number;
                secretKey?: number;
            } & {
                signRand?: number;
                signature?: number;
            } & {
                seed?: number;
                publicKey?: number;
                secretKey?: number;
                signRand?: number;
                signature?: number;
            } & {
                seed?: number;
                publicKey?: number;
                secretKey?: number;
                signRand?: number;
                signature?: number;
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
            }) & {} & ((seed?: import("@noble/post-quantum/utils.js").TArg<import("@noble/post-quantum/utils.js").TArg<import("@noble/post-quantum/utils.js").TArg<Uint8Array<ArrayBufferLike>> | undefined>>) => {
                secretKey: import("@noble/post-quantum/utils.js").TRet<Uint8Array>;
                publicKey: import("@noble/post-quantum/utils.js").TRet<Uint8Array>;
            } & {
                secretKey: import("@noble/post-quantum/utils.js").TRet<Uint8Array>;
                publicKey: import("@noble/post-quantum/utils.js").TRet<Uint8Array>;
            } & {
                secretKey: import("@noble/post-quantum/utils.js").TRet<Uint8Array>;
                publicKey: import("@noble/post-quantum/utils.js").TRet<Uint8Array>;
            }) & {};
            getPublicKey: ((secretKey: import("@noble/post-quantum/utils.js").TArg<Uint8Array>) => import("@noble/post-quantum/utils.js").TRet<Uint8Array>) & ((secretKey: import("@noble/post-quantum/utils.js").TArg<import("@noble/post-quantum/utils.js").TArg<Uint8Array<ArrayBufferLike>>>) => Uint8Array<ArrayBufferLike> & Uint8Array<ArrayBuffer>) & {} & {};
            sign: ((msg: import("@noble/post-quantum/utils.js").TArg<Uint8Array>, secretKey: import("@noble/post-quantum/utils.js").TArg<Uint8Array>, opts?: import("@noble/post-quantum/utils.js").TArg<import("@noble/post-quantum/utils.js").SigOpts>) => import("@noble/post-quantum/utils.js").TRet<Uint8Array>) & ((msg: import("@noble/post-quantum/utils.js").TArg<import("@noble/post-quantum/utils.js").TArg<Uint8Array<ArrayBufferLike>>>, secretKey: import("@noble/post-quantum/utils.js").TArg<import("@noble/post-quantum/utils.js").TArg<Uint8Array<ArrayBufferLike>>>, opts?: import("@noble/post-quantum/utils.js").TArg<import("@noble/post-quantum/utils.js").TArg<import("@noble/post-quantum/utils.js").SigOpts> | undefined>) => Uint8Array<ArrayBufferLike> & Uint8Array<ArrayBuffer>) & {} & {};
            verify: ((sig: import("@noble/post-quantum/utils.js").TArg<Uint8Array>, msg: import("@noble/post-quantum/utils.js").TArg<Uint8Array>, publicKey: import("@noble/post-quantum/utils.js").TArg<Uint8Array>, opts?: import("@noble/post-quantum/utils.js").TArg<import("@noble/post-quantum/utils.js").VerOpts>) => boolean) & ((sig: import("@noble/post-quantum/utils.js").TArg<import("@noble/post-quantum/utils.js").TArg<Uint8Array<ArrayBufferLike>>>, msg: import("@noble/post-quantum/utils.js").TArg<import("@noble/post-quantum/utils.js").TArg<Uint8Array<ArrayBufferLike>>>, publicKey: import("@noble/post-quantum/utils.js").TArg<import("@noble/post-quantum/utils.js").TArg<Uint8Array<ArrayBufferLike>>>, opts?: import("@noble/post-quantum/utils.js").TArg<import("@noble/post-quantum/utils.js").TArg<import("@noble/post-quantum/utils.js").VerOpts> | undefined>) => boolean) & {} & {};
        }) & {};
    };
    readonly mldsa87: import("@noble/post-quantum/utils.js").CryptoKeys & {
        lengths: {
            signRand?: number;
            signature?: number;
        };
        sign: (msg: import("@noble/post-quantum/utils.js").TArg<Uint8Array>, secretKey: import("@noble/post-quantum/utils.js").TArg<Uint8Array>, opts?: import("@noble/post-quantum/utils.js").TArg<import("@noble/post-quantum/utils.js").SigOpts>) => import("@noble/post-quantum/utils.js").TRet<Uint8Array>;
        verify: (sig: import("@noble/post-quantum/utils.js").TArg<Uint8Array>, msg: import("@noble/post-quantum/utils.js").TArg<Uint8Array>, publicKey: import("@noble/post-quantum/utils.js").TArg<Uint8Array>, opts?: import("@noble/post-quantum/utils.js").TArg<import("@noble/post-quantum/utils.js").VerOpts>) => boolean;
    } & {
        internal: import("@noble/post-quantum/utils.js").TRet<import("@noble/post-quantum/ml-dsa.js").DSAInternal>;
        securityLevel: number;
        prehash: (hash: import("@noble/post-quantum/utils.js").TArg<import("@noble/hashes/utils.js").CHash>) => import("@noble/post-quantum/utils.js").TRet<import("@noble/post-quantum/utils.js").Signer>;
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
            signRand?: number;
            signature?: number;
        } & {
            seed?: number;
            publicKey?: number;
            secretKey?: number;
            signRand?: number;
            signature?: number;
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
        sign: ((msg: import("@noble/post-quantum/utils.js").TArg<Uint8Array>, secretKey: import("@noble/post-quantum/utils.js").TArg<Uint8Array>, opts?: import("@noble/post-quantum/utils.js").TArg<import("@noble/post-quantum/utils.js").SigOpts>) => import("@noble/post-quantum/utils.js").TRet<Uint8Array>) & ((msg: import("@noble/post-quantum/utils.js").TArg<import("@noble/post-quantum/utils.js").TArg<Uint8Array<ArrayBufferLike>>>, secretKey: import("@noble/post-quantum/utils.js").TArg<import("@noble/post-quantum/utils.js").TArg<Uint8Array<ArrayBufferLike>>>, opts?: import("@noble/post-quantum/utils.js").TArg<import("@noble/post-quantum/utils.js").TArg<import("@noble/post-quantum/utils.js").SigOpts> | undefined>) => Uint8Array<ArrayBufferLike> & Uint8Array<ArrayBuffer>) & {};
        verify: ((sig: import("@noble/post-quantum/utils.js").TArg<Uint8Array>, msg: import("@noble/post-quantum/utils.js").TArg<Uint8Array>, publicKey: import("@noble/post-quantum/utils.js").TArg<Uint8Array>, opts?: import("@noble/post-quantum/utils.js").TArg<import("@noble/post-quantum/utils.js").VerOpts>) => boolean) & ((sig: import("@noble/post-quantum/utils.js").TArg<import("@noble/post-quantum/utils.js").TArg<Uint8Array<ArrayBufferLike>>>, msg: import("@noble/post-quantum/utils.js").TArg<import("@noble/post-quantum/utils.js").TArg<Uint8Array<ArrayBufferLike>>>, publicKey: import("@noble/post-quantum/utils.js").TArg<import("@noble/post-quantum/utils.js").TArg<Uint8Array<ArrayBufferLike>>>, opts?: import("@noble/post-quantum/utils.js").TArg<import("@noble/post-quantum/utils.js").TArg<import("@noble/post-quantum/utils.js").VerOpts> | undefined>) => boolean) & {};
        internal: import("@noble/post-quantum/utils.js").CryptoKeys & {
            lengths: import("@noble/post-quantum/utils.js").Signer['lengths'];
            sign: (msg: import("@noble/post-quantum/utils.js").TArg<Uint8Array>, secretKey: import("@noble/post-quantum/utils.js").TArg<Uint8Array>, opts?: import("@noble/post-quantum/utils.js").TArg<Omit<import("@noble/post-quantum/utils.js").SigOpts, 'context'> & import("@noble/post-quantum/ml-dsa.js").DSAInternalOpts>) => import("@noble/post-quantum/utils.js").TRet<Uint8Array>;
            verify: (sig: import("@noble/post-quantum/utils.js").TArg<Uint8Array>, msg: import("@noble/post-quantum/utils.js").TArg<Uint8Array>, pubKey: import("@noble/post-quantum/utils.js").TArg<Uint8Array>, opts?: import("@noble/post-quantum/utils.js").TArg<import("@noble/post-quantum/ml-dsa.js").DSAInternalOpts>) => boolean;
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
                signRand?: number;
                signature?: number;
            } & {
                seed?: number;
                publicKey?: number;
                secretKey?: number;
                signRand?: number;
                signature?: number;
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
            sign: ((msg: import("@noble/post-quantum/utils.js").TArg<Uint8Array>, secretKey: import("@noble/post-quantum/utils.js").TArg<Uint8Array>, opts?: import("@noble/post-quantum/utils.js").TArg<Omit<import("@noble/post-quantum/utils.js").SigOpts, 'context'> & import("@noble/post-quantum/ml-dsa.js").DSAInternalOpts>) => import("@noble/post-quantum/utils.js").TRet<Uint8Array>) & ((msg: import("@noble/post-quantum/utils.js").TArg<import("@noble/post-quantum/utils.js").TArg<Uint8Array<ArrayBufferLike>>>, secretKey: import("@noble/post-quantum/utils.js").TArg<import("@noble/post-quantum/utils.js").TArg<Uint8Array<ArrayBufferLike>>>, opts?: import("@noble/post-quantum/utils.js").TArg<import("@noble/post-quantum/utils.js").TArg<Omit<import("@noble/post-quantum/utils.js").SigOpts, "context"> & import("@noble/post-quantum/ml-dsa.js").DSAInternalOpts> | undefined>) => Uint8Array<ArrayBufferLike> & Uint8Array<ArrayBuffer>) & {};
            verify: ((sig: import("@noble/post-quantum/utils.js").TArg<Uint8Array>, msg: import("@noble/post-quantum/utils.js").TArg<Uint8Array>, pubKey: import("@noble/post-quantum/utils.js").TArg<Uint8Array>, opts?: import("@noble/post-quantum/utils.js").TArg<import("@noble/post-quantum/ml-dsa.js").DSAInternalOpts>) => boolean) & ((sig: import("@noble/post-quantum/utils.js").TArg<import("@noble/post-quantum/utils.js").TArg<Uint8Array<ArrayBufferLike>>>, msg: import("@noble/post-quantum/utils.js").TArg<import("@noble/post-quantum/utils.js").TArg<Uint8Array<ArrayBufferLike>>>, pubKey: import("@noble/post-quantum/utils.js").TArg<import("@noble/post-quantum/utils.js").TArg<Uint8Array<ArrayBufferLike>>>, opts?: import("@noble/post-quantum/utils.js").TArg<import("@noble/post-quantum/utils.js").TArg<import("@noble/post-quantum/ml-dsa.js").DSAInternalOpts> | undefined>) => boolean) & {};
        } & {
            info?: {
                type?: string;
            } & {
                type?: string;
            } & {
                type?: string;
            };
            lengths: {
                seed?: number;
                publicKey?: number;
                secretKey?: number;
            } & {
                signRand?: number;
                signature?: number;
            } & {
                seed?: number;
                publicKey?: number;
                secretKey?: number;
                signRand?: number;
                signature?: number;
            } & {
                seed?: number;
                publicKey?: number;
                secretKey?: number;
                signRand?: number;
                signature?: number;
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
            }) & {} & ((seed?: import("@noble/post-quantum/utils.js").TArg<import("@noble/post-quantum/utils.js").TArg<import("@noble/post-quantum/utils.js").TArg<Uint8Array<ArrayBufferLike>> | undefined>>) => {
                secretKey: import("@noble/post-quantum/utils.js").TRet<Uint8Array>;
                publicKey: import("@noble/post-quantum/utils.js").TRet<Uint8Array>;
            } & {
                secretKey: import("@noble/post-quantum/utils.js").TRet<Uint8Array>;
                publicKey: import("@noble/post-quantum/utils.js").TRet<Uint8Array>;
            } & {
                secretKey: import("@noble/post-quantum/utils.js").TRet<Uint8Array>;
                publicKey: import("@noble/post-quantum/utils.js").TRet<Uint8Array>;
            }) & {};
            getPublicKey: ((secretKey: import("@noble/post-quantum/utils.js").TArg<Uint8Array>) => import("@noble/post-quantum/utils.js").TRet<Uint8Array>) & ((secretKey: import("@noble/post-quantum/utils.js").TArg<import("@noble/post-quantum/utils.js").TArg<Uint8Array<ArrayBufferLike>>>) => Uint8Array<ArrayBufferLike> & Uint8Array<ArrayBuffer>) & {} & {};
            sign: ((msg: import("@noble/post-quantum/utils.js").TArg<Uint8Array>, secretKey: import("@noble/post-quantum/utils.js").TArg<Uint8Array>, opts?: import("@noble/post-quantum/utils.js").TArg<Omit<import("@noble/post-quantum/utils.js").SigOpts, 'context'> & import("@noble/post-quantum/ml-dsa.js").DSAInternalOpts>) => import("@noble/post-quantum/utils.js").TRet<Uint8Array>) & ((msg: import("@noble/post-quantum/utils.js").TArg<import("@noble/post-quantum/utils.js").TArg<Uint8Array<ArrayBufferLike>>>, secretKey: import("@noble/post-quantum/utils.js").TArg<import("@noble/post-quantum/utils.js").TArg<Uint8Array<ArrayBufferLike>>>, opts?: import("@noble/post-quantum/utils.js").TArg<import("@noble/post-quantum/utils.js").TArg<Omit<import("@noble/post-quantum/utils.js").SigOpts, "context"> & import("@noble/post-quantum/ml-dsa.js").DSAInternalOpts> | undefined>) => Uint8Array<ArrayBufferLike> & Uint8Array<ArrayBuffer>) & {} & {};
            verify: ((sig: import("@noble/post-quantum/utils.js").TArg<Uint8Array>, msg: import("@noble/post-quantum/utils.js").TArg<Uint8Array>, pubKey: import("@noble/post-quantum/utils.js").TArg<Uint8Array>, opts?: import("@noble/post-quantum/utils.js").TArg<import("@noble/post-quantum/ml-dsa.js").DSAInternalOpts>) => boolean) & ((sig: import("@noble/post-quantum/utils.js").TArg<import("@noble/post-quantum/utils.js").TArg<Uint8Array<ArrayBufferLike>>>, msg: import("@noble/post-quantum/utils.js").TArg<import("@noble/post-quantum/utils.js").TArg<Uint8Array<ArrayBufferLike>>>, pubKey: import("@noble/post-quantum/utils.js").TArg<import("@noble/post-quantum/utils.js").TArg<Uint8Array<ArrayBufferLike>>>, opts?: import("@noble/post-quantum/utils.js").TArg<import("@noble/post-quantum/utils.js").TArg<import("@noble/post-quantum/ml-dsa.js").DSAInternalOpts> | undefined>) => boolean) & {} & {};
        };
        securityLevel: number;
        prehash: ((hash: import("@noble/post-quantum/utils.js").TArg<import("@noble/hashes/utils.js").CHash>) => import("@noble/post-quantum/utils.js").TRet<import("@noble/post-quantum/utils.js").Signer>) & ((hash: import("@noble/post-quantum/utils.js").TArg<import("@noble/post-quantum/utils.js").TArg<import("@noble/hashes/utils.js").CHash>>) => import("@noble/post-quantum/utils.js").CryptoKeys & {
            lengths: {
                signRand?: number;
                signature?: number;
            };
            sign: (msg: import("@noble/post-quantum/utils.js").TArg<Uint8Array>, secretKey: import("@noble/post-quantum/utils.js").TArg<Uint8Array>, opts?: import("@noble/post-quantum/utils.js").TArg<import("@noble/post-quantum/utils.js").SigOpts>) => import("@noble/post-quantum/utils.js").TRet<Uint8Array>;
            verify: (sig: import("@noble/post-quantum/utils.js").TArg<Uint8Array>, msg: import("@noble/post-quantum/utils.js").TArg<Uint8Array>, publicKey: import("@noble/post-quantum/utils.js").TArg<Uint8Array>, opts?: import("@noble/post-quantum/utils.js").TArg<import("@noble/post-quantum/utils.js").VerOpts>) => boolean;
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
                signRand?: number;
                signature?: number;
            } & {
                seed?: number;
                publicKey?: number;
                secretKey?: number;
                signRand?: number;
                signature?: number;
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
            sign: ((msg: import("@noble/post-quantum/utils.js").TArg<Uint8Array>, secretKey: import("@noble/post-quantum/utils.js").TArg<Uint8Array>, opts?: import("@noble/post-quantum/utils.js").TArg<import("@noble/post-quantum/utils.js").SigOpts>) => import("@noble/post-quantum/utils.js").TRet<Uint8Array>) & ((msg: import("@noble/post-quantum/utils.js").TArg<import("@noble/post-quantum/utils.js").TArg<Uint8Array<ArrayBufferLike>>>, secretKey: import("@noble/post-quantum/utils.js").TArg<import("@noble/post-quantum/utils.js").TArg<Uint8Array<ArrayBufferLike>>>, opts?: import("@noble/post-quantum/utils.js").TArg<import("@noble/post-quantum/utils.js").TArg<import("@noble/post-quantum/utils.js").SigOpts> | undefined>) => Uint8Array<ArrayBufferLike> & Uint8Array<ArrayBuffer>) & {};
            verify: ((sig: import("@noble/post-quantum/utils.js").TArg<Uint8Array>, msg: import("@noble/post-quantum/utils.js").TArg<Uint8Array>, publicKey: import("@noble/post-quantum/utils.js").TArg<Uint8Array>, opts?: import("@noble/post-quantum/utils.js").TArg<import("@noble/post-quantum/utils.js").VerOpts>) => boolean) & ((sig: import("@noble/post-quantum/utils.js").TArg<import("@noble/post-quantum/utils.js").TArg<Uint8Array<ArrayBufferLike>>>, msg: import("@noble/post-quantum/utils.js").TArg<import("@noble/post-quantum/utils.js").TArg<Uint8Array<ArrayBufferLike>>>, publicKey: import("@noble/post-quantum/utils.js").TArg<import("@noble/post-quantum/utils.js").TArg<Uint8Array<ArrayBufferLike>>>, opts?: import("@noble/post-quantum/utils.js").TArg<import("@noble/post-quantum/utils.js").TArg<import("@noble/post-quantum/utils.js").VerOpts> | undefined>) => boolean) & {};
        } & {
            info?: {
                type?: string;
            } & {
                type?: string;
            } & {
                type?: string;
            };
            lengths: {
                seed?: number;
                publicKey?: number;
                secretKey?: number;
            } & {
                signRand?: number;
                signature?: number;
            } & {
                seed?: number;
                publicKey?: number;
                secretKey?: number;
                signRand?: number;
                signature?: number;
            } & {
                seed?: number;
                publicKey?: number;
                secretKey?: number;
                signRand?: number;
                signature?: number;
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
            }) & {} & ((seed?: import("@noble/post-quantum/utils.js").TArg<import("@noble/post-quantum/utils.js").TArg<import("@noble/post-quantum/utils.js").TArg<Uint8Array<ArrayBufferLike>> | undefined>>) => {
                secretKey: import("@noble/post-quantum/utils.js").TRet<Uint8Array>;
                publicKey: import("@noble/post-quantum/utils.js").TRet<Uint8Array>;
            } & {
                secretKey: import("@noble/post-quantum/utils.js").TRet<Uint8Array>;
                publicKey: import("@noble/post-quantum/utils.js").TRet<Uint8Array>;
            } & {
                secretKey: import("@noble/post-quantum/utils.js").TRet<Uint8Array>;
                publicKey: import("@noble/post-quantum/utils.js").TRet<Uint8Array>;
            }) & {};
            getPublicKey: ((secretKey: import("@noble/post-quantum/utils.js").TArg<Uint8Array>) => import("@noble/post-quantum/utils.js").TRet<Uint8Array>) & ((secretKey: import("@noble/post-quantum/utils.js").TArg<import("@noble/post-quantum/utils.js").TArg<Uint8Array<ArrayBufferLike>>>) => Uint8Array<ArrayBufferLike> & Uint8Array<ArrayBuffer>) & {} & {};
            sign: ((msg: import("@noble/post-quantum/utils.js").TArg<Uint8Array>, secretKey: import("@noble/post-quantum/utils.js").TArg<Uint8Array>, opts?: import("@noble/post-quantum/utils.js").TArg<import("@noble/post-quantum/utils.js").SigOpts>) => import("@noble/post-quantum/utils.js").TRet<Uint8Array>) & ((msg: import("@noble/post-quantum/utils.js").TArg<import("@noble/post-quantum/utils.js").TArg<Uint8Array<ArrayBufferLike>>>, secretKey: import("@noble/post-quantum/utils.js").TArg<import("@noble/post-quantum/utils.js").TArg<Uint8Array<ArrayBufferLike>>>, opts?: import("@noble/post-quantum/utils.js").TArg<import("@noble/post-quantum/utils.js").TArg<import("@noble/post-quantum/utils.js").SigOpts> | undefined>) => Uint8Array<ArrayBufferLike> & Uint8Array<ArrayBuffer>) & {} & {};
            verify: ((sig: import("@noble/post-quantum/utils.js").TArg<Uint8Array>, msg: import("@noble/post-quantum/utils.js").TArg<Uint8Array>, publicKey: import("@noble/post-quantum/utils.js").TArg<Uint8Array>, opts?: import("@noble/post-quantum/utils.js").TArg<import("@noble/post-quantum/utils.js").VerOpts>) => boolean) & ((sig: import("@noble/post-quantum/utils.js").TArg<import("@noble/post-quantum/utils.js").TArg<Uint8Array<ArrayBufferLike>>>, msg: import("@noble/post-quantum/utils.js").TArg<import("@noble/post-quantum/utils.js").TArg<Uint8Array<ArrayBufferLike>>>, publicKey: import("@noble/post-quantum/utils.js").TArg<import("@noble/post-quantum/utils.js").TArg<Uint8Array<ArrayBufferLike>>>, opts?: import("@noble/post-quantum/utils.js").TArg<import("@noble/post-quantum/utils.js").TArg<import("@noble/post-quantum/utils.js").VerOpts> | undefined>) => boolean) & {} & {};
        }) & {};
    };
};
