import type { CertificateStore } from '../pki/store.ts';
import type { Weakness } from '../tls/peer.ts';
import type { OwnChain } from './credentials.ts';
import { type Standard } from './own-strength.ts';
export interface Sent {
    readonly chain: readonly Uint8Array[];
    readonly weakness: Weakness | undefined;
}
/** What was loaded, or can be built of the store, leaf first; the same until the store, the level or the time has moved on. */
export declare function chainToSend(own: OwnChain, store: CertificateStore, standard: Standard, now?: number): Sent;
