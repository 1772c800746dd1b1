import { Protocol } from './protocols.ts';
import type { StreamReader } from './stream-reader.ts';
import { StreamWriter } from './stream-writer.ts';
import type { Transport } from './transports.ts';
/** What `start_server()` calls for each client; it may be asynchronous. */
export type ClientConnected = (reader: StreamReader, writer: StreamWriter) => unknown;
/** The protocol between a transport and a pair of streams. */
export declare class StreamReaderProtocol extends Protocol {
    #private;
    constructor(stream_reader: StreamReader, client_connected_cb?: ClientConnected | null);
    /** Whether the connection was accepted, not made. */
    get server_side(): boolean;
    connection_made(transport: Transport): void;
    /** The connection goes on over another transport: TLS was put on it. */
    replace_transport(transport: Transport): void;
    /** What was received, and not read before TLS is put on the connection. */
    _take_unread(): Uint8Array;
    connection_lost(exc: Error | null): void;
    data_received(data: Uint8Array): void;
    eof_received(): boolean;
    pause_writing(): void;
    resume_writing(): void;
    /** Resolves when there is room to write. */
    drain(): Promise<void>;
    /** Settles when the connection is gone. */
    get closed(): Promise<void>;
}
