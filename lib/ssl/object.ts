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
import { EMPTY, fromUtf8 } from '../bytes/bytes.ts';
import { parseCertificate } from '../pki/certificate.ts';
import { Connection } from '../tls/connection.ts';
import type { Outcome } from '../tls/outcome.ts';
import type { Incoming } from '../tls/record/pull.ts';
import type { NameAnswer, Negotiated } from '../tls/settings.ts';
import { type BytesLike, bytesLike, cSize, writableBuffer } from './buffers.ts';
import { type CipherRow, cipherRows12, cipherRows13, protocolOf } from './cipher-table.ts';
import { type ContextSnapshot, demandsOf, settingsOf } from './connection-settings.ts';
import type { SSLContext } from './context.ts';
import { sslError, transportEof, zeroReturn } from './errors.ts';
import { MemoryError, ValueError } from './exceptions.ts';
import { bind, type Signature } from './keywords.ts';
import { MemoryBIO, queueOf } from './memory-bio.ts';
import { ConnectionObserver, type Watching } from './observer.ts';
import { errorOf, failureOf } from './outcome-errors.ts';
import { describeCertificate, type PeerCertificate } from './peer-certificate.ts';
import { noneOr, repr } from './repr.ts';
import { outcomeOf, type ServerNameCallback } from './server-name-callback.ts';
import { makeSession, type SessionParts, type SSLSession, sessionId, sessionParts } from './session.ts';
import { countBegun, countDone, type SessionStatistics } from './session-statistics.ts';
import type { Trust } from './trust.ts';

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
export const CREATING = Symbol('SSLContext.wrap_bio');

const methods = {
  read: { name: 'SSLObject.read', language: 'Python', parameters: ['len?', 'buffer?'] },
  getpeercert: { name: 'SSLObject.getpeercert', language: 'Python', parameters: ['binary_form?'] },
  binding: { name: 'SSLObject.get_channel_binding', language: 'Python', parameters: ['cb_type?'] },
} as const satisfies Record<string, Signature>;

/** Longer reads ask for more memory than there is, as far as CPython's allocator is concerned. */
const MAX_READ = 2 ** 47;

/**
 * An SSL protocol instance over two memory buffers, without any network I/O of its own. Instances are returned by
 * `SSLContext.wrap_bio()`.
 */
export class SSLObject {
  readonly #parts: ObjectParts;
  readonly #observer: ConnectionObserver;
  #context: SSLContext;
  #snapshot: ContextSnapshot;
  #connection: Connection;
  #trust: Trust;
  /** The session that is to be resumed. */
  #session: SessionParts | undefined;
  /** How far the context has counted this connection. */
  #counted: 'nothing' | 'begun' | 'done' = 'nothing';
  /** The handshake was completed, and nothing of ours has failed since. */
  #complete = false;
  /** What ended the connection, if we did. */
  #failure: 'refused' | 'fault' | 'eof' | undefined;

  constructor(creating?: typeof CREATING, parts?: ObjectParts) {
    if (creating !== CREATING || parts === undefined) {
      throw new TypeError(
        `${new.target.name} does not have a public constructor. Instances are returned by SSLContext.wrap_bio().`,
      );
    }
    this.#parts = parts;
    this.#context = parts.context;
    this.#snapshot = parts.snapshot;
    this.#session = parts.session;
    this.#observer = new ConnectionObserver({ ...parts.watching, owner: this });
    const { connection, trust } = this.#connect(parts.snapshot);
    this.#connection = connection;
    this.#trust = trust;
  }

  #connect(snapshot: ContextSnapshot): { connection: Connection; trust: Trust } {
    const { incoming, outgoing } = this.#parts;
    const { settings, trust } = this.#settings(snapshot);
    return { connection: new Connection(settings, incomingOf(incoming), queueOf(outgoing)), trust };
  }

  #settings(snapshot: ContextSnapshot): ReturnType<typeof settingsOf> {
    const { serverSide, hostName, serverNameCallback: callback } = this.#parts;
    return settingsOf(snapshot, {
      serverSide,
      hostName,
      observer: this.#observer,
      session: this.#session,
      answerName: callback === null ? undefined : (name) => this.#answerName(callback, name ?? null),
    });
  }

  /** Asks the callback; if it has set another context, that context's certificates are the ones to show. */
  #answerName(callback: ServerNameCallback<SSLObject, SSLContext>, name: string | null): NameAnswer {
    const before = this.#snapshot;
    const outcome = outcomeOf(() => callback(this, name, this.#parts.context));
    if (outcome !== 'accepted') return outcome;
    if (this.#snapshot === before) return { kind: 'accepted', changes: undefined };
    const { settings, trust } = this.#settings(this.#snapshot);
    this.#trust = trust;
    const { credentials, verifier, protocols } = settings;
    return { kind: 'accepted', changes: { credentials, verifier, protocols } };
  }

  /** The SSLContext that is currently in use. */
  get context(): SSLContext {
    return this.#context;
  }
  set context(context: SSLContext) {
    const snapshot = snapshotOf(context);
    if (snapshot === undefined) throw new TypeError('The value must be a SSLContext');
    this.#context = context;
    // OpenSSL takes over what hangs on the context itself, and leaves the rest as it was wrapped.
    const { chains, store, protocols } = snapshot;
    this.#snapshot = { ...this.#snapshot, chains, store, protocols };
    if (this.#connection.state === 'start') this.#reconnect();
  }

  /** Begins anew with other settings, while nothing has been said. */
  #reconnect(): void {
    const { connection, trust } = this.#connect(this.#snapshot);
    this.#connection = connection;
    this.#trust = trust;
  }

  /**
   * The session of this connection, a new object each time; `null` before the handshake is complete. A session of an
   * earlier connection of the same context can be set before the handshake, to be resumed.
   */
  get session(): SSLSession | null {
    if (this.#session !== undefined && this.#connection.state === 'start') return makeSession(this.#session);
    return this.#complete ? makeSession(this.#sessionNow()) : null;
  }
  set session(session: SSLSession) {
    const parts = sessionParts(session, this.#context, this.server_side);
    if (this.#connection.state !== 'start') throw new ValueError('Cannot set session after handshake.');
    this.#session = parts;
    this.#reconnect();
  }

  #sessionNow(): SessionParts {
    const { hostName, serverSide } = this.#parts;
    // Until a new ticket comes, the session that was resumed is the one that goes on.
    const resumable =
      this.#connection.session ?? (this.session_reused ? this.#session?.resumable : undefined);
    const { provider, ticketCount } = this.#snapshot;
    // A client's is named by its ticket; a server's, which has none to show, by the handshake that it sent one after.
    const named =
      resumable?.ticket ?? (serverSide && ticketCount > 0 ? this.#negotiated.clientFinished : undefined);
    return {
      context: this.#context,
      resumable,
      id: named === undefined ? EMPTY : sessionId(named, provider),
      time: Math.floor((resumable?.received ?? Date.now()) / 1000),
      demands: demandsOf(this.#snapshot, serverSide, hostName),
    };
  }

  /** Whether a session was resumed. */
  get session_reused(): boolean {
    return this.#negotiated.resumed ?? false;
  }

  /** Whether this is a server-side object. */
  get server_side(): boolean {
    return this.#parts.serverSide;
  }

  /** The server hostname for SNI, as an A-label, or `null`. */
  get server_hostname(): string | null {
    return this.#parts.hostName;
  }

  /** Goes on with the handshake as far as the incoming bytes go. */
  do_handshake(): void {
    this.#done(this.#ask((connection) => connection.handshake()));
  }

  /**
   * Read up to `len` bytes from the SSL object and return them; never more than one record holds. If `buffer` is
   * given, read into it and return the number of bytes.
   */
  read(len: number, buffer: ArrayBufferView): number;
  read(len?: number, buffer?: null): Uint8Array;
  read(keywords: { readonly len?: number; readonly buffer: ArrayBufferView }): number;
  read(keywords: { readonly len?: number }): Uint8Array;
  read(...args: readonly unknown[]): Uint8Array | number {
    // Hot: most calls are `read(n)`, and have nothing to be bound.
    const plain = args.length === 1 && typeof args[0] === 'number';
    const [len, buffer] = plain ? args : bind(methods.read, args);
    const length = len === undefined ? DEFAULT_READ : cSize(len);
    if (buffer !== undefined && buffer !== null) return this.#readInto(length, buffer);
    if (length < 0) throw new ValueError('size should not be negative');
    if (length > MAX_READ) throw new MemoryError();
    if (length === 0) return EMPTY.slice();
    if (this.#failure !== undefined) throw transportEof(false); // what was decrypted before is lost too
    const answer = this.#ask((connection) => connection.read(length));
    return answer instanceof Uint8Array ? answer : (this.#ended(answer) ?? EMPTY.slice());
  }

  #readInto(length: number, buffer: unknown): number {
    const bytes = writableBuffer(buffer, 'read()', 2);
    const target = length <= 0 || length > bytes.length ? bytes : bytes.subarray(0, length);
    if (target.length === 0) return 0;
    if (this.#failure !== undefined) throw transportEof(false);
    const answer = this.#ask((connection) => connection.readInto(target));
    if (typeof answer === 'number') return answer;
    this.#ended(answer);
    return 0;
  }

  /** The end of what the peer sends: nothing where it ended in order, an error where it did not. */
  #ended(outcome: Outcome): undefined {
    if (outcome.kind === 'closed') {
      if (this.#connection.closeSent) throw zeroReturn();
      return undefined;
    }
    if (outcome.kind === 'dead' && outcome.by === 'alert') return undefined;
    throw errorOf(outcome);
  }

  /** Write `data` to the SSL object and return the number of bytes written: all of them. */
  write(data: BytesLike): number {
    const bytes = bytesLike(data);
    const answer = this.#ask((connection) => connection.write(bytes));
    if (typeof answer === 'number') return answer;
    throw errorOf(answer);
  }

  /**
   * Start the SSL shutdown handshake: sends our close_notify, and wants to read until the peer's is in. Unread data
   * must be read first.
   */
  unwrap(): null {
    const outcome = this.#ask((connection) => connection.close());
    if (outcome.kind === 'dead') throw sslError('SHUTDOWN_WHILE_IN_INIT');
    if (outcome.kind !== 'closed') this.#done(outcome);
    return null;
  }

  /**
   * Replace the keys that what we send is protected with, and if `request_peer` ask the peer to do the same
   * (RFC 8446 section 4.6.3).
   * @extension
   */
  update_keys(request_peer = false): void {
    this.#done(this.#ask((connection) => connection.updateKeys(request_peer)));
  }

  /** The number of bytes that are decrypted and unread. */
  pending(): number {
    return this.#connection.pending;
  }

  /** The version of the connection, `null` before the handshake is complete. */
  version(): string | null {
    return this.#complete ? (this.#negotiated.version ?? null) : null;
  }

  /** The suite in use. */
  cipher(): CipherTuple | null {
    const row = this.#negotiated.suite === undefined ? undefined : rowsByName.get(this.#negotiated.suite);
    return row === undefined ? null : tupleOf(row);
  }

  /** On servers, the suites that the client offered and we have; `null` on clients and before the handshake. */
  shared_ciphers(): CipherTuple[] | null {
    const offered = this.#negotiated.offeredSuites;
    if (!this.server_side || offered === undefined) return null;
    return this.#snapshot.suites.filter((row) => isOffered(row, offered)).map(tupleOf);
  }

  /** Always `null`: TLS 1.3 has no compression, and before it was an attack. */
  compression(): null {
    return null;
  }

  /** The application protocol that was agreed on, or `null`. */
  selected_alpn_protocol(): string | null {
    const { protocol } = this.#negotiated;
    return protocol === undefined ? null : fromUtf8(protocol);
  }

  /** Bytes that are the same on both ends of this connection and on no other, or `null` before there are any. */
  get_channel_binding(cb_type?: string): Uint8Array | null;
  get_channel_binding(keywords: { readonly cb_type?: string }): Uint8Array | null;
  get_channel_binding(...args: readonly unknown[]): Uint8Array | null {
    const [type = 'tls-unique'] = bind(methods.binding, args);
    if (typeof type !== 'string')
      throw new TypeError(`get_channel_binding() argument 'cb_type' must be str, not ${noneOr(type)}`);
    if (type !== 'tls-unique') throw new ValueError(`${repr(type)} channel binding type not implemented`);
    // RFC 5929 section 3.1: the first Finished message of the handshake.
    const { clientFinished, serverFinished, resumed } = this.#negotiated;
    return (resumed ? serverFinished : clientFinished)?.slice() ?? null;
  }

  /**
   * The peer's certificate as a dict, `{}` if it was not verified, `null` if there is none; as DER if `binary_form`,
   * verified or not.
   */
  getpeercert(binary_form: true): Uint8Array | null;
  getpeercert(binary_form?: false): PeerCertificate | Record<string, never> | null;
  getpeercert(keywords: { readonly binary_form: true }): Uint8Array | null;
  getpeercert(keywords: { readonly binary_form?: false }): PeerCertificate | Record<string, never> | null;
  getpeercert(...args: readonly unknown[]): Uint8Array | PeerCertificate | Record<string, never> | null {
    const [binary = false] = bind(methods.getpeercert, args);
    if (!this.#complete) throw new ValueError('handshake not done yet');
    const [leaf] = this.#negotiated.peerChain ?? [];
    if (leaf === undefined) return null;
    if (binary) return leaf.slice();
    return this.#snapshot.verifyMode === 0 ? {} : describeCertificate(parseCertificate(leaf));
  }

  /** The chain from the peer's certificate to the root that we trust, as DER. */
  get_verified_chain(): Uint8Array[] {
    if (this.session_reused) return []; // nothing was verified anew
    const path = this.#trust.path(this.#negotiated.peerChain ?? [], this.server_side ? 'client' : 'server');
    return path.map((certificate) => certificate.der.slice());
  }

  /** The chain as the peer sent it, as DER. */
  get_unverified_chain(): Uint8Array[] {
    if (this.session_reused) return []; // nothing was sent
    // OpenSSL's servers forget a chain that they refuse; its clients keep it.
    if (this.server_side && this.#failure === 'refused') return [];
    return (this.#negotiated.peerChain ?? []).map((der) => der.slice());
  }

  get #negotiated(): Negotiated {
    return this.#connection.negotiated;
  }

  /** One question to the engine; what callbacks have thrown meanwhile comes before its answer. */
  #ask<Answer>(question: (connection: Connection) => Answer): Answer {
    const answer = question(this.#connection);
    const { state } = this.#connection;
    if (state === 'open') this.#complete = true;
    else if (state === 'ended') this.#failure ??= failureOf(answer);
    if (this.#failure !== undefined) this.#complete = false;
    if (this.#counted !== 'done') this.#count();
    this.#observer.raise();
    return answer;
  }

  #count(): void {
    const { statistics, serverSide } = this.#parts;
    if (this.#counted === 'nothing' && this.#connection.state !== 'start') {
      countBegun(statistics, serverSide);
      this.#counted = 'begun';
    }
    if (this.#counted === 'begun' && this.#complete) {
      countDone(statistics, serverSide, this.session_reused);
      this.#counted = 'done';
    }
  }

  #done(outcome: Outcome): void {
    if (outcome.kind !== 'done') throw errorOf(outcome);
  }
}

const DEFAULT_READ = 1024;

function incomingOf(bio: MemoryBIO): Incoming {
  return {
    queue: queueOf(bio),
    get ended() {
      return MemoryBIO.ended(bio);
    },
  };
}

const rowsByName: ReadonlyMap<string, CipherRow> = new Map(
  [...cipherRows13, ...cipherRows12].map((row) => [row.standardName, row]),
);

function tupleOf(row: CipherRow): CipherTuple {
  return [row.name, protocolOf(row), row.bits];
}

/** The engine reports suites that it knows by name, others by number. */
function isOffered(row: CipherRow, offered: readonly string[]): boolean {
  return (
    offered.includes(row.standardName) || offered.includes(`0x${row.number.toString(16).padStart(4, '0')}`)
  );
}

const snapshots = new WeakMap<object, () => ContextSnapshot>();

/** Each context says here how it is read; so an object knows a context when it sees one. */
export function registerContext(context: SSLContext, snapshot: () => ContextSnapshot): void {
  snapshots.set(context, snapshot);
}

function snapshotOf(context: unknown): ContextSnapshot | undefined {
  return typeof context === 'object' && context !== null ? snapshots.get(context)?.() : undefined;
}
