/** Records before there are keys, RFC 8446 section 5.1. */
import type { ByteQueue } from '../../bytes/queue.ts';
import { type ContentType } from '../../wire/record.ts';
import type { ReadHalf, WriteHalf } from './half.ts';
export declare const plainReadHalf: ReadHalf;
export declare class PlainWriteHalf implements WriteHalf {
    #private;
    readonly hidesType = false;
    readonly spent = false;
    /** `version` stands in each header: 0x0301 for a first ClientHello, 0x0303 otherwise (section 5.1). */
    constructor(version: number);
    seal(type: ContentType, fragment: Uint8Array, outgoing: ByteQueue): void;
    wipe(): void;
}
