/** Throws a `RangeError` where the caller hands in bytes of another length than the algorithm takes. */
export declare function expectLength(what: string, bytes: Uint8Array, length: number): void;
/** Throws a `RangeError` where the input is no whole number of blocks. */
export declare function expectBlocks(what: string, bytes: Uint8Array, blockLength: number): void;
/** What comes of the action, which is done when it is first asked for. */
export declare function once<T>(action: () => T): () => T;
/** The result, or `undefined` where the library underneath throws: what a peer sent is never an exception. */
export declare function attempt<T>(action: () => T): T | undefined;
