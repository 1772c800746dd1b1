import type { HashAlgorithm, HashName } from '../../crypto/provider.ts';
import type { Transcript } from './transcript.ts';
/** Of a ticket's PSK, or of one from elsewhere: neither can be passed off as the other. */
export type BinderKind = 'res binder' | 'ext binder';
/** Section 4.2.11: the hash of a key that is shared from elsewhere, and comes without one. */
export declare const SHARED_KEY_HASH: HashName;
/** `truncated` is the hello up to its list of binders. */
export declare function pskBinder(kind: BinderKind, hash: HashAlgorithm, psk: Uint8Array, before: Transcript, truncated: Uint8Array): Uint8Array;
