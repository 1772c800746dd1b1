import { type BytesLike } from './buffers.ts';
import { type ContextSnapshot } from './connection-settings.ts';
import type { SSLContext } from './context.ts';
import { MemoryBIO } from './memory-bio.ts';
import { type Watching } from './observer.ts';
import { type PeerCertificate } from './peer-certificate.ts';
import { type ServerNameCallback } from './server-name-callback.ts';
import { type SessionParts, type SSLSession } from './session.ts';
import { type SessionStatistics } from './session-statistics.ts';
/** `(name, protocol of the suite, secret bits)`. */
export type CipherTuple = readonly [string, string, number];
/** What a context hands to a new object. */
export interface ObjectParts {
    readonly context: SSLContext;
    readonly incoming: MemoryBIO;
    readonly outgoing: MemoryBIO;
    readonly serverSide: boolean;
    readonly hostName: string | null;
    readonly snapshot: ContextSnapshot;
    readonly session: SessionParts | undefined;
    readonly statistics: SessionStatistics;
    readonly serverNameCallback: ServerNameCallback<SSLObject, SSLContext> | null;
    readonly watching: Omit<Watching, 'owner'>;
}
/** Only contexts make objects: whoever has this is one. */
export declare const CREATING: unique symbol;
/**
 * An SSL protocol instance over two memory buffers, without any network I/O of its own. Instances are returned by
 * `SSLContext.wrap_bio()`.
 */
export declare class SSLObject {
    #private;
    constructor(creating?: typeof CREATING, parts?: ObjectParts);
    /** The SSLContext that is currently in use. */
    get context(): SSLContext;
    set context(context: SSLContext);
    /**
     * The session of this connection, a new object each time; `null` before the handshake is complete. A session of an
     * earlier connection of the same context can be set before the handshake, to be resumed.
     */
    get session(): SSLSession | null;
    set session(session: SSLSession);
    /** Whether a session was resumed. */
    get session_reused(): boolean;
    /** Whether this is a server-side object. */
    get server_side(): boolean;
    /** The server hostname for SNI, as an A-label, or `null`. */
    get server_hostname(): string | null;
    /** Goes on with the handshake as far as the incoming bytes go. */
    do_handshake(): void;
    /**
     * Read up to `len` bytes from the SSL object and return them; never more than one record holds. If `buffer` is
     * given, read into it and return the number of bytes.
     */
    read(len: number, buffer: ArrayBufferView): number;
    read(len?: number, buffer?: null): Uint8Array;
    read(keywords: {
        readonly len?: number;
        readonly buffer: ArrayBufferView;
    }): number;
    read(keywords: {
        readonly len?: number;
    }): Uint8Array;
    /** Write `data` to the SSL object and return the number of bytes written: all of them. */
    write(data: BytesLike): number;
    /**
     * Start the SSL shutdown handshake: sends our close_notify, and wants to read until the peer's is in. Unread data
     * must be read first.
     */
    unwrap(): null;
    /**
     * Replace the keys that what we send is protected with, and if `request_peer` ask the peer to do the same
     * (RFC 8446 section 4.6.3).
     * @extension
     */
    update_keys(request_peer?: boolean): void;
    /** The number of bytes that are decrypted and unread. */
    pending(): number;
    /** The version of the connection, `null` before the handshake is complete. */
    version(): string | null;
    /** The suite in use. */
    cipher(): CipherTuple | null;
    /** On servers, the suites that the client offered and we have; `null` on clients and before the handshake. */
    shared_ciphers(): CipherTuple[] | null;
    /** Always `null`: TLS 1.3 has no compression, and before it was an attack. */
    compression(): null;
    /** The application protocol that was agreed on, or `null`. */
    selected_alpn_protocol(): string | null;
    /** Bytes that are the same on both ends of this connection and on no other, or `null` before there are any. */
    get_channel_binding(cb_type?: string): Uint8Array | null;
    get_channel_binding(keywords: {
        readonly cb_type?: string;
    }): Uint8Array | null;
    /**
     * The peer's certificate as a dict, `{}` if it was not verified, `null` if there is none; as DER if `binary_form`,
     * verified or not.
     */
    getpeercert(binary_form: true): Uint8Array | null;
    getpeercert(binary_form?: false): PeerCertificate | Record<string, never> | null;
    getpeercert(keywords: {
        readonly binary_form: true;
    }): Uint8Array | null;
    getpeercert(keywords: {
        readonly binary_form?: false;
    }): PeerCertificate | Record<string, never> | null;
    /** The chain from the peer's certificate to the root that we trust, as DER. */
    get_verified_chain(): Uint8Array[];
    /** The chain as the peer sent it, as DER. */
    get_unverified_chain(): Uint8Array[];
}
/** Each context says here how it is read; so an object knows a context when it sees one. */
export declare function registerContext(context: SSLContext, snapshot: () => ContextSnapshot): void;
