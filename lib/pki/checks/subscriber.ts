import type { Certificate } from '../certificate.ts';
import { extensionOids } from '../extensions.ts';
import { purposeOids } from './purpose.ts';

const ANY_PURPOSE = '2.5.29.37.0';

/**
 * What the Baseline Requirements (section 7.1.2.7) ask of a TLS server's own certificate; the first rule that is
 * broken. They also want a common name to repeat an alternative name (7.1.4.3), which we leave: names are matched with
 * alternative names alone (RFC 9525 section 2), so that what else the subject says does neither good nor harm.
 */
export function subscriberFault(certificate: Certificate): string | undefined {
  if (certificate.basicConstraints?.ca) return 'server certificate of a CA (BR 7.1.2.7.8)';
  return usageFault(certificate) ?? altNameFault(certificate);
}

function usageFault(certificate: Certificate): string | undefined {
  const { extendedKeyUsage } = certificate;
  if (!extendedKeyUsage?.includes(purposeOids.serverAuth))
    return 'no extended key usage for TLS servers (BR 7.1.2.7.10)';
  if (extendedKeyUsage.includes(ANY_PURPOSE)) return 'extended key usage of any kind (BR 7.1.2.7.10)';
  return certificate.extension(extensionOids.extendedKeyUsage)?.critical
    ? 'extended key usage marked critical (BR 7.1.2.7.6)'
    : undefined;
}

function altNameFault(certificate: Certificate): string | undefined {
  const { subject, subjectAltName } = certificate;
  if (subjectAltName === undefined) return 'no subject alternative name (BR 7.1.2.7.12)';
  if (subject.rdns.length > 0 && certificate.extension(extensionOids.subjectAltName)?.critical)
    return 'subject alternative name critical beside a subject (BR 7.1.2.7.12)';
  for (const name of subjectAltName) {
    const isGood =
      name.kind === 'dns'
        ? isHostName(name.value)
        : name.kind === 'ip' && ADDRESS_LENGTHS.has(name.value.length);
    if (!isGood) return 'subject alternative name that is no host name or address (BR 7.1.4.2)';
  }
  return undefined;
}

const ADDRESS_LENGTHS: ReadonlySet<number> = new Set([4, 16]);

/** RFC 1034 section 3.5 with RFC 1123 section 2.1: letters, digits, hyphens inside; the first label may be `*`. */
function isHostName(name: string): boolean {
  const labels = name.split('.');
  if (labels[0] === '*' && labels.length > 1) labels.shift();
  return labels.every((label) => /^[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?$/i.test(label));
}
