import { concat, EMPTY, equalSecret } from '../../bytes/bytes.ts';
import { expectLength } from '../checks.ts';
import type { AeadAlgorithm, AeadKey, AeadName } from '../provider.ts';
import { type AesSchedule, encryptBlock, expandKey } from './aes.ts';
import { counterMode } from './aes-ctr.ts';

const NONCE_LENGTH = 12;
/** Bytes of a block that are left for the length of the text and for the counter (L in RFC 3610). */
const LENGTH_BYTES = 15 - NONCE_LENGTH;
/** What three bytes of length can say. */
export const LONGEST_CCM_TEXT = 2 ** (8 * LENGTH_BYTES) - 1;

/** AES-CCM (RFC 3610, NIST SP 800-38C) with nonces of 96 bits, as TLS has it (RFC 6655 section 3). */
export function aesCcm(name: AeadName, keyLength: number, tagLength: number): AeadAlgorithm {
  return {
    name,
    keyLength,
    nonceLength: NONCE_LENGTH,
    tagLength,
    withKey: (key) => {
      expectLength(`${name} key`, key, keyLength);
      return new AesCcmKey(expandKey(key), tagLength);
    },
  };
}

class AesCcmKey implements AeadKey {
  readonly #schedule: AesSchedule;
  readonly #tagLength: number;

  constructor(schedule: AesSchedule, tagLength: number) {
    this.#schedule = schedule;
    this.#tagLength = tagLength;
  }

  seal(nonce: Uint8Array, additionalData: Uint8Array, plaintext: Uint8Array): readonly Uint8Array[] {
    expectLength('nonce', nonce, NONCE_LENGTH);
    if (plaintext.length > LONGEST_CCM_TEXT)
      throw new RangeError(`CCM text: at most ${LONGEST_CCM_TEXT} bytes`);
    const sealed = new Uint8Array(plaintext.length + this.#tagLength);
    counterMode(this.#schedule, counterBlock(nonce, 1), plaintext, sealed.subarray(0, plaintext.length));
    sealed.set(this.#tag(nonce, additionalData, plaintext), plaintext.length);
    return [sealed];
  }

  open(nonce: Uint8Array, additionalData: Uint8Array, sealed: Uint8Array): Uint8Array | undefined {
    expectLength('nonce', nonce, NONCE_LENGTH);
    const length = sealed.length - this.#tagLength;
    if (length < 0 || length > LONGEST_CCM_TEXT) return undefined;
    const plaintext = new Uint8Array(length);
    counterMode(this.#schedule, counterBlock(nonce, 1), sealed.subarray(0, length), plaintext);
    if (equalSecret(this.#tag(nonce, additionalData, plaintext), sealed.subarray(length))) return plaintext;
    plaintext.fill(0);
    return undefined;
  }

  wipe(): void {
    this.#schedule.words.fill(0);
  }

  /** The CBC-MAC of RFC 3610 section 2.2, encrypted by the counter block of zero (section 2.3). */
  #tag(nonce: Uint8Array, additionalData: Uint8Array, plaintext: Uint8Array): Uint8Array {
    const first = new Uint8Array(16);
    first[0] =
      (additionalData.length > 0 ? 0x40 : 0) | (((this.#tagLength - 2) / 2) << 3) | (LENGTH_BYTES - 1);
    first.set(nonce, 1);
    for (let i = 0; i < LENGTH_BYTES; i++) first[15 - i] = plaintext.length >>> (8 * i);

    const mac = new Uint32Array(4);
    this.#absorb(mac, first);
    this.#absorb(mac, concat(lengthPrefix(additionalData.length), additionalData));
    this.#absorb(mac, plaintext);

    const tag = new Uint8Array(16);
    for (let i = 0; i < 16; i++) tag[i] = mac[i >> 2] >>> (24 - 8 * (i & 3));
    counterMode(this.#schedule, counterBlock(nonce, 0), tag, tag);
    return tag.subarray(0, this.#tagLength);
  }

  /** Takes the bytes into the CBC-MAC, the last block filled up with zeros. */
  #absorb(mac: Uint32Array, bytes: Uint8Array): void {
    const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.length);
    for (let at = 0; at < bytes.length; at += 16) {
      if (at + 16 <= bytes.length) {
        for (let i = 0; i < 4; i++) mac[i] ^= view.getUint32(at + 4 * i);
      } else {
        for (let i = 0; at + i < bytes.length; i++) mac[i >> 2] ^= bytes[at + i] << (24 - 8 * (i & 3));
      }
      encryptBlock(this.#schedule, mac);
    }
  }
}

/** RFC 3610 section 2.3: a byte of flags, the nonce, the counter. */
function counterBlock(nonce: Uint8Array, count: number): Uint32Array {
  const block = new Uint8Array(16);
  block[0] = LENGTH_BYTES - 1;
  block.set(nonce, 1);
  const view = new DataView(block.buffer);
  // The text's limit of 2^24 bytes keeps the counter inside its 24 bits, away from the nonce's last byte.
  return Uint32Array.of(view.getUint32(0), view.getUint32(4), view.getUint32(8), view.getUint32(12) | count);
}

/** How the length of the additional data is written (RFC 3610 section 2.2). */
function lengthPrefix(length: number): Uint8Array {
  if (length === 0) return EMPTY;
  if (length < 0xff00) return Uint8Array.of(length >> 8, length);
  return Uint8Array.of(0xff, 0xfe, length >>> 24, length >>> 16, length >>> 8, length);
}
