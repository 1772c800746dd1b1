/**
 * The words of OpenSSL's cipher language, and what each asks of a suite. Words that are joined by `+` ask for what all
 * of them ask for; two that leave nothing in common (`AES128+AES256`) are no words at all, and are passed over.
 *
 * Algorithms that we do not have (anonymous, DSS, NULL, Camellia, ...) have their words all the same: they select
 * nothing, but `CAMELLIA` is read where `NONSENSE` is passed over, and a mistake behind it is minded.
 */
import { type CipherRow } from './cipher-table.ts';
/** What a suite has to have one of, column by column; a column that is left out takes all. */
export type Wanted = Readonly<Partial<Record<Column, readonly string[]>>>;
type Column = 'exchange' | 'authentication' | 'encryption' | 'mac' | 'minimum' | 'strength' | 'rarity' | 'name';
/** What both ask for; `undefined` if there can be no such suite. */
export declare function joined(one: Wanted, other: Wanted): Wanted | undefined;
/** Whether a suite is what is asked for. */
export declare function wantedBy(wanted: Wanted): (row: CipherRow) => boolean;
/** What a word asks for. */
export declare const cipherWords: ReadonlyMap<string, Wanted>;
export {};
