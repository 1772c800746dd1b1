import test from 'ava';
import fc from 'fast-check';
import { concat } from '../../lib/bytes/bytes.ts';
import { ByteQueue } from '../../lib/bytes/queue.ts';
import { seed } from '../tools/seed.ts';

const pattern = (length: number, start = 0) => Uint8Array.from({ length }, (_, i) => (start + i) & 0xff);

test('bytes come out in the order in which they went in, however they are cut', (t) => {
  t.log(`seed ${seed}`);
  const call = fc.oneof(
    fc.record({ kind: fc.constant('write' as const), size: fc.oneof(fc.nat(40), fc.nat(3000)) }),
    fc.record({ kind: fc.constant('give' as const), size: fc.oneof(fc.nat(40), fc.nat(3000)) }),
    fc.record({ kind: fc.constant('read' as const), size: fc.nat(2500) }),
    fc.record({ kind: fc.constant('take' as const), size: fc.nat(2500) }),
    fc.record({ kind: fc.constant('readInto' as const), size: fc.nat(2500) }),
  );
  fc.assert(
    fc.property(fc.array(call, { maxLength: 60 }), (calls) => {
      const queue = new ByteQueue();
      let expected: Uint8Array = new Uint8Array(0);
      let written = 0;
      for (const { kind, size } of calls) {
        if (kind === 'write' || kind === 'give') {
          const bytes = pattern(size, written);
          written += size;
          expected = concat(expected, bytes);
          queue[kind](bytes);
          if (kind === 'write') bytes.fill(0xee); // a copy was taken
        } else {
          const count = Math.min(size, expected.length);
          const target = new Uint8Array(size);
          const got =
            kind === 'readInto'
              ? target.subarray(0, queue.readInto(target))
              : queue[kind](kind === 'take' ? count : size);
          t.deepEqual(Uint8Array.from(got), expected.slice(0, count));
          if (kind !== 'take') got.fill(0xdd); // what was read is the reader's, and nobody else sees it
          expected = expected.slice(count);
        }
        t.is(queue.length, expected.length);
        t.is(queue.peek(0), expected[0]);
        t.is(queue.peek(expected.length - 1), expected[expected.length - 1]);
        t.is(queue.peek(expected.length), undefined);
      }
    }),
  );
});

test('what is read has a buffer of its own', (t) => {
  const queue = new ByteQueue();
  queue.write(pattern(10));
  const first = queue.read(10);
  t.is(first.buffer.byteLength, 10);
  queue.write(pattern(600));
  queue.write(pattern(600));
  t.is(queue.read(700).buffer.byteLength, 700);
});

test('a thousand writes of one byte share a few buffers', (t) => {
  const queue = new ByteQueue();
  for (let i = 0; i < 5000; i++) queue.write(Uint8Array.of(i & 0xff));
  const buffers = new Set<ArrayBufferLike>();
  while (queue.length > 0) buffers.add(queue.take(1).buffer);
  t.true(buffers.size < 10, `${buffers.size} buffers`);
});

test('wiping overwrites what waits', (t) => {
  const queue = new ByteQueue();
  const chunk = pattern(2000, 1);
  queue.give(chunk);
  queue.wipe();
  t.is(queue.length, 0);
  t.true(chunk.every((byte) => byte === 0));
  t.deepEqual(queue.read(10), new Uint8Array(0));
});
