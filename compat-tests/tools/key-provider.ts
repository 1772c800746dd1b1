import { createHash, createPublicKey, type KeyObject, type VerifyKeyObjectInput, verify } from 'node:crypto';
import type {
  CryptoProvider,
  KeyAlgorithm,
  KeyType,
  PublicKey,
  PublicKeyParts,
  SignatureRecipe,
} from '../../lib/crypto/provider.ts';
import { bitString, integer, nothing, oid, sequence } from './der-writer.ts';

/**
 * Signature checks by `node:crypto` and nothing else: what the vector runs need of a provider, by other code than the
 * providers under test. Keys that they have and Node has not (or the other way round) do not disturb a count so.
 */
export const verifyingKeys: CryptoProvider['keys'] = new Map(
  (['rsa', 'secp256r1', 'secp384r1', 'secp521r1', 'ed25519', 'ed448'] as const).map((type) => [
    type,
    algorithm(type),
  ]),
);

/** SubjectPublicKeyInfo of a key's parts. */
export function subjectPublicKeyInfo(parts: PublicKeyParts): Uint8Array {
  switch (parts.type) {
    case 'rsa':
      return sequence(
        sequence(oid('1.2.840.113549.1.1.1'), nothing()),
        bitString(sequence(integer(parts.modulus), integer(parts.exponent))),
      );
    case 'secp256r1':
    case 'secp384r1':
    case 'secp521r1':
      return sequence(
        sequence(oid('1.2.840.10045.2.1'), oid(CURVE_OIDS[parts.type])),
        bitString(parts.point),
      );
    default:
      return sequence(sequence(oid(RAW_OIDS[parts.type])), bitString(parts.key));
  }
}

const CURVE_OIDS = {
  secp256r1: '1.2.840.10045.3.1.7',
  secp384r1: '1.3.132.0.34',
  secp521r1: '1.3.132.0.35',
} as const;

const RAW_OIDS = {
  ed25519: '1.3.101.112',
  ed448: '1.3.101.113',
  mldsa44: '2.16.840.1.101.3.4.3.17',
  mldsa65: '2.16.840.1.101.3.4.3.18',
  mldsa87: '2.16.840.1.101.3.4.3.19',
} as const;

/** A provider of which only `keys` and the digests of `hashes` are there. */
export const verifyingProvider = {
  name: 'node:crypto for tests',
  keys: verifyingKeys,
} as unknown as CryptoProvider;

export function sha1(data: Uint8Array): Uint8Array {
  return createHash('sha1').update(data).digest();
}

function algorithm(type: KeyType): KeyAlgorithm {
  return { type, publicKey, privateKey: () => undefined };
}

function publicKey(parts: PublicKeyParts): PublicKey | undefined {
  let key: KeyObject;
  try {
    key = createPublicKey({ key: Buffer.from(subjectPublicKeyInfo(parts)), format: 'der', type: 'spki' });
  } catch {
    return undefined;
  }
  return {
    type: parts.type,
    bits: key.asymmetricKeyDetails?.modulusLength ?? FIELD_BITS[parts.type] ?? 0,
    parts,
    verify: (recipe, message, signature) => {
      try {
        const hash = 'hash' in recipe ? recipe.hash : null;
        return verify(hash, message, options(key, recipe), signature);
      } catch {
        return false;
      }
    },
  };
}

const FIELD_BITS: Partial<Record<KeyType, number>> = {
  secp256r1: 256,
  secp384r1: 384,
  secp521r1: 521,
  ed25519: 256,
  ed448: 456,
};

function options(key: KeyObject, recipe: SignatureRecipe): KeyObject | VerifyKeyObjectInput {
  if (recipe.kind !== 'rsa_pss') return key;
  return { key, padding: 6 /* RSA_PKCS1_PSS_PADDING */, saltLength: recipe.saltLength };
}
