import { type Infer } from './codec.ts';
/** RFC 8446 section 6, with the alerts of TLS 1.2 and before that OpenSSL still knows. */
export declare const alertNumbers: {
    readonly close_notify: 0;
    readonly unexpected_message: 10;
    readonly bad_record_mac: 20;
    readonly decryption_failed: 21;
    readonly record_overflow: 22;
    readonly decompression_failure: 30;
    readonly handshake_failure: 40;
    readonly no_certificate: 41;
    readonly bad_certificate: 42;
    readonly unsupported_certificate: 43;
    readonly certificate_revoked: 44;
    readonly certificate_expired: 45;
    readonly certificate_unknown: 46;
    readonly illegal_parameter: 47;
    readonly unknown_ca: 48;
    readonly access_denied: 49;
    readonly decode_error: 50;
    readonly decrypt_error: 51;
    readonly export_restriction: 60;
    readonly protocol_version: 70;
    readonly insufficient_security: 71;
    readonly internal_error: 80;
    readonly inappropriate_fallback: 86;
    readonly user_canceled: 90;
    readonly no_renegotiation: 100;
    readonly missing_extension: 109;
    readonly unsupported_extension: 110;
    readonly certificate_unobtainable: 111;
    readonly unrecognized_name: 112;
    readonly bad_certificate_status_response: 113;
    readonly bad_certificate_hash_value: 114;
    readonly unknown_psk_identity: 115;
    readonly certificate_required: 116;
    readonly no_application_protocol: 120;
};
export type AlertName = keyof typeof alertNumbers;
export declare const alertLevels: {
    readonly warning: 1;
    readonly fatal: 2;
};
export declare const alert: import("./codec.ts").Codec<{
    readonly level: number;
    readonly description: number;
}>;
export type Alert = Infer<typeof alert>;
