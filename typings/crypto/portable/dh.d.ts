import type { DhAlgorithm, DhParameters } from '../provider.ts';
/** Diffie-Hellman modulo any odd number, in BigInt. */
export declare const dh: DhAlgorithm;
export interface DhGroup {
    readonly prime: bigint;
    readonly generator: bigint;
    /** Of the prime, in bytes. */
    readonly length: number;
}
export declare function readGroup({ prime, generator }: DhParameters): DhGroup | undefined;
