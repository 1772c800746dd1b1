/** A file that can be read from, such as `fs.promises.open()` gives. */
export interface ReadableFile {
    /** Fills a buffer from a position of the file, or where that is `null` from where the last read ended. */
    read(buffer: Uint8Array, offset: number, length: number, position: number | null): Promise<{
        readonly bytesRead: number;
    }>;
}
export interface FilePart {
    readonly offset: unknown;
    /** How many bytes at most; `null` for all. */
    readonly count: unknown;
}
/** Hands a file to `send`, block by block; returns how many bytes that were. */
export declare function sendFile(file: unknown, part: FilePart, send: (block: Uint8Array) => Promise<unknown>): Promise<number>;
