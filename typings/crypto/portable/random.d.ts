/** Bytes from the generator of the running engine. */
export declare function random(length: number): Uint8Array;
