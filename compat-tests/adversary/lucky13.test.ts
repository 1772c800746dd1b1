/**
 * Lucky 13 and Vaudenay's attack against CBC records of TLS 1.2, by their shape: an attacker must not learn from the
 * answer or from the work done for it whether padding or MAC was wrong, nor how long the padding is. Times are not
 * measured here; the compressions of the hash and the bytes looked at are counted.
 */
import { sha1 } from '@noble/hashes/legacy.js';
import { sha256, sha384 } from '@noble/hashes/sha2.js';
import test from 'ava';
import { Fault } from '../../lib/bytes/fault.ts';
import { portable } from '../../lib/crypto/index.ts';
import { readHalf12 } from '../../lib/tls/keys/halves12.ts';
import type { DirectionKeys12 } from '../../lib/tls/keys/schedule12.ts';
import { checkedPadding } from '../../lib/tls/record/cbc12.ts';
import { type Suite12, suiteRow12 } from '../../lib/tls/suites12.ts';
import { cbcRecord, paddingOf } from '../tools/cbc-record.ts';
import { randomNumbers, seed } from '../tools/seed.ts';

const numbers = randomNumbers();
const bytes = (length: number) => Uint8Array.from({ length }, () => numbers() & 0xff);

/** How often any hash of the portable core has compressed a block. */
let compressions = 0;
for (const hash of [sha1, sha256, sha384]) {
  const instance = hash.create();
  let prototype = Object.getPrototypeOf(instance);
  while (!Object.hasOwn(prototype, 'process')) prototype = Object.getPrototypeOf(prototype);
  if (prototype.isCounted) continue; // two hashes of one class
  const { process } = prototype;
  prototype.isCounted = true;
  prototype.process = function (this: unknown, ...args: unknown[]) {
    compressions++;
    return process.apply(this, args);
  };
}

const cases = [
  ['TLS_RSA_WITH_AES_128_CBC_SHA', 20],
  ['TLS_RSA_WITH_AES_128_CBC_SHA256', 32],
  ['TLS_ECDHE_RSA_WITH_AES_256_CBC_SHA384', 48],
] as const;

function suiteNamed(name: string): Suite12 {
  const suite = suiteRow12(name);
  if (suite === undefined) throw new Error(name);
  return suite;
}

interface Work {
  readonly outcome: string;
  readonly compressions: number;
}

/** What a record comes to, and how much hashing that took. */
function work(suite: Suite12, keys: DirectionKeys12, record: Uint8Array): Work {
  const copy = { mac: keys.mac.slice(), key: keys.key.slice(), iv: keys.iv };
  const half = readHalf12(portable, suite, copy, false);
  const before = compressions;
  try {
    half.open('application_data', record.subarray(0, 5), record.subarray(5));
    return { outcome: 'opened', compressions: compressions - before };
  } catch (error) {
    if (!(error instanceof Fault)) throw error;
    return { outcome: `${error.fault} ${error.detail}`, compressions: compressions - before };
  }
}

for (const [name, macLength] of cases) {
  test(`${name}: a record costs equally many compressions whatever its padding, right or wrong`, (t) => {
    t.log(`seed ${seed}`);
    const suite = suiteNamed(name);
    const keys = { mac: bytes(macLength), key: bytes(name.includes('256_CBC') ? 32 : 16), iv: bytes(0) };
    for (let length = 304; length <= 448; length += 16) {
      const counts = new Set<number>();
      const refusals = new Set<string>();
      for (let padding = 0; padding < 256; padding++) {
        const content = bytes(length - macLength - padding - 1);
        const wrongMac = bytes(macLength);
        const wrongPadding = paddingOf(padding);
        if (padding > 0) wrongPadding[numbers() % padding] ^= 1 + (numbers() % 255);

        const good = work(suite, keys, cbcRecord(suite, keys, { content, padding: paddingOf(padding) }));
        t.is(good.outcome, 'opened');
        const bad = [
          cbcRecord(suite, keys, { content, padding: paddingOf(padding), mac: wrongMac }),
          cbcRecord(suite, keys, { content, padding: wrongPadding, mac: wrongMac }),
          ...(padding > 0 ? [cbcRecord(suite, keys, { content, padding: wrongPadding })] : []),
        ].map((record) => work(suite, keys, record));
        for (const each of [good, ...bad]) counts.add(each.compressions);
        for (const each of bad) refusals.add(each.outcome);
      }
      t.is(counts.size, 1, `${length} bytes: ${[...counts]}`);
      t.deepEqual([...refusals], ['badRecordMac ']);
    }
  });

  test(`${name}: the MAC by itself would tell`, (t) => {
    // Without this the test above would hold of an implementation that does nothing against it.
    const { protection } = suiteNamed(name);
    const hash = protection.kind === 'cbc' ? portable.hashes.get(protection.mac) : undefined;
    const mac = hash?.keyedHmac(bytes(macLength));
    const costs = new Set<number>();
    for (let length = 13; length <= 13 + 255; length++) {
      const before = compressions;
      mac?.mac(new Uint8Array(length));
      costs.add(compressions - before);
    }
    t.true(costs.size >= 3, `${[...costs]}`);
  });

  test(`${name}: records too short for a MAC are refused as others are`, (t) => {
    const suite = suiteNamed(name);
    const keys = { mac: bytes(macLength), key: bytes(name.includes('256_CBC') ? 32 : 16), iv: bytes(0) };
    for (let length = 0; length < 16 + macLength + 16; length++) {
      const record = new Uint8Array(5 + length);
      t.is(work(suite, keys, record).outcome, 'badRecordMac ', `${length}`);
    }
  });
}

test('as many bytes are looked at for every padding of a record', (t) => {
  for (const length of [1, 16, 32, 255, 256, 257, 1024]) {
    const looks = new Set<number>();
    for (let claimed = 0; claimed < 256; claimed++) {
      for (const isRight of [true, false]) {
        const plaintext = bytes(length).fill(claimed, Math.max(0, length - claimed - 1));
        plaintext[length - 1] = claimed;
        if (!isRight && claimed > 0 && length > 1) plaintext[length - 2] ^= 0x80;
        let count = 0;
        const watched = new Proxy(plaintext, {
          get: (target, key) => {
            if (typeof key === 'string' && /^\d+$/.test(key)) count++;
            return Reflect.get(target, key, target);
          },
        });
        const padding = checkedPadding(watched, length - 1);
        looks.add(count);
        const isPossible = claimed < length && (isRight || claimed === 0 || length === 1);
        t.is(padding, isPossible ? claimed : 0, `${claimed} of ${length}`);
      }
    }
    t.is(looks.size, 1, `${length}: ${[...looks]}`);
  }
});
