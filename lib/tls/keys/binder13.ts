/**
 * PSK binders, RFC 8446 section 4.2.11.2: a MAC over the hello as far as the binders, under a key of the PSK's own. It
 * ties the PSK to this handshake, and shows that whoever offers it has it.
 */
import { wipe } from '../../bytes/bytes.ts';
import type { HashAlgorithm, HashName } from '../../crypto/provider.ts';
import { EarlyStage, finishedMac } from './schedule13.ts';
import type { Transcript } from './transcript.ts';

/** Of a ticket's PSK, or of one from elsewhere: neither can be passed off as the other. */
export type BinderKind = 'res binder' | 'ext binder';

/** Section 4.2.11: the hash of a key that is shared from elsewhere, and comes without one. */
export const SHARED_KEY_HASH: HashName = 'sha256';

/** `truncated` is the hello up to its list of binders. */
export function pskBinder(
  kind: BinderKind,
  hash: HashAlgorithm,
  psk: Uint8Array,
  before: Transcript,
  truncated: Uint8Array,
): Uint8Array {
  const stage = new EarlyStage(hash, psk);
  const key = stage.binderKey(kind);
  stage.wipe();
  const binder = finishedMac(hash, key, before.hashWith(hash, truncated));
  wipe(key);
  return binder;
}
