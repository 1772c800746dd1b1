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
import { EMPTY, fromUtf8, type OwnBytes } from '../bytes/bytes.ts';
import { warnDeprecated } from '../host/warnings.ts';
import { parseCertificate } from '../pki/certificate.ts';
import type { Outcome } from '../tls/outcome.ts';
import type { Negotiated } from '../tls/settings.ts';
import { type BytesLike, bytesLike, cSize, cText, writableBuffer } from './buffers.ts';
import { type CipherTuple, cipherTuple, sharedTuples } from './cipher-tuples.ts';
import type { SSLContext } from './context.ts';
import { NPN_DEPRECATED } from './context-policy.ts';
import { VerifyMode } from './enums.ts';
import { sslError, transportEof, zeroReturn } from './errors.ts';
import { MemoryError, ValueError } from './exceptions.ts';
import { bind, noArguments, type Signature } from './keywords.ts';
import type { ObjectConnection } from './object-connection.ts';
import { describeStatus, type OcspStatus } from './ocsp-status.ts';
import { errorOf } from './outcome-errors.ts';
import { describeCertificate, type PeerCertificate } from './peer-certificate.ts';
import { noneOr } from './repr.ts';
import type { SSLSession } from './session.ts';

/** Only contexts make objects: whoever has this is one. */
export const CREATING = Symbol('SSLContext.wrap_bio');

const methods = {
  create: {
    name: 'SSLObject._create',
    language: 'Python',
    parameters: ['incoming', 'outgoing', 'server_side?', 'server_hostname?', 'session?', 'context?'],
    extensions: ['owner'],
  },
  read: { name: 'SSLObject.read', language: 'Python', parameters: ['len?', 'buffer?'] },
  write: { name: 'SSLObject.write', language: 'Python', parameters: ['data'] },
  getpeercert: { name: 'SSLObject.getpeercert', language: 'Python', parameters: ['binary_form?'] },
  binding: { name: 'SSLObject.get_channel_binding', language: 'Python', parameters: ['cb_type?'] },
  exporting: {
    name: 'SSLObject.export_keying_material',
    language: 'Python',
    parameters: ['label', 'length', 'context?'],
  },
} as const satisfies Record<string, Signature>;

/** Longer reads ask for more memory than there is, as far as CPython's allocator is concerned. */
const MAX_READ = 2 ** 47;

/**
 * An SSL protocol instance over two memory buffers, without any network I/O of its own. Instances are returned by
 * `SSLContext.wrap_bio()`. (Python's documentation: "Memory BIO Support"; what each method does, "SSL Sockets".)
 */
export class SSLObject {
  readonly #link: ObjectConnection;

  constructor(creating?: typeof CREATING, connect?: (self: SSLObject) => ObjectConnection) {
    if (creating !== CREATING || connect === undefined) {
      throw new TypeError(
        `${new.target.name} does not have a public constructor. Instances are returned by SSLContext.wrap_bio().`,
      );
    }
    this.#link = connect(this);
  }

  /** What `wrap_bio()` calls. An `owner` that the object works for is told of in callbacks, in its place. */
  static _create(...args: readonly unknown[]): SSLObject {
    const [incoming, outgoing, server_side = false, server_hostname, session, context, owner] = bind(
      methods.create,
      args,
    );
    return new this(CREATING, (self) =>
      (context as SSLContext)._wrap_bio(incoming, outgoing, server_side, server_hostname, {
        owner: owner ?? self,
        session,
      }),
    );
  }

  /** The SSLContext that is currently in use. */
  get context(): SSLContext {
    return this.#link.context;
  }
  set context(context: SSLContext) {
    this.#link.useContext(context);
  }

  /**
   * The session of this connection, a new object each time: `null` before there is one, and as in CPython a
   * `ValueError` while it is being made, from the hello until there are keys. A session of an earlier connection of
   * the same context can be set before the handshake, to be resumed.
   */
  get session(): SSLSession | null {
    return this.#link.session;
  }
  set session(session: SSLSession) {
    this.#link.useSession(session);
  }

  /** Whether a session was resumed. */
  get session_reused(): boolean {
    return this.#link.resumed;
  }

  /** Whether this is a server-side object. */
  get server_side(): boolean {
    return this.#link.serverSide;
  }

  /** The server hostname for SNI, as an A-label, or `null`. */
  get server_hostname(): string | null {
    return this.#link.hostName;
  }

  /**
   * Goes on with the handshake as far as the incoming bytes go, and puts what is to be sent into the outgoing BIO.
   * `SSLWantReadError` until the peer's next bytes are in; an `SSLCertVerificationError` for a certificate that is not
   * accepted, another `SSLError` for whatever else fails, `SSLEOFError` at the end of the incoming BIO. Once done it does
   * nothing.
   */
  do_handshake(...args: []): void {
    noArguments('SSLObject.do_handshake', args);
    this.#done(this.#link.ask((connection) => connection.handshake()));
  }

  /**
   * Read up to `len` bytes from the SSL object and return them; never more than one record holds. If `buffer` is
   * given, read into it and return the number of bytes. `SSLWantReadError` while there is no whole record, `b''` (0) once
   * the peer has closed, `SSLEOFError` where its bytes ended without that.
   */
  read(len: number, buffer: ArrayBufferView): number;
  read(len?: number, buffer?: null): OwnBytes;
  read(keywords: { readonly len?: number; readonly buffer: ArrayBufferView }): number;
  read(keywords: { readonly len?: number }): OwnBytes;
  read(...args: readonly unknown[]): Uint8Array | number {
    // Hot: most calls are `read(n)`, and have nothing to be bound.
    const plain = args.length === 1 && typeof args[0] === 'number';
    const [len, buffer] = plain ? args : bind(methods.read, args);
    const length = len === undefined ? DEFAULT_READ : cSize(len);
    if (buffer !== undefined && buffer !== null) return this.#readInto(length, buffer);
    if (length < 0) throw new ValueError('size should not be negative');
    if (length > MAX_READ) throw new MemoryError();
    if (length === 0) return EMPTY.slice();
    if (this.#link.failure !== undefined) throw transportEof(false); // what was decrypted before is lost too
    const answer = this.#link.ask((connection) => connection.read(length));
    return answer instanceof Uint8Array ? answer : (this.#ended(answer) ?? EMPTY.slice());
  }

  #readInto(length: number, buffer: unknown): number {
    const bytes = writableBuffer(buffer, 'read()', 2);
    const target = length <= 0 || length > bytes.length ? bytes : bytes.subarray(0, length);
    if (target.length === 0) return 0;
    if (this.#link.failure !== undefined) throw transportEof(false);
    const answer = this.#link.ask((connection) => connection.readInto(target));
    if (typeof answer === 'number') return answer;
    this.#ended(answer);
    return 0;
  }

  /** The end of what the peer sends: nothing where it ended in order, an error where it did not. */
  #ended(outcome: Outcome): undefined {
    if (outcome.kind === 'closed') {
      if (this.#link.closeSent) throw zeroReturn();
      return undefined;
    }
    if (outcome.kind === 'dead' && outcome.by === 'alert' && !this.#link.closeSent) return undefined;
    throw errorOf(outcome);
  }

  /**
   * Write `data` to the SSL object and return the number of bytes written: all of them. Before the handshake is done it
   * drives it, as `do_handshake()` does; after `unwrap()` it is an `SSLError`, `PROTOCOL_IS_SHUTDOWN`.
   */
  write(data: BytesLike): number;
  write(keywords: { readonly data: BytesLike }): number;
  write(...args: readonly unknown[]): number {
    // Hot, as with `read`.
    const plain = args.length === 1 && args[0] instanceof Uint8Array;
    const bytes = bytesLike(plain ? args[0] : bind(methods.write, args)[0]);
    // Whatever else has happened since: who has said goodbye has nothing more to say.
    if (this.#link.closeSent) throw sslError('PROTOCOL_IS_SHUTDOWN');
    const answer = this.#link.ask((connection) => connection.write(bytes));
    if (typeof answer === 'number') return answer;
    throw errorOf(answer);
  }

  /**
   * Start the SSL shutdown handshake: sends our close_notify, and raises `SSLWantReadError` until the peer's is in.
   * Unread data must be read first, or it is an `SSLError`, `APPLICATION_DATA_AFTER_CLOSE_NOTIFY`; before the handshake is
   * done, `SHUTDOWN_WHILE_IN_INIT`.
   */
  unwrap(...args: []): null {
    noArguments('SSLObject.unwrap', args);
    const outcome = this.#link.ask((connection) => connection.close());
    if (outcome.kind === 'dead') throw sslError('SHUTDOWN_WHILE_IN_INIT');
    // Once we have said goodbye, a peer's alert is its goodbye, fatal or not: so OpenSSL sees it.
    if (outcome.kind !== 'closed' && outcome.kind !== 'alert') this.#done(outcome);
    return null;
  }

  /**
   * Say that nothing more will be written, and leave the other way open: unlike `unwrap()` it neither waits for the
   * peer's close_notify nor minds what has not been read (RFC 8446 section 6.1).
   * @extension
   */
  send_close_notify(...args: []): void {
    noArguments('SSLObject.send_close_notify', args);
    const outcome = this.#link.ask((connection) => connection.closeSending());
    if (outcome.kind === 'dead') throw sslError('SHUTDOWN_WHILE_IN_INIT');
    this.#done(outcome);
  }

  /**
   * Replace the keys that what we send is protected with, and if `request_peer` ask the peer to do the same
   * (RFC 8446 section 4.6.3).
   * @extension
   */
  update_keys(request_peer = false): void {
    this.#done(this.#link.ask((connection) => connection.updateKeys(request_peer)));
  }

  /**
   * Ask a client of TLS 1.3 for its certificate (RFC 8446 section 4.6.2). The request leaves with the next call that
   * reads, writes or goes on with the handshake; `getpeercert()` has the certificate once a read has met the answer.
   */
  verify_client_post_handshake(...args: []): void {
    noArguments('SSLObject.verify_client_post_handshake', args);
    this.#done(this.#link.ask((connection) => connection.askForCertificate()));
  }

  /** The number of bytes that are decrypted and unread. */
  pending(...args: []): number {
    noArguments('SSLObject.pending', args);
    return this.#link.pending;
  }

  /** The version of the connection, `'TLSv1.2'` or `'TLSv1.3'`; `null` before the handshake is complete. */
  version(...args: []): string | null {
    noArguments('SSLObject.version', args);
    return this.#link.complete ? (this.#negotiated.version ?? null) : null;
  }

  /**
   * The suite in use: its name, the version that it was born in, and its strength in bits; before the server has answered,
   * that of a session which is to be resumed; `null` before there is one.
   */
  cipher(...args: []): CipherTuple | null {
    noArguments('SSLObject.cipher', args);
    const { suite } = this.#link;
    return suite === undefined ? null : cipherTuple(suite);
  }

  /** On servers, the suites that the client offered and we have; `null` on clients and before the handshake. */
  shared_ciphers(...args: []): CipherTuple[] | null {
    noArguments('SSLObject.shared_ciphers', args);
    const offered = this.#negotiated.offeredSuites;
    if (!this.server_side || offered === undefined) return null;
    // OpenSSL does not look at a hello's suites where a session of TLS 1.2 goes on.
    if (this.#negotiated.version === 'TLSv1.2' && this.#link.resumed) return null;
    return sharedTuples(this.#link.snapshot.suites, offered);
  }

  /** Always `null`: TLS 1.3 has no compression, and before it was an attack. */
  compression(...args: []): null {
    noArguments('SSLObject.compression', args);
    return null;
  }

  /** The application protocol that was agreed on, or `null`. */
  selected_alpn_protocol(...args: []): string | null {
    noArguments('SSLObject.selected_alpn_protocol', args);
    const { protocol } = this.#negotiated;
    return protocol === undefined ? null : fromUtf8(protocol);
  }

  /** Always `null`: there is no NPN. @deprecated use `selected_alpn_protocol()` */
  selected_npn_protocol(...args: []): null {
    noArguments('SSLObject.selected_npn_protocol', args);
    warnDeprecated(NPN_DEPRECATED);
    return null;
  }

  /**
   * The name of the group that keys were exchanged in (Python 3.15), `null` before the handshake is complete. A session of
   * TLS 1.2 that goes on has that of its beginning; keys of TLS 1.2 can be exchanged without a curve.
   */
  group(...args: []): string | null {
    noArguments('SSLObject.group', args);
    return this.#link.complete ? (this.#negotiated.group ?? null) : null;
  }

  /** How the client signed (Python 3.15); `null` where it did not authenticate itself. */
  client_sigalg(...args: []): string | null {
    noArguments('SSLObject.client_sigalg', args);
    return this.#link.complete ? (this.#negotiated.clientScheme ?? null) : null;
  }

  /** How the server signed (Python 3.15); `null` where it did not have to. */
  server_sigalg(...args: []): string | null {
    noArguments('SSLObject.server_sigalg', args);
    return this.#link.complete ? (this.#negotiated.serverScheme ?? null) : null;
  }

  /**
   * Bytes that are the same on both ends of this connection and on no other, or `null` before there are any. Beside
   * Python's `'tls-unique'`, `'tls-exporter'` (RFC 9266) and `'tls-server-end-point'` (RFC 5929) are extensions.
   */
  get_channel_binding(cb_type?: string): OwnBytes | null;
  get_channel_binding(keywords: { readonly cb_type?: string }): OwnBytes | null;
  get_channel_binding(...args: readonly unknown[]): Uint8Array | null {
    const [type = 'tls-unique'] = bind(methods.binding, args);
    if (typeof type !== 'string')
      throw new TypeError(`get_channel_binding() argument 'cb_type' must be str, not ${noneOr(type)}`);
    return this.#link.channelBinding(cText(type));
  }

  /**
   * Key material for another protocol, the same at both ends of this connection and known to nobody else (RFC 5705,
   * RFC 8446 section 7.5). A `ValueError` before the handshake is complete, and when the connection has failed. In TLS
   * 1.2 without an extended master secret a man in the middle can make two connections whose material is one (RFC 7627
   * section 1): ask for `get_channel_binding('tls-exporter')`, which is `null` then.
   * @extension
   */
  export_keying_material(label: string, length: number, context?: BytesLike | null): OwnBytes;
  export_keying_material(
    label: string,
    length: number,
    keywords: { readonly context?: BytesLike | null | undefined },
  ): OwnBytes;
  export_keying_material(keywords: {
    readonly label: string;
    readonly length: number;
    readonly context?: BytesLike | null;
  }): OwnBytes;
  export_keying_material(...args: readonly unknown[]): Uint8Array {
    const [label, length, context] = bind(methods.exporting, args);
    return this.#link.exportKeyingMaterial(
      label as string,
      length as number,
      context === undefined || context === null ? undefined : bytesLike(context),
    );
  }

  /**
   * The peer's certificate as a dict, `{}` if it was not verified, `null` if there is none; as DER if `binary_form`,
   * verified or not. A `ValueError` before the handshake is complete. (Python's documentation: "SSL Sockets".)
   */
  getpeercert(binary_form: true): OwnBytes | null;
  getpeercert(binary_form?: false): PeerCertificate | Record<string, never> | null;
  getpeercert(keywords: { readonly binary_form: true }): OwnBytes | null;
  getpeercert(keywords: { readonly binary_form?: false }): PeerCertificate | Record<string, never> | null;
  getpeercert(...args: readonly unknown[]): Uint8Array | PeerCertificate | Record<string, never> | null {
    const [binary = false] = bind(methods.getpeercert, args);
    if (!this.#link.complete) throw new ValueError('handshake not done yet');
    const [leaf] = this.#negotiated.peerChain ?? [];
    if (leaf === undefined) return null;
    if (binary) return leaf.slice();
    // OpenSSL asks the context as it is now, not as it was.
    const verifies = this.context.verify_mode !== VerifyMode.CERT_NONE;
    return verifies ? describeCertificate(parseCertificate(leaf)) : {};
  }

  /**
   * The chain from the peer's certificate to the root that we trust, as DER; empty before the handshake and in
   * resumed connections.
   */
  get_verified_chain(...args: []): OwnBytes[] {
    noArguments('SSLObject.get_verified_chain', args);
    if (this.#isChainOld) return []; // nothing was verified anew
    const path = this.#link.trust.path(
      this.#negotiated.peerChain ?? [],
      this.server_side ? 'client' : 'server',
    );
    return path.map((certificate) => certificate.der.slice());
  }

  /** The chain as the peer sent it, as DER; empty before the handshake and in resumed connections. */
  get_unverified_chain(...args: []): OwnBytes[] {
    noArguments('SSLObject.get_unverified_chain', args);
    if (this.#isChainOld) return []; // nothing was sent
    // OpenSSL's servers forget a chain that they refuse; its clients keep it.
    if (this.server_side && this.#link.failure === 'refused') return [];
    return (this.#negotiated.peerChain ?? []).map((der) => der.slice());
  }

  /**
   * The OCSP response that the server sent along, as DER; `null` where there is none, on servers, and in resumed
   * connections. It is asked for if the context's `ocsp_stapling` says so.
   * @extension
   */
  get ocsp_response(): OwnBytes | null {
    return this.#link.trust.ocsp.response?.slice() ?? null;
  }

  /**
   * What that response says of the server's certificate; `null` where there is none, or nothing is verified.
   * @extension
   */
  get ocsp_status(): OcspStatus | null {
    const { verdict } = this.#link.trust.ocsp;
    return verdict === undefined ? null : describeStatus(verdict);
  }

  /** What is known of the peer comes from the session that goes on. */
  get #isChainOld(): boolean {
    return this.session_reused && !this.#negotiated.authenticatedLater;
  }

  get #negotiated(): Negotiated {
    return this.#link.negotiated;
  }

  #done(outcome: Outcome): void {
    if (outcome.kind !== 'done') throw errorOf(outcome);
  }
}

const DEFAULT_READ = 1024;
