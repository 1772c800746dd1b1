/** A promise that is settled from outside; the first settlement counts. */
export class Future<T = void> {
  readonly promise: Promise<T>;
  #settle!: { readonly resolve: (value: T) => void; readonly reject: (reason: unknown) => void };
  #done = false;

  constructor() {
    this.promise = new Promise((resolve, reject) => {
      this.#settle = { resolve, reject };
    });
    // A failure is met by whoever waits for it, now or later; it must not count as unhandled until then.
    this.promise.catch(() => {});
  }

  get done(): boolean {
    return this.#done;
  }

  set_result(value: T): void {
    this.#done = true;
    this.#settle.resolve(value);
  }

  set_exception(error: unknown): void {
    this.#done = true;
    this.#settle.reject(error);
  }
}
