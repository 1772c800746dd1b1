import type { ByteQueue } from '../../bytes/queue.ts';
import { type ContentType } from '../../wire/record.ts';
import type { OpenedRecord, ReadHalf } from './half.ts';
/** Where bytes from the network wait; `ended` says that no more will come. */
export interface Incoming {
    readonly queue: ByteQueue;
    readonly ended: boolean;
}
export interface PullEvents {
    header(header: Uint8Array): void;
    /** The type that the protection of a record has hidden. */
    inside(type: ContentType): void;
}
export declare class RecordPull {
    #private;
    /**
     * Which unprotected records may still come when records are protected: change_cipher_spec until the peer's
     * Finished (RFC 8446 section 5), and at a server an alert from a client that could not read our first flight.
     */
    readonly tolerated: Set<"alert" | "application_data" | "change_cipher_spec" | "handshake">;
    /**
     * How many bytes of records that cannot be read may still be passed over at a server: early data that it did not
     * accept (RFC 8446 section 4.2.10). The first record that can be read ends this.
     */
    skippable: number;
    constructor(incoming: Incoming, role: 'client' | 'server', events: PullEvents);
    /** New keys for what comes; the old ones are wiped. */
    set half(half: ReadHalf);
    /** Forgets the keys and what of a record came. */
    wipe(): void;
    /** Whether part of a record has been taken. */
    get torn(): boolean;
    /** The next record, opened; throws a fault for what is no record of ours. */
    next(): OpenedRecord | 'want' | 'eof';
}
