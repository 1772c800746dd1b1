/** Finite-field Diffie-Hellman: what is no share, no private key and no group, for both cores alike. */
import test from 'ava';
import { concat } from '../../lib/bytes/bytes.ts';
import type { DhParameters } from '../../lib/crypto/index.ts';
import { bitLength, jacobi, toBigInt } from '../../lib/crypto/portable/bigints.ts';
import { ffdheGroups, randomExponent } from '../../lib/crypto/portable/ffdhe.ts';
import { cores, need } from './cores.ts';
import { FFDHE2048 } from './published-answers.ts';

const RANGE = { instanceOf: RangeError };
const TWO = Uint8Array.of(2);
const GROUP: DhParameters = { prime: FFDHE2048, generator: TWO };

/** A number near the prime. */
function near(difference: number): Uint8Array {
  const bytes = FFDHE2048.slice();
  bytes[bytes.length - 1] += difference;
  return bytes;
}

/** A small number in the length of the prime. */
function long(number: number): Uint8Array {
  const bytes = new Uint8Array(FFDHE2048.length);
  bytes[bytes.length - 1] = number;
  return bytes;
}

const BAD_SHARES: readonly (readonly [string, Uint8Array])[] = [
  ['0', long(0)],
  ['1', long(1)],
  ['p - 1', near(-1)],
  ['p', FFDHE2048],
  ['all ones', new Uint8Array(FFDHE2048.length).fill(0xff)],
  // OpenSSL refuses these too ("check pubkey invalid"): 2 makes squares only.
  ['7, which is no square', long(7)],
  ['p - 2, which is no square', near(-2)],
  ['a byte too many', concat(Uint8Array.of(0), long(2))],
  ['no byte at all', new Uint8Array(0)],
];

for (const core of cores) {
  for (const [what, share] of BAD_SHARES)
    test(`no share: ${what}, ${core.name}`, (t) => {
      const group = need(core.groups, 'ffdhe2048');
      t.is(group.respond(share), undefined);
      t.is(group.start().agree(share), undefined);
      t.is(core.dh.start(GROUP)?.agree(share), undefined, 'given by its numbers');
    });

  test(`shares at the edges that are squares, ${core.name}`, (t) => {
    for (const share of [long(2), long(4), near(-7)]) {
      t.truthy(need(core.groups, 'ffdhe2048').respond(share));
      t.truthy(core.dh.start(GROUP)?.agree(share));
    }
    t.is(need(core.groups, 'ffdhe2048').respond(TWO), undefined, 'in the length of the prime only');
    t.truthy(core.dh.start(GROUP)?.agree(TWO), 'where TLS 1.2 has no fixed length');
  });

  test(`a generator that is no square makes all kinds of shares, ${core.name}`, (t) => {
    const whole: DhParameters = { prime: FFDHE2048, generator: Uint8Array.of(7) };
    t.truthy(core.dh.start(whole)?.agree(long(7)));
    t.truthy(core.dh.start(whole)?.agree(long(2)));
    t.is(core.dh.start(whole)?.agree(near(-1)), undefined);
  });

  test(`a share of small order is refused by what comes of it, ${core.name}`, (t) => {
    // Modulo 2 * 2 * 3 * 19 + 1 = 229, 94 has order three, and 6 makes every number.
    const small: DhParameters = { prime: Uint8Array.of(229), generator: Uint8Array.of(6) };
    const exponent = Uint8Array.of(3 * 19);
    t.is(core.dh.start(small, exponent)?.agree(Uint8Array.of(94)), undefined, 'the result is one');
    t.is(
      core.dh.start(small, Uint8Array.of(2 * 3 * 19))?.agree(Uint8Array.of(6)),
      undefined,
      'it is minus one',
    );
    t.deepEqual(core.dh.start(small, Uint8Array.of(5))?.agree(Uint8Array.of(6)), Uint8Array.of(219));
  });

  test(`private keys at the edges, ${core.name}`, (t) => {
    for (const exponent of [TWO, Uint8Array.of(3), near(-2)]) {
      t.is(need(core.groups, 'ffdhe2048').start(exponent).share.length, FFDHE2048.length);
      t.is(core.dh.start(GROUP, exponent)?.share.length, FFDHE2048.length);
    }
    t.deepEqual(need(core.groups, 'ffdhe2048').start(TWO).share, long(4));
  });

  for (const [what, exponent] of [
    ['0', Uint8Array.of(0)],
    ['1', Uint8Array.of(1)],
    ['nothing', new Uint8Array(0)],
    ['p - 1', near(-1)],
    ['p', FFDHE2048],
    ['more than p', concat(Uint8Array.of(1), FFDHE2048)],
  ] as const)
    test(`no private key: ${what}, ${core.name}`, (t) => {
      t.throws(() => need(core.groups, 'ffdhe2048').start(exponent), RANGE);
      t.throws(() => need(core.groups, 'ffdhe2048').respond(long(2), exponent), RANGE);
      t.throws(() => core.dh.start(GROUP, exponent), RANGE);
    });

  for (const [what, parameters] of [
    ['an even modulus', { prime: near(-1), generator: TWO }],
    ['a modulus of zero', { prime: long(0), generator: TWO }],
    ['no modulus', { prime: new Uint8Array(0), generator: new Uint8Array(0) }],
    ['a modulus of three', { prime: Uint8Array.of(3), generator: TWO }],
    ['a generator of zero', { prime: FFDHE2048, generator: long(0) }],
    ['a generator of one', { prime: FFDHE2048, generator: Uint8Array.of(1) }],
    ['a generator of p - 1', { prime: FFDHE2048, generator: near(-1) }],
    ['a generator of p', { prime: FFDHE2048, generator: FFDHE2048 }],
    [
      'a generator of more bytes than the modulus',
      { prime: Uint8Array.of(23), generator: Uint8Array.of(0, 5) },
    ],
    [
      'a modulus of 8193 bits',
      { prime: concat(Uint8Array.of(1), new Uint8Array(1024).fill(0xff)), generator: TWO },
    ],
  ] as const)
    test(`no group: ${what}, ${core.name}`, (t) => {
      t.is(core.dh.start(parameters), undefined);
    });

  test(`zeros before the modulus do not count, ${core.name}`, (t) => {
    const key = core.dh.start({ prime: concat(Uint8Array.of(0, 0), FFDHE2048), generator: TWO });
    t.is(key?.share.length, FFDHE2048.length);
    t.is(key?.agree(long(4))?.length, FFDHE2048.length);
  });
}

test('private exponents are as long as RFC 7919 appendix A recommends, each of them to the bit', (t) => {
  const bits = { ffdhe2048: 225, ffdhe3072: 275, ffdhe4096: 325, ffdhe6144: 375, ffdhe8192: 400 } as const;
  for (const group of ffdheGroups) {
    for (let i = 0; i < 50; i++)
      t.is(bitLength(toBigInt(randomExponent(group))), bits[group.name as keyof typeof bits], group.name);
  }
  for (let exponentBits = 1; exponentBits < 40; exponentBits++) {
    const exponent = randomExponent({ exponentBits });
    t.deepEqual(
      [exponent.length, bitLength(toBigInt(exponent))],
      [Math.ceil(exponentBits / 8), exponentBits],
    );
  }
});

test('in a group that nobody knows a private exponent stays below the prime', (t) => {
  for (const core of cores) {
    const small: DhParameters = { prime: Uint8Array.of(131), generator: TWO };
    for (let i = 0; i < 100; i++) t.is(core.dh.start(small)?.share.length, 1);
  }
});

test('the Jacobi symbol is what squares and factors make it', (t) => {
  /** By its definition: a product over the prime factors of one, minus one or zero, by looking for a root. */
  const slow = (value: number, modulus: number): number => {
    let symbol = 1;
    let rest = modulus;
    for (let prime = 3; rest > 1; prime += 2) {
      while (rest % prime === 0) {
        rest /= prime;
        if (value % prime === 0) return 0;
        const isSquare = Array.from({ length: prime }, (_, root) => (root * root) % prime).includes(
          value % prime,
        );
        if (!isSquare) symbol = -symbol;
      }
    }
    return symbol;
  };
  for (let modulus = 1; modulus < 130; modulus += 2) {
    for (let value = 0; value < 2 * modulus; value++)
      t.is(
        jacobi(BigInt(value), BigInt(modulus)),
        slow(value, modulus) as -1 | 0 | 1,
        `${value} over ${modulus}`,
      );
  }
});
