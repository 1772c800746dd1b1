/**
 * Record protection of TLS 1.3, RFC 8446 sections 5.2 to 5.4: the content type travels encrypted behind the content,
 * zeros may follow it as padding, the header is the additional data, and the nonce is the IV with the record's number
 * folded in. A record costs one copy in (content and type side by side) and the cipher's own output.
 */
import { wipe } from '../../bytes/bytes.ts';
import type { ByteQueue } from '../../bytes/queue.ts';
import type { AeadAlgorithm, AeadKey } from '../../crypto/provider.ts';
import {
  type ContentType,
  contentTypeName,
  contentTypes,
  MAX_EXPANSION_13,
  MAX_PLAINTEXT,
} from '../../wire/record.ts';
import { fault } from '../faults.ts';
import { MAX_SEQUENCE } from '../limits.ts';
import type { OpenedRecord, ReadHalf, WriteHalf } from './half.ts';

/** Key and IV of one direction, as section 7.3 derives them. */
export interface TrafficKeys {
  readonly key: Uint8Array;
  readonly iv: Uint8Array;
}

export class ReadHalf13 implements ReadHalf {
  readonly protected = true;
  readonly hidesType = true;
  readonly maxBody = MAX_PLAINTEXT + MAX_EXPANSION_13;
  readonly #key: AeadKey;
  readonly #nonces: NonceSequence;
  readonly #tagLength: number;

  constructor(aead: AeadAlgorithm, keys: TrafficKeys) {
    this.#key = aead.withKey(keys.key);
    this.#nonces = new NonceSequence(keys.iv);
    this.#tagLength = aead.tagLength;
  }

  open(_type: ContentType, header: Uint8Array, body: Uint8Array): OpenedRecord {
    // Shorter than a tag: there is nothing that could be authentic.
    if (body.length < this.#tagLength) throw fault('badRecordMac', 'record shorter than its tag');
    const inner = this.#key.open(this.#nonces.current(), header, body);
    if (inner === undefined) throw fault('badRecordMac');
    this.#nonces.advance();
    let end = inner.length - 1;
    while (end >= 0 && inner[end] === 0) end--; // section 5.4: padding is zeros
    if (end < 0) throw fault('missingContentType');
    if (inner.length > MAX_PLAINTEXT + 1) throw fault('plaintextTooLong');
    const type = contentTypeName(inner[end]);
    // Section 5: a protected change_cipher_spec is as wrong as an unknown type.
    if (type === undefined || type === 'change_cipher_spec')
      throw fault('badRecordType', `inner type ${inner[end]}`);
    if (end === 0 && type !== 'application_data') throw fault('emptyFragment', type); // section 5.4
    return { type, fragment: new Uint8Array(inner.buffer, inner.byteOffset, end) };
  }

  wipe(): void {
    this.#key.wipe();
    this.#nonces.wipe();
  }
}

export class WriteHalf13 implements WriteHalf {
  readonly hidesType = true;
  readonly #key: AeadKey;
  readonly #nonces: NonceSequence;
  readonly #tagLength: number;
  readonly #recordLimit: number;
  readonly #paddingBlock: number;

  constructor(
    aead: AeadAlgorithm,
    keys: TrafficKeys,
    options: { recordLimit: number; paddingBlock: number },
  ) {
    this.#key = aead.withKey(keys.key);
    this.#nonces = new NonceSequence(keys.iv);
    this.#tagLength = aead.tagLength;
    this.#recordLimit = options.recordLimit;
    this.#paddingBlock = options.paddingBlock;
  }

  get spent(): boolean {
    return this.#nonces.count >= this.#recordLimit;
  }

  seal(type: ContentType, fragment: Uint8Array, outgoing: ByteQueue): void {
    const length = this.#innerLength(fragment.length);
    const inner = scratch.subarray(0, length);
    inner.set(fragment);
    inner[fragment.length] = contentTypes[type];
    header[3] = (length + this.#tagLength) >> 8;
    header[4] = length + this.#tagLength;
    outgoing.write(header);
    for (const chunk of this.#key.seal(this.#nonces.current(), header, inner)) outgoing.give(chunk);
    inner.fill(0);
    this.#nonces.advance();
  }

  wipe(): void {
    this.#key.wipe();
    this.#nonces.wipe();
  }

  /** Content, type, and zeros up to a whole number of blocks, as far as a record has room. */
  #innerLength(content: number): number {
    const least = content + 1;
    const padded = Math.ceil(least / this.#paddingBlock) * this.#paddingBlock;
    return Math.min(padded, MAX_PLAINTEXT + 1);
  }
}

/** That of the record in hand; all but its length is always the same (section 5.2). */
const header = Uint8Array.of(contentTypes.application_data, 3, 3, 0, 0);

/** Where content and type stand side by side while they are encrypted; all zeros between two records. */
const scratch = new Uint8Array(MAX_PLAINTEXT + 1);

/** Section 5.3: the IV, exclusive-or the record number at its right end. */
class NonceSequence {
  /** As it is for the record whose number is `count`. */
  readonly #nonce: Uint8Array;
  count = 0;

  constructor(iv: Uint8Array) {
    this.#nonce = iv.slice();
  }

  /** The nonce of the next record, in a buffer that is used again. */
  current(): Uint8Array {
    if (this.count === MAX_SEQUENCE) throw fault('internal', 'record numbers are used up');
    return this.#nonce;
  }

  /** To be called when a record has passed: one that cannot be opened leaves the number where it was. */
  advance(): void {
    this.#mix(this.count); // out again
    this.count++;
    this.#mix(this.count);
  }

  wipe(): void {
    wipe(this.#nonce);
  }

  #mix(number: number): void {
    const nonce = this.#nonce;
    const end = nonce.length;
    nonce[end - 1] ^= number;
    nonce[end - 2] ^= number >>> 8;
    nonce[end - 3] ^= number >>> 16;
    nonce[end - 4] ^= number >>> 24;
    const high = Math.floor(number / 0x100000000);
    if (high === 0) return;
    nonce[end - 5] ^= high;
    nonce[end - 6] ^= high >>> 8;
    nonce[end - 7] ^= high >>> 16;
  }
}
