/**
 * Why a chain is not accepted, and what the peer is told then. The words are ours; `ssl/verify-codes.ts` has
 * OpenSSL's number and text for each. The alerts are those that OpenSSL sends, which RFC 8446 section 6.2 leaves
 * mostly to the implementation.
 */
export declare const verdictAlerts: {
    readonly unspecified: 'internal_error';
    readonly issuerNotFound: 'unknown_ca';
    readonly crlNotFound: 'unknown_ca';
    readonly issuerKeyUndecodable: 'bad_certificate';
    readonly signatureInvalid: 'decrypt_error';
    readonly crlSignatureInvalid: 'decrypt_error';
    readonly notYetValid: 'bad_certificate';
    readonly expired: 'certificate_expired';
    readonly crlNotYetValid: 'bad_certificate';
    readonly crlExpired: 'certificate_expired';
    readonly notBeforeMalformed: 'bad_certificate';
    readonly notAfterMalformed: 'bad_certificate';
    readonly crlThisUpdateMalformed: 'bad_certificate';
    readonly crlNextUpdateMalformed: 'bad_certificate';
    readonly selfSignedLeaf: 'unknown_ca';
    readonly selfSignedInChain: 'unknown_ca';
    readonly localIssuerNotFound: 'unknown_ca';
    readonly leafSignatureUnverifiable: 'unknown_ca';
    readonly chainTooLong: 'unknown_ca';
    readonly revoked: 'certificate_revoked';
    readonly pathLengthExceeded: 'unknown_ca';
    readonly wrongPurpose: 'unsupported_certificate';
    readonly rejected: 'bad_certificate';
    readonly keyUsageForbidsCertSign: 'certificate_unknown';
    readonly crlIssuerNotFound: 'unknown_ca';
    readonly unhandledCriticalExtension: 'certificate_unknown';
    readonly keyUsageForbidsCrlSign: 'certificate_unknown';
    readonly unhandledCriticalCrlExtension: 'certificate_unknown';
    readonly unexpectedCa: 'certificate_unknown';
    readonly proxyPathLengthExceeded: 'certificate_unknown';
    readonly keyUsageForbidsProxy: 'certificate_unknown';
    readonly proxyNotAllowed: 'certificate_unknown';
    readonly invalidExtension: 'certificate_unknown';
    readonly invalidPolicyExtension: 'certificate_unknown';
    readonly noExplicitPolicy: 'certificate_unknown';
    readonly differentCrlScope: 'certificate_unknown';
    readonly permittedSubtreeViolation: 'certificate_unknown';
    readonly excludedSubtreeViolation: 'certificate_unknown';
    readonly subtreeBounded: 'certificate_unknown';
    readonly unsupportedConstraintType: 'certificate_unknown';
    readonly unsupportedConstraintSyntax: 'certificate_unknown';
    readonly unsupportedNameSyntax: 'certificate_unknown';
    readonly crlPathInvalid: 'certificate_unknown';
    readonly suiteBVersion: 'certificate_unknown';
    readonly suiteBAlgorithm: 'certificate_unknown';
    readonly suiteBCurve: 'certificate_unknown';
    readonly suiteBSignature: 'certificate_unknown';
    readonly suiteBLevel: 'certificate_unknown';
    readonly suiteBMixed: 'certificate_unknown';
    readonly hostNameMismatch: 'bad_certificate';
    readonly ipAddressMismatch: 'bad_certificate';
    readonly leafKeyTooWeak: 'bad_certificate';
    readonly caKeyTooWeak: 'bad_certificate';
    readonly caDigestTooWeak: 'bad_certificate';
    readonly proxySubjectInvalid: 'certificate_unknown';
    readonly invalidCa: 'unknown_ca';
    readonly pathLengthWithoutCa: 'certificate_unknown';
    readonly pathLengthWithoutCertSign: 'certificate_unknown';
    readonly certSignWithoutCa: 'certificate_unknown';
    readonly issuerNameEmpty: 'certificate_unknown';
    readonly subjectNameEmpty: 'certificate_unknown';
    readonly authorityKeyIdentifierMissing: 'certificate_unknown';
    readonly subjectKeyIdentifierMissing: 'certificate_unknown';
    readonly altNamesEmpty: 'certificate_unknown';
    readonly altNamesNotCritical: 'certificate_unknown';
    readonly basicConstraintsNotCritical: 'certificate_unknown';
    readonly authorityKeyIdentifierCritical: 'certificate_unknown';
    readonly subjectKeyIdentifierCritical: 'certificate_unknown';
    readonly caWithoutKeyUsage: 'certificate_unknown';
    readonly extensionsBeforeVersion3: 'certificate_unknown';
    readonly explicitCurve: 'bad_certificate';
    readonly signatureAlgorithmsDiffer: 'certificate_unknown';
    readonly profileViolated: 'handshake_failure';
    readonly ocspMissing: 'bad_certificate_status_response';
    readonly ocspUnusable: 'bad_certificate_status_response';
    readonly ocspUnknown: 'bad_certificate_status_response';
};
export type VerdictName = keyof typeof verdictAlerts;
export type VerdictAlert = (typeof verdictAlerts)[VerdictName];
/** A rule that does not hold, and for which certificate of the path (0 is the leaf). */
export interface Refusal {
    readonly name: VerdictName;
    readonly depth: number;
    /** Which rule, where the name stands for many. */
    readonly detail?: string;
}
