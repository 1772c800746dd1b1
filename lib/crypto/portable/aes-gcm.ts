import { copyOf, equalSecret } from '../../bytes/bytes.ts';
import { expectLength } from '../checks.ts';
import type { AeadAlgorithm, AeadKey, AeadName } from '../provider.ts';
import { type AesSchedule, encryptBlock, expandKey } from './aes.ts';
import { counterMode } from './aes-ctr.ts';
import { Ghash } from './ghash.ts';

const NONCE_LENGTH = 12;
const TAG_LENGTH = 16;

/**
 * AES-GCM (NIST SP 800-38D) with nonces of 96 bits and tags of 128, as TLS has it (RFC 5116). The key schedule is made
 * once a key and the GHASH table once it pays; a record costs its blocks and little else. Both wait for the first
 * record, since a connection that is only open has keys that it may never use.
 */
export function aesGcm(name: AeadName, keyLength: number): AeadAlgorithm {
  return {
    name,
    keyLength,
    nonceLength: NONCE_LENGTH,
    tagLength: TAG_LENGTH,
    withKey: (key) => {
      expectLength(`${name} key`, key, keyLength);
      return new AesGcmKey(copyOf(key));
    },
  };
}

class AesGcmKey implements AeadKey {
  readonly #key: Uint8Array;
  #made: { readonly schedule: AesSchedule; readonly ghash: Ghash } | undefined;

  constructor(key: Uint8Array) {
    this.#key = key;
  }

  seal(nonce: Uint8Array, additionalData: Uint8Array, plaintext: Uint8Array): readonly Uint8Array[] {
    startCounter(nonce);
    const { schedule, ghash } = this.#state;
    const sealed = new Uint8Array(plaintext.length + TAG_LENGTH);
    const ciphertext = sealed.subarray(0, plaintext.length);
    counterMode(schedule, counter, plaintext, ciphertext);
    putTag(schedule, ghash, additionalData, ciphertext, sealed, plaintext.length);
    return [sealed];
  }

  open(nonce: Uint8Array, additionalData: Uint8Array, sealed: Uint8Array): Uint8Array | undefined {
    startCounter(nonce);
    if (sealed.length < TAG_LENGTH) return undefined;
    const ciphertext = sealed.subarray(0, -TAG_LENGTH);
    const { schedule, ghash } = this.#state;
    const tag = new Uint8Array(TAG_LENGTH);
    putTag(schedule, ghash, additionalData, ciphertext, tag, 0);
    if (!equalSecret(tag, sealed.subarray(-TAG_LENGTH))) return undefined;
    const plaintext = new Uint8Array(ciphertext.length);
    counterMode(schedule, counter, ciphertext, plaintext);
    return plaintext;
  }

  wipe(): void {
    this.#key.fill(0);
    this.#made?.schedule.words.fill(0);
    this.#made?.ghash.wipe();
  }

  get #state() {
    if (this.#made === undefined) {
      const schedule = expandKey(this.#key);
      const hashKey = new Uint32Array(4);
      encryptBlock(schedule, hashKey);
      this.#made = { schedule, ghash: new Ghash(hashKey) };
    }
    return this.#made;
  }
}

/** The counter block of the call in hand: three words of nonce, one that counts. */
const counter = new Uint32Array(4);
/** What hides the hash in the tag. */
const mask = new Uint32Array(4);

/** Section 7.1, step 2: with 96 bits of nonce, J0 is the nonce and a one; the text starts at a two. */
function startCounter(nonce: Uint8Array): void {
  expectLength('nonce', nonce, NONCE_LENGTH);
  for (let i = 0; i < 3; i++) {
    const at = 4 * i;
    counter[i] = (nonce[at] << 24) | (nonce[at + 1] << 16) | (nonce[at + 2] << 8) | nonce[at + 3];
  }
  counter[3] = 2;
}

/** GHASH over both texts and their lengths, hidden behind the encryption of J0 (section 7.1, steps 4 to 6). */
function putTag(
  schedule: AesSchedule,
  ghash: Ghash,
  additionalData: Uint8Array,
  ciphertext: Uint8Array,
  target: Uint8Array,
  at: number,
): void {
  ghash.reset();
  ghash.update(additionalData);
  ghash.update(ciphertext);
  ghash.lengths(additionalData.length, ciphertext.length);
  mask.set(counter);
  mask[3] = 1;
  encryptBlock(schedule, mask);
  const hash = ghash.state;
  for (let i = 0; i < TAG_LENGTH; i++) {
    target[at + i] = (mask[i >> 2] ^ hash[i >> 2]) >>> (24 - 8 * (i & 3));
  }
  mask.fill(0);
}
