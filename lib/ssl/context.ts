import { defaultProvider } from '../crypto/choose.ts';
import type { CryptoProvider } from '../crypto/provider.ts';
import { warnOnce } from '../host/warnings.ts';
import { type BytesLike, hasFlag } from './buffers.ts';
import type { ContextSnapshot } from './connection-settings.ts';
import { ContextCallbacks } from './context-callbacks.ts';
import { type ContextParts, registerContext } from './context-parts.ts';
import { _SSLMethod, Options } from './enums.ts';
import { composedError } from './errors.ts';
import { ValueError } from './exceptions.ts';
import { checkHostName, encodeHostName, hostNameArgument } from './host-names.ts';
import { bind, noArguments, type Signature } from './keywords.ts';
import { MemoryBIO } from './memory-bio.ts';
import { SSLObject } from './object.ts';
import { ObjectConnection } from './object-connection.ts';
import { isPlainObject, noneOr } from './repr.ts';
import { type SSLSession, sessionParts } from './session.ts';
import { SessionKeeping } from './session-keeping.ts';
import { noSessions, type SessionStatistics } from './session-statistics.ts';
import { SSLSocket } from './socket.ts';
import type { VerifyCallback } from './verify-callback.ts';

/** What `wrap_bio()` takes by keyword. */
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
export class SSLContext extends ContextCallbacks {
  /** The class of what `wrap_bio()` returns: `SSLObject` or one that extends it. */
  sslobject_class: Pick<typeof SSLObject, '_create'> = SSLObject;
  /** The class of what `wrap_socket()` returns: `SSLSocket` or one that extends it. */
  sslsocket_class: Pick<typeof SSLSocket, '_create'> = SSLSocket;
  readonly #statistics = noSessions();
  readonly #keeping = new SessionKeeping(this.#statistics);

  /**
   * `PROTOCOL_TLS_CLIENT` (which verifies certificates and names) or `PROTOCOL_TLS_SERVER`; the others, and none, are
   * deprecated. Extra arguments are swallowed. A `ValueError` for a number that is no protocol.
   */
  constructor(protocol?: number | null, ...rest: readonly unknown[]);
  constructor(keywords: { readonly protocol?: number | null });
  constructor(protocol?: number | null | { readonly protocol?: number | null }) {
    super(isPlainObject(protocol) ? protocol.protocol : protocol);
    registerContext(this, () => this.#parts());
  }

  protected override defaultCrypto(): CryptoProvider {
    return defaultProvider();
  }

  /**
   * Make an `SSLObject` over two memory buffers: `incoming` is what comes from the peer, `outgoing` goes to it. A client
   * gives `server_hostname`, by which it asks for a server (SNI) and checks its certificate: without one, no name is
   * checked. `session` is one to resume. The object keeps the settings that the context has now.
   *
   * An `SSLError` where the context is for the other role or the name too long, a `ValueError` for an empty name, one
   * that IDNA does not take, and a session of another context. (Python's documentation: "SSL Contexts".)
   */
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
    const hostName = hostNameArgument(server_hostname);
    this.#checkRole(serverSide);
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
      ...this.#parts(),
      session: resumed,
      clientHelloCallback: this.client_hello_callback,
      serverNameCallback: this.sni_callback,
    });
  }

  /**
   * Make an `SSLSocket` of a socket that is connected, or is to be, or listens. A `ValueError` for `check_hostname`
   * without a `server_hostname`, and for a name or session on the server's side. (Python's documentation: "SSL Contexts".)
   */
  wrap_socket(
    sock: unknown,
    server_side?: boolean,
    do_handshake_on_connect?: boolean,
    suppress_ragged_eofs?: boolean,
    server_hostname?: string | Uint8Array | null,
    session?: SSLSession | null,
  ): SSLSocket;
  wrap_socket(sock: unknown, keywords: WrapSocketKeywords): SSLSocket;
  wrap_socket(
    sock: unknown,
    server_side: boolean,
    keywords: Omit<WrapSocketKeywords, 'server_side'>,
  ): SSLSocket;
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

  #parts(): ContextParts {
    return { snapshot: this.#snapshot(), statistics: this.#statistics, watching: this.watching };
  }

  #snapshot(): ContextSnapshot {
    const provider = this.crypto;
    return {
      provider,
      store: this.store,
      chains: this.chains,
      latestChain: this.latestChain,
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
      verifyCallback: this.verify_callback as VerifyCallback | null,
      ocspStapling: this.ocsp_stapling,
      ...this.pskCallbacks,
      tickets:
        this.protocol === _SSLMethod.PROTOCOL_TLS_CLIENT
          ? undefined
          : this.#keeping.tickets(provider, hasFlag(this.options, Options.OP_NO_TICKET)),
      sessions: this.#keeping.sessions,
      ticketCount: this.num_tickets,
      postHandshakeAuth: this.post_handshake_auth,
    };
  }

  /**
   * Take the keys that this server shares with others, so that each resumes what the others began: the first seals
   * tickets from here on, and all of them open tickets, so that keys can be put in front and dropped at the end. Each
   * has 48 bytes: 16 by which tickets name it, and a key of AES-256. Keys should be replaced daily: who has one can
   * play the server to clients that resume, and read what was recorded of connections of TLS 1.2.
   * @extension
   */
  set_ticket_keys(keys: Iterable<BytesLike>): void {
    if (this.protocol === _SSLMethod.PROTOCOL_TLS_CLIENT)
      throw new ValueError('SSLContext is not a server context.');
    this.#keeping.shareKeys(keys);
  }

  /**
   * How many handshakes of this context began (`connect`, `accept`), were completed (`..._good`), and resumed a
   * session (`hits`).
   */
  session_stats(...args: []): SessionStatistics {
    noArguments('_SSLContext.session_stats', args, 'C');
    return { ...this.#statistics };
  }

  /** `server_hostname` as an A-label (IDNA 2003); a `UnicodeEncodeError` where it cannot be one. */
  _encode_hostname(hostname: string | Uint8Array | null): string | null;
  _encode_hostname(keywords: { readonly hostname: string | Uint8Array | null }): string | null;
  _encode_hostname(...args: readonly unknown[]): string | null {
    return encodeHostName(bind(encodeHostname, args)[0]);
  }
}

/** CPython is silent here; a program that forgets the name should not be. */
const NO_NAME = 'check_hostname is set, but without server_hostname no name will be checked';

function checkBio(value: unknown, name: string): asserts value is MemoryBIO {
  if (!(value instanceof MemoryBIO))
    throw new TypeError(`_wrap_bio() argument '${name}' must be _ssl.MemoryBIO, not ${noneOr(value)}`);
}
