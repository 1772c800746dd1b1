import type { Certificate } from '../certificate.ts';
/**
 * What the Baseline Requirements (section 7.1.2.7) ask of a TLS server's own certificate; the first rule that is
 * broken. They also want a common name to repeat an alternative name (7.1.4.3), which we leave: names are matched with
 * alternative names alone (RFC 9525 section 2), so that what else the subject says does neither good nor harm.
 */
export declare function subscriberFault(certificate: Certificate): string | undefined;
