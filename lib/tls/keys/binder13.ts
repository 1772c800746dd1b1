/**
 * PSK binders, RFC 8446 section 4.2.11.2: a MAC over the hello as far as the binders, under a key of the PSK's own. It
 * ties the PSK to this handshake, and shows that whoever offers it has it.
 */
import { wipe } from '../../bytes/bytes.ts';
import type { HashAlgorithm } from '../../crypto/provider.ts';
import { EarlyStage, finishedMac } from './schedule13.ts';
import type { Transcript } from './transcript.ts';

/** The binder of a ticket's PSK; `truncated` is the hello up to its list of binders. */
export function ticketBinder(
  hash: HashAlgorithm,
  psk: Uint8Array,
  before: Transcript,
  truncated: Uint8Array,
): Uint8Array {
  const key = new EarlyStage(hash, psk).binderKey('res binder');
  const binder = finishedMac(hash, key, before.hashWith(hash, truncated));
  wipe(key);
  return binder;
}
