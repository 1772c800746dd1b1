/** What `socket.sendfile()` does where the system's own cannot be used: a file is read in blocks, which are sent. */
import { integer } from './buffers.ts';
import { AttributeError, ValueError } from './exceptions.ts';
import { typeName } from './repr.ts';

/** A file that can be read from, such as `fs.promises.open()` gives. */
export interface ReadableFile {
  /** Fills a buffer from a position of the file, or where that is `null` from where the last read ended. */
  read(
    buffer: Uint8Array,
    offset: number,
    length: number,
    position: number | null,
  ): Promise<{ readonly bytesRead: number }>;
}

export interface FilePart {
  readonly offset: unknown;
  /** How many bytes at most; `null` for all. */
  readonly count: unknown;
}

/** As CPython has it. */
const BLOCK = 8192;

/** Hands a file to `send`, block by block; returns how many bytes that were. */
export async function sendFile(
  file: unknown,
  part: FilePart,
  send: (block: Uint8Array) => Promise<unknown>,
): Promise<number> {
  if (!isFile(file)) throw new AttributeError(`'${typeName(file)}' object has no attribute 'read'`);
  const offset = integer(part.offset);
  const count = part.count === null ? Number.POSITIVE_INFINITY : integer(part.count);
  if (count <= 0) throw new ValueError(`count must be a positive integer (got ${count})`);
  let sent = 0;
  while (sent < count) {
    const block = new Uint8Array(Math.min(BLOCK, count - sent));
    const { bytesRead } = await file.read(block, 0, block.length, offset > 0 ? offset + sent : null);
    if (bytesRead === 0) break;
    await send(block.subarray(0, bytesRead));
    sent += bytesRead;
  }
  return sent;
}

function isFile(value: unknown): value is ReadableFile {
  return typeof (value as { readonly read?: unknown } | null)?.read === 'function';
}
