/** Keys, nonces, tags, blocks and counts of wrong lengths: refused before any work, by the same words in both cores. */
import test from 'ava';
import { concat, utf8 } from '../../lib/bytes/bytes.ts';
import { type CryptoProvider, portable } from '../../lib/crypto/index.ts';
import { expand, expandLabel } from '../../lib/tls/keys/hkdf.ts';
import { prf } from '../../lib/tls/keys/schedule12.ts';
import { cores, need } from './cores.ts';

const EMPTY = new Uint8Array(0);
const bytes = (length: number) => new Uint8Array(length);

/** Numbers about and besides the right one. */
function others(length: number): number[] {
  return [0, 1, length - 1, length + 1, 2 * length, 8 * length].filter((other) => other !== length);
}

for (const core of cores) {
  for (const aead of core.aeads.values())
    test(`${aead.name} says what length it wants, of a key and of a nonce, ${core.name}`, (t) => {
      const { name, keyLength, nonceLength, tagLength } = aead;
      for (const length of others(keyLength))
        t.throws(() => aead.withKey(bytes(length)), {
          instanceOf: RangeError,
          message: `${name} key: ${keyLength} bytes expected, not ${length}`,
        });
      const key = aead.withKey(bytes(keyLength));
      for (const length of others(nonceLength)) {
        const expectation = {
          instanceOf: RangeError,
          message: `nonce: ${nonceLength} bytes expected, not ${length}`,
        };
        for (const text of [EMPTY, bytes(100)]) {
          t.throws(() => key.seal(bytes(length), EMPTY, text), expectation);
          t.throws(() => key.open(bytes(length), EMPTY, text), expectation);
        }
      }
      for (let length = 0; length < tagLength; length++)
        t.is(key.open(bytes(nonceLength), EMPTY, bytes(length)), undefined, 'no room for a tag');
      const [sealed] = [key.seal(bytes(nonceLength), EMPTY, EMPTY)].map((parts) =>
        parts.flatMap((part) => [...part]),
      );
      t.is(sealed.length, tagLength);
      for (const length of [4, 8, 12, 15].filter((shorter) => shorter < tagLength))
        t.is(
          key.open(bytes(nonceLength), EMPTY, Uint8Array.from(sealed.slice(0, length))),
          undefined,
          'a tag cut short',
        );
    });

  test(`CCM takes texts whose length three bytes can say, ${core.name}`, (t) => {
    for (const name of ['aes_128_ccm', 'aes_256_ccm_8'] as const) {
      const aead = need(core.aeads, name);
      const key = aead.withKey(bytes(aead.keyLength));
      const [nonce, longest] = [bytes(12), 2 ** 24 - 1];
      t.throws(() => key.seal(nonce, EMPTY, bytes(longest + 1)), {
        instanceOf: RangeError,
        message: `CCM text: at most ${longest} bytes`,
      });
      t.is(key.open(nonce, EMPTY, bytes(longest + 1 + aead.tagLength)), undefined);
      if (name === 'aes_128_ccm')
        t.is(concat(...key.seal(nonce, EMPTY, bytes(longest))).length, longest + 16);
    }
  });

  for (const cipher of core.blockCiphers.values())
    test(`${cipher.name} says what length it wants, of a key, an iv and a text, ${core.name}`, (t) => {
      const { name, keyLength, blockLength } = cipher;
      for (const length of others(keyLength))
        t.throws(() => cipher.withKey(bytes(length)), {
          instanceOf: RangeError,
          message: `${name} key: ${keyLength} bytes expected, not ${length}`,
        });
      const key = cipher.withKey(bytes(keyLength));
      for (const [what, run] of [
        ['plaintext', (iv: Uint8Array, text: Uint8Array) => key.encrypt(iv, text)],
        ['ciphertext', (iv: Uint8Array, text: Uint8Array) => key.decrypt(iv, text)],
      ] as const) {
        for (const length of others(blockLength))
          t.throws(() => run(bytes(length), bytes(blockLength)), {
            instanceOf: RangeError,
            message: `iv: ${blockLength} bytes expected, not ${length}`,
          });
        for (const length of [1, blockLength - 1, blockLength + 1, 10 * blockLength - 1])
          t.throws(() => run(bytes(blockLength), bytes(length)), {
            instanceOf: RangeError,
            message: `${what}: ${length} bytes are no whole number of ${blockLength}-byte blocks`,
          });
      }
    });

  test(`HMAC takes keys and messages of every length, ${core.name}`, (t) => {
    for (const hash of core.hashes.values()) {
      const twin = need(portable.hashes, hash.name);
      const { blockLength } = hash;
      for (const keyLength of [0, 1, blockLength - 1, blockLength, blockLength + 1, 5 * blockLength]) {
        const key = bytes(keyLength).fill(keyLength);
        for (const length of [0, 1, blockLength, 511, 512, 513]) {
          const expected = slowHmac(twin.digest, blockLength, key, bytes(length));
          t.deepEqual(hash.hmac(key, bytes(length)), expected);
          const keyed = hash.keyedHmac(key);
          t.deepEqual(keyed.mac(bytes(length)), expected);
          t.deepEqual(keyed.mac(EMPTY, bytes(length), EMPTY), expected, 'and again, in parts');
        }
        t.deepEqual(
          hash.keyedHmac(key).mac(),
          slowHmac(twin.digest, blockLength, key, EMPTY),
          'no part at all',
        );
      }
    }
  });

  test(`x25519 and x448 say what length a private key has, ${core.name}`, (t) => {
    for (const [name, right] of [
      ['x25519', 32],
      ['x448', 56],
    ] as const)
      for (const length of others(right))
        t.throws(() => need(core.groups, name).start(bytes(length)), {
          instanceOf: RangeError,
          message: `${name} private key: ${right} bytes expected, not ${length}`,
        });
  });

  test(`curves say what a private key is, ${core.name}`, (t) => {
    for (const [name, right] of [
      ['secp256r1', 32],
      ['secp384r1', 48],
      ['secp521r1', 66],
    ] as const) {
      for (const length of others(right))
        t.throws(() => need(core.groups, name).start(bytes(length).fill(1)), {
          instanceOf: RangeError,
          message: `${name} private key: ${right} bytes expected, not ${length}`,
        });
      for (const filling of [0, 0xff])
        t.throws(() => need(core.groups, name).start(bytes(right).fill(filling)), {
          instanceOf: RangeError,
          message: `${name} private key: out of range`,
        });
    }
  });

  test(`random bytes come in a number that is one, ${core.name}`, (t) => {
    for (const length of [-1, -5, 1.5, Number.NaN, Number.POSITIVE_INFINITY])
      t.throws(() => core.random(length), {
        instanceOf: RangeError,
        message: `no number of bytes: ${length}`,
      });
    for (let i = 0; i < 20; i++)
      t.true(
        core.random(32).some((byte) => byte !== 0),
        'and go on as before',
      );
  });

  test(`random bytes are drawn one and all, ${core.name}`, (t) => {
    for (const length of [1, 2, 33, 300]) {
      const drawn = Array.from({ length: 40 }, () => core.random(length));
      for (let at = 0; at < length; at++)
        t.true(
          drawn.some((each) => each[at] !== 0),
          `${at} of ${length}`,
        );
    }
  });

  test(`PBKDF2 and scrypt count from one, ${core.name}`, (t) => {
    const { pbkdf2, scrypt } = core.passwords;
    const cost = { N: 16, r: 1, p: 1 };
    for (const count of [0, -1, 1.5, Number.NaN, 2 ** 31]) {
      const message = (what: string) => ({
        instanceOf: RangeError,
        message: `${what}: a positive number expected, not ${count}`,
      });
      t.throws(() => pbkdf2('sha256', EMPTY, EMPTY, count, 16), message('PBKDF2 iterations'));
      t.throws(() => pbkdf2('sha256', EMPTY, EMPTY, 1, count), message('PBKDF2 length'));
      t.throws(() => scrypt(EMPTY, EMPTY, cost, count), message('scrypt length'));
    }
    t.is(pbkdf2('sha256', EMPTY, EMPTY, 1, 1).length, 1);
    t.is(scrypt(EMPTY, EMPTY, cost, 1).length, 1);
  });

  test(`scrypt's costs are what RFC 7914 section 2 allows, ${core.name}`, (t) => {
    const run = (N: number, r: number, p: number) => () =>
      core.passwords.scrypt(EMPTY, EMPTY, { N, r, p }, 16);
    for (const [N, r, p] of [
      [0, 8, 1],
      [1, 8, 1],
      [-2, 8, 1],
      [1.5, 8, 1],
      [1000, 8, 1],
      [2 ** 16, 1, 1], // below 2^(128 * r / 8)
      [16, 0, 1],
      [16, 1.5, 1],
      [16, 1, 0],
      [16, 1, 1.5],
      [2 ** 20, 8, 1], // a gigabyte
      [16, 1, 2 ** 22],
    ])
      t.throws(run(N, r, p), {
        instanceOf: RangeError,
        message: `scrypt cost out of range: N ${N}, r ${r}, p ${p}`,
      });
    t.is(run(2 ** 15, 1, 1)().length, 16);
  });

  test(`HKDF gives up to 255 blocks, cut where they are enough, ${core.name}`, (t) => {
    for (const hash of core.hashes.values()) {
      const most = 255 * hash.outputLength;
      const key = bytes(hash.outputLength).fill(1);
      const info = Uint8Array.of(1, 2, 3);
      const whole = expand(hash, key, info, most);
      t.deepEqual(whole, slowExpand(core, hash.name, key, info, most));
      for (const length of [0, 1, hash.outputLength - 1, hash.outputLength, hash.outputLength + 1, most - 1])
        t.deepEqual(expand(hash, key, info, length), whole.subarray(0, length).slice(), `${length}`);
      for (const length of [most + 1, -1, 1.5, Number.NaN])
        t.throws(() => expand(hash, key, info, length), { instanceOf: RangeError }, `${length}`);
    }
  });

  test(`an HKDF label and its context have a byte for their length, ${core.name}`, (t) => {
    const hash = need(core.hashes, 'sha256');
    const key = bytes(32);
    t.is(expandLabel(hash, key, 'l'.repeat(249), bytes(255), 32).length, 32);
    t.throws(() => expandLabel(hash, key, 'l'.repeat(250), EMPTY, 32), { instanceOf: RangeError });
    t.throws(() => expandLabel(hash, key, 'l', bytes(256), 32), { instanceOf: RangeError });
  });

  test(`the PRF gives any number of bytes, each the beginning of more, ${core.name}`, (t) => {
    for (const name of ['sha256', 'sha384'] as const) {
      const hash = need(core.hashes, name);
      for (const secretLength of [0, 1, 48, hash.blockLength, hash.blockLength + 1]) {
        const secret = bytes(secretLength).fill(7);
        const whole = prf(hash, secret, 'label', Uint8Array.of(1, 2), 300);
        t.deepEqual(whole, slowPrf(core, name, secret, concat(utf8('label'), Uint8Array.of(1, 2)), 300));
        for (const length of [0, 1, 12, hash.outputLength - 1, hash.outputLength, hash.outputLength + 1, 299])
          t.deepEqual(prf(hash, secret, 'label', Uint8Array.of(1, 2), length), whole.slice(0, length));
      }
    }
  });
}

// --- the definitions, slowly ------------------------------------------------------------------------------------------

/** RFC 2104 section 2. */
function slowHmac(
  digest: (data: Uint8Array) => Uint8Array,
  blockLength: number,
  key: Uint8Array,
  data: Uint8Array,
): Uint8Array {
  const short = key.length > blockLength ? digest(key) : key;
  const padded = Array.from({ length: blockLength }, (_, i) => short[i] ?? 0);
  const inner = digest(Uint8Array.from([...padded.map((byte) => byte ^ 0x36), ...data]));
  return digest(Uint8Array.from([...padded.map((byte) => byte ^ 0x5c), ...inner]));
}

function hmacOf(core: CryptoProvider, name: 'sha256' | string) {
  const hash = [...core.hashes.values()].find((known) => known.name === name);
  if (!hash) throw new Error(`no ${name}`);
  return (key: Uint8Array, data: readonly number[]) => [
    ...slowHmac(hash.digest, hash.blockLength, key, Uint8Array.from(data)),
  ];
}

/** RFC 5869 section 2.3: T(1) | T(2) | ... */
function slowExpand(
  core: CryptoProvider,
  name: string,
  key: Uint8Array,
  info: Uint8Array,
  length: number,
): Uint8Array {
  const hmac = hmacOf(core, name);
  const output: number[] = [];
  let block: number[] = [];
  for (let i = 1; output.length < length; i++) {
    block = hmac(key, [...block, ...info, i]);
    output.push(...block);
  }
  return Uint8Array.from(output.slice(0, length));
}

/** RFC 5246 section 5: HMAC(secret, A(i) + seed), where A(i) = HMAC(secret, A(i - 1)). */
function slowPrf(
  core: CryptoProvider,
  name: string,
  secret: Uint8Array,
  seed: Uint8Array,
  length: number,
): Uint8Array {
  const hmac = hmacOf(core, name);
  const output: number[] = [];
  let a = [...seed];
  while (output.length < length) {
    a = hmac(secret, a);
    output.push(...hmac(secret, [...a, ...seed]));
  }
  return Uint8Array.from(output.slice(0, length));
}
