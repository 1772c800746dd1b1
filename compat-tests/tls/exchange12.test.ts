/** Premaster secrets of TLS 1.2: against node:crypto's Diffie-Hellman and RSA, at the edges of each range, and in the shapes of known attacks. */
import {
  constants,
  createDiffieHellman,
  generateKeyPairSync,
  generatePrimeSync,
  getDiffieHellman,
  privateDecrypt,
  publicEncrypt,
} from 'node:crypto';
import test from 'ava';
import { concat, EMPTY, fromHex, toHex } from '../../lib/bytes/bytes.ts';
import { Fault } from '../../lib/bytes/fault.ts';
import { ffdheGroups, ffdhePrime } from '../../lib/crypto/portable/ffdhe.ts';
import type { PrivateKey, PrivateKeyParts } from '../../lib/crypto/provider.ts';
import {
  decryptRsaPremaster,
  dhePremaster,
  ecdhePremaster,
  makeRsaPremaster,
  pskPremaster,
  startDhe,
} from '../../lib/tls/keys/exchange12.ts';
import { cores, need } from '../crypto/cores.ts';
import { randomNumbers, seed } from '../tools/seed.ts';

const numbers = randomNumbers();
const bytes = (length: number) => Uint8Array.from({ length }, () => numbers() & 0xff);
const plain = (buffer: Uint8Array) => new Uint8Array(buffer);
const TWO = Uint8Array.of(2);

/** RFC 2409 and RFC 3526: groups that servers have, and that RFC 7919 does not list. */
const groups = (['modp2', 'modp5', 'modp14', 'modp15'] as const).map((name) => ({
  name,
  prime: plain(getDiffieHellman(name).getPrime()),
}));

/** The number in the bytes, plus another, in as many bytes. */
function plus(number: Uint8Array, other: bigint): Uint8Array {
  const sum = BigInt(`0x${toHex(number)}`) + other;
  return fromHex(sum.toString(16).padStart(2 * number.length, '0'));
}

function faultOf(action: () => unknown): string | undefined {
  try {
    action();
  } catch (error) {
    if (error instanceof Fault) return error.fault;
    throw error;
  }
  return undefined;
}

// --- RSA ------------------------------------------------------------------------------------------------------------

const pair = generateKeyPairSync('rsa', { modulusLength: 1024 });
const jwk = pair.privateKey.export({ format: 'jwk' });
const part = (name: 'n' | 'e' | 'd' | 'p' | 'q' | 'dp' | 'dq' | 'qi') =>
  plain(Buffer.from(jwk[name] ?? '', 'base64url'));
const parts = {
  type: 'rsa',
  modulus: part('n'),
  exponent: part('e'),
  privateExponent: part('d'),
  prime1: part('p'),
  prime2: part('q'),
  exponent1: part('dp'),
  exponent2: part('dq'),
  coefficient: part('qi'),
} as const satisfies PrivateKeyParts;
const modulusLength = parts.modulus.length;

/** RSA of a block as it is: the padding is the test's. */
const encryptRaw = (block: Uint8Array) =>
  plain(publicEncrypt({ key: pair.publicKey, padding: constants.RSA_NO_PADDING }, block));

const encryptPadded = (secret: Uint8Array) =>
  plain(publicEncrypt({ key: pair.publicKey, padding: constants.RSA_PKCS1_PADDING }, secret));

/** A block of PKCS#1 v1.5 (RFC 8017 section 7.2.1) that holds a premaster secret. */
function block(secret: Uint8Array): Uint8Array {
  const padding = bytes(modulusLength - secret.length - 3).map((byte) => byte | 1);
  return concat(Uint8Array.of(0, 2), padding, Uint8Array.of(0), secret);
}

function changed(original: Uint8Array, at: number, value: number): Uint8Array {
  const copy = original.slice();
  copy[at] = value;
  return copy;
}

/** Every way in which a ciphertext can be other than it should (RFC 5246 section 7.4.7.1). */
function malformed(): Record<string, Uint8Array> {
  const premaster = concat(
    Uint8Array.of(3, 3),
    bytes(46).map((byte) => byte | 1),
  );
  const good = block(premaster);
  const separator = modulusLength - 49;
  return {
    'a first byte that is not zero': encryptRaw(changed(good, 0, 1)),
    'block type 1': encryptRaw(changed(good, 1, 1)),
    'block type 0': encryptRaw(changed(good, 1, 0)),
    'a zero in the first eight bytes of padding': encryptRaw(changed(good, 5, 0)),
    'a zero in the midst of the padding': encryptRaw(changed(good, 40, 0)),
    'no zero before the secret': encryptRaw(changed(good, separator, 7)),
    'a secret one byte short': encryptPadded(premaster.subarray(1)),
    'a secret one byte long': encryptPadded(concat(premaster, Uint8Array.of(1))),
    'no secret': encryptPadded(EMPTY),
    'nothing but zeros': encryptRaw(new Uint8Array(modulusLength)),
    'a lower version': encryptPadded(changed(premaster, 1, 2)),
    'a higher version': encryptPadded(changed(premaster, 1, 4)),
    'another major version': encryptPadded(changed(premaster, 0, 2)),
    'a number above the modulus': new Uint8Array(modulusLength).fill(0xff),
    'the modulus': parts.modulus,
    'a ciphertext one byte short': encryptPadded(premaster).subarray(1),
    'a ciphertext one byte long': concat(Uint8Array.of(0), encryptPadded(premaster)),
    'no ciphertext': EMPTY,
  };
}

for (const core of cores) {
  const key = need(core.keys, 'rsa').privateKey(parts);
  if (key?.publicKey.encrypt === undefined) throw new Error('an RSA key encrypts');
  const encrypt = key.publicKey.encrypt.bind(key.publicKey);

  test(`${core.name}: DHE agrees with OpenSSL's in any group`, (t) => {
    t.log(`seed ${seed}`);
    for (const { name, prime } of groups) {
      const theirs = createDiffieHellman(prime, TWO);
      theirs.generateKeys();
      const ours = startDhe(core, { prime, generator: TWO }, 1024);
      t.is(ours.share.length, prime.length, name);
      const expected = plain(theirs.computeSecret(ours.share));
      const start = expected.findIndex((byte) => byte !== 0);
      t.deepEqual(dhePremaster(ours, plain(theirs.getPublicKey())), expected.subarray(start), name);
    }
  });

  test(`${core.name}: DHE in a group of RFC 7919 agrees with that group by its name`, (t) => {
    const [row] = ffdheGroups;
    const prime = fromHex(ffdhePrime(row).toString(16));
    const named = need(core.groups, row.name).start();
    const ours = startDhe(core, { prime, generator: TWO }, row.bits);
    t.deepEqual(ours.agree(named.share), named.agree(ours.share));
  });

  test(`${core.name}: a public value of DHE that gives the secret away is refused`, (t) => {
    for (const { prime } of groups.slice(0, 2)) {
      const start = () => startDhe(core, { prime, generator: TWO }, 1024);
      const bad = {
        zero: new Uint8Array(prime.length),
        one: Uint8Array.of(1),
        nothing: EMPTY,
        'p - 1': plus(prime, -1n),
        p: prime,
        'p + 2': plus(prime, 2n),
        'longer than p': concat(TWO, prime),
      };
      for (const [name, share] of Object.entries(bad)) {
        t.is(
          faultOf(() => dhePremaster(start(), share)),
          'badDhValue',
          name,
        );
      }
      t.is(
        faultOf(() => dhePremaster(start(), TWO)),
        undefined,
      );
      t.is(
        faultOf(() => dhePremaster(start(), concat(new Uint8Array(9), TWO))),
        undefined,
        'zeros before it',
      );
    }
  });

  test(`${core.name}: a value in a small subgroup is refused where it shows`, (t) => {
    // In 65537's group of 2^16 elements 256 has order 4: with a multiple of 4 for a key the secret would be 1.
    const parameters = { prime: Uint8Array.of(1, 0, 1), generator: Uint8Array.of(3) };
    const elementOfOrder4 = Uint8Array.of(1, 0);
    t.is(core.dh.start(parameters, Uint8Array.of(8))?.agree(elementOfOrder4), undefined);
    t.is(core.dh.start(parameters, Uint8Array.of(6))?.agree(elementOfOrder4), undefined, 'p - 1');
    t.not(core.dh.start(parameters, Uint8Array.of(5))?.agree(Uint8Array.of(0xff, 0xff)), undefined, 'p - 2');
    t.deepEqual(core.dh.start(parameters, Uint8Array.of(5))?.agree(elementOfOrder4), Uint8Array.of(0, 1, 0));
  });

  test(`${core.name}: what is no group is refused`, (t) => {
    const [{ prime }] = groups;
    const cases: Record<string, [prime: Uint8Array, generator: Uint8Array]> = {
      'an even modulus': [plus(prime, 1n), TWO],
      'generator 0': [prime, Uint8Array.of(0)],
      'generator 1': [prime, Uint8Array.of(1)],
      'generator p - 1': [prime, plus(prime, -1n)],
      'generator p': [prime, prime],
      'a generator longer than the prime': [prime, concat(TWO, prime)],
      'a modulus that is too large to reckon with': [new Uint8Array(1025).fill(255), TWO],
    };
    for (const [name, [p, generator]] of Object.entries(cases)) {
      t.is(
        faultOf(() => startDhe(core, { prime: p, generator }, 1024)),
        'badDhValue',
        name,
      );
    }
  });

  test(`${core.name}: a group below the least length is refused, whatever zeros stand before it`, (t) => {
    const [{ prime }] = groups; // of 1024 bits
    const padded = concat(new Uint8Array(128), prime);
    t.is(
      faultOf(() => startDhe(core, { prime, generator: TWO }, 1025)),
      'dhKeyTooSmall',
    );
    t.is(
      faultOf(() => startDhe(core, { prime: padded, generator: TWO }, 1025)),
      'dhKeyTooSmall',
    );
    t.is(
      faultOf(() => startDhe(core, { prime: EMPTY, generator: TWO }, 1)),
      'dhKeyTooSmall',
    );
    t.is(startDhe(core, { prime: padded, generator: TWO }, 1024).share.length, 128);
  });

  test(`${core.name}: a premaster secret of DHE has no leading zeros`, (t) => {
    const parameters = { prime: Uint8Array.of(1, 0, 1), generator: Uint8Array.of(3) };
    const lengths = new Set<number>();
    for (let exponent = 2; exponent < 300; exponent++) {
      const key = core.dh.start(parameters, Uint8Array.of(exponent >> 8, exponent));
      if (key === undefined) throw new Error('a group');
      const premaster = dhePremaster(key, Uint8Array.of(3));
      t.not(premaster[0], 0);
      lengths.add(premaster.length);
    }
    t.deepEqual([...lengths].sort(), [1, 2]);
  });

  test(`${core.name}: a private key out of range is the caller's mistake`, (t) => {
    const parameters = { prime: Uint8Array.of(1, 0, 1), generator: Uint8Array.of(3) };
    for (const privateKey of [EMPTY, Uint8Array.of(0), Uint8Array.of(1), Uint8Array.of(1, 0, 0)]) {
      t.throws(() => core.dh.start(parameters, privateKey), { instanceOf: RangeError });
    }
  });

  test(`${core.name}: ECDHE gives what the curve gives, and refuses what is no point`, (t) => {
    for (const name of ['secp256r1', 'x25519'] as const) {
      const [ours, theirs] = [need(core.groups, name).start(), need(core.groups, name).start()];
      const { share } = ours;
      t.deepEqual(ecdhePremaster(ours, theirs.share), theirs.agree(share));
      const start = () => need(core.groups, name).start();
      t.is(
        faultOf(() => ecdhePremaster(start(), EMPTY)),
        'badPoint',
      );
      t.is(
        faultOf(() => ecdhePremaster(start(), new Uint8Array(share.length))),
        'badPoint',
      );
      t.is(
        faultOf(() => ecdhePremaster(start(), theirs.share.subarray(1))),
        'badPoint',
      );
    }
  });

  test(`${core.name}: an RSA premaster secret comes through, by our hand and by OpenSSL's`, (t) => {
    const premaster = makeRsaPremaster(core, 0x0303);
    t.is(premaster.length, 48);
    t.deepEqual([...premaster.subarray(0, 2)], [3, 3]);
    t.deepEqual(decryptRsaPremaster(core, key, encrypt(premaster), 0x0303), premaster);
    t.deepEqual(decryptRsaPremaster(core, key, encryptPadded(premaster), 0x0303), premaster);
    const read = privateDecrypt(
      { key: pair.privateKey, padding: constants.RSA_NO_PADDING },
      encrypt(premaster),
    );
    t.deepEqual(plain(read).subarray(-49), concat(Uint8Array.of(0), premaster));
  });

  test(`${core.name}: whatever is wrong with an RSA ciphertext, the way on is one and the same`, (t) => {
    t.log(`seed ${seed}`);
    const steps: string[] = [];
    const watchedKey: PrivateKey = {
      ...key,
      type: key.type,
      bits: key.bits,
      publicKey: key.publicKey,
      sign: () => EMPTY,
      decrypt: (ciphertext, fallback) => {
        steps.push(`decrypt with ${fallback.length} bytes to fall back on`);
        return key.decrypt?.(ciphertext, fallback) ?? EMPTY;
      },
    };
    const watched = {
      ...core,
      random: (length: number) => {
        steps.push(`random ${length}`);
        return core.random(length);
      },
    };
    const good = encryptPadded(concat(Uint8Array.of(3, 3), bytes(46)));
    decryptRsaPremaster(watched, watchedKey, good, 0x0303);
    const path = steps.splice(0);
    for (const [name, ciphertext] of Object.entries(malformed())) {
      const once = decryptRsaPremaster(watched, watchedKey, ciphertext, 0x0303);
      t.deepEqual(steps.splice(0), path, name);
      t.is(once.length, 48, name);
      const again = decryptRsaPremaster(core, key, ciphertext, 0x0303);
      t.notDeepEqual(once, again, `${name}: random, not anything that was sent`);
    }
  });
}

test('both cores agree in groups that nobody has registered, leading zeros and all', (t) => {
  const [first, last] = [cores[0], cores[cores.length - 1]];
  for (let i = 0; i < 30; i++) {
    const prime = plain(Buffer.from(generatePrimeSync(512)));
    const parameters = { prime, generator: Uint8Array.of(3) };
    const [ours, theirs] = [startDhe(first, parameters, 512), startDhe(last, parameters, 512)];
    t.deepEqual([ours.share.length, theirs.share.length], [64, 64]);
    const secret = ours.agree(theirs.share);
    t.is(secret?.length, 64);
    t.deepEqual(secret, theirs.agree(ours.share));
    t.deepEqual(ours.agree(concat(Uint8Array.of(0), theirs.share)), undefined, 'longer than the prime');
  }
});

test('the premaster secrets of shared keys are those of RFC 4279', (t) => {
  const key = fromHex('0a0b0c');
  t.is(toHex(pskPremaster(key)), '0003000000' + '00030a0b0c');
  const other = fromHex('ff01');
  t.is(toHex(pskPremaster(key, other)), '0002ff01' + '00030a0b0c');
  t.is(toHex(other), '0000', 'what it was made of is overwritten');
  t.is(pskPremaster(new Uint8Array(256), new Uint8Array(300)).length, 2 + 300 + 2 + 256);
  const tooLong = new Uint8Array(0x10000);
  t.throws(() => pskPremaster(tooLong), { instanceOf: RangeError });
  t.throws(() => pskPremaster(tooLong, other), { instanceOf: RangeError });
  t.throws(() => pskPremaster(key, tooLong), { instanceOf: RangeError });
});
