import type { CipherTuple } from './cipher-tuples.ts';
import { AttributeError } from './exceptions.ts';
import type { SSLObject } from './object.ts';
import type { PeerCertificate } from './peer-certificate.ts';
import { PlainSocket } from './plain-socket.ts';
export declare abstract class SocketFacts extends PlainSocket {
    /** The connection's TLS, while it has it. */
    protected abstract get tls(): SSLObject | undefined;
    /** The version of the connection, `null` before the handshake is complete. */
    version(...args: []): string | null;
    /** The suite in use. */
    cipher(...args: []): CipherTuple | null;
    /** On servers, the suites that the client offered and we have. */
    shared_ciphers(...args: []): CipherTuple[] | null;
    /** Always `null`: there is no compression. */
    compression(...args: []): null;
    /** The application protocol that was agreed on, or `null`. */
    selected_alpn_protocol(...args: []): string | null;
    /** Always `null`: there is no NPN. @deprecated use `selected_alpn_protocol()` */
    selected_npn_protocol(...args: []): null;
    /** The group that keys were exchanged in (Python 3.15). */
    group(...args: []): string | null;
    /** How the client signed (Python 3.15). */
    client_sigalg(...args: []): string | null;
    /** How the server signed (Python 3.15). */
    server_sigalg(...args: []): string | null;
    /** Bytes that are decrypted and unread. */
    pending(...args: []): number;
    /** The peer's certificate: a dict, `{}` if it was not verified, `null` without one; DER if `binary_form`. */
    getpeercert(binary_form: true): Uint8Array | null;
    getpeercert(binary_form?: false): PeerCertificate | Record<string, never> | null;
    getpeercert(keywords: {
        readonly binary_form: true;
    }): Uint8Array | null;
    getpeercert(keywords: {
        readonly binary_form?: false;
    }): PeerCertificate | Record<string, never> | null;
    /** The chain from the peer's certificate to the root that we trust, as DER. */
    get_verified_chain(...args: []): Uint8Array[];
    /** The chain as the peer sent it, as DER. */
    get_unverified_chain(...args: []): Uint8Array[];
    /** Bytes that are the same on both ends of this connection and on no other; `null` where there is none. */
    get_channel_binding(cb_type?: string): Uint8Array | null;
    get_channel_binding(keywords: {
        readonly cb_type?: string;
    }): Uint8Array | null;
    /** Ask a client of TLS 1.3 for its certificate; the request leaves with the next call that reads or writes. */
    verify_client_post_handshake(...args: []): void;
    /** For classes that extend this one: called before what needs an open socket. */
    _checkClosed(...args: readonly unknown[]): void;
    /** Fails where there is no connection. */
    _check_connected(...args: []): void;
    /** The object that has this member. */
    protected wrapped(member: string): SSLObject;
}
/** What Python says, by accident, where there is no TLS. */
export declare function missingObject(member: string): AttributeError;
