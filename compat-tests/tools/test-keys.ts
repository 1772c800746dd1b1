import { generateKeyPairSync, type KeyObject, sign } from 'node:crypto';
import type { PrivateKey, SignatureRecipe } from '../../lib/crypto/provider.ts';
import { subjectKeyOf } from '../../lib/pki/algorithms.ts';
import { DerReader, tags } from '../../lib/pki/asn1/der.ts';
import { verifyingKeys } from './key-provider.ts';

/** Keys that sign certificates for tests, by `node:crypto`: not by the providers that the tests may be about. */
export type TestKeyType = 'secp256r1' | 'secp384r1' | 'secp521r1' | 'ed25519' | 'ed448' | 'rsa' | 'rsa1024';

/** A signing key, and the same as PKCS#8 PEM for programs that want a file. */
export interface TestKey extends PrivateKey {
  readonly pem: string;
}

const made = new Map<string, TestKey>();

/** The key of this type and name: one process makes each just once. */
export function testKey(type: TestKeyType = 'secp256r1', name = ''): TestKey {
  const id = `${type} ${name}`;
  let key = made.get(id);
  if (key === undefined) {
    key = wrap(generate(type));
    made.set(id, key);
  }
  return key;
}

function generate(type: TestKeyType): { privateKey: KeyObject; publicKey: KeyObject } {
  switch (type) {
    case 'ed25519':
      return generateKeyPairSync('ed25519');
    case 'ed448':
      return generateKeyPairSync('ed448');
    case 'rsa':
      return generateKeyPairSync('rsa', { modulusLength: 2048 });
    case 'rsa1024':
      return generateKeyPairSync('rsa', { modulusLength: 1024 });
    default:
      return generateKeyPairSync('ec', { namedCurve: NODE_CURVES[type] });
  }
}

const NODE_CURVES = { secp256r1: 'prime256v1', secp384r1: 'secp384r1', secp521r1: 'secp521r1' } as const;

function wrap({ privateKey, publicKey }: { privateKey: KeyObject; publicKey: KeyObject }): TestKey {
  const spki = Uint8Array.from(publicKey.export({ type: 'spki', format: 'der' }));
  const { parts } = subjectKeyOf(DerReader.only(spki, tags.sequence));
  const known = parts && verifyingKeys.get(parts.type)?.publicKey(parts);
  if (known === undefined) throw new Error('a key that the tests do not know');
  return {
    type: known.type,
    bits: known.bits,
    publicKey: known,
    pem: String(privateKey.export({ type: 'pkcs8', format: 'pem' })),
    sign: (recipe: SignatureRecipe, message: Uint8Array) => {
      const hash = 'hash' in recipe ? recipe.hash : null;
      const key =
        recipe.kind === 'rsa_pss'
          ? { key: privateKey, padding: 6, saltLength: recipe.saltLength }
          : privateKey;
      return Uint8Array.from(sign(hash, message, key));
    },
  };
}
