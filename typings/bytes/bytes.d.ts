/** Small things that every room does with bytes. Nothing here knows of TLS. */
export declare const EMPTY: Uint8Array;
/** Bytes whose memory no other thread has: what a page may send, hash or make a `Response` of. */
export type OwnBytes = ReturnType<typeof Uint8Array.of>;
/** One array out of many, in order. */
export declare function concat(...parts: readonly Uint8Array[]): Uint8Array;
/** A copy in plain bytes, of a `Buffer` of Node's too, whose `slice()` copies nothing. */
export declare function copyOf(bytes: Uint8Array): OwnBytes;
/** Equality of public bytes; returns at the first difference. For secrets use `equalSecret`. */
export declare function equal(a: Uint8Array, b: Uint8Array): boolean;
/** Equality that looks at every byte whatever they hold; only the lengths may show in its time. */
export declare function equalSecret(a: Uint8Array, b: Uint8Array): boolean;
/** Overwrites secrets that have served; see SECURITY.md for what this can and cannot promise. */
export declare function wipe(...secrets: readonly Uint8Array[]): void;
export declare function utf8(text: string): Uint8Array;
/** Throws a `TypeError` where the bytes are no UTF-8. */
export declare function fromUtf8(bytes: Uint8Array): string;
/**
 * Each byte one character (ISO 8859-1). Made in large steps: whole files and certificates are turned into text here,
 * and text that grew by single characters would be joined again when it is first looked at.
 */
export declare function latin1(bytes: Uint8Array): string;
/** Each character one byte; characters above U+00FF have no place here and throw a `RangeError`. */
export declare function fromLatin1(text: string): Uint8Array;
/** Lower-case hexadecimal. */
export declare function toHex(bytes: Uint8Array): string;
/** Reads hexadecimal in either case; throws a `RangeError` for anything else. */
export declare function fromHex(text: string): Uint8Array;
