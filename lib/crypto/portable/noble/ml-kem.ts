import { type MLKEM, ml_kem768 } from '@noble/post-quantum/ml-kem.js';

/** In what is built, the file is evaluated when this is first called (build.mjs). */
export const mlKem = (): MLKEM => ml_kem768;
