import type { CryptoProvider } from '../crypto/provider.ts';
import { type BytesLike } from './buffers.ts';
import { ContextCallbacks } from './context-callbacks.ts';
import { MemoryBIO } from './memory-bio.ts';
import { SSLObject } from './object.ts';
import { ObjectConnection } from './object-connection.ts';
import { type SSLSession } from './session.ts';
import { type SessionStatistics } from './session-statistics.ts';
import { SSLSocket } from './socket.ts';
/** What `wrap_bio()` takes by keyword. */
export interface WrapKeywords {
    readonly server_side?: boolean | number | null;
    readonly server_hostname?: string | Uint8Array | null;
    readonly session?: SSLSession | null;
}
/** What `wrap_socket()` takes by keyword. */
export interface WrapSocketKeywords extends WrapKeywords {
    readonly do_handshake_on_connect?: boolean;
    readonly suppress_ragged_eofs?: boolean;
}
/** What a socket class is told: everything that `wrap_socket()` takes, and the context. */
export interface SocketParts extends Required<WrapSocketKeywords> {
    readonly sock: unknown;
    readonly server_side: boolean;
    readonly context: SSLContext;
}
/**
 * An SSLContext holds various SSL-related configuration options and data, such as certificates and a private key.
 * (Python's documentation: "SSL Contexts".)
 */
export declare class SSLContext extends ContextCallbacks {
    #private;
    /** The class of what `wrap_bio()` returns: `SSLObject` or one that extends it. */
    sslobject_class: Pick<typeof SSLObject, '_create'>;
    /** The class of what `wrap_socket()` returns: `SSLSocket` or one that extends it. */
    sslsocket_class: Pick<typeof SSLSocket, '_create'>;
    /**
     * `PROTOCOL_TLS_CLIENT` (which verifies certificates and names) or `PROTOCOL_TLS_SERVER`; the others, and none, are
     * deprecated. Extra arguments are swallowed. A `ValueError` for a number that is no protocol.
     */
    constructor(protocol?: number | null, ...rest: readonly unknown[]);
    constructor(keywords: {
        readonly protocol?: number | null;
    });
    protected defaultCrypto(): CryptoProvider;
    /**
     * Make an `SSLObject` over two memory buffers: `incoming` is what comes from the peer, `outgoing` goes to it. A client
     * gives `server_hostname`, by which it asks for a server (SNI) and checks its certificate: without one, no name is
     * checked. `session` is one to resume. The object keeps the settings that the context has now.
     *
     * An `SSLError` where the context is for the other role or the name too long, a `ValueError` for an empty name, one
     * that IDNA does not take, and a session of another context. (Python's documentation: "SSL Contexts".)
     */
    wrap_bio(incoming: MemoryBIO, outgoing: MemoryBIO, server_side?: boolean | number | null, server_hostname?: string | Uint8Array | null, session?: SSLSession | null): SSLObject;
    wrap_bio(incoming: MemoryBIO, outgoing: MemoryBIO, keywords: WrapKeywords): SSLObject;
    wrap_bio(incoming: MemoryBIO, outgoing: MemoryBIO, server_side: boolean | number | null, keywords: Omit<WrapKeywords, 'server_side'>): SSLObject;
    wrap_bio(keywords: WrapKeywords & {
        readonly incoming: MemoryBIO;
        readonly outgoing: MemoryBIO;
    }): SSLObject;
    /** What an `SSLObject` or a socket stands on: the connection, whose callbacks are told of its `owner`. */
    _wrap_bio(...args: readonly unknown[]): ObjectConnection;
    /**
     * Make an `SSLSocket` of a socket that is connected, or is to be, or listens. A `ValueError` for `check_hostname`
     * without a `server_hostname`, and for a name or session on the server's side. (Python's documentation: "SSL Contexts".)
     */
    wrap_socket(sock: unknown, server_side?: boolean, do_handshake_on_connect?: boolean, suppress_ragged_eofs?: boolean, server_hostname?: string | Uint8Array | null, session?: SSLSession | null): SSLSocket;
    wrap_socket(sock: unknown, keywords: WrapSocketKeywords): SSLSocket;
    wrap_socket(sock: unknown, server_side: boolean, keywords: Omit<WrapSocketKeywords, 'server_side'>): SSLSocket;
    wrap_socket(keywords: WrapSocketKeywords & {
        readonly sock: unknown;
    }): SSLSocket;
    /**
     * Take the keys that this server shares with others, so that each resumes what the others began: the first seals
     * tickets from here on, and all of them open tickets, so that keys can be put in front and dropped at the end. Each
     * has 48 bytes: 16 by which tickets name it, and a key of AES-256. Keys should be replaced daily: who has one can
     * play the server to clients that resume, and read what was recorded of connections of TLS 1.2.
     * @extension
     */
    set_ticket_keys(keys: Iterable<BytesLike>): void;
    /**
     * How many handshakes of this context began (`connect`, `accept`), were completed (`..._good`), and resumed a
     * session (`hits`).
     */
    session_stats(...args: []): SessionStatistics;
    /** `server_hostname` as an A-label (IDNA 2003); a `UnicodeEncodeError` where it cannot be one. */
    _encode_hostname(hostname: string | Uint8Array | null): string | null;
    _encode_hostname(keywords: {
        readonly hostname: string | Uint8Array | null;
    }): string | null;
}
