import type { GroupAlgorithm, GroupName } from '../provider.ts';
import type { NodeCryptoModule } from './node-crypto.ts';
export declare function nativeGroups(node: NodeCryptoModule): Map<GroupName, GroupAlgorithm>;
