/**
 * Every way in which a connection can fail by our own judgement, by name, with the alert that tells the peer. What a
 * caller of Python's `ssl` sees for each is `ssl/reasons.ts`'s to say; a name without a row there does not compile.
 * A name says who is at fault: their bytes, their conduct, no common ground, or us.
 */
import { Fault } from '../bytes/fault.ts';
import type { AlertName } from '../wire/alert.ts';
import type { DecodeFaultName } from '../wire/codec.ts';

/** The alert for each fault; `silence` where what answers is no TLS peer, so that an alert would be noise. */
export const faultAlerts = {
  // Their bytes: what arrived cannot be read.
  lengthMismatch: 'decode_error',
  badLength: 'decode_error',
  badValue: 'illegal_parameter',
  duplicateExtension: 'illegal_parameter',
  notTls: 'silence',
  httpRequest: 'silence',
  httpsProxyRequest: 'silence',
  sslv2Hello: 'protocol_version',
  wrongRecordVersion: 'protocol_version',
  wrongProtectedVersion: 'decode_error',
  recordTooLong: 'record_overflow',
  plaintextTooLong: 'record_overflow',
  badRecordMac: 'bad_record_mac',
  badRecordType: 'unexpected_message',
  badChangeCipherSpec: 'unexpected_message',
  malformedAlert: 'unexpected_message',
  emptyFragment: 'unexpected_message',
  encryptedTooLong: 'record_overflow',
  missingContentType: 'unexpected_message',
  badServerName: 'decode_error',
  unknownAlertLevel: 'illegal_parameter',
  messageTooLong: 'illegal_parameter',
  badKeyShare: 'illegal_parameter',
  badCompression: 'illegal_parameter',
  compressionSelected: 'illegal_parameter',
  badProtocolName: 'illegal_parameter',
  badCertificateContext: 'illegal_parameter',
  badKeyUpdate: 'illegal_parameter',
  emptyCertificateMessage: 'decode_error',
  badFinishedLength: 'decode_error',
  noNullCompression: 'decode_error',
  badPointFormats: 'illegal_parameter',
  badPoint: 'illegal_parameter',
  badDhValue: 'illegal_parameter',

  // Their conduct: readable, but not allowed here and now.
  unexpectedMessage: 'unexpected_message',
  unexpectedRecord: 'unexpected_message',
  dataBeforeFinished: 'unexpected_message',
  notOnRecordBoundary: 'unexpected_message',
  tooManyUselessRecords: 'unexpected_message',
  tooManyWarnings: 'unexpected_message',
  tooManyKeyUpdates: 'unexpected_message',
  tooManyTickets: 'unexpected_message',
  tooManyCertificateRequests: 'unexpected_message',
  applicationDataAfterClose: 'unexpected_message',
  noRenegotiation: 'handshake_failure',
  misplacedExtension: 'illegal_parameter',
  unsolicitedExtension: 'unsupported_extension',
  unwantedTicket: 'unsupported_extension',
  missingKeyShare: 'missing_extension',
  missingSupportedGroups: 'missing_extension',
  missingSignatureAlgorithms: 'missing_extension',
  missingPskModes: 'missing_extension',
  pskNotLast: 'illegal_parameter',
  badPskBinderCount: 'illegal_parameter',
  badPskBinder: 'illegal_parameter',
  wrongPskSelected: 'illegal_parameter',
  wrongVersionSelected: 'illegal_parameter',
  wrongLegacyVersion: 'illegal_parameter',
  wrongSuiteSelected: 'illegal_parameter',
  unknownSuiteSelected: 'illegal_parameter',
  wrongGroupSelected: 'illegal_parameter',
  wrongSchemeUsed: 'illegal_parameter',
  wrongSessionIdEcho: 'illegal_parameter',
  downgrade: 'illegal_parameter',
  retryWithoutChange: 'illegal_parameter',
  secondRetry: 'unexpected_message',
  helloChangedAfterRetry: 'illegal_parameter',
  cookieMismatch: 'illegal_parameter',
  badSignature: 'decrypt_error',
  keyMayNotSign: 'illegal_parameter',
  badFinished: 'decrypt_error',
  certificateMissing: 'certificate_required',
  certificateMissing12: 'handshake_failure',
  wrongCertificateType: 'illegal_parameter',
  wrongCurve: 'illegal_parameter',
  otherSuiteResumed: 'illegal_parameter',
  inconsistentMasterSecret: 'handshake_failure',
  renegotiationMismatch: 'handshake_failure',
  insecureRenegotiation: 'handshake_failure',
  fallback: 'inappropriate_fallback',

  // No common ground.
  badLegacyVersion: 'protocol_version',
  unsupportedVersion: 'protocol_version',
  noSharedSuite: 'handshake_failure',
  noSharedGroup: 'handshake_failure',
  noSharedScheme: 'handshake_failure',
  unknownPskIdentity: 'unknown_psk_identity',
  noSharedKey: 'handshake_failure',
  dhKeyTooSmall: 'handshake_failure',

  // Us.
  noVersionsEnabled: 'protocol_version',
  noSuitesEnabled: 'handshake_failure',
  noGroupsEnabled: 'handshake_failure',
  ownKeyTooWeak: 'internal_error',
  ownAuthorityTooWeak: 'internal_error',
  ownDigestTooWeak: 'internal_error',
  /** With the alert that the callback has chosen. */
  helloRefused: 'silence',
  /** A callback, or a signer, that throws or gives what is of no use. The cause says what. */
  callbackFailed: 'internal_error',
  internal: 'internal_error',
} as const satisfies Record<string, AlertName | 'silence'> & Record<DecodeFaultName, AlertName>;

export type FaultName = keyof typeof faultAlerts;

/** A fault of the engine's own; `detail` is for people and never secret. */
export function fault(name: FaultName, detail = '', options?: ErrorOptions): Fault<FaultName> {
  return new Fault(name, detail, options);
}

/** Whether a failure is one of the engine's (or the codec's, whose names are among them). */
export function isEngineFault(error: unknown): error is Fault<FaultName> {
  return error instanceof Fault && error.fault in faultAlerts;
}
