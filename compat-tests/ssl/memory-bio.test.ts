/** MemoryBIO, beyond what CPython's own tests hold: arguments, limits, and what the end does. */

import test from 'ava';
import fc from 'fast-check';
import * as ssl from '../../lib/index.ts';
import { seed } from '../tools/seed.ts';

const EMPTY = new Uint8Array(0);
const bytes = (text: string) => new TextEncoder().encode(text);
const filled = (text: string) => {
  const bio = new ssl.MemoryBIO();
  bio.write(bytes(text));
  return bio;
};

test('the constructor takes nothing', (t) => {
  t.throws(() => Reflect.construct(ssl.MemoryBIO, [1]), {
    instanceOf: TypeError,
    message: 'MemoryBIO() takes no positional arguments',
  });
});

test('pending and eof are read-only', (t) => {
  const bio = filled('foo');
  for (const name of ['pending', 'eof']) t.false(Reflect.set(bio, name, 1), name);
  t.deepEqual([bio.pending, bio.eof], [3, false]);
});

test('read takes any size, and gives what there is', (t) => {
  for (const [size, expected] of [
    [-1, 'foobar'],
    [-5, 'foobar'],
    [-(2 ** 31), 'foobar'],
    [0, ''],
    [true, 'f'],
    [2n, 'fo'],
    [7, 'foobar'],
    [2 ** 31 - 1, 'foobar'],
  ] as const) {
    t.deepEqual(filled('foobar').read(size as number), bytes(expected), String(size));
  }
  t.deepEqual(new ssl.MemoryBIO().read(10), EMPTY);
});

test('read refuses what is no integer, or none of C', (t) => {
  const bio = filled('foobar');
  for (const [size, type] of [
    [null, 'NoneType'],
    ['1', 'str'],
    [1.5, 'float'],
  ]) {
    t.throws(() => bio.read(size as number), {
      instanceOf: TypeError,
      message: `'${type}' object cannot be interpreted as an integer`,
    });
  }
  for (const size of [2 ** 31, 2n ** 70n, -(2 ** 31) - 1]) {
    t.throws(() => bio.read(size), {
      instanceOf: ssl.OverflowError,
      message: 'Python int too large to convert to C int',
    });
  }
  t.is(bio.pending, 6);
});

test('write refuses what is not bytes, by its type, and writes nothing', (t) => {
  const bio = new ssl.MemoryBIO();
  for (const [value, type] of [
    ['x', 'str'],
    [null, 'NoneType'],
    [1, 'int'],
    [1n, 'int'],
    [true, 'bool'],
    [[1], 'list'],
    [1.5, 'float'],
  ]) {
    t.throws(() => bio.write(value as unknown as Uint8Array), {
      instanceOf: TypeError,
      message: `a bytes-like object is required, not '${type}'`,
    });
  }
  t.is(bio.pending, 0);
});

test('write takes a part of a buffer as that part', (t) => {
  const bio = new ssl.MemoryBIO();
  t.is(bio.write(bytes('abcdef').subarray(2, 4)), 2);
  t.is(bio.write(new Float64Array(2)), 16);
  t.is(bio.write(EMPTY), 0);
  t.deepEqual(bio.read(2), bytes('cd'));
  t.is(bio.pending, 16);
});

test('what is written and read belongs to the program', (t) => {
  const bio = new ssl.MemoryBIO();
  const written = bytes('abc');
  bio.write(written);
  written.fill(0);
  const read = bio.read(1);
  t.deepEqual(read, bytes('a'));
  t.is(read.buffer.byteLength, 1);
  read.fill(0);
  t.deepEqual(bio.read(), bytes('bc'));
});

test('after write_eof nothing can be written, not even nothing, and reads go on', (t) => {
  const bio = filled('foo');
  bio.write_eof();
  bio.write_eof();
  for (const data of [EMPTY, bytes('x')]) {
    const error = t.throws(() => bio.write(data), { instanceOf: ssl.SSLError });
    t.deepEqual(error.args, ['cannot write() after write_eof()']);
    t.is(error.errno, null);
  }
  t.throws(() => bio.write('x' as never), { instanceOf: TypeError }); // the type comes first
  t.false(bio.eof);
  t.deepEqual(bio.read(), bytes('foo'));
  t.true(bio.eof);
  t.deepEqual(bio.read(), EMPTY);
});

test('an outgoing buffer that has ended takes what an object emits', (t) => {
  const outgoing = new ssl.MemoryBIO();
  outgoing.write_eof();
  const context = new ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT);
  const object = context.wrap_bio(new ssl.MemoryBIO(), outgoing, { server_hostname: 'localhost' });
  t.throws(() => object.do_handshake(), { instanceOf: ssl.SSLWantReadError });
  t.is(outgoing.read(1)[0], 22);
});

test('any writes and reads: first in, first out, across their borders', (t) => {
  t.log(`seed ${seed}`);
  const step = fc.oneof(
    fc.record({ write: fc.uint8Array({ maxLength: 70 }) }),
    fc.record({ read: fc.integer({ min: -2, max: 90 }) }),
  );
  fc.assert(
    fc.property(fc.array(step, { maxLength: 60 }), (steps) => {
      const bio = new ssl.MemoryBIO();
      let model: number[] = [];
      for (const each of steps) {
        if ('write' in each) {
          if (bio.write(each.write) !== each.write.length) return false;
          model.push(...each.write);
        } else {
          const count = each.read < 0 ? model.length : each.read;
          if (Buffer.compare(bio.read(each.read), Uint8Array.from(model.slice(0, count))) !== 0) return false;
          model = model.slice(count);
        }
        if (bio.pending !== model.length) return false;
      }
      return true;
    }),
    { seed },
  );
  t.pass();
});
