export declare class Joiner {
    #private;
    /** Whether a message, or a part of one, waits. */
    get waiting(): boolean;
    /** The contents of one more handshake record. */
    add(fragment: Uint8Array): void;
    /**
     * The next whole message, header included. `check` sees each header as soon as it is there, before anything more is
     * kept for that message, and throws if there must be no such message or none so long.
     */
    next(check: (type: number, length: number) => void): Uint8Array | undefined;
    wipe(): void;
}
