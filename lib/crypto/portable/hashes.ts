import type { HashAlgorithm, HashName, KeyedMac, RunningHash } from '../provider.ts';
import { digests } from './noble/digests.ts';

/** A hash function of noble's. */
type NobleHash = ReturnType<typeof digests>[HashName];

/** An instance of one; such can be cloned into one another without allocating. */
type Instance = ReturnType<NobleHash['create']>;

export const hashes: ReadonlyMap<HashName, HashAlgorithm> = new Map(
  [
    algorithm('md5', 16, 64),
    algorithm('sha1', 20, 64),
    algorithm('sha224', 28, 64),
    algorithm('sha256', 32, 64),
    algorithm('sha384', 48, 128),
    algorithm('sha512', 64, 128),
  ].map((hash) => [hash.name, hash]),
);

function algorithm(name: HashName, outputLength: number, blockLength: number): HashAlgorithm {
  return {
    name,
    outputLength,
    blockLength,
    digest: (data) => digests()[name](data),
    start: () => new NobleRunningHash(digests()[name].create()),
    hmac: (key, data) => {
      const { hmac, [name]: hash } = digests();
      return hmac(hash, key, data);
    },
    keyedHmac: (key) => new NobleKeyedMac(digests()[name], key),
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
