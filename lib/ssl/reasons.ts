/**
 * What the engine's words are in OpenSSL's: a mnemonic, which is what programs compare, and its text, which is the
 * mnemonic in small letters. A fault without a row does not compile.
 */
import type { FaultName } from '../tls/faults.ts';
import { type AlertName, alertNumbers } from '../wire/alert.ts';

export const faultReasons: Readonly<Record<FaultName, string>> = {
  // Their bytes.
  lengthMismatch: 'LENGTH_MISMATCH',
  badLength: 'BAD_LENGTH',
  badValue: 'BAD_VALUE',
  duplicateExtension: 'BAD_EXTENSION',
  notTls: 'WRONG_VERSION_NUMBER',
  httpRequest: 'HTTP_REQUEST',
  httpsProxyRequest: 'HTTPS_PROXY_REQUEST',
  sslv2Hello: 'UNKNOWN_PROTOCOL',
  wrongRecordVersion: 'WRONG_VERSION_NUMBER',
  wrongProtectedVersion: 'WRONG_VERSION_NUMBER',
  recordTooLong: 'PACKET_LENGTH_TOO_LONG',
  plaintextTooLong: 'DATA_LENGTH_TOO_LONG',
  badRecordMac: 'DECRYPTION_FAILED_OR_BAD_RECORD_MAC',
  badRecordType: 'BAD_RECORD_TYPE',
  badChangeCipherSpec: 'BAD_CHANGE_CIPHER_SPEC',
  malformedAlert: 'INVALID_ALERT',
  emptyFragment: 'LENGTH_TOO_SHORT',
  encryptedTooLong: 'ENCRYPTED_LENGTH_TOO_LONG',
  missingContentType: 'BAD_RECORD_TYPE',
  badServerName: 'BAD_EXTENSION',
  unknownAlertLevel: 'UNKNOWN_ALERT_TYPE',
  messageTooLong: 'EXCESSIVE_MESSAGE_SIZE',
  badKeyShare: 'BAD_KEY_SHARE',
  badCompression: 'INVALID_COMPRESSION_ALGORITHM',
  compressionSelected: 'COMPRESSION_DISABLED',
  badProtocolName: 'BAD_EXTENSION',
  badCertificateContext: 'INVALID_CONTEXT',
  badKeyUpdate: 'BAD_KEY_UPDATE',
  emptyCertificateMessage: 'LENGTH_MISMATCH',
  badFinishedLength: 'BAD_DIGEST_LENGTH',
  noNullCompression: 'NO_COMPRESSION_SPECIFIED',
  badPointFormats: 'TLS_INVALID_ECPOINTFORMAT_LIST',
  badPoint: 'BAD_ECPOINT',
  badDhValue: 'BAD_DH_VALUE',

  // Their conduct.
  unexpectedMessage: 'UNEXPECTED_MESSAGE',
  unexpectedRecord: 'UNEXPECTED_RECORD',
  dataBeforeFinished: 'DATA_BETWEEN_CCS_AND_FINISHED',
  notOnRecordBoundary: 'NOT_ON_RECORD_BOUNDARY',
  tooManyUselessRecords: 'RECORD_TOO_SMALL',
  tooManyWarnings: 'TOO_MANY_WARN_ALERTS',
  tooManyKeyUpdates: 'TOO_MANY_KEY_UPDATES',
  tooManyTickets: 'UNEXPECTED_MESSAGE',
  tooManyCertificateRequests: 'UNEXPECTED_MESSAGE',
  applicationDataAfterClose: 'APPLICATION_DATA_AFTER_CLOSE_NOTIFY',
  noRenegotiation: 'NO_RENEGOTIATION',
  misplacedExtension: 'BAD_EXTENSION',
  unsolicitedExtension: 'UNSOLICITED_EXTENSION',
  unwantedTicket: 'BAD_EXTENSION',
  missingKeyShare: 'NO_SUITABLE_KEY_SHARE',
  missingSupportedGroups: 'MISSING_SUPPORTED_GROUPS_EXTENSION',
  missingSignatureAlgorithms: 'MISSING_SIGALGS_EXTENSION',
  missingPskModes: 'MISSING_PSK_KEX_MODES_EXTENSION',
  pskNotLast: 'BAD_EXTENSION',
  badPskBinderCount: 'BAD_EXTENSION',
  badPskBinder: 'BINDER_DOES_NOT_VERIFY',
  wrongPskSelected: 'BAD_PSK_IDENTITY',
  wrongVersionSelected: 'BAD_PROTOCOL_VERSION_NUMBER',
  wrongLegacyVersion: 'WRONG_SSL_VERSION',
  wrongSuiteSelected: 'WRONG_CIPHER_RETURNED',
  unknownSuiteSelected: 'UNKNOWN_CIPHER_RETURNED',
  wrongGroupSelected: 'BAD_KEY_SHARE',
  wrongSchemeUsed: 'WRONG_SIGNATURE_TYPE',
  wrongSessionIdEcho: 'INVALID_SESSION_ID',
  downgrade: 'INAPPROPRIATE_FALLBACK',
  retryWithoutChange: 'NO_CHANGE_FOLLOWING_HRR',
  secondRetry: 'UNEXPECTED_MESSAGE',
  helloChangedAfterRetry: 'BAD_CIPHER',
  cookieMismatch: 'COOKIE_MISMATCH',
  badSignature: 'BAD_SIGNATURE',
  keyMayNotSign: 'SIGNATURE_FOR_NON_SIGNING_CERTIFICATE',
  badFinished: 'DIGEST_CHECK_FAILED',
  certificateMissing: 'PEER_DID_NOT_RETURN_A_CERTIFICATE',
  certificateMissing12: 'PEER_DID_NOT_RETURN_A_CERTIFICATE',
  wrongCertificateType: 'WRONG_CERTIFICATE_TYPE',
  wrongCurve: 'WRONG_CURVE',
  otherSuiteResumed: 'OLD_SESSION_CIPHER_NOT_RETURNED',
  inconsistentMasterSecret: 'INCONSISTENT_EXTMS',
  renegotiationMismatch: 'RENEGOTIATION_MISMATCH',
  insecureRenegotiation: 'UNSAFE_LEGACY_RENEGOTIATION_DISABLED',
  fallback: 'INAPPROPRIATE_FALLBACK',

  // No common ground.
  badLegacyVersion: 'BAD_LEGACY_VERSION',
  unsupportedVersion: 'UNSUPPORTED_PROTOCOL',
  noSharedSuite: 'NO_SHARED_CIPHER',
  noSharedGroup: 'NO_SUITABLE_KEY_SHARE',
  noSharedScheme: 'NO_SUITABLE_SIGNATURE_ALGORITHM',
  unknownPskIdentity: 'PSK_IDENTITY_NOT_FOUND',
  noSharedKey: 'PSK_IDENTITY_NOT_FOUND',
  dhKeyTooSmall: 'DH_KEY_TOO_SMALL',

  // Us.
  noVersionsEnabled: 'NO_PROTOCOLS_AVAILABLE',
  noSuitesEnabled: 'NO_CIPHERS_AVAILABLE',
  noGroupsEnabled: 'NO_SUITABLE_GROUPS',
  ownKeyTooWeak: 'EE_KEY_TOO_SMALL',
  ownAuthorityTooWeak: 'CA_KEY_TOO_SMALL',
  ownDigestTooWeak: 'CA_MD_TOO_WEAK',
  helloRefused: 'CALLBACK_FAILED',
  callbackFailed: 'CALLBACK_FAILED',
  internal: 'INTERNAL_ERROR',
};

/** A reason in words. */
export function reasonText(reason: string): string {
  return reason.toLowerCase().replaceAll('_', ' ');
}

export interface AlertReason {
  /** `null` where OpenSSL has no mnemonic. */
  readonly reason: string | null;
  readonly text: string;
}

/** What a fatal alert from the peer is told as. */
export function alertReason(number: number): AlertReason {
  const name = alertNames.get(number);
  if (name === undefined || name === 'close_notify') return { reason: null, text: 'unknown error' };
  const words = name.replaceAll('_', ' ');
  if (unnamed.has(name)) return { reason: null, text: `tlsv1 alert ${words}` };
  const reason = (prefixes[name] ?? 'TLSV1_ALERT_') + (respelled[name] ?? name.toUpperCase());
  return { reason, text: reasonText(reason) };
}

const alertNames = new Map(
  Object.entries(alertNumbers).map(([name, number]) => [number as number, name as AlertName]),
);

/** OpenSSL numbers these, and has words for them, but CPython's table has no mnemonic. */
const unnamed: ReadonlySet<AlertName> = new Set(['unknown_psk_identity', 'no_application_protocol']);

/** OpenSSL names an alert after the version in which it met it; the rest are `TLSV1_ALERT_`. */
const prefixes: Readonly<Partial<Record<AlertName, string>>> = {
  unexpected_message: 'SSLV3_ALERT_',
  bad_record_mac: 'SSLV3_ALERT_',
  decompression_failure: 'SSLV3_ALERT_',
  handshake_failure: 'SSLV3_ALERT_',
  no_certificate: 'SSLV3_ALERT_',
  bad_certificate: 'SSLV3_ALERT_',
  unsupported_certificate: 'SSLV3_ALERT_',
  certificate_revoked: 'SSLV3_ALERT_',
  certificate_expired: 'SSLV3_ALERT_',
  certificate_unknown: 'SSLV3_ALERT_',
  illegal_parameter: 'SSLV3_ALERT_',
  missing_extension: 'TLSV13_ALERT_',
  certificate_required: 'TLSV13_ALERT_',
  unsupported_extension: 'TLSV1_',
  certificate_unobtainable: 'TLSV1_',
  unrecognized_name: 'TLSV1_',
  bad_certificate_status_response: 'TLSV1_',
  bad_certificate_hash_value: 'TLSV1_',
};

const respelled: Readonly<Partial<Record<AlertName, string>>> = { user_canceled: 'USER_CANCELLED' };
