import type { DhAlgorithm, DhParameters } from '../provider.ts';
import { type DhNumbers } from './ffdhe.ts';
/** Diffie-Hellman modulo any odd number, in BigInt. */
export declare const dh: DhAlgorithm;
export interface DhGroup extends DhNumbers {
    /** Of the prime, in bytes. */
    readonly length: number;
}
export declare function readGroup({ prime, generator }: DhParameters): DhGroup | undefined;
