/**
 * TLS on a socket, while it has it: an `SSLObject` over two buffers, and how a call on it is carried out. A socket that
 * may wait does so until bytes have come or its time is up; one that may not makes do with what is there.
 *
 * The handshake that Python makes inside `wrap_socket()`, which cannot wait here, is *owed*: the first call that waits
 * anyway pays, and whoever calls meanwhile waits for the same handshake.
 */
import type { DuplexTransport } from '../stream/duplex-transport.ts';
import type { MemoryBIO } from './memory-bio.ts';
import type { SSLObject } from './object.ts';
export interface LayerParts {
    readonly object: SSLObject;
    readonly incoming: MemoryBIO;
    readonly outgoing: MemoryBIO;
    readonly transport: DuplexTransport;
    readonly socket: Waiting;
}
/** What the layer asks of its socket. */
export interface Waiting {
    /** Python's time-out: 0 where no call may wait. */
    timeout(): number | null;
    /** Gives a call that time. */
    within<T>(words: string, call: (signal?: AbortSignal) => Promise<T>): Promise<T>;
    /** The handshake that was owed has failed. */
    close(): void;
}
export declare class SocketLayer {
    #private;
    readonly object: SSLObject;
    /** The handshake that Python makes in `wrap_socket()` is still to be made. */
    owed: boolean;
    constructor({ socket, ...parts }: LayerParts);
    handshake(): Promise<void>;
    /** Makes the handshake that is owed, once for all who wait for it. */
    pay(): Promise<void>;
    /** `SSLObject.read()`. */
    read(len: number, buffer: ArrayBufferView | null): Promise<Uint8Array | number>;
    /** `SSLObject.write()`, of all there is. */
    write(bytes: Uint8Array): Promise<number>;
    /** `SSLObject.unwrap()`; returns what the peer has said in clear, behind its goodbye. */
    unwrap(): Promise<Uint8Array>;
}
