import { contextTag, DerReader, type Element, tags, wholeOf } from './asn1/der.ts';
import { oidOf } from './asn1/values.ts';
import { listOf } from './extensions.ts';
import type { StoredCertificate, TrustSettings } from './store.ts';

/** Purposes that somebody wrote into a file of their own. */
const MAX_PURPOSES = 256;

/**
 * What stands in a `TRUSTED CERTIFICATE` block: a certificate, and OpenSSL's X509_CERT_AUX with the purposes that it
 * is trusted for, and those that it is not (`openssl x509 -addtrust serverAuth -addreject emailProtection -trustout`).
 * Throws a `Fault<PkiFaultName>`.
 */
export function parseTrustedCertificate(bytes: Uint8Array): StoredCertificate {
  const reader = new DerReader(bytes);
  const der = wholeOf(reader.read(tags.sequence));
  // OpenSSL lets be what stands behind them.
  const notes = reader.more ? reader.read(tags.sequence) : undefined;
  return { der, trust: notes && trustSettingsOf(notes) };
}

function trustSettingsOf(notes: Element): TrustSettings {
  const reader = DerReader.inside(notes);
  const purposes = (list: Element | undefined) =>
    list && listOf(list, tags.objectIdentifier, MAX_PURPOSES, oidOf);
  const trusted = purposes(reader.optional(tags.sequence));
  const rejected = purposes(reader.optional(contextTag(0, 'constructed')));
  reader.optional(tags.utf8String); // a name for people
  reader.optional(tags.octetString); // a key identifier
  reader.optional(contextTag(1, 'constructed')); // nothing that anybody defined
  reader.finish();
  return { trusted, rejected };
}

/** A certificate without what stands behind it in its block, which OpenSSL lets be. */
export function certificateAlone(der: Uint8Array): Uint8Array {
  return wholeOf(new DerReader(der).read(tags.sequence));
}
