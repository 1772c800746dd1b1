/** The accelerated core: the portable one, with entries replaced by those that the running host has. */
import { once } from '../checks.ts';
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

/** `undefined` where there is no `node:crypto`. Made when something of it is asked for: a process of the other core never pays. */
export const native: CryptoProvider | undefined = nodeCrypto && whenAsked(nodeCrypto);

function whenAsked(node: () => NodeCryptoModule): CryptoProvider {
  const made = once(() => makeNative(node()));
  return {
    name: 'native',
    get random() {
      return made().random;
    },
    get hashes() {
      return made().hashes;
    },
    get aeads() {
      return made().aeads;
    },
    get blockCiphers() {
      return made().blockCiphers;
    },
    get groups() {
      return made().groups;
    },
    get dh() {
      return made().dh;
    },
    get keys() {
      return made().keys;
    },
    get passwords() {
      return made().passwords;
    },
  };
}

function makeNative(node: NodeCryptoModule): CryptoProvider {
  return {
    name: 'native',
    random: pooledRandom(node),
    hashes: new Map([...portable.hashes, ...nativeHashes(node)]),
    aeads: nativeAeads(node, portable.aeads),
    blockCiphers: new Map([...portable.blockCiphers, ...nativeBlockCiphers(node)]),
    groups: nativeGroups(node, portable.groups),
    dh: nativeDh(node),
    keys: nativeKeys(node, portable.keys),
    passwords: nativePasswords(node),
  };
}
