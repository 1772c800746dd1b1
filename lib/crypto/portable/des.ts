/**
 * Triple DES in CBC mode (NIST SP 800-67, SP 800-38A), for old key files and nothing else. So this is the definition
 * of FIPS 46-3 with its tables, bit by bit where that is clearest, at a few hundred kilobytes a second.
 */
import { expectBlocks, expectLength } from '../checks.ts';
import type { BlockCipherAlgorithm, BlockCipherKey } from '../provider.ts';

const BLOCK_LENGTH = 8;
const KEY_LENGTH = 24;

export const desEde3Cbc: BlockCipherAlgorithm = {
  name: 'des_ede3_cbc',
  keyLength: KEY_LENGTH,
  blockLength: BLOCK_LENGTH,
  withKey: (key) => {
    expectLength('des_ede3_cbc key', key, KEY_LENGTH);
    return new DesEde3CbcKey(key);
  },
};

class DesEde3CbcKey implements BlockCipherKey {
  /** Three DES schedules one after the other: encrypt, decrypt, encrypt; and the way back. */
  #forth: readonly (readonly bigint[])[];
  #back: readonly (readonly bigint[])[];

  constructor(key: Uint8Array) {
    const [k1, k2, k3] = [0, 8, 16].map((at) => roundKeys(blockAt(key, at)));
    this.#forth = [k1, k2.toReversed(), k3];
    this.#back = [k3.toReversed(), k2, k1.toReversed()];
  }

  encrypt(iv: Uint8Array, plaintext: Uint8Array): Uint8Array {
    expectLength('iv', iv, BLOCK_LENGTH);
    expectBlocks('plaintext', plaintext, BLOCK_LENGTH);
    const ciphertext = new Uint8Array(plaintext.length);
    const target = new DataView(ciphertext.buffer);
    let block = blockAt(iv, 0);
    for (let at = 0; at < plaintext.length; at += BLOCK_LENGTH) {
      block = this.#forth.reduce(des, block ^ blockAt(plaintext, at));
      target.setBigUint64(at, block);
    }
    return ciphertext;
  }

  decrypt(iv: Uint8Array, ciphertext: Uint8Array): Uint8Array {
    expectLength('iv', iv, BLOCK_LENGTH);
    expectBlocks('ciphertext', ciphertext, BLOCK_LENGTH);
    const plaintext = new Uint8Array(ciphertext.length);
    const target = new DataView(plaintext.buffer);
    let previous = blockAt(iv, 0);
    for (let at = 0; at < ciphertext.length; at += BLOCK_LENGTH) {
      const block = blockAt(ciphertext, at);
      target.setBigUint64(at, this.#back.reduce(des, block) ^ previous);
      previous = block;
    }
    return plaintext;
  }

  /** BigInts cannot be overwritten, only let go. */
  wipe(): void {
    this.#forth = [];
    this.#back = [];
  }
}

function blockAt(bytes: Uint8Array, at: number): bigint {
  return new DataView(bytes.buffer, bytes.byteOffset, bytes.length).getBigUint64(at);
}

/** One pass of DES over a block: the sixteen rounds of FIPS 46-3, under round keys in the order given. */
function des(block: bigint, keys: readonly bigint[]): bigint {
  const start = permute(block, 64, INITIAL_PERMUTATION);
  let left = start >> 32n;
  let right = start & 0xffffffffn;
  for (const key of keys) [left, right] = [right, left ^ mix(right, key)];
  return permute((right << 32n) | left, 64, FINAL_PERMUTATION);
}

/** The cipher function f: expand, add the key, substitute six bits by four in eight boxes, permute. */
function mix(half: bigint, key: bigint): bigint {
  const input = permute(half, 32, EXPANSION) ^ key;
  let output = 0n;
  for (let box = 0; box < 8; box++) {
    const six = Number((input >> BigInt(42 - 6 * box)) & 0x3fn);
    const row = ((six >> 4) & 2) | (six & 1);
    const column = (six >> 1) & 15;
    output = (output << 4n) | BigInt(Number.parseInt(BOXES[box][16 * row + column], 16));
  }
  return permute(output, 32, ROUND_PERMUTATION);
}

/** The key schedule: 56 bits in two halves that turn, 48 of them picked for each round. Parity bits are not read. */
function roundKeys(key: bigint): readonly bigint[] {
  const picked = permute(key, 64, PERMUTED_CHOICE_1);
  let c = picked >> 28n;
  let d = picked & 0xfffffffn;
  return ROTATIONS.map((count) => {
    c = rotate28(c, count);
    d = rotate28(d, count);
    return permute((c << 28n) | d, 56, PERMUTED_CHOICE_2);
  });
}

function rotate28(half: bigint, count: bigint): bigint {
  return ((half << count) | (half >> (28n - count))) & 0xfffffffn;
}

/** Picks bits by their numbers in the standard, where 1 is the leftmost of `width`. */
function permute(value: bigint, width: number, table: readonly number[]): bigint {
  const bits = value.toString(2).padStart(width, '0');
  let picked = '0b';
  for (const position of table) picked += bits[position - 1];
  return BigInt(picked);
}

// --- the tables of FIPS 46-3 --------------------------------------------------------------------------------------------

const ROTATIONS = [1n, 1n, 2n, 2n, 2n, 2n, 2n, 2n, 1n, 2n, 2n, 2n, 2n, 2n, 2n, 1n];

// biome-ignore format: as in the standard
const INITIAL_PERMUTATION = [
  58, 50, 42, 34, 26, 18, 10, 2, 60, 52, 44, 36, 28, 20, 12, 4,
  62, 54, 46, 38, 30, 22, 14, 6, 64, 56, 48, 40, 32, 24, 16, 8,
  57, 49, 41, 33, 25, 17, 9, 1, 59, 51, 43, 35, 27, 19, 11, 3,
  61, 53, 45, 37, 29, 21, 13, 5, 63, 55, 47, 39, 31, 23, 15, 7,
];

/** The inverse of the initial one. */
const FINAL_PERMUTATION = INITIAL_PERMUTATION.map((_, i) => INITIAL_PERMUTATION.indexOf(i + 1) + 1);

// biome-ignore format: as in the standard
const EXPANSION = [
  32, 1, 2, 3, 4, 5, 4, 5, 6, 7, 8, 9, 8, 9, 10, 11, 12, 13, 12, 13, 14, 15, 16, 17,
  16, 17, 18, 19, 20, 21, 20, 21, 22, 23, 24, 25, 24, 25, 26, 27, 28, 29, 28, 29, 30, 31, 32, 1,
];

// biome-ignore format: as in the standard
const ROUND_PERMUTATION = [
  16, 7, 20, 21, 29, 12, 28, 17, 1, 15, 23, 26, 5, 18, 31, 10,
  2, 8, 24, 14, 32, 27, 3, 9, 19, 13, 30, 6, 22, 11, 4, 25,
];

// biome-ignore format: as in the standard
const PERMUTED_CHOICE_1 = [
  57, 49, 41, 33, 25, 17, 9, 1, 58, 50, 42, 34, 26, 18, 10, 2, 59, 51, 43, 35, 27, 19, 11, 3, 60, 52, 44, 36,
  63, 55, 47, 39, 31, 23, 15, 7, 62, 54, 46, 38, 30, 22, 14, 6, 61, 53, 45, 37, 29, 21, 13, 5, 28, 20, 12, 4,
];

// biome-ignore format: as in the standard
const PERMUTED_CHOICE_2 = [
  14, 17, 11, 24, 1, 5, 3, 28, 15, 6, 21, 10, 23, 19, 12, 4, 26, 8, 16, 7, 27, 20, 13, 2,
  41, 52, 31, 37, 47, 55, 30, 40, 51, 45, 33, 48, 44, 49, 39, 56, 34, 53, 46, 42, 50, 36, 29, 32,
];

/** Four rows of sixteen hexadecimal digits a box. */
const BOXES = [
  'e4d12fb83a6c59070f74e2d1a6cb953841e8d62bfc973a50fc8249175b3ea06d',
  'f18e6b34972dc05a3d47f28ec01a69b50e7ba4d158c6932fd8a13f42b67c05e9',
  'a09e63f51dc7b428d709346a285ecbf1d6498f30b12c5ae71ad069874fe3b52c',
  '7de3069a1285bc4fd8b56f03472c1ae9a690cb7df13e52843f06a1d8945bc72e',
  '2c417ab6853fd0e9eb2c47d150fa3986421bad78f9c5630eb8c71e2d6f09a453',
  'c1af92680d34e75baf427c9561de0b389ef528c3704a1db6432c95fabe17608d',
  '4b2ef08d3c975a61d0b7491ae35c2f8614bdc37eaf6805926bd814a7950fe23c',
  'd2846fb1a93e50c71fd8a374c56b0e927b419ce206adf35821e74a8dfc90356b',
];
