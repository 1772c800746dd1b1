import { type AesSchedule } from './aes.ts';
/**
 * Counter mode as GCM and CCM have it: `from` is added to the encryptions of a block whose last 32 bits count upwards
 * from where `counter` stands, which is left as it is. (A nonce of 96 bits leaves 32 to count with, and no record or
 * caller here comes near 2^36 bytes.) `to` has the length of `from`, and may be the same bytes.
 */
export declare function counterMode(schedule: AesSchedule, counter: Uint32Array, from: Uint8Array, to: Uint8Array): void;
