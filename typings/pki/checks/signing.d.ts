import type { Certificate } from '../certificate.ts';
import type { SignatureChecker } from '../signatures.ts';
import type { Refusal } from '../verdict.ts';
/**
 * Signatures and validity periods from the anchor down (RFC 5280 section 6.1.3 (a)). The anchor's own signature adds
 * nothing to its being trusted; its period counts all the same, as everybody expects of roots that expire.
 */
export declare function signingFault(path: readonly Certificate[], time: number, signatures: SignatureChecker): Refusal | undefined;
