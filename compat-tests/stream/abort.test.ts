/** Waiting that is given up: who has left is not told, and leaves nothing. */
import test from 'ava';
import { unlessAborted } from '../../lib/stream/abort.ts';

test('the promise, or the reason to give up, whichever is first', async (t) => {
  t.is(await unlessAborted(Promise.resolve(1), new AbortController().signal), 1);
  await t.throwsAsync(unlessAborted(Promise.reject(new Error('no')), new AbortController().signal), {
    message: 'no',
  });
  const given = AbortSignal.abort(new Error('given up'));
  await t.throwsAsync(unlessAborted(Promise.resolve(1), given), { message: 'given up' });
  const never = new Promise<void>(() => {});
  const abort = new AbortController();
  const waiting = unlessAborted(never, abort.signal);
  abort.abort(new Error('later'));
  await t.throwsAsync(waiting, { message: 'later' });
});

test('a promise is asked once, however often its answer is given up', async (t) => {
  let asked = 0;
  let answer = (_: string) => {};
  const promise = new Promise<string>((resolve) => {
    answer = resolve;
  });
  const { then } = promise;
  // biome-ignore lint/suspicious/noThenProperty: it is a promise, whose own method is counted.
  promise.then = ((...args: Parameters<typeof then>) => {
    asked++;
    return then.apply(promise, args);
  }) as typeof then;
  for (let i = 0; i < 100; i++) {
    const abort = new AbortController();
    const waiting = unlessAborted(promise, abort.signal);
    abort.abort(new Error('given up'));
    await t.throwsAsync(waiting, { message: 'given up' });
  }
  const [first, second] = [0, 1].map(() => unlessAborted(promise, new AbortController().signal));
  answer('at last');
  t.deepEqual(await Promise.all([first, second]), ['at last', 'at last']);
  t.is(asked, 1);
});

test("what fails when nobody came to wait for it is nobody's to report", async (t) => {
  const unhandled: unknown[] = [];
  const note = (reason: unknown) => unhandled.push(reason);
  process.on('unhandledRejection', note);
  const given = AbortSignal.abort(new Error('given up'));
  await t.throwsAsync(unlessAborted(Promise.reject(new Error('no')), given), { message: 'given up' });
  await new Promise(setImmediate);
  process.off('unhandledRejection', note);
  t.deepEqual(unhandled, []);
});
