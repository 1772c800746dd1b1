/** asyncio's own exceptions; those that `ssl` raises as well are its. */
import { EOFError } from '../index.ts';
/** The work was given up, by whoever waited for it or by a `close()`. */
export declare class CancelledError extends Error {
    constructor(message?: string);
}
/** The stream ended before as much was read as was asked for. */
export declare class IncompleteReadError extends EOFError {
    /** What was read up to the end. */
    readonly partial: Uint8Array;
    /** How much was asked for; `null` where that was not a number of bytes. */
    readonly expected: number | null;
    constructor(partial: Uint8Array, expected: number | null);
}
/** More bytes than the limit of the stream came before the separator. */
export declare class LimitOverrunError extends Error {
    /** How many bytes can be read away without touching the separator. */
    readonly consumed: number;
    constructor(message: string, consumed: number);
}
