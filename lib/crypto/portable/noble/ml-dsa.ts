import { ml_dsa44, ml_dsa65, ml_dsa87 } from '@noble/post-quantum/ml-dsa.js';

const algorithms = { mldsa44: ml_dsa44, mldsa65: ml_dsa65, mldsa87: ml_dsa87 } as const;

/** In what is built, the file is evaluated when this is first called (build.mjs). */
export const mlDsa = () => algorithms;
