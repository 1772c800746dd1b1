/** Python's words for text that an encoding has no form for. Positions count characters, not JavaScript's halves of them. */
import { UnicodeEncodeError } from './exceptions.ts';
/** Refuses what is beyond ASCII. */
export declare function checkAscii(text: string): void;
/** Refuses halves of surrogate pairs that stand alone, for which UTF-8 has no form. */
export declare function checkUtf8(text: string): void;
/** The characters between two positions are what `codec` cannot encode. */
export declare function encodeError(codec: string, chars: readonly string[], from: number, to: number, reason: string): UnicodeEncodeError;
