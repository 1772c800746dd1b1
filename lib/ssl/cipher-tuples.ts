/** Suites in the three words that `cipher()` and `shared_ciphers()` have for them. */
import type { SuiteName } from '../wire/registries.ts';
import { type CipherRow, cipherRows12, cipherRows13, protocolOf } from './cipher-table.ts';

/** `(name, protocol of the suite, secret bits)`. */
export type CipherTuple = readonly [string, string, number];

/** The suite that was agreed on. */
export function cipherTuple(suite: SuiteName): CipherTuple | null {
  const row = rowsByName.get(suite);
  return row === undefined ? null : tupleOf(row);
}

/** Which of ours the client has offered too, in our order; the engine tells those that it knows by name, others by number. */
export function sharedTuples(ours: readonly CipherRow[], offered: readonly string[]): CipherTuple[] {
  const known = new Set(offered);
  return ours
    .filter(({ standardName, number }) => known.has(standardName) || known.has(hexNumber(number)))
    .map(tupleOf);
}

function tupleOf(row: CipherRow): CipherTuple {
  return [row.name, protocolOf(row), row.bits];
}

function hexNumber(number: number): string {
  return `0x${number.toString(16).padStart(4, '0')}`;
}

const rowsByName: ReadonlyMap<string, CipherRow> = new Map(
  [...cipherRows13, ...cipherRows12].map((row) => [row.standardName, row]),
);
