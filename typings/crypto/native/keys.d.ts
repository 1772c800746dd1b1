import type { KeyAlgorithm, KeyType } from '../provider.ts';
import type { NodeCryptoModule } from './node-crypto.ts';
/** The portable keys with those types replaced that the host has. */
export declare function nativeKeys(node: NodeCryptoModule, portable: ReadonlyMap<KeyType, KeyAlgorithm>): Map<KeyType, KeyAlgorithm>;
