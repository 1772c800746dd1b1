import type { KeyAlgorithm } from '../provider.ts';
export type EdwardsName = 'ed25519' | 'ed448';
/** EdDSA without context or prehash (RFC 8032, RFC 8410). */
export declare const eddsaKeys: readonly KeyAlgorithm[];
/** Whether these bytes are a point's one right encoding (RFC 8032 sections 5.1.3 and 5.2.3). */
export declare function isEdwardsPoint(type: EdwardsName, key: Uint8Array): boolean;
