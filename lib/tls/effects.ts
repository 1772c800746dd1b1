/** What states can do to the world (`state.ts`), done to the parts of one connection. */
import { type AlertName, alertNumbers } from '../wire/alert.ts';
import { type Body13, encodeMessage13, type MessageName13 } from '../wire/handshake.ts';
import { type Body12, encodeMessage12, type MessageName12 } from '../wire/handshake12.ts';
import type { ContentType } from '../wire/record.ts';
import { fault } from './faults.ts';
import type { Outbound } from './outbound.ts';
import type { ReadHalf, WriteHalf } from './record/half.ts';
import type { Joiner } from './record/joiner.ts';
import { PlainWriteHalf } from './record/plain.ts';
import type { RecordPull } from './record/pull.ts';
import type { Session } from './session.ts';
import type { Negotiated, Settings } from './settings.ts';
import type { Effects, Secret } from './state.ts';

export interface ConnectionParts {
  readonly settings: Settings;
  readonly pull: RecordPull;
  readonly joiner: Joiner;
  readonly outbound: Outbound;
  readonly negotiated: Negotiated;
  readonly keep: Effects['keep'];
  readonly guarded: Secret[];
}

/** A class, not an object of functions: every open connection keeps one. */
export class ConnectionEffects implements Effects {
  readonly #parts: ConnectionParts;

  constructor(parts: ConnectionParts) {
    this.#parts = parts;
  }

  send<N extends MessageName13>(type: N, body: Body13<N>): Uint8Array {
    const bytes = encodeMessage13(type, body);
    this.#parts.outbound.message(bytes);
    return bytes;
  }

  send12<N extends MessageName12>(type: N, body: Body12<N>): Uint8Array {
    const bytes = encodeMessage12(type, body);
    this.#parts.outbound.message(bytes);
    return bytes;
  }

  sendEncoded(message: Uint8Array): void {
    this.#parts.outbound.message(message);
  }

  flush(): void {
    this.#parts.outbound.flush();
  }

  recordVersion(version: number): void {
    this.#parts.outbound.use(new PlainWriteHalf(version));
  }

  changeCipherSpec(): void {
    this.#parts.outbound.changeCipherSpec();
  }

  readKeys(half: ReadHalf): void {
    if (this.#parts.joiner.waiting) throw fault('notOnRecordBoundary');
    this.#parts.pull.half = half;
  }

  writeKeys(half: WriteHalf, options?: { readonly changeCipherSpec: boolean }): void {
    if (options?.changeCipherSpec) this.#parts.outbound.useLater(half);
    else this.#parts.outbound.use(half);
  }

  tolerate(...types: readonly ContentType[]): void {
    const { tolerated } = this.#parts.pull;
    tolerated.clear();
    for (const type of types) tolerated.add(type);
  }

  skipEarlyData(bytes: number): void {
    this.#parts.pull.skippable = bytes;
  }

  alert(description: number): void {
    const name = alertNames.find((each) => alertNumbers[each] === description);
    if (name !== undefined) this.#parts.outbound.fatal(name);
  }

  get agreed(): Readonly<Negotiated> {
    return this.#parts.negotiated;
  }

  report(facts: Partial<Negotiated>): void {
    Object.assign(this.#parts.negotiated, facts);
  }

  logSecret(label: string, clientRandom: Uint8Array, secret: Uint8Array): void {
    this.#parts.settings.observer?.secret?.(label, clientRandom, secret);
  }

  keep(session: Session): void {
    this.#parts.keep(session);
  }

  guard(...secrets: readonly Secret[]): void {
    this.#parts.guarded.push(...secrets);
  }
}

/** `no_certificate` was a message of SSL 3.0, and is read but not sent. */
const alertNames = (Object.keys(alertNumbers) as AlertName[]).filter((name) => name !== 'no_certificate');
