import type { SignatureRecipe } from '../../crypto/provider.ts';
import { keyOids } from '../algorithms.ts';
import type { Certificate } from '../certificate.ts';
import type { Refusal, VerdictName } from '../verdict.ts';

/** Which curves Suite B's levels of security let a path have (RFC 5759 section 3.2): one of them at least. */
export interface SuiteBCurves {
  readonly p256: boolean;
  readonly p384: boolean;
}

/**
 * The Suite B profile of certificates (RFC 5759), as OpenSSL holds a path to it: version 3, keys on P-256 signing with
 * SHA-256 and on P-384 signing with SHA-384, and nothing on P-384 signed with a key on P-256.
 */
export function suiteBFault(
  path: readonly Certificate[],
  curves: SuiteBCurves | undefined,
): Refusal | undefined {
  if (curves === undefined) return undefined;
  let allowed = curves;
  let signed: SignatureRecipe | 'unknown' | 'nothing' = 'nothing';
  for (const [depth, certificate] of path.entries()) {
    if (certificate.version !== 3) return { name: 'suiteBVersion', depth };
    const name = keyFault(certificate, signed, allowed);
    if (name !== undefined) return located(name, depth, curves.p256 && !allowed.p256);
    if (certificate.publicKeyParts?.type === 'secp384r1') allowed = { p256: false, p384: true };
    signed = certificate.recipe ?? 'unknown';
  }
  // The anchor's own signature counts as well, as if there were one more above it.
  const name = keyFault(path[path.length - 1], signed, allowed);
  return name && located(name, path.length, curves.p256 && !allowed.p256);
}

/** The same for one list and the key that it is signed with. */
export function suiteBListFault(
  signer: Certificate,
  recipe: SignatureRecipe | undefined,
  curves: SuiteBCurves | undefined,
): VerdictName | undefined {
  return curves && keyFault(signer, recipe ?? 'unknown', curves);
}

/** `signed`: how the key signed what stands below it. */
function keyFault(
  { subjectKey }: Certificate,
  signed: SignatureRecipe | 'unknown' | 'nothing',
  allowed: SuiteBCurves,
): VerdictName | undefined {
  const { parts } = subjectKey;
  if (subjectKey.algorithm.oid !== keyOids.ec) return 'suiteBAlgorithm';
  if (parts?.type !== 'secp256r1' && parts?.type !== 'secp384r1') return 'suiteBCurve';
  const hash = parts.type === 'secp256r1' ? 'sha256' : 'sha384';
  const fits =
    typeof signed === 'string' ? signed === 'nothing' : signed.kind === 'ecdsa' && signed.hash === hash;
  if (!fits) return 'suiteBSignature';
  return allowed[parts.type === 'secp256r1' ? 'p256' : 'p384'] ? undefined : 'suiteBLevel';
}

/** A signature or a level is the fault of what was signed; a level lost on the way up is P-384 under P-256. */
function located(name: VerdictName, depth: number, lost: boolean): Refusal {
  const signed = name === 'suiteBSignature' || name === 'suiteBLevel';
  return {
    name: name === 'suiteBLevel' && lost ? 'suiteBMixed' : name,
    depth: signed ? Math.max(0, depth - 1) : depth,
  };
}
