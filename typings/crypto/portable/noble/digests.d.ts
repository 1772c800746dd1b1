import { hmac } from '@noble/hashes/hmac.js';
import type { CHash } from '@noble/hashes/utils.js';
import type { HashName } from '../../provider.ts';
export interface Digests extends Readonly<Record<HashName, CHash>> {
    readonly hmac: typeof hmac;
}
/** In what is built, the file is evaluated when this is first called (build.mjs). */
export declare const digests: () => Digests;
