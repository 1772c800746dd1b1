import type { HashAlgorithm } from '../../crypto/provider.ts';
/** The first row: made of a PSK, or of zeros where there is none. */
export declare class EarlyStage {
    #private;
    constructor(hash: HashAlgorithm, psk?: Uint8Array);
    /** The early secret itself, for checks against published traces. */
    get secret(): Uint8Array;
    /** Section 4.2.11.2: `res binder` for tickets, `ext binder` for keys from elsewhere. */
    binderKey(kind: 'res binder' | 'ext binder'): Uint8Array;
    /** Where nothing follows. */
    wipe(): void;
    /** The next row, by the (EC)DHE secret; this stage and that secret are spent. */
    handshake(sharedSecret: Uint8Array): HandshakeStage;
}
export declare class HandshakeStage {
    #private;
    constructor(hash: HashAlgorithm, secret: Uint8Array);
    /** The handshake secret itself, for checks against published traces. */
    get secret(): Uint8Array;
    /** Of the transcript up to ServerHello. */
    clientTraffic(transcriptHash: Uint8Array): Uint8Array;
    serverTraffic(transcriptHash: Uint8Array): Uint8Array;
    /** The last row; this stage is spent. */
    master(): MasterStage;
}
export declare class MasterStage {
    #private;
    constructor(hash: HashAlgorithm, secret: Uint8Array);
    /** The master secret itself, for checks against published traces. */
    get secret(): Uint8Array;
    /** Of the transcript up to the server's Finished. */
    clientTraffic(transcriptHash: Uint8Array): Uint8Array;
    serverTraffic(transcriptHash: Uint8Array): Uint8Array;
    exporter(transcriptHash: Uint8Array): Uint8Array;
    /** Of the transcript up to the client's Finished. */
    resumption(transcriptHash: Uint8Array): Uint8Array;
    wipe(): void;
}
/** Section 7.3: what protects records, out of a traffic secret. */
export declare function trafficKeys(hash: HashAlgorithm, secret: Uint8Array, lengths: {
    readonly key: number;
    readonly iv: number;
}): {
    readonly key: Uint8Array;
    readonly iv: Uint8Array;
};
/** Section 7.2: the traffic secret after a KeyUpdate. */
export declare function nextTrafficSecret(hash: HashAlgorithm, secret: Uint8Array): Uint8Array;
/** Section 4.4.4: the MAC in a Finished message, under the sender's traffic secret. */
export declare function finishedMac(hash: HashAlgorithm, baseKey: Uint8Array, transcriptHash: Uint8Array): Uint8Array;
/** Section 4.6.1: the PSK that belongs to a ticket. */
export declare function ticketPsk(hash: HashAlgorithm, resumptionSecret: Uint8Array, ticketNonce: Uint8Array): Uint8Array;
/** Section 7.5: keying material for other protocols. */
export declare function exportKeyingMaterial(hash: HashAlgorithm, exporterSecret: Uint8Array, label: string, context: Uint8Array, length: number): Uint8Array;
