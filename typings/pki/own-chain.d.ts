import type { Certificate } from './certificate.ts';
import type { CertificateStore } from './store.ts';
/**
 * The chain that we send: what was loaded behind the leaf, as it is; or, where only a leaf was loaded, whatever can be
 * built above it out of our own store, root included and complete or not. OpenSSL does so, and a peer that lacks an
 * intermediate is glad of it.
 */
export declare function buildOwnChain(leaf: Certificate, extra: readonly Certificate[], store: CertificateStore, time: number): readonly Certificate[];
