import type { Transport } from './transports.ts';
/** What all protocols have in common. The methods here do nothing. */
export declare class BaseProtocol {
    /** The connection is there. */
    connection_made(_transport: Transport): void;
    /** The connection is gone: with the error that ended it, or `null` where it ended as it should. */
    connection_lost(_exc: Error | null): void;
    /** More waits to be sent than the transport's high-water mark; each such call is followed by `resume_writing`. */
    pause_writing(): void;
    /** What waits to be sent is down to the low-water mark. */
    resume_writing(): void;
    /**
     * The peer sends no more. Unless this returns something true the transport closes itself; with TLS it always does.
     */
    eof_received(): boolean | void;
}
/** A protocol that is handed the bytes. */
export declare class Protocol extends BaseProtocol {
    data_received(_data: Uint8Array): void;
}
/** A protocol that says where the bytes are to be put. */
export declare abstract class BufferedProtocol extends BaseProtocol {
    /** A buffer to be filled, of about `sizehint` bytes (-1: of any size), and never an empty one. */
    abstract get_buffer(sizehint: number): Uint8Array;
    /** So many bytes of the buffer are filled. */
    abstract buffer_updated(nbytes: number): void;
}
export type AnyProtocol = Protocol | BufferedProtocol;
/** Tells the two kinds apart, by what they have: a program need not extend these classes. */
export declare function isBuffered(protocol: AnyProtocol): protocol is BufferedProtocol;
/** Hands bytes to a protocol of either kind. */
export declare function deliver(protocol: AnyProtocol, data: Uint8Array): void;
/** Fills the protocol's buffer, as often as it takes. */
export declare function feedBuffered(protocol: BufferedProtocol, data: Uint8Array): void;
export declare function usableBuffer(protocol: BufferedProtocol, sizehint: number): Uint8Array;
