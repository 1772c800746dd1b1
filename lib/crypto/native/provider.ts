/** The accelerated core: the portable one, with entries replaced by those that the running host has. */
import { portable } from '../portable/provider.ts';
import type { CryptoProvider } from '../provider.ts';
import { nativeAeads, nativeBlockCiphers } from './aeads.ts';
import { nativeDh } from './dh.ts';
import { nativeGroups } from './groups.ts';
import { nativeHashes } from './hashes.ts';
import { nativeKeys } from './keys.ts';
import { type NodeCryptoModule, nodeCrypto } from './node-crypto.ts';
import { nativePasswords } from './passwords.ts';
import { pooledRandom } from './random.ts';

/** `undefined` where there is no `node:crypto`. */
export const native: CryptoProvider | undefined = nodeCrypto && makeNative(nodeCrypto);

function makeNative(node: NodeCryptoModule): CryptoProvider {
  return {
    name: 'native',
    random: pooledRandom(node),
    hashes: new Map([...portable.hashes, ...nativeHashes(node)]),
    aeads: nativeAeads(node, portable.aeads),
    blockCiphers: new Map([...portable.blockCiphers, ...nativeBlockCiphers(node)]),
    groups: new Map([...portable.groups, ...nativeGroups(node)]),
    dh: nativeDh(node),
    keys: nativeKeys(node, portable.keys),
    passwords: nativePasswords(node),
  };
}
