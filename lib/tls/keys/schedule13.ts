/**
 * The key schedule of RFC 8446 section 7.1, one class a row of its picture: a stage is made of the one before and
 * gives the secrets that hang off it. A stage that has been left is wiped, so that what is no longer needed is not
 * there to be found.
 */
import { EMPTY, wipe } from '../../bytes/bytes.ts';
import type { HashAlgorithm } from '../../crypto/provider.ts';
import { deriveSecret, expandLabel, extract } from './hkdf.ts';

/** The first row: made of a PSK, or of zeros where there is none. */
export class EarlyStage {
  readonly #hash: HashAlgorithm;
  /** `undefined` without a PSK: then it is no secret. */
  readonly #secret: Uint8Array | undefined;

  constructor(hash: HashAlgorithm, psk?: Uint8Array) {
    this.#hash = hash;
    this.#secret = psk && extract(hash, new Uint8Array(hash.outputLength), psk);
  }

  /** The early secret itself, for checks against published traces. */
  get secret(): Uint8Array {
    return this.#secret ?? constantsOf(this.#hash).early;
  }

  /** Section 4.2.11.2: `res binder` for tickets, `ext binder` for keys from elsewhere. */
  binderKey(kind: 'res binder' | 'ext binder'): Uint8Array {
    return deriveSecret(this.#hash, this.secret, kind, constantsOf(this.#hash).emptyHash);
  }

  /** Where nothing follows. */
  wipe(): void {
    wipe(this.#secret ?? EMPTY);
  }

  /** The next row, by the (EC)DHE secret; this stage and that secret are spent. */
  handshake(sharedSecret: Uint8Array): HandshakeStage {
    const { emptyHash, derived: known } = constantsOf(this.#hash);
    const derived = this.#secret && deriveSecret(this.#hash, this.#secret, 'derived', emptyHash);
    const secret = extract(this.#hash, derived ?? known, sharedSecret);
    wipe(this.#secret ?? EMPTY, derived ?? EMPTY, sharedSecret);
    return new HandshakeStage(this.#hash, secret);
  }
}

/** What is the same in every handshake, and known to everybody: computed once for each hash. */
interface Constants {
  /** The hash of nothing. */
  readonly emptyHash: Uint8Array;
  /** The early secret without a PSK, and what the next row is made of then. */
  readonly early: Uint8Array;
  readonly derived: Uint8Array;
}

const constants = new WeakMap<HashAlgorithm, Constants>();

function constantsOf(hash: HashAlgorithm): Constants {
  const known = constants.get(hash);
  if (known !== undefined) return known;
  const zeros = new Uint8Array(hash.outputLength);
  const emptyHash = hash.digest(EMPTY);
  const early = extract(hash, zeros, zeros);
  const made = { emptyHash, early, derived: deriveSecret(hash, early, 'derived', emptyHash) };
  constants.set(hash, made);
  return made;
}

export class HandshakeStage {
  readonly #hash: HashAlgorithm;
  readonly #secret: Uint8Array;

  constructor(hash: HashAlgorithm, secret: Uint8Array) {
    this.#hash = hash;
    this.#secret = secret;
  }

  /** The handshake secret itself, for checks against published traces. */
  get secret(): Uint8Array {
    return this.#secret;
  }

  /** Of the transcript up to ServerHello. */
  clientTraffic(transcriptHash: Uint8Array): Uint8Array {
    return deriveSecret(this.#hash, this.#secret, 'c hs traffic', transcriptHash);
  }

  serverTraffic(transcriptHash: Uint8Array): Uint8Array {
    return deriveSecret(this.#hash, this.#secret, 's hs traffic', transcriptHash);
  }

  /** The last row; this stage is spent. */
  master(): MasterStage {
    const derived = deriveSecret(this.#hash, this.#secret, 'derived', constantsOf(this.#hash).emptyHash);
    const secret = extract(this.#hash, derived, new Uint8Array(this.#hash.outputLength));
    wipe(this.#secret, derived);
    return new MasterStage(this.#hash, secret);
  }
}

export class MasterStage {
  readonly #hash: HashAlgorithm;
  readonly #secret: Uint8Array;

  constructor(hash: HashAlgorithm, secret: Uint8Array) {
    this.#hash = hash;
    this.#secret = secret;
  }

  /** The master secret itself, for checks against published traces. */
  get secret(): Uint8Array {
    return this.#secret;
  }

  /** Of the transcript up to the server's Finished. */
  clientTraffic(transcriptHash: Uint8Array): Uint8Array {
    return deriveSecret(this.#hash, this.#secret, 'c ap traffic', transcriptHash);
  }

  serverTraffic(transcriptHash: Uint8Array): Uint8Array {
    return deriveSecret(this.#hash, this.#secret, 's ap traffic', transcriptHash);
  }

  exporter(transcriptHash: Uint8Array): Uint8Array {
    return deriveSecret(this.#hash, this.#secret, 'exp master', transcriptHash);
  }

  /** Of the transcript up to the client's Finished. */
  resumption(transcriptHash: Uint8Array): Uint8Array {
    return deriveSecret(this.#hash, this.#secret, 'res master', transcriptHash);
  }

  wipe(): void {
    wipe(this.#secret);
  }
}

/** Section 7.3: what protects records, out of a traffic secret. */
export function trafficKeys(
  hash: HashAlgorithm,
  secret: Uint8Array,
  lengths: { readonly key: number; readonly iv: number },
): { readonly key: Uint8Array; readonly iv: Uint8Array } {
  return {
    key: expandLabel(hash, secret, 'key', EMPTY, lengths.key),
    iv: expandLabel(hash, secret, 'iv', EMPTY, lengths.iv),
  };
}

/** Section 7.2: the traffic secret after a KeyUpdate. */
export function nextTrafficSecret(hash: HashAlgorithm, secret: Uint8Array): Uint8Array {
  return expandLabel(hash, secret, 'traffic upd', EMPTY, hash.outputLength);
}

/** Section 4.4.4: the MAC in a Finished message, under the sender's traffic secret. */
export function finishedMac(
  hash: HashAlgorithm,
  baseKey: Uint8Array,
  transcriptHash: Uint8Array,
): Uint8Array {
  const key = expandLabel(hash, baseKey, 'finished', EMPTY, hash.outputLength);
  const mac = hash.hmac(key, transcriptHash);
  wipe(key);
  return mac;
}

/** Section 4.6.1: the PSK that belongs to a ticket. */
export function ticketPsk(
  hash: HashAlgorithm,
  resumptionSecret: Uint8Array,
  ticketNonce: Uint8Array,
): Uint8Array {
  return expandLabel(hash, resumptionSecret, 'resumption', ticketNonce, hash.outputLength);
}

/** Section 7.5: keying material for other protocols. */
export function exportKeyingMaterial(
  hash: HashAlgorithm,
  exporterSecret: Uint8Array,
  label: string,
  context: Uint8Array,
  length: number,
): Uint8Array {
  const secret = deriveSecret(hash, exporterSecret, label, constantsOf(hash).emptyHash);
  const material = expandLabel(hash, secret, 'exporter', hash.digest(context), length);
  wipe(secret);
  return material;
}
