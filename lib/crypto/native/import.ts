/**
 * From numbers to key objects. What is a key and what is none is decided as the portable core decides it; then the
 * numbers cross into OpenSSL as JSON web keys (RFC 7518 section 6, RFC 8037), at half the price of SPKI.
 */

import type { JsonWebKey, KeyObject } from 'node:crypto';
import { attempt } from '../checks.ts';
import { isEdwardsPoint } from '../portable/eddsa.ts';
import { publicNumbers, RsaPrivateNumbers } from '../portable/rsa-numbers.ts';
import { scalarOf } from '../portable/weierstrass.ts';
import type { PrivateKeyParts, PublicKeyParts } from '../provider.ts';
import { base64Url } from './base64-url.ts';
import type { NodeCryptoModule } from './node-crypto.ts';
import { plain } from './plain.ts';

/** `undefined` for what is no valid key. */
export function importPublic(node: NodeCryptoModule, parts: PublicKeyParts): KeyObject | undefined {
  const jwk = publicJwk(node, parts);
  return jwk && attempt(() => node.createPublicKey({ key: jwk, format: 'jwk' }));
}

/** A private key object and the public numbers that belong to it; `undefined` for what is no valid key. */
export function importPrivate(
  node: NodeCryptoModule,
  parts: PrivateKeyParts,
): { readonly key: KeyObject; readonly publicParts: PublicKeyParts } | undefined {
  switch (parts.type) {
    case 'rsa': {
      const { modulus, exponent } = parts;
      const jwk = RsaPrivateNumbers.of(parts) && rsaPrivateJwk(parts);
      const key = jwk && attempt(() => node.createPrivateKey({ key: jwk, format: 'jwk' }));
      return key && { key, publicParts: { type: 'rsa', modulus, exponent } };
    }
    case 'secp256r1':
    case 'secp384r1':
    case 'secp521r1': {
      const scalar = scalarOf(parts.type, parts.scalar);
      if (!scalar) return undefined;
      const point = publicPoint(node, CURVES[parts.type].openssl, scalar);
      const jwk = { ...pointJwk(parts.type, point), d: base64Url(scalar) };
      const key = node.createPrivateKey({ key: jwk, format: 'jwk' });
      return { key, publicParts: { type: parts.type, point } };
    }
    case 'ed25519':
    case 'ed448': {
      const { length, pkcs8 } = EDWARDS[parts.type];
      if (parts.seed.length !== length) return undefined;
      const der = Buffer.concat([Buffer.from(pkcs8, 'hex'), parts.seed]);
      const key = node.createPrivateKey({ key: der, format: 'der', type: 'pkcs8' });
      der.fill(0);
      const spki = node.createPublicKey(key).export({ format: 'der', type: 'spki' });
      return { key, publicParts: { type: parts.type, key: Uint8Array.from(spki.subarray(-length)) } };
    }
    default:
      return undefined;
  }
}

const CURVES = {
  secp256r1: { crv: 'P-256', openssl: 'prime256v1', fieldLength: 32 },
  secp384r1: { crv: 'P-384', openssl: 'secp384r1', fieldLength: 48 },
  secp521r1: { crv: 'P-521', openssl: 'secp521r1', fieldLength: 66 },
} as const;

/** With what stands before the seed in PKCS#8 (RFC 8410 section 7): JWK would want the public key as well. */
const EDWARDS = {
  ed25519: { crv: 'Ed25519', length: 32, pkcs8: '302e020100300506032b657004220420' },
  ed448: { crv: 'Ed448', length: 57, pkcs8: '3047020100300506032b6571043b0439' },
} as const;

function publicJwk(node: NodeCryptoModule, parts: PublicKeyParts): JsonWebKey | undefined {
  switch (parts.type) {
    case 'rsa':
      return publicNumbers(parts) && rsaPublicJwk(parts);
    case 'secp256r1':
    case 'secp384r1':
    case 'secp521r1': {
      const point = uncompressed(node, parts.type, parts.point);
      return point && pointJwk(parts.type, point);
    }
    case 'ed25519':
    case 'ed448':
      return isEdwardsPoint(parts.type, parts.key)
        ? { kty: 'OKP', crv: EDWARDS[parts.type].crv, x: base64Url(parts.key) }
        : undefined;
    default:
      return undefined;
  }
}

function rsaPublicJwk({ modulus, exponent }: Extract<PublicKeyParts, { type: 'rsa' }>): JsonWebKey {
  return { kty: 'RSA', n: base64Url(trim(modulus)), e: base64Url(trim(exponent)) };
}

function rsaPrivateJwk(parts: Extract<PrivateKeyParts, { type: 'rsa' }>): JsonWebKey {
  return {
    ...rsaPublicJwk({ type: 'rsa', modulus: parts.modulus, exponent: parts.exponent }),
    d: base64Url(trim(parts.privateExponent)),
    p: base64Url(trim(parts.prime1)),
    q: base64Url(trim(parts.prime2)),
    dp: base64Url(trim(parts.exponent1)),
    dq: base64Url(trim(parts.exponent2)),
    qi: base64Url(trim(parts.coefficient)),
  };
}

function pointJwk(type: keyof typeof CURVES, point: Uint8Array): JsonWebKey {
  const { crv, fieldLength } = CURVES[type];
  const x = base64Url(point.subarray(1, 1 + fieldLength));
  return { kty: 'EC', crv, x, y: base64Url(point.subarray(1 + fieldLength)) };
}

/** The point with both coordinates; whether an uncompressed one is on the curve is for the import to find out. */
function uncompressed(
  node: NodeCryptoModule,
  type: keyof typeof CURVES,
  point: Uint8Array,
): Uint8Array | undefined {
  const { openssl, fieldLength } = CURVES[type];
  if (point.length === 1 + 2 * fieldLength) return point[0] === 4 ? point : undefined;
  if (point.length !== 1 + fieldLength || (point[0] !== 2 && point[0] !== 3)) return undefined;
  return attempt(() => {
    const whole = node.ECDH.convertKey(point, openssl, undefined, undefined, 'uncompressed');
    return typeof whole === 'string' ? undefined : whole;
  });
}

function publicPoint(node: NodeCryptoModule, curve: string, scalar: Uint8Array): Uint8Array {
  const ecdh = node.createECDH(curve);
  ecdh.setPrivateKey(scalar);
  return plain(ecdh.getPublicKey());
}

/** Without leading zeros. */
function trim(number: Uint8Array): Uint8Array {
  const first = number.findIndex((byte) => byte !== 0);
  return first < 0 ? number.subarray(number.length) : number.subarray(first);
}
