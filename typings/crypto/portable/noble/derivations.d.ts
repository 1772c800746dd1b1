import { pbkdf2 } from '@noble/hashes/pbkdf2.js';
import { scrypt } from '@noble/hashes/scrypt.js';
/** In what is built, the file is evaluated when this is first called (build.mjs). */
export declare const derivations: () => {
    readonly pbkdf2: typeof pbkdf2;
    readonly scrypt: typeof scrypt;
};
