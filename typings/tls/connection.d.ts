import type { ByteQueue } from '../bytes/queue.ts';
import { type Outcome } from './outcome.ts';
import { type Incoming } from './record/pull.ts';
import type { Session } from './session.ts';
import type { Negotiated, Settings } from './settings.ts';
export type ConnectionState = 'start' | 'handshaking' | 'open' | 'ended';
export declare class Connection {
    #private;
    readonly negotiated: Negotiated;
    constructor(settings: Settings, incoming: Incoming, outgoing: ByteQueue);
    get state(): ConnectionState;
    /** Decrypted bytes that wait to be read. */
    get pending(): number;
    /** Whether our close_notify is out, and whether the peer's is in. */
    get closeSent(): boolean;
    get closeReceived(): boolean;
    /** The newest session that the server gave. */
    get session(): Session | undefined;
    /** Goes by other settings from here on, if nothing has been heard of the peer; whether it does. */
    goBy(settings: Settings): boolean;
    /** Goes on with the handshake as far as the bytes go; `done` when it is complete. */
    handshake(): Outcome;
    /** Up to `limit` bytes, never of more than one record; they belong to the caller. */
    read(limit: number): Uint8Array | Outcome;
    /** The same into a buffer; how many bytes. */
    readInto(target: Uint8Array): number | Outcome;
    /** Sends all of `data`, in records of up to 2^14 bytes. */
    write(data: Uint8Array): number | Outcome;
    /**
     * Sends our close_notify, and looks whether the peer's is there: `done` when both are, `want` until then. The
     * connection goes on reading and writing the way that is still open (RFC 8446 section 6.1).
     */
    close(): Outcome;
    /** Sends our close_notify, and looks at nothing: what the peer sends can still be read. */
    closeSending(): Outcome;
    /** RFC 8446 section 4.6.3: new keys for what we send, and if asked for what the peer sends. */
    updateKeys(requestPeer: boolean): Outcome;
    /**
     * Asks the client for its certificate (RFC 8446 section 4.6.2): the request leaves with the next call that reads,
     * writes or goes on with the handshake, as OpenSSL's does.
     */
    askForCertificate(): Outcome;
    /** RFC 8446 section 7.5; `undefined` before the handshake is complete, and when its keys are gone. */
    exportKeyingMaterial(label: string, context: Uint8Array | undefined, length: number): Uint8Array | undefined;
    /** Ends the connection without a word, and overwrites its keys. */
    destroy(): void;
}
