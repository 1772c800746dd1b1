import type { KeyAlgorithm } from '../provider.ts';
export type EdwardsName = 'ed25519' | 'ed448';
/**
 * EdDSA without context or prehash (RFC 8032, RFC 8410). Section 5.1.7 leaves open whether the equation is checked with
 * the cofactor or without; who signs honestly never meets the difference. OpenSSL does not multiply by it for Ed25519
 * and does for Ed448, and so do we, for a signature must not be good in one core and bad in the other.
 */
export declare const eddsaKeys: readonly KeyAlgorithm[];
/**
 * Whether these bytes are a key: a point's one right encoding (RFC 8032 sections 5.1.3 and 5.2.3), and no point of small
 * order, for which anybody can make signatures that fit many messages.
 */
export declare function isEdwardsPoint(type: EdwardsName, key: Uint8Array): boolean;
