/** What Python's argument conversions say of values: bytes-like objects, text and integers, in its own words. */
import type { OwnBytes as Plain } from '../bytes/bytes.ts';
/** What stands for Python's bytes-like objects. */
export type BytesLike = Uint8Array | ArrayBufferView | ArrayBuffer;
/**
 * Stands for Python's `bytes` where they are returned: a `Uint8Array` whose memory no other thread has, as a page's
 * `WebSocket`, `Response` or `crypto.subtle` want it.
 */
export type OwnBytes = Plain;
/** The same bytes as a `Uint8Array`, not copied. */
export declare function bytesLike(value: unknown): Uint8Array;
/**
 * `undefined` for what is not bytes-like. A `Buffer` of Node's is seen as the plain bytes that it is made of, since its own
 * `slice()` copies nothing: what we kept would be the program's to change, and what we wipe would be the program's.
 */
export declare function bytesOf(value: unknown): Uint8Array | undefined;
/** A buffer to be filled. Every view of JavaScript is writable. */
export declare function writableBuffer(value: unknown, callee: string, position: number): Uint8Array;
/** Text as C takes it: in UTF-8, and to its end. */
export declare function cText(text: string): string;
/** Text without the spaces around it: those that C knows (`isspace`). */
export declare function withoutSpaces(text: string): string;
/** An integer of any size: a whole `number`, a `bigint`, or a `boolean`, which Python counts among them. */
export declare function integer(value: unknown): number;
/** An `int` of C. */
export declare function cInt(value: unknown): number;
/** An `int` of C, made of a `long` in words of its own. */
export declare function cIntOfLong(value: unknown): number;
/** A `long` of C, which has 64 bits where CPython's words come from. */
export declare function cLong(value: unknown): number;
/** A `Py_ssize_t` of C. */
export declare function cSize(value: unknown): number;
/**
 * A set of flags. What JavaScript's bit operations give is signed, and stands for the unsigned number with the same
 * 32 bits, so that `ctx.options |= ...` works with a flag in the highest of them.
 */
export declare function flags(value: unknown, beyond: 'refused' | 'wrapped'): number;
/** Whether a flag is set in a number that may have more than 32 bits. */
export declare function hasFlag(value: number, flag: number): boolean;
