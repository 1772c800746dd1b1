import type { ByteQueue } from '../../bytes/queue.ts';
import type { AeadAlgorithm } from '../../crypto/provider.ts';
import { type ContentType } from '../../wire/record.ts';
import type { DirectionKeys12 } from '../keys/schedule12.ts';
import type { OpenedRecord, ReadHalf, WriteHalf } from './half.ts';
export declare class AeadReadHalf12 implements ReadHalf {
    #private;
    readonly protected = true;
    readonly hidesType = false;
    readonly maxBody: number;
    constructor(aead: AeadAlgorithm, keys: DirectionKeys12);
    open(type: ContentType, _header: Uint8Array, body: Uint8Array): OpenedRecord;
    wipe(): void;
}
export declare class AeadWriteHalf12 implements WriteHalf {
    #private;
    readonly hidesType = false;
    /** TLS 1.2 has no way to replace a key; only the numbers can run out. */
    readonly spent = false;
    constructor(aead: AeadAlgorithm, keys: DirectionKeys12);
    seal(type: ContentType, fragment: Uint8Array, outgoing: ByteQueue): void;
    wipe(): void;
}
