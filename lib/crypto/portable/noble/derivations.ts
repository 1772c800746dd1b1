import { pbkdf2 } from '@noble/hashes/pbkdf2.js';
import { scrypt } from '@noble/hashes/scrypt.js';

const functions = { pbkdf2, scrypt } as const;

/** In what is built, the file is evaluated when this is first called (build.mjs). */
export const derivations = () => functions;
