/** The chain that goes with a certificate of our own, and what is too weak about it: built once for many connections. */
import { buildOwnChain } from '../pki/own-chain.ts';
import type { CertificateStore } from '../pki/store.ts';
import type { Weakness } from '../tls/peer.ts';
import type { OwnChain } from './credentials.ts';
import { chainWeakness, type Standard } from './own-strength.ts';

export interface Sent {
  readonly chain: readonly Uint8Array[];
  readonly weakness: Weakness | undefined;
}

interface Built extends Sent, Standard {
  readonly store: CertificateStore;
  /** How many certificates the store had. */
  readonly count: number;
  /** Milliseconds since the epoch. */
  readonly built: number;
}

/** What is built depends on what has expired, and on files that others write: after this it is looked for again. */
const KEPT_FOR = 60_000;

const sent = new WeakMap<OwnChain, Built>();

/** What was loaded, or can be built of the store, leaf first; the same until the store, the level or the time has moved on. */
export function chainToSend(
  own: OwnChain,
  store: CertificateStore,
  standard: Standard,
  now = Date.now(),
): Sent {
  const known = sent.get(own);
  if (known !== undefined && isCurrent(known, store, standard, now)) return known;
  const path = buildOwnChain(own.leaf, own.rest, store, Math.floor(now / 1000));
  const made: Built = {
    chain: path.map(({ der }) => der),
    weakness: chainWeakness(path, standard),
    store,
    count: store.certificateCount,
    built: now,
    provider: standard.provider,
    level: standard.level,
  };
  sent.set(own, made);
  return made;
}

function isCurrent(
  { store, count, built, provider, level }: Built,
  asked: CertificateStore,
  standard: Standard,
  now: number,
): boolean {
  return (
    store === asked &&
    count === asked.certificateCount &&
    provider === standard.provider &&
    level === standard.level &&
    now >= built &&
    now - built < KEPT_FOR
  );
}
