import { copyOf } from '../../bytes/bytes.ts';
import { attempt, expectLength } from '../checks.ts';
import type { AeadAlgorithm, AeadKey } from '../provider.ts';
import { chacha } from './noble/chacha.ts';

const KEY_LENGTH = 32;
const NONCE_LENGTH = 12;
const TAG_LENGTH = 16;

/** ChaCha20-Poly1305 (RFC 8439) of noble's, which is near what JavaScript gives; no state is worth keeping a key. */
export const chacha20Poly1305: AeadAlgorithm = {
  name: 'chacha20_poly1305',
  keyLength: KEY_LENGTH,
  nonceLength: NONCE_LENGTH,
  tagLength: TAG_LENGTH,
  withKey: (key) => {
    expectLength('chacha20_poly1305 key', key, KEY_LENGTH);
    return new ChaChaKey(copyOf(key));
  },
};

class ChaChaKey implements AeadKey {
  readonly #key: Uint8Array;

  constructor(key: Uint8Array) {
    this.#key = key;
  }

  seal(nonce: Uint8Array, additionalData: Uint8Array, plaintext: Uint8Array): readonly Uint8Array[] {
    expectLength('nonce', nonce, NONCE_LENGTH);
    return [chacha().chacha20poly1305(this.#key, nonce, additionalData).encrypt(plaintext)];
  }

  open(nonce: Uint8Array, additionalData: Uint8Array, sealed: Uint8Array): Uint8Array | undefined {
    expectLength('nonce', nonce, NONCE_LENGTH);
    if (sealed.length < TAG_LENGTH) return undefined;
    return attempt(() => chacha().chacha20poly1305(this.#key, nonce, additionalData).decrypt(sealed));
  }

  wipe(): void {
    this.#key.fill(0);
  }
}
