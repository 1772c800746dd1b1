/** The two halves of record protection. Each direction has its own, and each is replaced when keys change. */
import type { ByteQueue } from '../../bytes/queue.ts';
import type { ContentType } from '../../wire/record.ts';
/** A record with its protection taken off. */
export interface OpenedRecord {
    readonly type: ContentType;
    /** A view that nobody else holds. */
    readonly fragment: Uint8Array;
}
export interface ReadHalf {
    readonly protected: boolean;
    /** TLS 1.3 hides types: what is protected comes as application data, and what comes as anything else is not. */
    readonly hidesType: boolean;
    /** The longest body that a record may have. */
    readonly maxBody: number;
    /** Takes off the protection; throws a fault where there is something wrong with it. */
    open(type: ContentType, header: Uint8Array, body: Uint8Array): OpenedRecord;
    wipe(): void;
}
export interface WriteHalf {
    /** See `ReadHalf.hidesType`. */
    readonly hidesType: boolean;
    /** Puts one record, header and all, into the queue. */
    seal(type: ContentType, fragment: Uint8Array, outgoing: ByteQueue): void;
    /** Whether this key has protected as many records as it may: then the next thing to send is a KeyUpdate. */
    readonly spent: boolean;
    wipe(): void;
}
