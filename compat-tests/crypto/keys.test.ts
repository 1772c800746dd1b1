/** What a key says of itself, and whose parts an algorithm takes. */
import test from 'ava';
import { concat, fromHex } from '../../lib/bytes/bytes.ts';
import type { KeyType, PrivateKeyParts, PublicKeyParts, SignatureRecipe } from '../../lib/crypto/index.ts';
import { cores, need } from './cores.ts';
import { rsa1025, rsa2048 } from './raw-rsa.ts';

/** One key of each type, its size as OpenSSL counts it, and how it signs. */
const KEYS: readonly (readonly [PrivateKeyParts, number, SignatureRecipe])[] = [
  [rsa2048, 2048, { kind: 'rsa_pkcs1', hash: 'sha256' }],
  [rsa1025, 1025, { kind: 'rsa_pss', hash: 'sha256', mgfHash: 'sha256', saltLength: 32 }],
  [{ type: 'secp256r1', scalar: Uint8Array.of(5) }, 256, { kind: 'ecdsa', hash: 'sha256' }],
  [{ type: 'secp384r1', scalar: Uint8Array.of(0, 0, 5) }, 384, { kind: 'ecdsa', hash: 'sha384' }],
  [{ type: 'secp521r1', scalar: new Uint8Array(66).fill(1) }, 521, { kind: 'ecdsa', hash: 'sha512' }],
  [{ type: 'ed25519', seed: new Uint8Array(32).fill(1) }, 256, { kind: 'eddsa' }],
  [{ type: 'ed448', seed: new Uint8Array(57).fill(1) }, 456, { kind: 'eddsa' }],
  [{ type: 'mldsa44', seed: new Uint8Array(32).fill(1) }, 10496, { kind: 'mldsa' }],
  [{ type: 'mldsa65', seed: new Uint8Array(32).fill(1) }, 15616, { kind: 'mldsa' }],
  [{ type: 'mldsa87', seed: new Uint8Array(32).fill(1) }, 20736, { kind: 'mldsa' }],
];

const MESSAGE = Uint8Array.of(1, 2, 3);

for (const core of cores) {
  const keys = KEYS.map(([parts, bits, recipe]) => {
    const key = need(core.keys, parts.type).privateKey(parts);
    if (!key) throw new Error(`no key of type ${parts.type}`);
    return { parts, bits, recipe, key };
  });

  for (const { parts, bits, recipe, key } of keys)
    test(`a key of type ${parts.type} with ${bits} bits says so, and signs by its own recipes, ${core.name}`, (t) => {
      t.deepEqual(
        [key.type, key.publicKey.type, key.publicKey.parts.type],
        [parts.type, parts.type, parts.type],
      );
      t.deepEqual([key.bits, key.publicKey.bits], [bits, bits]);
      const known = need(core.keys, parts.type).publicKey(key.publicKey.parts);
      t.is(known?.bits, bits);
      const signature = key.sign(recipe, MESSAGE);
      t.true(key.publicKey.verify(recipe, MESSAGE, signature));
      t.true(known?.verify(recipe, MESSAGE, signature));
      for (const other of KEYS.map(([, , each]) => each)) {
        if (other.kind === recipe.kind || (other.kind.startsWith('rsa') && recipe.kind.startsWith('rsa')))
          continue;
        t.false(key.publicKey.verify(other, MESSAGE, signature), other.kind);
        t.throws(() => key.sign(other, MESSAGE), { instanceOf: RangeError });
      }
      t.is(key.decrypt === undefined, parts.type !== 'rsa');
      t.is(key.publicKey.encrypt === undefined, parts.type !== 'rsa');
    });

  test(`an algorithm takes parts of its own type alone, ${core.name}`, (t) => {
    for (const { parts, key } of keys) {
      for (const [type, algorithm] of core.keys) {
        t.is(algorithm.type, type);
        t.is(algorithm.privateKey(parts) !== undefined, type === parts.type, `${parts.type} to ${type}`);
        t.is(
          algorithm.publicKey(key.publicKey.parts) !== undefined,
          type === parts.type,
          `${parts.type} to ${type}`,
        );
        const theirs = key.publicKey.parts;
        if (type === parts.type || !isAlike(type, parts.type)) continue;
        const renamed = { ...theirs, type } as PublicKeyParts;
        t.is(algorithm.publicKey(renamed), undefined, `the bytes of ${parts.type} as ${type}`);
      }
    }
  });

  test(`seeds and public keys of Edwards curves have one length, ${core.name}`, (t) => {
    for (const [type, length] of [
      ['ed25519', 32],
      ['ed448', 57],
    ] as const) {
      for (const other of [0, length - 1, length + 1, 2 * length])
        t.is(need(core.keys, type).privateKey({ type, seed: new Uint8Array(other).fill(1) }), undefined);
      const parts = need(core.keys, type).privateKey({ type, seed: new Uint8Array(length).fill(1) })
        ?.publicKey.parts;
      if (!parts || !('key' in parts)) return t.fail('no key');
      t.is(need(core.keys, type).publicKey({ type, key: parts.key.subarray(1) }), undefined);
      t.is(need(core.keys, type).publicKey({ type, key: concat(parts.key, Uint8Array.of(0)) }), undefined);
    }
  });

  test(`a scalar may have zeros in front, and too many bytes otherwise, ${core.name}`, (t) => {
    const scalar = fromHex(`0000${'11'.repeat(32)}`);
    const algorithm = need(core.keys, 'secp256r1');
    const [long, short] = [scalar, scalar.subarray(2)].map((each) =>
      algorithm.privateKey({ type: 'secp256r1', scalar: each }),
    );
    t.deepEqual(long?.publicKey.parts, short?.publicKey.parts);
    t.is(algorithm.privateKey({ type: 'secp256r1', scalar: fromHex('11'.repeat(33)) }), undefined);
    t.is(algorithm.privateKey({ type: 'secp256r1', scalar: new Uint8Array(0) }), undefined);
  });
}

/** Whether the public parts of both types have the same names. */
function isAlike(a: KeyType, b: KeyType): boolean {
  return a !== 'rsa' && b !== 'rsa' && a.startsWith('secp') === b.startsWith('secp');
}
