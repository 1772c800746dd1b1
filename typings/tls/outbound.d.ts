/** All that leaves a connection: data, handshake messages, alerts, and the moments when write keys change. */
import type { ByteQueue } from '../bytes/queue.ts';
import { type AlertName } from '../wire/alert.ts';
import type { WriteHalf } from './record/half.ts';
import type { Settings } from './settings.ts';
import type { Watch } from './watch.ts';
export declare class Outbound {
    #private;
    constructor(settings: Settings, outgoing: ByteQueue, watch: Watch);
    /** Whether our close_notify is out. */
    get closed(): boolean;
    /** Whether the present key has protected as many records as it may. */
    get spent(): boolean;
    data(content: Uint8Array): void;
    /** As with alerts, what would answer a peer after our close_notify is not sent (RFC 8446 section 6.1: nothing follows it). */
    message(bytes: Uint8Array): void;
    /** Ends a flight. */
    flush(): void;
    /** One change_cipher_spec, unprotected, now. */
    changeCipherSpec(): void;
    alert(level: 'warning' | 'fatal', name: AlertName): void;
    close(): void;
    /** The alert that goes before the end. */
    fatal(name: AlertName): void;
    /** What protects from the next record on. */
    use(half: WriteHalf): void;
    /** The same, but with a change_cipher_spec in front, and not before there is something to send. */
    useLater(half: WriteHalf): void;
    wipe(): void;
}
