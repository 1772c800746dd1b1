/**
 * The AES block cipher (FIPS 197), for the modes beside this file.
 *
 * The state is four 32-bit words, one a column, first byte in the highest bits. A round's SubBytes, ShiftRows and
 * MixColumns are four table look-ups a column (section 5.2 of the Rijndael proposal): `T[b]` is the column
 * `{02,01,01,03} * sbox[b]`, and `T[256 | b]`, `T[512 | b]`, `T[768 | b]` are its rotations. Decryption is the equivalent inverse cipher (FIPS 197,
 * section 5.3.5): the same shape, with inverse tables and round keys that went through InvMixColumns.
 *
 * Look-ups by secret bytes show in the cache's timing. JavaScript offers nothing that would not be several times
 * slower; the README says so, and whoever needs constant time uses the native provider.
 */

export const AES_BLOCK_LENGTH = 16;

/** A key schedule and the number of rounds that it serves. */
export interface AesSchedule {
  readonly words: Uint32Array;
  readonly rounds: number;
}

/** FIPS 197 section 5.2; a key of 16, 24 or 32 bytes. */
export function expandKey(key: Uint8Array): AesSchedule {
  const keyWords = key.length / 4;
  const rounds = keyWords + 6;
  const words = new Uint32Array(4 * (rounds + 1));
  for (let i = 0; i < keyWords; i++) {
    words[i] = (key[4 * i] << 24) | (key[4 * i + 1] << 16) | (key[4 * i + 2] << 8) | key[4 * i + 3];
  }
  let roundConstant = 1;
  for (let i = keyWords; i < words.length; i++) {
    let word = words[i - 1];
    if (i % keyWords === 0) {
      word = substitute((word << 8) | (word >>> 24)) ^ (roundConstant << 24);
      roundConstant = double(roundConstant);
    } else if (keyWords > 6 && i % keyWords === 4) {
      word = substitute(word);
    }
    words[i] = words[i - keyWords] ^ word;
  }
  return { words, rounds };
}

/** The schedule of the equivalent inverse cipher: round keys in reverse, the inner ones through InvMixColumns. */
export function invertSchedule({ words, rounds }: AesSchedule): AesSchedule {
  const inverse = new Uint32Array(words.length);
  for (let round = 0; round <= rounds; round++) {
    for (let column = 0; column < 4; column++) {
      const word = words[4 * (rounds - round) + column];
      inverse[4 * round + column] = round === 0 || round === rounds ? word : inverseMixColumn(word);
    }
  }
  return { words: inverse, rounds };
}

/** Encrypts the block, four words, in place. */
export function encryptBlock({ words, rounds }: AesSchedule, block: Uint32Array): void {
  const s0 = block[0] ^ words[0];
  const s1 = block[1] ^ words[1];
  const s2 = block[2] ^ words[2];
  const s3 = block[3] ^ words[3];
  encryptRounds(words, 1, rounds, s0, s1, s2, s3, block);
}

/** What 256 blocks have in common that differ in their last byte alone: see `shareRounds`. */
export type SharedRounds = Int32Array;

/**
 * The first two rounds for all blocks that begin with these fifteen bytes. In the first round one word of four depends
 * on the last byte, and in the second each word on one byte of that word; what else there is to look up is so for all.
 */
export function shareRounds({ words }: AesSchedule, block: Uint32Array, shared: SharedRounds): void {
  const s0 = block[0] ^ words[0];
  const s1 = block[1] ^ words[1];
  const s2 = block[2] ^ words[2];
  const s3 = block[3] ^ words[3];
  const t0 = T[s0 >>> 24] ^ T[256 | ((s1 >>> 16) & 0xff)] ^ T[512 | ((s2 >>> 8) & 0xff)] ^ words[4];
  const t1 = column(s1, s2, s3, s0) ^ words[5];
  const t2 = column(s2, s3, s0, s1) ^ words[6];
  const t3 = column(s3, s0, s1, s2) ^ words[7];
  shared[0] = t0;
  shared[1] = T[256 | ((t1 >>> 16) & 0xff)] ^ T[512 | ((t2 >>> 8) & 0xff)] ^ T[768 | (t3 & 0xff)] ^ words[8];
  shared[2] = T[t1 >>> 24] ^ T[256 | ((t2 >>> 16) & 0xff)] ^ T[512 | ((t3 >>> 8) & 0xff)] ^ words[9];
  shared[3] = T[t2 >>> 24] ^ T[256 | ((t3 >>> 16) & 0xff)] ^ T[768 | (t1 & 0xff)] ^ words[10];
  shared[4] = T[t3 >>> 24] ^ T[512 | ((t1 >>> 8) & 0xff)] ^ T[768 | (t2 & 0xff)] ^ words[11];
}

/** Puts the encryption of the block that has this last byte, and else is as it was shared, into `block`. */
export function encryptShared(
  { words, rounds }: AesSchedule,
  shared: SharedRounds,
  last: number,
  block: Uint32Array,
): void {
  const t0 = shared[0] ^ T[768 | ((last ^ words[3]) & 0xff)];
  const s0 = shared[1] ^ T[t0 >>> 24];
  const s1 = shared[2] ^ T[768 | (t0 & 0xff)];
  const s2 = shared[3] ^ T[512 | ((t0 >>> 8) & 0xff)];
  const s3 = shared[4] ^ T[256 | ((t0 >>> 16) & 0xff)];
  encryptRounds(words, 3, rounds, s0, s1, s2, s3, block);
}

/** A column of a round, out of the words whose bytes ShiftRows brings there. */
function column(a: number, b: number, c: number, d: number): number {
  return T[a >>> 24] ^ T[256 | ((b >>> 16) & 0xff)] ^ T[512 | ((c >>> 8) & 0xff)] ^ T[768 | (d & 0xff)];
}

/** The rounds that are left, on four words, into `block`. */
function encryptRounds(
  words: Uint32Array,
  first: number,
  rounds: number,
  s0: number,
  s1: number,
  s2: number,
  s3: number,
  block: Uint32Array,
): void {
  const table = T; // looked up once: a local costs less than a variable of the module
  let k = 4 * first;
  for (let round = first; round < rounds; round++) {
    const t0 =
      table[s0 >>> 24] ^
      table[256 | ((s1 >>> 16) & 0xff)] ^
      table[512 | ((s2 >>> 8) & 0xff)] ^
      table[768 | (s3 & 0xff)] ^
      words[k];
    const t1 =
      table[s1 >>> 24] ^
      table[256 | ((s2 >>> 16) & 0xff)] ^
      table[512 | ((s3 >>> 8) & 0xff)] ^
      table[768 | (s0 & 0xff)] ^
      words[k + 1];
    const t2 =
      table[s2 >>> 24] ^
      table[256 | ((s3 >>> 16) & 0xff)] ^
      table[512 | ((s0 >>> 8) & 0xff)] ^
      table[768 | (s1 & 0xff)] ^
      words[k + 2];
    const t3 =
      table[s3 >>> 24] ^
      table[256 | ((s0 >>> 16) & 0xff)] ^
      table[512 | ((s1 >>> 8) & 0xff)] ^
      table[768 | (s2 & 0xff)] ^
      words[k + 3];
    s0 = t0;
    s1 = t1;
    s2 = t2;
    s3 = t3;
    k += 4;
  }
  block[0] = lastRound(SBOX, s0, s1, s2, s3) ^ words[k];
  block[1] = lastRound(SBOX, s1, s2, s3, s0) ^ words[k + 1];
  block[2] = lastRound(SBOX, s2, s3, s0, s1) ^ words[k + 2];
  block[3] = lastRound(SBOX, s3, s0, s1, s2) ^ words[k + 3];
}

/** Decrypts the block, four words, in place; the schedule is an inverse one. */
export function decryptBlock({ words, rounds }: AesSchedule, block: Uint32Array): void {
  const table = U;
  let s0 = block[0] ^ words[0];
  let s1 = block[1] ^ words[1];
  let s2 = block[2] ^ words[2];
  let s3 = block[3] ^ words[3];
  let k = 4;
  for (let round = 1; round < rounds; round++) {
    const t0 =
      table[s0 >>> 24] ^
      table[256 | ((s3 >>> 16) & 0xff)] ^
      table[512 | ((s2 >>> 8) & 0xff)] ^
      table[768 | (s1 & 0xff)] ^
      words[k];
    const t1 =
      table[s1 >>> 24] ^
      table[256 | ((s0 >>> 16) & 0xff)] ^
      table[512 | ((s3 >>> 8) & 0xff)] ^
      table[768 | (s2 & 0xff)] ^
      words[k + 1];
    const t2 =
      table[s2 >>> 24] ^
      table[256 | ((s1 >>> 16) & 0xff)] ^
      table[512 | ((s0 >>> 8) & 0xff)] ^
      table[768 | (s3 & 0xff)] ^
      words[k + 2];
    const t3 =
      table[s3 >>> 24] ^
      table[256 | ((s2 >>> 16) & 0xff)] ^
      table[512 | ((s1 >>> 8) & 0xff)] ^
      table[768 | (s0 & 0xff)] ^
      words[k + 3];
    s0 = t0;
    s1 = t1;
    s2 = t2;
    s3 = t3;
    k += 4;
  }
  block[0] = lastRound(INVERSE_SBOX, s0, s3, s2, s1) ^ words[k];
  block[1] = lastRound(INVERSE_SBOX, s1, s0, s3, s2) ^ words[k + 1];
  block[2] = lastRound(INVERSE_SBOX, s2, s1, s0, s3) ^ words[k + 2];
  block[3] = lastRound(INVERSE_SBOX, s3, s2, s1, s0) ^ words[k + 3];
}

/** The last round has no MixColumns: plain substitution, gathered over shifted rows. */
function lastRound(box: Uint8Array, a: number, b: number, c: number, d: number): number {
  return (
    (box[a >>> 24] << 24) | (box[(b >>> 16) & 0xff] << 16) | (box[(c >>> 8) & 0xff] << 8) | box[d & 0xff]
  );
}

function substitute(word: number): number {
  return lastRound(SBOX, word, word, word, word);
}

/** The inverse tables substitute first; undoing that with SBOX leaves InvMixColumns alone. */
function inverseMixColumn(word: number): number {
  return (
    U[SBOX[word >>> 24]] ^
    U[256 | SBOX[(word >>> 16) & 0xff]] ^
    U[512 | SBOX[(word >>> 8) & 0xff]] ^
    U[768 | SBOX[word & 0xff]]
  );
}

/** Multiplication by x in GF(2^8) modulo x^8 + x^4 + x^3 + x + 1 (FIPS 197 section 4.3). */
function double(a: number): number {
  return (a << 1) ^ (a & 0x80 ? 0x11b : 0);
}

// --- tables, computed from the field they live in ---------------------------------------------------------------------

const SBOX = new Uint8Array(256);
const INVERSE_SBOX = new Uint8Array(256);
const T = new Int32Array(4 * 256);
const U = new Int32Array(4 * 256);

buildTables();

function buildTables(): void {
  // 03 generates the field's multiplicative group: with p = 03^i and q = 03^-i, q is the inverse of p.
  let p = 1;
  let q = 1;
  do {
    p = (p ^ double(p)) & 0xff;
    q ^= q << 1; // times f6, the inverse of 03
    q ^= q << 2;
    q ^= q << 4;
    q &= 0xff;
    if (q & 0x80) q ^= 0x09;
    substitution(p, q ^ rotate(q, 1) ^ rotate(q, 2) ^ rotate(q, 3) ^ rotate(q, 4) ^ 0x63);
  } while (p !== 1);
  substitution(0, 0x63); // zero has no inverse
}

function substitution(from: number, to: number): void {
  SBOX[from] = to;
  INVERSE_SBOX[to] = from;
  const to2 = double(to);
  const column = (to2 << 24) | (to << 16) | (to << 8) | (to2 ^ to);
  T[from] = column;
  T[256 | from] = (column >>> 8) | (column << 24);
  T[512 | from] = (column >>> 16) | (column << 16);
  T[768 | from] = (column >>> 24) | (column << 8);
  const f2 = double(from);
  const f4 = double(f2);
  const f8 = double(f4);
  const inverse = ((f8 ^ f4 ^ f2) << 24) | ((f8 ^ from) << 16) | ((f8 ^ f4 ^ from) << 8) | (f8 ^ f2 ^ from);
  U[to] = inverse;
  U[256 | to] = (inverse >>> 8) | (inverse << 24);
  U[512 | to] = (inverse >>> 16) | (inverse << 16);
  U[768 | to] = (inverse >>> 24) | (inverse << 8);
}

function rotate(byte: number, count: number): number {
  return ((byte << count) | (byte >>> (8 - count))) & 0xff;
}
