/** The two halves of record protection under a traffic secret, RFC 8446 section 7.3. */
import type { AeadAlgorithm } from '../../crypto/provider.ts';
import { fault } from '../faults.ts';
import { ReadHalf13, type TrafficKeys, WriteHalf13 } from '../record/half13.ts';
import type { Settings } from '../settings.ts';
import type { Suite13 } from '../suites.ts';
import { trafficKeys } from './schedule13.ts';

export function readHalf13(settings: Settings, suite: Suite13, secret: Uint8Array): ReadHalf13 {
  const { aead, keys } = protection(settings, suite, secret);
  const half = new ReadHalf13(aead, keys);
  keys.key.fill(0);
  return half;
}

export function writeHalf13(settings: Settings, suite: Suite13, secret: Uint8Array): WriteHalf13 {
  const { aead, keys } = protection(settings, suite, secret);
  const half = new WriteHalf13(aead, keys, {
    recordLimit: Math.min(suite.recordLimit, settings.recordsPerKey ?? Number.POSITIVE_INFINITY),
    paddingBlock: settings.paddingBlock,
  });
  keys.key.fill(0);
  return half;
}

function protection(
  { provider }: Settings,
  suite: Suite13,
  secret: Uint8Array,
): { readonly aead: AeadAlgorithm; readonly keys: TrafficKeys } {
  const aead = provider.aeads.get(suite.aead);
  const hash = provider.hashes.get(suite.hash);
  if (aead === undefined || hash === undefined) throw fault('internal', suite.name); // `suite13` has looked
  return { aead, keys: trafficKeys(hash, secret, { key: aead.keyLength, iv: aead.nonceLength }) };
}
