/** Python's `bytearray` as a stream reader uses it: grows at the end, shrinks at the front, can be searched. */
export declare class ByteBuffer {
    #private;
    get length(): number;
    append(data: Uint8Array): void;
    /** Where `wanted` first stands from `from` on; -1 if nowhere. */
    indexOf(wanted: Uint8Array, from: number): number;
    startsWith(wanted: Uint8Array, at: number): boolean;
    /** Takes up to so many bytes out at the front. */
    take(count: number): Uint8Array;
    drop(count: number): void;
    clear(): void;
}
