/** `repr()` as far as error messages need it. */
export declare function repr(value: unknown): string;
/** The same for an array that stands for a tuple: arguments, an address. */
export declare function tupleRepr(items: readonly unknown[]): string;
/** What Python calls the type of a value that was passed for something else. */
export declare function typeName(value: unknown): string;
/** How argument clinic names a type: `None` for itself. */
export declare function noneOr(value: unknown): string;
/** An object that was written as `{...}`: what carries keyword arguments. */
export declare function isPlainObject(value: unknown): value is Record<string, unknown>;
