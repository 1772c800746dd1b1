import { type MLKEM } from '@noble/post-quantum/ml-kem.js';
/** In what is built, the file is evaluated when this is first called (build.mjs). */
export declare const mlKem: () => MLKEM;
