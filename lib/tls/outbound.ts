/** All that leaves a connection: data, handshake messages, alerts, and the moments when write keys change. */
import type { ByteQueue } from '../bytes/queue.ts';
import { type AlertName, alertLevels, alertNumbers } from '../wire/alert.ts';
import type { ContentType } from '../wire/record.ts';
import type { WriteHalf } from './record/half.ts';
import { PlainWriteHalf } from './record/plain.ts';
import { RecordPush } from './record/push.ts';
import type { Settings } from './settings.ts';
import type { Watch } from './watch.ts';

export class Outbound {
  readonly #push: RecordPush;
  readonly #watch: Watch;
  /** Write keys that the next record is the first to use; a change_cipher_spec goes before it. */
  #next: WriteHalf | undefined;
  #closed = false;

  constructor(settings: Settings, outgoing: ByteQueue, watch: Watch) {
    // RFC 8446 section 5.1: a first ClientHello may carry 0x0301, and does so everywhere.
    const first = new PlainWriteHalf(settings.role === 'client' ? 0x0301 : 0x0303);
    this.#push = new RecordPush(outgoing, first, settings.gatherFlights, watch);
    this.#watch = watch;
  }

  /** Whether our close_notify is out. */
  get closed(): boolean {
    return this.#closed;
  }

  /** Whether the present key has protected as many records as it may. */
  get spent(): boolean {
    this.#useNext();
    return this.#push.half.spent;
  }

  data(content: Uint8Array): void {
    this.#record('application_data', content);
  }

  /** As with alerts, what would answer a peer after our close_notify is not sent (RFC 8446 section 6.1: nothing follows it). */
  message(bytes: Uint8Array): void {
    if (this.#closed) return;
    this.#useNext();
    this.#push.handshake(bytes);
    this.#watch.saw('write', 'handshake', bytes);
  }

  /** Ends a flight. */
  flush(): void {
    this.#push.flush();
  }

  /** One change_cipher_spec, unprotected, now. */
  changeCipherSpec(): void {
    this.#push.unprotected('change_cipher_spec', Uint8Array.of(1), new PlainWriteHalf(0x0303));
    this.#watch.saw('write', 'changeCipherSpec', Uint8Array.of(1));
  }

  alert(level: 'warning' | 'fatal', name: AlertName): void {
    if (this.#closed) return;
    const content = Uint8Array.of(alertLevels[level], alertNumbers[name]);
    this.#record('alert', content);
    this.#watch.saw('write', 'alert', content);
  }

  close(): void {
    this.alert('warning', 'close_notify');
    this.#closed = true;
  }

  /** The alert that goes before the end. */
  fatal(name: AlertName): void {
    try {
      this.alert('fatal', name);
    } catch {
      // The connection ends all the same; that the alert could not be sealed changes nothing.
    }
  }

  /** What protects from the next record on. */
  use(half: WriteHalf): void {
    this.#useNext();
    this.#push.half = half;
  }

  /** The same, but with a change_cipher_spec in front, and not before there is something to send. */
  useLater(half: WriteHalf): void {
    this.#next = half;
  }

  wipe(): void {
    this.#next?.wipe();
    this.#next = undefined;
    this.#push.wipe();
  }

  #record(type: ContentType, content: Uint8Array): void {
    this.#useNext();
    this.#push.record(type, content);
  }

  #useNext(): void {
    const next = this.#next;
    if (next === undefined) return;
    this.#next = undefined;
    this.changeCipherSpec();
    this.#push.half = next;
  }
}
