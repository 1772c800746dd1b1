import type { SignatureRecipe } from '../../crypto/provider.ts';
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
export declare function suiteBFault(path: readonly Certificate[], curves: SuiteBCurves | undefined): Refusal | undefined;
/** The same for one list and the key that it is signed with. */
export declare function suiteBListFault(signer: Certificate, recipe: SignatureRecipe | undefined, curves: SuiteBCurves | undefined): VerdictName | undefined;
