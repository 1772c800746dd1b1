import type { GroupAlgorithm, GroupName } from '../provider.ts';
/**
 * The finite-field groups of RFC 7919 appendix A. Each prime is
 * `2^b - 2^(b-64) + (floor(2^(b-130) * e) + x) * 2^64 - 1`, the generator is 2, and the private exponent may be as
 * short as twice the group's strength, rounded up.
 */
export interface FfdheGroup {
    readonly name: GroupName;
    readonly bits: number;
    /** The least x that makes a safe prime. */
    readonly x: number;
    /** Bits of a private exponent: "peers using this group SHOULD use at least" (appendix A.1 to A.5). */
    readonly exponentBits: number;
}
export declare const ffdheGroups: readonly FfdheGroup[];
export declare const GENERATOR = 2n;
/** The group's prime, computed when it is first asked for. */
export declare function ffdhePrime({ name, bits, x }: FfdheGroup): bigint;
/**
 * Whether a number is neither zero nor of order one or two: `1 < share < p - 1`, which in a group with a safe prime
 * keeps out every small subgroup (RFC 7919 section 5.1).
 */
export declare function isShare(share: bigint, prime: bigint): boolean;
/**
 * Whether a peer can have made this share. Powers of a square are squares; so where the generator is one, as in all
 * groups of RFC 7919 and RFC 3526, a share that is none lies outside the group, and would tell whether our exponent is
 * even (NIST SP 800-56A section 5.6.2.3.1). For a safe prime that is the full check, at a fifth of what the power costs.
 */
export declare function isPeerShare(share: bigint, { prime, generator }: DhNumbers): boolean;
export interface DhNumbers {
    readonly prime: bigint;
    readonly generator: bigint;
}
/** The group computed in BigInt. A given private key has any length up to the prime's. */
export declare function ffdhe(group: FfdheGroup): GroupAlgorithm;
/** Throws a `RangeError` for a private exponent that is zero, one, or as long as the group is wide. */
export declare function expectExponent(group: FfdheGroup, exponent: bigint): void;
/** A private exponent of that length, its highest bit set so that all take the same time. */
export declare function randomExponent({ exponentBits }: Pick<FfdheGroup, 'exponentBits'>): Uint8Array;
