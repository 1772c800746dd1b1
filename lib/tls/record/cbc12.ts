/**
 * Record protection of TLS 1.2 by CBC and HMAC, RFC 5246 section 6.2.3.2: a random IV in front of each record, padding
 * up to a whole number of blocks behind it. By default the MAC covers the plaintext and is encrypted with it; when
 * both ends have said encrypt_then_mac (RFC 7366), it covers the ciphertext and stands behind it.
 *
 * The first order is the weak one. Whoever learns whether a forged record failed by its padding or by its MAC, be it
 * from the alert or from the time, can decrypt cookies a byte at a time (Vaudenay's attack, and Lucky 13). Hence:
 * - Wrong padding, a wrong MAC and an impossible length are one fault.
 * - What is compared and looped over depends on the record's length alone. Wrong padding counts as none, and the
 *   MAC is taken all the same.
 * - The MAC of a shorter content takes fewer compressions of the hash; as many more are spent on ballast.
 * This is constant in shape. What a JavaScript engine and the caches below it make of that shape, nobody can promise.
 */
import { EMPTY, equalSecret } from '../../bytes/bytes.ts';
import type { ByteQueue } from '../../bytes/queue.ts';
import type {
  BlockCipherAlgorithm,
  BlockCipherKey,
  HashAlgorithm,
  KeyedMac,
  RunningHash,
} from '../../crypto/provider.ts';
import {
  type ContentType,
  contentTypes,
  MAX_EXPANSION_12,
  MAX_PLAINTEXT,
  RECORD_HEADER_LENGTH,
} from '../../wire/record.ts';
import { fault } from '../faults.ts';
import type { DirectionKeys12 } from '../keys/schedule12.ts';
import type { OpenedRecord, ReadHalf, WriteHalf } from './half.ts';
import { RecordNumbers12 } from './numbers12.ts';

export interface CbcAlgorithms {
  readonly cipher: BlockCipherAlgorithm;
  readonly hash: HashAlgorithm;
  /** Whether both ends have said encrypt_then_mac. */
  readonly encryptThenMac: boolean;
}

export class CbcReadHalf12 implements ReadHalf {
  readonly protected = true;
  readonly hidesType = false;
  readonly maxBody = MAX_PLAINTEXT + MAX_EXPANSION_12;
  readonly #algorithms: CbcAlgorithms;
  readonly #key: BlockCipherKey;
  readonly #mac: KeyedMac;
  readonly #numbers = new RecordNumbers12();
  readonly #ballast: Ballast;

  constructor(algorithms: CbcAlgorithms, keys: DirectionKeys12) {
    this.#algorithms = algorithms;
    this.#key = algorithms.cipher.withKey(keys.key);
    this.#mac = algorithms.hash.keyedHmac(keys.mac);
    this.#ballast = new Ballast(algorithms.hash);
  }

  open(type: ContentType, _header: Uint8Array, body: Uint8Array): OpenedRecord {
    const fragment = this.#algorithms.encryptThenMac
      ? this.#verifyThenDecrypt(type, body)
      : this.#decryptThenVerify(type, body);
    if (fragment === undefined) throw fault('badRecordMac');
    this.#numbers.advance();
    if (fragment.length > MAX_PLAINTEXT) throw fault('plaintextTooLong');
    return { type, fragment };
  }

  wipe(): void {
    this.#key.wipe();
    this.#mac.wipe();
    this.#numbers.wipe();
  }

  /** RFC 7366 section 3: nothing is decrypted that is not authentic. */
  #verifyThenDecrypt(type: ContentType, body: Uint8Array): Uint8Array | undefined {
    const end = body.length - this.#algorithms.hash.outputLength;
    if (end < 2 * BLOCK || end % BLOCK !== 0) return undefined;
    const mac = this.#mac.mac(this.#numbers.header(type, end), body.subarray(0, end));
    if (!equalSecret(mac, body.subarray(end))) return undefined;
    const plaintext = this.#key.decrypt(body.subarray(0, BLOCK), body.subarray(BLOCK, end));
    const last = plaintext.length - 1;
    const padding = checkedPadding(plaintext, last);
    return padding === plaintext[last] ? plaintext.subarray(0, last - padding) : undefined;
  }

  #decryptThenVerify(type: ContentType, body: Uint8Array): Uint8Array | undefined {
    const macLength = this.#algorithms.hash.outputLength;
    // What everyone can see may end it early: there has to be an IV, and behind it a MAC and the padding's length.
    if (body.length % BLOCK !== 0 || body.length < BLOCK + macLength + 1) return undefined;
    const plaintext = this.#key.decrypt(body.subarray(0, BLOCK), body.subarray(BLOCK));
    const last = plaintext.length - 1;
    const longest = last - macLength;
    const padding = checkedPadding(plaintext, longest);
    const length = longest - padding;
    const mac = this.#mac.mac(this.#numbers.header(type, length), plaintext.subarray(0, length));
    this.#ballast.spend(HEADER + length, HEADER + longest);
    const isMacRight = equalSecret(mac, plaintext.subarray(length, length + macLength));
    const isPaddingRight = padding === plaintext[last];
    return isMacRight && isPaddingRight ? plaintext.subarray(0, length) : undefined;
  }
}

export class CbcWriteHalf12 implements WriteHalf {
  readonly hidesType = false;
  /** TLS 1.2 has no way to replace a key; only the numbers can run out. */
  readonly spent = false;
  readonly #encryptThenMac: boolean;
  readonly #key: BlockCipherKey;
  readonly #mac: KeyedMac;
  readonly #random: (length: number) => Uint8Array;
  readonly #numbers = new RecordNumbers12();
  /** The header, with the IV behind it. */
  readonly #head = new Uint8Array(RECORD_HEADER_LENGTH + BLOCK);

  constructor(algorithms: CbcAlgorithms, keys: DirectionKeys12, random: (length: number) => Uint8Array) {
    this.#encryptThenMac = algorithms.encryptThenMac;
    this.#key = algorithms.cipher.withKey(keys.key);
    this.#mac = algorithms.hash.keyedHmac(keys.mac);
    this.#random = random;
    this.#head.set([0, 3, 3]);
  }

  seal(type: ContentType, fragment: Uint8Array, outgoing: ByteQueue): void {
    const numbers = this.#numbers;
    const inner = this.#encryptThenMac
      ? EMPTY
      : this.#mac.mac(numbers.header(type, fragment.length), fragment);
    const plaintext = padded(fragment, inner);
    const iv = this.#random(BLOCK);
    const ciphertext = this.#key.encrypt(iv, plaintext);
    plaintext.fill(0);
    const outer = this.#encryptThenMac
      ? this.#mac.mac(numbers.header(type, BLOCK + ciphertext.length), iv, ciphertext)
      : EMPTY;
    const length = BLOCK + ciphertext.length + outer.length;
    const head = this.#head;
    head[0] = contentTypes[type];
    head[3] = length >> 8;
    head[4] = length;
    head.set(iv, RECORD_HEADER_LENGTH);
    outgoing.write(head);
    outgoing.give(ciphertext);
    outgoing.give(outer);
    numbers.advance();
  }

  wipe(): void {
    this.#key.wipe();
    this.#mac.wipe();
    this.#numbers.wipe();
  }
}

/** Content and MAC, and behind them as many bytes as fill the last block, each one less than their number. */
function padded(fragment: Uint8Array, mac: Uint8Array): Uint8Array {
  const used = fragment.length + mac.length;
  const length = used + BLOCK - (used % BLOCK);
  const plaintext = scratch.subarray(0, length);
  plaintext.set(fragment);
  plaintext.set(mac, fragment.length);
  return plaintext.fill(length - used - 1, used);
}

/** AES. */
const BLOCK = 16;
/** What a MAC covers in front of the content. */
const HEADER = 13;
/** Where content, MAC and padding stand side by side while they are encrypted: SHA-384 is the longest MAC. */
const scratch = new Uint8Array(MAX_PLAINTEXT + 48 + BLOCK);

/**
 * The padding's length as its last byte claims it, or zero where the claim is wrong: there is no room for it, or a
 * byte of it has another value. Looks at as many bytes as padding could be, whatever they hold.
 */
export function checkedPadding(plaintext: Uint8Array, room: number): number {
  const last = plaintext.length - 1;
  const claimed = plaintext[last];
  let wrong = (room - claimed) >> 31; // all ones where more is claimed than there is room for
  const reach = Math.min(MAX_PADDING, last);
  for (let i = 1; i <= reach; i++) {
    const isPadding = (i - claimed - 1) >> 31; // all ones as long as i <= claimed
    wrong |= isPadding & (plaintext[last - i] ^ claimed);
  }
  return claimed & ~((wrong | -wrong) >> 31);
}

const MAX_PADDING = 255;

/** Compressions of a hash for nothing, so that all contents of a record take equally many. */
class Ballast {
  readonly #hash: RunningHash;
  readonly #blockLength: number;
  /** A hash puts its message's length, an eighth of a block, behind it, and a byte at least in between. */
  readonly #trailer: number;
  readonly #filler: Uint8Array;

  constructor(hash: HashAlgorithm) {
    this.#hash = hash.start();
    this.#blockLength = hash.blockLength;
    this.#trailer = hash.blockLength / 8 + 1;
    this.#filler = new Uint8Array(Math.ceil(MAX_PADDING / hash.blockLength) * hash.blockLength);
  }

  /** Makes up for the hash of `length` bytes where it might have been one of `longest`. */
  spend(length: number, longest: number): void {
    const missing = this.#blocks(longest) - this.#blocks(length);
    this.#hash.update(this.#filler.subarray(0, missing * this.#blockLength));
  }

  #blocks(length: number): number {
    return Math.ceil((length + this.#trailer) / this.#blockLength);
  }
}
