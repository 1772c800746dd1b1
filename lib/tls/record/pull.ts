/**
 * Records out of the incoming queue, one at a time and only when somebody asks: CPython reads lazily, and programs
 * see it. Five bytes are taken, then as many as they announce; a record that is not all there yet is taken as far as
 * it goes and kept here; whatever lies behind the record in hand stays in the queue for whoever comes next.
 *
 * The header is believed only so far as the checks below go: its length is compared with what the present
 * protection allows before anything is set aside for it.
 */
import { EMPTY, latin1 } from '../../bytes/bytes.ts';
import type { ByteQueue } from '../../bytes/queue.ts';
import { type ContentType, contentTypeName, RECORD_HEADER_LENGTH } from '../../wire/record.ts';
import { fault, isEngineFault } from '../faults.ts';
import type { OpenedRecord, ReadHalf } from './half.ts';
import { plainReadHalf } from './plain.ts';

/** Where bytes from the network wait; `ended` says that no more will come. */
export interface Incoming {
  readonly queue: ByteQueue;
  readonly ended: boolean;
}

export interface PullEvents {
  header(header: Uint8Array): void;
  /** The type that the protection of a record has hidden. */
  inside(type: ContentType): void;
}

export class RecordPull {
  readonly #incoming: Incoming;
  readonly #role: 'client' | 'server';
  readonly #events: PullEvents;
  #half: ReadHalf = plainReadHalf;
  readonly #header = new Uint8Array(RECORD_HEADER_LENGTH);
  #headerFilled = 0;
  /** The body of a torn record, as far as it came. */
  #body: Uint8Array = EMPTY;
  #bodyFilled = 0;
  #isFirst = true;
  /**
   * Which unprotected records may still come when records are protected: change_cipher_spec until the peer's
   * Finished (RFC 8446 section 5), and at a server an alert from a client that could not read our first flight.
   */
  readonly tolerated = new Set<ContentType>();
  /**
   * How many bytes of records that cannot be read may still be passed over at a server: early data that it did not
   * accept (RFC 8446 section 4.2.10). The first record that can be read ends this.
   */
  skippable = 0;

  constructor(incoming: Incoming, role: 'client' | 'server', events: PullEvents) {
    this.#incoming = incoming;
    this.#role = role;
    this.#events = events;
  }

  /** New keys for what comes; the old ones are wiped. */
  set half(half: ReadHalf) {
    this.#half.wipe();
    this.#half = half;
  }

  /** Forgets the keys and what of a record came. */
  wipe(): void {
    this.half = plainReadHalf;
    this.#body = EMPTY;
    this.#bodyFilled = 0;
  }

  /** Whether part of a record has been taken. */
  get torn(): boolean {
    return this.#headerFilled > 0;
  }

  /** The next record, opened; throws a fault for what is no record of ours. */
  next(): OpenedRecord | 'want' | 'eof' {
    for (;;) {
      const { queue } = this.#incoming;
      const header = this.#header;
      if (this.#headerFilled < RECORD_HEADER_LENGTH) {
        this.#headerFilled += queue.readInto(header.subarray(this.#headerFilled));
        if (this.#headerFilled < RECORD_HEADER_LENGTH) return this.#nothing();
        this.#checkHeader();
      }
      const body = this.#takeBody(header[3] * 256 + header[4]);
      if (body === undefined) return this.#nothing();
      this.#headerFilled = 0;
      this.#isFirst = false;
      this.#events.header(header);
      const record = this.#open(contentTypeName(header[0]) as ContentType, body); // #checkHeader knows the type
      if (record !== undefined) return record;
    }
  }

  /** Takes off the protection; `undefined` for early data that is passed over. */
  #open(type: ContentType, body: Uint8Array): OpenedRecord | undefined {
    const half = this.#half;
    if (half.hidesType && type !== 'application_data') return { type, fragment: body };
    const length = RECORD_HEADER_LENGTH + body.length;
    const maySkip = type === 'application_data' && length <= this.skippable;
    if (maySkip && !half.protected) {
      this.skippable -= length;
      return undefined;
    }
    try {
      const record = half.open(type, this.#header, body);
      if (half.hidesType) this.#events.inside(record.type);
      if (half.protected) {
        this.skippable = 0;
        this.tolerated.delete('alert'); // whoever has the keys needs no unprotected alerts
      }
      return record;
    } catch (error) {
      if (!maySkip || !isEngineFault(error) || error.fault !== 'badRecordMac') throw error;
      this.skippable -= length;
      return undefined;
    }
  }

  #nothing(): 'want' | 'eof' {
    return this.#incoming.ended ? 'eof' : 'want';
  }

  /** The whole body, or `undefined` when some of it is still to come. */
  #takeBody(length: number): Uint8Array | undefined {
    const { queue } = this.#incoming;
    if (this.#bodyFilled === 0) {
      if (queue.length >= length) return queue.take(length);
      if (queue.length === 0) return undefined;
      this.#body = new Uint8Array(length);
    }
    this.#bodyFilled += queue.readInto(this.#body.subarray(this.#bodyFilled));
    if (this.#bodyFilled < length) return undefined;
    const body = this.#body;
    this.#body = EMPTY;
    this.#bodyFilled = 0;
    return body;
  }

  #checkHeader(): void {
    const [number, major, minor] = this.#header;
    if (this.#isFirst) this.#checkFirst();
    if (major !== 3) throw fault('wrongRecordVersion');
    if (this.#half.protected && !this.#half.hidesType && minor !== 3) throw fault('wrongRecordVersion');
    const type = contentTypeName(number);
    if (type === undefined) throw fault(this.#unknownType, `type ${number}`);
    if (this.#half.hidesType && type !== 'application_data' && !this.tolerated.has(type)) {
      throw fault('badRecordType', `unprotected ${type}`);
    }
    // TLS 1.3 has a fixed field there (section 5.2), TLS 1.2 its version, and OpenSSL an answer to each.
    if (this.#half.hidesType && minor !== 3) throw fault('wrongProtectedVersion');
    const length = this.#header[3] * 256 + this.#header[4];
    if (length > this.#half.maxBody) throw fault(this.#half.hidesType ? 'encryptedTooLong' : 'recordTooLong');
  }

  /** OpenSSL takes a type that nobody knows for a message out of place, until types are hidden. */
  get #unknownType(): 'badRecordType' | 'unexpectedMessage' | 'unexpectedRecord' {
    if (this.#half.hidesType) return 'badRecordType';
    return this.#isFirst ? 'unexpectedMessage' : 'unexpectedRecord';
  }

  /** What does not speak TLS at all is told from what speaks it badly, and gets no answer. */
  #checkFirst(): void {
    const [number, major, minor] = this.#header;
    // RFC 8446 appendix D.5 and RFC 6176: hellos in the form of SSL 2.0 are not for us.
    if (this.#role === 'server' && (number & 0x80) !== 0 && minor === SSL2_CLIENT_HELLO)
      throw fault('sslv2Hello');
    const text = latin1(this.#header);
    if (/^(?:GET |POST |HEAD |PUT )/.test(text)) throw fault('httpRequest');
    if (text === 'CONNE') throw fault('httpsProxyRequest');
    if (major !== 3) throw fault('notTls', `${number} ${major} ${minor}`);
  }
}

/** The message type of an SSL 2.0 CLIENT-HELLO, behind two bytes of length. */
const SSL2_CLIENT_HELLO = 1;
