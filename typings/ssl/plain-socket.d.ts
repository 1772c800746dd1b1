/// <reference lib="esnext.disposable" preserve="true" />
import { type Address, type HostSocket } from '../host/socket.ts';
import { DuplexTransport } from '../stream/duplex-transport.ts';
import { type BytesLike } from './buffers.ts';
import { type SystemErrorName } from './system-errors.ts';
/** `(host, port)`, and what else Python's addresses have. */
export type SocketAddress = readonly [string, number, ...number[]];
/** A socket on its way from one owner to the next. */
export interface TakenSocket {
    readonly host: HostSocket;
    readonly timeout: number | null;
}
export declare abstract class PlainSocket {
    #private;
    protected constructor({ host, timeout }: TakenSocket);
    /**
     * What `sock` stands for: a socket, a server or a `Duplex` of Node's, or one of these. Nothing of it is changed;
     * a call of `take` is what takes it over.
     */
    protected static recognise(sock: unknown): {
        readonly take: () => TakenSocket;
    };
    /** The number of the descriptor; -1 once the socket is closed. */
    fileno(): number;
    getsockname(): Address;
    /** The peer's address; of a stream that has none, an empty one. */
    getpeername(): Address;
    gettimeout(): number | null;
    settimeout(value: number | null): void;
    getblocking(): boolean;
    setblocking(flag: boolean): void;
    toString(): string;
    /** Connects to `(host, port)`. */
    connect(addr: SocketAddress): Promise<void>;
    /** Like `connect`, with the error's number in the place of an exception, and 0 for none. */
    connect_ex(addr: SocketAddress): Promise<number>;
    recv(buflen?: number, flags?: number): Promise<Uint8Array>;
    recv_into(buffer: ArrayBufferView, nbytes?: number | null, flags?: number): Promise<number>;
    recvfrom(buflen?: number, flags?: number): Promise<readonly [Uint8Array, null]>;
    recvfrom_into(buffer: ArrayBufferView, nbytes?: number | null, flags?: number): Promise<readonly [number, null]>;
    send(data: BytesLike, flags?: number): Promise<number>;
    sendall(data: BytesLike, flags?: number): Promise<void>;
    /** On a connection, the address means nothing. */
    sendto(data: BytesLike, flags_or_addr: number | SocketAddress, _addr?: SocketAddress): Promise<number>;
    /** Ends one way of the connection, or both: 0 for receiving, 1 for sending, 2 for both. */
    shutdown(how: number): void;
    /** Closes the socket. What was sent still arrives, if the peer takes it. */
    close(): Promise<void>;
    _real_close(): void;
    [Symbol.asyncDispose](): Promise<void>;
    /** Whether there is a connection, or one is being made, or there was one that broke. */
    protected get hasConnected(): boolean;
    protected get isClosed(): boolean;
    /** How many bytes wait in a stream, and why it failed, if it did. */
    protected get leftBehind(): {
        readonly unread: number;
        readonly failure: Error | null;
    };
    /** The next accepted connection, as Node has it, and its peer's address. */
    protected acceptStream(): Promise<readonly [stream: unknown, Address]>;
    /** What carries the bytes; the error of this name where nothing is connected. */
    protected transport(missing?: SystemErrorName): DuplexTransport;
    /** Takes back bytes that were read beyond what was meant for the reader. */
    protected putBack(bytes: Uint8Array): void;
    /** Gives a call the socket's time-out; what goes wrong in Node's words comes out in Python's. */
    protected within<T>(words: string, call: (signal?: AbortSignal) => Promise<T>): Promise<T>;
}
