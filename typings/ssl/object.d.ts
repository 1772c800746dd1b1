/**
 * `SSLObject`: the engine's answers in Python's words.
 *
 * What a call raises or returns follows from the outcome that the engine gives it, and from nothing else:
 *
 * | outcome             | do_handshake, write        | read                      | unwrap                 |
 * | ---                 | ---                        | ---                       | ---                    |
 * | done, bytes, count  | `null`, the count          | the bytes, the count      | `null`                 |
 * | want                | SSLWantReadError           | the same                  | the same               |
 * | closed              | SSLZeroReturnError         | `b''`; SSLZeroReturnError | `null`                 |
 * |                     |                            | once we have closed too   |                        |
 * | fault, refused,     | the error, once            | the same                  | the same               |
 * | alert, eof          |                            |                           |                        |
 * | dead, by us         | SSLEOFError without reason | the same                  | SHUTDOWN_WHILE_IN_INIT |
 * | dead, by an alert   | SSLZeroReturnError         | `b''`                     | SHUTDOWN_WHILE_IN_INIT |
 * | misuse              | PROTOCOL_IS_SHUTDOWN       |                           | SHUTDOWN_WHILE_IN_INIT |
 *
 * "Not yet" is a value below and an exception here, and nowhere else. That a connection which failed looks afterwards
 * as if its handshake had never been (`version()`, `getpeercert()`) is OpenSSL's doing, and programs see it.
 */
import { type OwnBytes } from '../bytes/bytes.ts';
import { type BytesLike } from './buffers.ts';
import { type CipherTuple } from './cipher-tuples.ts';
import type { SSLContext } from './context.ts';
import type { ObjectConnection } from './object-connection.ts';
import { type OcspStatus } from './ocsp-status.ts';
import { type PeerCertificate } from './peer-certificate.ts';
import type { SSLSession } from './session.ts';
/** Only contexts make objects: whoever has this is one. */
export declare const CREATING: unique symbol;
/**
 * An SSL protocol instance over two memory buffers, without any network I/O of its own. Instances are returned by
 * `SSLContext.wrap_bio()`. (Python's documentation: "Memory BIO Support"; what each method does, "SSL Sockets".)
 */
export declare class SSLObject {
    #private;
    constructor(creating?: typeof CREATING, connect?: (self: SSLObject) => ObjectConnection);
    /** What `wrap_bio()` calls. An `owner` that the object works for is told of in callbacks, in its place. */
    static _create(...args: readonly unknown[]): SSLObject;
    /** The SSLContext that is currently in use. */
    get context(): SSLContext;
    set context(context: SSLContext);
    /**
     * The session of this connection, a new object each time: `null` before there is one, and as in CPython a
     * `ValueError` while it is being made, from the hello until there are keys. A session of an earlier connection of
     * the same context can be set before the handshake, to be resumed.
     */
    get session(): SSLSession | null;
    set session(session: SSLSession);
    /** Whether a session was resumed. */
    get session_reused(): boolean;
    /** Whether this is a server-side object. */
    get server_side(): boolean;
    /** The server hostname for SNI, as an A-label, or `null`. */
    get server_hostname(): string | null;
    /**
     * Goes on with the handshake as far as the incoming bytes go, and puts what is to be sent into the outgoing BIO.
     * `SSLWantReadError` until the peer's next bytes are in; an `SSLCertVerificationError` for a certificate that is not
     * accepted, another `SSLError` for whatever else fails, `SSLEOFError` at the end of the incoming BIO. Once done it does
     * nothing.
     */
    do_handshake(...args: []): void;
    /**
     * Read up to `len` bytes from the SSL object and return them; never more than one record holds. If `buffer` is
     * given, read into it and return the number of bytes. `SSLWantReadError` while there is no whole record, `b''` (0) once
     * the peer has closed, `SSLEOFError` where its bytes ended without that.
     */
    read(len: number, buffer: ArrayBufferView): number;
    read(len?: number, buffer?: null): OwnBytes;
    read(keywords: {
        readonly len?: number;
        readonly buffer: ArrayBufferView;
    }): number;
    read(keywords: {
        readonly len?: number;
    }): OwnBytes;
    /**
     * Write `data` to the SSL object and return the number of bytes written: all of them. Before the handshake is done it
     * drives it, as `do_handshake()` does; after `unwrap()` it is an `SSLError`, `PROTOCOL_IS_SHUTDOWN`.
     */
    write(data: BytesLike): number;
    write(keywords: {
        readonly data: BytesLike;
    }): number;
    /**
     * Start the SSL shutdown handshake: sends our close_notify, and raises `SSLWantReadError` until the peer's is in.
     * Unread data must be read first, or it is an `SSLError`, `APPLICATION_DATA_AFTER_CLOSE_NOTIFY`; before the handshake is
     * done, `SHUTDOWN_WHILE_IN_INIT`.
     */
    unwrap(...args: []): null;
    /**
     * Say that nothing more will be written, and leave the other way open: unlike `unwrap()` it neither waits for the
     * peer's close_notify nor minds what has not been read (RFC 8446 section 6.1).
     * @extension
     */
    send_close_notify(...args: []): void;
    /**
     * Replace the keys that what we send is protected with, and if `request_peer` ask the peer to do the same
     * (RFC 8446 section 4.6.3).
     * @extension
     */
    update_keys(request_peer?: boolean): void;
    /**
     * Ask a client of TLS 1.3 for its certificate (RFC 8446 section 4.6.2). The request leaves with the next call that
     * reads, writes or goes on with the handshake; `getpeercert()` has the certificate once a read has met the answer.
     */
    verify_client_post_handshake(...args: []): void;
    /** The number of bytes that are decrypted and unread. */
    pending(...args: []): number;
    /** The version of the connection, `'TLSv1.2'` or `'TLSv1.3'`; `null` before the handshake is complete. */
    version(...args: []): string | null;
    /**
     * The suite in use: its name, the version that it was born in, and its strength in bits; before the server has answered,
     * that of a session which is to be resumed; `null` before there is one.
     */
    cipher(...args: []): CipherTuple | null;
    /** On servers, the suites that the client offered and we have; `null` on clients and before the handshake. */
    shared_ciphers(...args: []): CipherTuple[] | null;
    /** Always `null`: TLS 1.3 has no compression, and before it was an attack. */
    compression(...args: []): null;
    /** The application protocol that was agreed on, or `null`. */
    selected_alpn_protocol(...args: []): string | null;
    /** Always `null`: there is no NPN. @deprecated use `selected_alpn_protocol()` */
    selected_npn_protocol(...args: []): null;
    /**
     * The name of the group that keys were exchanged in (Python 3.15), `null` before the handshake is complete. A session of
     * TLS 1.2 that goes on has that of its beginning; keys of TLS 1.2 can be exchanged without a curve.
     */
    group(...args: []): string | null;
    /** How the client signed (Python 3.15); `null` where it did not authenticate itself. */
    client_sigalg(...args: []): string | null;
    /** How the server signed (Python 3.15); `null` where it did not have to. */
    server_sigalg(...args: []): string | null;
    /**
     * Bytes that are the same on both ends of this connection and on no other, or `null` before there are any. Beside
     * Python's `'tls-unique'`, `'tls-exporter'` (RFC 9266) and `'tls-server-end-point'` (RFC 5929) are extensions.
     */
    get_channel_binding(cb_type?: string): OwnBytes | null;
    get_channel_binding(keywords: {
        readonly cb_type?: string;
    }): OwnBytes | null;
    /**
     * Key material for another protocol, the same at both ends of this connection and known to nobody else (RFC 5705,
     * RFC 8446 section 7.5). A `ValueError` before the handshake is complete, and when the connection has failed. In TLS
     * 1.2 without an extended master secret a man in the middle can make two connections whose material is one (RFC 7627
     * section 1): ask for `get_channel_binding('tls-exporter')`, which is `null` then.
     * @extension
     */
    export_keying_material(label: string, length: number, context?: BytesLike | null): OwnBytes;
    export_keying_material(label: string, length: number, keywords: {
        readonly context?: BytesLike | null | undefined;
    }): OwnBytes;
    export_keying_material(keywords: {
        readonly label: string;
        readonly length: number;
        readonly context?: BytesLike | null;
    }): OwnBytes;
    /**
     * The peer's certificate as a dict, `{}` if it was not verified, `null` if there is none; as DER if `binary_form`,
     * verified or not. A `ValueError` before the handshake is complete. (Python's documentation: "SSL Sockets".)
     */
    getpeercert(binary_form: true): OwnBytes | null;
    getpeercert(binary_form?: false): PeerCertificate | Record<string, never> | null;
    getpeercert(keywords: {
        readonly binary_form: true;
    }): OwnBytes | null;
    getpeercert(keywords: {
        readonly binary_form?: false;
    }): PeerCertificate | Record<string, never> | null;
    /**
     * The chain from the peer's certificate to the root that we trust, as DER; empty before the handshake and in
     * resumed connections.
     */
    get_verified_chain(...args: []): OwnBytes[];
    /** The chain as the peer sent it, as DER; empty before the handshake and in resumed connections. */
    get_unverified_chain(...args: []): OwnBytes[];
    /**
     * The OCSP response that the server sent along, as DER; `null` where there is none, on servers, and in resumed
     * connections. It is asked for if the context's `ocsp_stapling` says so.
     * @extension
     */
    get ocsp_response(): OwnBytes | null;
    /**
     * What that response says of the server's certificate; `null` where there is none, or nothing is verified.
     * @extension
     */
    get ocsp_status(): OcspStatus | null;
}
