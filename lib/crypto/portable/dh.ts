import type { DhAlgorithm, DhParameters } from '../provider.ts';
import { bitLength, fromBigInt, modPow, toBigInt } from './bigints.ts';
import {
  type DhNumbers,
  ffdheGroups,
  ffdhePrime,
  GENERATOR,
  isPeerShare,
  isShare,
  randomExponent,
} from './ffdhe.ts';

/** As RFC 7919's largest. Work grows with the cube of the length, and the other side says how long. */
const MAX_DH_BITS = 8192;

/** Diffie-Hellman modulo any odd number, in BigInt. */
export const dh: DhAlgorithm = {
  start: (parameters, privateKey) => {
    const group = readGroup(parameters);
    if (group === undefined) return undefined;
    const { prime, generator, length } = group;
    let exponent = toBigInt(privateKey ?? freshExponent(prime, generator));
    if (!isShare(exponent, prime)) throw new RangeError('Diffie-Hellman private key: out of range');
    return {
      share: fromBigInt(modPow(generator, exponent, prime), length),
      agree: (peerShare) => {
        if (peerShare.length > parameters.prime.length) return undefined;
        const peer = toBigInt(peerShare);
        if (!isPeerShare(peer, group)) return undefined;
        const secret = modPow(peer, exponent, prime);
        // NIST SP 800-56A section 5.7.1.1: a peer's value of small order shows in the result.
        return isShare(secret, prime) ? fromBigInt(secret, length) : undefined;
      },
      wipe: () => {
        exponent = 0n;
      },
    };
  },
};

export interface DhGroup extends DhNumbers {
  /** Of the prime, in bytes. */
  readonly length: number;
}

export function readGroup({ prime, generator }: DhParameters): DhGroup | undefined {
  if (prime.length > MAX_DH_BITS / 8 || generator.length > prime.length) return undefined;
  const [p, g] = [toBigInt(prime), toBigInt(generator)];
  if (p % 2n === 0n || !isShare(g, p)) return undefined;
  return { prime: p, generator: g, length: Math.ceil(bitLength(p) / 8) };
}

/**
 * A short exponent is safe only where the group has no small subgroups, which is known of the registered ones (RFC
 * 7919 section 5.2). In others it is as long as the prime, less the top bit so that it stays below it.
 */
function freshExponent(prime: bigint, generator: bigint): Uint8Array {
  const bits = bitLength(prime);
  const known = ffdheGroups.find((group) => group.bits === bits && ffdhePrime(group) === prime);
  if (known !== undefined && generator === GENERATOR) return randomExponent(known);
  return randomExponent({ exponentBits: bits - 1 });
}
