/** Suites in the three words that `cipher()` and `shared_ciphers()` have for them. */
import type { SuiteName } from '../wire/registries.ts';
import { type CipherRow } from './cipher-table.ts';
/** `(name, protocol of the suite, secret bits)`. */
export type CipherTuple = readonly [string, string, number];
/** The suite that was agreed on. */
export declare function cipherTuple(suite: SuiteName): CipherTuple | null;
/** Which of ours the client has offered too, in our order; the engine tells those that it knows by name, others by number. */
export declare function sharedTuples(ours: readonly CipherRow[], offered: readonly string[]): CipherTuple[];
