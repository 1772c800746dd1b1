/** The two halves of record protection under the keys of TLS 1.2, by the row of the suite. */
import type { CryptoProvider } from '../../crypto/provider.ts';
import type { ReadHalf, WriteHalf } from '../record/half.ts';
import type { Suite12 } from '../suites12.ts';
import type { DirectionKeys12 } from './schedule12.ts';
/** What the peer's records are opened with; `keys` are spent. */
export declare function readHalf12(provider: CryptoProvider, suite: Suite12, keys: DirectionKeys12, encryptThenMac: boolean): ReadHalf;
/** What our records are sealed with; `keys` are spent. */
export declare function writeHalf12(provider: CryptoProvider, suite: Suite12, keys: DirectionKeys12, encryptThenMac: boolean): WriteHalf;
