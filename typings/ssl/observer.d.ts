import type { MessageEvent, Observer } from '../tls/settings.ts';
/** What `_msg_callback` is called with: the object, and a message with its direction, version and types. */
export type MessageCallback = (conn: unknown, direction: 'read' | 'write', version: number, content_type: number, msg_type: number, data: Uint8Array) => void;
/** Told of each line of the key log, without its end. */
export type KeylogCallback = (conn: unknown, line: string) => void;
export interface Watching {
    /** The `SSLObject`, which callbacks are told of. */
    readonly owner: unknown;
    readonly message: MessageCallback | null;
    readonly keylog: KeylogCallback | null;
    /** Takes a line of the key log, with its end. */
    readonly keylogFile: ((line: string) => void) | null;
}
/**
 * What callbacks throw must not reach the engine, which would take it for a fault of its own and end the connection:
 * it is kept, and raised when the call that met it comes back.
 */
export declare class ConnectionObserver implements Observer {
    #private;
    /** Absent where nobody listens, so that the engine need not make copies for it. */
    message: ((event: MessageEvent) => void) | undefined;
    constructor(watching: Watching);
    /** Another context has taken over, and with it whoever watches that. */
    handOver(watching: Omit<Watching, 'owner'>): void;
    /** NSS key log format. */
    secret(label: string, clientRandom: Uint8Array, secret: Uint8Array): void;
    /** What a callback has thrown since the last time. */
    takeRaised(): {
        readonly error: unknown;
    } | undefined;
}
