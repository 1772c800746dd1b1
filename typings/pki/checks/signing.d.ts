import type { Certificate } from '../certificate.ts';
import type { SignatureChecker } from '../signatures.ts';
import type { Refusal } from '../verdict.ts';
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
export declare function signingFault(path: readonly Certificate[], time: number | undefined, signatures: SignatureChecker, { partialChain, anchorSignature }: SigningRules): Refusal | undefined;
