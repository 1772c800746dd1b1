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
export declare class Ghash {
    #private;
    /** `key` is H, the encryption of the zero block, as four words. */
    constructor(key: Uint32Array);
    reset(): void;
    /** Hashes the bytes, the last block filled up with zeros. */
    update(bytes: Uint8Array): void;
    /** The closing block: both lengths in bits, 64 bits each. */
    lengths(additionalData: number, text: number): void;
    /** Where the hash stands, four words; they change with the next update. */
    get state(): Uint32Array;
    wipe(): void;
}
