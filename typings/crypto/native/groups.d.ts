import type { GroupAlgorithm, GroupName } from '../provider.ts';
import type { NodeCryptoModule } from './node-crypto.ts';
/** The portable groups with those replaced that the running host has. */
export declare function nativeGroups(node: NodeCryptoModule, portable: ReadonlyMap<GroupName, GroupAlgorithm>): Map<GroupName, GroupAlgorithm>;
