import { equal } from '../../bytes/bytes.ts';
import { Fault } from '../../bytes/fault.ts';
import type { CryptoProvider } from '../../crypto/provider.ts';
import { hashByOid } from '../algorithms.ts';
import type { Certificate } from '../certificate.ts';
import { extensionOids } from '../extensions.ts';
import {
  type CertificateId,
  type OcspAnswer,
  type OcspError,
  type OcspStatement,
  parseOcspResponse,
} from '../ocsp.ts';
import type { SignatureChecker } from '../signatures.ts';
import type { VerdictName } from '../verdict.ts';
import { mayHaveIssued } from './authority.ts';
import { hasUnknownCritical } from './extensions.ts';
import { isKeyStrong, isSignatureStrong } from './strength.ts';
import { validityFault } from './validity.ts';

/**
 * Whether a stapled OCSP response says that a certificate is not revoked: RFC 6960 section 3.2.
 *
 * A response that anybody could have made, or that is about something else or another time, says nothing: it is
 * `unusable`, for a reason that is told. Otherwise it is what it says.
 */
export interface OcspQuestion {
  readonly response: Uint8Array;
  readonly certificate: Certificate;
  /** The next one on the path that was found good. */
  readonly issuer: Certificate;
  /** Seconds since 1970. */
  readonly time: number;
  readonly signatures: SignatureChecker;
  readonly hashes: CryptoProvider['hashes'];
  readonly securityLevel: number;
}

export interface OcspVerdict {
  readonly status: 'good' | 'revoked' | 'unknown' | 'unusable';
  /** Why it is unusable. */
  readonly why: Unusable | undefined;
  readonly answer: OcspAnswer | undefined;
}

export type Unusable =
  | OcspError
  | 'malformed'
  | 'unhandledCritical'
  /** Nothing in it is about this certificate. */
  | 'aboutOthers'
  | 'notYetValid'
  | 'expired'
  /** Signed by nobody whom the certificate's issuer lets speak for it. */
  | 'unauthorizedResponder'
  | 'badSignature'
  | 'weakSignature';

/** Clocks differ; a response that begins or ends this many seconds away is taken. */
const CLOCK_SKEW = 300;
/** Without a date for the next one it is only worth something when it is fresh. */
const MAX_AGE_WITHOUT_NEXT = 24 * 3600;

export function judgeOcsp(question: OcspQuestion): OcspVerdict {
  const response = parsed(question.response);
  if (response === undefined) return unusable('malformed');
  if (response.status !== 'successful') return unusable(response.status);
  const { statement } = response;
  const answer = statement.answers.find(({ id }) => isAbout(id, question));
  if (answer === undefined) return unusable('aboutOthers');
  const why =
    (statement.unhandledCritical || answer.unhandledCritical ? 'unhandledCritical' : undefined) ??
    timeFault(answer, question.time) ??
    signerFault(statement, question);
  return why === undefined ? { status: answer.status, why, answer } : unusable(why, answer);
}

/** What a client does about a verdict; `undefined`: goes on. `needed`: nothing but a good answer will do. */
export function ocspFault(verdict: OcspVerdict | undefined, needed: boolean): VerdictName | undefined {
  if (verdict?.status === 'revoked') return 'revoked';
  if (!needed || verdict?.status === 'good') return undefined;
  if (verdict === undefined) return 'ocspMissing';
  return verdict.status === 'unknown' ? 'ocspUnknown' : 'ocspUnusable';
}

/** Extension 5, status_request: the certificate's owner promises a staple (RFC 7633 section 4.2.1, "must-staple"). */
const STATUS_REQUEST = 5;

/** A promise that cannot be read is taken for one. */
export function mustStaple(certificate: Certificate): boolean {
  if (certificate.extension(extensionOids.tlsFeature) === undefined) return false;
  return certificate.tlsFeatures?.includes(STATUS_REQUEST) ?? true;
}

function parsed(der: Uint8Array): ReturnType<typeof parseOcspResponse> | undefined {
  try {
    return parseOcspResponse(der);
  } catch (error) {
    if (error instanceof Fault) return undefined;
    throw error;
  }
}

function unusable(why: Unusable, answer?: OcspAnswer): OcspVerdict {
  return { status: 'unusable', why, answer };
}

/** RFC 6960 section 4.1.1: the issuer's name and key by their hashes, and the certificate by its number. */
function isAbout(id: CertificateId, { certificate, issuer, hashes }: OcspQuestion): boolean {
  const hash = hashFor(id, hashes);
  return (
    namesCertificate(id, certificate, hashes) &&
    hash !== undefined &&
    equal(id.issuerKeyHash, hash.digest(issuer.subjectKey.bits))
  );
}

/** As far as the certificate alone can tell. */
export function namesCertificate(
  id: CertificateId,
  certificate: Certificate,
  hashes: CryptoProvider['hashes'],
): boolean {
  const hash = hashFor(id, hashes);
  return (
    equal(id.serialNumber, certificate.serialNumber) &&
    hash !== undefined &&
    equal(id.issuerNameHash, hash.digest(certificate.issuer.der))
  );
}

function hashFor({ hashOid }: CertificateId, hashes: CryptoProvider['hashes']) {
  const name = hashByOid(hashOid);
  return name && hashes.get(name);
}

/** RFC 6960 section 4.2.2.1. */
function timeFault({ thisUpdate, nextUpdate }: OcspAnswer, time: number): Unusable | undefined {
  if (thisUpdate === undefined || nextUpdate === undefined) return 'malformed';
  if (nextUpdate !== 'none' && nextUpdate < thisUpdate) return 'malformed';
  if (thisUpdate > time + CLOCK_SKEW) return 'notYetValid';
  const end = nextUpdate === 'none' ? thisUpdate + MAX_AGE_WITHOUT_NEXT : nextUpdate;
  return end < time - CLOCK_SKEW ? 'expired' : undefined;
}

/**
 * RFC 6960 section 4.2.2.2: the issuer itself, or whom it gave a certificate for this very purpose. Such a one may have
 * the issuer's name, so that it takes the signature to tell them apart.
 */
function signerFault(statement: OcspStatement, question: OcspQuestion): Unusable | undefined {
  const { issuer, signatures, securityLevel } = question;
  let why: Unusable = 'unauthorizedResponder';
  for (const signer of [issuer, ...statement.certificates]) {
    if (!fitsResponder(signer, statement, question)) continue;
    if (signer !== issuer && !isDelegate(signer, question)) continue;
    const good = signatures.check(statement, signer) === 'good';
    const key = signatures.keyOf(signer);
    const strong = isKeyStrong(key, securityLevel) && isSignatureStrong(statement.recipe, key, securityLevel);
    if (good && strong) return undefined;
    why = strong ? 'badSignature' : 'weakSignature';
  }
  return why;
}

function fitsResponder(
  certificate: Certificate,
  { responder }: OcspStatement,
  { hashes }: OcspQuestion,
): boolean {
  if (responder.kind === 'name') return certificate.subject.canonical === responder.name.canonical;
  const sha1 = hashes.get('sha1');
  return sha1 !== undefined && equal(responder.hash, sha1.digest(certificate.subjectKey.bits));
}

const OCSP_SIGNING = '1.3.6.1.5.5.7.3.9';

/** Its own revocation is not looked into: a response's short life bounds what a stolen key is good for. */
function isDelegate(certificate: Certificate, question: OcspQuestion): boolean {
  const { issuer, time, signatures, securityLevel } = question;
  return (
    !certificate.flawed &&
    !hasUnknownCritical(certificate) &&
    certificate.extendedKeyUsage?.includes(OCSP_SIGNING) === true &&
    (certificate.keyUsage?.has('digitalSignature') ?? true) &&
    validityFault(certificate, time) === undefined &&
    mayHaveIssued(issuer, certificate) &&
    isSignatureStrong(certificate.recipe, signatures.keyOf(issuer), securityLevel) &&
    signatures.check(certificate, issuer) === 'good'
  );
}
