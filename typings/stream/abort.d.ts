/**
 * Giving up waiting, without giving up what was waited for.
 *
 * A promise keeps everybody who ever asked it until it settles, and cannot be told to forget. A program that asks an
 * idle connection again and again, a time limit on each, would leave something behind each time; so each promise is
 * asked once, and those who wait for it stand in a list that they can leave.
 */
/** `promise`, or the signal's reason if that comes first; the promise's work goes on. */
export declare function unlessAborted<T>(promise: Promise<T>, signal: AbortSignal | undefined): Promise<T>;
