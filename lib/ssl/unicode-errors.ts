/** Python's words for text that an encoding has no form for. Positions count characters, not JavaScript's halves of them. */
import { UnicodeEncodeError } from './exceptions.ts';

/** Refuses what is beyond ASCII. */
export function checkAscii(text: string): void {
  check(text, /[^\0-\x7f]/u, 'ascii', 'ordinal not in range(128)');
}

/** Refuses halves of surrogate pairs that stand alone, for which UTF-8 has no form. */
export function checkUtf8(text: string): void {
  check(text, /\p{Surrogate}/u, 'utf-8', 'surrogates not allowed');
}

/** Reports the first run of characters that cannot be encoded. */
function check(text: string, foreign: RegExp, codec: string, reason: string): void {
  if (!foreign.test(text)) return;
  const chars = Array.from(text);
  const from = chars.findIndex((char) => foreign.test(char));
  const rest = chars.slice(from).findIndex((char) => !foreign.test(char));
  throw encodeError(codec, chars, from, rest === -1 ? chars.length : from + rest, reason);
}

/** The characters between two positions are what `codec` cannot encode. */
export function encodeError(
  codec: string,
  chars: readonly string[],
  from: number,
  to: number,
  reason: string,
): UnicodeEncodeError {
  const char = chars[from];
  const where =
    char !== undefined && to === from + 1
      ? `character '${escaped(char)}' in position ${from}`
      : `characters in position ${from}-${to - 1}`;
  return new UnicodeEncodeError(`'${codec}' codec can't encode ${where}: ${reason}`);
}

function escaped(char: string): string {
  const hex = (char.codePointAt(0) ?? 0).toString(16);
  if (hex.length <= 2) return `\\x${hex.padStart(2, '0')}`;
  return hex.length <= 4 ? `\\u${hex.padStart(4, '0')}` : `\\U${hex.padStart(8, '0')}`;
}
