/** What Python takes for spaces and digits, which is not what JavaScript does: it knows more of either, and U+FEFF is none. */
/** `str.isspace()`, as the inside of a character class. */
export declare const SPACE: string;
/** `str.strip()`. */
export declare function strip(text: string): string;
/** `int()` of text that is all digits, of any script. */
export declare function intOf(digits: string): number;
