import test from 'ava';
import { fromHex, toHex } from '../../lib/bytes/bytes.ts';
import { Fault } from '../../lib/bytes/fault.ts';
import {
  constant,
  decode,
  encode,
  fixed,
  list,
  named,
  opaque,
  Reader,
  struct,
  u8,
  u16,
  u24,
  u32,
} from '../../lib/wire/codec.ts';

const faultOf = (body: () => unknown): string => {
  try {
    body();
  } catch (error) {
    if (error instanceof Fault) return error.fault;
    throw error;
  }
  return 'none';
};

test('numbers are big-endian and as wide as their type', (t) => {
  const numbers = struct({ a: u8, b: u16, c: u24, d: u32 });
  const bytes = fromHex('01 0203 040506 fffefdfc'.replaceAll(' ', ''));
  t.deepEqual(decode(numbers, bytes, 'numbers'), { a: 1, b: 0x0203, c: 0x040506, d: 0xfffefdfc });
  t.deepEqual(encode(numbers, { a: 1, b: 0x0203, c: 0x040506, d: 0xfffefdfc }), bytes);
  t.throws(() => encode(u8, 256), { instanceOf: RangeError });
});

test('the width of a length follows from the upper bound', (t) => {
  t.is(toHex(encode(opaque(0, 0xff), Uint8Array.of(9))), '0109');
  t.is(toHex(encode(opaque(0, 0x100), Uint8Array.of(9))), '000109');
  t.is(toHex(encode(opaque(0, 0xffffff), Uint8Array.of(9))), '00000109');
});

test('a vector outside its bounds is refused, both ways', (t) => {
  const codec = opaque(2, 3);
  t.is(
    faultOf(() => decode(codec, fromHex('0101'), 'v')),
    'badLength',
  );
  t.is(
    faultOf(() => decode(codec, fromHex('0401020304'), 'v')),
    'badLength',
  );
  for (const length of [1, 4])
    t.throws(() => encode(codec, new Uint8Array(length)), { instanceOf: RangeError });
  const numbers = list(u16, 4, 6);
  for (const hex of ['020001', '080001000200030004'])
    t.is(
      faultOf(() => decode(numbers, fromHex(hex), 'n')),
      'badLength',
    );
  for (const items of [[1], [1, 2, 3, 4]]) t.throws(() => encode(numbers, items), { instanceOf: RangeError });
  t.throws(() => encode(fixed(2), new Uint8Array(3)), { instanceOf: RangeError });
});

test('a length scope must close exactly', (t) => {
  const numbers = list(u16, 0, 0xff);
  t.deepEqual(decode(numbers, fromHex('0400010002'), 'n'), [1, 2]);
  t.is(
    faultOf(() => decode(numbers, fromHex('03000100'), 'n')),
    'lengthMismatch',
  ); // half a number inside
  t.is(
    faultOf(() => decode(numbers, fromHex('040001'), 'n')),
    'lengthMismatch',
  ); // ends too early
  t.is(
    faultOf(() => decode(numbers, fromHex('020001ff'), 'n')),
    'lengthMismatch',
  ); // something behind
});

test('an item cannot read past the vector that it is in', (t) => {
  const nested = struct({ inner: list(opaque(0, 0xff), 0, 0xff), after: u8 });
  // The inner item says two bytes, the vector around it holds one; the byte behind is not its to take.
  t.is(
    faultOf(() => decode(nested, fromHex('0202aabb'), 'nested')),
    'lengthMismatch',
  );
});

test('what is behind the end of a scope is never looked at, not even for a moment', (t) => {
  const takes: readonly ((reader: Reader) => unknown)[] = [
    (reader) => reader.number(2),
    (reader) => reader.bytes(2),
    (reader) => reader.length(0, 0xffff),
    (reader) => reader.length(0, 0xff),
  ];
  for (const take of takes) {
    const reader = new Reader(fromHex('01aabb'), 'r');
    const inside = () => {
      take(reader);
      t.fail('read on');
    };
    t.is(
      faultOf(() => reader.scope(1, inside)),
      'lengthMismatch',
    );
  }
});

test('names that a table does not have are kept as hexadecimal', (t) => {
  const colour = named(2, { red: 1, blue: 0x0203 });
  t.is(decode(colour, fromHex('0203'), 'colour'), 'blue');
  t.is(decode(colour, fromHex('0a0a'), 'colour'), '0x0a0a');
  t.is(toHex(encode(colour, '0x0a0a')), '0a0a');
  t.is(toHex(encode(colour, 'blue')), '0203');
});

test('a constant is refused when it is another', (t) => {
  t.is(
    faultOf(() => decode(constant(u8, 7, 'seven'), Uint8Array.of(8), 'c')),
    'badValue',
  );
  t.is(decode(constant(u8, 7, 'seven'), Uint8Array.of(7), 'c'), 7);
});
