import type { Certificate } from '../certificate.ts';
import type { Crl } from '../crl.ts';
import type { VerdictName } from '../verdict.ts';
/**
 * RFC 5280 section 4.1.2.5: the period includes both its ends. (OpenSSL takes the last second off; a certificate
 * that expires this very second is valid here.) Without a time nothing is asked.
 */
export declare function validityFault(certificate: Certificate, time: number | undefined): VerdictName | undefined;
/** RFC 5280 section 5.1.2.4 and 5.1.2.5, the same for lists. */
export declare function crlTimeFault(crl: Crl, time: number | undefined): VerdictName | undefined;
