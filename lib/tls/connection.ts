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
import type { CryptoProvider } from '../crypto/provider.ts';
import { type AlertName, alertLevels, alertNumbers } from '../wire/alert.ts';
import { decodeMessage13, encodeMessage13, messageName13 } from '../wire/handshake.ts';
import { type ContentType, contentTypes, MAX_PLAINTEXT } from '../wire/record.ts';
import { readAlert } from './alerts.ts';
import { startClient } from './client/flight13.ts';
import { fault, faultAlerts, isEngineFault } from './faults.ts';
import { trafficKeys } from './keys/schedule13.ts';
import { MAX_KEY_UPDATES, MAX_USELESS_RECORDS, MAX_WARNINGS, MESSAGE_LIMITS } from './limits.ts';
import { CLOSED, DONE, type Failure, type Outcome, WANT } from './outcome.ts';
import { PeerRefusal } from './peer.ts';
import type { OpenedRecord, WriteHalf } from './record/half.ts';
import { ReadHalf13, WriteHalf13 } from './record/half13.ts';
import { Joiner } from './record/joiner.ts';
import { PlainWriteHalf } from './record/plain.ts';
import { type Incoming, RecordPull } from './record/pull.ts';
import { RecordPush } from './record/push.ts';
import { startServer } from './server/flight13.ts';
import type { Session13 } from './session13.ts';
import type { MessageEvent, Negotiated, Settings } from './settings.ts';
import type { Effects, State } from './state.ts';
import type { Suite13 } from './suites.ts';

export type ConnectionState = 'start' | 'handshaking' | 'open' | 'ended';

export class Connection {
  readonly negotiated: Negotiated = {};
  readonly #settings: Settings;
  readonly #pull: RecordPull;
  readonly #push: RecordPush;
  readonly #joiner = new Joiner();
  readonly #effects: Effects;
  #state: State | undefined;
  /** Set when the connection has ended; what later calls get. */
  #dead: Failure | undefined;
  #closeSent = false;
  #closeReceived = false;
  /** Plaintext of the last record that nobody has read yet. */
  #plaintext: Uint8Array = EMPTY;
  /** Write keys that the next record is the first to use. */
  #nextWriteHalf: { readonly half: WriteHalf; readonly changeCipherSpec: boolean } | undefined;
  #session: Session13 | undefined;
  #uselessRecords = 0;
  #warnings = 0;
  #keyUpdates = 0;

  constructor(settings: Settings, incoming: Incoming, outgoing: ByteQueue) {
    this.#settings = settings;
    this.#pull = new RecordPull(incoming, settings.role, {
      header: (header) => this.#observe('read', 'header', header),
    });
    // Section 5.1: a first ClientHello may carry 0x0301, and does so everywhere.
    const first = new PlainWriteHalf(settings.role === 'client' ? 0x0301 : 0x0303);
    this.#push = new RecordPush(outgoing, first, settings.gatherFlights, {
      header: (type, length, isProtected) => this.#observeWrite(type, length, isProtected),
    });
    this.#effects = this.#makeEffects();
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
    return this.#closeSent;
  }

  get closeReceived(): boolean {
    return this.#closeReceived;
  }

  /** The newest session that the server gave. */
  get session(): Session13 | undefined {
    return this.#session;
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
    if (this.#closeSent) return { kind: 'misuse', misuse: 'writeAfterClose' };
    try {
      const outcome = this.#state?.open === undefined ? this.#shakeHands() : DONE;
      if (outcome !== DONE) return outcome;
      for (let at = 0; at < data.length; at += MAX_PLAINTEXT) {
        this.#refreshWriteKeys();
        this.#record('application_data', data.subarray(at, at + MAX_PLAINTEXT));
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
      if (!this.#closeSent) {
        this.#sendAlert('warning', 'close_notify');
        this.#closeSent = true;
      }
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

  /** RFC 8446 section 4.6.3: new keys for what we send, and if asked for what the peer sends. */
  updateKeys(requestPeer: boolean): Outcome {
    if (this.#dead !== undefined) return this.#dead;
    if (this.#state?.open === undefined || this.#closeSent)
      return { kind: 'misuse', misuse: 'keyUpdateUnavailable' };
    this.#state.open.updateWriteKeys(requestPeer, this.#effects);
    return DONE;
  }

  /** RFC 8446 section 7.5; `undefined` before the handshake is complete. */
  exportKeyingMaterial(label: string, context: Uint8Array, length: number): Uint8Array | undefined {
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
    return DONE;
  }

  /** Sees to it that there is plaintext to read. */
  #fill(): Outcome {
    if (this.#plaintext.length > 0) return DONE;
    if (this.#dead !== undefined) return this.#dead;
    if (this.#closeReceived) return CLOSED;
    try {
      const outcome = this.#state?.open === undefined ? this.#shakeHands() : DONE;
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
    return this.#end({ kind: 'eof' });
  }

  #receiveData(fragment: Uint8Array): Outcome {
    if (this.#state?.open === undefined) throw fault('unexpectedMessage', 'application data');
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
    this.#joiner.add(fragment);
    for (;;) {
      const bytes = this.#joiner.next((type, length) => this.#checkExpected(type, length));
      if (bytes === undefined) return DONE;
      this.#observe('read', 'handshake', bytes);
      if (bytes[0] === HELLO_REQUEST) {
        this.#countUseless();
        continue;
      }
      const message = decodeMessage13(bytes);
      if (message.type === 'key_update' && ++this.#keyUpdates > MAX_KEY_UPDATES)
        throw fault('tooManyKeyUpdates');
      // `#checkExpected` has seen to it that there is a state and that it expects this message.
      this.#state = this.#state?.receive(message, this.#effects);
    }
  }

  /** Refuses a message by its header, before anything is kept for the rest of it. */
  #checkExpected(type: number, length: number): void {
    const state = this.#state;
    if (type === HELLO_REQUEST && length === 0 && state?.ignoresHelloRequest) return;
    const name = messageName13(type);
    if (state === undefined || name === undefined || !state.expects.includes(name)) {
      throw fault('unexpectedMessage', `${name ?? `type ${type}`} in ${state?.name ?? 'no state'}`);
    }
    if (length > MESSAGE_LIMITS[name]) throw fault('messageTooLong', name);
  }

  #receiveAlert(fragment: Uint8Array): Outcome {
    // A server that has not had a hello does not listen to alerts.
    if (this.#state?.name === 'START') throw fault('unexpectedMessage', 'alert');
    this.#observe('read', 'alert', fragment);
    const { meaning, description, isWarning } = readAlert(fragment, this.negotiated.version === 'TLSv1.3');
    if (isWarning && ++this.#warnings > MAX_WARNINGS) throw fault('tooManyWarnings');
    switch (meaning) {
      case 'goodbye':
        this.#closeReceived = true;
        return CLOSED;
      case 'fatal':
        this.#end({ kind: 'dead', by: 'alert' });
        return { kind: 'alert', description };
      case 'nothing':
        return DONE;
    }
  }

  /** Section 5: dropped while it may come, if it is just the byte 1. */
  #receiveChangeCipherSpec(fragment: Uint8Array): Outcome {
    this.#observe('read', 'changeCipherSpec', fragment);
    if (!this.#pull.tolerated.has('change_cipher_spec'))
      throw fault('unexpectedMessage', 'change_cipher_spec');
    if (fragment.length !== 1 || fragment[0] !== 1) throw fault('badChangeCipherSpec');
    if (this.#joiner.waiting) throw fault('unexpectedRecord', 'within a handshake message');
    this.#countUseless();
    return DONE;
  }

  #countUseless(): void {
    if (++this.#uselessRecords > MAX_USELESS_RECORDS) throw fault('tooManyUselessRecords');
  }

  // --- what goes out ----------------------------------------------------------------------------------------------

  #record(type: ContentType, content: Uint8Array): void {
    this.#useNextWriteHalf();
    this.#push.record(type, content);
  }

  #useNextWriteHalf(): void {
    const next = this.#nextWriteHalf;
    if (next === undefined) return;
    this.#nextWriteHalf = undefined;
    if (next.changeCipherSpec) this.#effects.changeCipherSpec();
    this.#push.half = next.half;
  }

  /** Section 5.5: a key that has protected as many records as it may is replaced before the next. */
  #refreshWriteKeys(): void {
    this.#useNextWriteHalf();
    if (this.#push.half.spent) this.#state?.open?.updateWriteKeys(false, this.#effects);
  }

  #sendAlert(level: 'warning' | 'fatal', name: AlertName): void {
    const content = Uint8Array.of(alertLevels[level], alertNumbers[name]);
    this.#record('alert', content);
    this.#observe('write', 'alert', content);
  }

  // --- the end ----------------------------------------------------------------------------------------------------

  /** The one place where a failure becomes an alert and ends the connection. */
  #fail(error: unknown): Failure {
    if (error instanceof PeerRefusal) {
      this.#sendFatal(error.alert);
      this.#end({ kind: 'dead', by: 'us' });
      return { kind: 'refused', reason: error.reason };
    }
    const name = isEngineFault(error) ? error.fault : 'internal';
    const alert = faultAlerts[name];
    if (alert !== 'silence') this.#sendFatal(alert);
    this.#end({ kind: 'dead', by: 'us' });
    const detail = error instanceof Error ? error.message : String(error);
    return { kind: 'fault', fault: name, detail, ...(isEngineFault(error) ? {} : { cause: error }) };
  }

  #sendFatal(name: AlertName): void {
    if (this.#closeSent) return; // section 6.1: nothing follows a close_notify
    try {
      this.#sendAlert('fatal', name);
    } catch {
      // The connection ends all the same; that the alert could not be sealed changes nothing.
    }
  }

  #end<F extends Failure>(failure: F): F {
    this.#dead = failure.kind === 'dead' ? failure : { kind: 'dead', by: 'us' };
    this.#state?.open?.wipe();
    this.#nextWriteHalf?.half.wipe();
    this.#nextWriteHalf = undefined;
    this.#joiner.wipe();
    this.#pull.wipe();
    this.#push.wipe();
    return failure;
  }

  // --- what states can do -----------------------------------------------------------------------------------------

  #makeEffects(): Effects {
    return {
      send: (type, body) => {
        const bytes = encodeMessage13(type, body);
        this.#sendMessage(bytes);
        return bytes;
      },
      sendEncoded: (bytes) => this.#sendMessage(bytes),
      flush: () => this.#push.flush(),
      recordVersion: (version) => {
        this.#push.half = new PlainWriteHalf(version);
      },
      changeCipherSpec: () => {
        this.#push.unprotected('change_cipher_spec', Uint8Array.of(1), new PlainWriteHalf(0x0303));
        this.#observe('write', 'changeCipherSpec', Uint8Array.of(1));
      },
      readKeys: (suite, secret) => {
        if (this.#joiner.waiting) throw fault('notOnRecordBoundary');
        const { aead, keys } = this.#protection(suite, secret);
        this.#pull.half = new ReadHalf13(aead, keys);
        keys.key.fill(0);
      },
      writeKeys: (suite, secret, options) => {
        const { aead, keys } = this.#protection(suite, secret);
        const half = new WriteHalf13(aead, keys, {
          recordLimit: Math.min(suite.recordLimit, this.#settings.recordsPerKey ?? Number.POSITIVE_INFINITY),
          paddingBlock: this.#settings.paddingBlock,
        });
        keys.key.fill(0);
        if (options?.changeCipherSpec) this.#nextWriteHalf = { half, changeCipherSpec: true };
        else {
          this.#useNextWriteHalf();
          this.#push.half = half;
        }
      },
      tolerate: (...types) => {
        this.#pull.tolerated.clear();
        for (const type of types) this.#pull.tolerated.add(type);
      },
      skipEarlyData: (bytes) => {
        this.#pull.skippable = bytes;
      },
      alert: (description) => {
        const name = alertNames.find((each) => alertNumbers[each] === description);
        if (name !== undefined) this.#sendFatal(name);
      },
      report: (facts) => {
        Object.assign(this.negotiated, facts);
      },
      logSecret: (label, clientRandom, secret) =>
        this.#settings.observer?.secret?.(label, clientRandom, secret),
      keep: (session) => {
        this.#session = session;
      },
    };
  }

  #sendMessage(bytes: Uint8Array): void {
    this.#useNextWriteHalf();
    this.#push.handshake(bytes);
    this.#observe('write', 'handshake', bytes);
  }

  #protection(suite: Suite13, secret: Uint8Array) {
    const provider: CryptoProvider = this.#settings.provider;
    const aead = provider.aeads.get(suite.aead);
    const hash = provider.hashes.get(suite.hash);
    if (aead === undefined || hash === undefined) throw fault('internal', suite.name); // `suite13` has looked
    return { aead, keys: trafficKeys(hash, secret, { key: aead.keyLength, iv: aead.nonceLength }) };
  }

  // --- observers --------------------------------------------------------------------------------------------------

  #observe(direction: 'read' | 'write', kind: MessageEvent['kind'], data: Uint8Array): void {
    const watch = this.#settings.observer?.message;
    if (watch === undefined) return;
    const version = this.negotiated.version === 'TLSv1.3' ? 0x0304 : 0x0303;
    watch({
      direction,
      kind,
      version: kind === 'header' ? data[1] * 256 + data[2] : version,
      data: data.slice(),
    });
  }

  #observeWrite(type: ContentType, length: number, isProtected: boolean): void {
    if (this.#settings.observer?.message === undefined) return;
    const outer = isProtected ? contentTypes.application_data : contentTypes[type];
    this.#observe('write', 'header', Uint8Array.of(outer, 3, 3, length >> 8, length));
    if (isProtected) this.#observe('write', 'innerContentType', Uint8Array.of(contentTypes[type]));
  }
}

const alertNames = Object.keys(alertNumbers) as AlertName[];

/** RFC 5246 section 7.4.1.1; TLS 1.3 has no such message. */
const HELLO_REQUEST = 0;
