/** A path, in characters or in the bytes of the file system. */
export type Path = string | Uint8Array;
export type FileResult<Value> = {
    readonly ok: true;
    readonly value: Value;
} | {
    readonly ok: false;
    readonly code: string;
    readonly errno: number;
};
/** Whether this host has a file system at all. */
export declare function hasFiles(): boolean;
/** A file's content, as plain bytes and no `Buffer`, whose `slice()` copies nothing. */
export declare function readFile(path: Path): FileResult<Uint8Array>;
/** Adds to the end of a file, which is made if need be. */
export declare function appendFile(path: Path, text: string): FileResult<void>;
/** How long a file is; makes it if need be. */
export declare function openForAppending(path: Path): FileResult<number>;
/** What stands at a path. */
export declare function kindOf(path: Path): 'file' | 'directory' | 'nothing';
