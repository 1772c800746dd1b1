/**
 * Diffie-Hellman in any group by `node:crypto`, an order of magnitude faster than in BigInt. `createDiffieHellman`
 * would first prove the prime, which takes a hundred times as long as what it is for; key pairs do not. Public values
 * cross as SPKI (PKCS #3, RFC 3279 section 2.3.3), whose algorithm is that of our own key.
 */
import type { KeyObject } from 'node:crypto';
import { concat } from '../../bytes/bytes.ts';
import { attempt } from '../checks.ts';
import { bitLength, fromBigInt, toBigInt } from '../portable/bigints.ts';
import { dh as portable, readGroup } from '../portable/dh.ts';
import { isPeerShare, isShare } from '../portable/ffdhe.ts';
import type { DhAlgorithm, DhParameters, KeyShare } from '../provider.ts';
import type { NodeCryptoModule } from './node-crypto.ts';

export function nativeDh(node: NodeCryptoModule): DhAlgorithm {
  /** Whether the host reads the public keys that it writes, which Deno does not; not known before the first. */
  let able: boolean | undefined;
  const isAble = (spki: Uint8Array): boolean => {
    able ??= attempt(() => readPublic(node, spki)) !== undefined;
    return able;
  };
  return {
    start: (parameters, privateKey) => {
      // What OpenSSL will not do (a given key, a group of less than 512 bits), BigInt does.
      const native =
        privateKey === undefined && able !== false
          ? attempt(() => start(node, parameters, isAble))
          : undefined;
      return native ?? portable.start(parameters, privateKey);
    },
  };
}

function start(
  node: NodeCryptoModule,
  parameters: DhParameters,
  isAble: (spki: Uint8Array) => boolean,
): KeyShare | undefined {
  const group = readGroup(parameters);
  if (group === undefined || group.generator > LARGEST_GENERATOR) return undefined;
  const { prime, length } = group;
  // The types do not know one encoding without the other.
  const generateKeyPair = node.generateKeyPairSync as unknown as (
    type: 'dh',
    options: object,
  ) => { readonly publicKey: Buffer; readonly privateKey: KeyObject };
  const { publicKey, privateKey } = generateKeyPair('dh', {
    prime: Buffer.from(fromBigInt(prime, length)),
    generator: Number(group.generator),
    publicKeyEncoding: { format: 'der', type: 'spki' },
  });
  if (!isAble(publicKey)) return undefined;
  const { algorithm, value } = readSpki(publicKey);
  return {
    share: fromBigInt(toBigInt(value), length),
    agree: (peerShare) => {
      if (peerShare.length > parameters.prime.length) return undefined;
      const peer = toBigInt(peerShare);
      if (!isPeerShare(peer, group)) return undefined;
      const spki = writeSpki(algorithm, peer);
      const secret = attempt(() => node.diffieHellman({ privateKey, publicKey: readPublic(node, spki) }));
      if (secret === undefined) return undefined;
      const number = toBigInt(secret);
      secret.fill(0);
      return isShare(number, prime) ? fromBigInt(number, length) : undefined;
    },
    wipe: () => {},
  };
}

function readPublic(node: NodeCryptoModule, spki: Uint8Array): KeyObject {
  return node.createPublicKey({ key: Buffer.from(spki), format: 'der', type: 'spki' });
}

/** Node takes it as a number of 31 bits. */
const LARGEST_GENERATOR = 0x7fffffffn;

// --- as much of DER as that takes -----------------------------------------------------------------------------------

const INTEGER = 0x02;
const BIT_STRING = 0x03;
const SEQUENCE = 0x30;

/** The AlgorithmIdentifier, header and all, and the public value, out of what OpenSSL has just written. */
function readSpki(spki: Uint8Array): { readonly algorithm: Uint8Array; readonly value: Uint8Array } {
  const whole = contents(spki);
  const algorithm = whole.subarray(0, lengthOf(whole));
  const bitString = contents(whole.subarray(algorithm.length));
  return { algorithm, value: contents(bitString.subarray(1)) };
}

function writeSpki(algorithm: Uint8Array, value: bigint): Uint8Array {
  // Section 8.3 of X.690: as few bytes as hold the number with its sign.
  const integer = element(INTEGER, fromBigInt(value, Math.floor(bitLength(value) / 8) + 1));
  return element(SEQUENCE, algorithm, element(BIT_STRING, Uint8Array.of(0), integer));
}

function element(tag: number, ...parts: readonly Uint8Array[]): Uint8Array {
  const inner = concat(...parts);
  const { length } = inner;
  return concat(Uint8Array.of(tag, 0x82, length >> 8, length), inner);
}

function contents(der: Uint8Array): Uint8Array {
  return der.subarray(headerLength(der), lengthOf(der));
}

function headerLength(der: Uint8Array): number {
  return der[1] < 0x80 ? 2 : 2 + (der[1] & 0x7f);
}

/** Of the element at the front, header and all. */
function lengthOf(der: Uint8Array): number {
  const start = headerLength(der);
  let length = der[1];
  if (length >= 0x80) {
    length = 0;
    for (let i = 2; i < start; i++) length = length * 256 + der[i];
  }
  return start + length;
}
