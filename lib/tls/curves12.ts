import type { GroupName, PublicKey } from '../crypto/provider.ts';

/** The groups that ECDHE suites of TLS 1.2 can use: named curves (RFC 8422 section 5.1.1), and nothing else. */
const curves: readonly GroupName[] = ['x25519', 'x448', 'secp256r1', 'secp384r1', 'secp521r1'];

export function isCurve(group: string): group is GroupName {
  return (curves as readonly string[]).includes(group);
}

/** Whether a key's curve is among these groups; keys of other kinds, and those for EdDSA, have none to look at. */
export function isOnCurve({ type }: Pick<PublicKey, 'type'>, groups: readonly string[]): boolean {
  return !isCurve(type) || groups.includes(type);
}

/** RFC 8422 section 5.1.2: the one point format that everybody has. */
export const UNCOMPRESSED = 0;
/** That, and the two compressed forms that nobody uses, as OpenSSL lists them. */
export const POINT_FORMATS: Uint8Array = Uint8Array.of(UNCOMPRESSED, 1, 2);
