/**
 * A TLS connection without I/O. It is not fed, it asks: a call takes records from the incoming queue until it has
 * what it was called for, and puts what is to be sent into the outgoing queue.
 *
 * What it holds to:
 * - A call takes one record at a time and no more than it needs. What lies behind a close_notify stays in the queue.
 * - "Not yet" and failure are values (`outcome.ts`). Whatever bytes come in, a call ends in one of them.
 * - There is one place where a failure becomes an alert and ends the connection for good: `#fail`. Plaintext that was
 *   decrypted before stays readable.
 * - A message is refused here if the state does not expect it; a state sees only what it expects.
 * - Read keys never change while a part of a handshake message waits (RFC 8446 section 5.1).
 */
import { EMPTY } from '../bytes/bytes.ts';
import type { ByteQueue } from '../bytes/queue.ts';
import { decodeMessage13, messageName13 } from '../wire/handshake.ts';
import { decodeMessage12, messageName12 } from '../wire/handshake12.ts';
import { contentTypes, MAX_PLAINTEXT } from '../wire/record.ts';
import { readAlert } from './alerts.ts';
import { startClient } from './client/flight13.ts';
import { ConnectionEffects } from './effects.ts';
import { fault, faultAlerts, isEngineFault } from './faults.ts';
import { MAX_KEY_UPDATES, MAX_USELESS_RECORDS, MAX_WARNINGS, MESSAGE_LIMITS } from './limits.ts';
import { Outbound } from './outbound.ts';
import { CLOSED, DONE, type Failure, type Outcome, WANT } from './outcome.ts';
import { PeerRefusal } from './peer.ts';
import type { OpenedRecord } from './record/half.ts';
import { Joiner } from './record/joiner.ts';
import { type Incoming, RecordPull } from './record/pull.ts';
import { startServer } from './server/hello.ts';
import type { Session } from './session.ts';
import type { Negotiated, Settings } from './settings.ts';
import type { Effects, PassedOver, Secret, State } from './state.ts';
import { Watch } from './watch.ts';

export type ConnectionState = 'start' | 'handshaking' | 'open' | 'ended';

export class Connection {
  readonly negotiated: Negotiated = {};
  readonly #settings: Settings;
  readonly #pull: RecordPull;
  readonly #joiner = new Joiner();
  readonly #outbound: Outbound;
  readonly #watch: Watch;
  readonly #effects: Effects;
  /** What a handshake leaves behind that does not come to its end. */
  readonly #guarded: Secret[] = [];
  #state: State | undefined;
  /** Set when the connection has ended; what later calls get. */
  #dead: Failure | undefined;
  #closeReceived = false;
  /** Plaintext of the last record that nobody has read yet. */
  #plaintext: Uint8Array = EMPTY;
  #session: Session | undefined;
  /** The peer has begun to shake hands. */
  #heard = false;
  #uselessRecords = 0;
  #warnings = 0;
  #keyUpdates = 0;
  /** The peer knows, since our last data, that there will be no new handshake. */
  #hasDeclined = false;
  /** A request for the client's certificate goes out with the next call. */
  #asks = false;

  constructor(settings: Settings, incoming: Incoming, outgoing: ByteQueue) {
    this.#settings = settings;
    this.#watch = new Watch(settings, this.negotiated);
    this.#pull = new RecordPull(incoming, settings.role, {
      header: (header) => this.#watch.saw('read', 'header', header),
      inside: (type) => this.#watch.saw('read', 'innerContentType', Uint8Array.of(contentTypes[type])),
    });
    this.#outbound = new Outbound(settings, outgoing, this.#watch);
    this.#effects = new ConnectionEffects({
      settings,
      pull: this.#pull,
      joiner: this.#joiner,
      outbound: this.#outbound,
      negotiated: this.negotiated,
      guarded: this.#guarded,
      keep: (session) => {
        this.#session = session;
      },
    });
  }

  get state(): ConnectionState {
    if (this.#dead !== undefined) return 'ended';
    if (this.#state === undefined) return 'start';
    return this.#state.open === undefined ? 'handshaking' : 'open';
  }

  /** Decrypted bytes that wait to be read. */
  get pending(): number {
    return this.#plaintext.length;
  }

  /** Whether our close_notify is out, and whether the peer's is in. */
  get closeSent(): boolean {
    return this.#outbound.closed;
  }

  get closeReceived(): boolean {
    return this.#closeReceived;
  }

  /** The newest session that the server gave. */
  get session(): Session | undefined {
    return this.#session;
  }

  /** Goes by other settings from here on, if nothing has been heard of the peer; whether it does. */
  goBy(settings: Settings): boolean {
    const state = this.#dead === undefined ? this.#state?.under?.(settings) : undefined;
    if (state !== undefined) this.#state = state;
    return state !== undefined;
  }

  /** Goes on with the handshake as far as the bytes go; `done` when it is complete. */
  handshake(): Outcome {
    if (this.#dead !== undefined) return this.#dead;
    try {
      return this.#shakeHands();
    } catch (error) {
      return this.#fail(error);
    }
  }

  /** Up to `limit` bytes, never of more than one record; they belong to the caller. */
  read(limit: number): Uint8Array | Outcome {
    if (limit <= 0) return new Uint8Array(0);
    const outcome = this.#fill();
    if (outcome !== DONE) return outcome;
    const bytes = this.#plaintext;
    if (bytes.length <= limit) {
      this.#plaintext = EMPTY;
      return bytes;
    }
    this.#plaintext = bytes.subarray(limit);
    return bytes.slice(0, limit);
  }

  /** The same into a buffer; how many bytes. */
  readInto(target: Uint8Array): number | Outcome {
    if (target.length === 0) return 0;
    const outcome = this.#fill();
    if (outcome !== DONE) return outcome;
    const count = Math.min(target.length, this.#plaintext.length);
    target.set(this.#plaintext.subarray(0, count));
    this.#plaintext = count === this.#plaintext.length ? EMPTY : this.#plaintext.subarray(count);
    return count;
  }

  /** Sends all of `data`, in records of up to 2^14 bytes. */
  write(data: Uint8Array): number | Outcome {
    if (this.#dead !== undefined) return this.#dead;
    if (this.#outbound.closed) return { kind: 'misuse', misuse: 'writeAfterClose' };
    try {
      const outcome = this.#shakeHands();
      if (outcome !== DONE) return outcome;
      for (let at = 0; at < data.length; at += MAX_PLAINTEXT) {
        // RFC 8446 section 5.5: a key that has protected as many records as it may is replaced before the next.
        if (this.#outbound.spent) this.#state?.open?.updateWriteKeys?.(false, this.#effects);
        this.#state?.open?.beforeData?.(this.#effects);
        this.#hasDeclined = false;
        this.#outbound.data(data.subarray(at, at + MAX_PLAINTEXT));
      }
      return data.length;
    } catch (error) {
      return this.#fail(error);
    }
  }

  /**
   * Sends our close_notify, and looks whether the peer's is there: `done` when both are, `want` until then. The
   * connection goes on reading and writing the way that is still open (RFC 8446 section 6.1).
   */
  close(): Outcome {
    if (this.#dead !== undefined) return this.#dead;
    if (this.#state?.open === undefined) return { kind: 'misuse', misuse: 'closeInHandshake' };
    try {
      if (!this.#outbound.closed) this.#outbound.close();
      while (!this.#closeReceived) {
        if (this.#plaintext.length > 0) throw fault('applicationDataAfterClose');
        const step = this.#step();
        if (step !== DONE && step !== CLOSED) return step;
      }
      return DONE;
    } catch (error) {
      return this.#fail(error);
    }
  }

  /** Sends our close_notify, and looks at nothing: what the peer sends can still be read. */
  closeSending(): Outcome {
    if (this.#dead !== undefined) return this.#dead;
    if (this.#state?.open === undefined) return { kind: 'misuse', misuse: 'closeInHandshake' };
    if (!this.#outbound.closed) this.#outbound.close();
    return DONE;
  }

  /** RFC 8446 section 4.6.3: new keys for what we send, and if asked for what the peer sends. */
  updateKeys(requestPeer: boolean): Outcome {
    if (this.#dead !== undefined) return this.#dead;
    const open = this.#state?.open;
    if (open === undefined || this.#outbound.closed)
      return { kind: 'misuse', misuse: 'keyUpdateUnavailable' };
    if (open.updateWriteKeys === undefined) return { kind: 'misuse', misuse: 'notTls13' };
    open.updateWriteKeys(requestPeer, this.#effects);
    return DONE;
  }

  /**
   * Asks the client for its certificate (RFC 8446 section 4.6.2): the request leaves with the next call that reads,
   * writes or goes on with the handshake, as OpenSSL's does.
   */
  askForCertificate(): Outcome {
    if (this.negotiated.version !== 'TLSv1.3') return { kind: 'misuse', misuse: 'notTls13' };
    if (this.#settings.role === 'client') return { kind: 'misuse', misuse: 'notServer' };
    const ask = this.#dead === undefined && !this.#asks ? this.#state?.askForCertificate : undefined;
    if (typeof ask !== 'function') return { kind: 'misuse', misuse: ask ?? 'stillInHandshake' };
    this.#asks = true;
    return DONE;
  }

  /** RFC 8446 section 7.5; `undefined` before the handshake is complete, and when its keys are gone. */
  exportKeyingMaterial(
    label: string,
    context: Uint8Array | undefined,
    length: number,
  ): Uint8Array | undefined {
    if (this.#dead !== undefined) return undefined;
    return this.#state?.open?.exportKeyingMaterial(label, context, length);
  }

  /** Ends the connection without a word, and overwrites its keys. */
  destroy(): void {
    this.#end({ kind: 'dead', by: 'us' });
  }

  // --- the loop ---------------------------------------------------------------------------------------------------

  #shakeHands(): Outcome {
    this.#state ??=
      this.#settings.role === 'client'
        ? startClient(this.#settings, this.#effects)
        : startServer(this.#settings);
    while (this.#state.open === undefined) {
      if (this.#closeReceived) return WANT; // it will never come, but that is what OpenSSL says
      const step = this.#step();
      if (step !== DONE) return step;
    }
    this.#guarded.length = 0; // the open state has what is still of use, and wipes it
    if (this.#asks) this.#ask(this.#state);
    return DONE;
  }

  #ask({ askForCertificate: ask }: State): void {
    this.#asks = false;
    if (typeof ask === 'function' && !this.#outbound.closed) this.#state = ask(this.#effects);
  }

  /** Sees to it that there is plaintext to read. */
  #fill(): Outcome {
    if (this.#plaintext.length > 0) return DONE;
    if (this.#dead !== undefined) return this.#dead;
    if (this.#closeReceived) return CLOSED;
    try {
      const outcome = this.#shakeHands();
      if (outcome !== DONE) return outcome;
      while (this.#plaintext.length === 0) {
        const step = this.#step();
        if (step !== DONE) return step;
      }
      return DONE;
    } catch (error) {
      return this.#fail(error);
    }
  }

  /** Takes one record and does what it says. `done` means that there was one. */
  #step(): Outcome {
    const record = this.#pull.next();
    if (record === 'want') return WANT;
    if (record === 'eof') return this.#transportEnded();
    switch (record.type) {
      case 'application_data':
        return this.#receiveData(record.fragment);
      case 'handshake':
        return this.#receiveHandshake(record);
      case 'alert':
        return this.#receiveAlert(record.fragment);
      case 'change_cipher_spec':
        return this.#receiveChangeCipherSpec(record.fragment);
    }
  }

  #transportEnded(): Outcome {
    if (this.#settings.tolerateEof && !this.#pull.torn) {
      this.#closeReceived = true;
      return CLOSED;
    }
    // Only one way is shut: the peer may still hear what we make of it. OpenSSL calls it a record that is cut short.
    this.#forgetSession();
    this.#outbound.fatal('decode_error');
    return this.#end({ kind: 'eof' });
  }

  #receiveData(fragment: Uint8Array): Outcome {
    if (this.#state?.open === undefined) {
      // OpenSSL minds the first record of all more than those that come in the midst of a handshake.
      const name = this.#state?.dataFault ?? (this.#heard ? 'unexpectedRecord' : 'unexpectedMessage');
      throw fault(name, 'application data');
    }
    if (this.#state.inOnePiece) throw fault('unexpectedRecord', `application data in ${this.#state.name}`);
    if (this.#joiner.waiting) throw fault('unexpectedRecord', 'within a handshake message');
    if (fragment.length === 0) this.#countUseless();
    else {
      this.#uselessRecords = 0;
      this.#keyUpdates = 0;
      this.#warnings = 0;
    }
    this.#plaintext = fragment;
    return DONE;
  }

  #receiveHandshake({ fragment }: OpenedRecord): Outcome {
    if (fragment.length === 0) {
      this.#countUseless();
      return DONE;
    }
    this.#heard = true;
    this.#joiner.add(fragment);
    for (;;) {
      const bytes = this.#joiner.next((type, length) => this.#checkExpected(type, length));
      if (bytes === undefined) return DONE;
      this.#watch.saw('read', 'handshake', bytes);
      if (bytes[0] === this.#state?.passesOver?.type) {
        this.#passOver(this.#state.passesOver);
        continue;
      }
      const message = tables[this.#state?.reads ?? 'TLSv1.3'].decode(bytes);
      if (message.type === 'key_update' && ++this.#keyUpdates > MAX_KEY_UPDATES)
        throw fault('tooManyKeyUpdates');
      // `#checkExpected` has seen to it that there is a state and that it expects this message.
      this.#state = this.#state?.receive(message, this.#effects);
      this.#uselessRecords = 0;
    }
  }

  #passOver({ warns }: PassedOver): void {
    this.#countUseless();
    // Once is enough: a peer that asks on and on and reads nothing would else fill our memory.
    if (warns && !this.#hasDeclined) this.#outbound.alert('warning', 'no_renegotiation');
    this.#hasDeclined ||= warns;
  }

  /** Refuses a message by its header, before anything is kept for the rest of it. */
  #checkExpected(type: number, length: number): void {
    const state = this.#state;
    const name = tables[state?.reads ?? 'TLSv1.3'].nameOf(type);
    if (type === state?.passesOver?.type && length <= (MESSAGE_LIMITS[name ?? ''] ?? 0)) return;
    if (state === undefined || name === undefined || !state.expects.includes(name)) {
      throw fault('unexpectedMessage', `${name ?? `type ${type}`} in ${state?.name ?? 'no state'}`);
    }
    if (length > MESSAGE_LIMITS[name]) throw fault('messageTooLong', name);
  }

  #receiveAlert(fragment: Uint8Array): Outcome {
    // A server that has not had a hello does not listen to alerts.
    if (this.#state?.name === 'START') throw fault('unexpectedMessage', 'alert');
    this.#watch.saw('read', 'alert', fragment);
    const { meaning, description, isWarning } = readAlert(fragment, this.negotiated.version === 'TLSv1.3');
    if (isWarning && ++this.#warnings > MAX_WARNINGS) throw fault('tooManyWarnings');
    switch (meaning) {
      case 'goodbye':
        this.#closeReceived = true;
        return CLOSED;
      case 'fatal':
        this.#forgetSession();
        this.#end({ kind: 'dead', by: 'alert' });
        return { kind: 'alert', description };
      case 'nothing':
        return DONE;
    }
  }

  /**
   * In TLS 1.2 it leads from the one state that expects it to the next (RFC 5246 section 7.1), and anywhere else would
   * be a way to keys that nobody has agreed on. In TLS 1.3 it is dropped while it may come (RFC 8446 section 5).
   */
  #receiveChangeCipherSpec(fragment: Uint8Array): Outcome {
    if (fragment.length !== 1 || fragment[0] !== 1) throw fault('badChangeCipherSpec');
    const next = this.#state?.changeCipherSpec;
    if (next === undefined && !this.#pull.tolerated.has('change_cipher_spec'))
      throw fault('unexpectedMessage', 'change_cipher_spec');
    if (this.#joiner.waiting) throw fault('unexpectedRecord', 'within a handshake message');
    if (next === undefined) this.#countUseless();
    else this.#state = next(this.#effects);
    return DONE;
  }

  #countUseless(): void {
    if (++this.#uselessRecords > MAX_USELESS_RECORDS) throw fault('tooManyUselessRecords');
  }

  // --- the end ----------------------------------------------------------------------------------------------------

  /** The one place where a failure becomes an alert and ends the connection. */
  #fail(error: unknown): Failure {
    this.#forgetSession();
    if (error instanceof PeerRefusal) {
      this.#outbound.fatal(error.alert);
      this.#end({ kind: 'dead', by: 'us' });
      return { kind: 'refused', reason: error.reason };
    }
    const name = isEngineFault(error) ? error.fault : 'internal';
    const alert = faultAlerts[name];
    if (alert !== 'silence') this.#outbound.fatal(alert);
    this.#end({ kind: 'dead', by: 'us' });
    const detail = error instanceof Error ? error.message : String(error);
    const cause = isEngineFault(error) ? error.cause : error;
    return { kind: 'fault', fault: name, detail, ...(cause !== undefined && { cause }) };
  }

  /** RFC 5246 section 7.2.2: what ended in a fatal alert, of whoever, is not resumed. A ticket is out of our hands. */
  #forgetSession(): void {
    const { sessionId } = this.negotiated;
    if (sessionId !== undefined && sessionId.length > 0) this.#settings.sessions?.forget(sessionId);
  }

  #end<F extends Failure>(failure: F): F {
    this.#dead = failure.kind === 'dead' ? failure : { kind: 'dead', by: 'us' };
    this.#state?.open?.wipe();
    for (const secret of this.#guarded) {
      if (secret instanceof Uint8Array) secret.fill(0);
      else secret.wipe();
    }
    this.#guarded.length = 0;
    this.#joiner.wipe();
    this.#pull.wipe();
    this.#outbound.wipe();
    return failure;
  }
}

/** How messages of a version are read. */
const tables = {
  'TLSv1.2': { nameOf: messageName12, decode: decodeMessage12 },
  'TLSv1.3': { nameOf: messageName13, decode: decodeMessage13 },
} as const;
