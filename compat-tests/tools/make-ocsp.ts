import { createHash } from 'node:crypto';
import { utf8 } from '../../lib/bytes/bytes.ts';
import type { SignatureRecipe } from '../../lib/crypto/provider.ts';
import { parseCertificate } from '../../lib/pki/certificate.ts';
import { context, element, integer, nothing, octetString, oid, sequence } from './der-writer.ts';
import {
  algorithmIdentifier,
  extension,
  type MadeCertificate,
  signed,
  usualRecipe,
} from './make-certificate.ts';

/** Makes OCSP responses (RFC 6960 section 4.2.1), right ones and wrong ones. */
export interface OcspRequest {
  /** What it is about: one answer for each. */
  readonly about: readonly MadeCertificate[];
  /** Who issued these. */
  readonly issuer: MadeCertificate;
  /** Who signs; the issuer unless said otherwise, and then its certificate is sent along. */
  readonly signer?: MadeCertificate;
  readonly status?: 'good' | 'revoked' | 'unknown';
  readonly thisUpdate?: number;
  /** `null`: none. */
  readonly nextUpdate?: number | null;
  readonly hash?: 'sha1' | 'sha256' | 'sha384';
  readonly responder?: 'name' | 'key';
  readonly recipe?: SignatureRecipe;
  readonly defects?: {
    readonly badSignature?: boolean;
    readonly criticalExtension?: 'response' | 'answer';
    readonly sendNoCertificate?: boolean;
    readonly otherIssuerKey?: boolean;
    readonly version?: number;
    /** In place of both times. */
    readonly time?: Uint8Array;
  };
}

const NOW = 1_750_000_000;
const DAY = 86_400;
const BASIC = '1.3.6.1.5.5.7.48.1.1';
const HASH_OIDS = {
  sha1: '1.3.14.3.2.26',
  sha256: '2.16.840.1.101.3.4.2.1',
  sha384: '2.16.840.1.101.3.4.2.2',
} as const;

export function makeOcspResponse(request: OcspRequest): Uint8Array {
  const { about, issuer, signer = issuer, responder = 'name', defects = {} } = request;
  const recipe = request.recipe ?? usualRecipe(signer.key);
  const certificate = parseCertificate(signer.der);
  const critical = [extension('1.2.3.4.5', true, nothing())];
  const tbs = sequence(
    ...(defects.version === undefined ? [] : [context(0, 'constructed', integer(defects.version))]),
    responder === 'name'
      ? context(1, 'constructed', certificate.subject.der)
      : context(2, 'constructed', octetString(hashed('sha1', certificate.subjectKey.bits))),
    generalizedTime(NOW),
    sequence(...about.map((each) => answer(each, request))),
    ...(defects.criticalExtension === 'response' ? [context(1, 'constructed', sequence(...critical))] : []),
  );
  const algorithm = algorithmIdentifier(recipe, signer.key);
  const sendsOwn = signer !== issuer && !defects.sendNoCertificate;
  const basic = signed(tbs, algorithm, signer.key, recipe, defects.badSignature, [
    ...(sendsOwn ? [context(0, 'constructed', sequence(signer.der))] : []),
  ]);
  return sequence(
    element(0x0a, Uint8Array.of(0)),
    context(0, 'constructed', sequence(oid(BASIC), octetString(basic))),
  );
}

/** A response without an answer: the responder's excuse. */
export function ocspExcuse(status: number): Uint8Array {
  return sequence(element(0x0a, Uint8Array.of(status)));
}

function answer(about: MadeCertificate, request: OcspRequest): Uint8Array {
  const {
    issuer,
    status = 'good',
    hash = 'sha1',
    thisUpdate = NOW - DAY,
    nextUpdate = NOW + DAY,
    defects = {},
  } = request;
  const { subject, subjectKey } = parseCertificate(issuer.der);
  const bits = defects.otherIssuerKey ? utf8('another key') : subjectKey.bits;
  const time = defects.time ?? generalizedTime(thisUpdate);
  return sequence(
    sequence(
      sequence(oid(HASH_OIDS[hash]), nothing()),
      octetString(hashed(hash, subject.der)),
      octetString(hashed(hash, bits)),
      integer(about.serialNumber),
    ),
    STATUS[status](),
    time,
    ...(nextUpdate === null ? [] : [context(0, 'constructed', defects.time ?? generalizedTime(nextUpdate))]),
    ...(defects.criticalExtension === 'answer'
      ? [context(1, 'constructed', sequence(extension('1.2.3.4.5', true, nothing())))]
      : []),
  );
}

const KEY_COMPROMISE = element(0x0a, Uint8Array.of(1));

const STATUS = {
  good: () => context(0, 'primitive'),
  unknown: () => context(2, 'primitive'),
  revoked: () =>
    context(1, 'constructed', generalizedTime(NOW - DAY), context(0, 'constructed', KEY_COMPROMISE)),
};

function hashed(name: 'sha1' | 'sha256' | 'sha384', bytes: Uint8Array): Uint8Array {
  return createHash(name).update(bytes).digest();
}

/** OCSP's only form of time, in any year. */
export function generalizedTime(seconds: number): Uint8Array {
  return element(0x18, utf8(`${new Date(seconds * 1000).toISOString().replace(/[-:T]|\..*/g, '')}Z`));
}
