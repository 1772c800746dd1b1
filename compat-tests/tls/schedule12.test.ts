/** The key schedule of TLS 1.2: published answers of its PRF, OpenSSL's answers for what is made with it, and what is left behind. */
import { spawnSync } from 'node:child_process';
import test from 'ava';
import { concat, EMPTY, fromHex, toHex, utf8 } from '../../lib/bytes/bytes.ts';
import type { HashName } from '../../lib/crypto/provider.ts';
import {
  exportKeyingMaterial12,
  extendedMasterSecret,
  masterSecret,
  prf,
  trafficKeys12,
  verifyData,
} from '../../lib/tls/keys/schedule12.ts';
import { suiteRow12 } from '../../lib/tls/suites12.ts';
import { cores, need } from '../crypto/cores.ts';
import { findOpenssl } from '../tools/programs.ts';
import { randomNumbers, seed } from '../tools/seed.ts';

/** Posted to the TLS working group's list for implementers to check against (msg03416). */
const published = [
  {
    hash: 'sha256',
    secret: '9bbe436ba940f017b17652849a71db35',
    seed: 'a0ba9f936cda311827a6f796ffd5198c',
    output:
      'e3f229ba727be17b8d122620557cd453c2aab21d07c3d495329b52d4e61edb5a6b301791e90d35c9c9a46b4e14baf9af' +
      '0fa022f7077def17abfd3797c0564bab4fbc91666e9def9b97fce34f796789baa48082d122ee42c5a72e5a5110fff70187347b66',
  },
  {
    hash: 'sha384',
    secret: 'b80b733d6ceefcdc71566ea48e5567df',
    seed: 'cd665cf6a8447dd6ff8b27555edb7465',
    output:
      '7b0c18e9ced410ed1804f2cfa34a336a1c14dffb4900bb5fd7942107e81c83cde9ca0faa60be9fe34f82b1233c9146a0' +
      'e534cb400fed2700884f9dc236f80edd8bfa961144c9e8d792eca722a7b32fc3d416d473ebc2c5fd4abfdad05d918425' +
      '9b5bf8cd4d90fa0d31e2dec479e4f1a26066f2eea9a69236a3e52655c9e9aee691c8f3a26854308d5eaa3be85e099070' +
      '3d73e56f',
  },
] as const;

const numbers = randomNumbers();
const bytes = (length: number) => Uint8Array.from({ length }, () => numbers() & 0xff);
const randoms = { client: bytes(32), server: bytes(32) };
const openssl = findOpenssl();

/** `openssl kdf`, which takes label and seed as one. */
function ask(hash: HashName, secret: Uint8Array, seed: Uint8Array, length: number): string {
  const options = [`digest:${hash.toUpperCase()}`, `hexsecret:${toHex(secret)}`, `hexseed:${toHex(seed)}`];
  const { stdout } = spawnSync(
    openssl?.path ?? '',
    ['kdf', '-keylen', `${length}`, ...options.flatMap((option) => ['-kdfopt', option]), 'TLS1-PRF'],
    { encoding: 'utf8' },
  );
  return stdout.trim().replaceAll(':', '').toLowerCase();
}

for (const core of cores) {
  const hashOf = (name: HashName) => need(core.hashes, name);

  for (const { hash, secret, seed, output } of published) {
    test(`${core.name}: the published answer of the PRF with ${hash}, and each shorter one`, (t) => {
      const whole = fromHex(output);
      for (let length = 0; length <= whole.length; length++) {
        const made = prf(hashOf(hash), fromHex(secret), 'test label', fromHex(seed), length);
        t.deepEqual(made, whole.slice(0, length), `${length}`);
      }
    });
  }

  test(`${core.name}: secrets, keys, Finished and exports are those of OpenSSL's PRF`, (t) => {
    t.log(`seed ${seed}`);
    if (openssl === undefined) {
      t.log('skipped: no openssl on PATH');
      t.pass();
      return;
    }
    for (const hash of ['sha256', 'sha384'] as const) {
      for (const length of [1, 48, 66, 300]) {
        const premaster = bytes(length);
        const both = concat(randoms.client, randoms.server);
        t.is(
          toHex(masterSecret(hashOf(hash), premaster.slice(), randoms)),
          ask(hash, premaster, concat(utf8('master secret'), both), 48),
        );
        const session = bytes(32);
        t.is(
          toHex(extendedMasterSecret(hashOf(hash), premaster.slice(), session)),
          ask(hash, premaster, concat(utf8('extended master secret'), session), 48),
        );
      }
      const master = bytes(48);
      const transcript = bytes(48);
      for (const sender of ['client', 'server'] as const) {
        t.is(
          toHex(verifyData(hashOf(hash), master, sender, transcript)),
          ask(hash, master, concat(utf8(`${sender} finished`), transcript), 12),
        );
      }
      const start = concat(utf8('EXPORTER-x'), randoms.client, randoms.server);
      const exported = (context: Uint8Array | undefined) =>
        toHex(exportKeyingMaterial12(hashOf(hash), master, randoms, 'EXPORTER-x', context, 77));
      t.is(exported(undefined), ask(hash, master, start, 77));
      t.is(exported(EMPTY), ask(hash, master, concat(start, Uint8Array.of(0, 0)), 77));
      const context = bytes(258);
      t.is(exported(context), ask(hash, master, concat(start, Uint8Array.of(1, 2), context), 77));
    }
  });

  test(`${core.name}: the key block is cut in the order of the RFC`, (t) => {
    const master = bytes(48);
    const cases = [
      ['TLS_RSA_WITH_AES_128_CBC_SHA', 'sha256', 20, 16, 0],
      ['TLS_RSA_WITH_AES_256_CBC_SHA256', 'sha256', 32, 32, 0],
      ['TLS_ECDHE_RSA_WITH_AES_256_CBC_SHA384', 'sha384', 48, 32, 0],
      ['TLS_ECDHE_RSA_WITH_AES_256_GCM_SHA384', 'sha384', 0, 32, 4],
      ['TLS_RSA_WITH_AES_128_CCM_8', 'sha256', 0, 16, 4],
      ['TLS_ECDHE_RSA_WITH_CHACHA20_POLY1305_SHA256', 'sha256', 0, 32, 12],
    ] as const;
    for (const [name, hash, mac, key, iv] of cases) {
      const row = suiteRow12(name);
      if (row === undefined) throw new Error(name);
      const { client, server } = trafficKeys12(hashOf(hash), master, randoms, row.protection);
      const pieces = [client.mac, server.mac, client.key, server.key, client.iv, server.iv];
      t.deepEqual(
        pieces.map((piece) => piece.length),
        [mac, mac, key, key, iv, iv],
        name,
      );
      const seed = concat(randoms.server, randoms.client);
      t.deepEqual(
        concat(...pieces),
        prf(hashOf(hash), master, 'key expansion', seed, 2 * (mac + key + iv)),
        name,
      );
    }
  });

  test(`${core.name}: a premaster secret is overwritten when it has served`, (t) => {
    const zeros = new Uint8Array(48);
    const first = bytes(48);
    masterSecret(hashOf('sha256'), first, randoms);
    t.deepEqual(first, zeros);
    const second = bytes(48);
    extendedMasterSecret(hashOf('sha256'), second, bytes(32));
    t.deepEqual(second, zeros);
  });
}

test('a context that its length field cannot hold is refused', (t) => {
  const hash = need(cores[0].hashes, 'sha256');
  const call = () => exportKeyingMaterial12(hash, bytes(48), randoms, 'l', new Uint8Array(0x10000), 1);
  t.throws(call, { instanceOf: RangeError });
});
