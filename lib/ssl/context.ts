import { defaultProvider } from '../crypto/choose.ts';
import type { CryptoProvider } from '../crypto/provider.ts';
import type { Path } from '../host/files.ts';
import { warnOnce } from '../host/warnings.ts';
import type { ContextSnapshot } from './connection-settings.ts';
import { ContextStore } from './context-store.ts';
import { _SSLMethod } from './enums.ts';
import { composedError } from './errors.ts';
import { ValueError } from './exceptions.ts';
import { appendLog, openLog, pathOf } from './files.ts';
import { checkHostName, encodeHostName } from './host-names.ts';
import { bind, noArguments, type Signature } from './keywords.ts';
import { MemoryBIO } from './memory-bio.ts';
import { SSLObject } from './object.ts';
import { ObjectConnection, registerContext } from './object-connection.ts';
import type { MessageCallback } from './observer.ts';
import { noneOr, repr, typeName } from './repr.ts';
import type { ServerNameCallback } from './server-name-callback.ts';
import { type SSLSession, sessionParts } from './session.ts';
import { noSessions, type SessionStatistics } from './session-statistics.ts';
import { SSLSocket } from './socket.ts';
import { ContextTickets } from './ticket-keeper.ts';

export interface WrapKeywords {
  readonly server_side?: boolean | number | null;
  readonly server_hostname?: string | Uint8Array | null;
  readonly session?: SSLSession | null;
}

const wrapBio: Signature = {
  name: 'SSLContext.wrap_bio',
  language: 'Python',
  parameters: ['incoming', 'outgoing', 'server_side?', 'server_hostname?', 'session?'],
};

const lowWrapBio: Signature = {
  name: '_wrap_bio',
  language: 'C',
  parameters: ['incoming', 'outgoing', 'server_side', 'server_hostname?'],
  keywordOnly: ['owner', 'session'],
};

const wrapSocket: Signature = {
  name: 'SSLContext.wrap_socket',
  language: 'Python',
  parameters: [
    'sock',
    'server_side?',
    'do_handshake_on_connect?',
    'suppress_ragged_eofs?',
    'server_hostname?',
    'session?',
  ],
};

const encodeHostname: Signature = {
  name: 'SSLContext._encode_hostname',
  language: 'Python',
  parameters: ['hostname'],
};

const setServername: Signature = {
  name: 'SSLContext.set_servername_callback',
  language: 'Python',
  parameters: ['server_name_callback'],
};

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

/** An SSLContext holds various SSL-related configuration options and data, such as certificates and a private key. */
export class SSLContext extends ContextStore {
  /** The class of what `wrap_bio()` returns: `SSLObject` or one that extends it. */
  sslobject_class: Pick<typeof SSLObject, '_create'> = SSLObject;
  /** The class of what `wrap_socket()` returns: `SSLSocket` or one that extends it. */
  sslsocket_class: Pick<typeof SSLSocket, '_create'> = SSLSocket;
  #keylog: Path | null = null;
  #message: MessageCallback | null = null;
  #serverName: ServerNameCallback<SSLObject, SSLContext> | null = null;
  readonly #statistics = noSessions();
  #tickets: { readonly provider: CryptoProvider; readonly keeper: ContextTickets } | undefined;

  /** `PROTOCOL_TLS_CLIENT` or `PROTOCOL_TLS_SERVER`; the others are deprecated. Extra arguments are swallowed. */
  constructor(protocol?: number | null, ...rest: readonly unknown[]);
  constructor(keywords: { readonly protocol?: number | null });
  constructor(protocol?: number | null | { readonly protocol?: number | null }) {
    super(typeof protocol === 'object' && protocol !== null ? protocol.protocol : protocol);
    registerContext(this, () => this.#snapshot());
  }

  protected override defaultCrypto(): CryptoProvider {
    return defaultProvider();
  }

  /** Make an `SSLObject` over two memory buffers: `incoming` is what comes from the peer, `outgoing` goes to it. */
  wrap_bio(
    incoming: MemoryBIO,
    outgoing: MemoryBIO,
    server_side?: boolean | number | null,
    server_hostname?: string | Uint8Array | null,
    session?: SSLSession | null,
  ): SSLObject;
  wrap_bio(incoming: MemoryBIO, outgoing: MemoryBIO, keywords: WrapKeywords): SSLObject;
  wrap_bio(
    incoming: MemoryBIO,
    outgoing: MemoryBIO,
    server_side: boolean | number | null,
    keywords: Omit<WrapKeywords, 'server_side'>,
  ): SSLObject;
  wrap_bio(
    keywords: WrapKeywords & { readonly incoming: MemoryBIO; readonly outgoing: MemoryBIO },
  ): SSLObject;
  wrap_bio(...args: readonly unknown[]): SSLObject {
    const [incoming, outgoing, server_side = false, server_hostname, session] = bind(wrapBio, args);
    return this.sslobject_class._create(incoming, outgoing, {
      server_side,
      server_hostname: this._encode_hostname(server_hostname as string | Uint8Array | null),
      session,
      context: this,
    });
  }

  /** What an `SSLObject` or a socket stands on: the connection, whose callbacks are told of its `owner`. */
  _wrap_bio(...args: readonly unknown[]): ObjectConnection {
    const [incoming, outgoing, server_side, server_hostname, owner, session] = bind(lowWrapBio, args);
    const serverSide = Boolean(server_side);
    checkBio(incoming, 'incoming');
    checkBio(outgoing, 'outgoing');
    this.#checkRole(serverSide);
    const hostName = server_hostname === undefined ? null : (server_hostname as string | null);
    if (hostName !== null) checkHostName(hostName);
    else if (!serverSide && this.check_hostname) warnOnce(NO_NAME, 'UserWarning');
    const resumed =
      session === null || session === undefined ? undefined : sessionParts(session, this, serverSide);
    return new ObjectConnection({
      context: this,
      owner,
      incoming,
      outgoing,
      serverSide,
      hostName,
      snapshot: this.#snapshot(),
      session: resumed,
      statistics: this.#statistics,
      serverNameCallback: this.#serverName,
      watching: { message: this.#message, log: this.#logger() },
    });
  }

  /** Make an `SSLSocket` of a socket that is connected, or is to be, or listens. */
  wrap_socket(
    sock: unknown,
    server_side?: boolean,
    do_handshake_on_connect?: boolean,
    suppress_ragged_eofs?: boolean,
    server_hostname?: string | Uint8Array | null,
    session?: SSLSession | null,
  ): SSLSocket;
  wrap_socket(sock: unknown, keywords: WrapSocketKeywords): SSLSocket;
  wrap_socket(keywords: WrapSocketKeywords & { readonly sock: unknown }): SSLSocket;
  wrap_socket(...args: readonly unknown[]): SSLSocket {
    const [sock, server_side, handshake, ragged, server_hostname, session] = bind(wrapSocket, args);
    return this.sslsocket_class._create({
      sock,
      server_side: Boolean(server_side),
      do_handshake_on_connect: handshake === undefined || Boolean(handshake),
      suppress_ragged_eofs: ragged === undefined || Boolean(ragged),
      server_hostname: (server_hostname ?? null) as string | Uint8Array | null,
      session: (session ?? null) as SSLSession | null,
      context: this,
    });
  }

  #checkRole(serverSide: boolean): void {
    if (serverSide && this.protocol === _SSLMethod.PROTOCOL_TLS_CLIENT)
      throw composedError('Cannot create a server socket with a PROTOCOL_TLS_CLIENT context');
    if (!serverSide && this.protocol === _SSLMethod.PROTOCOL_TLS_SERVER)
      throw composedError('Cannot create a client socket with a PROTOCOL_TLS_SERVER context');
  }

  #snapshot(): ContextSnapshot {
    const provider = this.crypto;
    return {
      provider,
      store: this.store,
      chains: this.chains,
      versionRange: this.versionRange,
      options: this.options,
      suites: this.suites,
      groups: this.groups,
      schemeChoices: this.schemeChoices,
      protocols: this.protocols,
      dhParameters: this.dhParameters,
      securityLevel: this.security_level,
      verifyMode: this.verify_mode,
      verifyFlags: this.verify_flags,
      checkHostname: this.check_hostname,
      commonNames: this.hostname_checks_common_name,
      isPublicSuffix: this.isPublicSuffix,
      profile: this.certificate_profile,
      ocspStapling: this.ocsp_stapling,
      tickets: this.#keeper(provider),
      ticketCount: this.num_tickets,
      postHandshakeAuth: this.post_handshake_auth,
    };
  }

  /** One keeper for all connections of a context, made when the first server is. */
  #keeper(provider: CryptoProvider): ContextTickets | undefined {
    if (this.protocol === _SSLMethod.PROTOCOL_TLS_CLIENT) return undefined;
    if (this.#tickets?.provider !== provider)
      this.#tickets = { provider, keeper: new ContextTickets(provider) };
    return this.#tickets.keeper;
  }

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

  #logger(): ((line: string) => void) | null {
    const path = this.#keylog;
    return path === null ? null : (line) => appendLog(path, line);
  }

  /** Called with each message of a connection: `(conn, direction, version, content_type, msg_type, data)`. */
  get _msg_callback(): MessageCallback | null {
    return this.#message;
  }
  set _msg_callback(callback: MessageCallback | null) {
    if (callback !== null && callback !== undefined && typeof callback !== 'function')
      throw new TypeError(`${typeof callback === 'string' ? callback : repr(callback)} is not callable.`);
    this.#message = callback ?? null;
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
    if (callback !== null && callback !== undefined && typeof callback !== 'function')
      throw new TypeError('not a callable object');
    this.#serverName = callback ?? null;
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

  /** How many handshakes of this context began, were completed, and resumed a session. */
  session_stats(...args: []): SessionStatistics {
    noArguments('_SSLContext.session_stats', args, 'C');
    return { ...this.#statistics };
  }

  /** `server_hostname` as an A-label. */
  _encode_hostname(hostname: string | Uint8Array | null): string | null;
  _encode_hostname(keywords: { readonly hostname: string | Uint8Array | null }): string | null;
  _encode_hostname(...args: readonly unknown[]): string | null {
    return encodeHostName(bind(encodeHostname, args)[0]);
  }
}

/** CPython is silent here; a program that forgets the name should not be. */
const NO_NAME = 'check_hostname is set, but without server_hostname no name will be checked';

const KEYLOG_HEADER = '# TLS secrets log file, generated by OpenSSL / Python\n';

function checkBio(value: unknown, name: string): asserts value is MemoryBIO {
  if (!(value instanceof MemoryBIO))
    throw new TypeError(`_wrap_bio() argument '${name}' must be _ssl.MemoryBIO, not ${noneOr(value)}`);
}
