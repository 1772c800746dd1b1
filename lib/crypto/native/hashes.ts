/** Hashes and HMAC by `node:crypto`. */
import type { HashAlgorithm, HashName, KeyedMac, RunningHash } from '../provider.ts';
import { shortHmac } from './hmac.ts';
import type { NodeCryptoModule } from './node-crypto.ts';
import { plain } from './plain.ts';

const LENGTHS: Readonly<Record<HashName, readonly [output: number, block: number]>> = {
  md5: [16, 64],
  sha1: [20, 64],
  sha224: [28, 64],
  sha256: [32, 64],
  sha384: [48, 128],
  sha512: [64, 128],
};

/** Those that the running host has (a FIPS build may lack MD5). */
export function nativeHashes(node: NodeCryptoModule): Map<HashName, HashAlgorithm> {
  const offered = new Set(node.getHashes());
  const hashes = new Map<HashName, HashAlgorithm>();
  for (const name of Object.keys(LENGTHS) as HashName[]) {
    if (offered.has(name)) hashes.set(name, hashAlgorithm(node, name));
  }
  return hashes;
}

function hashAlgorithm(node: NodeCryptoModule, name: HashName): HashAlgorithm {
  const [outputLength, blockLength] = LENGTHS[name];
  const oneShot = typeof node.hash === 'function'; // since Node 20.12
  return {
    name,
    outputLength,
    blockLength,
    digest: (data) =>
      plain(oneShot ? node.hash(name, data, 'buffer') : node.createHash(name).update(data).digest()),
    start: () => new NativeRunningHash(node.createHash(name)),
    hmac:
      shortHmac(node, name, outputLength, blockLength) ??
      ((key, data) => plain(node.createHmac(name, key).update(data).digest())),
    keyedHmac: (key) => new NativeKeyedMac(node, name, key),
  };
}

class NativeRunningHash implements RunningHash {
  readonly #hash: ReturnType<NodeCryptoModule['createHash']>;

  constructor(hash: ReturnType<NodeCryptoModule['createHash']>) {
    this.#hash = hash;
  }

  update(data: Uint8Array): void {
    this.#hash.update(data);
  }

  peek(): Uint8Array {
    return plain(this.#hash.copy().digest());
  }

  copy(): RunningHash {
    return new NativeRunningHash(this.#hash.copy());
  }
}

class NativeKeyedMac implements KeyedMac {
  readonly #node: NodeCryptoModule;
  readonly #name: HashName;
  readonly #key: Uint8Array;

  constructor(node: NodeCryptoModule, name: HashName, key: Uint8Array) {
    this.#node = node;
    this.#name = name;
    this.#key = new Uint8Array(key);
  }

  mac(...parts: readonly Uint8Array[]): Uint8Array {
    const hmac = this.#node.createHmac(this.#name, this.#key);
    for (const part of parts) hmac.update(part);
    return plain(hmac.digest());
  }

  wipe(): void {
    this.#key.fill(0);
  }
}
