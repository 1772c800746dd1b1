/** As Python writes addresses: host and port, and for IPv6 flow and scope behind them. */
export type Address = readonly [string, number] | readonly [string, number, number, number];
export type HostSocket = StreamSocket | ListeningSocket;
/** Whether this host has sockets at all. */
export declare function hasSockets(): boolean;
/** What a program passed as a socket; `'datagram'` for one of UDP, `undefined` for what is none. */
export declare function socketOf(value: unknown): HostSocket | 'datagram' | undefined;
/** A socket that is not connected yet. */
export declare function newSocket(): unknown;
/** A stream of bytes both ways: a TCP connection, one that is yet to be made, or anything else that is a `Duplex`. */
export declare class StreamSocket {
    #private;
    readonly kind = "stream";
    /** Whether there is a connection, or one is being made. */
    get connected(): boolean;
    get peer(): Address | undefined;
    get local(): Address | undefined;
    /** The number of the descriptor; -1 where there is none, or none that shows. */
    get descriptor(): number;
    /** After how many milliseconds of silence the socket says so; 0 for never. */
    get idleLimit(): number;
    /** Connects; rejects with Node's error, or with the signal's reason, and is closed then. */
    connect(host: string, port: number, signal: AbortSignal | undefined): Promise<void>;
}
/** A socket that listens, or is to. */
export declare class ListeningSocket {
    #private;
    readonly kind = "listening";
    get listening(): boolean;
    get local(): Address | undefined;
    get descriptor(): number;
    /** A connection that is there already. */
    take(): StreamSocket | undefined;
    /** The next connection; `undefined` once the socket no longer listens. */
    accept(signal: AbortSignal | undefined): Promise<StreamSocket | undefined>;
    close(): void;
}
