/** The two halves of record protection under the keys of TLS 1.2, by the row of the suite. */

import { wipe } from '../../bytes/bytes.ts';
import type { CryptoProvider } from '../../crypto/provider.ts';
import { fault } from '../faults.ts';
import { CbcReadHalf12, CbcWriteHalf12 } from '../record/cbc12.ts';
import type { ReadHalf, WriteHalf } from '../record/half.ts';
import { AeadReadHalf12, AeadWriteHalf12 } from '../record/half12.ts';
import type { Suite12 } from '../suites12.ts';
import type { DirectionKeys12 } from './schedule12.ts';

/** What the peer's records are opened with; `keys` are spent. */
export function readHalf12(
  provider: CryptoProvider,
  suite: Suite12,
  keys: DirectionKeys12,
  encryptThenMac: boolean,
): ReadHalf {
  const algorithms = algorithmsOf(provider, suite);
  const half =
    algorithms.kind === 'aead'
      ? new AeadReadHalf12(algorithms.aead, keys)
      : new CbcReadHalf12({ ...algorithms, encryptThenMac }, keys);
  wipe(keys.mac, keys.key, keys.iv);
  return half;
}

/** What our records are sealed with; `keys` are spent. */
export function writeHalf12(
  provider: CryptoProvider,
  suite: Suite12,
  keys: DirectionKeys12,
  encryptThenMac: boolean,
): WriteHalf {
  const algorithms = algorithmsOf(provider, suite);
  const half =
    algorithms.kind === 'aead'
      ? new AeadWriteHalf12(algorithms.aead, keys)
      : new CbcWriteHalf12({ ...algorithms, encryptThenMac }, keys, provider.random);
  wipe(keys.mac, keys.key, keys.iv);
  return half;
}

function algorithmsOf(provider: CryptoProvider, { name, protection }: Suite12) {
  if (protection.kind === 'aead') {
    const aead = provider.aeads.get(protection.aead);
    if (aead !== undefined) return { kind: 'aead', aead } as const;
  } else {
    const cipher = provider.blockCiphers.get(protection.cipher);
    const hash = provider.hashes.get(protection.mac);
    if (cipher !== undefined && hash !== undefined) return { kind: 'cbc', cipher, hash } as const;
  }
  throw fault('internal', name); // `suite12` has looked
}
