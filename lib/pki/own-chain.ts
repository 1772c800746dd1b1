import type { Certificate } from './certificate.ts';
import { attempts } from './path.ts';
import type { CertificateStore } from './store.ts';

/**
 * The chain that we send: what was loaded behind the leaf, as it is; or, where only a leaf was loaded, whatever can be
 * built above it out of our own store, root included and complete or not. OpenSSL does so, and a peer that lacks an
 * intermediate is glad of it.
 */
export function buildOwnChain(
  leaf: Certificate,
  extra: readonly Certificate[],
  store: CertificateStore,
  time: number,
): readonly Certificate[] {
  if (extra.length > 0) return [leaf, ...extra];
  for (const { path } of attempts({
    leaf,
    untrusted: [],
    store,
    time,
    maxDepth: MAX_DEPTH,
    partialChain: false,
    hasKey: () => true,
    explicitTrust: () => undefined,
    promising: () => false,
  })) {
    return path;
  }
  return [leaf];
}

const MAX_DEPTH = 100;
