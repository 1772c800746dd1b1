/** Cipher suites as rows: code asks the row, and never compares names. */
import type { AeadName, CryptoProvider, HashName } from '../crypto/provider.ts';
import type { SuiteName } from '../wire/registries.ts';
export interface Suite13 {
    readonly name: SuiteName;
    readonly aead: AeadName;
    readonly hash: HashName;
    /** How many records one key may protect before it is updated (RFC 8446 section 5.5). */
    readonly recordLimit: number;
}
/** The row of a TLS 1.3 suite. */
export declare function suiteRow13(name: string): Suite13 | undefined;
/** The row of a TLS 1.3 suite that this provider can carry out. */
export declare function suite13(name: string, provider: CryptoProvider): Suite13 | undefined;
