import test from 'ava';
import { defaultProvider, native, portable, providerNamed } from '../../lib/crypto/index.ts';

const before = process.env.PYSSL_CORE;

test.serial.afterEach.always(() => {
  if (before === undefined) delete process.env.PYSSL_CORE;
  else process.env.PYSSL_CORE = before;
});

test.serial('without a word, the native core where there is one', (t) => {
  delete process.env.PYSSL_CORE;
  t.is(defaultProvider(), native ?? portable);
  process.env.PYSSL_CORE = '';
  t.is(defaultProvider(), native ?? portable);
});

test.serial('PYSSL_CORE chooses', (t) => {
  process.env.PYSSL_CORE = 'portable';
  t.is(defaultProvider(), portable);
  if (native) {
    process.env.PYSSL_CORE = 'native';
    t.is(defaultProvider(), native);
  }
});

test.serial('a core that there is not is a RangeError that names those there are', (t) => {
  process.env.PYSSL_CORE = 'openssl';
  const error = t.throws(() => defaultProvider(), { instanceOf: RangeError });
  t.regex(error.message, /portable.*native/);
  t.throws(() => providerNamed(''), { instanceOf: RangeError });
});

test('under Node the native core has entries of its own for all that OpenSSL has', (t) => {
  if (!native) {
    t.pass('skipped: no node:crypto here');
    return;
  }
  const portableStill = new Set(['ffdhe2048', 'ffdhe3072', 'ffdhe4096', 'ffdhe6144', 'ffdhe8192']);
  for (const type of ['mldsa44', 'mldsa65', 'mldsa87']) portableStill.add(type);
  for (const map of ['hashes', 'aeads', 'blockCiphers', 'groups', 'keys'] as const) {
    const [ours, theirs]: ReadonlyMap<string, unknown>[] = [native[map], portable[map]];
    for (const [name, entry] of ours) t.is(entry === theirs.get(name), portableStill.has(name), name);
  }
  t.true(
    native.dh !== portable.dh && native.passwords !== portable.passwords && native.random !== portable.random,
  );
});

test('a core knows every algorithm that the other knows', (t) => {
  if (!native) {
    t.pass('skipped: no node:crypto here');
    return;
  }
  for (const map of ['hashes', 'aeads', 'blockCiphers', 'groups', 'keys'] as const) {
    t.deepEqual([...native[map].keys()].sort(), [...portable[map].keys()].sort(), map);
  }
});
