/**
 * The keys of TLS 1.2: one function, the PRF of RFC 5246 section 5, makes the master secret of the premaster secret
 * and everything else of the master secret. The extended master secret (RFC 7627) binds it to the handshake as a
 * whole, so that two connections cannot be made to share one.
 */
import { concat, EMPTY, utf8, wipe } from '../../bytes/bytes.ts';
import type { HashAlgorithm } from '../../crypto/provider.ts';
import { VERIFY_DATA_LENGTH } from '../../wire/handshake12.ts';
import type { Protection12 } from '../suites12.ts';

/** RFC 5246 section 8.1. */
export const MASTER_SECRET_LENGTH = 48;

/** The two hellos' randoms. */
export interface Randoms {
  readonly client: Uint8Array;
  readonly server: Uint8Array;
}

/** What protects records in one direction; a part that the suite has no use for is empty. */
export interface DirectionKeys12 {
  readonly mac: Uint8Array;
  readonly key: Uint8Array;
  readonly iv: Uint8Array;
}

/** RFC 5246 section 5: `PRF(secret, label, seed)`, which is P_hash over label and seed. */
export function prf(
  hash: HashAlgorithm,
  secret: Uint8Array,
  label: string,
  seed: Uint8Array,
  length: number,
): Uint8Array {
  const keyed = hash.keyedHmac(secret);
  const output = new Uint8Array(length);
  const start = concat(utf8(label), seed);
  let a = start; // A(0); A(i) = HMAC(secret, A(i - 1))
  for (let at = 0; at < length; at += hash.outputLength) {
    const next = keyed.mac(a);
    if (a !== start) wipe(a);
    a = next;
    const block = keyed.mac(a, start);
    output.set(block.subarray(0, length - at), at);
    wipe(block);
  }
  wipe(a);
  keyed.wipe();
  return output;
}

/** RFC 5246 section 8.1; the premaster secret is spent. */
export function masterSecret(hash: HashAlgorithm, premaster: Uint8Array, randoms: Randoms): Uint8Array {
  const seed = concat(randoms.client, randoms.server);
  const master = prf(hash, premaster, 'master secret', seed, MASTER_SECRET_LENGTH);
  wipe(premaster);
  return master;
}

/** RFC 7627 section 4, with the hash of all messages up to ClientKeyExchange; the premaster secret is spent. */
export function extendedMasterSecret(
  hash: HashAlgorithm,
  premaster: Uint8Array,
  sessionHash: Uint8Array,
): Uint8Array {
  const master = prf(hash, premaster, 'extended master secret', sessionHash, MASTER_SECRET_LENGTH);
  wipe(premaster);
  return master;
}

/** RFC 5246 section 6.3: the key block, cut into what each direction uses. */
export function trafficKeys12(
  hash: HashAlgorithm,
  master: Uint8Array,
  randoms: Randoms,
  protection: Protection12,
): { readonly client: DirectionKeys12; readonly server: DirectionKeys12 } {
  const mac = protection.kind === 'cbc' ? protection.macLength : 0;
  const iv = protection.kind === 'aead' ? protection.ivLength : 0;
  const key = protection.keyLength;
  const seed = concat(randoms.server, randoms.client); // the other way round than for the master secret
  const block = prf(hash, master, 'key expansion', seed, 2 * (mac + key + iv));
  let at = 0;
  const cut = (length: number): Uint8Array => {
    at += length;
    return length === 0 ? EMPTY : block.slice(at - length, at);
  };
  const [clientMac, serverMac] = [cut(mac), cut(mac)];
  const [clientKey, serverKey] = [cut(key), cut(key)];
  const [clientIv, serverIv] = [cut(iv), cut(iv)];
  wipe(block);
  return {
    client: { mac: clientMac, key: clientKey, iv: clientIv },
    server: { mac: serverMac, key: serverKey, iv: serverIv },
  };
}

/** RFC 5246 section 7.4.9: what a Finished holds, over all handshake messages before it. */
export function verifyData(
  hash: HashAlgorithm,
  master: Uint8Array,
  sender: 'client' | 'server',
  transcriptHash: Uint8Array,
): Uint8Array {
  return prf(hash, master, `${sender} finished`, transcriptHash, VERIFY_DATA_LENGTH);
}

/** RFC 5705 section 4: keying material for other protocols. No context is another thing than an empty one. */
export function exportKeyingMaterial12(
  hash: HashAlgorithm,
  master: Uint8Array,
  randoms: Randoms,
  label: string,
  context: Uint8Array | undefined,
  length: number,
): Uint8Array {
  if (context === undefined) return prf(hash, master, label, concat(randoms.client, randoms.server), length);
  if (context.length > 0xffff) throw new RangeError('exporter context of more than 65535 bytes');
  const contextLength = Uint8Array.of(context.length >> 8, context.length);
  return prf(hash, master, label, concat(randoms.client, randoms.server, contextLength, context), length);
}
