import type { AeadAlgorithm, AeadName, BlockCipherAlgorithm, BlockCipherName } from '../provider.ts';
import type { NodeCryptoModule } from './node-crypto.ts';
/** The portable AEADs with those replaced that the running host has. */
export declare function nativeAeads(node: NodeCryptoModule, portable: ReadonlyMap<AeadName, AeadAlgorithm>): Map<AeadName, AeadAlgorithm>;
export declare function nativeBlockCiphers(node: NodeCryptoModule): Map<BlockCipherName, BlockCipherAlgorithm>;
