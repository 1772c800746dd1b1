/** Paths as Python's functions take them, and the `OSError`s that they raise. */
import {
  appendFile,
  type FileResult,
  hasFiles,
  openForAppending,
  type Path,
  readFile,
} from '../host/files.ts';
import {
  FileNotFoundError,
  IsADirectoryError,
  NotADirectoryError,
  NotImplementedError,
  OSError,
  PermissionError,
  ValueError,
} from './exceptions.ts';
import { checkUtf8 } from './unicode-errors.ts';

/** `str` or `bytes`, for which `undefined` comes back where it is neither. */
export function pathOf(value: unknown): Path | undefined {
  if (typeof value !== 'string' && !(value instanceof Uint8Array)) return undefined;
  if (typeof value === 'string') checkUtf8(value);
  const hasNull = typeof value === 'string' ? value.includes('\0') : value.includes(0);
  if (hasNull) throw new ValueError('embedded null byte');
  return value;
}

/** A file's content; `instead` names the way to do without files. */
export function contentOf(
  path: Path,
  options: { readonly instead: string; readonly named?: boolean },
): Uint8Array {
  requireFiles(options.instead);
  return resultOf(readFile(path), options.named === true ? path : undefined);
}

/** Makes sure that a log can be written to; whether it is empty. */
export function openLog(path: Path): { readonly empty: boolean } {
  requireFiles('a key log needs one');
  return { empty: resultOf(openForAppending(path), path) === 0 };
}

export function appendLog(path: Path, text: string): void {
  resultOf(appendFile(path, text), path);
}

function requireFiles(instead: string): void {
  if (!hasFiles()) throw new NotImplementedError(`there is no file system here: ${instead}`);
}

/** CPython's C code raises without the file's name, its Python code with it. */
function resultOf<Value>(result: FileResult<Value>, filename: Path | undefined): Value {
  if (result.ok) return result.value;
  const { code, errno } = result;
  const [Class, text] = errors[code] ?? [OSError, code];
  throw new Class(...(filename === undefined ? [errno, text] : [errno, text, filename]));
}

const errors: Readonly<Record<string, readonly [typeof OSError, string]>> = {
  ENOENT: [FileNotFoundError, 'No such file or directory'],
  EISDIR: [IsADirectoryError, 'Is a directory'],
  ENOTDIR: [NotADirectoryError, 'Not a directory'],
  EACCES: [PermissionError, 'Permission denied'],
  EPERM: [PermissionError, 'Operation not permitted'],
};
