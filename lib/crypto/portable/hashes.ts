import { hmac } from '@noble/hashes/hmac.js';
import { md5, sha1 } from '@noble/hashes/legacy.js';
import { sha224, sha256, sha384, sha512 } from '@noble/hashes/sha2.js';
import type { CHash } from '@noble/hashes/utils.js';
import type { HashAlgorithm, HashName, KeyedMac, RunningHash } from '../provider.ts';

/** A hash function of noble's. */
export type NobleHash = CHash;

/** An instance of one; such can be cloned into one another without allocating. */
type Instance = ReturnType<CHash['create']>;

export const hashFunctions: ReadonlyMap<HashName, NobleHash> = new Map<HashName, NobleHash>([
  ['md5', md5],
  ['sha1', sha1],
  ['sha224', sha224],
  ['sha256', sha256],
  ['sha384', sha384],
  ['sha512', sha512],
]);

export const hashes: ReadonlyMap<HashName, HashAlgorithm> = new Map(
  [...hashFunctions].map(([name, hash]) => [name, algorithm(name, hash)]),
);

function algorithm(name: HashName, hash: NobleHash): HashAlgorithm {
  return {
    name,
    outputLength: hash.outputLen,
    blockLength: hash.blockLen,
    digest: (data) => hash(data),
    start: () => new NobleRunningHash(hash.create()),
    hmac: (key, data) => hmac(hash, key, data),
    keyedHmac: (key) => new NobleKeyedMac(hash, key),
  };
}

class NobleRunningHash implements RunningHash {
  readonly #hash: Instance;

  constructor(hash: Instance) {
    this.#hash = hash;
  }

  update(data: Uint8Array): void {
    this.#hash.update(data);
  }

  peek(): Uint8Array {
    return this.#hash.clone().digest();
  }

  copy(): RunningHash {
    return new NobleRunningHash(this.#hash.clone());
  }
}

/**
 * HMAC (RFC 2104) whose two padded key blocks are hashed once: a message costs its own blocks and one more for the
 * outer hash, in two instances that are used again and again.
 */
class NobleKeyedMac implements KeyedMac {
  readonly #inner: Instance;
  readonly #outer: Instance;
  readonly #scratch: Instance;

  constructor(hash: NobleHash, key: Uint8Array) {
    const block = new Uint8Array(hash.blockLen);
    block.set(key.length > hash.blockLen ? hash(key) : key);
    for (let i = 0; i < block.length; i++) block[i] ^= INNER_PAD;
    this.#inner = keyed(hash, block);
    for (let i = 0; i < block.length; i++) block[i] ^= INNER_PAD ^ OUTER_PAD;
    this.#outer = keyed(hash, block);
    this.#scratch = hash.create();
    block.fill(0);
  }

  mac(...parts: readonly Uint8Array[]): Uint8Array {
    const hash = this.#inner._cloneInto(this.#scratch);
    for (const part of parts) hash.update(part);
    const digest = hash.digest();
    this.#outer._cloneInto(hash);
    hash.update(digest);
    return hash.digest();
  }

  wipe(): void {
    this.#inner.destroy();
    this.#outer.destroy();
    this.#scratch.destroy();
  }
}

function keyed(hash: NobleHash, block: Uint8Array): Instance {
  const instance: Instance = hash.create();
  instance.update(block);
  return instance;
}

const INNER_PAD = 0x36;
const OUTER_PAD = 0x5c;
