/**
 * The presentation language of RFC 8446 section 3, as values: a definition here is reader, writer and type at once.
 * A `Codec<T>` reads a `T` from a `Reader` and writes it to a `Writer`; `struct`, `opaque`, `list` and the others
 * make larger codecs of smaller ones.
 *
 * What it holds to: a length is checked against what is there before it is used; a length scope must close exactly;
 * nothing is read twice. Whatever the bytes, reading ends in a value or a `Fault` of these names.
 */
import { Fault } from '../bytes/fault.ts';

/** `lengthMismatch`: the bytes end too early or too late. `badLength`: a vector outside its bounds. `badValue`: a value that its field cannot hold. */
export type DecodeFaultName = 'lengthMismatch' | 'badLength' | 'badValue' | 'duplicateExtension';

export interface Codec<T> {
  read(reader: Reader): T;
  write(writer: Writer, value: T): void;
}

export type Infer<C> = C extends Codec<infer T> ? T : never;

/** Reads `bytes` whole: what is left over is a fault. `what` names the structure in it. */
export function decode<T>(codec: Codec<T>, bytes: Uint8Array, what: string): T {
  const reader = new Reader(bytes, what);
  const value = codec.read(reader);
  reader.end();
  return value;
}

export function encode<T>(codec: Codec<T>, value: T): Uint8Array {
  const writer = new Writer();
  codec.write(writer, value);
  return writer.finish();
}

/** A cursor over bytes that it does not own. */
export class Reader {
  readonly #bytes: Uint8Array;
  readonly #what: string;
  #at: number;
  #end: number;

  constructor(bytes: Uint8Array, what: string) {
    this.#bytes = bytes;
    this.#what = what;
    this.#at = 0;
    this.#end = bytes.length;
  }

  /** How many bytes are left in the innermost length scope. */
  get left(): number {
    return this.#end - this.#at;
  }

  /** Where the cursor stands, from the beginning of the bytes. */
  get position(): number {
    return this.#at;
  }

  /** A big-endian number of 1 to 4 bytes. */
  number(width: number): number {
    const at = this.#advance(width);
    let value = 0;
    for (let i = 0; i < width; i++) value = value * 256 + this.#bytes[at + i];
    return value;
  }

  /** The next bytes, as a view. */
  bytes(count: number): Uint8Array {
    const at = this.#advance(count);
    return this.#bytes.subarray(at, at + count);
  }

  /** The length of a vector of `min` to `max` bytes, all of which are there. */
  length(min: number, max: number): number {
    const length = this.number(widthFor(max));
    if (length > this.left) throw this.fault('lengthMismatch');
    if (length < min || length > max) throw this.fault('badLength');
    return length;
  }

  /** Reads inside the next `count` bytes, which are there; `body` has to use them all up. */
  scope<T>(count: number, body: () => T): T {
    const outer = this.#end;
    this.#end = this.#at + count;
    const value = body();
    this.end();
    this.#end = outer;
    return value;
  }

  /** Nothing may be left. */
  end(): void {
    if (this.left !== 0) throw this.fault('lengthMismatch');
  }

  fault(name: DecodeFaultName, field = ''): Fault<DecodeFaultName> {
    return new Fault(name, field === '' ? this.#what : `${this.#what}.${field}`);
  }

  #advance(count: number): number {
    if (count > this.left) throw this.fault('lengthMismatch');
    const at = this.#at;
    this.#at += count;
    return at;
  }
}

/** A buffer that grows; lengths are filled in when their scope closes. */
export class Writer {
  #bytes: Uint8Array;
  #length = 0;

  constructor(capacity = 256) {
    this.#bytes = new Uint8Array(capacity);
  }

  number(value: number, width: number): void {
    const at = this.#grow(width);
    this.#put(value, width, at);
  }

  bytes(value: Uint8Array): void {
    const at = this.#grow(value.length);
    this.#bytes.set(value, at);
  }

  /** A length of `width` bytes, then what `body` writes. */
  scope(width: number, body: () => void): number {
    const at = this.#grow(width);
    body();
    const length = this.#length - at - width;
    this.#put(length, width, at);
    return length;
  }

  /** What was written; the writer is not to be used afterwards. */
  finish(): Uint8Array {
    return this.#bytes.length === this.#length ? this.#bytes : this.#bytes.slice(0, this.#length);
  }

  #put(value: number, width: number, at: number): void {
    let rest = value;
    for (let i = width - 1; i >= 0; i--) {
      this.#bytes[at + i] = rest & 0xff;
      rest = Math.floor(rest / 256);
    }
    if (rest !== 0) throw new RangeError(`${value} does not fit ${width} bytes`);
  }

  #grow(count: number): number {
    const at = this.#length;
    this.#length += count;
    if (this.#length > this.#bytes.length) {
      const larger = new Uint8Array(Math.max(2 * this.#bytes.length, this.#length));
      larger.set(this.#bytes.subarray(0, at));
      this.#bytes = larger;
    }
    return at;
  }
}

// --- numbers ----------------------------------------------------------------------------------------------------

const unsigned = (width: number): Codec<number> => ({
  read: (reader) => reader.number(width),
  write: (writer, value) => writer.number(value, width),
});

export const u8: Codec<number> = unsigned(1);
export const u16: Codec<number> = unsigned(2);
export const u24: Codec<number> = unsigned(3);
export const u32: Codec<number> = unsigned(4);

/** A number that must be this one. */
export function constant(codec: Codec<number>, value: number, field: string): Codec<number> {
  return {
    read(reader) {
      if (codec.read(reader) !== value) throw reader.fault('badValue', field);
      return value;
    },
    write: (writer) => codec.write(writer, value),
  };
}

/** A value that its table has no name for is kept, spelled as hexadecimal: nothing that a peer sends is lost. */
export type Unknown = `0x${string}`;

/** An enumerated type: the RFC's words, over a table of their numbers. */
export function named<Name extends string>(
  width: 1 | 2,
  table: Readonly<Record<Name, number>>,
): Codec<Name | Unknown> {
  const names = new Map<number, Name>();
  for (const [name, value] of Object.entries(table) as [Name, number][]) names.set(value, name);
  return {
    read(reader) {
      const value = reader.number(width);
      return names.get(value) ?? `0x${value.toString(16).padStart(2 * width, '0')}`;
    },
    write(writer, value) {
      writer.number(value in table ? table[value as Name] : Number(value), width);
    },
  };
}

// --- vectors ----------------------------------------------------------------------------------------------------

const widthFor = (max: number): number => (max < 0x100 ? 1 : max < 0x10000 ? 2 : 3);

/** `opaque field<min..max>`: the width of the length follows from `max`, as in the RFC. */
export function opaque(min: number, max: number): Codec<Uint8Array> {
  const width = widthFor(max);
  return {
    read(reader) {
      return reader.bytes(reader.length(min, max));
    },
    write(writer, value) {
      if (value.length < min || value.length > max)
        throw new RangeError(`${value.length} bytes in <${min}..${max}>`);
      writer.number(value.length, width);
      writer.bytes(value);
    },
  };
}

/** `opaque field[length]`. */
export function fixed(length: number): Codec<Uint8Array> {
  return {
    read: (reader) => reader.bytes(length),
    write(writer, value) {
      if (value.length !== length) throw new RangeError(`${value.length} bytes in [${length}]`);
      writer.bytes(value);
    },
  };
}

/** Whatever is left in the scope. */
export const rest: Codec<Uint8Array> = {
  read: (reader) => reader.bytes(reader.left),
  write: (writer, value) => writer.bytes(value),
};

/** Nothing: an extension whose presence is its message. */
export const empty: Codec<true> = {
  read: () => true,
  write: () => {},
};

/** `T field<min..max>`, bounds in bytes as in the RFC. */
export function list<T>(item: Codec<T>, min: number, max: number): Codec<readonly T[]> {
  const width = widthFor(max);
  return {
    read(reader) {
      return reader.scope(reader.length(min, max), () => {
        const items: T[] = [];
        while (reader.left > 0) items.push(item.read(reader));
        return items;
      });
    },
    write(writer, items) {
      const length = writer.scope(width, () => {
        for (const value of items) item.write(writer, value);
      });
      if (length < min || length > max) throw new RangeError(`${length} bytes in <${min}..${max}>`);
    },
  };
}

// --- structures -------------------------------------------------------------------------------------------------

type Fields = Record<string, Codec<unknown>>;
type Values<F extends Fields> = { readonly [K in keyof F]: Infer<F[K]> };

/** A `struct`: its fields in the order in which they are written here. */
// biome-ignore lint/suspicious/noExplicitAny: the fields' own types come back out by inference
export function struct<F extends Record<string, Codec<any>>>(fields: F): Codec<Values<F>> {
  const entries = Object.entries(fields) as [keyof F & string, Codec<unknown>][];
  return {
    read(reader) {
      const value = {} as Record<keyof F, unknown>;
      for (const [name, codec] of entries) value[name] = codec.read(reader);
      return value as Values<F>;
    },
    write(writer, value) {
      for (const [name, codec] of entries) codec.write(writer, value[name]);
    },
  };
}
