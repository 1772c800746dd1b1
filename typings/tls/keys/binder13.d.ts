import type { HashAlgorithm } from '../../crypto/provider.ts';
import type { Transcript } from './transcript.ts';
/** The binder of a ticket's PSK; `truncated` is the hello up to its list of binders. */
export declare function ticketBinder(hash: HashAlgorithm, psk: Uint8Array, before: Transcript, truncated: Uint8Array): Uint8Array;
