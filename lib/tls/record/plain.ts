/** Records before there are keys, RFC 8446 section 5.1. */
import type { ByteQueue } from '../../bytes/queue.ts';
import { type ContentType, contentTypes, MAX_PLAINTEXT, RECORD_HEADER_LENGTH } from '../../wire/record.ts';
import type { OpenedRecord, ReadHalf, WriteHalf } from './half.ts';

export const plainReadHalf: ReadHalf = {
  protected: false,
  hidesType: false,
  maxBody: MAX_PLAINTEXT,
  open: (type: ContentType, _header: Uint8Array, body: Uint8Array): OpenedRecord => ({
    type,
    fragment: body,
  }),
  wipe: () => {},
};

export class PlainWriteHalf implements WriteHalf {
  readonly hidesType = false;
  readonly spent = false;
  readonly #version: number;

  /** `version` stands in each header: 0x0301 for a first ClientHello, 0x0303 otherwise (section 5.1). */
  constructor(version: number) {
    this.#version = version;
  }

  seal(type: ContentType, fragment: Uint8Array, outgoing: ByteQueue): void {
    const header = new Uint8Array(RECORD_HEADER_LENGTH);
    header[0] = contentTypes[type];
    header[1] = this.#version >> 8;
    header[2] = this.#version;
    header[3] = fragment.length >> 8;
    header[4] = fragment.length;
    outgoing.write(header);
    outgoing.write(fragment);
  }

  wipe(): void {}
}
