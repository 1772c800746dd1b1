/**
 * Record protection of TLS 1.2 by an AEAD, RFC 5246 section 6.2.3.3. The type travels in the open; number, type,
 * version and the content's length are the additional data. A nonce is four bytes of the key block and eight that
 * stand in front of the ciphertext (GCM, RFC 5288; CCM, RFC 6655), or twelve of the key block with the record's number
 * folded in (ChaCha20-Poly1305, RFC 7905). We count those eight bytes, which can never repeat one; a peer may choose.
 */
import { wipe } from '../../bytes/bytes.ts';
import type { ByteQueue } from '../../bytes/queue.ts';
import type { AeadAlgorithm, AeadKey } from '../../crypto/provider.ts';
import {
  type ContentType,
  contentTypes,
  MAX_EXPANSION_12,
  MAX_PLAINTEXT,
  RECORD_HEADER_LENGTH,
} from '../../wire/record.ts';
import { fault } from '../faults.ts';
import type { DirectionKeys12 } from '../keys/schedule12.ts';
import type { OpenedRecord, ReadHalf, WriteHalf } from './half.ts';
import { NUMBER_LENGTH, RecordNumbers12 } from './numbers12.ts';

export class AeadReadHalf12 implements ReadHalf {
  readonly protected = true;
  readonly hidesType = false;
  readonly maxBody = MAX_PLAINTEXT + MAX_EXPANSION_12;
  readonly #key: AeadKey;
  readonly #nonce: Nonce12;
  readonly #numbers = new RecordNumbers12();
  /** Bytes of the nonce in each record. */
  readonly #explicit: number;
  readonly #overhead: number;

  constructor(aead: AeadAlgorithm, keys: DirectionKeys12) {
    this.#key = aead.withKey(keys.key);
    this.#nonce = new Nonce12(keys.iv);
    this.#explicit = explicitLength(aead, keys);
    this.#overhead = this.#explicit + aead.tagLength;
  }

  open(type: ContentType, _header: Uint8Array, body: Uint8Array): OpenedRecord {
    const length = body.length - this.#overhead;
    // Shorter than nonce and tag: there is nothing that could be authentic.
    if (length < 0) throw fault('badRecordMac', 'record shorter than its tag');
    const header = this.#numbers.header(type, length);
    const nonce = this.#nonce.with(this.#explicit === 0 ? this.#numbers.number : body);
    const fragment = this.#key.open(nonce, header, body.subarray(this.#explicit));
    if (fragment === undefined) throw fault('badRecordMac');
    this.#numbers.advance();
    if (length > MAX_PLAINTEXT) throw fault('plaintextTooLong');
    return { type, fragment };
  }

  wipe(): void {
    this.#key.wipe();
    this.#nonce.wipe();
    this.#numbers.wipe();
  }
}

export class AeadWriteHalf12 implements WriteHalf {
  readonly hidesType = false;
  /** TLS 1.2 has no way to replace a key; only the numbers can run out. */
  readonly spent = false;
  readonly #key: AeadKey;
  readonly #nonce: Nonce12;
  readonly #numbers = new RecordNumbers12();
  readonly #explicit: number;
  readonly #overhead: number;
  /** The header, with the explicit nonce behind it. */
  readonly #head: Uint8Array;

  constructor(aead: AeadAlgorithm, keys: DirectionKeys12) {
    this.#key = aead.withKey(keys.key);
    this.#nonce = new Nonce12(keys.iv);
    this.#explicit = explicitLength(aead, keys);
    this.#overhead = this.#explicit + aead.tagLength;
    this.#head = new Uint8Array(RECORD_HEADER_LENGTH + this.#explicit);
    this.#head.set([0, 3, 3]);
  }

  seal(type: ContentType, fragment: Uint8Array, outgoing: ByteQueue): void {
    const numbers = this.#numbers;
    const length = fragment.length + this.#overhead;
    const head = this.#head;
    head[0] = contentTypes[type];
    head[3] = length >> 8;
    head[4] = length;
    if (this.#explicit !== 0) head.set(numbers.number, RECORD_HEADER_LENGTH);
    const nonce = this.#nonce.with(numbers.number);
    const chunks = this.#key.seal(nonce, numbers.header(type, fragment.length), fragment);
    outgoing.write(head);
    for (const chunk of chunks) outgoing.give(chunk);
    numbers.advance();
  }

  wipe(): void {
    this.#key.wipe();
    this.#nonce.wipe();
    this.#numbers.wipe();
  }
}

/** What the key block does not give of a nonce stands in the record, unless it gives all. */
function explicitLength(aead: AeadAlgorithm, keys: DirectionKeys12): number {
  return aead.nonceLength - keys.iv.length;
}

/** The bytes from the key block at the left, eight others at the right: where both meet, exclusive-or. */
class Nonce12 {
  readonly #fixed = new Uint8Array(NONCE_LENGTH);
  readonly #nonce = new Uint8Array(NONCE_LENGTH);

  constructor(iv: Uint8Array) {
    this.#fixed.set(iv);
    this.#nonce.set(iv);
  }

  /** The nonce that ends in the first eight of these bytes, in a buffer that is used again. */
  with(eight: Uint8Array): Uint8Array {
    const start = NONCE_LENGTH - NUMBER_LENGTH;
    for (let i = 0; i < NUMBER_LENGTH; i++) this.#nonce[start + i] = this.#fixed[start + i] ^ eight[i];
    return this.#nonce;
  }

  wipe(): void {
    wipe(this.#fixed, this.#nonce);
  }
}

const NONCE_LENGTH = 12;
