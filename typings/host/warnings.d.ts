/**
 * A warning, told once a text as Python's default filter does, by way of `process.emitWarning`: so
 * `process.on('warning')` hears of it; on the console where a host has no such thing.
 */
export declare function warnOnce(text: string, type: string): void;
/** Python's `DeprecationWarning`; `--no-deprecation` and `--throw-deprecation` act on it. */
export declare function warnDeprecated(text: string): void;
/** What Python's `sys.unraisablehook` is told of: an error that nobody is there to catch. */
export declare function warnIgnored(error: unknown): void;
