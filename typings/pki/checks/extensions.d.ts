import type { Certificate } from '../certificate.ts';
import type { Refusal } from '../verdict.ts';
import { type Purpose } from './purpose.ts';
/** What the extensions along a path allow: RFC 5280 section 6.1.4 (k) to (o), in the order in which OpenSSL asks. */
export interface ExtensionRules {
    readonly purpose: Purpose;
    /** Refuse what RFC 5280 forbids authorities to issue, though it does no harm by itself. */
    readonly strict: boolean;
    readonly allowProxy: boolean;
    readonly ignoreCritical: boolean;
    /** Whether auxiliary settings of a trusted certificate say that it serves (or does not), whatever else it says. */
    readonly explicitTrust: (certificate: Certificate, depth: number) => 'trusted' | 'rejected' | undefined;
}
export declare function extensionFault(path: readonly Certificate[], rules: ExtensionRules): Refusal | undefined;
/** RFC 5280 section 4.2. */
export declare function hasUnknownCritical(certificate: Certificate): boolean;
