/**
 * OpenSSL's cipher language, as `openssl-ciphers(1)` describes it and `ssl_ciph.c` does it.
 *
 * A list of suites is worked on by rules, left to right. Each suite is active or not, and has a place:
 * - a word adds its suites at the end, those that are active already stay where they are;
 * - `-word` makes them inactive and moves them to the front, so that what was deleted last comes back first;
 * - `+word` moves the active ones to the end;
 * - `!word` removes them for good;
 * - `@STRENGTH` sorts the active ones by key length, `@SECLEVEL=n` sets the level.
 * Words joined by `+` select what all of them select. An unknown word is passed over, with what is joined to it.
 *
 * Before the first rule the suites are put in OpenSSL's order of preference by rules of the same kind.
 */
import { type CipherRow } from './cipher-table.ts';
export interface CipherChoice {
    /** Suites of TLS 1.2 and before, best first. */
    readonly suites: readonly CipherRow[];
    /** What `@SECLEVEL` said last, if it said something. */
    readonly securityLevel: number | undefined;
    /** A malformed string: nothing of it counts, but for the level. */
    readonly malformed: boolean;
}
/** What a cipher string selects. */
export declare function chooseCiphers(text: string): CipherChoice;
