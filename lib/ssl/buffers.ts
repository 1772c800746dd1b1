/** What Python's argument conversions say of values: bytes-like objects, text and integers, in its own words. */
import type { OwnBytes as Plain } from '../bytes/bytes.ts';
import { OverflowError, ValueError } from './exceptions.ts';
import { noneOr, typeName } from './repr.ts';
import { checkUtf8 } from './unicode-errors.ts';

/** What stands for Python's bytes-like objects. */
export type BytesLike = Uint8Array | ArrayBufferView | ArrayBuffer;

/**
 * Stands for Python's `bytes` where they are returned: a `Uint8Array` whose memory no other thread has, as a page's
 * `WebSocket`, `Response` or `crypto.subtle` want it.
 */
export type OwnBytes = Plain;

/** The same bytes as a `Uint8Array`, not copied. */
export function bytesLike(value: unknown): Uint8Array {
  const bytes = bytesOf(value);
  if (bytes === undefined) throw new TypeError(`a bytes-like object is required, not '${typeName(value)}'`);
  return bytes;
}

/**
 * `undefined` for what is not bytes-like. A `Buffer` of Node's is seen as the plain bytes that it is made of, since its own
 * `slice()` copies nothing: what we kept would be the program's to change, and what we wipe would be the program's.
 */
export function bytesOf(value: unknown): Uint8Array | undefined {
  if (value instanceof Uint8Array && Object.getPrototypeOf(value) === Uint8Array.prototype) return value;
  if (ArrayBuffer.isView(value)) return new Uint8Array(value.buffer, value.byteOffset, value.byteLength);
  if (value instanceof ArrayBuffer) return new Uint8Array(value);
  return undefined;
}

/** A buffer to be filled. Every view of JavaScript is writable. */
export function writableBuffer(value: unknown, callee: string, position: number): Uint8Array {
  const bytes = bytesOf(value);
  if (bytes === undefined) {
    throw new TypeError(
      `${callee} argument ${position} must be read-write bytes-like object, not ${typeName(value)}`,
    );
  }
  return bytes;
}

/** Text as C takes it: in UTF-8, and to its end. */
export function cText(text: string): string {
  checkUtf8(text);
  if (text.includes('\0')) throw new ValueError('embedded null character');
  return text;
}

/** Text without the spaces around it: those that C knows (`isspace`). */
export function withoutSpaces(text: string): string {
  return text.replace(/^[ \t-\r]+|[ \t-\r]+$/g, '');
}

const C_INT = 2 ** 31;
/** Python's sizes have 64 bits; beyond 2^53 JavaScript's numbers have gaps, but they are too large all the same. */
const C_SSIZE = 2 ** 63;

/** An integer of any size: a whole `number`, a `bigint`, or a `boolean`, which Python counts among them. */
export function integer(value: unknown): number {
  if (typeof value === 'boolean') return Number(value);
  if (typeof value === 'bigint') return numberOf(value);
  if (typeof value === 'number' && Number.isInteger(value)) return value;
  throw new TypeError(`'${typeName(value)}' object cannot be interpreted as an integer`);
}

/** Where numbers have gaps, one that is on the same side of what C can hold. */
function numberOf(value: bigint): number {
  if (BigInt.asIntN(64, value) !== value) return value > 0n ? C_SSIZE : -Infinity;
  return Math.min(Number(value), C_SSIZE - 1024);
}

/** An `int` of C. */
export function cInt(value: unknown): number {
  const number = integer(value);
  if (number >= C_INT || number < -C_INT) throw new OverflowError('Python int too large to convert to C int');
  return number;
}

/** An `int` of C, made of a `long` in words of its own. */
export function cIntOfLong(value: unknown): number {
  const number = cLong(value);
  if (number >= C_INT) throw new OverflowError('signed integer is greater than maximum');
  if (number < -C_INT) throw new OverflowError('signed integer is less than minimum');
  return number;
}

/** A `long` of C, which has 64 bits where CPython's words come from. */
export function cLong(value: unknown): number {
  const number = integer(value);
  if (number >= C_SSIZE || number < -C_SSIZE)
    throw new OverflowError('Python int too large to convert to C long');
  return number;
}

/** A `Py_ssize_t` of C. */
export function cSize(value: unknown): number {
  const number = integer(value);
  if (number >= C_SSIZE || number < -C_SSIZE)
    throw new OverflowError('Python int too large to convert to C ssize_t');
  return number;
}

/**
 * A set of flags. What JavaScript's bit operations give is signed, and stands for the unsigned number with the same
 * 32 bits, so that `ctx.options |= ...` works with a flag in the highest of them.
 */
export function flags(value: unknown, beyond: 'refused' | 'wrapped'): number {
  if (typeof value !== 'number' && typeof value !== 'bigint' && typeof value !== 'boolean')
    throw new TypeError(`argument must be int, not ${noneOr(value)}`);
  if (typeof value === 'number' && !Number.isInteger(value))
    throw new TypeError('argument must be int, not float');
  if (typeof value === 'number' && value < 0 && value >= -C_INT) return value + 2 ** 32;
  const integer = BigInt(value);
  if (beyond === 'refused' && integer < 0n) throw new OverflowError("can't convert negative int to unsigned");
  if (beyond === 'refused' && integer >= 2n ** 64n) throw new OverflowError('int too big to convert');
  return Number(BigInt.asUintN(FLAG_BITS, integer));
}

/** C has 64; no flag is up there, and a number of JavaScript keeps no single bits there. */
const FLAG_BITS = 53;

/** Whether a flag is set in a number that may have more than 32 bits. */
export function hasFlag(value: number, flag: number): boolean {
  return Math.floor(value / flag) % 2 === 1;
}
