/**
 * A connection in memory, told record by record: each as its receiver saw it, with what was in it. Who receives knows
 * what was protected; so both ends are watched through `_msg_callback`, and only what they read is told.
 */
import * as ssl from '../index.ts';
import { type Decoded, decodeAlert, decodeHandshake } from './decode.ts';

export interface TracedRecord {
  readonly from: 'client' | 'server';
  /** As in the record's header. */
  readonly type: string;
  readonly version: number;
  /** Bytes behind the header. */
  readonly length: number;
  readonly protected: boolean;
  readonly content: Decoded[];
}

/** More rounds than any handshake has. */
const ROUND_LIMIT = 12;

const { HEADER, ALERT, HANDSHAKE } = ssl._TLSContentType;

export class Tracer {
  readonly #tell: (record: TracedRecord) => void;
  #record: TracedRecord | undefined;
  /** The suite's name as IANA has it: what key exchange messages look like follows from it. */
  #suite: string | undefined;
  /** The connection's, as far as it is known. */
  #version = 0;
  #isProtected = { client: false, server: false };

  constructor(tell: (record: TracedRecord) => void) {
    this.#tell = tell;
  }

  /** Shakes hands, sends `data` from the client to the server, closes; returns the two ends. */
  run(
    client_context: ssl.SSLContext,
    server_context: ssl.SSLContext,
    options: {
      readonly server_hostname: string;
      readonly session: ssl.SSLSession | null;
      readonly data: Uint8Array;
    },
  ): { readonly client: ssl.SSLObject; readonly server: ssl.SSLObject } {
    client_context._msg_callback = (_, ...event) => this.#saw('server', ...event);
    server_context._msg_callback = (_, ...event) => this.#saw('client', ...event);
    this.#isProtected = { client: false, server: false };
    const [to_client, to_server] = [new ssl.MemoryBIO(), new ssl.MemoryBIO()];
    const client = client_context.wrap_bio(to_client, to_server, {
      server_hostname: options.server_hostname,
      session: options.session,
    });
    const server = server_context.wrap_bio(to_server, to_client, { server_side: true });

    const ends = [client, server];
    const waiting = new Set(ends);
    try {
      for (let round = 0; waiting.size > 0 && round < ROUND_LIMIT; round++) {
        for (const end of ends)
          if (waiting.has(end) && attempt(() => end.do_handshake())) waiting.delete(end);
      }
      client.write(options.data);
      attempt(() => server.read());
      attempt(() => client.read()); // tickets
      attempt(() => client.unwrap());
      attempt(() => server.unwrap());
      attempt(() => client.unwrap());
    } catch (error) {
      // Who failed has sent an alert; the other end is to be seen receiving it.
      for (const end of ends) {
        try {
          end.read();
        } catch {
          // What the other says of it is not what went wrong.
        }
      }
      throw error;
    } finally {
      this.#finish();
    }
    return { client, server };
  }

  #saw(
    from: 'client' | 'server',
    direction: 'read' | 'write',
    version: number,
    content_type: number,
    _type: number,
    data: Uint8Array,
  ): void {
    if (direction !== 'read') return;
    if (content_type === HEADER) this.#begin(from, data);
    const record = this.#record;
    if (record === undefined) return;
    switch (content_type) {
      case HANDSHAKE: {
        this.#version = version;
        const message = decodeHandshake(data, version, this.#suite);
        if (message.type === 'server_hello') {
          const { cipher_suite } = message.body ?? {};
          this.#suite = String(cipher_suite);
        }
        record.content.push(message);
        break;
      }
      case ALERT:
        record.content.push(decodeAlert(data));
        break;
    }
  }

  #begin(from: 'client' | 'server', [type = 0, major = 0, minor = 0, high = 0, low = 0]: Uint8Array): void {
    this.#finish();
    this.#record = {
      from,
      type: recordTypes.get(type) ?? `type ${type}`,
      version: major * 256 + minor,
      length: high * 256 + low,
      // In TLS 1.3 whatever is protected calls itself data, and nothing else does.
      protected: type === APPLICATION_DATA || this.#isProtected[from],
      content: [],
    };
  }

  #finish(): void {
    const record = this.#record;
    if (record === undefined) return;
    // Messages and alerts have told of themselves; nobody is told of what is in the others.
    const isItself = record.type === 'change_cipher_spec' || record.type === 'application_data';
    if (record.content.length === 0 && isItself) record.content.push({ type: record.type });
    // In TLS 1.2 the next record is protected; in TLS 1.3 this means nothing (RFC 8446 section 5).
    if (record.type === 'change_cipher_spec' && this.#version < TLS13) this.#isProtected[record.from] = true;
    this.#tell(record);
    this.#record = undefined;
  }
}

/** Whether the call did what it is for; `false` if it waits for the other end. */
function attempt(call: () => unknown): boolean {
  try {
    call();
    return true;
  } catch (error) {
    if (error instanceof ssl.SSLWantReadError) return false;
    throw error;
  }
}

const TLS13 = 0x0304;
const APPLICATION_DATA = 23;
const recordTypes = new Map([
  [20, 'change_cipher_spec'],
  [21, 'alert'],
  [22, 'handshake'],
  [APPLICATION_DATA, 'application_data'],
]);
