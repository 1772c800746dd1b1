/**
 * Tables of RFC 3454 for nameprep, which are those of Unicode 3.2 for ever: the engine's own knowledge of characters
 * moves on, and names that are prepared with it would too. One item a range: how far its first character lies behind the
 * last one of the range before, and, behind a dot, how many more it has; in base 36. They are read when the first name
 * that is not ASCII comes.
 */
/** Table A.1 and the non-characters: what Unicode 3.2 had not assigned. */
export declare const isUnassigned: (char: string) => boolean;
/** Tables C.1.2, C.2.2 and C.3 to C.9 together: what must not be in a label. */
export declare const isProhibited: (char: string) => boolean;
/** Table D.1: letters that are written from right to left. */
export declare const isRightToLeft: (char: string) => boolean;
/** Table D.2: letters that are written from left to right. */
export declare const isLeftToRight: (char: string) => boolean;
