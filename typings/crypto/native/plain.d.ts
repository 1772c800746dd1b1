/**
 * The same bytes as a plain `Uint8Array`. A `Buffer` must not leave this room: its `slice` is a view where everybody
 * expects a copy, and what is wiped there is then wiped here.
 */
export declare function plain(buffer: Uint8Array): Uint8Array;
