/** The chain that goes with a certificate of our own: built once for many connections. */
import { buildOwnChain } from '../pki/own-chain.ts';
import type { CertificateStore } from '../pki/store.ts';
import type { OwnChain } from './credentials.ts';

interface Sent {
  readonly chain: readonly Uint8Array[];
  readonly store: CertificateStore;
  /** How many certificates the store had. */
  readonly count: number;
  /** Milliseconds since the epoch. */
  readonly built: number;
}

/** What is built depends on what has expired, and on files that others write: after this it is looked for again. */
const KEPT_FOR = 60_000;

const sent = new WeakMap<OwnChain, Sent>();

/** What was loaded, or can be built of the store, leaf first; the same until the store or the time has moved on. */
export function chainToSend(own: OwnChain, store: CertificateStore, now = Date.now()): readonly Uint8Array[] {
  const known = sent.get(own);
  if (known !== undefined && isCurrent(known, store, now)) return known.chain;
  const path = buildOwnChain(own.leaf, own.rest, store, Math.floor(now / 1000));
  const chain = path.map(({ der }) => der);
  sent.set(own, { chain, store, count: store.certificateCount, built: now });
  return chain;
}

function isCurrent({ store, count, built }: Sent, asked: CertificateStore, now: number): boolean {
  return store === asked && count === asked.certificateCount && now >= built && now - built < KEPT_FOR;
}
