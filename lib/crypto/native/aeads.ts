/** AEADs and CBC by `node:crypto`: one cipher object a record is what its interface allows. */
import type { CipherCCMTypes, CipherChaCha20Poly1305Types, CipherGCMTypes } from 'node:crypto';
import { expectBlocks, expectLength } from '../checks.ts';
import { LONGEST_CCM_TEXT } from '../portable/aes-ccm.ts';
import type { AeadAlgorithm, AeadKey, AeadName, BlockCipherAlgorithm, BlockCipherName } from '../provider.ts';
import type { NodeCryptoModule } from './node-crypto.ts';
import { plain } from './plain.ts';

interface AeadRow {
  readonly name: AeadName;
  readonly cipher: CipherGCMTypes | CipherCCMTypes | CipherChaCha20Poly1305Types;
  readonly keyLength: number;
  readonly tagLength: number;
}

const AEADS: readonly AeadRow[] = [
  { name: 'aes_128_gcm', cipher: 'aes-128-gcm', keyLength: 16, tagLength: 16 },
  { name: 'aes_256_gcm', cipher: 'aes-256-gcm', keyLength: 32, tagLength: 16 },
  { name: 'chacha20_poly1305', cipher: 'chacha20-poly1305', keyLength: 32, tagLength: 16 },
  { name: 'aes_128_ccm', cipher: 'aes-128-ccm', keyLength: 16, tagLength: 16 },
  { name: 'aes_256_ccm', cipher: 'aes-256-ccm', keyLength: 32, tagLength: 16 },
  { name: 'aes_128_ccm_8', cipher: 'aes-128-ccm', keyLength: 16, tagLength: 8 },
  { name: 'aes_256_ccm_8', cipher: 'aes-256-ccm', keyLength: 32, tagLength: 8 },
];

/** RFC 5116 and RFC 6655: all of them. */
const NONCE_LENGTH = 12;

/** The portable AEADs with those replaced that the running host has. */
export function nativeAeads(
  node: NodeCryptoModule,
  portable: ReadonlyMap<AeadName, AeadAlgorithm>,
): Map<AeadName, AeadAlgorithm> {
  const offered = new Set(node.getCiphers());
  const aeads = new Map(portable);
  for (const row of AEADS) {
    const twin = portable.get(row.name);
    if (twin === undefined || !offered.has(row.cipher)) continue;
    const { name, keyLength, tagLength } = row;
    const withKey = row.cipher.endsWith('ccm')
      ? (key: Uint8Array) => new NativeCcmKey(node, row, key, twin)
      : (key: Uint8Array) => new NativeAeadKey(node, row, key);
    aeads.set(name, { name, keyLength, nonceLength: NONCE_LENGTH, tagLength, withKey });
  }
  return aeads;
}

/** The families of ciphers have one shape; the types of node:crypto give them three. */
type AnyAead = CipherGCMTypes;

class NativeAeadKey implements AeadKey {
  readonly #node: NodeCryptoModule;
  readonly #cipher: AnyAead;
  readonly #key: Uint8Array;
  readonly #options: { readonly authTagLength: number };

  constructor(node: NodeCryptoModule, row: AeadRow, key: Uint8Array) {
    expectLength(`${row.name} key`, key, row.keyLength);
    this.#node = node;
    this.#cipher = row.cipher as AnyAead;
    this.#key = new Uint8Array(key);
    this.#options = { authTagLength: row.tagLength };
  }

  seal(nonce: Uint8Array, additionalData: Uint8Array, plaintext: Uint8Array): readonly Uint8Array[] {
    expectLength('nonce', nonce, NONCE_LENGTH);
    const cipher = this.#node.createCipheriv(this.#cipher, this.#key, nonce, this.#options);
    cipher.setAAD(additionalData, { plaintextLength: plaintext.length }); // the length matters to CCM alone
    const ciphertext = cipher.update(plaintext);
    cipher.final();
    return [plain(ciphertext), plain(cipher.getAuthTag())];
  }

  open(nonce: Uint8Array, additionalData: Uint8Array, sealed: Uint8Array): Uint8Array | undefined {
    expectLength('nonce', nonce, NONCE_LENGTH);
    const length = sealed.length - this.#options.authTagLength;
    if (length < 0) return undefined;
    const decipher = this.#node.createDecipheriv(this.#cipher, this.#key, nonce, this.#options);
    decipher.setAAD(additionalData, { plaintextLength: length });
    decipher.setAuthTag(sealed.subarray(length));
    try {
      const plaintext = decipher.update(sealed.subarray(0, length));
      decipher.final();
      return plain(plaintext);
    } catch {
      return undefined; // the only thing that can go wrong here is the tag
    }
  }

  wipe(): void {
    this.#key.fill(0);
  }
}

/**
 * CCM with the portable twin for texts of no length, which `node:crypto` takes or refuses by where the empty array
 * happens to point, and for those past CCM's limit.
 */
class NativeCcmKey implements AeadKey {
  readonly #native: AeadKey;
  readonly #portable: AeadKey;
  readonly #tagLength: number;

  constructor(node: NodeCryptoModule, row: AeadRow, key: Uint8Array, twin: AeadAlgorithm) {
    this.#native = new NativeAeadKey(node, row, key);
    this.#portable = twin.withKey(key);
    this.#tagLength = row.tagLength;
  }

  seal(nonce: Uint8Array, additionalData: Uint8Array, plaintext: Uint8Array): readonly Uint8Array[] {
    return this.#keyFor(plaintext.length).seal(nonce, additionalData, plaintext);
  }

  open(nonce: Uint8Array, additionalData: Uint8Array, sealed: Uint8Array): Uint8Array | undefined {
    return this.#keyFor(sealed.length - this.#tagLength).open(nonce, additionalData, sealed);
  }

  wipe(): void {
    this.#native.wipe();
    this.#portable.wipe();
  }

  #keyFor(textLength: number): AeadKey {
    return textLength > 0 && textLength <= LONGEST_CCM_TEXT ? this.#native : this.#portable;
  }
}

const BLOCK_CIPHERS: readonly {
  name: BlockCipherName;
  cipher: string;
  keyLength: number;
  blockLength: number;
}[] = [
  { name: 'aes_128_cbc', cipher: 'aes-128-cbc', keyLength: 16, blockLength: 16 },
  { name: 'aes_192_cbc', cipher: 'aes-192-cbc', keyLength: 24, blockLength: 16 },
  { name: 'aes_256_cbc', cipher: 'aes-256-cbc', keyLength: 32, blockLength: 16 },
  { name: 'des_ede3_cbc', cipher: 'des-ede3-cbc', keyLength: 24, blockLength: 8 },
];

export function nativeBlockCiphers(node: NodeCryptoModule): Map<BlockCipherName, BlockCipherAlgorithm> {
  const offered = new Set(node.getCiphers());
  return new Map(
    BLOCK_CIPHERS.filter(({ cipher }) => offered.has(cipher)).map(
      ({ name, cipher, keyLength, blockLength }): [BlockCipherName, BlockCipherAlgorithm] => [
        name,
        {
          name,
          keyLength,
          blockLength,
          withKey: (key) => {
            expectLength(`${name} key`, key, keyLength);
            const own = new Uint8Array(key);
            const run = (make: 'createCipheriv' | 'createDecipheriv', iv: Uint8Array, data: Uint8Array) => {
              expectLength('iv', iv, blockLength);
              expectBlocks(make === 'createCipheriv' ? 'plaintext' : 'ciphertext', data, blockLength);
              const transform = node[make](cipher, own, iv);
              transform.setAutoPadding(false);
              const output = transform.update(data);
              transform.final();
              return plain(output);
            };
            return {
              encrypt: (iv, plaintext) => run('createCipheriv', iv, plaintext),
              decrypt: (iv, ciphertext) => run('createDecipheriv', iv, ciphertext),
              wipe: () => own.fill(0),
            };
          },
        },
      ],
    ),
  );
}
