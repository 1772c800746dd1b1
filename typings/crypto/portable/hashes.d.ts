import type { HashAlgorithm, HashName } from '../provider.ts';
export declare const hashes: ReadonlyMap<HashName, HashAlgorithm>;
