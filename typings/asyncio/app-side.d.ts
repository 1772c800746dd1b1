/** The program's side of an `SSLProtocol`: its protocol, how far the calls to it have come, and what it is handed. */
import { type MemoryBIO, type SSLObject } from '../index.ts';
import { type AnyProtocol } from './protocols.ts';
import type { Transport } from './transports.ts';
/** Where the data comes from: an object, and the bytes that it has not taken yet. */
export interface Source {
    readonly object: SSLObject;
    readonly incoming: MemoryBIO;
}
/** What a round of reading came to: all is read, the protocol's buffer is full, or the peer has closed. */
export type Reading = 'all' | 'full' | 'closed';
export declare class AppSide {
    #private;
    /** `null` once it was told that the connection is lost. */
    protocol: AnyProtocol | null;
    /** The program has asked for no data until it says otherwise. */
    paused: boolean;
    /** The program has closed: it gets no more data. */
    discarding: boolean;
    /** `made`: the protocol has been told of the connection already. */
    constructor(protocol: AnyProtocol, made: boolean);
    connectionMade(transport: Transport): void;
    eofReceived(): void;
    /** A protocol that never had a connection cannot lose it. */
    connectionLost(exc: Error | null): void;
    /** Hands over what can be decrypted. */
    read(source: Source): Reading;
}
/** Reads and throws away; what the peer sends before its close_notify stands before it. */
export declare function discard(source: Source): Reading;
/** Whether a call only needs more from the peer; asyncio counts both among these. */
export declare function isAgain(error: unknown): boolean;
