import type { GroupAlgorithm, GroupName, KeyShare } from '../provider.ts';
import { answering } from './answering.ts';
import { fromBigInt, jacobi, modPow, toBigInt } from './bigints.ts';
import { random } from './random.ts';

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

export const ffdheGroups: readonly FfdheGroup[] = [
  { name: 'ffdhe2048', bits: 2048, x: 560316, exponentBits: 225 },
  { name: 'ffdhe3072', bits: 3072, x: 2625351, exponentBits: 275 },
  { name: 'ffdhe4096', bits: 4096, x: 5736041, exponentBits: 325 },
  { name: 'ffdhe6144', bits: 6144, x: 15705020, exponentBits: 375 },
  { name: 'ffdhe8192', bits: 8192, x: 10965728, exponentBits: 400 },
];

export const GENERATOR = 2n;

const primes = new Map<GroupName, bigint>();

/** The group's prime, computed when it is first asked for. */
export function ffdhePrime({ name, bits, x }: FfdheGroup): bigint {
  const known = primes.get(name);
  if (known !== undefined) return known;
  const b = BigInt(bits);
  const prime = (1n << b) - (1n << (b - 64n)) + ((eulerNumber(bits - 130) + BigInt(x)) << 64n) - 1n;
  primes.set(name, prime);
  return prime;
}

/** `floor(2^bits * e)` by the series of 1/k!, with bits to spare for what is cut off. */
function eulerNumber(bits: number): bigint {
  const spare = 64n;
  let term = 1n << (BigInt(bits) + spare);
  let sum = 0n;
  for (let k = 1n; term > 0n; k++) {
    sum += term;
    term /= k;
  }
  return sum >> spare;
}

/**
 * Whether a number is neither zero nor of order one or two: `1 < share < p - 1`, which in a group with a safe prime
 * keeps out every small subgroup (RFC 7919 section 5.1).
 */
export function isShare(share: bigint, prime: bigint): boolean {
  return share > 1n && share < prime - 1n;
}

/**
 * Whether a peer can have made this share. Powers of a square are squares; so where the generator is one, as in all
 * groups of RFC 7919 and RFC 3526, a share that is none lies outside the group, and would tell whether our exponent is
 * even (NIST SP 800-56A section 5.6.2.3.1). For a safe prime that is the full check, at a fifth of what the power costs.
 */
export function isPeerShare(share: bigint, { prime, generator }: DhNumbers): boolean {
  return isShare(share, prime) && (jacobi(generator, prime) !== 1 || jacobi(share, prime) === 1);
}

export interface DhNumbers {
  readonly prime: bigint;
  readonly generator: bigint;
}

/** The group computed in BigInt. A given private key has any length up to the prime's. */
export function ffdhe(group: FfdheGroup): GroupAlgorithm {
  const length = group.bits / 8;
  return answering(group.name, (privateKey): KeyShare => {
    const prime = ffdhePrime(group);
    let exponent = toBigInt(privateKey ?? randomExponent(group));
    expectExponent(group, exponent);
    return {
      share: fromBigInt(modPow(GENERATOR, exponent, prime), length),
      agree: (peerShare) => {
        if (peerShare.length !== length) return undefined;
        const peer = toBigInt(peerShare);
        if (!isPeerShare(peer, { prime, generator: GENERATOR })) return undefined;
        return fromBigInt(modPow(peer, exponent, prime), length);
      },
      wipe: () => {
        exponent = 0n;
      },
    };
  });
}

/** Throws a `RangeError` for a private exponent that is zero, one, or as long as the group is wide. */
export function expectExponent(group: FfdheGroup, exponent: bigint): void {
  if (exponent < 2n || exponent >= ffdhePrime(group) - 1n) {
    throw new RangeError(`${group.name} private key: out of range`);
  }
}

/** A private exponent of that length, its highest bit set so that all take the same time. */
export function randomExponent({ exponentBits }: Pick<FfdheGroup, 'exponentBits'>): Uint8Array {
  const bytes = random(Math.ceil(exponentBits / 8));
  const top = (exponentBits - 1) % 8;
  bytes[0] = (bytes[0] & ((1 << top) - 1)) | (1 << top);
  return bytes;
}
