import type { Certificate } from '../certificate.ts';
import type { SignatureChecker } from '../signatures.ts';
import type { Refusal } from '../verdict.ts';
import { validityFault } from './validity.ts';

/**
 * Signatures and validity periods from the anchor down (RFC 5280 section 6.1.3 (a)). The anchor's own signature adds
 * nothing to its being trusted; its period counts all the same, as everybody expects of roots that expire.
 */
export function signingFault(
  path: readonly Certificate[],
  time: number,
  signatures: SignatureChecker,
): Refusal | undefined {
  for (let depth = path.length - 1; depth >= 0; depth--) {
    const certificate = path[depth];
    if (depth + 1 < path.length) {
      const issuer = path[depth + 1];
      const name = mayNotSign(issuer, certificate);
      if (name !== undefined) return { name, depth: depth + 1 };
      const answer = signatures.check(certificate, issuer);
      if (answer === 'noKey') return { name: 'issuerKeyUndecodable', depth: depth + 1 };
      if (answer === 'bad') return { name: 'signatureInvalid', depth };
    }
    const name = validityFault(certificate, time);
    if (name !== undefined) return { name, depth };
  }
  return undefined;
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
