import type { GroupAlgorithm } from '../provider.ts';
export declare const x25519Group: GroupAlgorithm;
/** X25519 and X448 (RFC 7748). Noble refuses points of small order and the all-zero result (section 6). */
export declare const montgomeryGroups: readonly GroupAlgorithm[];
