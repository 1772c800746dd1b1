import type { HashAlgorithm } from '../../crypto/provider.ts';
import type { Protection12 } from '../suites12.ts';
/** RFC 5246 section 8.1. */
export declare const MASTER_SECRET_LENGTH = 48;
/** The two hellos' randoms. */
export interface Randoms {
    readonly client: Uint8Array;
    readonly server: Uint8Array;
}
/** What protects records in one direction; a part that the suite has no use for is empty. */
export interface DirectionKeys12 {
    readonly mac: Uint8Array;
    readonly key: Uint8Array;
    readonly iv: Uint8Array;
}
/** RFC 5246 section 5: `PRF(secret, label, seed)`, which is P_hash over label and seed. */
export declare function prf(hash: HashAlgorithm, secret: Uint8Array, label: string, seed: Uint8Array, length: number): Uint8Array;
/** RFC 5246 section 8.1; the premaster secret is spent. */
export declare function masterSecret(hash: HashAlgorithm, premaster: Uint8Array, randoms: Randoms): Uint8Array;
/** RFC 7627 section 4, with the hash of all messages up to ClientKeyExchange; the premaster secret is spent. */
export declare function extendedMasterSecret(hash: HashAlgorithm, premaster: Uint8Array, sessionHash: Uint8Array): Uint8Array;
/** RFC 5246 section 6.3: the key block, cut into what each direction uses. */
export declare function trafficKeys12(hash: HashAlgorithm, master: Uint8Array, randoms: Randoms, protection: Protection12): {
    readonly client: DirectionKeys12;
    readonly server: DirectionKeys12;
};
/** RFC 5246 section 7.4.9: what a Finished holds, over all handshake messages before it. */
export declare function verifyData(hash: HashAlgorithm, master: Uint8Array, sender: 'client' | 'server', transcriptHash: Uint8Array): Uint8Array;
/** RFC 5705 section 4: keying material for other protocols. No context is another thing than an empty one. */
export declare function exportKeyingMaterial12(hash: HashAlgorithm, master: Uint8Array, randoms: Randoms, label: string, context: Uint8Array | undefined, length: number): Uint8Array;
