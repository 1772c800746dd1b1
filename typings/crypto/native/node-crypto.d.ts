/**
 * The one door to `node:crypto`. It is asked for at run time, so that no import of it stands in the graph of the
 * package: a browser or a bundler finds nothing that it would have to replace.
 */
import type * as NodeCrypto from 'node:crypto';
/** Synchronous cryptography of the host; `undefined` where there is none. */
export declare const nodeCrypto: typeof NodeCrypto | undefined;
/** The same where a provider has been made of it, which is only where it exists. */
export type NodeCryptoModule = typeof NodeCrypto;
