import { equal, fromHex, wipe } from '../bytes/bytes.ts';
import { Fault } from '../bytes/fault.ts';
import type { CryptoProvider, PrivateKey, PrivateKeyParts, PublicKeyParts } from '../crypto/provider.ts';
import { CURVES, keyOids, RAW_KEYS } from './algorithms.ts';
import { contentOf, contextTag, DerReader, type Element, tags } from './asn1/der.ts';
import { type Algorithm, algorithmOf, oidOf, smallInteger, unsignedBytes } from './asn1/values.ts';
import type { Certificate } from './certificate.ts';
import { decryptPem, decryptPkcs8 } from './encrypted-key.ts';
import type { PkiFaultName } from './faults.ts';
import { eachPemBlock, type PemBlock } from './pem.ts';

/**
 * Reads a private key: the first one in a PEM text, or DER. Known forms are PKCS#8 (RFC 5958), plain and encrypted
 * (RFC 8018), `RSA PRIVATE KEY` (RFC 8017 appendix A.1.2) and `EC PRIVATE KEY` (RFC 5915), these with the encryption
 * of RFC 1421 as OpenSSL has it. `password` is called once, and only if the key turns out to be encrypted; what it
 * returns is overwritten. Throws a `Fault<PkiFaultName>`.
 */
export function parsePrivateKey(
  pemOrDer: string | Uint8Array,
  provider: CryptoProvider,
  password?: () => Uint8Array,
): PrivateKeyParts {
  const unlock: Unlock = (decrypt) => {
    if (password === undefined) throw fault('passwordNeeded');
    const secret = password();
    try {
      const plain = decrypt(secret);
      if (plain === undefined) throw fault('wrongPassword');
      return plain;
    } finally {
      wipe(secret);
    }
  };
  if (typeof pemOrDer === 'string') {
    for (const block of eachPemBlock(pemOrDer, 'passed over'))
      if (FORMS.has(block.label)) return keyInBlock(block, provider, unlock);
    throw fault('noKey');
  }
  return keyInDer(pemOrDer, provider, unlock);
}

/** Whether a certificate is about this private key. */
export function publicKeyMatches(certificate: Certificate, key: PrivateKey): boolean {
  const theirs = certificate.publicKeyParts;
  const ours = key.publicKey.parts;
  if (theirs === undefined || theirs.type !== ours.type) return false;
  switch (theirs.type) {
    case 'rsa':
      return (
        ours.type === 'rsa' &&
        equalNumbers(theirs.modulus, ours.modulus) &&
        equalNumbers(theirs.exponent, ours.exponent)
      );
    case 'secp256r1':
    case 'secp384r1':
    case 'secp521r1':
      return 'point' in ours && equal(compressed(theirs.point), compressed(ours.point));
    default:
      return 'key' in ours && equal(theirs.key, ours.key);
  }
}

type Unlock = (decrypt: (password: Uint8Array) => Uint8Array | undefined) => Uint8Array;

const FORMS: ReadonlySet<string> = new Set([
  'PRIVATE KEY',
  'ENCRYPTED PRIVATE KEY',
  'RSA PRIVATE KEY',
  'EC PRIVATE KEY',
]);

function keyInBlock(
  { label, header, der }: PemBlock,
  provider: CryptoProvider,
  unlock: Unlock,
): PrivateKeyParts {
  // What is shorter than `Proc-Type:` OpenSSL does not look at.
  if (header.length < PROC_TYPE) return readForm(label, der, provider, unlock);
  const [, cipher, iv] = ENCRYPTED.exec(header) ?? [];
  if (cipher === undefined) throw fault('pemHeader', label);
  return unlocked(
    unlock((password) => decryptPem(der, cipher.toUpperCase(), ivOf(iv), password, provider)),
    (plain) => readForm(label, plain, provider, unlock),
  );
}

const PROC_TYPE = 'Proc-Type:'.length;
/** The two headers of an encrypted key (RFC 1421 sections 4.6.1.1 and 4.6.1.3), as strictly as OpenSSL takes them. */
const ENCRYPTED = /^Proc-Type:[ \t]*4,[ \t]*ENCRYPTED\nDEK-Info:[ \t]*([^ \t,]+)[ \t]*,([0-9A-Fa-f]+)/;

function readForm(label: string, der: Uint8Array, provider: CryptoProvider, unlock: Unlock): PrivateKeyParts {
  switch (label) {
    case 'RSA PRIVATE KEY':
      return rsaKey(der);
    case 'EC PRIVATE KEY':
      return ecKey(der, undefined);
    default:
      return keyInDer(der, provider, unlock);
  }
}

/** Tells the forms apart by what stands first in the SEQUENCE. */
function keyInDer(der: Uint8Array, provider: CryptoProvider, unlock: Unlock): PrivateKeyParts {
  const reader = DerReader.inside(DerReader.only(der, tags.sequence));
  if (reader.nextTag === tags.sequence) {
    const plain = unlock((password) => decryptPkcs8(der, password, provider));
    return unlocked(plain, pkcs8Key);
  }
  reader.read(tags.integer);
  if (reader.nextTag === tags.sequence) return pkcs8Key(der);
  return reader.nextTag === tags.octetString ? ecKey(der, undefined) : rsaKey(der);
}

/** Padding that looks right by chance (one password in 256) gives noise: that too is a wrong password. */
function unlocked(plain: Uint8Array, read: (plain: Uint8Array) => PrivateKeyParts): PrivateKeyParts {
  try {
    return read(plain);
  } catch (cause) {
    if (cause instanceof Fault && cause.fault === 'unsupportedKey') throw cause;
    throw new Fault<PkiFaultName>('wrongPassword', '', { cause });
  } finally {
    wipe(plain);
  }
}

/** OneAsymmetricKey (RFC 5958 section 2); attributes and a public key may follow, and say nothing new. */
function pkcs8Key(der: Uint8Array): PrivateKeyParts {
  const reader = DerReader.inside(DerReader.only(der, tags.sequence));
  if (smallInteger(reader.read(tags.integer)) > 1) throw fault('malformedKey', 'version');
  const algorithm = algorithmOf(reader.read(tags.sequence));
  const key = contentOf(reader.read(tags.octetString));
  if (algorithm.oid === keyOids.rsa || algorithm.oid === keyOids.rsaPss) return rsaKey(key);
  if (algorithm.oid === keyOids.ec) return ecKey(key, algorithm);
  const type = RAW_KEYS[algorithm.oid];
  switch (type) {
    case undefined:
      throw fault('unsupportedKey', algorithm.oid);
    case 'ed25519':
    case 'ed448':
      return { type, seed: contentOf(DerReader.only(key, tags.octetString)).slice() }; // RFC 8410 section 7
    default:
      return { type, ...latticeKey(key) };
  }
}

/** RSAPrivateKey. */
function rsaKey(der: Uint8Array): PrivateKeyParts {
  const reader = DerReader.inside(DerReader.only(der, tags.sequence));
  if (smallInteger(reader.read(tags.integer)) !== 0)
    throw fault('unsupportedKey', 'RSA with more than two primes');
  const number = () => unsignedBytes(reader.read(tags.integer)).slice();
  const key: PrivateKeyParts = {
    type: 'rsa',
    modulus: number(),
    exponent: number(),
    privateExponent: number(),
    prime1: number(),
    prime2: number(),
    exponent1: number(),
    exponent2: number(),
    coefficient: number(),
  };
  reader.finish();
  return key;
}

/** ECPrivateKey; within PKCS#8 the curve stands outside. */
function ecKey(der: Uint8Array, algorithm: Algorithm | undefined): PrivateKeyParts {
  const reader = DerReader.inside(DerReader.only(der, tags.sequence));
  if (smallInteger(reader.read(tags.integer)) !== 1) throw fault('malformedKey', 'version');
  const scalar = contentOf(reader.read(tags.octetString)).slice();
  const own = reader.optional(contextTag(0, 'constructed'));
  reader.optional(contextTag(1, 'constructed'));
  reader.finish();
  const curve = algorithm?.parameters ?? (own && DerReader.inside(own).read());
  return { type: curveOf(curve), scalar };
}

function curveOf(parameters: Element | undefined) {
  if (parameters === undefined) throw fault('malformedKey', 'no curve');
  const type = parameters.tag === tags.objectIdentifier ? CURVES[oidOf(parameters)] : undefined;
  if (type === undefined) throw fault('unsupportedKey', 'curve');
  return type;
}

/** RFC 9881 section 6: the seed, the expanded key, or both. Whether they are one key is the provider's to say. */
function latticeKey(key: Uint8Array): LatticeKey {
  const outer = new DerReader(key);
  const element = outer.read();
  outer.finish();
  const bytes = (part: Element) => contentOf(part).slice();
  switch (element.tag) {
    case contextTag(0, 'primitive'):
      return { seed: bytes(element) };
    case tags.octetString:
      return { expanded: bytes(element) };
    case tags.sequence: {
      const reader = DerReader.inside(element);
      const both = {
        seed: bytes(reader.read(tags.octetString)),
        expanded: bytes(reader.read(tags.octetString)),
      };
      reader.finish();
      return both;
    }
    default:
      throw fault('malformedKey', 'ML-DSA');
  }
}

type LatticeKey =
  | { readonly seed: Uint8Array; readonly expanded?: Uint8Array }
  | { readonly expanded: Uint8Array };

function ivOf(text: string | undefined): Uint8Array {
  try {
    return fromHex(text ?? '');
  } catch (cause) {
    throw new Fault<PkiFaultName>('pemHeader', 'DEK-Info', { cause });
  }
}

function equalNumbers(a: Uint8Array, b: Uint8Array): boolean {
  return equal(withoutZeros(a), withoutZeros(b));
}

function withoutZeros(bytes: Uint8Array): Uint8Array {
  let start = 0;
  while (start < bytes.length && bytes[start] === 0) start++;
  return bytes.subarray(start);
}

/** SEC 1 section 2.3.3: sign and x say all of a point. */
function compressed(point: Extract<PublicKeyParts, { point: Uint8Array }>['point']): Uint8Array {
  if (point[0] !== 4) return point;
  const x = point.slice(0, 1 + (point.length - 1) / 2);
  x[0] = 2 + (point[point.length - 1] & 1);
  return x;
}

function fault(name: PkiFaultName, detail = ''): Fault<PkiFaultName> {
  return new Fault(name, detail);
}
