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
export declare const AES_BLOCK_LENGTH = 16;
/** A key schedule and the number of rounds that it serves. */
export interface AesSchedule {
    readonly words: Uint32Array;
    readonly rounds: number;
}
/** FIPS 197 section 5.2; a key of 16, 24 or 32 bytes. */
export declare function expandKey(key: Uint8Array): AesSchedule;
/** The schedule of the equivalent inverse cipher: round keys in reverse, the inner ones through InvMixColumns. */
export declare function invertSchedule({ words, rounds }: AesSchedule): AesSchedule;
/** Encrypts the block, four words, in place. */
export declare function encryptBlock({ words, rounds }: AesSchedule, block: Uint32Array): void;
/** What 256 blocks have in common that differ in their last byte alone: see `shareRounds`. */
export type SharedRounds = Int32Array;
/**
 * The first two rounds for all blocks that begin with these fifteen bytes. In the first round one word of four depends
 * on the last byte, and in the second each word on one byte of that word; what else there is to look up is so for all.
 */
export declare function shareRounds({ words }: AesSchedule, block: Uint32Array, shared: SharedRounds): void;
/** Puts the encryption of the block that has this last byte, and else is as it was shared, into `block`. */
export declare function encryptShared({ words, rounds }: AesSchedule, shared: SharedRounds, last: number, block: Uint32Array): void;
/** Decrypts the block, four words, in place; the schedule is an inverse one. */
export declare function decryptBlock({ words, rounds }: AesSchedule, block: Uint32Array): void;
