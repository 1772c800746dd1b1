import type { BlockCipherAlgorithm } from '../provider.ts';
export declare const desEde3Cbc: BlockCipherAlgorithm;
