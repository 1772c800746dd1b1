import type { MessageEvent, Observer } from '../tls/settings.ts';
export type MessageCallback = (conn: unknown, direction: 'read' | 'write', version: number, content_type: number, msg_type: number, data: Uint8Array) => void;
export interface Watching {
    /** The `SSLObject`, which callbacks are told of. */
    readonly owner: unknown;
    readonly message: MessageCallback | null;
    /** Takes a line of the key log. */
    readonly log: ((line: string) => void) | null;
}
/**
 * What callbacks throw must not reach the engine, which would take it for a fault of its own and end the connection:
 * it is kept, and raised when the call that met it comes back.
 */
export declare class ConnectionObserver implements Observer {
    #private;
    /** Absent where nobody listens, so that the engine need not make copies for it. */
    readonly message?: (event: MessageEvent) => void;
    constructor(watching: Watching);
    /** NSS key log format. */
    secret(label: string, clientRandom: Uint8Array, secret: Uint8Array): void;
    /** Throws what a callback has thrown since the last time. */
    raise(): void;
}
