/** The connection behind an `SSLObject`: which context and session it goes by, and how it ended. */
import { Connection, type ConnectionState } from '../tls/connection.ts';
import type { Outcome } from '../tls/outcome.ts';
import type { HelloAnswer, Negotiated } from '../tls/settings.ts';
import type { SuiteName } from '../wire/registries.ts';
import { channelBinding, checkExport, TLS_EXPORTER } from './channel-binding.ts';
import { sessionAt } from './connection-session.ts';
import { type ContextSnapshot, judgementOf, settingsOf, takenOver } from './connection-settings.ts';
import type { SSLContext } from './context.ts';
import { contextParts, type ObjectParts } from './context-parts.ts';
import { RuntimeError, ValueError } from './exceptions.ts';
import { HandshakeCount } from './handshake-count.ts';
import { helloAnswers } from './hello-answers.ts';
import { insideOf } from './memory-bio.ts';
import { ConnectionObserver } from './observer.ts';
import { errorOf, failureOf, isAlert } from './outcome-errors.ts';
import type { CallOutcome } from './server-name-callback.ts';
import { type Judgement, makeSession, type SessionParts, type SSLSession, sessionParts } from './session.ts';
import type { Trust } from './trust.ts';

/**
 * The engine's connection with what Python hangs on it. A context or a session that is set before anything has been
 * said begins it anew; a handshake is counted once when it begins and once when it is done.
 */
export class ObjectConnection {
  readonly #parts: ObjectParts;
  readonly #observer: ConnectionObserver;
  readonly #count: HandshakeCount;
  #context: SSLContext;
  #snapshot: ContextSnapshot;
  #connection: Connection;
  #trust: Trust;
  /** By what the peer is judged: another context that is set once it has been heard changes nothing about that. */
  #judgement: Judgement;
  /** A session was there to be offered in the hello. */
  #offersSession: boolean;
  /** The session that is to be resumed. */
  #session: SessionParts | undefined;
  #complete = false;
  #failure: 'refused' | 'fault' | 'eof' | undefined;
  /** The engine is at work, or a callback that it has called. */
  #asking = false;

  constructor(parts: ObjectParts) {
    this.#parts = parts;
    this.#context = parts.context;
    this.#snapshot = parts.snapshot;
    this.#session = parts.session;
    this.#count = new HandshakeCount(parts.statistics, parts.serverSide);
    this.#observer = new ConnectionObserver({ ...parts.watching, owner: parts.owner });
    const { connection, trust, offersSession } = this.#connect(parts.snapshot);
    this.#connection = connection;
    this.#trust = trust;
    this.#judgement = judgementOf(parts.snapshot, parts.hostName);
    this.#offersSession = offersSession;
  }

  /**
   * One question to the engine; what callbacks have thrown meanwhile is raised, or is why what is raised came about. A
   * callback may ask nothing: the engine is in the midst of a message. (CPython lets it, and OpenSSL's memory is corrupt.)
   */
  ask<Answer>(question: (connection: Connection) => Answer): Answer {
    if (this.#asking) throw new RuntimeError('reentrant call inside a callback of the same connection');
    this.#asking = true;
    let answer: Answer;
    try {
      answer = question(this.#connection);
    } finally {
      this.#asking = false;
    }
    const { state } = this.#connection;
    if (state === 'open') this.#complete = true;
    else if (state === 'ended') this.#failure ??= failureOf(answer);
    if (this.#failure !== undefined || isAlert(answer)) this.#complete = false;
    if (!this.#count.isDone) this.#countOn(state);
    const raised = this.#observer.takeRaised();
    if (raised !== undefined) throw chained(answer, raised.error);
    return answer;
  }

  #countOn(state: ConnectionState): void {
    if (state !== 'start') this.#count.begin();
    if (!this.#complete) return;
    const offered = this.#offersSession && (this.#session?.id.length ?? 0) > 0;
    this.#count.complete({ offered, resumed: this.resumed });
  }

  #connect(snapshot: ContextSnapshot) {
    const { incoming, outgoing } = this.#parts;
    const { settings, trust } = this.#settings(snapshot);
    const { session, versions } = settings;
    return {
      connection: new Connection(settings, insideOf(incoming), insideOf(outgoing).queue),
      trust,
      offersSession: session !== undefined && versions.includes(session.version),
    };
  }

  #settings(snapshot: ContextSnapshot): ReturnType<typeof settingsOf> {
    const { owner, serverSide, hostName } = this.#parts;
    return settingsOf(snapshot, {
      owner,
      serverSide,
      hostName,
      observer: this.#observer,
      session: this.#session,
      answers: serverSide ? helloAnswers(this.#parts, (ask) => this.#answer(ask)) : {},
    });
  }

  /** Asks a callback; if it has set another context, the connection goes on with that. */
  #answer(ask: () => CallOutcome): HelloAnswer {
    const before = this.#snapshot;
    const outcome = ask();
    if (outcome !== 'accepted') return outcome;
    if (this.#snapshot === before) return { kind: 'accepted', settings: undefined };
    const { settings, trust } = this.#settings(this.#snapshot);
    this.#trust = trust;
    return { kind: 'accepted', settings };
  }

  /** Nothing has been said, nor is about to be: a callback that is asked before the first message comes too late. */
  get #isFresh(): boolean {
    return this.#connection.state === 'start' && !this.#asking;
  }

  /** Begins anew with other settings, while nothing has been said. */
  #reconnect(): void {
    const { connection, trust, offersSession } = this.#connect(this.#snapshot);
    this.#connection = connection;
    this.#trust = trust;
    this.#judgement = judgementOf(this.#snapshot, this.hostName);
    this.#offersSession = offersSession;
  }

  get context(): SSLContext {
    return this.#context;
  }

  /** Goes on with another context, as far as that changes anything (`takenOver`). */
  useContext(context: SSLContext): void {
    const parts = contextParts(context);
    if (parts === undefined) throw new TypeError('The value must be a SSLContext');
    this.#context = context;
    const { snapshot, watching, statistics } = parts;
    this.#snapshot = takenOver(this.#snapshot, snapshot, this.serverSide);
    this.#observer.handOver(watching);
    this.#count.moveTo(statistics);
    if (this.#isFresh) this.#reconnect();
    else if (!this.#asking) this.#goByContext();
  }

  /** What has been said stays, but the peer is heard and answered as the context has it now. */
  #goByContext(): void {
    if (this.#connection.state !== 'handshaking') return;
    const { settings, trust } = this.#settings(this.#snapshot);
    if (!this.#connection.goBy(settings)) return;
    this.#trust = trust;
    this.#judgement = judgementOf(this.#snapshot, this.hostName);
  }

  /** The session that is to be resumed, or the one that was made. */
  get session(): SSLSession | null {
    if (this.#connection.state === 'start')
      return this.#session === undefined ? null : makeSession(this.#session);
    if (this.suite !== undefined) return makeSession(this.#sessionNow());
    if (this.serverSide && this.#waitsForHello) return null;
    throw new ValueError('i2d() failed'); // CPython shows a copy, and what has no suite yet cannot be copied
  }

  /** A server's: for the first, or in TLS 1.3 for another. */
  get #waitsForHello(): boolean {
    const { version } = this.negotiated;
    return version === undefined || (version === 'TLSv1.3' && this.#failure === undefined);
  }

  /** Takes a session to resume, while nothing has been said. */
  useSession(session: SSLSession): void {
    const parts = sessionParts(session, this.#context, this.#parts.serverSide);
    if (!this.#isFresh) throw new ValueError('Cannot set session after handshake.');
    this.#session = parts;
    this.#reconnect();
  }

  #sessionNow(): SessionParts {
    // Until a new ticket comes, or the server does not want it, the session that was to be resumed is the one that goes on.
    const goesOn = this.resumed || this.negotiated.version === undefined;
    return sessionAt({
      context: this.#context,
      snapshot: this.#snapshot,
      judgement: this.#judgement,
      serverSide: this.serverSide,
      hostName: this.hostName,
      negotiated: this.negotiated,
      resumable: this.#connection.session ?? (goesOn ? this.#session?.resumable : undefined),
    });
  }

  /** See `SSLObject.get_channel_binding`. */
  channelBinding(type: string): Uint8Array | null {
    const { label, context, length } = TLS_EXPORTER;
    return channelBinding(type, {
      negotiated: this.negotiated,
      serverSide: this.serverSide,
      complete: this.#complete,
      provider: this.#snapshot.provider,
      exporter: () => this.#connection.exportKeyingMaterial(label, context, length) ?? null,
    });
  }

  /** See `SSLObject.export_keying_material`. */
  exportKeyingMaterial(label: string, length: number, context: Uint8Array | undefined): Uint8Array {
    checkExport(label, length, context);
    const material = this.#connection.exportKeyingMaterial(label, context, length);
    if (material === undefined)
      throw new ValueError(
        this.#connection.state === 'ended' ? 'the connection has ended' : 'handshake not done yet',
      );
    return material;
  }

  get serverSide(): boolean {
    return this.#parts.serverSide;
  }

  get hostName(): string | null {
    return this.#parts.hostName;
  }

  /** The context's settings as this connection goes by them. */
  get snapshot(): ContextSnapshot {
    return this.#snapshot;
  }

  /** Who judges the peer's chain. */
  get trust(): Trust {
    return this.#trust;
  }

  get negotiated(): Negotiated {
    return this.#connection.negotiated;
  }

  /** The suite in use; until the server has answered, that of the session which is to be resumed. */
  get suite(): SuiteName | undefined {
    const { suite, version } = this.negotiated;
    if (suite !== undefined || version !== undefined || this.#failure !== undefined) return suite;
    if (this.#connection.state !== 'start' && !this.#offersSession) return undefined;
    return this.#session?.resumable?.suite as SuiteName | undefined; // what was agreed on is in the registry
  }

  get resumed(): boolean {
    return this.negotiated.resumed ?? false;
  }

  /** The handshake was completed, and nothing of ours has failed since. */
  get complete(): boolean {
    return this.#complete;
  }

  /** What ended the connection, if we did. */
  get failure(): 'refused' | 'fault' | 'eof' | undefined {
    return this.#failure;
  }

  /** Bytes that are decrypted and unread. */
  get pending(): number {
    return this.#failure === undefined ? this.#connection.pending : 0;
  }

  /** Whether our close_notify has left. */
  get closeSent(): boolean {
    return this.#connection.closeSent;
  }
}

/** As in CPython: the error of a call that failed anyway has a callback's for its context, and only else gives way to it. */
function chained(answer: unknown, error: unknown): unknown {
  const outcome = answer as Partial<Outcome>;
  if (outcome.kind === undefined || RETURNED.has(outcome.kind)) return error;
  return Object.assign(errorOf(answer as Outcome), { cause: error });
}

/** Outcomes of which some call makes a value. */
const RETURNED: ReadonlySet<Outcome['kind']> = new Set(['done', 'closed', 'dead']);
