/**
 * Bytes as a string to look things up by, one character each: equal where the bytes are. Made in large steps, because
 * it is made of a whole certificate each time that one is looked up.
 */
export declare function bytesKey(bytes: Uint8Array): string;
