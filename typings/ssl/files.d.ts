/** Paths as Python's functions take them, and the `OSError`s that they raise. */
import { type Path } from '../host/files.ts';
/** `str` or `bytes`, for which `undefined` comes back where it is neither. */
export declare function pathOf(value: unknown): Path | undefined;
/** A file's content; `instead` names the way to do without files. */
export declare function contentOf(path: Path, options: {
    readonly instead: string;
    readonly named?: boolean;
}): Uint8Array;
/** Makes sure that a log can be written to; whether it is empty. */
export declare function openLog(path: Path): {
    readonly empty: boolean;
};
export declare function appendLog(path: Path, text: string): void;
