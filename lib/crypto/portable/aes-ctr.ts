import { type AesSchedule, encryptShared, shareRounds } from './aes.ts';

/**
 * Counter mode as GCM and CCM have it: `from` is added to the encryptions of a block whose last 32 bits count upwards
 * from where `counter` stands, which is left as it is. (A nonce of 96 bits leaves 32 to count with, and no record or
 * caller here comes near 2^36 bytes.) `to` has the length of `from`, and may be the same bytes.
 */
export function counterMode(
  schedule: AesSchedule,
  counter: Uint32Array,
  from: Uint8Array,
  to: Uint8Array,
): void {
  const source = new DataView(from.buffer, from.byteOffset, from.length);
  const target = new DataView(to.buffer, to.byteOffset, to.length);
  const whole = from.length & ~15;
  let count = counter[3];
  startAt(schedule, counter, count);
  for (let at = 0; at < whole; at += 16) {
    encryptShared(schedule, shared, count, block);
    target.setUint32(at, source.getUint32(at) ^ block[0]);
    target.setUint32(at + 4, source.getUint32(at + 4) ^ block[1]);
    target.setUint32(at + 8, source.getUint32(at + 8) ^ block[2]);
    target.setUint32(at + 12, source.getUint32(at + 12) ^ block[3]);
    if ((++count & 0xff) === 0) startAt(schedule, counter, count);
  }
  if (whole < from.length) {
    encryptShared(schedule, shared, count, block);
    for (let i = 0; whole + i < from.length; i++) {
      to[whole + i] = from[whole + i] ^ (block[i >> 2] >>> (24 - 8 * (i & 3)));
    }
  }
  block.fill(0);
  shared.fill(0);
}

/** The block in hand, and what it shares with its neighbours; of one call, and wiped at its end. */
const block = new Uint32Array(4);
const shared = new Int32Array(5);

/** A new run of blocks that differ in the last byte of their count. */
function startAt(schedule: AesSchedule, counter: Uint32Array, count: number): void {
  block.set(counter);
  block[3] = count;
  shareRounds(schedule, block, shared);
}
