/** Record protection of TLS 1.3 at its edges (RFC 8446 sections 5.2 and 5.4), half by half. */
import test from 'ava';
import { Fault } from '../../lib/bytes/fault.ts';
import type { AeadAlgorithm, AeadKey } from '../../lib/crypto/provider.ts';
import type { ReadHalf } from '../../lib/tls/record/half.ts';
import { AeadReadHalf12 } from '../../lib/tls/record/half12.ts';
import { ReadHalf13 } from '../../lib/tls/record/half13.ts';
import { contentTypes, MAX_PLAINTEXT } from '../../lib/wire/record.ts';
import { engineCores } from '../tools/engine.ts';

const TAG = 16;
const KEYS = { key: new Uint8Array(16).fill(1), iv: new Uint8Array(12).fill(2) };
const header = (length: number) => Uint8Array.of(23, 3, 3, length >> 8, length);

/** The first record of a connection, around these bytes. */
function sealed(aead: AeadAlgorithm, inner: Uint8Array): { header: Uint8Array; body: Uint8Array } {
  const head = header(inner.length + TAG);
  return { header: head, body: Buffer.concat([...aead.withKey(KEYS.key).seal(KEYS.iv, head, inner)]) };
}

for (const core of engineCores) {
  const aead = core.aeads.get('aes_128_gcm') as AeadAlgorithm;

  test(`content and padding are 2^14 bytes at most, and one for the type: ${core.name}`, (t) => {
    for (const [length, isRefused] of [
      [MAX_PLAINTEXT + 1, false],
      [MAX_PLAINTEXT + 2, true],
    ] as const) {
      const inner = new Uint8Array(length);
      inner[3] = contentTypes.application_data;
      const record = sealed(aead, inner);
      const open = () =>
        new ReadHalf13(aead, KEYS).open('application_data', record.header, record.body).fragment;
      if (isRefused) t.like(t.throws(open, { instanceOf: Fault }), { fault: 'plaintextTooLong' });
      else t.is(open().length, 3);
    }
  });
}

for (const core of engineCores) {
  test(`a type that there is not, or that is never protected, is refused: ${core.name}`, (t) => {
    const aead = core.aeads.get('aes_128_gcm') as AeadAlgorithm;
    for (const type of [1, 19, contentTypes.change_cipher_spec, 24, 99, 255]) {
      const record = sealed(aead, Uint8Array.of(1, type));
      const open = () => new ReadHalf13(aead, KEYS).open('application_data', record.header, record.body);
      t.like(t.throws(open, { instanceOf: Fault }), { fault: 'badRecordType' }, `${type}`);
    }
  });
}

test('what is shorter than a tag never reaches the cipher', (t) => {
  const key: AeadKey = {
    seal: () => [],
    open: () => {
      t.fail('it has');
      return undefined;
    },
    wipe: () => {},
  };
  const aead: AeadAlgorithm = {
    name: 'aes_128_gcm',
    keyLength: 16,
    nonceLength: 12,
    tagLength: TAG,
    withKey: () => key,
  };
  const half12 = (explicit: number) =>
    new AeadReadHalf12(aead, { ...KEYS, mac: new Uint8Array(0), iv: new Uint8Array(12 - explicit) });
  const halves: readonly (readonly [ReadHalf, shortest: number])[] = [
    [new ReadHalf13(aead, KEYS), TAG],
    [half12(8), TAG + 8],
    [half12(0), TAG],
  ];
  for (const [half, shortest] of halves) {
    for (const length of [0, 1, shortest - 1]) {
      const open = () => half.open('application_data', header(length), new Uint8Array(length));
      t.like(t.throws(open, { instanceOf: Fault }), { fault: 'badRecordMac' });
    }
  }
});
