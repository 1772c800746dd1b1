/**
 * A connection in memory, told record by record: each as its receiver saw it, with what was in it. Who receives knows
 * what was protected; so both ends are watched through `_msg_callback`, and only what they read is told.
 */
import * as ssl from '../index.ts';
import { type Decoded } from './decode.ts';
export interface TracedRecord {
    readonly from: 'client' | 'server';
    /** As in the record's header. */
    readonly type: string;
    readonly version: number;
    /** Bytes behind the header. */
    readonly length: number;
    readonly protected: boolean;
    readonly content: Decoded[];
}
export declare class Tracer {
    #private;
    constructor(tell: (record: TracedRecord) => void);
    /** Shakes hands, sends `data` from the client to the server, closes; returns the two ends. */
    run(client_context: ssl.SSLContext, server_context: ssl.SSLContext, options: {
        readonly server_hostname: string;
        readonly session: ssl.SSLSession | null;
        readonly data: Uint8Array;
    }): {
        readonly client: ssl.SSLObject;
        readonly server: ssl.SSLObject;
    };
}
