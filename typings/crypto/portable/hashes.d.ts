import type { CHash } from '@noble/hashes/utils.js';
import type { HashAlgorithm, HashName } from '../provider.ts';
/** A hash function of noble's. */
export type NobleHash = CHash;
export declare const hashFunctions: ReadonlyMap<HashName, NobleHash>;
export declare const hashes: ReadonlyMap<HashName, HashAlgorithm>;
