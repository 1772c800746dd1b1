import type { Certificate } from '../certificate.ts';
import type { Crl } from '../crl.ts';
import type { VerdictName } from '../verdict.ts';

/**
 * RFC 5280 section 4.1.2.5: the period includes both its ends. (OpenSSL takes the last second off; a certificate
 * that expires this very second is valid here.) Without a time nothing is asked.
 */
export function validityFault(certificate: Certificate, time: number | undefined): VerdictName | undefined {
  if (time === undefined) return undefined;
  const { notBefore, notAfter } = certificate;
  if (notBefore === undefined) return 'notBeforeMalformed';
  if (time < notBefore) return 'notYetValid';
  if (notAfter === undefined) return 'notAfterMalformed';
  // A whole second belongs to the period until the next one begins.
  return Math.floor(time) > notAfter ? 'expired' : undefined;
}

/** RFC 5280 section 5.1.2.4 and 5.1.2.5, the same for lists. */
export function crlTimeFault(crl: Crl, time: number | undefined): VerdictName | undefined {
  if (time === undefined) return undefined;
  const { thisUpdate, nextUpdate } = crl;
  if (thisUpdate === undefined) return 'crlThisUpdateMalformed';
  if (time < thisUpdate) return 'crlNotYetValid';
  if (nextUpdate === undefined) return 'crlNextUpdateMalformed';
  return nextUpdate !== 'none' && Math.floor(time) > nextUpdate ? 'crlExpired' : undefined;
}
