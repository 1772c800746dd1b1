import { chacha20poly1305 } from '@noble/ciphers/chacha.js';

const ciphers = { chacha20poly1305 } as const;

/** In what is built, the file is evaluated when this is first called (build.mjs). */
export const chacha = () => ciphers;
