/** What a call that may be given up takes. */
export interface Cancellation {
    /** Gives the call up; it rejects with the signal's reason. */
    readonly signal?: AbortSignal | undefined;
    /** Seconds, as everywhere in Python; after that it rejects with `TimeoutError`. */
    readonly timeout?: number | undefined;
}
/** Runs `call` with one signal for both; the timer does not outlive it. */
export declare function withDeadline<T>({ signal, timeout }: Cancellation, words: string, call: (signal: AbortSignal | undefined) => Promise<T>): Promise<T>;
