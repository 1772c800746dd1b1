/**
 * Key exchange by `node:crypto`. Peers' values are checked for length and form here, and on the curve by OpenSSL; a
 * result of zeros (a small-order point, RFC 7748 section 6) is refused. Finite-field groups stay portable, and so does
 * ML-KEM, but the X25519 beside it is the host's.
 *
 * Keys cross into OpenSSL as JWK, which costs a tenth of what SPKI does. A public key that was *generated* is asked
 * for in that form at its generation: exporting it later can hang a process for ever (Node 20).
 */
import type { JsonWebKey, KeyObject } from 'node:crypto';
import { copyOf } from '../../bytes/bytes.ts';
import { attempt, expectLength } from '../checks.ts';
import { answering } from '../portable/answering.ts';
import { expectScalar, hasShareShape, type NistCurveName } from '../portable/weierstrass.ts';
import { x25519MlKem768 } from '../portable/x25519-mlkem768.ts';
import type { GroupAlgorithm, GroupName, KeyShare } from '../provider.ts';
import { base64Url, fromBase64Url } from './base64-url.ts';
import type { NodeCryptoModule } from './node-crypto.ts';
import { plain } from './plain.ts';

/** The portable groups with those replaced that the running host has. */
export function nativeGroups(
  node: NodeCryptoModule,
  portable: ReadonlyMap<GroupName, GroupAlgorithm>,
): Map<GroupName, GroupAlgorithm> {
  const groups = new Map(portable);
  const curves = new Set(node.getCurves());
  for (const [name, curve, length] of WEIERSTRASS) {
    const twin = portable.get(name);
    if (twin !== undefined && curves.has(curve))
      groups.set(name, weierstrass(node, twin, name, curve, length));
  }
  for (const row of MONTGOMERY) {
    if (attempt(() => montgomery(node, row).start()) !== undefined)
      groups.set(row.name, montgomery(node, row));
  }
  const x25519 = groups.get('x25519');
  if (x25519 !== undefined) groups.set('X25519MLKEM768', x25519MlKem768(x25519));
  return groups;
}

const WEIERSTRASS: readonly (readonly [NistCurveName, curve: string, fieldBytes: number])[] = [
  ['secp256r1', 'prime256v1', 32],
  ['secp384r1', 'secp384r1', 48],
  ['secp521r1', 'secp521r1', 66],
];

function weierstrass(
  node: NodeCryptoModule,
  twin: GroupAlgorithm,
  name: NistCurveName,
  curve: string,
  fieldBytes: number,
): GroupAlgorithm {
  const start = (privateKey?: Uint8Array): KeyShare => {
    const ecdh = attempt(() => node.createECDH(curve));
    if (ecdh === undefined) return twin.start(privateKey); // Deno lists secp521r1 and does not have it
    if (privateKey === undefined) {
      ecdh.generateKeys();
    } else {
      expectScalar(name, privateKey);
      ecdh.setPrivateKey(copyOf(privateKey)); // Deno would keep the bytes that are the caller's
    }
    return {
      share: plain(ecdh.getPublicKey()),
      // RFC 8446 section 4.2.8.2: uncompressed points only.
      agree: (peer) =>
        hasShareShape(peer, fieldBytes) ? attempt(() => plain(ecdh.computeSecret(peer))) : undefined,
      wipe: () => {},
    };
  };
  return answering(name, start);
}

interface MontgomeryRow {
  readonly name: 'x25519' | 'x448';
  readonly curve: 'X25519' | 'X448';
  readonly length: number;
  /** What stands before the private key in its PKCS#8 form (RFC 8410 section 7). */
  readonly pkcs8: string;
}

const MONTGOMERY: readonly MontgomeryRow[] = [
  { name: 'x25519', curve: 'X25519', length: 32, pkcs8: '302e020100300506032b656e04220420' },
  { name: 'x448', curve: 'X448', length: 56, pkcs8: '3046020100300506032b656f043a0438' },
];

function montgomery(node: NodeCryptoModule, row: MontgomeryRow): GroupAlgorithm {
  const start = (privateKey?: Uint8Array): KeyShare => {
    const pair = privateKey === undefined ? generate(node, row) : restore(node, row, privateKey);
    return {
      share: pair.share,
      agree: (peer) => {
        if (peer.length !== row.length) return undefined;
        const secret = attempt(() =>
          node.diffieHellman({
            privateKey: pair.key,
            publicKey: node.createPublicKey({
              key: { kty: 'OKP', crv: row.curve, x: base64Url(peer) },
              format: 'jwk',
            }),
          }),
        );
        return secret === undefined || isAllZero(secret) ? undefined : plain(secret);
      },
      wipe: () => {},
    };
  };
  return answering(row.name, start);
}

/** RFC 7748 section 6.1: all bytes are looked at, whatever they are. */
function isAllZero(secret: Uint8Array): boolean {
  let all = 0;
  for (let i = 0; i < secret.length; i++) all |= secret[i];
  return all === 0;
}

interface Pair {
  readonly key: KeyObject;
  readonly share: Uint8Array;
}

function generate(node: NodeCryptoModule, { name }: MontgomeryRow): Pair {
  // The types know neither JWK at generation nor one encoding without the other.
  const generateKeyPair = node.generateKeyPairSync as unknown as (
    type: string,
    options: { readonly publicKeyEncoding: { readonly format: 'jwk' } },
  ) => { readonly publicKey: JsonWebKey; readonly privateKey: KeyObject };
  const { publicKey, privateKey } = generateKeyPair(name, { publicKeyEncoding: { format: 'jwk' } });
  return { key: privateKey, share: fromBase64Url(publicKey.x ?? '') };
}

function restore(node: NodeCryptoModule, row: MontgomeryRow, privateKey: Uint8Array): Pair {
  expectLength(`${row.name} private key`, privateKey, row.length);
  const der = Buffer.concat([Buffer.from(row.pkcs8, 'hex'), privateKey]);
  const key = node.createPrivateKey({ key: der, format: 'der', type: 'pkcs8' });
  der.fill(0);
  const spki = node.createPublicKey(key).export({ format: 'der', type: 'spki' });
  return { key, share: plain(spki.subarray(spki.length - row.length)) };
}
