import type { Certificate } from '../certificate.ts';
import type { SignatureChecker } from '../signatures.ts';
import type { Refusal } from '../verdict.ts';
import { isSelfSigned } from './authority.ts';
import { validityFault } from './validity.ts';

export interface SigningRules {
  readonly partialChain: boolean;
  /** The anchor's signature on itself counts. */
  readonly anchorSignature: boolean;
}

/**
 * Signatures and validity periods from the anchor down (RFC 5280 section 6.1.3 (a)). The anchor's own signature adds
 * nothing to its being trusted; its period counts all the same, as everybody expects of roots that expire. Only of an
 * anchor that is none by itself, but was marked as trusted, OpenSSL takes just the key.
 */
export function signingFault(
  path: readonly Certificate[],
  time: number | undefined,
  signatures: SignatureChecker,
  { partialChain, anchorSignature }: SigningRules,
): Refusal | undefined {
  const top = path.length - 1;
  const selfSigned = isSelfSigned(path[top]);
  const onlyKey = !selfSigned && !partialChain;
  if (onlyKey && top === 0) return { name: 'leafSignatureUnverifiable', depth: 0 };
  for (let depth = onlyKey ? top - 1 : top; depth >= 0; depth--) {
    const certificate = path[depth];
    const issuerDepth = Math.min(depth + 1, top);
    const counts = depth < top || (anchorSignature && selfSigned);
    const fault = counts ? signatureFault(path, depth, issuerDepth, signatures) : undefined;
    if (fault !== undefined) return fault;
    const name = validityFault(certificate, time);
    if (name !== undefined) return { name, depth };
  }
  return undefined;
}

function signatureFault(
  path: readonly Certificate[],
  depth: number,
  issuerDepth: number,
  signatures: SignatureChecker,
): Refusal | undefined {
  const [certificate, issuer] = [path[depth], path[issuerDepth]];
  const name = certificate === issuer && !isAuthority(issuer) ? undefined : mayNotSign(issuer, certificate);
  if (name !== undefined) return { name, depth: issuerDepth };
  const answer = signatures.check(certificate, issuer);
  if (answer === 'noKey') return { name: 'issuerKeyUndecodable', depth: issuerDepth };
  return answer === 'bad' ? { name: 'signatureInvalid', depth } : undefined;
}

function isAuthority({ basicConstraints }: Certificate): boolean {
  return basicConstraints?.ca === true;
}

/** RFC 5280 section 6.1.4 (n), and RFC 3820 section 3.1 for those who issue proxies. */
function mayNotSign(issuer: Certificate, subject: Certificate): Refusal['name'] | undefined {
  const usage = issuer.keyUsage;
  if (usage === undefined) return undefined;
  if (subject.proxyCertificateInfo !== undefined) {
    return usage.has('digitalSignature') ? undefined : 'keyUsageForbidsProxy';
  }
  return usage.has('keyCertSign') ? undefined : 'keyUsageForbidsCertSign';
}
