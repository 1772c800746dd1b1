import type { HashName } from '../provider.ts';
import type { NodeCryptoModule } from './node-crypto.ts';
type Hmac = (key: Uint8Array, data: Uint8Array) => Uint8Array;
/**
 * HMAC (RFC 2104 section 2) of short messages as two hashes, each in one call: a handshake's two key schedules are some
 * fifty of them, and an object of the host's for each costs half as much again. `undefined` where the host has no hash in one call (before
 * Node 20.12).
 */
export declare function shortHmac(node: NodeCryptoModule, name: HashName, outputLength: number, blockLength: number): Hmac | undefined;
export {};
