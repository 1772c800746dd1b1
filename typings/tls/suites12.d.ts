/**
 * The cipher suites of TLS 1.2 as rows. What a suite is made of stands in its registered name, so the rows are read
 * out of the names in `wire/registries.ts`, once, instead of being listed a second time.
 */
import type { AeadName, BlockCipherName, CryptoProvider, HashName } from '../crypto/provider.ts';
import type { KeyExchange12 } from '../wire/handshake12.ts';
import { type SuiteName } from '../wire/registries.ts';
export interface Suite12 {
    readonly name: SuiteName;
    readonly exchange: KeyExchange12;
    /** What the server proves itself with: a key of this kind in a certificate, or the shared key alone. */
    readonly authentication: 'ecdsa' | 'rsa' | 'psk';
    readonly protection: Protection12;
    /** The hash of the PRF and of the transcript (RFC 5246 section 5). */
    readonly hash: HashName;
}
/** How records are protected, and how long the pieces of the key block are (RFC 5246 section 6.3). */
export type Protection12 = {
    readonly kind: 'aead';
    readonly aead: AeadName;
    readonly keyLength: 16 | 32;
    /** What of the nonce comes from the key block; the rest is the record's number or stands in the record. */
    readonly ivLength: 4 | 12;
} | {
    readonly kind: 'cbc';
    readonly cipher: BlockCipherName;
    readonly keyLength: 16 | 32;
    readonly mac: HashName;
    readonly macLength: number;
};
/** The row of a TLS 1.2 suite. */
export declare function suiteRow12(name: string): Suite12 | undefined;
/** The row of a TLS 1.2 suite that this provider can carry out. */
export declare function suite12(name: string, provider: CryptoProvider): Suite12 | undefined;
