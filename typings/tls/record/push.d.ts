import type { ByteQueue } from '../../bytes/queue.ts';
import { type ContentType } from '../../wire/record.ts';
import type { WriteHalf } from './half.ts';
export interface PushEvents {
    /** Whether anybody wants to be told. */
    readonly wanted: boolean;
    /** A record has gone out; `inside`: the type that its protection hides. */
    wrote(header: Uint8Array, inside: ContentType | undefined): void;
}
export declare class RecordPush {
    #private;
    constructor(outgoing: ByteQueue, half: WriteHalf, gather: boolean, events: PushEvents);
    /** New keys for what goes out; the old ones are wiped. */
    set half(half: WriteHalf);
    get half(): WriteHalf;
    /** One handshake message, header included. */
    handshake(message: Uint8Array): void;
    /** Anything else; handshake messages that wait go first. */
    record(type: ContentType, content: Uint8Array): void;
    /** A record that is never protected (the change_cipher_spec of middlebox compatibility). */
    unprotected(type: ContentType, content: Uint8Array, half: WriteHalf): void;
    /** Ends a flight. */
    flush(): void;
    /** Forgets the keys and what waits. */
    wipe(): void;
}
