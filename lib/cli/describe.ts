/** A connection in words, for a person, and as data, for a program. */
import { X509Certificate } from 'node:crypto';
import type * as ssl from '../index.ts';

export interface Description {
  readonly version: string | null;
  readonly cipher: string | null;
  readonly secret_bits: number | null;
  readonly group: string | null;
  readonly alpn: string | null;
  readonly resumed: boolean;
  /** Whether the peer's certificate was verified; `null` where it has none. */
  readonly verified: boolean | null;
  /** The peer's, leaf first: the verified path where there is one, else what it sent. */
  readonly chain: readonly CertificateDescription[];
}

export interface CertificateDescription {
  readonly subject: string;
  readonly issuer: string;
  readonly not_before: string;
  readonly not_after: string;
  readonly names: string | null;
}

export function describe(object: ssl.SSLObject): Description {
  const [cipher = null, , secret_bits = null] = object.cipher() ?? [];
  const verified = object.context.verify_mode !== 0;
  const chain = verified ? object.get_verified_chain() : object.get_unverified_chain();
  return {
    version: object.version(),
    cipher,
    secret_bits,
    group: object.group(),
    alpn: object.selected_alpn_protocol(),
    resumed: object.session_reused,
    verified: chain.length === 0 ? null : verified,
    chain: chain.map(describeCertificate),
  };
}

/** Node reads the names here: what is shown of a chain should not come from who has judged it. */
function describeCertificate(der: Uint8Array): CertificateDescription {
  const certificate = new X509Certificate(der);
  return {
    subject: oneLine(certificate.subject),
    issuer: oneLine(certificate.issuer),
    not_before: certificate.validFrom,
    not_after: certificate.validTo,
    names: certificate.subjectAltName ?? null,
  };
}

export function inWords(it: Description): string {
  const lines = [
    `${it.version}, ${it.cipher} (${it.secret_bits} bits)${it.group === null ? '' : `, ${it.group}`}${it.resumed ? ', resumed' : ''}`,
    `application protocol: ${it.alpn ?? 'none'}`,
    `peer's certificate: ${it.verified === null ? 'none' : it.verified ? 'verified' : 'not verified'}`,
  ];
  for (const [depth, each] of it.chain.entries()) {
    lines.push(
      `  ${depth}  ${each.subject}`,
      `     issued by ${each.issuer}, good from ${each.not_before} to ${each.not_after}`,
    );
    if (each.names !== null) lines.push(`     names: ${each.names}`);
  }
  return lines.join('\n');
}

/** A certificate says what it likes: nothing of it moves a terminal's cursor. */
function oneLine(text: string | undefined): string {
  return (text ?? '')
    .trim()
    .replaceAll('\n', ', ')
    .replaceAll(/\p{Cc}/gu, '?');
}
