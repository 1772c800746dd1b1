import type { DhAlgorithm } from '../provider.ts';
import type { NodeCryptoModule } from './node-crypto.ts';
export declare function nativeDh(node: NodeCryptoModule): DhAlgorithm;
