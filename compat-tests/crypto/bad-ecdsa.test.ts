/** ECDSA signatures and points in every form but the right one (FIPS 186-5 section 6.4.2, SEC 1 section 2.3.4, X.690). */
import test from 'ava';
import { concat, fromHex } from '../../lib/bytes/bytes.ts';
import { readEcdsaSignature } from '../../lib/crypto/portable/ecdsa-der.ts';
import { cores, need } from './cores.ts';
import { SIGNATURES } from './published-answers.ts';
import { bytesOf, numberOf } from './raw-rsa.ts';

const CURVES = {
  secp256r1: {
    length: 32,
    prime: 2n ** 256n - 2n ** 224n + 2n ** 192n + 2n ** 96n - 1n,
    order: numberOf(fromHex('ffffffff00000000ffffffffffffffffbce6faada7179e84f3b9cac2fc632551')),
    /** The y of the point whose x is zero: the square root of b. */
    yOfZero: '66485c780e2f83d72433bd5d84a06bb6541c2af31dae871728bf856a174f93f4',
  },
  secp384r1: {
    length: 48,
    prime: 2n ** 384n - 2n ** 128n - 2n ** 96n + 2n ** 32n - 1n,
    order: numberOf(
      fromHex(
        'ffffffffffffffffffffffffffffffffffffffffffffffffc7634d81f4372ddf581a0db248b0a77aecec196accc52973',
      ),
    ),
    yOfZero:
      'c306610fb0ae5a159cf45c06069f22a6c5eb3641c602d42dea2c4b4f75550793406d80d2b91ad54f9048bd487af1ade1',
  },
  secp521r1: {
    length: 66,
    prime: 2n ** 521n - 1n,
    order: numberOf(
      fromHex(
        '01fffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffa51868783bf2f966b7fcc0148f709a5d03bb5c9b8899c47aebb6fb71e91386409',
      ),
    ),
    yOfZero:
      '012df13601594a883ef2d935e44bb90bf4d6619b74e52af7552f97769011c0719eb439cfab2a88d40fe59a2bed1f43557169a2d0a2ccd280c607b92bbf51ffe0b078',
  },
} as const;

type CurveName = keyof typeof CURVES;

/** The least x for which `x^3 - 3x + b` is no square. */
const WITHOUT_POINT: Readonly<Record<CurveName, bigint>> = { secp256r1: 1n, secp384r1: 1n, secp521r1: 3n };

const INTEGER = 0x02;
const SEQUENCE = 0x30;

/** An element with its length in the shortest form, or in that of so many bytes. */
function element(tag: number, content: Uint8Array, longForm = content.length < 0x80 ? 0 : 1): Uint8Array {
  const { length } = content;
  const header = longForm === 0 ? [length] : [0x80 | longForm, ...bytesOf(BigInt(length), longForm)];
  return concat(Uint8Array.of(tag, ...header), content);
}

/** The shortest two's complement of a number that is not negative. */
function digits(number: bigint): Uint8Array {
  return bytesOf(number, number === 0n ? 1 : Math.floor(number.toString(2).length / 8) + 1);
}

const integer = (number: bigint) => element(INTEGER, digits(number));
const sequence = (...parts: readonly Uint8Array[]) => element(SEQUENCE, concat(...parts));

/** `r` and `s` out of a signature that is DER. */
function read(signature: Uint8Array): [bigint, bigint] {
  const start = signature[1] < 0x80 ? 2 : 3;
  const end = start + 2 + signature[start + 1];
  return [numberOf(signature.subarray(start + 2, end)), numberOf(signature.subarray(end + 2))];
}

function malformed(r: bigint, s: bigint, name: CurveName): readonly (readonly [string, Uint8Array])[] {
  const { order, length } = CURVES[name];
  const [R, S] = [integer(r), integer(s)];
  const body = concat(R, S);
  const shortForm = body.length < 0x80;
  return [
    ['r of zero', sequence(integer(0n), S)],
    ['s of zero', sequence(R, integer(0n))],
    ['both of zero', sequence(integer(0n), integer(0n))],
    ['r of the order', sequence(integer(order), S)],
    ['s of the order', sequence(R, integer(order))],
    ['r and the order', sequence(integer(r + order), S)],
    ['s and the order', sequence(R, integer(s + order))],
    ['r of another size', sequence(integer(r + (1n << 640n)), S)],
    ['r of minus one', sequence(element(INTEGER, Uint8Array.of(0xff)), S)],
    ['a negative r of full length', sequence(element(INTEGER, new Uint8Array(length).fill(0xff)), S)],
    [
      's minus the order',
      sequence(R, element(INTEGER, bytesOf((1n << BigInt(8 * length + 8)) + s - order, length + 1))),
    ],
    ...(digits(r)[0] === 0
      ? [
          [
            'r without the zero that says it is positive',
            sequence(element(INTEGER, digits(r).subarray(1)), S),
          ] as const,
        ]
      : []),
    ...(digits(s)[0] === 0
      ? [
          [
            's without the zero that says it is positive',
            sequence(R, element(INTEGER, digits(s).subarray(1))),
          ] as const,
        ]
      : []),
    ...(shortForm
      ? []
      : [['a length past 127 in one byte', concat(Uint8Array.of(SEQUENCE, body.length), body)] as const]),
    ['a needless zero before r', sequence(element(INTEGER, concat(Uint8Array.of(0), digits(r))), S)],
    ['a needless zero before s', sequence(R, element(INTEGER, concat(Uint8Array.of(0), digits(s))))],
    ['r of no byte', sequence(element(INTEGER, new Uint8Array(0)), S)],
    ['s of no byte', sequence(R, element(INTEGER, new Uint8Array(0)))],
    ['the long form for r', sequence(element(INTEGER, digits(r), 1), S)],
    ['the long form for s', sequence(R, element(INTEGER, digits(s), 1))],
    ['two bytes of length for the sequence', element(SEQUENCE, body, 2)],
    ['a byte more of length than needed', element(SEQUENCE, body, shortForm ? 1 : 2)],
    ['an indefinite length', concat(Uint8Array.of(SEQUENCE, 0x80), body, Uint8Array.of(0, 0))],
    ['a byte behind the sequence', concat(sequence(R, S), Uint8Array.of(0))],
    ['an element behind s', sequence(R, S, Uint8Array.of(5, 0))],
    [
      'a sequence that ends before s does',
      concat(element(SEQUENCE, body.subarray(0, -1)), body.subarray(-1)),
    ],
    ['no s', sequence(R)],
    ['nothing in it', sequence()],
    ['half a header', Uint8Array.of(SEQUENCE)],
    ['no bytes', new Uint8Array(0)],
    ['a set', element(0x31, body)],
    ['a bit string for r', sequence(concat(Uint8Array.of(3), R.subarray(1)), S)],
    ['an octet string for s', sequence(R, concat(Uint8Array.of(4), S.subarray(1)))],
    ['r and s as they are, as in IEEE P1363', concat(bytesOf(r, length), bytesOf(s, length))],
    ['r and s the other way round', sequence(S, R)],
  ];
}

for (const core of cores) {
  for (const [parts, recipe, message, signature] of SIGNATURES) {
    const name = parts.type as CurveName;
    if (!(name in CURVES)) continue;
    const [r, s] = read(signature);

    test(`${name} verifies either half of s, in DER, ${core.name}`, (t) => {
      const key = need(core.keys, name).publicKey(parts);
      t.deepEqual(sequence(integer(r), integer(s)), signature);
      t.true(key?.verify(recipe, message, signature));
      t.true(key?.verify(recipe, message, sequence(integer(r), integer(CURVES[name].order - s))));
    });

    for (const [what, wrong] of malformed(r, s, name))
      test(`${name} does not verify ${what}, ${core.name}`, (t) => {
        t.false(need(core.keys, name).publicKey(parts)?.verify(recipe, message, wrong));
      });
  }

  for (const name of Object.keys(CURVES) as CurveName[]) {
    const { length, prime, yOfZero } = CURVES[name];
    const [zero, y] = [new Uint8Array(length), fromHex(yOfZero)];
    const point = concat(Uint8Array.of(4), zero, y);
    const isPoint = (bytes: Uint8Array) =>
      need(core.keys, name).publicKey({ type: name, point: bytes }) !== undefined;
    const isShare = (bytes: Uint8Array) => need(core.groups, name).respond(bytes) !== undefined;

    test(`${name} takes the point whose x is zero, ${core.name}`, (t) => {
      t.true(isPoint(point));
      t.true(isShare(point));
      t.true(isPoint(concat(Uint8Array.of(2 | (y[length - 1] & 1)), zero)));
    });

    if (name === 'secp521r1')
      test(`${name} takes no point of y and the prime, which there is room for, ${core.name}`, (t) => {
        const wrong = concat(Uint8Array.of(4), zero, bytesOf(numberOf(y) + prime, length));
        t.false(isPoint(wrong));
        t.false(isShare(wrong));
      });

    for (const [what, wrong] of [
      ['x of the prime', concat(Uint8Array.of(4), bytesOf(prime, length), y)],
      ['x of the prime, compressed', concat(Uint8Array.of(2), bytesOf(prime, length))],
      ['x of all ones, compressed', concat(Uint8Array.of(3), new Uint8Array(length).fill(0xff))],
      ['an x that no point has, compressed', concat(Uint8Array.of(2), bytesOf(WITHOUT_POINT[name], length))],
      ['y a little off', concat(Uint8Array.of(4), zero, bytesOf(numberOf(y) ^ 1n, length))],
      ['the origin', concat(Uint8Array.of(4), zero, zero)],
      ['infinity', Uint8Array.of(0)],
      ['infinity in the length of a point', new Uint8Array(1 + 2 * length)],
      ['a hybrid', concat(Uint8Array.of(6 | (y[length - 1] & 1)), zero, y)],
      ['a hybrid of the other sign', concat(Uint8Array.of(6 | (~y[length - 1] & 1)), zero, y)],
      ['a first byte of 1', concat(Uint8Array.of(1), zero, y)],
      ['a first byte of 5', concat(Uint8Array.of(5), zero, y)],
      ['a first byte of 0x84', concat(Uint8Array.of(0x84), zero, y)],
      ['no first byte', concat(zero, y)],
      ['a byte too many', concat(point, Uint8Array.of(0))],
      ['a byte too few', point.subarray(0, -1)],
      ['a compressed form in the length of the whole', concat(Uint8Array.of(2), zero, y)],
      ['a whole form in the length of the compressed', concat(Uint8Array.of(4), zero)],
      ['no bytes', new Uint8Array(0)],
    ] as const)
      test(`${name} takes no point of ${what}, ${core.name}`, (t) => {
        t.false(isPoint(wrong));
        t.false(isShare(wrong));
      });

    test(`${name} takes compressed points in keys and not in shares, ${core.name}`, (t) => {
      for (const sign of [2, 3]) {
        t.true(isPoint(concat(Uint8Array.of(sign), zero)));
        t.false(isShare(concat(Uint8Array.of(sign), zero)));
      }
    });
  }
}

test('a signature is read in its one form, whatever the sizes of its numbers', (t) => {
  const read = (r: Uint8Array, s: Uint8Array, length = 66) =>
    readEcdsaSignature(sequence(element(INTEGER, r), element(INTEGER, s)), length);
  const one = Uint8Array.of(1);
  for (const [number, value] of [
    [[0], 0],
    [[1], 1],
    [[0x7f], 0x7f],
    [[0, 0x80], 0x80],
    [[0, 0xff], 0xff],
    [[1, 0], 0x100],
    [[0x7f, 0xff], 0x7fff],
  ] as const) {
    t.deepEqual(read(Uint8Array.from(number), one, 2), Uint8Array.of(value >> 8, value, 0, 1));
    t.deepEqual(read(one, Uint8Array.from(number), 2), Uint8Array.of(0, 1, value >> 8, value));
  }
  for (const number of [
    [],
    [0, 0],
    [0, 1],
    [0, 0x7f],
    [0x80],
    [0xff, 1],
    [0, 0, 0x80],
    [0, 0x80, 0, 0],
    [1, 0, 0],
  ]) {
    t.is(read(Uint8Array.from(number), one, 2), undefined, `${number}`);
    t.is(read(one, Uint8Array.from(number), 2), undefined, `${number}`);
  }
  // About 128 bytes, where the long form begins, and about 255, where it would take another byte.
  for (const [first, second] of [
    [61, 62],
    [62, 62],
    [62, 63],
    [66, 66],
    [125, 126],
  ]) {
    const [r, s] = [first, second].map((length) => new Uint8Array(length).fill(3));
    const numbers = read(r, s, 126);
    t.is(numbers && numberOf(numbers.subarray(0, 126)), numberOf(r));
    t.is(numbers && numberOf(numbers.subarray(126)), numberOf(s));
  }
  const body = concat(
    element(INTEGER, new Uint8Array(61).fill(3)),
    element(INTEGER, new Uint8Array(62).fill(3)),
  );
  t.is(body.length, 127);
  t.is(readEcdsaSignature(element(SEQUENCE, body, 1), 66), undefined, '127 in the long form');
  t.truthy(readEcdsaSignature(element(SEQUENCE, body), 66));
});
