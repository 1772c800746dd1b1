import { type DSA } from '@noble/post-quantum/ml-dsa.js';
export interface MlDsa {
    readonly mldsa44: DSA;
    readonly mldsa65: DSA;
    readonly mldsa87: DSA;
}
/** In what is built, the file is evaluated when this is first called (build.mjs). */
export declare const mlDsa: () => MlDsa;
