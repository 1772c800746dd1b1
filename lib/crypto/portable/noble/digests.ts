import { hmac } from '@noble/hashes/hmac.js';
import { md5, sha1 } from '@noble/hashes/legacy.js';
import { sha224, sha256, sha384, sha512 } from '@noble/hashes/sha2.js';

const functions = { md5, sha1, sha224, sha256, sha384, sha512, hmac } as const;

/** In what is built, the file is evaluated when this is first called (build.mjs). */
export const digests = () => functions;
