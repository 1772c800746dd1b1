/**
 * GHASH (NIST SP 800-38D, section 6): the hash behind GCM, `Y = (Y ^ X) * H` in GF(2^128) for each block.
 *
 * Bits go the other way round here: the leftmost bit of a block is the coefficient of x^0, so multiplying by x is a
 * shift to the right, and a bit that falls off at the right comes back as `R = e1 << 120`. Shoup's method: tables hold
 * `b * H` for each byte b at each of the four places in a word; a product is four steps of "move on by a word, add the
 * entries of four bytes". The first blocks under a key go bit by bit: a connection that says little has no use for tables of
 * 16 KiB.
 *
 * `compat-tests/crypto/twins.ts` has the definition, bit by bit, and a test that holds the two equal.
 */
export class Ghash {
  /** `b * H` for each byte b at each place, four words each: 16 KiB a key, made when so many blocks have come. */
  #table: Int32Array | undefined;
  #blocksBefore = BLOCKS_BEFORE_TABLE;
  readonly #key: Uint32Array;
  readonly #state = new Uint32Array(4);

  /** `key` is H, the encryption of the zero block, as four words. */
  constructor(key: Uint32Array) {
    this.#key = key;
  }

  reset(): void {
    this.#state.fill(0);
  }

  /** Hashes the bytes, the last block filled up with zeros. */
  update(bytes: Uint8Array): void {
    const whole = bytes.length & ~15;
    if (whole > 0) this.#blocks(new DataView(bytes.buffer, bytes.byteOffset, whole));
    if (whole < bytes.length) {
      for (let i = 0; i < 16; i++) LAST_BLOCK.setUint8(i, whole + i < bytes.length ? bytes[whole + i] : 0);
      this.#blocks(LAST_BLOCK);
    }
  }

  /** The closing block: both lengths in bits, 64 bits each. */
  lengths(additionalData: number, text: number): void {
    LAST_BLOCK.setUint32(0, additionalData / 2 ** 29);
    LAST_BLOCK.setUint32(4, additionalData << 3);
    LAST_BLOCK.setUint32(8, text / 2 ** 29);
    LAST_BLOCK.setUint32(12, text << 3);
    this.#blocks(LAST_BLOCK);
  }

  /** Where the hash stands, four words; they change with the next update. */
  get state(): Uint32Array {
    return this.#state;
  }

  wipe(): void {
    this.#table?.fill(0);
    this.#key.fill(0);
    this.#state.fill(0);
  }

  #blocks(view: DataView): void {
    if (this.#table === undefined) {
      this.#blocksBefore -= view.byteLength / 16;
      if (this.#blocksBefore >= 0) {
        this.#blocksByBits(view);
        return;
      }
      this.#table = productTable(this.#key);
    }
    this.#blocksByBytes(view, this.#table);
  }

  /** The sum of H, shifted once more for each bit of the other factor, where that bit is set. */
  #blocksByBits(view: DataView): void {
    const factor = this.#state;
    for (let at = 0; at < view.byteLength; at += 16) {
      for (let i = 0; i < 4; i++) factor[i] ^= view.getUint32(at + 4 * i);
      let [w0, w1, w2, w3] = this.#key;
      let [z0, z1, z2, z3] = [0, 0, 0, 0];
      for (let bit = 0; bit < 128; bit++) {
        const take = -((factor[bit >> 5] >>> (31 - (bit & 31))) & 1);
        z0 ^= w0 & take;
        z1 ^= w1 & take;
        z2 ^= w2 & take;
        z3 ^= w3 & take;
        const carry = -(w3 & 1) & R;
        w3 = (w3 >>> 1) | (w2 << 31);
        w2 = (w2 >>> 1) | (w1 << 31);
        w1 = (w1 >>> 1) | (w0 << 31);
        w0 = (w0 >>> 1) ^ carry;
      }
      factor[0] = z0;
      factor[1] = z1;
      factor[2] = z2;
      factor[3] = z3;
    }
  }

  /**
   * The product by Horner's rule, a word at a time from the last: what was summed up moves on by a word, and the last of
   * its words comes back at the front. The four steps are written out: a loop is half as fast.
   */
  #blocksByBytes(view: DataView, t: Int32Array): void {
    const state = this.#state;
    let y0 = state[0];
    let y1 = state[1];
    let y2 = state[2];
    let y3 = state[3];
    for (let at = 0; at < view.byteLength; at += 16) {
      let word = y3 ^ view.getInt32(at + 12);
      let a = (word >>> 22) & 0x3fc;
      let b = 1024 | ((word >>> 14) & 0x3fc);
      let c = 2048 | ((word >>> 6) & 0x3fc);
      let d = 3072 | ((word << 2) & 0x3fc);
      let z0 = t[a] ^ t[b] ^ t[c] ^ t[d];
      let z1 = t[a + 1] ^ t[b + 1] ^ t[c + 1] ^ t[d + 1];
      let z2 = t[a + 2] ^ t[b + 2] ^ t[c + 2] ^ t[d + 2];
      let z3 = t[a + 3] ^ t[b + 3] ^ t[c + 3] ^ t[d + 3];
      let out = z3;
      word = y2 ^ view.getInt32(at + 8);
      a = (word >>> 22) & 0x3fc;
      b = 1024 | ((word >>> 14) & 0x3fc);
      c = 2048 | ((word >>> 6) & 0x3fc);
      d = 3072 | ((word << 2) & 0x3fc);
      z3 = z2 ^ t[a + 3] ^ t[b + 3] ^ t[c + 3] ^ t[d + 3];
      z2 = z1 ^ t[a + 2] ^ t[b + 2] ^ t[c + 2] ^ t[d + 2];
      z1 = z0 ^ (out << 31) ^ (out << 30) ^ (out << 25) ^ t[a + 1] ^ t[b + 1] ^ t[c + 1] ^ t[d + 1];
      z0 = out ^ (out >>> 1) ^ (out >>> 2) ^ (out >>> 7) ^ t[a] ^ t[b] ^ t[c] ^ t[d];
      word = y1 ^ view.getInt32(at + 4);
      a = (word >>> 22) & 0x3fc;
      b = 1024 | ((word >>> 14) & 0x3fc);
      c = 2048 | ((word >>> 6) & 0x3fc);
      d = 3072 | ((word << 2) & 0x3fc);
      out = z3;
      z3 = z2 ^ t[a + 3] ^ t[b + 3] ^ t[c + 3] ^ t[d + 3];
      z2 = z1 ^ t[a + 2] ^ t[b + 2] ^ t[c + 2] ^ t[d + 2];
      z1 = z0 ^ (out << 31) ^ (out << 30) ^ (out << 25) ^ t[a + 1] ^ t[b + 1] ^ t[c + 1] ^ t[d + 1];
      z0 = out ^ (out >>> 1) ^ (out >>> 2) ^ (out >>> 7) ^ t[a] ^ t[b] ^ t[c] ^ t[d];
      word = y0 ^ view.getInt32(at);
      a = (word >>> 22) & 0x3fc;
      b = 1024 | ((word >>> 14) & 0x3fc);
      c = 2048 | ((word >>> 6) & 0x3fc);
      d = 3072 | ((word << 2) & 0x3fc);
      out = z3;
      z3 = z2 ^ t[a + 3] ^ t[b + 3] ^ t[c + 3] ^ t[d + 3];
      z2 = z1 ^ t[a + 2] ^ t[b + 2] ^ t[c + 2] ^ t[d + 2];
      z1 = z0 ^ (out << 31) ^ (out << 30) ^ (out << 25) ^ t[a + 1] ^ t[b + 1] ^ t[c + 1] ^ t[d + 1];
      z0 = out ^ (out >>> 1) ^ (out >>> 2) ^ (out >>> 7) ^ t[a] ^ t[b] ^ t[c] ^ t[d];
      y0 = z0;
      y1 = z1;
      y2 = z2;
      y3 = z3;
    }
    state[0] = y0;
    state[1] = y1;
    state[2] = y2;
    state[3] = y3;
  }
}

/** The tables cost as much as some twenty blocks by bits, and stay in memory: what a handshake says does without. */
const BLOCKS_BEFORE_TABLE = 64;

/**
 * The products of H with each byte, four words each, at each of the four places that a byte has in a word: at the next
 * place all is multiplied by x^8. Entries of one bit come by multiplying by x again and again, the others are sums of two that
 * are there.
 */
function productTable(key: Uint32Array): Int32Array {
  const table = new Int32Array(4 * 4 * 256);
  let [w0, w1, w2, w3] = key;
  for (let place = 0; place < table.length; place += 4 * 256) {
    for (let bit = 0x80; bit > 0; bit >>= 1) {
      const entry = place + 4 * bit;
      table[entry] = w0;
      table[entry + 1] = w1;
      table[entry + 2] = w2;
      table[entry + 3] = w3;
      const carry = -(w3 & 1) & R;
      w3 = (w3 >>> 1) | (w2 << 31);
      w2 = (w2 >>> 1) | (w1 << 31);
      w1 = (w1 >>> 1) | (w0 << 31);
      w0 = (w0 >>> 1) ^ carry;
    }
    for (let high = 2; high < 256; high <<= 1) {
      const one = place + 4 * high;
      for (let i = 4; i < 4 * high; i++) table[one + i] = table[one + (i & 3)] ^ table[place + i];
    }
  }
  return table;
}

/** Where blocks are put together that do not stand in the text as they are; nothing secret comes here. */
const LAST_BLOCK = new DataView(new ArrayBuffer(16));

/** The first word of x^128 modulo the field's polynomial: 1, x, x^2 and x^7. */
const R = 0xe1000000;
