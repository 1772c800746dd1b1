/**
 * `SSLSocket`: a socket with TLS around it, as `SSLContext.wrap_socket()` makes one. Python's class, with promises
 * where Python blocks; an `SSLObject` over two buffers does the work, and the loop of every adapter moves its bytes.
 *
 * Where Python differs:
 * - `wrap_socket()` cannot wait, so the handshake that Python makes inside it (`do_handshake_on_connect`) is made by
 *   the first call that returns a promise: `do_handshake()`, or the first to read or write. If it fails, that call
 *   fails with what Python's `wrap_socket()` raises, and the socket is closed. `connect()` and `accept()` wait anyway,
 *   and make it as in Python. What looks at the connection (`version()`, `getpeercert()`) needs it to be over.
 * - A socket is Node's: a `net.Socket`, connected, connecting or yet to be connected; a `net.Server` for `accept()`;
 *   any other `Duplex`; or an SSLSocket, which lets go of what it has. From here on it belongs to the new SSLSocket.
 * - A socket that may not wait (`setblocking(false)`) fails with `SSLWantReadError` and `SSLWantWriteError`, and makes
 *   no handshake but by `do_handshake()`. In the place of `select()` stand the stream's own events, 'readable' and
 *   'drain'.
 */
import type { Address } from '../host/socket.ts';
import { type BytesLike } from './buffers.ts';
import type { SocketParts, SSLContext } from './context.ts';
import { CREATING, SSLObject } from './object.ts';
import type { SocketAddress, TakenSocket } from './plain-socket.ts';
import { type ReadableFile } from './send-file.ts';
import type { SSLSession } from './session.ts';
import { SocketFacts } from './socket-facts.ts';
/** A socket with TLS around it, as `SSLContext.wrap_socket()` makes one. (Python's documentation: "SSL Sockets".) */
export declare class SSLSocket extends SocketFacts {
    #private;
    /** Whether this is the server's end. */
    readonly server_side: boolean;
    /** The name that the server is asked for by, as an A-label, or `null`. */
    readonly server_hostname: string | null;
    /** Whether the handshake is made without being asked for. */
    readonly do_handshake_on_connect: boolean;
    /** Whether an end of the stream without close_notify is taken for the end of the data. */
    suppress_ragged_eofs: boolean;
    constructor(creating?: typeof CREATING, parts?: SocketParts, taken?: TakenSocket);
    /** What `wrap_socket()` calls. */
    static _create(parts: SocketParts): SSLSocket;
    settimeout(value: number | null): void;
    protected get tls(): SSLObject | undefined;
    /** The SSLContext that is currently in use. */
    get context(): SSLContext;
    set context(context: SSLContext);
    /** The session of this connection, `null` where there is none; one to resume can be set before the handshake. */
    get session(): SSLSession | null;
    set session(session: SSLSession);
    /** Whether a session was resumed; `null` where there is no connection. */
    get session_reused(): boolean | null;
    /** Connects to a remote address, and makes the handshake unless that was declined. */
    connect(addr: SocketAddress): Promise<void>;
    connect(keywords: {
        readonly addr: SocketAddress;
    }): Promise<void>;
    /** Like `connect()`, with the number of a system's error in the place of an exception, and 0 for success. */
    connect_ex(addr: SocketAddress): Promise<number>;
    connect_ex(keywords: {
        readonly addr: SocketAddress;
    }): Promise<number>;
    _real_connect(...args: readonly unknown[]): Promise<number | null>;
    /** The next connection, with TLS around it and its handshake made, and the address of the client. */
    accept(...args: []): Promise<readonly [SSLSocket, Address]>;
    /** Performs the handshake; `block` lets a socket wait that otherwise may not. */
    do_handshake(block?: boolean): Promise<void>;
    do_handshake(keywords: {
        readonly block?: boolean;
    }): Promise<void>;
    /** Reads up to `len` bytes, nothing at the end; into `buffer` if there is one, and then the count is returned. */
    read(len: number, buffer: ArrayBufferView): Promise<number>;
    read(len?: number, buffer?: null): Promise<Uint8Array>;
    read(keywords: {
        readonly len?: number;
        readonly buffer: ArrayBufferView;
    }): Promise<number>;
    read(keywords: {
        readonly len?: number;
    }): Promise<Uint8Array>;
    /** Writes `data`, and returns how many bytes that were. */
    write(data: BytesLike): Promise<number>;
    write(keywords: {
        readonly data: BytesLike;
    }): Promise<number>;
    /** Receives up to `buflen` bytes. */
    recv(buflen?: number, flags?: number): Promise<Uint8Array>;
    recv(keywords: {
        readonly buflen?: number;
        readonly flags?: number;
    }): Promise<Uint8Array>;
    /** Receives up to `nbytes` bytes into a buffer, and returns how many. */
    recv_into(buffer: ArrayBufferView, nbytes?: number | null, flags?: number): Promise<number>;
    recv_into(keywords: {
        readonly buffer: ArrayBufferView;
        readonly nbytes?: number;
        readonly flags?: number;
    }): Promise<number>;
    /** Sends `data`, and returns how many bytes that were. */
    send(data: BytesLike, flags?: number): Promise<number>;
    send(keywords: {
        readonly data: BytesLike;
        readonly flags?: number;
    }): Promise<number>;
    /** Sends all of `data`. */
    sendall(data: BytesLike, flags?: number): Promise<void>;
    sendall(keywords: {
        readonly data: BytesLike;
        readonly flags?: number;
    }): Promise<void>;
    /** Sends a file, from `offset` on if that is given, up to `count` bytes; returns how many were sent. */
    sendfile(file: ReadableFile, offset?: number, count?: number | null): Promise<number>;
    sendfile(file: ReadableFile, keywords: {
        readonly offset?: number;
        readonly count?: number | null;
    }): Promise<number>;
    /** Not with TLS: a datagram's address has no meaning there. */
    sendto(...args: readonly unknown[]): Promise<number>;
    /** Not with TLS. */
    recvfrom(...args: readonly unknown[]): Promise<readonly [Uint8Array, null]>;
    /** Not with TLS. */
    recvfrom_into(...args: readonly unknown[]): Promise<readonly [number, null]>;
    /** Never: programs must not send unencrypted data by mistake. */
    sendmsg(..._args: readonly unknown[]): never;
    /** Never. */
    recvmsg(..._args: readonly unknown[]): never;
    /** Never. */
    recvmsg_into(..._args: readonly unknown[]): never;
    /** Never: a connection's keys cannot be had twice. */
    dup(...args: []): never;
    /** Ends a way of the connection beneath TLS (0 receiving, 1 sending, 2 both), and with that TLS, without a word. */
    shutdown(how: number): void;
    shutdown(keywords: {
        readonly how: number;
    }): void;
    /** Ends TLS: says so, waits until the peer has, and returns the socket, which goes on in clear. */
    unwrap(...args: []): Promise<SSLSocket>;
    _real_close(...args: []): void;
}
