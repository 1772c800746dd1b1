import type { Path } from '../host/files.ts';
import type { ClientHelloCallback } from './client-hello.ts';
import type { SSLContext } from './context.ts';
import { ContextStore } from './context-store.ts';
import type { SSLObject } from './object.ts';
import type { KeylogCallback, MessageCallback, Watching } from './observer.ts';
import { type PskClientCallback, type PskServerCallback } from './psk-callbacks.ts';
import type { ServerNameCallback } from './server-name-callback.ts';
import type { VerifyCallback } from './verify-callback.ts';
/** What a context calls: who watches its connections, and who is asked when a name or a key is wanted. */
export declare abstract class ContextCallbacks extends ContextStore {
    #private;
    /**
     * A file that the secrets of connections are appended to, in NSS key log format, or `null`. It is opened at once,
     * and gets a header line if it is empty.
     */
    get keylog_filename(): Path | null;
    set keylog_filename(filename: Path | null);
    /**
     * Called with the secrets of connections, `(conn, line)`, a line of the key log at a time.
     * @extension
     */
    get keylog_callback(): KeylogCallback | null;
    set keylog_callback(callback: KeylogCallback | null);
    /** Who watches the connections of this context. */
    protected get watching(): Omit<Watching, 'owner'>;
    /** Called with each message of a connection: `(conn, direction, version, content_type, msg_type, data)`. */
    get _msg_callback(): MessageCallback | null;
    set _msg_callback(callback: MessageCallback | null);
    /**
     * Called when the peer's certificate has been judged, `(sslobject, verdict)`, and has the last word: nothing returned
     * lets the verdict stand, a `verify_code` refuses the peer with it (50, "application verification failure", is meant
     * for programs), and `'accept'` accepts it. It is asked about chain, name and OCSP response together, and again
     * where a client is asked for a certificate later; where nothing is verified (`CERT_NONE`), or no certificate is
     * sent, it is not asked. What it throws ends the handshake with an alert, and is the `cause` of the `SSLError` that
     * is raised.
     *
     * The peer has still to show that it holds the certificate's key, and nothing can leave that out: what you want to
     * remember of it, remember when the handshake is done. The verdict names the first fault, and **what comes behind it
     * has not been looked at**: signatures and dates come behind the name. So accept a certificate that you know to the
     * byte, never a `verify_code`. To accept other names, turn `check_hostname` off, and look at them here.
     *
     * A client is not asked again when it resumes a session that the same callback has let pass for the same server, and
     * resumes no other sessions; a server is asked about the client of every session that goes on. Where the object's `context` is
     * replaced, the callback of the first one stays, as `verify_mode` does.
     * @extension
     */
    get verify_callback(): VerifyCallback<SSLObject> | null;
    set verify_callback(callback: VerifyCallback<SSLObject> | null);
    /**
     * Called on a server with a client's first hello, `(sslobject, client_hello, context)`, before anything is chosen
     * and before `sni_callback`: to see what the client offers, to take its fingerprint, to choose by more than a name. As
     * there it may set the object's `context` to another one, whose certificates, trusted authorities and ALPN protocols
     * count from then on, or return the number of an alert to refuse the connection. It is called once a connection, also
     * where a session goes on, and not for the second hello after a HelloRetryRequest. What it throws ends the handshake
     * with an alert, and is the `cause` of the `SSLError` that is raised.
     * @extension
     */
    get client_hello_callback(): ClientHelloCallback<SSLObject, SSLContext> | null;
    set client_hello_callback(callback: ClientHelloCallback<SSLObject, SSLContext> | null);
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
    /**
     * Set who gives a client its pre-shared key: `callback(hint)` returns the key's name and the key, `['id', key]`, or
     * an empty key if it has none. `null` unsets it.
     */
    set_psk_client_callback(callback: PskClientCallback | null): void;
    set_psk_client_callback(keywords: {
        readonly callback: PskClientCallback | null;
    }): void;
    /**
     * Set who gives a server its pre-shared keys: `callback(identity)` returns the key of that name, or an empty one if
     * there is none. The hint is for clients of TLS 1.2. `null` unsets it.
     */
    set_psk_server_callback(callback: PskServerCallback | null, identity_hint?: string | null): void;
    set_psk_server_callback(callback: PskServerCallback | null, keywords: {
        readonly identity_hint?: string | null;
    }): void;
    set_psk_server_callback(keywords: {
        readonly callback: PskServerCallback | null;
        readonly identity_hint?: string | null;
    }): void;
    protected get pskCallbacks(): {
        pskClient: PskClientCallback | null;
        pskServer: {
            readonly callback: PskServerCallback;
            readonly hint: string | null;
        } | null;
    };
}
