import type { CertificateStore } from '../pki/store.ts';
import type { OwnChain } from './credentials.ts';
/** What was loaded, or can be built of the store, leaf first; the same until the store or the time has moved on. */
export declare function chainToSend(own: OwnChain, store: CertificateStore, now?: number): readonly Uint8Array[];
