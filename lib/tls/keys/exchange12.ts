/**
 * Premaster secrets of TLS 1.2, by the key exchange: what two ends agree on before the master secret is made of it
 * (RFC 5246 section 8.1, RFC 8422 section 5.10, RFC 4279 sections 2 to 4, RFC 5489 section 2).
 */
import { wipe } from '../../bytes/bytes.ts';
import type { CryptoProvider, DhParameters, KeyShare, PrivateKey } from '../../crypto/provider.ts';
import { fault } from '../faults.ts';

/** RFC 5246 section 7.4.7.1: what RSA carries. */
export const RSA_PREMASTER_LENGTH = 48;

/** ECDHE: the secret as the curve gives it (RFC 8422 section 5.10). Our own key is spent. */
export function ecdhePremaster(key: KeyShare, peerShare: Uint8Array): Uint8Array {
  const secret = key.agree(peerShare);
  key.wipe();
  if (secret === undefined) throw fault('badPoint');
  return secret;
}

/** A key in the server's group; the group must have `leastBits` at least, or what it protects is not worth the name. */
export function startDhe(provider: CryptoProvider, parameters: DhParameters, leastBits: number): KeyShare {
  const bits = bitLength(parameters.prime);
  if (bits < leastBits) throw fault('dhKeyTooSmall', `${bits} bits`);
  const key = provider.dh.start(parameters);
  if (key === undefined) throw fault('badDhValue', 'no group');
  return key;
}

/** DHE: the secret without its leading zeros (RFC 5246 section 8.1.2). Our own key is spent. */
export function dhePremaster(key: KeyShare, peerShare: Uint8Array): Uint8Array {
  const secret = key.agree(peerShare);
  key.wipe();
  if (secret === undefined) throw fault('badDhValue');
  const start = secret.findIndex((byte) => byte !== 0); // never -1: a share of small order was refused
  if (start === 0) return secret;
  const premaster = secret.slice(start);
  wipe(secret);
  return premaster;
}

/** RSA, at the client: the version that its hello offered and 46 random bytes. */
export function makeRsaPremaster(provider: CryptoProvider, offeredVersion: number): Uint8Array {
  const premaster = provider.random(RSA_PREMASTER_LENGTH);
  premaster[0] = offeredVersion >> 8;
  premaster[1] = offeredVersion;
  return premaster;
}

/**
 * RSA, at the server. RFC 5246 section 7.4.7.1: whatever is wrong with the padding, the length or the version, the
 * handshake goes on with random bytes and fails at Finished as if nothing else were the matter; a difference that a
 * client could see would decrypt other people's secrets for it (Bleichenbacher's attack).
 */
export function decryptRsaPremaster(
  provider: CryptoProvider,
  key: PrivateKey,
  encrypted: Uint8Array,
  offeredVersion: number,
): Uint8Array {
  if (key.decrypt === undefined) throw fault('internal', 'the suite was chosen for an RSA key');
  const fallback = provider.random(RSA_PREMASTER_LENGTH);
  const premaster = key.decrypt(encrypted, fallback);
  const wrong = (premaster[0] ^ (offeredVersion >> 8)) | (premaster[1] ^ (offeredVersion & 0xff));
  const replace = (-wrong >> 31) & 0xff; // all ones where the version is not the one that the hello offered
  for (let i = 0; i < RSA_PREMASTER_LENGTH; i++) {
    premaster[i] = (premaster[i] & ~replace) | (fallback[i] & replace);
  }
  wipe(fallback);
  return premaster;
}

/**
 * RFC 4279 section 2: what another key exchange has given, or as many zeros as the key is long, and the key, each
 * behind its length. `other` is spent.
 */
export function pskPremaster(key: Uint8Array, other?: Uint8Array): Uint8Array {
  const first = other ?? new Uint8Array(key.length);
  if (first.length > 0xffff || key.length > 0xffff)
    throw new RangeError('pre-shared key of more than 65535 bytes');
  const premaster = new Uint8Array(2 + first.length + 2 + key.length);
  const view = new DataView(premaster.buffer);
  view.setUint16(0, first.length);
  premaster.set(first, 2);
  view.setUint16(2 + first.length, key.length);
  premaster.set(key, 4 + first.length);
  wipe(first);
  return premaster;
}

/** Of an unsigned big-endian number. */
function bitLength(number: Uint8Array): number {
  const start = number.findIndex((byte) => byte !== 0);
  return start < 0 ? 0 : 8 * (number.length - start) - (Math.clz32(number[start]) - 24);
}
