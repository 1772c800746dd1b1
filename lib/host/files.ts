/** Files, where there are any. A failure is a value: the layer above knows what to call it. */
import { fileModule } from './modules.ts';

/** A path, in characters or in the bytes of the file system. */
export type Path = string | Uint8Array;

export type FileResult<Value> =
  | { readonly ok: true; readonly value: Value }
  | { readonly ok: false; readonly code: string; readonly errno: number };

/** Whether this host has a file system at all. */
export function hasFiles(): boolean {
  return fileModule() !== undefined;
}

/** A file's content, as plain bytes and no `Buffer`, whose `slice()` copies nothing. */
export function readFile(path: Path): FileResult<Uint8Array> {
  return attempt((fs) => {
    const { buffer, byteOffset, byteLength } = fs.readFileSync(native(path));
    return new Uint8Array(buffer, byteOffset, byteLength);
  });
}

/** Adds to the end of a file, which is made if need be. */
export function appendFile(path: Path, text: string): FileResult<void> {
  return attempt((fs) => fs.appendFileSync(native(path), text));
}

/** How long a file is; makes it if need be. */
export function openForAppending(path: Path): FileResult<number> {
  return attempt((fs) => {
    const descriptor = fs.openSync(native(path), 'a');
    try {
      return fs.fstatSync(descriptor).size;
    } finally {
      fs.closeSync(descriptor);
    }
  });
}

/** What stands at a path. */
export function kindOf(path: Path): 'file' | 'directory' | 'nothing' {
  const found = attempt((fs) => fs.statSync(native(path)));
  if (!found.ok) return 'nothing';
  return found.value.isDirectory() ? 'directory' : 'file';
}

function attempt<Value>(
  action: (fs: NonNullable<ReturnType<typeof fileModule>>) => Value,
): FileResult<Value> {
  const fs = fileModule();
  if (fs === undefined) return { ok: false, code: 'ENOSYS', errno: 38 };
  try {
    return { ok: true, value: action(fs) };
  } catch (error) {
    const { name, code, errno } = error as { name?: string; code?: string; errno?: number };
    // Deno, where the program may not read there: not an error of the system, but what one would be.
    if (name === 'NotCapable') return { ok: false, code: 'EACCES', errno: 13 };
    if (code === undefined) throw error;
    return { ok: false, code, errno: Math.abs(errno ?? 0) };
  }
}

/** File names are UTF-8 where anybody still asks; one that is not goes as the bytes that it is. */
function native(path: Path): string | Buffer {
  if (typeof path === 'string') return path;
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(path);
  } catch {
    return path as Buffer; // a `Uint8Array` will do
  }
}
