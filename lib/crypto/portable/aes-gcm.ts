import { equalSecret } from '../../bytes/bytes.ts';
import { expectLength } from '../checks.ts';
import type { AeadAlgorithm, AeadKey, AeadName } from '../provider.ts';
import { type AesSchedule, encryptBlock, expandKey } from './aes.ts';
import { counterMode } from './aes-ctr.ts';
import { Ghash } from './ghash.ts';

const NONCE_LENGTH = 12;
const TAG_LENGTH = 16;

/**
 * AES-GCM (NIST SP 800-38D) with nonces of 96 bits and tags of 128, as TLS has it (RFC 5116). The key schedule and
 * the GHASH table are made once a key; a record costs its blocks and little else.
 */
export function aesGcm(name: AeadName, keyLength: number): AeadAlgorithm {
  return {
    name,
    keyLength,
    nonceLength: NONCE_LENGTH,
    tagLength: TAG_LENGTH,
    withKey: (key) => {
      expectLength(`${name} key`, key, keyLength);
      return new AesGcmKey(expandKey(key));
    },
  };
}

class AesGcmKey implements AeadKey {
  readonly #schedule: AesSchedule;
  readonly #ghash: Ghash;
  /** The counter block: three words of nonce, one that counts. */
  readonly #counter = new Uint32Array(4);
  readonly #mask = new Uint32Array(4);

  constructor(schedule: AesSchedule) {
    this.#schedule = schedule;
    const hashKey = new Uint32Array(4);
    encryptBlock(schedule, hashKey);
    this.#ghash = new Ghash(hashKey);
  }

  seal(nonce: Uint8Array, additionalData: Uint8Array, plaintext: Uint8Array): readonly Uint8Array[] {
    this.#start(nonce);
    const sealed = new Uint8Array(plaintext.length + TAG_LENGTH);
    const ciphertext = sealed.subarray(0, plaintext.length);
    counterMode(this.#schedule, this.#counter, plaintext, ciphertext);
    this.#putTag(additionalData, ciphertext, sealed, plaintext.length);
    return [sealed];
  }

  open(nonce: Uint8Array, additionalData: Uint8Array, sealed: Uint8Array): Uint8Array | undefined {
    this.#start(nonce);
    if (sealed.length < TAG_LENGTH) return undefined;
    const ciphertext = sealed.subarray(0, -TAG_LENGTH);
    const tag = new Uint8Array(TAG_LENGTH);
    this.#putTag(additionalData, ciphertext, tag, 0);
    if (!equalSecret(tag, sealed.subarray(-TAG_LENGTH))) return undefined;
    const plaintext = new Uint8Array(ciphertext.length);
    counterMode(this.#schedule, this.#counter, ciphertext, plaintext);
    return plaintext;
  }

  wipe(): void {
    this.#schedule.words.fill(0);
    this.#counter.fill(0);
    this.#mask.fill(0);
    this.#ghash.wipe();
  }

  /** Section 7.1, step 2: with 96 bits of nonce, J0 is the nonce and a one; the text starts at a two. */
  #start(nonce: Uint8Array): void {
    expectLength('nonce', nonce, NONCE_LENGTH);
    const counter = this.#counter;
    for (let i = 0; i < 3; i++) {
      const at = 4 * i;
      counter[i] = (nonce[at] << 24) | (nonce[at + 1] << 16) | (nonce[at + 2] << 8) | nonce[at + 3];
    }
    counter[3] = 2;
  }

  /** GHASH over both texts and their lengths, hidden behind the encryption of J0 (section 7.1, steps 4 to 6). */
  #putTag(additionalData: Uint8Array, ciphertext: Uint8Array, target: Uint8Array, at: number): void {
    const ghash = this.#ghash;
    ghash.reset();
    ghash.update(additionalData);
    ghash.update(ciphertext);
    ghash.lengths(additionalData.length, ciphertext.length);
    const mask = this.#mask;
    mask.set(this.#counter);
    mask[3] = 1;
    encryptBlock(this.#schedule, mask);
    const hash = ghash.state;
    for (let i = 0; i < TAG_LENGTH; i++) {
      target[at + i] = (mask[i >> 2] ^ hash[i >> 2]) >>> (24 - 8 * (i & 3));
    }
  }
}
