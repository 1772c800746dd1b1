import type { Path } from '../host/files.ts';
import type { ClientHelloCallback } from './client-hello.ts';
import type { SSLContext } from './context.ts';
import { ContextStore } from './context-store.ts';
import { _SSLMethod } from './enums.ts';
import { composedError } from './errors.ts';
import { ValueError } from './exceptions.ts';
import { appendLog, openLog, pathOf } from './files.ts';
import { bind, type Signature } from './keywords.ts';
import type { SSLObject } from './object.ts';
import type { KeylogCallback, MessageCallback, Watching } from './observer.ts';
import {
  checkHintLength,
  identityHint,
  type PskClientCallback,
  type PskServerCallback,
} from './psk-callbacks.ts';
import { repr, typeName } from './repr.ts';
import type { ServerNameCallback } from './server-name-callback.ts';
import type { VerifyCallback } from './verify-callback.ts';

const setServername: Signature = {
  name: 'SSLContext.set_servername_callback',
  language: 'Python',
  parameters: ['server_name_callback'],
};
const setPskClient: Signature = {
  name: 'set_psk_client_callback',
  language: 'C',
  parameters: ['callback'],
};
const setPskServer: Signature = {
  name: 'set_psk_server_callback',
  language: 'C',
  parameters: ['callback', 'identity_hint?'],
};

/** What a context calls: who watches its connections, and who is asked when a name or a key is wanted. */
export abstract class ContextCallbacks extends ContextStore {
  #keylog: Path | null = null;
  #keylogCallback: KeylogCallback | null = null;
  #message: MessageCallback | null = null;
  #clientHello: ClientHelloCallback<SSLObject, SSLContext> | null = null;
  #serverName: ServerNameCallback<SSLObject, SSLContext> | null = null;
  #verify: VerifyCallback<SSLObject> | null = null;
  #pskClient: PskClientCallback | null = null;
  #pskServer: { readonly callback: PskServerCallback; readonly hint: string | null } | null = null;

  /**
   * A file that the secrets of connections are appended to, in NSS key log format, or `null`. It is opened at once,
   * and gets a header line if it is empty.
   */
  get keylog_filename(): Path | null {
    return this.#keylog;
  }
  set keylog_filename(filename: Path | null) {
    this.#keylog = null;
    if (filename === null || filename === undefined) return;
    const path = pathOf(filename);
    if (path === undefined)
      throw new TypeError(`expected str, bytes or os.PathLike object, not ${typeName(filename)}`);
    if (openLog(path).empty) appendLog(path, KEYLOG_HEADER);
    this.#keylog = path;
  }

  /**
   * Called with the secrets of connections, `(conn, line)`, a line of the key log at a time.
   * @extension
   */
  get keylog_callback(): KeylogCallback | null {
    return this.#keylogCallback;
  }
  set keylog_callback(callback: KeylogCallback | null) {
    this.#keylogCallback = callable(callback, 'not a callable object');
  }

  /** Who watches the connections of this context. */
  protected get watching(): Omit<Watching, 'owner'> {
    const path = this.#keylog;
    return {
      message: this.#message,
      keylog: this.#keylogCallback,
      keylogFile: path === null ? null : (line) => appendLog(path, line),
    };
  }

  /** Called with each message of a connection: `(conn, direction, version, content_type, msg_type, data)`. */
  get _msg_callback(): MessageCallback | null {
    return this.#message;
  }
  set _msg_callback(callback: MessageCallback | null) {
    const text = typeof callback === 'string' ? callback : repr(callback);
    this.#message = callable(callback, `${text} is not callable.`);
  }

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
  get verify_callback(): VerifyCallback<SSLObject> | null {
    return this.#verify;
  }
  set verify_callback(callback: VerifyCallback<SSLObject> | null) {
    this.#verify = callable(callback, 'not a callable object');
  }

  /**
   * Called on a server with a client's first hello, `(sslobject, client_hello, context)`, before anything is chosen
   * and before `sni_callback`: to see what the client offers, to take its fingerprint, to choose by more than a name. As
   * there it may set the object's `context` to another one, whose certificates, trusted authorities and ALPN protocols
   * count from then on, or return the number of an alert to refuse the connection. It is called once a connection, also
   * where a session goes on, and not for the second hello after a HelloRetryRequest. What it throws ends the handshake
   * with an alert, and is the `cause` of the `SSLError` that is raised.
   * @extension
   */
  get client_hello_callback(): ClientHelloCallback<SSLObject, SSLContext> | null {
    return this.#clientHello;
  }
  set client_hello_callback(callback: ClientHelloCallback<SSLObject, SSLContext> | null) {
    if (this.protocol === _SSLMethod.PROTOCOL_TLS_CLIENT)
      throw new ValueError('client_hello_callback cannot be set on TLS_CLIENT context');
    this.#clientHello = callable(callback, 'not a callable object');
  }

  /**
   * Called on a server when a client has said which name it wants, and when it has said none. It may set the object's
   * `context` to another one, or return the number of an alert to refuse the connection.
   */
  get sni_callback(): ServerNameCallback<SSLObject, SSLContext> | null {
    return this.#serverName;
  }
  set sni_callback(callback: ServerNameCallback<SSLObject, SSLContext> | null) {
    if (this.protocol === _SSLMethod.PROTOCOL_TLS_CLIENT)
      throw new ValueError('sni_callback cannot be set on TLS_CLIENT context');
    this.#serverName = null; // whatever becomes of the new one
    this.#serverName = callable(callback, 'not a callable object');
  }

  /** The same as setting `sni_callback`, which then is a function of its own around `server_name_callback`. */
  set_servername_callback(server_name_callback: ServerNameCallback<SSLObject, SSLContext> | null): void;
  set_servername_callback(keywords: {
    readonly server_name_callback: ServerNameCallback<SSLObject, SSLContext> | null;
  }): void;
  set_servername_callback(...args: readonly unknown[]): void {
    const [callback] = bind(setServername, args);
    if (callback === null) {
      this.sni_callback = null;
      return;
    }
    if (typeof callback !== 'function') throw new TypeError('not a callable object');
    this.sni_callback = (object, name, context) => callback(object, name, context);
  }

  /**
   * Set who gives a client its pre-shared key: `callback(hint)` returns the key's name and the key, `['id', key]`, or
   * an empty key if it has none. `null` unsets it.
   */
  set_psk_client_callback(callback: PskClientCallback | null): void;
  set_psk_client_callback(keywords: { readonly callback: PskClientCallback | null }): void;
  set_psk_client_callback(...args: readonly unknown[]): void {
    const [callback] = bind(setPskClient, args);
    if (this.protocol === _SSLMethod.PROTOCOL_TLS_SERVER)
      throw composedError('Cannot add PSK client callback to a PROTOCOL_TLS_SERVER context');
    this.#pskClient = callable(callback as PskClientCallback | null, 'callback must be callable');
  }

  /**
   * Set who gives a server its pre-shared keys: `callback(identity)` returns the key of that name, or an empty one if
   * there is none. The hint is for clients of TLS 1.2. `null` unsets it.
   */
  set_psk_server_callback(callback: PskServerCallback | null, identity_hint?: string | null): void;
  set_psk_server_callback(
    callback: PskServerCallback | null,
    keywords: { readonly identity_hint?: string | null },
  ): void;
  set_psk_server_callback(keywords: {
    readonly callback: PskServerCallback | null;
    readonly identity_hint?: string | null;
  }): void;
  set_psk_server_callback(...args: readonly unknown[]): void {
    const [value, identity_hint] = bind(setPskServer, args);
    const hint = identityHint(identity_hint);
    if (this.protocol === _SSLMethod.PROTOCOL_TLS_CLIENT)
      throw composedError('Cannot add PSK server callback to a PROTOCOL_TLS_CLIENT context');
    const callback = callable(value as PskServerCallback | null, 'callback must be callable');
    if (callback !== null) checkHintLength(hint);
    this.#pskServer = callback === null ? null : { callback, hint };
  }

  protected get pskCallbacks() {
    return { pskClient: this.#pskClient, pskServer: this.#pskServer };
  }
}

const KEYLOG_HEADER = '# TLS secrets log file, generated by OpenSSL / Python\n';

/** A function, or `null` for none. */
function callable<F>(value: F | null | undefined, complaint: string): F | null {
  if (value !== null && value !== undefined && typeof value !== 'function') throw new TypeError(complaint);
  return value ?? null;
}
