/**
 * Why a chain is not accepted, and what the peer is told then. The words are ours; `ssl/verify-codes.ts` has
 * OpenSSL's number and text for each. The alerts are those that OpenSSL sends, which RFC 8446 section 6.2 leaves
 * mostly to the implementation.
 */
export const verdictAlerts = {
  unspecified: 'internal_error',
  issuerNotFound: 'unknown_ca',
  crlNotFound: 'unknown_ca',
  issuerKeyUndecodable: 'bad_certificate',
  signatureInvalid: 'decrypt_error',
  crlSignatureInvalid: 'decrypt_error',
  notYetValid: 'bad_certificate',
  expired: 'certificate_expired',
  crlNotYetValid: 'bad_certificate',
  crlExpired: 'certificate_expired',
  notBeforeMalformed: 'bad_certificate',
  notAfterMalformed: 'bad_certificate',
  crlThisUpdateMalformed: 'bad_certificate',
  crlNextUpdateMalformed: 'bad_certificate',
  selfSignedLeaf: 'unknown_ca',
  selfSignedInChain: 'unknown_ca',
  localIssuerNotFound: 'unknown_ca',
  leafSignatureUnverifiable: 'unknown_ca',
  chainTooLong: 'unknown_ca',
  revoked: 'certificate_revoked',
  pathLengthExceeded: 'unknown_ca',
  wrongPurpose: 'unsupported_certificate',
  rejected: 'bad_certificate',
  keyUsageForbidsCertSign: 'certificate_unknown',
  crlIssuerNotFound: 'unknown_ca',
  unhandledCriticalExtension: 'certificate_unknown',
  keyUsageForbidsCrlSign: 'certificate_unknown',
  unhandledCriticalCrlExtension: 'certificate_unknown',
  unexpectedCa: 'certificate_unknown',
  proxyPathLengthExceeded: 'certificate_unknown',
  keyUsageForbidsProxy: 'certificate_unknown',
  proxyNotAllowed: 'certificate_unknown',
  invalidExtension: 'certificate_unknown',
  invalidPolicyExtension: 'certificate_unknown',
  noExplicitPolicy: 'certificate_unknown',
  differentCrlScope: 'certificate_unknown',
  permittedSubtreeViolation: 'certificate_unknown',
  excludedSubtreeViolation: 'certificate_unknown',
  subtreeBounded: 'certificate_unknown',
  unsupportedConstraintType: 'certificate_unknown',
  unsupportedConstraintSyntax: 'certificate_unknown',
  unsupportedNameSyntax: 'certificate_unknown',
  crlPathInvalid: 'certificate_unknown',
  suiteBVersion: 'certificate_unknown',
  suiteBAlgorithm: 'certificate_unknown',
  suiteBCurve: 'certificate_unknown',
  suiteBSignature: 'certificate_unknown',
  suiteBLevel: 'certificate_unknown',
  suiteBMixed: 'certificate_unknown',
  hostNameMismatch: 'bad_certificate',
  ipAddressMismatch: 'bad_certificate',
  leafKeyTooWeak: 'bad_certificate',
  caKeyTooWeak: 'bad_certificate',
  caDigestTooWeak: 'bad_certificate',
  proxySubjectInvalid: 'certificate_unknown',
  invalidCa: 'unknown_ca',
  pathLengthWithoutCa: 'certificate_unknown',
  pathLengthWithoutCertSign: 'certificate_unknown',
  certSignWithoutCa: 'certificate_unknown',
  issuerNameEmpty: 'certificate_unknown',
  subjectNameEmpty: 'certificate_unknown',
  authorityKeyIdentifierMissing: 'certificate_unknown',
  subjectKeyIdentifierMissing: 'certificate_unknown',
  altNamesEmpty: 'certificate_unknown',
  altNamesNotCritical: 'certificate_unknown',
  basicConstraintsNotCritical: 'certificate_unknown',
  authorityKeyIdentifierCritical: 'certificate_unknown',
  subjectKeyIdentifierCritical: 'certificate_unknown',
  caWithoutKeyUsage: 'certificate_unknown',
  extensionsBeforeVersion3: 'certificate_unknown',
  explicitCurve: 'bad_certificate',
  signatureAlgorithmsDiffer: 'certificate_unknown',
  profileViolated: 'handshake_failure',
  // RFC 6066 section 8
  ocspMissing: 'bad_certificate_status_response',
  ocspUnusable: 'bad_certificate_status_response',
  ocspUnknown: 'bad_certificate_status_response',
} as const;

export type VerdictName = keyof typeof verdictAlerts;
export type VerdictAlert = (typeof verdictAlerts)[VerdictName];

/** A rule that does not hold, and for which certificate of the path (0 is the leaf). */
export interface Refusal {
  readonly name: VerdictName;
  readonly depth: number;
  /** Which rule, where the name stands for many. */
  readonly detail?: string;
}
