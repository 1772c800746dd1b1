import { chacha20poly1305 } from '@noble/ciphers/chacha.js';
import type { ARXCipher } from '@noble/ciphers/utils.js';

const ciphers: Ciphers = { chacha20poly1305 };

export interface Ciphers {
  readonly chacha20poly1305: ARXCipher;
}

/** In what is built, the file is evaluated when this is first called (build.mjs). */
export const chacha = (): Ciphers => ciphers;
