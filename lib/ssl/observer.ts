/** Who watches a connection: the key log, and `_msg_callback`. */
import { toHex } from '../bytes/bytes.ts';
import type { MessageEvent, Observer } from '../tls/settings.ts';
import { _TLSContentType, _TLSMessageType } from './enums.ts';

/** What `_msg_callback` is called with: the object, and a message with its direction, version and types. */
export type MessageCallback = (
  conn: unknown,
  direction: 'read' | 'write',
  version: number,
  content_type: number,
  msg_type: number,
  data: Uint8Array,
) => void;

/** Told of each line of the key log, without its end. */
export type KeylogCallback = (conn: unknown, line: string) => void;

export interface Watching {
  /** The `SSLObject`, which callbacks are told of. */
  readonly owner: unknown;
  readonly message: MessageCallback | null;
  readonly keylog: KeylogCallback | null;
  /** Takes a line of the key log, with its end. */
  readonly keylogFile: ((line: string) => void) | null;
}

/**
 * What callbacks throw must not reach the engine, which would take it for a fault of its own and end the connection:
 * it is kept, and raised when the call that met it comes back.
 */
export class ConnectionObserver implements Observer {
  #watching: Watching;
  #raised: { readonly error: unknown } | undefined;
  /** Absent where nobody listens, so that the engine need not make copies for it. */
  message: ((event: MessageEvent) => void) | undefined;

  constructor(watching: Watching) {
    this.#watching = watching;
    this.message = this.#teller();
  }

  /** Another context has taken over, and with it whoever watches that. */
  handOver(watching: Omit<Watching, 'owner'>): void {
    this.#watching = { ...watching, owner: this.#watching.owner };
    this.message = this.#teller();
  }

  #teller(): ConnectionObserver['message'] {
    const { owner, message } = this.#watching;
    if (message === null) return undefined;
    return (event) =>
      this.#call(() => {
        const { direction, version, data } = event;
        message(owner, direction, version, contentTypes[event.kind], messageType(event), data);
      });
  }

  /** NSS key log format. */
  secret(label: string, clientRandom: Uint8Array, secret: Uint8Array): void {
    const { owner, keylog, keylogFile } = this.#watching;
    if (keylog === null && keylogFile === null) return;
    const line = `${label} ${toHex(clientRandom)} ${toHex(secret)}`;
    if (keylogFile !== null) this.#call(() => keylogFile(`${line}\n`));
    if (keylog !== null) this.#call(() => keylog(owner, line));
  }

  /** What a callback has thrown since the last time. */
  takeRaised(): { readonly error: unknown } | undefined {
    const raised = this.#raised;
    this.#raised = undefined;
    return raised;
  }

  #call(action: () => void): void {
    try {
      action();
    } catch (error) {
      this.#raised ??= { error };
    }
  }
}

const contentTypes: Readonly<Record<MessageEvent['kind'], number>> = {
  header: _TLSContentType.HEADER,
  innerContentType: _TLSContentType.INNER_CONTENT_TYPE,
  handshake: _TLSContentType.HANDSHAKE,
  alert: _TLSContentType.ALERT,
  changeCipherSpec: _TLSContentType.CHANGE_CIPHER_SPEC,
};

/** The first byte says what it is, but for alerts, where that is the level, and for a message that has no type. */
function messageType({ kind, data }: MessageEvent): number {
  if (kind === 'changeCipherSpec') return _TLSMessageType.CHANGE_CIPHER_SPEC;
  return kind === 'alert' ? data[1] : data[0];
}
