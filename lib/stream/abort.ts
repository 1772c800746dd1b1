/**
 * Giving up waiting, without giving up what was waited for.
 *
 * A promise keeps everybody who ever asked it until it settles, and cannot be told to forget. A program that asks an
 * idle connection again and again, a time limit on each, would leave something behind each time; so each promise is
 * asked once, and those who wait for it stand in a list that they can leave.
 */

interface Waiter {
  readonly resolve: (value: never) => void;
  readonly reject: (reason: unknown) => void;
}

const waiting = new WeakMap<Promise<unknown>, Set<Waiter>>();

/** `promise`, or the signal's reason if that comes first; the promise's work goes on. */
export function unlessAborted<T>(promise: Promise<T>, signal: AbortSignal | undefined): Promise<T> {
  if (signal === undefined) return promise;
  return new Promise<T>((resolve, reject) => {
    if (signal.aborted) {
      promise.catch(() => {}); // nobody waits for it, so nobody can be missing its failure
      return reject(signal.reason);
    }
    const waiters = waitersFor(promise);
    const abort = () => {
      waiters.delete(waiter);
      reject(signal.reason);
    };
    const waiter: Waiter = {
      resolve: (value) => {
        signal.removeEventListener('abort', abort);
        resolve(value);
      },
      reject: (reason) => {
        signal.removeEventListener('abort', abort);
        reject(reason);
      },
    };
    signal.addEventListener('abort', abort, { once: true });
    waiters.add(waiter);
  });
}

function waitersFor(promise: Promise<unknown>): Set<Waiter> {
  const known = waiting.get(promise);
  if (known !== undefined) return known;
  const waiters = new Set<Waiter>();
  waiting.set(promise, waiters);
  const settle = (tell: (waiter: Waiter) => void) => {
    waiting.delete(promise); // whoever asks from now on asks the promise itself
    for (const waiter of waiters) tell(waiter);
  };
  promise.then(
    (value) => settle(({ resolve }) => resolve(value as never)),
    (reason) => settle(({ reject }) => reject(reason)),
  );
  return waiters;
}
