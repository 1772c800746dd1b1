import type { CryptoProvider } from '../crypto/provider.ts';
import type { Path } from '../host/files.ts';
import { ContextStore } from './context-store.ts';
import { MemoryBIO } from './memory-bio.ts';
import { CREATING, type ObjectParts, SSLObject } from './object.ts';
import type { MessageCallback } from './observer.ts';
import type { ServerNameCallback } from './server-name-callback.ts';
import { type SSLSession } from './session.ts';
import { type SessionStatistics } from './session-statistics.ts';
export interface WrapKeywords {
    readonly server_side?: boolean | number | null;
    readonly server_hostname?: string | Uint8Array | null;
    readonly session?: SSLSession | null;
}
/** An SSLContext holds various SSL-related configuration options and data, such as certificates and a private key. */
export declare class SSLContext extends ContextStore {
    #private;
    /** The class of what `wrap_bio()` returns: `SSLObject` or one that extends it. */
    sslobject_class: new (creating?: typeof CREATING, parts?: ObjectParts) => SSLObject;
    /** `PROTOCOL_TLS_CLIENT` or `PROTOCOL_TLS_SERVER`; the others are deprecated. Extra arguments are swallowed. */
    constructor(protocol?: number | null, ...rest: readonly unknown[]);
    constructor(keywords: {
        readonly protocol?: number | null;
    });
    protected defaultCrypto(): CryptoProvider;
    /** Make an `SSLObject` over two memory buffers: `incoming` is what comes from the peer, `outgoing` goes to it. */
    wrap_bio(incoming: MemoryBIO, outgoing: MemoryBIO, server_side?: boolean | number | null, server_hostname?: string | Uint8Array | null, session?: SSLSession | null): SSLObject;
    wrap_bio(incoming: MemoryBIO, outgoing: MemoryBIO, keywords: WrapKeywords): SSLObject;
    wrap_bio(incoming: MemoryBIO, outgoing: MemoryBIO, server_side: boolean | number | null, keywords: Omit<WrapKeywords, 'server_side'>): SSLObject;
    wrap_bio(keywords: WrapKeywords & {
        readonly incoming: MemoryBIO;
        readonly outgoing: MemoryBIO;
    }): SSLObject;
    /**
     * A file that the secrets of connections are appended to, in NSS key log format, or `null`. It is opened at once,
     * and gets a header line if it is empty.
     */
    get keylog_filename(): Path | null;
    set keylog_filename(filename: Path | null);
    /** Called with each message of a connection: `(conn, direction, version, content_type, msg_type, data)`. */
    get _msg_callback(): MessageCallback | null;
    set _msg_callback(callback: MessageCallback | null);
    /**
     * Called on a server when a client has said which name it wants, and when it has said none. It may set the object's
     * `context` to another one, or return the number of an alert to refuse the connection.
     */
    get sni_callback(): ServerNameCallback<SSLObject, SSLContext> | null;
    set sni_callback(callback: ServerNameCallback<SSLObject, SSLContext> | null);
    /** The same as setting `sni_callback`, which then is a function of its own around `server_name_callback`. */
    set_servername_callback(server_name_callback: ServerNameCallback<SSLObject, SSLContext> | null): void;
    set_servername_callback(keywords: {
        readonly server_name_callback: ServerNameCallback<SSLObject, SSLContext> | null;
    }): void;
    /** How many handshakes of this context began, were completed, and resumed a session. */
    session_stats(): SessionStatistics;
    /** `server_hostname` as an A-label. */
    _encode_hostname(hostname: string | Uint8Array | null): string | null;
}
