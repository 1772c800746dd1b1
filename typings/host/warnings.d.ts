/**
 * Python's `DeprecationWarning`, told once a text as its default filter does, by way of `process.emitWarning`: so
 * `--no-deprecation`, `--throw-deprecation` and `process.on('warning')` act on it. A host without it stays silent.
 */
export declare function warnDeprecated(text: string): void;
