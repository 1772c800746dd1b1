import { hmac } from '@noble/hashes/hmac.js';
import { md5, sha1 } from '@noble/hashes/legacy.js';
import { sha224, sha256, sha384, sha512 } from '@noble/hashes/sha2.js';
import type { CHash } from '@noble/hashes/utils.js';
import type { HashName } from '../../provider.ts';

const functions: Digests = { md5, sha1, sha224, sha256, sha384, sha512, hmac };

export interface Digests extends Readonly<Record<HashName, CHash>> {
  readonly hmac: typeof hmac;
}

/** In what is built, the file is evaluated when this is first called (build.mjs). */
export const digests = (): Digests => functions;
