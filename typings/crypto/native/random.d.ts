import type { NodeCryptoModule } from './node-crypto.ts';
/** Bytes from the host's generator, fetched in advance: a call for a few of them costs more than the bytes. */
export declare function pooledRandom(node: NodeCryptoModule): (length: number) => Uint8Array;
