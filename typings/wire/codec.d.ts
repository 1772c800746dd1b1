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
export declare function decode<T>(codec: Codec<T>, bytes: Uint8Array, what: string): T;
export declare function encode<T>(codec: Codec<T>, value: T): Uint8Array;
/** A cursor over bytes that it does not own. */
export declare class Reader {
    #private;
    constructor(bytes: Uint8Array, what: string);
    /** How many bytes are left in the innermost length scope. */
    get left(): number;
    /** Where the cursor stands, from the beginning of the bytes. */
    get position(): number;
    /** A big-endian number of 1 to 4 bytes. */
    number(width: number): number;
    /** The next bytes, as a view. */
    bytes(count: number): Uint8Array;
    /** The length of a vector of `min` to `max` bytes, all of which are there. */
    length(min: number, max: number): number;
    /** Reads inside the next `count` bytes, which are there; `body` has to use them all up. */
    scope<T>(count: number, body: () => T): T;
    /** Nothing may be left. */
    end(): void;
    fault(name: DecodeFaultName, field?: string): Fault<DecodeFaultName>;
}
/** A buffer that grows; lengths are filled in when their scope closes. */
export declare class Writer {
    #private;
    constructor(capacity?: number);
    number(value: number, width: number): void;
    bytes(value: Uint8Array): void;
    /** A length of `width` bytes, then what `body` writes. */
    scope(width: number, body: () => void): number;
    /** What was written; the writer is not to be used afterwards. */
    finish(): Uint8Array;
}
export declare const u8: Codec<number>;
export declare const u16: Codec<number>;
export declare const u24: Codec<number>;
export declare const u32: Codec<number>;
/** A number that must be this one. */
export declare function constant(codec: Codec<number>, value: number, field: string): Codec<number>;
/** A value that its table has no name for is kept, spelled as hexadecimal: nothing that a peer sends is lost. */
export type Unknown = `0x${string}`;
/** An enumerated type: the RFC's words, over a table of their numbers. */
export declare function named<Name extends string>(width: 1 | 2, table: Readonly<Record<Name, number>>): Codec<Name | Unknown>;
/** `opaque field<min..max>`: the width of the length follows from `max`, as in the RFC. */
export declare function opaque(min: number, max: number): Codec<Uint8Array>;
/** `opaque field[length]`. */
export declare function fixed(length: number): Codec<Uint8Array>;
/** Whatever is left in the scope. */
export declare const rest: Codec<Uint8Array>;
/** Nothing: an extension whose presence is its message. */
export declare const empty: Codec<true>;
/** `T field<min..max>`, bounds in bytes as in the RFC. */
export declare function list<T>(item: Codec<T>, min: number, max: number): Codec<readonly T[]>;
type Fields = Record<string, Codec<unknown>>;
type Values<F extends Fields> = {
    readonly [K in keyof F]: Infer<F[K]>;
};
/** A `struct`: its fields in the order in which they are written here. */
export declare function struct<F extends Record<string, Codec<any>>>(fields: F): Codec<Values<F>>;
export {};
