/** Time limits as abort signals. */
import test from 'ava';
import { TimeoutError } from '../../lib/ssl/exceptions.ts';
import { withDeadline } from '../../lib/stream/deadline.ts';

/** Ends with the signal, or in good order after a while. */
const wait = (signal: AbortSignal | undefined) =>
  new Promise<string>((resolve, reject) => {
    setTimeout(() => resolve('done'), 20);
    signal?.addEventListener('abort', () => reject(signal.reason));
  });

test('a limit that is further off than any timer does not go off at once', async (t) => {
  for (const timeout of [2 ** 31 / 1000, 1e9, Number.POSITIVE_INFINITY])
    t.is(await withDeadline({ timeout }, 'timed out', wait), 'done');
});

test("a limit that is over is Python's TimeoutError", async (t) => {
  await t.throwsAsync(withDeadline({ timeout: 0.001 }, 'timed out', wait), {
    instanceOf: TimeoutError,
    message: 'timed out',
  });
});
