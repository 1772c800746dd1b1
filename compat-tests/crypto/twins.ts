/** AES and GHASH by their definitions, slowly: what the fast cores must equal. */

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
