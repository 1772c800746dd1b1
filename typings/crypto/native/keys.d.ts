/**
 * Signing and verifying by `node:crypto`. A key is imported once, by JWK, and its key object is kept. What OpenSSL's
 * interface cannot do (PSS with two hashes) the portable twin does, and what another host's cannot: Bun has no Ed448 and
 * no public exponents past 33 bits, Deno no private keys on P-521.
 */
import type { KeyAlgorithm, KeyType } from '../provider.ts';
import type { NodeCryptoModule } from './node-crypto.ts';
/** The portable keys with those types replaced that the host has. */
export declare function nativeKeys(node: NodeCryptoModule, portable: ReadonlyMap<KeyType, KeyAlgorithm>): Map<KeyType, KeyAlgorithm>;
