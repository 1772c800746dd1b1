import { expectBlocks, expectLength } from '../checks.ts';
import type { BlockCipherAlgorithm, BlockCipherKey, BlockCipherName } from '../provider.ts';
import {
  AES_BLOCK_LENGTH,
  type AesSchedule,
  decryptBlock,
  encryptBlock,
  expandKey,
  invertSchedule,
} from './aes.ts';

/** AES in CBC mode (NIST SP 800-38A section 6.2), padding left to the caller. */
export function aesCbc(name: BlockCipherName, keyLength: number): BlockCipherAlgorithm {
  return {
    name,
    keyLength,
    blockLength: AES_BLOCK_LENGTH,
    withKey: (key) => {
      expectLength(`${name} key`, key, keyLength);
      return new AesCbcKey(expandKey(key));
    },
  };
}

class AesCbcKey implements BlockCipherKey {
  readonly #schedule: AesSchedule;
  #inverse: AesSchedule | undefined;

  constructor(schedule: AesSchedule) {
    this.#schedule = schedule;
  }

  encrypt(iv: Uint8Array, plaintext: Uint8Array): Uint8Array {
    expectLength('iv', iv, AES_BLOCK_LENGTH);
    expectBlocks('plaintext', plaintext, AES_BLOCK_LENGTH);
    const ciphertext = new Uint8Array(plaintext.length);
    const source = viewOf(plaintext);
    const target = viewOf(ciphertext);
    const block = wordsOf(iv);
    for (let at = 0; at < plaintext.length; at += AES_BLOCK_LENGTH) {
      for (let i = 0; i < 4; i++) block[i] ^= source.getUint32(at + 4 * i);
      encryptBlock(this.#schedule, block);
      for (let i = 0; i < 4; i++) target.setUint32(at + 4 * i, block[i]);
    }
    return ciphertext;
  }

  decrypt(iv: Uint8Array, ciphertext: Uint8Array): Uint8Array {
    expectLength('iv', iv, AES_BLOCK_LENGTH);
    expectBlocks('ciphertext', ciphertext, AES_BLOCK_LENGTH);
    this.#inverse ??= invertSchedule(this.#schedule);
    const plaintext = new Uint8Array(ciphertext.length);
    const source = viewOf(ciphertext);
    const target = viewOf(plaintext);
    const previous = wordsOf(iv);
    const block = new Uint32Array(4);
    for (let at = 0; at < ciphertext.length; at += AES_BLOCK_LENGTH) {
      for (let i = 0; i < 4; i++) block[i] = source.getUint32(at + 4 * i);
      decryptBlock(this.#inverse, block);
      for (let i = 0; i < 4; i++) {
        target.setUint32(at + 4 * i, block[i] ^ previous[i]);
        previous[i] = source.getUint32(at + 4 * i);
      }
    }
    return plaintext;
  }

  wipe(): void {
    this.#schedule.words.fill(0);
    this.#inverse?.words.fill(0);
  }
}

function viewOf(bytes: Uint8Array): DataView {
  return new DataView(bytes.buffer, bytes.byteOffset, bytes.length);
}

function wordsOf(block: Uint8Array): Uint32Array {
  const view = viewOf(block);
  return Uint32Array.of(view.getUint32(0), view.getUint32(4), view.getUint32(8), view.getUint32(12));
}
