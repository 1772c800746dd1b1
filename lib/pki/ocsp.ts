import { Fault } from '../bytes/fault.ts';
import type { SignatureRecipe } from '../crypto/provider.ts';
import { signatureRecipe } from './algorithms.ts';
import { contentOf, contextTag, DerReader, type Element, tags, wholeOf } from './asn1/der.ts';
import { algorithmOf, bitStringBytes, integerBytes, oidOf, smallInteger, timeOf } from './asn1/values.ts';
import { type Certificate, parseCertificate } from './certificate.ts';
import { extensionsOf, listOf } from './extensions.ts';
import type { PkiFaultName } from './faults.ts';
import { type Name, nameOf } from './names.ts';

/** A staple has one answer and a certificate or two; it shares a handshake message with the chain. */
const MAX_RESPONSE_LENGTH = 128 * 1024;
/** Answers in one response: authorities that sign in advance put some hundreds into one, at most. */
const MAX_ANSWERS = 1000;
/** Certificates that a responder sends along. */
const MAX_CERTIFICATES = 8;

const BASIC_RESPONSE = '1.3.6.1.5.5.7.48.1.1';

/** An OCSP response (RFC 6960 section 4.2.1): a signed statement, or why there is none. */
export type OcspResponse =
  | { readonly status: 'successful'; readonly statement: OcspStatement }
  | { readonly status: OcspError };

export type OcspError = (typeof ERRORS)[keyof typeof ERRORS];

const ERRORS = {
  1: 'malformedRequest',
  2: 'internalError',
  3: 'tryLater',
  5: 'sigRequired',
  6: 'unauthorized',
} as const;

/** BasicOCSPResponse, with the bytes that its signature is over. */
export interface OcspStatement {
  readonly tbs: Uint8Array;
  readonly recipe: SignatureRecipe | undefined;
  readonly signature: Uint8Array;
  readonly responder: Responder;
  readonly answers: readonly OcspAnswer[];
  /** An extension that must be understood and is not; RFC 6960 section 4.4 defines none that is critical. */
  readonly unhandledCritical: boolean;
  /** Certificates of whom the issuer may have delegated this to. */
  readonly certificates: readonly Certificate[];
}

export type Responder =
  | { readonly kind: 'name'; readonly name: Name }
  /** SHA-1 of the key's bits. */
  | { readonly kind: 'key'; readonly hash: Uint8Array };

/** SingleResponse: what is said of one certificate. */
export interface OcspAnswer {
  readonly id: CertificateId;
  readonly status: 'good' | 'revoked' | 'unknown';
  /** Seconds since 1970; `undefined` where it is written as RFC 5280 does not allow. */
  readonly thisUpdate: number | undefined;
  /** `'none'`: newer information is always to be had. */
  readonly nextUpdate: number | undefined | 'none';
  readonly revokedAt: number | undefined;
  /** CRLReason (RFC 5280 section 5.3.1). */
  readonly reason: number | undefined;
  readonly unhandledCritical: boolean;
}

/** CertID (RFC 6960 section 4.1.1): a certificate, named by its issuer's hashes and its number. */
export interface CertificateId {
  readonly hashOid: string;
  readonly issuerNameHash: Uint8Array;
  readonly issuerKeyHash: Uint8Array;
  readonly serialNumber: Uint8Array;
}

/** Throws a `Fault<PkiFaultName>` for what is no response. */
export function parseOcspResponse(der: Uint8Array): OcspResponse {
  if (der.length > MAX_RESPONSE_LENGTH) throw malformed('too long');
  const reader = DerReader.inside(DerReader.only(der, tags.sequence));
  const status = smallInteger(reader.read(tags.enumerated));
  const bytes = reader.optional(contextTag(0, 'constructed'));
  reader.finish();
  if (status !== 0) {
    if (status in ERRORS) return { status: ERRORS[status as keyof typeof ERRORS] };
    throw malformed('status');
  }
  if (bytes === undefined) throw malformed('success without an answer');
  const outer = DerReader.inside(bytes);
  const inner = outer.enter(tags.sequence);
  outer.finish();
  if (oidOf(inner.read(tags.objectIdentifier)) !== BASIC_RESPONSE) throw malformed('type');
  const statement = statementOf(contentOf(inner.read(tags.octetString)));
  inner.finish();
  return { status: 'successful', statement };
}

function statementOf(der: Uint8Array): OcspStatement {
  const outer = DerReader.inside(DerReader.only(der, tags.sequence));
  const tbs = outer.read(tags.sequence);
  const recipe = signatureRecipe(algorithmOf(outer.read(tags.sequence)));
  const signature = bitStringBytes(outer.read(tags.bitString));
  const certificates = outer.optional(contextTag(0, 'constructed'));
  outer.finish();

  const data = DerReader.inside(tbs);
  const version = data.optional(contextTag(0, 'constructed'));
  if (version !== undefined && smallInteger(DerReader.explicit(version, tags.integer)) !== 0)
    throw malformed('version');
  const responder = responderOf(data.read());
  data.read(tags.generalizedTime); // producedAt: when it was signed, by which nothing is decided
  const answers = listOf(data.read(tags.sequence), tags.sequence, MAX_ANSWERS, answerOf);
  const unhandledCritical = hasCritical(data.optional(contextTag(1, 'constructed')));
  data.finish();
  return {
    tbs: wholeOf(tbs),
    recipe,
    signature,
    responder,
    answers,
    unhandledCritical,
    certificates: certificates === undefined ? [] : certificatesOf(certificates),
  };
}

function certificatesOf(field: Element): readonly Certificate[] {
  const reader = DerReader.inside(field);
  const list = reader.read(tags.sequence);
  reader.finish();
  return listOf(list, tags.sequence, MAX_CERTIFICATES, (item) => parseCertificate(wholeOf(item)));
}

/** ResponderID is a CHOICE of two, both with explicit tags. */
function responderOf(element: Element): Responder {
  const reader = DerReader.inside(element);
  let responder: Responder;
  if (element.tag === contextTag(1, 'constructed'))
    responder = { kind: 'name', name: nameOf(reader.read(tags.sequence)) };
  else if (element.tag === contextTag(2, 'constructed'))
    responder = { kind: 'key', hash: contentOf(reader.read(tags.octetString)) };
  else throw malformed('responder');
  reader.finish();
  return responder;
}

function answerOf(item: Element): OcspAnswer {
  const reader = DerReader.inside(item);
  const id = certificateIdOf(reader.read(tags.sequence));
  const status = reader.read();
  const thisUpdate = timeOf(reader.read(tags.generalizedTime));
  const next = reader.optional(contextTag(0, 'constructed'));
  const nextUpdate = next === undefined ? 'none' : timeOf(DerReader.explicit(next, tags.generalizedTime));
  const unhandledCritical = hasCritical(reader.optional(contextTag(1, 'constructed')));
  reader.finish();
  return { id, ...statusOf(status), thisUpdate, nextUpdate, unhandledCritical };
}

function certificateIdOf(element: Element): CertificateId {
  const reader = DerReader.inside(element);
  const id = {
    hashOid: algorithmOf(reader.read(tags.sequence)).oid,
    issuerNameHash: contentOf(reader.read(tags.octetString)),
    issuerKeyHash: contentOf(reader.read(tags.octetString)),
    serialNumber: integerBytes(reader.read(tags.integer)),
  };
  reader.finish();
  return id;
}

function statusOf(element: Element): Pick<OcspAnswer, 'status' | 'revokedAt' | 'reason'> {
  const nothing = { revokedAt: undefined, reason: undefined };
  const isEmpty = element.from === element.end;
  if (element.tag === contextTag(0, 'primitive') && isEmpty) return { status: 'good', ...nothing };
  if (element.tag === contextTag(2, 'primitive') && isEmpty) return { status: 'unknown', ...nothing };
  if (element.tag !== contextTag(1, 'constructed')) throw malformed('status of a certificate');
  const reader = DerReader.inside(element);
  const revokedAt = timeOf(reader.read(tags.generalizedTime));
  const field = reader.optional(contextTag(0, 'constructed'));
  reader.finish();
  const reason = field && smallInteger(DerReader.explicit(field, tags.enumerated));
  return { status: 'revoked', revokedAt, reason };
}

function hasCritical(field: Element | undefined): boolean {
  if (field === undefined) return false;
  const reader = DerReader.inside(field);
  const extensions = extensionsOf(reader.read(tags.sequence));
  reader.finish();
  return extensions.some(({ critical }) => critical);
}

function malformed(detail: string): Fault<PkiFaultName> {
  return new Fault('malformedOcsp', detail);
}
