import type { GroupName, PublicKey } from '../crypto/provider.ts';
export declare function isCurve(group: string): group is GroupName;
/** Whether a key's curve is among these groups; keys of other kinds, and those for EdDSA, have none to look at. */
export declare function isOnCurve({ type }: Pick<PublicKey, 'type'>, groups: readonly string[]): boolean;
/** RFC 8422 section 5.1.2: the one point format that everybody has. */
export declare const UNCOMPRESSED = 0;
/** That, and the two compressed forms that nobody uses, as OpenSSL lists them. */
export declare const POINT_FORMATS: Uint8Array;
