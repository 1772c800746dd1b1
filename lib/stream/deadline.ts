/** Time limits as abort signals. */
import { TimeoutError } from '../ssl/exceptions.ts';

/** What a call that may be given up takes. */
export interface Cancellation {
  /** Gives the call up; it rejects with the signal's reason. */
  readonly signal?: AbortSignal | undefined;
  /** Seconds, as everywhere in Python; after that it rejects with `TimeoutError`. */
  readonly timeout?: number | undefined;
}

/** Runs `call` with one signal for both; the timer does not outlive it. */
export async function withDeadline<T>(
  { signal, timeout }: Cancellation,
  words: string,
  call: (signal: AbortSignal | undefined) => Promise<T>,
): Promise<T> {
  if (timeout === undefined) return call(signal);
  const limit = new AbortController();
  const timer = setTimeout(
    () => limit.abort(new TimeoutError(words)),
    Math.min(timeout * 1000, LONGEST_TIMER),
  );
  const pass = () => limit.abort(signal?.reason);
  if (signal?.aborted) pass();
  signal?.addEventListener('abort', pass, { once: true });
  try {
    return await call(limit.signal);
  } finally {
    clearTimeout(timer);
    signal?.removeEventListener('abort', pass);
  }
}

/** In milliseconds, some 25 days: a timer of JavaScript that is set further ahead goes off at once. */
const LONGEST_TIMER = 2 ** 31 - 1;
