import { type DSA, ml_dsa44, ml_dsa65, ml_dsa87 } from '@noble/post-quantum/ml-dsa.js';

const algorithms: MlDsa = { mldsa44: ml_dsa44, mldsa65: ml_dsa65, mldsa87: ml_dsa87 };

export interface MlDsa {
  readonly mldsa44: DSA;
  readonly mldsa65: DSA;
  readonly mldsa87: DSA;
}

/** In what is built, the file is evaluated when this is first called (build.mjs). */
export const mlDsa = (): MlDsa => algorithms;
