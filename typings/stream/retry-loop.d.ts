import type { MemoryBIO } from '../ssl/memory-bio.ts';
import type { SSLObject } from '../ssl/object.ts';
import type { ByteTransport } from './transport.ts';
export interface RetryLoopParts {
    readonly object: SSLObject;
    /** What comes from the network. */
    readonly incoming: MemoryBIO;
    /** What is to go to the network. */
    readonly outgoing: MemoryBIO;
    readonly transport: ByteTransport;
    /** Keeps a server's tickets until its first write. */
    readonly holdTickets?: boolean;
}
export interface RunOptions {
    /** Gives the call up; it then rejects with the signal's reason. */
    readonly signal?: AbortSignal | undefined;
    /**
     * The call has nothing to do before something has come: it waits before it is made, not after, and saves the
     * exception that says so.
     */
    readonly bytesFirst?: boolean;
}
export declare class RetryLoop {
    #private;
    constructor({ object, incoming, outgoing, transport, holdTickets }: RetryLoopParts);
    /**
     * Calls `operation` until it no longer wants to read. What it leaves to send is on its way then, not sent: who has
     * to know that waits for `flush()`.
     */
    run<T>(operation: () => T, { signal, bytesFirst }?: RunOptions): Promise<T>;
    /** Completes the handshake. */
    handshake(options?: RunOptions): Promise<void>;
    /** Writes all of `data`, a part at a time, as the transport takes it. */
    write(data: Uint8Array, options?: RunOptions): Promise<void>;
    /** Sends what lies in the outgoing BIO, and resolves when that and all before it is sent. */
    flush(): Promise<void>;
}
