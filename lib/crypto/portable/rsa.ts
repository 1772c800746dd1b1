import { copyOf, equal } from '../../bytes/bytes.ts';
import type { KeyAlgorithm, PrivateKey, PublicKey, SignatureRecipe } from '../provider.ts';
import { fromBigInt, toBigInt } from './bigints.ts';
import {
  publicNumbers,
  publicOperation,
  RsaPrivateNumbers,
  type RsaPublicNumbers,
  type RsaPublicParts,
} from './rsa-numbers.ts';
import { encodePkcs1, encodePss, padForEncryption, unpadOrFallback, verifyPss } from './rsa-padding.ts';

/** RSA signatures and encryption (RFC 8017) in BigInt. */
export const rsaKeys: KeyAlgorithm = {
  type: 'rsa',
  publicKey: (parts) => {
    if (parts.type !== 'rsa') return undefined;
    const numbers = publicNumbers(parts);
    return numbers && new RsaPublicKey(numbers, ownParts(parts));
  },
  privateKey: (parts) => {
    if (parts.type !== 'rsa') return undefined;
    const numbers = RsaPrivateNumbers.of(parts);
    if (!numbers) return undefined;
    return new RsaPrivateKey(numbers, new RsaPublicKey(numbers.public, ownParts(parts)));
  },
};

function ownParts({ modulus, exponent }: Pick<RsaPublicParts, 'modulus' | 'exponent'>): RsaPublicParts {
  return { type: 'rsa', modulus: copyOf(modulus), exponent: copyOf(exponent) };
}

class RsaPublicKey implements PublicKey {
  readonly type = 'rsa';
  readonly bits: number;
  readonly parts: RsaPublicParts;
  readonly #numbers: RsaPublicNumbers;

  constructor(numbers: RsaPublicNumbers, parts: RsaPublicParts) {
    this.#numbers = numbers;
    this.bits = numbers.bits;
    this.parts = parts;
  }

  /** RSASSA-PKCS1-V1_5-VERIFY and RSASSA-PSS-VERIFY (sections 8.2.2 and 8.1.2). */
  verify(recipe: SignatureRecipe, message: Uint8Array, signature: Uint8Array): boolean {
    const { modulus, bits, length } = this.#numbers;
    if (signature.length !== length) return false;
    const value = toBigInt(signature);
    if (value >= modulus) return false;
    const encoded = publicOperation(this.#numbers, value);
    switch (recipe.kind) {
      case 'rsa_pkcs1': {
        const expected = encodePkcs1(recipe.hash, message, length);
        return expected !== undefined && equal(expected, fromBigInt(encoded, length));
      }
      case 'rsa_pss': {
        const pssLength = Math.ceil((bits - 1) / 8);
        if (encoded >> BigInt(8 * pssLength) !== 0n) return false;
        return verifyPss(recipe, message, fromBigInt(encoded, pssLength), bits - 1);
      }
      default:
        return false;
    }
  }

  /** RSAES-PKCS1-V1_5-ENCRYPT (section 7.2.1). */
  encrypt(message: Uint8Array): Uint8Array {
    const { length } = this.#numbers;
    return fromBigInt(publicOperation(this.#numbers, toBigInt(padForEncryption(message, length))), length);
  }
}

class RsaPrivateKey implements PrivateKey {
  readonly type = 'rsa';
  readonly bits: number;
  readonly publicKey: PublicKey;
  readonly #numbers: RsaPrivateNumbers;

  constructor(numbers: RsaPrivateNumbers, publicKey: PublicKey) {
    this.#numbers = numbers;
    this.bits = numbers.public.bits;
    this.publicKey = publicKey;
  }

  sign(recipe: SignatureRecipe, message: Uint8Array): Uint8Array {
    const { bits, length } = this.#numbers.public;
    const encoded =
      recipe.kind === 'rsa_pkcs1'
        ? encodePkcs1(recipe.hash, message, length)
        : recipe.kind === 'rsa_pss'
          ? encodePss(recipe, message, bits - 1)
          : undefined;
    if (!encoded) throw new RangeError(`an rsa key of ${bits} bits does not sign with ${recipe.kind}`);
    return fromBigInt(this.#numbers.operate(toBigInt(encoded)), length);
  }

  decrypt(ciphertext: Uint8Array, fallback: Uint8Array): Uint8Array {
    const { modulus, length } = this.#numbers.public;
    const value = toBigInt(ciphertext);
    if (ciphertext.length !== length || value >= modulus) return copyOf(fallback); // public: no secret shows
    const encoded = fromBigInt(this.#numbers.operate(value), length);
    const chosen = unpadOrFallback(encoded, fallback);
    encoded.fill(0);
    return chosen;
  }
}
