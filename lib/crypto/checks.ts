/** Throws a `RangeError` where the caller hands in bytes of another length than the algorithm takes. */
export function expectLength(what: string, bytes: Uint8Array, length: number): void {
  if (bytes.length !== length) throw new RangeError(`${what}: ${length} bytes expected, not ${bytes.length}`);
}

/** Throws a `RangeError` where the input is no whole number of blocks. */
export function expectBlocks(what: string, bytes: Uint8Array, blockLength: number): void {
  if (bytes.length % blockLength !== 0) {
    throw new RangeError(`${what}: ${bytes.length} bytes are no whole number of ${blockLength}-byte blocks`);
  }
}

/** What comes of the action, which is done when it is first asked for. */
export function once<T>(action: () => T): () => T {
  let done: { readonly value: T } | undefined;
  return () => {
    done ??= { value: action() };
    return done.value;
  };
}

/** The result, or `undefined` where the library underneath throws: what a peer sent is never an exception. */
export function attempt<T>(action: () => T): T | undefined {
  try {
    return action();
  } catch {
    return undefined;
  }
}
