import type { CryptoProvider, KeyShare } from '../../crypto/provider.ts';
import type { Randoms } from '../keys/schedule12.ts';
import type { Terms } from './choose12.ts';
export interface ServerExchange {
    /** Of ServerKeyExchange; `undefined` where there is nothing to say. */
    readonly body: Uint8Array | undefined;
    /** Our own key, where it was made for this exchange; `finish` wipes it. */
    readonly key?: KeyShare;
    /** The premaster secret that the body of a ClientKeyExchange leads to. */
    finish(answer: Uint8Array): Uint8Array;
}
/** Begins the exchange of these terms. `offeredVersion` is that of the ClientHello. */
export declare function beginExchange(terms: Terms, provider: CryptoProvider, randoms: Randoms, offeredVersion: number): ServerExchange;
