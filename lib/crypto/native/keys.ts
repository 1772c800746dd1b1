/**
 * Signing and verifying by `node:crypto`. A key is imported once, by JWK, and its key object is kept. What OpenSSL's
 * interface cannot do (PSS with two hashes) the portable twin does, and what another host's cannot: Bun has no Ed448 and
 * no public exponents past 33 bits, Deno no private keys on P-521.
 */

import type { KeyObject, SignKeyObjectInput } from 'node:crypto';
import { copyOf } from '../../bytes/bytes.ts';
import { attempt } from '../checks.ts';
import { padForEncryption, unpadOrFallback } from '../portable/rsa-padding.ts';
import type {
  HashName,
  KeyAlgorithm,
  KeyType,
  PrivateKey,
  PrivateKeyParts,
  PublicKey,
  PublicKeyParts,
  SignatureRecipe,
} from '../provider.ts';
import { importPrivate, importPublic } from './import.ts';
import type { NodeCryptoModule } from './node-crypto.ts';
import { plain } from './plain.ts';

/** The portable keys with those types replaced that the host has. */
export function nativeKeys(
  node: NodeCryptoModule,
  portable: ReadonlyMap<KeyType, KeyAlgorithm>,
): Map<KeyType, KeyAlgorithm> {
  const keys = new Map(portable);
  for (const type of ['rsa', 'secp256r1', 'secp384r1', 'secp521r1', 'ed25519', 'ed448'] as const) {
    const twin = portable.get(type);
    if (twin !== undefined) keys.set(type, keyAlgorithm(node, twin));
  }
  return keys;
}

function keyAlgorithm(node: NodeCryptoModule, twin: KeyAlgorithm): KeyAlgorithm {
  return {
    type: twin.type,
    publicKey: (parts) => {
      if (parts.type !== twin.type) return undefined;
      const key = importPublic(node, parts);
      return key ? new NativePublicKey(node, twin, parts, key) : twin.publicKey(parts);
    },
    privateKey: (parts) => {
      if (parts.type !== twin.type) return undefined;
      const imported = attempt(() => importPrivate(node, parts));
      if (imported === undefined) return twin.privateKey(parts);
      const { key, publicParts } = imported;
      const publicKey = new NativePublicKey(node, twin, publicParts, node.createPublicKey(key));
      return new NativePrivateKey(node, twin, parts, key, publicKey);
    },
  };
}

class NativePublicKey implements PublicKey {
  readonly type: KeyType;
  readonly bits: number;
  readonly parts: PublicKeyParts;
  readonly #node: NodeCryptoModule;
  readonly #twin: KeyAlgorithm;
  readonly #key: KeyObject;
  readonly encrypt?: (message: Uint8Array) => Uint8Array;
  #portable: PublicKey | undefined;

  constructor(node: NodeCryptoModule, twin: KeyAlgorithm, parts: PublicKeyParts, key: KeyObject) {
    this.type = twin.type;
    this.parts = ownParts(parts);
    this.bits = bitsOf(parts);
    this.#node = node;
    this.#twin = twin;
    this.#key = key;
    if (parts.type === 'rsa') this.encrypt = (message) => this.#encrypt(message);
  }

  verify(recipe: SignatureRecipe, message: Uint8Array, signature: Uint8Array): boolean {
    if (!fits(this.type, recipe)) return false;
    if (this.parts.type === 'rsa' && !isBelow(signature, this.parts.modulus, Math.ceil(this.bits / 8)))
      return false;
    if (needsTwin(recipe, this.bits)) return this.#asPortable()?.verify(recipe, message, signature) ?? false;
    const { hash, input } = instruct(this.#node, recipe, this.#key);
    const answer = attempt(() => this.#node.verify(hash, message, input, signature));
    if (answer === true) return true;
    if (answer === false && !isShortDigest(this.bits, recipe)) return false;
    return this.#asPortable()?.verify(recipe, message, signature) ?? false;
  }

  #encrypt(message: Uint8Array): Uint8Array {
    const { publicEncrypt, constants } = this.#node;
    const encoded = padForEncryption(message, Math.ceil(this.bits / 8));
    const key = { key: this.#key, padding: constants.RSA_NO_PADDING };
    const ciphertext = attempt(() => publicEncrypt(key, encoded)) ?? this.#asPortable()?.encrypt?.(message);
    if (ciphertext === undefined) throw new RangeError('the key is not one that the portable core takes');
    return plain(ciphertext);
  }

  #asPortable(): PublicKey | undefined {
    this.#portable ??= this.#twin.publicKey(this.parts);
    return this.#portable;
  }
}

class NativePrivateKey implements PrivateKey {
  readonly type: KeyType;
  readonly bits: number;
  readonly publicKey: PublicKey;
  readonly #node: NodeCryptoModule;
  readonly #twin: KeyAlgorithm;
  readonly #parts: PrivateKeyParts;
  readonly #key: KeyObject;
  readonly decrypt?: (ciphertext: Uint8Array, fallback: Uint8Array) => Uint8Array;
  #portable: PrivateKey | undefined;

  constructor(
    node: NodeCryptoModule,
    twin: KeyAlgorithm,
    parts: PrivateKeyParts,
    key: KeyObject,
    publicKey: PublicKey,
  ) {
    this.type = twin.type;
    this.#node = node;
    this.#twin = twin;
    this.#parts = ownParts(parts);
    this.#key = key;
    this.publicKey = publicKey;
    this.bits = this.publicKey.bits;
    if (parts.type === 'rsa') this.decrypt = (ciphertext, fallback) => this.#decrypt(ciphertext, fallback);
  }

  sign(recipe: SignatureRecipe, message: Uint8Array): Uint8Array {
    if (!fits(this.type, recipe))
      throw new RangeError(`a key of type ${this.type} does not sign by ${recipe.kind}`);
    if (needsTwin(recipe, this.bits)) return this.#asPortable().sign(recipe, message);
    const { hash, input } = instruct(this.#node, recipe, this.#key);
    const signature = attempt(() => this.#node.sign(hash, message, input));
    return signature ? plain(signature) : this.#asPortable().sign(recipe, message); // which names what is wrong
  }

  /** OpenSSL does the arithmetic, blinded; the padding is judged here, because its own answer would tell. */
  #decrypt(ciphertext: Uint8Array, fallback: Uint8Array): Uint8Array {
    const { privateDecrypt, constants } = this.#node;
    if (ciphertext.length !== Math.ceil(this.bits / 8)) return copyOf(fallback);
    const key = { key: this.#key, padding: constants.RSA_NO_PADDING };
    const encoded = attempt(() => privateDecrypt(key, ciphertext)); // fails for a number above the modulus only
    if (encoded === undefined) return copyOf(fallback);
    const chosen = unpadOrFallback(encoded, fallback);
    encoded.fill(0);
    return chosen;
  }

  #asPortable(): PrivateKey {
    this.#portable ??= this.#twin.privateKey(this.#parts);
    if (this.#portable === undefined) throw new RangeError('the key is not one that the portable core takes');
    return this.#portable;
  }
}

/** A copy that stays what it is, whatever becomes of the caller's arrays. */
function ownParts<Parts extends PublicKeyParts | PrivateKeyParts>(parts: Parts): Parts {
  const entries = Object.entries(parts).map(([name, value]) => [
    name,
    value instanceof Uint8Array ? copyOf(value) : value,
  ]);
  return Object.fromEntries(entries) as Parts;
}

/** Which recipes a type of key has. */
function fits(type: KeyType, { kind }: SignatureRecipe): boolean {
  switch (kind) {
    case 'rsa_pkcs1':
    case 'rsa_pss':
      return type === 'rsa';
    case 'ecdsa':
      return type === 'secp256r1' || type === 'secp384r1' || type === 'secp521r1';
    case 'eddsa':
      return type === 'ed25519' || type === 'ed448';
    case 'mldsa':
      return false;
  }
}

/**
 * RFC 8017 sections 8.1.2 and 8.2.2, step 1, and section 5.2.2: a signature has the modulus's length and is a number below
 * it. OpenSSL takes a PSS signature without its leading zeros as well, and Deno one with the modulus added.
 */
function isBelow(signature: Uint8Array, modulus: Uint8Array, length: number): boolean {
  if (signature.length !== length) return false;
  const digits = modulus.subarray(modulus.length - length);
  const first = signature.findIndex((byte, i) => byte !== digits[i]);
  return first >= 0 && signature[first] < digits[first];
}

/**
 * PSS with two hashes; with a salt's length that is none, for to OpenSSL -1 is a digest's length, and -2 any; and where
 * the encoding is a byte shorter than the modulus, for Deno does not look at the byte in front of it.
 */
function needsTwin(recipe: SignatureRecipe, bits: number): boolean {
  if (recipe.kind !== 'rsa_pss') return false;
  return recipe.mgfHash !== recipe.hash || !isLength(recipe.saltLength) || bits % 8 === 1;
}

function isLength(number: number): boolean {
  return Number.isInteger(number) && number >= 0;
}

/**
 * ECDSA over a digest of less than half the field's length, which is as good as any (FIPS 186-5 section 6.4.1): Deno
 * will not sign it, and calls every signature over it wrong.
 */
function isShortDigest(bits: number, recipe: SignatureRecipe): boolean {
  return recipe.kind === 'ecdsa' && 2 * DIGEST_BITS[recipe.hash] < bits;
}

const DIGEST_BITS: Readonly<Record<HashName, number>> = {
  md5: 128,
  sha1: 160,
  sha224: 224,
  sha256: 256,
  sha384: 384,
  sha512: 512,
};

/** The recipe in the words of `crypto.sign` and `crypto.verify`. */
function instruct(
  { constants }: NodeCryptoModule,
  recipe: SignatureRecipe,
  key: KeyObject,
): { hash: string | null; input: SignKeyObjectInput } {
  switch (recipe.kind) {
    case 'rsa_pkcs1':
      return { hash: recipe.hash, input: { key, padding: constants.RSA_PKCS1_PADDING } };
    case 'rsa_pss':
      return {
        hash: recipe.hash,
        input: { key, padding: constants.RSA_PKCS1_PSS_PADDING, saltLength: recipe.saltLength },
      };
    case 'ecdsa':
      return { hash: recipe.hash, input: { key, dsaEncoding: 'der' } };
    case 'eddsa':
    case 'mldsa':
      return { hash: null, input: { key } };
  }
}

function bitsOf(parts: PublicKeyParts): number {
  switch (parts.type) {
    case 'rsa': {
      const first = parts.modulus.findIndex((byte) => byte !== 0);
      return first < 0 ? 0 : 8 * (parts.modulus.length - first) - Math.clz32(parts.modulus[first]) + 24;
    }
    case 'secp256r1':
    case 'ed25519':
      return 256;
    case 'secp384r1':
      return 384;
    case 'secp521r1':
      return 521;
    case 'ed448':
      return 456;
    default:
      return 8 * parts.key.length;
  }
}
