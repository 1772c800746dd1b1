/** What Python takes for spaces and digits, which is not what JavaScript does: it knows more of either, and U+FEFF is none. */

/** `str.isspace()`, as the inside of a character class. */
export const SPACE: string =
  '\\t-\\r\\x1c-\\x20\\x85\\xa0\\u1680\\u2000-\\u200a\\u2028\\u2029\\u202f\\u205f\\u3000';

/** `str.strip()`. */
export function strip(text: string): string {
  return text.replace(AROUND, '');
}

const AROUND = new RegExp(`^[${SPACE}]+|[${SPACE}]+$`, 'gu');

/** `int()` of text that is all digits, of any script. */
export function intOf(digits: string): number {
  return Number(Array.from(digits, digitOf).join(''));
}

/** Unicode has digits in rows from 0 to 9, some of them end to end. */
function digitOf(char: string): number {
  const point = char.codePointAt(0) ?? 0;
  let first = point;
  while (DIGIT.test(String.fromCodePoint(first - 1))) first--;
  return (point - first) % 10;
}

const DIGIT = /\p{Nd}/u;
