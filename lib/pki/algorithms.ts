import { Fault } from '../bytes/fault.ts';
import type { HashName, PublicKeyParts, SignatureRecipe } from '../crypto/provider.ts';
import type { PssLimits, PssRecipe } from '../crypto/pss-limits.ts';
import { contextTag, DerReader, type Element, tags } from './asn1/der.ts';
import {
  type Algorithm,
  algorithmOf,
  bitStringBytes,
  oidOf,
  smallInteger,
  unsignedBytes,
} from './asn1/values.ts';

/**
 * What algorithm identifiers mean (RFC 3279, 4055, 5480, 5758, 8410, 9881). An algorithm that we do not have is
 * `undefined` here and a verdict later; only what is no ASN.1 at all is a fault.
 */

const RSA = '1.2.840.113549.1.1.1';
const RSA_PSS = '1.2.840.113549.1.1.10';
const MGF1 = '1.2.840.113549.1.1.8';
const EC = '1.2.840.10045.2.1';

const HASHES: Readonly<Record<string, HashName>> = {
  '1.2.840.113549.2.5': 'md5',
  '1.3.14.3.2.26': 'sha1',
  '2.16.840.1.101.3.4.2.4': 'sha224',
  '2.16.840.1.101.3.4.2.1': 'sha256',
  '2.16.840.1.101.3.4.2.2': 'sha384',
  '2.16.840.1.101.3.4.2.3': 'sha512',
};

const SIGNATURES: Readonly<Record<string, SignatureRecipe>> = {
  '1.2.840.113549.1.1.4': { kind: 'rsa_pkcs1', hash: 'md5' },
  '1.2.840.113549.1.1.5': { kind: 'rsa_pkcs1', hash: 'sha1' },
  '1.3.14.3.2.29': { kind: 'rsa_pkcs1', hash: 'sha1' },
  '1.2.840.113549.1.1.14': { kind: 'rsa_pkcs1', hash: 'sha224' },
  '1.2.840.113549.1.1.11': { kind: 'rsa_pkcs1', hash: 'sha256' },
  '1.2.840.113549.1.1.12': { kind: 'rsa_pkcs1', hash: 'sha384' },
  '1.2.840.113549.1.1.13': { kind: 'rsa_pkcs1', hash: 'sha512' },
  '1.2.840.10045.4.1': { kind: 'ecdsa', hash: 'sha1' },
  '1.2.840.10045.4.3.1': { kind: 'ecdsa', hash: 'sha224' },
  '1.2.840.10045.4.3.2': { kind: 'ecdsa', hash: 'sha256' },
  '1.2.840.10045.4.3.3': { kind: 'ecdsa', hash: 'sha384' },
  '1.2.840.10045.4.3.4': { kind: 'ecdsa', hash: 'sha512' },
};

const EDDSA = { '1.3.101.112': 'ed25519', '1.3.101.113': 'ed448' } as const;
const ML_DSA = {
  '2.16.840.1.101.3.4.3.17': 'mldsa44',
  '2.16.840.1.101.3.4.3.18': 'mldsa65',
  '2.16.840.1.101.3.4.3.19': 'mldsa87',
} as const;
/** Keys that are just their bytes, and whose identifier takes no parameters. */
export const RAW_KEYS: Readonly<Record<string, 'ed25519' | 'ed448' | 'mldsa44' | 'mldsa65' | 'mldsa87'>> = {
  ...EDDSA,
  ...ML_DSA,
};

export const CURVES: Readonly<Record<string, 'secp256r1' | 'secp384r1' | 'secp521r1'>> = {
  '1.2.840.10045.3.1.7': 'secp256r1',
  '1.3.132.0.34': 'secp384r1',
  '1.3.132.0.35': 'secp521r1',
};

export const keyOids = { rsa: RSA, rsaPss: RSA_PSS, ec: EC } as const;

/** How a signature under this identifier is checked. */
export function signatureRecipe(algorithm: Algorithm): SignatureRecipe | undefined {
  const { oid, parameters } = algorithm;
  if (oid === RSA_PSS) return parameters === undefined ? undefined : pssRecipe(parameters);
  const plain = SIGNATURES[oid];
  if (plain !== undefined) {
    // RFC 4055 section 5 and RFC 5758 section 3.2: RSA has NULL parameters (often left out), ECDSA has none.
    const fine =
      parameters === undefined || (parameters.tag === tags.null && parameters.from === parameters.end);
    return fine ? plain : undefined;
  }
  if (parameters !== undefined) return undefined; // RFC 8410 section 3, RFC 9881 section 2: absent
  if (oid in EDDSA) return { kind: 'eddsa' };
  return oid in ML_DSA ? { kind: 'mldsa' } : undefined;
}

/** How the types of keys begin that make signatures under this identifier, whatever its parameters. */
export function signerType({ oid }: Algorithm): string | undefined {
  if (oid === RSA_PSS) return 'rsa';
  const plain = SIGNATURES[oid];
  if (plain !== undefined) return plain.kind === 'ecdsa' ? 'secp' : 'rsa';
  return RAW_KEYS[oid];
}

/** `undefined` for parameters that are none, too: this is asked in the midst of a verification, where nobody catches. */
export function pssRecipe(parameters: Element): PssRecipe | undefined {
  try {
    return parameters.tag === tags.sequence ? readPssParameters(parameters) : undefined;
  } catch (error) {
    if (error instanceof Fault) return undefined;
    throw error;
  }
}

/** RSASSA-PSS-params (RFC 4055 section 3.1); every field has a default, and the trailer has only that. */
function readPssParameters(parameters: Element): PssRecipe | undefined {
  const reader = DerReader.inside(parameters);
  const field = (number: number) => reader.optional(contextTag(number, 'constructed'));
  const hashField = field(0);
  const hash = hashField === undefined ? 'sha1' : HASHES[only(hashField).oid];
  const maskField = field(1);
  let mgfHash: HashName | undefined = 'sha1';
  if (maskField !== undefined) {
    const mask = only(maskField);
    if (mask.oid !== MGF1 || mask.parameters?.tag !== tags.sequence) return undefined;
    mgfHash = HASHES[algorithmOf(mask.parameters).oid];
  }
  const saltField = field(2);
  const saltLength = saltField === undefined ? 20 : smallInteger(DerReader.explicit(saltField, tags.integer));
  const trailerField = field(3);
  if (trailerField !== undefined && smallInteger(DerReader.explicit(trailerField, tags.integer)) !== 1) {
    return undefined;
  }
  reader.finish();
  if (hash === undefined || mgfHash === undefined) return undefined;
  return { kind: 'rsa_pss', hash, mgfHash, saltLength };
}

function only(field: Element): Algorithm {
  return algorithmOf(DerReader.explicit(field, tags.sequence));
}

/** SubjectPublicKeyInfo (RFC 5280 section 4.1.2.7), taken apart as far as we know the algorithm. */
export interface SubjectKey {
  readonly algorithm: Algorithm;
  readonly der: Uint8Array;
  /** The bits of the key as they came (what key identifiers are hashes of). */
  readonly bits: Uint8Array;
  /** `undefined` for an algorithm or curve that we do not have, and for a key that is not what its algorithm says. */
  readonly parts: PublicKeyParts | undefined;
  /** The algorithm is one of ours, and this is no key of it. */
  readonly broken: boolean;
  /** For id-RSASSA-PSS keys: what their signatures are restricted to, `'any'` PSS if nothing is said. */
  readonly pss: PssLimits;
  /** An elliptic curve that is spelt out instead of named, which RFC 5480 section 2.1.1 forbids. */
  readonly explicitCurve: boolean;
}

export function subjectKeyOf(element: Element): SubjectKey {
  const reader = DerReader.inside(element);
  const algorithm = algorithmOf(reader.read(tags.sequence));
  const bits = bitStringBytes(reader.read(tags.bitString));
  reader.finish();
  const pss = algorithm.oid === RSA_PSS ? pssRestriction(algorithm) : undefined;
  // A restriction that we cannot read may forbid anything: then it is no key to us.
  const parts = pss === 'unreadable' ? undefined : keyParts(algorithm, bits);
  return {
    algorithm,
    der: element.source.subarray(element.start, element.end),
    bits,
    parts,
    broken: parts === undefined && isOurs(algorithm),
    pss: pss === 'unreadable' ? 'any' : pss,
    explicitCurve: algorithm.oid === EC && algorithm.parameters?.tag === tags.sequence,
  };
}

/** A key for PSS alone may also pin its hash and salt (RFC 4055 section 1.2). */
function pssRestriction({ parameters }: Algorithm): 'any' | 'unreadable' | PssRecipe {
  return parameters === undefined ? 'any' : (pssRecipe(parameters) ?? 'unreadable');
}

function keyParts({ oid, parameters }: Algorithm, bits: Uint8Array): PublicKeyParts | undefined {
  if (oid === RSA || oid === RSA_PSS) return rsaParts(bits);
  if (oid === EC) {
    if (parameters?.tag !== tags.objectIdentifier) return undefined;
    const type = CURVES[oidOf(parameters)];
    return type && { type, point: bits };
  }
  const type = RAW_KEYS[oid];
  return type && parameters === undefined ? { type, key: bits } : undefined;
}

/** Of curves we have some: one with another name, or spelt out, is nobody's fault. */
function isOurs({ oid, parameters }: Algorithm): boolean {
  if (oid === EC) return parameters?.tag !== tags.objectIdentifier && parameters?.tag !== tags.sequence;
  return oid === RSA || oid === RSA_PSS || oid in RAW_KEYS;
}

/** RSAPublicKey (RFC 8017 appendix A.1.1). */
function rsaParts(bits: Uint8Array): PublicKeyParts | undefined {
  try {
    const outer = new DerReader(bits);
    const reader = outer.enter(tags.sequence);
    outer.finish();
    const modulus = unsignedBytes(reader.read(tags.integer));
    const exponent = unsignedBytes(reader.read(tags.integer));
    reader.finish();
    return { type: 'rsa', modulus, exponent };
  } catch (error) {
    if (!(error instanceof Fault)) throw error;
    return undefined; // OpenSSL reads such a certificate too, and then finds that it has no usable key
  }
}

/** The hash that an object identifier stands for. */
export function hashByOid(oid: string): HashName | undefined {
  return HASHES[oid];
}
