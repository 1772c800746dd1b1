import type { ARXCipher } from '@noble/ciphers/utils.js';
export interface Ciphers {
    readonly chacha20poly1305: ARXCipher;
}
/** In what is built, the file is evaluated when this is first called (build.mjs). */
export declare const chacha: () => Ciphers;
