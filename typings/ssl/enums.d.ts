type Member<Enumeration> = Extract<Enumeration[keyof Enumeration & string], number>;
/** What a context is for. */
export declare const _SSLMethod: Readonly<{
    readonly PROTOCOL_TLS: 2;
    readonly PROTOCOL_TLSv1: 3;
    readonly PROTOCOL_TLSv1_1: 4;
    readonly PROTOCOL_TLSv1_2: 5;
    readonly PROTOCOL_TLS_CLIENT: 16;
    readonly PROTOCOL_TLS_SERVER: 17;
}> & {
    readonly [value: number]: string;
};
export type _SSLMethod = Member<typeof _SSLMethod>;
/** What `minimum_version` and `maximum_version` take. */
export declare const TLSVersion: Readonly<{
    readonly MINIMUM_SUPPORTED: -2;
    readonly MAXIMUM_SUPPORTED: -1;
    readonly SSLv3: 768;
    readonly TLSv1: 769;
    readonly TLSv1_1: 770;
    readonly TLSv1_2: 771;
    readonly TLSv1_3: 772;
}> & {
    readonly [value: number]: string;
};
export type TLSVersion = Member<typeof TLSVersion>;
/** What `SSLContext.options` is made of. */
export declare const Options: Readonly<{
    readonly OP_NO_SSLv2: 0;
    readonly OP_SINGLE_DH_USE: 0;
    readonly OP_SINGLE_ECDH_USE: 0;
    readonly OP_LEGACY_SERVER_CONNECT: 4;
    readonly OP_ENABLE_KTLS: 8;
    readonly OP_IGNORE_UNEXPECTED_EOF: 128;
    readonly OP_NO_TICKET: 16384;
    readonly OP_NO_COMPRESSION: 131072;
    readonly OP_ENABLE_MIDDLEBOX_COMPAT: 1048576;
    readonly OP_CIPHER_SERVER_PREFERENCE: 4194304;
    readonly OP_NO_SSLv3: 33554432;
    readonly OP_NO_TLSv1: 67108864;
    readonly OP_NO_TLSv1_2: 134217728;
    readonly OP_NO_TLSv1_1: 268435456;
    readonly OP_NO_TLSv1_3: 536870912;
    readonly OP_NO_RENEGOTIATION: 1073741824;
    readonly OP_ALL: 2147483728;
}> & {
    readonly [value: number]: string;
};
export type Options = Member<typeof Options>;
/** Whether the peer has to show a certificate that we trust. */
export declare const VerifyMode: Readonly<{
    readonly CERT_NONE: 0;
    readonly CERT_OPTIONAL: 1;
    readonly CERT_REQUIRED: 2;
}> & {
    readonly [value: number]: string;
};
export type VerifyMode = Member<typeof VerifyMode>;
/** What `SSLContext.verify_flags` is made of. */
export declare const VerifyFlags: Readonly<{
    readonly VERIFY_DEFAULT: 0;
    readonly VERIFY_CRL_CHECK_LEAF: 4;
    readonly VERIFY_CRL_CHECK_CHAIN: 12;
    readonly VERIFY_X509_STRICT: 32;
    readonly VERIFY_ALLOW_PROXY_CERTS: 64;
    readonly VERIFY_X509_TRUSTED_FIRST: 32768;
    readonly VERIFY_X509_PARTIAL_CHAIN: 524288;
}> & {
    readonly [value: number]: string;
};
export type VerifyFlags = Member<typeof VerifyFlags>;
/** The `errno` of errors that come out of a connection. */
export declare const SSLErrorNumber: Readonly<{
    readonly SSL_ERROR_SSL: 1;
    readonly SSL_ERROR_WANT_READ: 2;
    readonly SSL_ERROR_WANT_WRITE: 3;
    readonly SSL_ERROR_WANT_X509_LOOKUP: 4;
    readonly SSL_ERROR_SYSCALL: 5;
    readonly SSL_ERROR_ZERO_RETURN: 6;
    readonly SSL_ERROR_WANT_CONNECT: 7;
    readonly SSL_ERROR_EOF: 8;
    readonly SSL_ERROR_INVALID_ERROR_CODE: 10;
}> & {
    readonly [value: number]: string;
};
export type SSLErrorNumber = Member<typeof SSLErrorNumber>;
/** Alerts as programs of Python name them (RFC 8446 section 6). */
export declare const AlertDescription: Readonly<{
    readonly ALERT_DESCRIPTION_CLOSE_NOTIFY: 0;
    readonly ALERT_DESCRIPTION_UNEXPECTED_MESSAGE: 10;
    readonly ALERT_DESCRIPTION_BAD_RECORD_MAC: 20;
    readonly ALERT_DESCRIPTION_RECORD_OVERFLOW: 22;
    readonly ALERT_DESCRIPTION_DECOMPRESSION_FAILURE: 30;
    readonly ALERT_DESCRIPTION_HANDSHAKE_FAILURE: 40;
    readonly ALERT_DESCRIPTION_BAD_CERTIFICATE: 42;
    readonly ALERT_DESCRIPTION_UNSUPPORTED_CERTIFICATE: 43;
    readonly ALERT_DESCRIPTION_CERTIFICATE_REVOKED: 44;
    readonly ALERT_DESCRIPTION_CERTIFICATE_EXPIRED: 45;
    readonly ALERT_DESCRIPTION_CERTIFICATE_UNKNOWN: 46;
    readonly ALERT_DESCRIPTION_ILLEGAL_PARAMETER: 47;
    readonly ALERT_DESCRIPTION_UNKNOWN_CA: 48;
    readonly ALERT_DESCRIPTION_ACCESS_DENIED: 49;
    readonly ALERT_DESCRIPTION_DECODE_ERROR: 50;
    readonly ALERT_DESCRIPTION_DECRYPT_ERROR: 51;
    readonly ALERT_DESCRIPTION_PROTOCOL_VERSION: 70;
    readonly ALERT_DESCRIPTION_INSUFFICIENT_SECURITY: 71;
    readonly ALERT_DESCRIPTION_INTERNAL_ERROR: 80;
    readonly ALERT_DESCRIPTION_USER_CANCELLED: 90;
    readonly ALERT_DESCRIPTION_NO_RENEGOTIATION: 100;
    readonly ALERT_DESCRIPTION_UNSUPPORTED_EXTENSION: 110;
    readonly ALERT_DESCRIPTION_CERTIFICATE_UNOBTAINABLE: 111;
    readonly ALERT_DESCRIPTION_UNRECOGNIZED_NAME: 112;
    readonly ALERT_DESCRIPTION_BAD_CERTIFICATE_STATUS_RESPONSE: 113;
    readonly ALERT_DESCRIPTION_BAD_CERTIFICATE_HASH_VALUE: 114;
    readonly ALERT_DESCRIPTION_UNKNOWN_PSK_IDENTITY: 115;
}> & {
    readonly [value: number]: string;
};
export type AlertDescription = Member<typeof AlertDescription>;
/** Content types (RFC 8446 appendix B.1), and two of OpenSSL's own for `_msg_callback`. */
export declare const _TLSContentType: Readonly<{
    readonly CHANGE_CIPHER_SPEC: 20;
    readonly ALERT: 21;
    readonly HANDSHAKE: 22;
    readonly APPLICATION_DATA: 23;
    readonly HEADER: 256;
    readonly INNER_CONTENT_TYPE: 257;
}> & {
    readonly [value: number]: string;
};
export type _TLSContentType = Member<typeof _TLSContentType>;
/** Alert types (RFC 8446 appendix B.2) for `_msg_callback`. */
export declare const _TLSAlertType: Readonly<{
    readonly CLOSE_NOTIFY: 0;
    readonly UNEXPECTED_MESSAGE: 10;
    readonly BAD_RECORD_MAC: 20;
    readonly DECRYPTION_FAILED: 21;
    readonly RECORD_OVERFLOW: 22;
    readonly DECOMPRESSION_FAILURE: 30;
    readonly HANDSHAKE_FAILURE: 40;
    readonly NO_CERTIFICATE: 41;
    readonly BAD_CERTIFICATE: 42;
    readonly UNSUPPORTED_CERTIFICATE: 43;
    readonly CERTIFICATE_REVOKED: 44;
    readonly CERTIFICATE_EXPIRED: 45;
    readonly CERTIFICATE_UNKNOWN: 46;
    readonly ILLEGAL_PARAMETER: 47;
    readonly UNKNOWN_CA: 48;
    readonly ACCESS_DENIED: 49;
    readonly DECODE_ERROR: 50;
    readonly DECRYPT_ERROR: 51;
    readonly EXPORT_RESTRICTION: 60;
    readonly PROTOCOL_VERSION: 70;
    readonly INSUFFICIENT_SECURITY: 71;
    readonly INTERNAL_ERROR: 80;
    readonly INAPPROPRIATE_FALLBACK: 86;
    readonly USER_CANCELED: 90;
    readonly NO_RENEGOTIATION: 100;
    readonly MISSING_EXTENSION: 109;
    readonly UNSUPPORTED_EXTENSION: 110;
    readonly CERTIFICATE_UNOBTAINABLE: 111;
    readonly UNRECOGNIZED_NAME: 112;
    readonly BAD_CERTIFICATE_STATUS_RESPONSE: 113;
    readonly BAD_CERTIFICATE_HASH_VALUE: 114;
    readonly UNKNOWN_PSK_IDENTITY: 115;
    readonly CERTIFICATE_REQUIRED: 116;
    readonly NO_APPLICATION_PROTOCOL: 120;
}> & {
    readonly [value: number]: string;
};
export type _TLSAlertType = Member<typeof _TLSAlertType>;
/** Handshake message types (RFC 8446 appendix B.3) for `_msg_callback`. */
export declare const _TLSMessageType: Readonly<{
    readonly HELLO_REQUEST: 0;
    readonly CLIENT_HELLO: 1;
    readonly SERVER_HELLO: 2;
    readonly HELLO_VERIFY_REQUEST: 3;
    readonly NEWSESSION_TICKET: 4;
    readonly END_OF_EARLY_DATA: 5;
    readonly HELLO_RETRY_REQUEST: 6;
    readonly ENCRYPTED_EXTENSIONS: 8;
    readonly CERTIFICATE: 11;
    readonly SERVER_KEY_EXCHANGE: 12;
    readonly CERTIFICATE_REQUEST: 13;
    readonly SERVER_DONE: 14;
    readonly CERTIFICATE_VERIFY: 15;
    readonly CLIENT_KEY_EXCHANGE: 16;
    readonly FINISHED: 20;
    readonly CERTIFICATE_URL: 21;
    readonly CERTIFICATE_STATUS: 22;
    readonly SUPPLEMENTAL_DATA: 23;
    readonly KEY_UPDATE: 24;
    readonly NEXT_PROTO: 67;
    readonly MESSAGE_HASH: 254;
    readonly CHANGE_CIPHER_SPEC: 257;
}> & {
    readonly [value: number]: string;
};
export type _TLSMessageType = Member<typeof _TLSMessageType>;
export {};
