/**
 * Every way in which a connection can fail by our own judgement, by name, with the alert that tells the peer. What a
 * caller of Python's `ssl` sees for each is `ssl/reasons.ts`'s to say; a name without a row there does not compile.
 * A name says who is at fault: their bytes, their conduct, no common ground, or us.
 */
import { Fault } from '../bytes/fault.ts';
/** The alert for each fault; `silence` where what answers is no TLS peer, so that an alert would be noise. */
export declare const faultAlerts: {
    readonly lengthMismatch: 'decode_error';
    readonly badLength: 'decode_error';
    readonly badValue: 'illegal_parameter';
    readonly duplicateExtension: 'illegal_parameter';
    readonly notTls: 'silence';
    readonly httpRequest: 'silence';
    readonly httpsProxyRequest: 'silence';
    readonly sslv2Hello: 'protocol_version';
    readonly wrongRecordVersion: 'protocol_version';
    readonly wrongProtectedVersion: 'decode_error';
    readonly recordTooLong: 'record_overflow';
    readonly plaintextTooLong: 'record_overflow';
    readonly badRecordMac: 'bad_record_mac';
    readonly badRecordType: 'unexpected_message';
    readonly badChangeCipherSpec: 'unexpected_message';
    readonly malformedAlert: 'unexpected_message';
    readonly emptyFragment: 'unexpected_message';
    readonly encryptedTooLong: 'record_overflow';
    readonly missingContentType: 'unexpected_message';
    readonly badServerName: 'decode_error';
    readonly unknownAlertLevel: 'illegal_parameter';
    readonly messageTooLong: 'illegal_parameter';
    readonly badKeyShare: 'illegal_parameter';
    readonly badCompression: 'illegal_parameter';
    readonly compressionSelected: 'illegal_parameter';
    readonly badProtocolName: 'illegal_parameter';
    readonly badCertificateContext: 'illegal_parameter';
    readonly badKeyUpdate: 'illegal_parameter';
    readonly emptyCertificateMessage: 'decode_error';
    readonly badFinishedLength: 'decode_error';
    readonly noNullCompression: 'decode_error';
    readonly badPointFormats: 'illegal_parameter';
    readonly badPoint: 'illegal_parameter';
    readonly badDhValue: 'illegal_parameter';
    readonly unexpectedMessage: 'unexpected_message';
    readonly unexpectedRecord: 'unexpected_message';
    readonly dataBeforeFinished: 'unexpected_message';
    readonly notOnRecordBoundary: 'unexpected_message';
    readonly tooManyUselessRecords: 'unexpected_message';
    readonly tooManyWarnings: 'unexpected_message';
    readonly tooManyKeyUpdates: 'unexpected_message';
    readonly tooManyTickets: 'unexpected_message';
    readonly tooManyCertificateRequests: 'unexpected_message';
    readonly applicationDataAfterClose: 'unexpected_message';
    readonly noRenegotiation: 'handshake_failure';
    readonly misplacedExtension: 'illegal_parameter';
    readonly unsolicitedExtension: 'unsupported_extension';
    readonly unwantedTicket: 'unsupported_extension';
    readonly missingKeyShare: 'missing_extension';
    readonly missingSupportedGroups: 'missing_extension';
    readonly missingSignatureAlgorithms: 'missing_extension';
    readonly missingPskModes: 'missing_extension';
    readonly pskNotLast: 'illegal_parameter';
    readonly badPskBinderCount: 'illegal_parameter';
    readonly badPskBinder: 'illegal_parameter';
    readonly wrongPskSelected: 'illegal_parameter';
    readonly wrongVersionSelected: 'illegal_parameter';
    readonly wrongLegacyVersion: 'illegal_parameter';
    readonly wrongSuiteSelected: 'illegal_parameter';
    readonly unknownSuiteSelected: 'illegal_parameter';
    readonly wrongGroupSelected: 'illegal_parameter';
    readonly wrongSchemeUsed: 'illegal_parameter';
    readonly wrongSessionIdEcho: 'illegal_parameter';
    readonly downgrade: 'illegal_parameter';
    readonly retryWithoutChange: 'illegal_parameter';
    readonly secondRetry: 'unexpected_message';
    readonly helloChangedAfterRetry: 'illegal_parameter';
    readonly cookieMismatch: 'illegal_parameter';
    readonly badSignature: 'decrypt_error';
    readonly keyMayNotSign: 'illegal_parameter';
    readonly badFinished: 'decrypt_error';
    readonly certificateMissing: 'certificate_required';
    readonly certificateMissing12: 'handshake_failure';
    readonly wrongCertificateType: 'illegal_parameter';
    readonly wrongCurve: 'illegal_parameter';
    readonly otherSuiteResumed: 'illegal_parameter';
    readonly inconsistentMasterSecret: 'handshake_failure';
    readonly renegotiationMismatch: 'handshake_failure';
    readonly insecureRenegotiation: 'handshake_failure';
    readonly fallback: 'inappropriate_fallback';
    readonly badLegacyVersion: 'protocol_version';
    readonly unsupportedVersion: 'protocol_version';
    readonly noSharedSuite: 'handshake_failure';
    readonly noSharedGroup: 'handshake_failure';
    readonly noSharedScheme: 'handshake_failure';
    readonly unknownPskIdentity: 'unknown_psk_identity';
    readonly noSharedKey: 'handshake_failure';
    readonly dhKeyTooSmall: 'handshake_failure';
    readonly noVersionsEnabled: 'protocol_version';
    readonly noSuitesEnabled: 'handshake_failure';
    readonly noGroupsEnabled: 'handshake_failure';
    readonly ownKeyTooWeak: 'internal_error';
    readonly ownAuthorityTooWeak: 'internal_error';
    readonly ownDigestTooWeak: 'internal_error';
    /** With the alert that the callback has chosen. */
    readonly helloRefused: 'silence';
    /** A callback, or a signer, that throws or gives what is of no use. The cause says what. */
    readonly callbackFailed: 'internal_error';
    readonly internal: 'internal_error';
};
export type FaultName = keyof typeof faultAlerts;
/** A fault of the engine's own; `detail` is for people and never secret. */
export declare function fault(name: FaultName, detail?: string, options?: ErrorOptions): Fault<FaultName>;
/** Whether a failure is one of the engine's (or the codec's, whose names are among them). */
export declare function isEngineFault(error: unknown): error is Fault<FaultName>;
