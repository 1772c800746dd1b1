import type { PasswordAlgorithms } from '../provider.ts';
import type { NodeCryptoModule } from './node-crypto.ts';
export declare function nativePasswords(node: NodeCryptoModule): PasswordAlgorithms;
