/** `repr()` as far as error messages need it. */
export function repr(value: unknown): string {
  if (value === null || value === undefined) return 'None';
  if (typeof value === 'string') return textRepr(value);
  if (typeof value === 'boolean') return value ? 'True' : 'False';
  if (value instanceof Uint8Array)
    return `b${textRepr(String.fromCharCode(...value.subarray(0, 256)), true)}`;
  if (Array.isArray(value)) return `[${value.map(repr).join(', ')}]`;
  if (typeof value === 'number') return FLOATS[String(value)] ?? String(value);
  return String(value);
}

/** The same for an array that stands for a tuple: arguments, an address. */
export function tupleRepr(items: readonly unknown[]): string {
  return items.length === 1 ? `(${repr(items[0])},)` : `(${items.map(repr).join(', ')})`;
}

/** Numbers that Python spells in another way. */
const FLOATS: Readonly<Record<string, string>> = { Infinity: 'inf', '-Infinity': '-inf', NaN: 'nan' };

/** Single quotes, unless only double ones keep the text free of backslashes. */
function textRepr(text: string, bytes = false): string {
  const quote = text.includes("'") && !text.includes('"') ? '"' : "'";
  let inside = '';
  for (const char of text) inside += char === quote ? `\\${quote}` : escaped(char, bytes);
  return quote + inside + quote;
}

function escaped(char: string, bytes: boolean): string {
  const known = ESCAPES[char];
  if (known !== undefined) return known;
  const code = char.codePointAt(0) ?? 0;
  const hidden = bytes ? code < 0x20 || code >= 0x7f : char !== ' ' && UNPRINTABLE.test(char);
  if (!hidden) return char;
  const hex = code.toString(16);
  if (hex.length <= 2) return `\\x${hex.padStart(2, '0')}`;
  return hex.length <= 4 ? `\\u${hex.padStart(4, '0')}` : `\\U${hex.padStart(8, '0')}`;
}

/** What `str.isprintable` says no to: controls, formats, surrogates, private and unassigned ones, and spaces. */
const UNPRINTABLE = /[\p{C}\p{Z}]/u;

const ESCAPES: Readonly<Record<string, string>> = { '\\': '\\\\', '\n': '\\n', '\r': '\\r', '\t': '\\t' };

/** What Python calls the type of a value that was passed for something else. */
export function typeName(value: unknown): string {
  if (value === null || value === undefined) return 'NoneType';
  if (Array.isArray(value)) return 'list';
  if (value instanceof Uint8Array) return 'bytes';
  switch (typeof value) {
    case 'string':
      return 'str';
    case 'boolean':
      return 'bool';
    case 'bigint':
      return 'int';
    case 'number':
      return Number.isInteger(value) ? 'int' : 'float';
    case 'function':
      return 'function';
    default:
      return isPlainObject(value) ? 'dict' : className(value as object);
  }
}

function className(value: object): string {
  const name = value.constructor?.name ?? 'object';
  return IN_C.has(name) ? `_ssl.${name}` : name;
}

/** Classes that CPython names with the module that they were written in. */
const IN_C: ReadonlySet<string> = new Set(['MemoryBIO', 'SSLSession']);

/** How argument clinic names a type: `None` for itself. */
export function noneOr(value: unknown): string {
  return value === null || value === undefined ? 'None' : typeName(value);
}

/** An object that was written as `{...}`: what carries keyword arguments. */
export function isPlainObject(value: unknown): value is Record<string, unknown> {
  if (typeof value !== 'object' || value === null) return false;
  const prototype = Object.getPrototypeOf(value);
  return prototype === Object.prototype || prototype === null;
}
