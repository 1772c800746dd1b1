/** Hashes and HMAC by `node:crypto`. */
import type { HashAlgorithm, HashName } from '../provider.ts';
import type { NodeCryptoModule } from './node-crypto.ts';
/** Those that the running host has (a FIPS build may lack MD5). */
export declare function nativeHashes(node: NodeCryptoModule): Map<HashName, HashAlgorithm>;
