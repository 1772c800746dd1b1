import type { CryptoProvider, DhParameters, KeyShare, PrivateKey } from '../../crypto/provider.ts';
/** RFC 5246 section 7.4.7.1: what RSA carries. */
export declare const RSA_PREMASTER_LENGTH = 48;
/** ECDHE: the secret as the curve gives it (RFC 8422 section 5.10). Our own key is spent. */
export declare function ecdhePremaster(key: KeyShare, peerShare: Uint8Array): Uint8Array;
/** A key in the server's group; the group must have `leastBits` at least, or what it protects is not worth the name. */
export declare function startDhe(provider: CryptoProvider, parameters: DhParameters, leastBits: number): KeyShare;
/** DHE: the secret without its leading zeros (RFC 5246 section 8.1.2). Our own key is spent. */
export declare function dhePremaster(key: KeyShare, peerShare: Uint8Array): Uint8Array;
/** RSA, at the client: the version that its hello offered and 46 random bytes. */
export declare function makeRsaPremaster(provider: CryptoProvider, offeredVersion: number): Uint8Array;
/**
 * RSA, at the server. RFC 5246 section 7.4.7.1: whatever is wrong with the padding, the length or the version, the
 * handshake goes on with random bytes and fails at Finished as if nothing else were the matter; a difference that a
 * client could see would decrypt other people's secrets for it (Bleichenbacher's attack).
 */
export declare function decryptRsaPremaster(provider: CryptoProvider, key: PrivateKey, encrypted: Uint8Array, offeredVersion: number): Uint8Array;
/**
 * RFC 4279 section 2: what another key exchange has given, or as many zeros as the key is long, and the key, each
 * behind its length. `other` is spent.
 */
export declare function pskPremaster(key: Uint8Array, other?: Uint8Array): Uint8Array;
