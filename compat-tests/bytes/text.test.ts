import test from 'ava';
import { fromLatin1, latin1 } from '../../lib/bytes/bytes.ts';

test('bytes become characters one by one, and come back, however many there are', (t) => {
  for (const length of [0, 1, 255, 4095, 4096, 4097, 100_000]) {
    const bytes = Uint8Array.from({ length }, (_, i) => (i * 7) & 0xff);
    const text = latin1(bytes);
    t.is(text.length, length);
    t.true(
      Array.from({ length: Math.min(length, 5000) }, (_, i) => text.charCodeAt(i) === bytes[i]).every(
        Boolean,
      ),
    );
    t.deepEqual(fromLatin1(text), bytes);
  }
  t.throws(() => fromLatin1('\u0100'), { instanceOf: RangeError });
});
