/** The load of `load.ts` at a size that a test can bear; `npm run load` has the rest. */
import test from 'ava';
import { echoing, type Interruption, interrupted, leftBehind, slowReader } from './load.ts';

test.serial(
  'connections that echo at the same time lose nothing, double nothing, and leave nothing',
  async (t) => {
    const before = await leftBehind();
    t.is(await echoing(60, 5), 60);
    t.deepEqual(await leftBehind(), before);
  },
);

test.serial('a slow reader keeps the writer waiting', async (t) => {
  const { whole, mostWaiting } = await slowReader(4);
  t.true(whole);
  t.true(mostWaiting <= 1 << 17, `${mostWaiting} bytes waited`);
});

for (const from of ['client', 'server'] as const) {
  for (const how of ['cut', 'reset', 'silence'] satisfies Interruption[]) {
    test.serial(`a connection that is interrupted (${how}) in what its ${from} says`, async (t) => {
      const before = await leftBehind();
      for (let bytes = 0; bytes < 2200; bytes += 211) {
        const { errors, connected } = await interrupted(bytes, from, how);
        t.true(errors.length <= 2, `${bytes}: ${errors}`);
        t.true(connected || errors.length > 0, `${bytes}: nobody said anything`);
        t.true(
          errors.every((name) => NAMES.has(name)),
          `${bytes}: ${errors}`,
        );
      }
      t.deepEqual(await leftBehind(), before);
    });
  }
}

/** `Error` is Node's, for a socket that was reset. */
const NAMES = new Set(['SSLEOFError', 'TimeoutError', 'Error', 'StreamClosed']);
