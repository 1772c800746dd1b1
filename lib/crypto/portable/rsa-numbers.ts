/** The numbers of an RSA key: what makes them a key, and the two operations on them (RFC 8017 sections 3 and 5). */
import type { PrivateKeyParts, PublicKeyParts } from '../provider.ts';
import { bitLength, inverse, modPow, modPowPublic, modulo, toBigInt } from './bigints.ts';
import { random } from './random.ts';

/** As OpenSSL has them: keys past these are a denial of service, keys below the first are none at all. */
const LEAST_MODULUS_BITS = 512;
const LARGEST_MODULUS_BITS = 16384;
const SMALL_MODULUS_BITS = 3072;
/** What the public exponent may have where the modulus is not small. */
const LARGEST_EXPONENT_BITS = 64;

export interface RsaPublicNumbers {
  readonly modulus: bigint;
  readonly exponent: bigint;
  readonly bits: number;
  /** Of the modulus, in bytes: the length of signatures and ciphertexts. */
  readonly length: number;
}

export type RsaPublicParts = Extract<PublicKeyParts, { type: 'rsa' }>;
export type RsaPrivateParts = Extract<PrivateKeyParts, { type: 'rsa' }>;

/** `undefined` for what is no key: an even number, a size out of bounds. */
export function publicNumbers(
  parts: Pick<RsaPublicParts, 'modulus' | 'exponent'>,
): RsaPublicNumbers | undefined {
  if (parts.modulus.length > LARGEST_MODULUS_BITS / 8 + 1) return undefined;
  if (parts.exponent.length > parts.modulus.length) return undefined;
  const modulus = toBigInt(parts.modulus);
  const exponent = toBigInt(parts.exponent);
  const bits = bitLength(modulus);
  if (bits < LEAST_MODULUS_BITS || bits > LARGEST_MODULUS_BITS) return undefined;
  if (modulus % 2n === 0n || exponent % 2n === 0n || exponent < 3n || exponent >= modulus) return undefined;
  if (bits > SMALL_MODULUS_BITS && bitLength(exponent) > LARGEST_EXPONENT_BITS) return undefined;
  return { modulus, exponent, bits, length: Math.ceil(bits / 8) };
}

/** RSAEP and RSAVP1: `value ** e mod n`; the value is below the modulus. */
export function publicOperation({ modulus, exponent }: RsaPublicNumbers, value: bigint): bigint {
  return modPowPublic(value, exponent, modulus);
}

/** How often a pair of blinding factors is squared before a new one is drawn; OpenSSL's count. */
const BLINDING_LIFE = 32;

/**
 * The private operation: by the Chinese remainder theorem (section 5.1.2), on a blinded value, and checked with the
 * public exponent before it leaves, since one faulty half would give the factors away (Boneh, DeMillo, Lipton).
 */
export class RsaPrivateNumbers {
  readonly public: RsaPublicNumbers;
  readonly #p: bigint;
  readonly #q: bigint;
  readonly #dp: bigint;
  readonly #dq: bigint;
  readonly #coefficient: bigint;
  #blind = 0n;
  #unblind = 0n;
  #uses = BLINDING_LIFE;

  private constructor(numbers: RsaPublicNumbers, parts: RsaPrivateParts) {
    this.public = numbers;
    this.#p = toBigInt(parts.prime1);
    this.#q = toBigInt(parts.prime2);
    this.#dp = toBigInt(parts.exponent1);
    this.#dq = toBigInt(parts.exponent2);
    this.#coefficient = toBigInt(parts.coefficient);
  }

  /** `undefined` where the numbers do not belong together (section 3.2). */
  static of(parts: RsaPrivateParts): RsaPrivateNumbers | undefined {
    const numbers = publicNumbers(parts);
    const { privateExponent, prime1, prime2, exponent1, exponent2, coefficient } = parts;
    const secrets = [privateExponent, prime1, prime2, exponent1, exponent2, coefficient];
    if (!numbers || secrets.some((part) => part.length > numbers.length)) return undefined;
    const key = new RsaPrivateNumbers(numbers, parts);
    return key.#belongTogether(toBigInt(parts.privateExponent)) ? key : undefined;
  }

  /** Each exponent undoes the public one; `d` does so modulo both primes, and is not looked at again. */
  #belongTogether(d: bigint): boolean {
    const { modulus, exponent } = this.public;
    if (this.#p < 3n || this.#q < 3n || this.#p * this.#q !== modulus) return false;
    for (const [own, prime] of [
      [this.#dp, this.#p],
      [this.#dq, this.#q],
    ]) {
      if ((own * exponent) % (prime - 1n) !== 1n || (d * exponent) % (prime - 1n) !== 1n) return false;
    }
    return (this.#coefficient * this.#q) % this.#p === 1n;
  }

  /** RSADP and RSASP1: `value ** d mod n`; the value is below the modulus. */
  operate(value: bigint): bigint {
    const { modulus } = this.public;
    this.#refreshBlinding();
    const blinded = (value * this.#blind) % modulus;
    const m1 = modPow(blinded % this.#p, this.#dp, this.#p);
    const m2 = modPow(blinded % this.#q, this.#dq, this.#q);
    const h = modulo((m1 - m2) * this.#coefficient, this.#p);
    const result = m2 + h * this.#q;
    if (publicOperation(this.public, result) !== blinded)
      throw new Error('RSA private operation failed its check');
    return (result * this.#unblind) % modulus;
  }

  /** The factors are `r ** e` and `1 / r`; their squares are as good, and save the inversion. */
  #refreshBlinding(): void {
    const { modulus, length } = this.public;
    if (this.#uses++ < BLINDING_LIFE) {
      this.#blind = (this.#blind * this.#blind) % modulus;
      this.#unblind = (this.#unblind * this.#unblind) % modulus;
      return;
    }
    for (;;) {
      const r = toBigInt(random(length + 8)) % modulus;
      const unblind = inverse(r, modulus);
      if (unblind === undefined) continue;
      this.#blind = publicOperation(this.public, r);
      this.#unblind = unblind;
      this.#uses = 1;
      return;
    }
  }
}
