/** AES, GHASH, ChaCha20 and Poly1305 by their definitions, slowly: what the fast cores must equal. */

/** Multiplication in GF(2^8) modulo x^8 + x^4 + x^3 + x + 1 (FIPS 197 section 4.2), bit by bit. */
function times(a: number, b: number): number {
  let product = 0;
  for (let bit = 7; bit >= 0; bit--) {
    product = (product << 1) ^ (product & 0x80 ? 0x11b : 0);
    if ((b >> bit) & 1) product ^= a;
  }
  return product;
}

/** FIPS 197 section 5.1.1: the inverse in the field, then the affine transformation. */
function substitute(byte: number): number {
  let inverse = 0;
  for (let candidate = 1; candidate < 256; candidate++) if (times(byte, candidate) === 1) inverse = candidate;
  let result = 0x63;
  for (const turn of [0, 1, 2, 3, 4]) result ^= ((inverse << turn) | (inverse >> (8 - turn))) & 0xff;
  return result;
}

const SBOX = Array.from({ length: 256 }, (_, byte) => substitute(byte));

/** FIPS 197 section 5.1: the cipher on sixteen bytes, byte r + 4c standing in row r, column c. */
export function slowAes(key: Uint8Array, block: Uint8Array): Uint8Array {
  const roundKeys = slowSchedule(key);
  const rounds = roundKeys.length / 16 - 1;
  let state = [...block].map((byte, i) => byte ^ roundKeys[i]);
  for (let round = 1; round <= rounds; round++) {
    const substituted = state.map((byte) => SBOX[byte]);
    const shifted = substituted.map((_, i) => substituted[(i + 4 * (i % 4)) % 16]);
    const mixed = round === rounds ? shifted : shifted.map((_, i) => mixColumn(shifted, i));
    state = mixed.map((byte, i) => byte ^ roundKeys[16 * round + i]);
  }
  return Uint8Array.from(state);
}

/** FIPS 197 section 5.3: the inverse cipher, step by step the other way. */
export function slowInverseAes(key: Uint8Array, block: Uint8Array): Uint8Array {
  const roundKeys = slowSchedule(key);
  const rounds = roundKeys.length / 16 - 1;
  let state = [...block].map((byte, i) => byte ^ roundKeys[16 * rounds + i]);
  for (let round = rounds - 1; round >= 0; round--) {
    const shifted = state.map((_, i) => state[(i + 16 - 4 * (i % 4)) % 16]);
    const substituted = shifted.map((byte) => SBOX.indexOf(byte));
    const keyed = substituted.map((byte, i) => byte ^ roundKeys[16 * round + i]);
    state = round === 0 ? keyed : keyed.map((_, i) => inverseMixColumn(keyed, i));
  }
  return Uint8Array.from(state);
}

function inverseMixColumn(state: readonly number[], i: number): number {
  const column = i - (i % 4);
  const at = (row: number) => state[column + ((i + row) % 4)];
  return times(14, at(0)) ^ times(11, at(1)) ^ times(13, at(2)) ^ times(9, at(3));
}

function mixColumn(state: readonly number[], i: number): number {
  const column = i - (i % 4);
  const at = (row: number) => state[column + ((i + row) % 4)];
  return times(2, at(0)) ^ times(3, at(1)) ^ at(2) ^ at(3);
}

/** FIPS 197 section 5.2, as bytes. */
function slowSchedule(key: Uint8Array): number[] {
  const words = key.length / 4;
  const bytes = [...key];
  let constant = 1;
  for (let word = words; word < 4 * (words + 7); word++) {
    let last = bytes.slice(-4);
    if (word % words === 0) {
      last = [last[1], last[2], last[3], last[0]].map((byte) => SBOX[byte]);
      last[0] ^= constant;
      constant = times(constant, 2);
    } else if (words > 6 && word % words === 4) {
      last = last.map((byte) => SBOX[byte]);
    }
    bytes.push(...last.map((byte, i) => byte ^ bytes[4 * (word - words) + i]));
  }
  return bytes;
}

/** NIST SP 800-38D section 6.3 and algorithm 2, bit by bit, on blocks as 128-bit numbers. */
export function slowGhash(h: bigint, blocks: readonly bigint[]): bigint {
  return blocks.reduce((y, x) => multiply(y ^ x, h), 0n);
}

function multiply(x: bigint, y: bigint): bigint {
  let z = 0n;
  let v = y;
  for (let i = 127n; i >= 0n; i--) {
    if ((x >> i) & 1n) z ^= v;
    v = v & 1n ? (v >> 1n) ^ (0xe1n << 120n) : v >> 1n;
  }
  return z;
}

/** The twenty rounds over sixteen words, and the words added to what they were (RFC 8439 section 2.3). */
export function slowChaChaBlock(key: Uint8Array, counter: number, nonce: Uint8Array): Uint8Array {
  const words = [
    0x61707865,
    0x3320646e,
    0x79622d32,
    0x6b206574,
    ...littleWords(key),
    counter,
    ...littleWords(nonce),
  ];
  const state = [...words];
  for (let round = 0; round < 10; round++) {
    for (let i = 0; i < 4; i++) quarterRound(state, i, 4 + i, 8 + i, 12 + i);
    for (let i = 0; i < 4; i++)
      quarterRound(state, i, 4 + ((i + 1) % 4), 8 + ((i + 2) % 4), 12 + ((i + 3) % 4));
  }
  return Uint8Array.from(state.flatMap((word, i) => littleBytes((word + words[i]) % 2 ** 32)));
}

function quarterRound(state: number[], a: number, b: number, c: number, d: number): void {
  const step = (into: number, from: number, turned: number, count: number) => {
    state[into] = (state[into] + state[from]) % 2 ** 32;
    const mixed = BigInt(state[turned]) ^ BigInt(state[into]);
    state[turned] = Number(((mixed << BigInt(count)) | (mixed >> BigInt(32 - count))) & 0xffffffffn);
  };
  step(a, b, d, 16);
  step(c, d, b, 12);
  step(a, b, d, 8);
  step(c, d, b, 7);
}

function littleWords(bytes: Uint8Array): number[] {
  return Array.from({ length: bytes.length / 4 }, (_, i) =>
    Number(littleNumber(bytes.subarray(4 * i, 4 * i + 4))),
  );
}

function littleBytes(word: number): number[] {
  return [0, 1, 2, 3].map((i) => Math.floor(word / 256 ** i) % 256);
}

function littleNumber(bytes: Uint8Array): bigint {
  return bytes.reduceRight((number, byte) => number * 256n + BigInt(byte), 0n);
}

/** RFC 8439 section 2.5, modulo 2^130 - 5. */
export function slowPoly1305(key: Uint8Array, message: Uint8Array): Uint8Array {
  const r = littleNumber(key.subarray(0, 16)) & 0x0ffffffc0ffffffc0ffffffc0fffffffn;
  let sum = 0n;
  for (let at = 0; at < message.length; at += 16) {
    const block = Uint8Array.of(...message.subarray(at, at + 16), 1);
    sum = ((sum + littleNumber(block)) * r) % (2n ** 130n - 5n);
  }
  const tag = sum + littleNumber(key.subarray(16));
  return Uint8Array.from({ length: 16 }, (_, i) => Number((tag >> BigInt(8 * i)) & 0xffn));
}
