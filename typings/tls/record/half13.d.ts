import type { ByteQueue } from '../../bytes/queue.ts';
import type { AeadAlgorithm } from '../../crypto/provider.ts';
import { type ContentType } from '../../wire/record.ts';
import type { OpenedRecord, ReadHalf, WriteHalf } from './half.ts';
/** Key and IV of one direction, as section 7.3 derives them. */
export interface TrafficKeys {
    readonly key: Uint8Array;
    readonly iv: Uint8Array;
}
export declare class ReadHalf13 implements ReadHalf {
    #private;
    readonly protected = true;
    readonly hidesType = true;
    readonly maxBody: number;
    constructor(aead: AeadAlgorithm, keys: TrafficKeys);
    open(_type: ContentType, header: Uint8Array, body: Uint8Array): OpenedRecord;
    wipe(): void;
}
export declare class WriteHalf13 implements WriteHalf {
    #private;
    readonly hidesType = true;
    constructor(aead: AeadAlgorithm, keys: TrafficKeys, options: {
        recordLimit: number;
        paddingBlock: number;
    });
    get spent(): boolean;
    seal(type: ContentType, fragment: Uint8Array, outgoing: ByteQueue): void;
    wipe(): void;
}
