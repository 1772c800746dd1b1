/** What a stapled OCSP response said, as `SSLObject.ocsp_status` shows it. */
import type { OcspVerdict, Unusable } from '../pki/checks/ocsp.ts';
/** Times are seconds since the epoch. @extension */
export interface OcspStatus {
    /** `'unusable'`: the response proves nothing, see `reason`. */
    readonly certificate_status: OcspVerdict['status'];
    readonly reason: Unusable | null;
    readonly this_update: number | null;
    readonly next_update: number | null;
    readonly revocation_time: number | null;
    /** CRLReason (RFC 5280 section 5.3.1). */
    readonly revocation_reason: number | null;
}
export declare function describeStatus({ status, why, answer }: OcspVerdict): OcspStatus;
