import { wipe } from '../../bytes/bytes.ts';
import { type ContentType, contentTypes } from '../../wire/record.ts';
import { fault } from '../faults.ts';
import { MAX_SEQUENCE } from '../limits.ts';

/**
 * The record numbers of one direction in TLS 1.2, and what a MAC or a tag covers beside the content: number, type,
 * version and length (RFC 5246 sections 6.2.3.1 and 6.2.3.3). The bytes stand in one buffer that is used again.
 */
export class RecordNumbers12 {
  readonly #header = new Uint8Array(NUMBER_LENGTH + 5);
  /** The present record's number, as a view. */
  readonly number: Uint8Array = this.#header.subarray(0, NUMBER_LENGTH);
  #count = 0;

  /** Of the present record. */
  header(type: ContentType, length: number): Uint8Array {
    if (this.#count === MAX_SEQUENCE) throw fault('internal', 'record numbers are used up');
    const header = this.#header;
    header[8] = contentTypes[type];
    header[9] = 3;
    header[10] = 3;
    header[11] = length >> 8;
    header[12] = length;
    return header;
  }

  /** To be called when a record has passed. */
  advance(): void {
    this.#count++;
    for (let i = NUMBER_LENGTH - 1; i >= 0; i--) {
      this.number[i]++;
      if (this.number[i] !== 0) return; // no carry
    }
  }

  wipe(): void {
    wipe(this.#header);
  }
}

export const NUMBER_LENGTH = 8;
