import { type ContentType } from '../../wire/record.ts';
/**
 * The record numbers of one direction in TLS 1.2, and what a MAC or a tag covers beside the content: number, type,
 * version and length (RFC 5246 sections 6.2.3.1 and 6.2.3.3). The bytes stand in one buffer that is used again.
 */
export declare class RecordNumbers12 {
    #private;
    /** The present record's number, as a view. */
    readonly number: Uint8Array;
    /** Of the present record. */
    header(type: ContentType, length: number): Uint8Array;
    /** To be called when a record has passed. */
    advance(): void;
    wipe(): void;
}
export declare const NUMBER_LENGTH = 8;
