/**
 * GHASH (NIST SP 800-38D, section 6): the hash behind GCM, `Y = (Y ^ X) * H` in GF(2^128) for each block.
 *
 * Bits go the other way round here: the leftmost bit of a block is the coefficient of x^0, so multiplying by x is a
 * shift to the right, and a bit that falls off at the right comes back as `R = e1 << 120`. Shoup's method, by bytes: a
 * table holds `b * H` for each byte b; a product is sixteen steps of "shift by a byte, add the table's entry"; a
 * second table, the same for all keys, says what a byte that falls off comes back as. The first blocks under a key go
 * bit by bit: a connection that says little has no use for a table of 4 KiB.
 *
 * `compat-tests/crypto/twins.ts` has the definition, bit by bit, and a test that holds the two equal.
 */
export class Ghash {
  /** `b * H` for each byte b, four words each: 4 KiB a key, made when so many blocks have come. */
  #table: Uint32Array | undefined;
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

  /** The product's sixteen steps are written out, from the last byte to the first: a loop is half as fast. */
  #blocksByBytes(view: DataView, t: Uint32Array): void {
    const state = this.#state;
    let y0 = state[0];
    let y1 = state[1];
    let y2 = state[2];
    let y3 = state[3];
    for (let at = 0; at < view.byteLength; at += 16) {
      const q0 = y0 ^ view.getUint32(at);
      const q1 = y1 ^ view.getUint32(at + 4);
      const q2 = y2 ^ view.getUint32(at + 8);
      const q3 = y3 ^ view.getUint32(at + 12);
      let e = 0;
      let c = 0;
      e = (q3 & 0xff) << 2;
      let z0 = t[e];
      let z1 = t[e + 1];
      let z2 = t[e + 2];
      let z3 = t[e + 3];
      e = ((q3 >>> 8) & 0xff) << 2;
      c = REDUCTION[z3 & 0xff];
      z3 = ((z3 >>> 8) | (z2 << 24)) ^ t[e + 3];
      z2 = ((z2 >>> 8) | (z1 << 24)) ^ t[e + 2];
      z1 = ((z1 >>> 8) | (z0 << 24)) ^ t[e + 1];
      z0 = (z0 >>> 8) ^ c ^ t[e];
      e = ((q3 >>> 16) & 0xff) << 2;
      c = REDUCTION[z3 & 0xff];
      z3 = ((z3 >>> 8) | (z2 << 24)) ^ t[e + 3];
      z2 = ((z2 >>> 8) | (z1 << 24)) ^ t[e + 2];
      z1 = ((z1 >>> 8) | (z0 << 24)) ^ t[e + 1];
      z0 = (z0 >>> 8) ^ c ^ t[e];
      e = (q3 >>> 24) << 2;
      c = REDUCTION[z3 & 0xff];
      z3 = ((z3 >>> 8) | (z2 << 24)) ^ t[e + 3];
      z2 = ((z2 >>> 8) | (z1 << 24)) ^ t[e + 2];
      z1 = ((z1 >>> 8) | (z0 << 24)) ^ t[e + 1];
      z0 = (z0 >>> 8) ^ c ^ t[e];
      e = (q2 & 0xff) << 2;
      c = REDUCTION[z3 & 0xff];
      z3 = ((z3 >>> 8) | (z2 << 24)) ^ t[e + 3];
      z2 = ((z2 >>> 8) | (z1 << 24)) ^ t[e + 2];
      z1 = ((z1 >>> 8) | (z0 << 24)) ^ t[e + 1];
      z0 = (z0 >>> 8) ^ c ^ t[e];
      e = ((q2 >>> 8) & 0xff) << 2;
      c = REDUCTION[z3 & 0xff];
      z3 = ((z3 >>> 8) | (z2 << 24)) ^ t[e + 3];
      z2 = ((z2 >>> 8) | (z1 << 24)) ^ t[e + 2];
      z1 = ((z1 >>> 8) | (z0 << 24)) ^ t[e + 1];
      z0 = (z0 >>> 8) ^ c ^ t[e];
      e = ((q2 >>> 16) & 0xff) << 2;
      c = REDUCTION[z3 & 0xff];
      z3 = ((z3 >>> 8) | (z2 << 24)) ^ t[e + 3];
      z2 = ((z2 >>> 8) | (z1 << 24)) ^ t[e + 2];
      z1 = ((z1 >>> 8) | (z0 << 24)) ^ t[e + 1];
      z0 = (z0 >>> 8) ^ c ^ t[e];
      e = (q2 >>> 24) << 2;
      c = REDUCTION[z3 & 0xff];
      z3 = ((z3 >>> 8) | (z2 << 24)) ^ t[e + 3];
      z2 = ((z2 >>> 8) | (z1 << 24)) ^ t[e + 2];
      z1 = ((z1 >>> 8) | (z0 << 24)) ^ t[e + 1];
      z0 = (z0 >>> 8) ^ c ^ t[e];
      e = (q1 & 0xff) << 2;
      c = REDUCTION[z3 & 0xff];
      z3 = ((z3 >>> 8) | (z2 << 24)) ^ t[e + 3];
      z2 = ((z2 >>> 8) | (z1 << 24)) ^ t[e + 2];
      z1 = ((z1 >>> 8) | (z0 << 24)) ^ t[e + 1];
      z0 = (z0 >>> 8) ^ c ^ t[e];
      e = ((q1 >>> 8) & 0xff) << 2;
      c = REDUCTION[z3 & 0xff];
      z3 = ((z3 >>> 8) | (z2 << 24)) ^ t[e + 3];
      z2 = ((z2 >>> 8) | (z1 << 24)) ^ t[e + 2];
      z1 = ((z1 >>> 8) | (z0 << 24)) ^ t[e + 1];
      z0 = (z0 >>> 8) ^ c ^ t[e];
      e = ((q1 >>> 16) & 0xff) << 2;
      c = REDUCTION[z3 & 0xff];
      z3 = ((z3 >>> 8) | (z2 << 24)) ^ t[e + 3];
      z2 = ((z2 >>> 8) | (z1 << 24)) ^ t[e + 2];
      z1 = ((z1 >>> 8) | (z0 << 24)) ^ t[e + 1];
      z0 = (z0 >>> 8) ^ c ^ t[e];
      e = (q1 >>> 24) << 2;
      c = REDUCTION[z3 & 0xff];
      z3 = ((z3 >>> 8) | (z2 << 24)) ^ t[e + 3];
      z2 = ((z2 >>> 8) | (z1 << 24)) ^ t[e + 2];
      z1 = ((z1 >>> 8) | (z0 << 24)) ^ t[e + 1];
      z0 = (z0 >>> 8) ^ c ^ t[e];
      e = (q0 & 0xff) << 2;
      c = REDUCTION[z3 & 0xff];
      z3 = ((z3 >>> 8) | (z2 << 24)) ^ t[e + 3];
      z2 = ((z2 >>> 8) | (z1 << 24)) ^ t[e + 2];
      z1 = ((z1 >>> 8) | (z0 << 24)) ^ t[e + 1];
      z0 = (z0 >>> 8) ^ c ^ t[e];
      e = ((q0 >>> 8) & 0xff) << 2;
      c = REDUCTION[z3 & 0xff];
      z3 = ((z3 >>> 8) | (z2 << 24)) ^ t[e + 3];
      z2 = ((z2 >>> 8) | (z1 << 24)) ^ t[e + 2];
      z1 = ((z1 >>> 8) | (z0 << 24)) ^ t[e + 1];
      z0 = (z0 >>> 8) ^ c ^ t[e];
      e = ((q0 >>> 16) & 0xff) << 2;
      c = REDUCTION[z3 & 0xff];
      z3 = ((z3 >>> 8) | (z2 << 24)) ^ t[e + 3];
      z2 = ((z2 >>> 8) | (z1 << 24)) ^ t[e + 2];
      z1 = ((z1 >>> 8) | (z0 << 24)) ^ t[e + 1];
      z0 = (z0 >>> 8) ^ c ^ t[e];
      e = (q0 >>> 24) << 2;
      c = REDUCTION[z3 & 0xff];
      z3 = ((z3 >>> 8) | (z2 << 24)) ^ t[e + 3];
      z2 = ((z2 >>> 8) | (z1 << 24)) ^ t[e + 2];
      z1 = ((z1 >>> 8) | (z0 << 24)) ^ t[e + 1];
      z0 = (z0 >>> 8) ^ c ^ t[e];
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

/** The table costs as much as some hundred blocks by bits, and a block by it a twelfth of one. */
const BLOCKS_BEFORE_TABLE = 64;

/** Entries of one bit by multiplying by x again and again; the others are sums of two that are there. */
function productTable(key: Uint32Array): Uint32Array {
  const table = new Uint32Array(4 * 256);
  let [w0, w1, w2, w3] = key;
  for (let bit = 0x80; bit > 0; bit >>= 1) {
    table[4 * bit] = w0;
    table[4 * bit + 1] = w1;
    table[4 * bit + 2] = w2;
    table[4 * bit + 3] = w3;
    const carry = -(w3 & 1) & R;
    w3 = (w3 >>> 1) | (w2 << 31);
    w2 = (w2 >>> 1) | (w1 << 31);
    w1 = (w1 >>> 1) | (w0 << 31);
    w0 = (w0 >>> 1) ^ carry;
  }
  for (let high = 2; high < 256; high <<= 1) {
    for (let low = 1; low < high; low++) {
      const sum = 4 * (high + low);
      table[sum] = table[4 * high] ^ table[4 * low];
      table[sum + 1] = table[4 * high + 1] ^ table[4 * low + 1];
      table[sum + 2] = table[4 * high + 2] ^ table[4 * low + 2];
      table[sum + 3] = table[4 * high + 3] ^ table[4 * low + 3];
    }
  }
  return table;
}

/** Where blocks are put together that do not stand in the text as they are; nothing secret comes here. */
const LAST_BLOCK = new DataView(new ArrayBuffer(16));

/** The first word of x^128 modulo the field's polynomial. */
const R = 0xe1000000;

/** What a byte comes back as, in the first word, when it is shifted out at the right. */
const REDUCTION = Uint32Array.from({ length: 256 }, (_, byte) => {
  let word = 0;
  for (let bit = 0; bit < 8; bit++) word = (word >>> 1) ^ (-((byte >>> bit) & 1) & R);
  return word;
});
