import { createHash } from 'node:crypto';
import { toHex } from '../../lib/bytes/bytes.ts';
import { contentOf, DerReader, tags } from '../../lib/pki/asn1/der.ts';
import { unsignedBytes } from '../../lib/pki/asn1/values.ts';
import type { Certificate } from '../../lib/pki/certificate.ts';
import type { Signed } from '../../lib/pki/signatures.ts';

const DSA = '1.2.840.10040.4.1';
const DSA_WITH_SHA1 = '1.2.840.10040.4.3';

export interface DsaParameters {
  readonly p: bigint;
  readonly q: bigint;
  readonly g: bigint;
}

/**
 * DSA with SHA-1 (FIPS 186-4 section 4.7), which the oldest vectors use and pyssl does not know. A key may leave out
 * its parameters and so inherit its issuer's (RFC 3279 section 2.3.2); whoever calls says which those are.
 */
export function verifyDsa(
  signed: Signed & { readonly signatureAlgorithm: { readonly oid: string } },
  issuer: Certificate,
  inherited: DsaParameters | undefined,
): boolean | undefined {
  const parameters = dsaParameters(issuer) ?? inherited;
  if (issuer.subjectKey.algorithm.oid !== DSA || parameters === undefined) return undefined;
  if (signed.signatureAlgorithm.oid !== DSA_WITH_SHA1) return false;
  const { p, q, g } = parameters;
  const y = number(unsignedBytes(DerReader.only(issuer.subjectKey.bits, tags.integer)));
  const pair = DerReader.inside(DerReader.only(signed.signature, tags.sequence));
  const [r, s] = [
    number(unsignedBytes(pair.read(tags.integer))),
    number(unsignedBytes(pair.read(tags.integer))),
  ];
  if (r <= 0n || r >= q || s <= 0n || s >= q) return false;
  const hash = number(createHash('sha1').update(signed.tbs).digest());
  const w = power(s, q - 2n, q);
  const v = (power(g, (hash * w) % q, p) * power(y, (r * w) % q, p)) % p;
  return v % q === r;
}

/** What a certificate says of its own; `undefined` where it inherits them, or has no DSA key. */
export function dsaParameters(certificate: Certificate): DsaParameters | undefined {
  const { oid, parameters } = certificate.subjectKey.algorithm;
  if (oid !== DSA || parameters?.tag !== tags.sequence) return undefined;
  const reader = DerReader.inside(parameters);
  const [p, q, g] = [0, 0, 0].map(() => number(contentOf(reader.read(tags.integer))));
  return { p, q, g };
}

function number(bytes: Uint8Array): bigint {
  return BigInt(`0x${toHex(bytes)}`);
}

function power(base: bigint, exponent: bigint, modulus: bigint): bigint {
  let result = 1n;
  let square = base % modulus;
  for (let rest = exponent; rest > 0n; rest >>= 1n) {
    if (rest & 1n) result = (result * square) % modulus;
    square = (square * square) % modulus;
  }
  return result;
}
