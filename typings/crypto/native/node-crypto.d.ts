/**
 * The one door to `node:crypto`. It is asked for at run time, so that no import of it stands in the graph of the
 * package: a browser or a bundler finds nothing that it would have to replace.
 */
import type * as NodeCrypto from 'node:crypto';
/** Synchronous cryptography of the host. */
export type NodeCryptoModule = typeof NodeCrypto;
/** It is there, and is loaded when it is called for; `undefined` where there is none. */
export declare const nodeCrypto: (() => NodeCryptoModule) | undefined;
