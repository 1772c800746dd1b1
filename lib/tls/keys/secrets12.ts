/** The master secret of a handshake, however it was come by, and the record protection that follows from it. */
import type { HashAlgorithm } from '../../crypto/provider.ts';
import type { ReadHalf, WriteHalf } from '../record/half.ts';
import type { Settings } from '../settings.ts';
import type { Effects } from '../state.ts';
import type { Suite12 } from '../suites12.ts';
import { readHalf12, writeHalf12 } from './halves12.ts';
import { extendedMasterSecret, masterSecret, type Randoms, trafficKeys12 } from './schedule12.ts';
import type { Transcript } from './transcript.ts';

/** What both ends know once the hellos are exchanged. */
export interface Agreed12 {
  readonly settings: Settings;
  readonly transcript: Transcript;
  readonly suite: Suite12;
  readonly hash: HashAlgorithm;
  readonly randoms: Randoms;
  /** RFC 7627. */
  readonly extendedMasterSecret: boolean;
  /** RFC 7366. */
  readonly encryptThenMac: boolean;
}

/** The keys of one connection, until each half is taken. */
export interface Secrets12 {
  readonly masterSecret: Uint8Array;
  readonly readHalf: ReadHalf;
  readonly writeHalf: WriteHalf;
}

/** Of a full handshake, with the transcript up to ClientKeyExchange; the premaster secret is spent. */
export function secretsOfExchange(agreed: Agreed12, premaster: Uint8Array, effects: Effects): Secrets12 {
  const { hash, randoms, transcript } = agreed;
  const master = agreed.extendedMasterSecret
    ? extendedMasterSecret(hash, premaster, transcript.hash)
    : masterSecret(hash, premaster, randoms);
  return secretsOfSession(agreed, master, effects);
}

/** Of a master secret that is known from before: new keys all the same, since the randoms are new. */
export function secretsOfSession(agreed: Agreed12, master: Uint8Array, effects: Effects): Secrets12 {
  const { settings, suite, hash, randoms, encryptThenMac } = agreed;
  effects.guard(master);
  effects.logSecret('CLIENT_RANDOM', randoms.client, master);
  const keys = trafficKeys12(hash, master, randoms, suite.protection);
  const [ours, theirs] = settings.role === 'client' ? [keys.client, keys.server] : [keys.server, keys.client];
  const readHalf = readHalf12(settings.provider, suite, theirs, encryptThenMac);
  const writeHalf = writeHalf12(settings.provider, suite, ours, encryptThenMac);
  effects.guard(readHalf, writeHalf);
  return { masterSecret: master, readHalf, writeHalf };
}
