type Member<Enumeration> = Extract<Enumeration[keyof Enumeration & string], number>;
/** What a context is for. */
export declare const _SSLMethod: Readonly<{
    /** The highest version that both ends know, on either side. @deprecated say which side: `PROTOCOL_TLS_CLIENT`, `PROTOCOL_TLS_SERVER` */
    readonly PROTOCOL_TLS: 2;
    /** TLS 1.0, which is not there: a connection has no protocol to offer. @deprecated */
    readonly PROTOCOL_TLSv1: 3;
    /** TLS 1.1, which is not there: a connection has no protocol to offer. @deprecated */
    readonly PROTOCOL_TLSv1_1: 4;
    /** TLS 1.2 and nothing else, on either side. @deprecated set `minimum_version` and `maximum_version` */
    readonly PROTOCOL_TLSv1_2: 5;
    /** Clients: certificates and host names are checked unless told otherwise. */
    readonly PROTOCOL_TLS_CLIENT: 16;
    /** Servers. */
    readonly PROTOCOL_TLS_SERVER: 17;
}> & {
    readonly [value: number]: string;
};
export type _SSLMethod = Member<typeof _SSLMethod>;
/** What `minimum_version` and `maximum_version` take. */
export declare const TLSVersion: Readonly<{
    /** The lowest there is. */
    readonly MINIMUM_SUPPORTED: -2;
    /** The highest there is. */
    readonly MAXIMUM_SUPPORTED: -1;
    /** @deprecated RFC 7568 prohibits it, and it is not there */
    readonly SSLv3: 768;
    /** @deprecated RFC 8996 takes it out of use, and it is not there */
    readonly TLSv1: 769;
    /** @deprecated RFC 8996 takes it out of use, and it is not there */
    readonly TLSv1_1: 770;
    /** RFC 5246. */
    readonly TLSv1_2: 771;
    /** RFC 8446. */
    readonly TLSv1_3: 772;
}> & {
    readonly [value: number]: string;
};
export type TLSVersion = Member<typeof TLSVersion>;
/** What `SSLContext.options` is made of. */
export declare const Options: Readonly<{
    /** Does nothing: there is no SSL 2.0 to prevent. */
    readonly OP_NO_SSLv2: 0;
    /** Does nothing: a new key is made for each connection anyway. */
    readonly OP_SINGLE_DH_USE: 0;
    /** Does nothing: a new key is made for each connection anyway. */
    readonly OP_SINGLE_ECDH_USE: 0;
    /** Clients go on with servers of TLS 1.2 that know nothing of secure renegotiation (RFC 5746). */
    readonly OP_LEGACY_SERVER_CONNECT: 4;
    /** Does nothing: there is no kernel below. */
    readonly OP_ENABLE_KTLS: 8;
    /** A transport that ends without close_notify is taken for an orderly end. */
    readonly OP_IGNORE_UNEXPECTED_EOF: 128;
    /** No session tickets in TLS 1.2 (RFC 5077). */
    readonly OP_NO_TICKET: 16384;
    /** No compression, which there is not anyway (CRIME). */
    readonly OP_NO_COMPRESSION: 131072;
    /** TLS 1.3 in the guise of a resumption of TLS 1.2 (RFC 8446 appendix D.4). */
    readonly OP_ENABLE_MIDDLEBOX_COMPAT: 1048576;
    /** A server's order of suites counts, not the client's. */
    readonly OP_CIPHER_SERVER_PREFERENCE: 4194304;
    /** Does nothing: there is no SSL 3.0 to prevent. @deprecated set `minimum_version` */
    readonly OP_NO_SSLv3: 33554432;
    /** Does nothing: there is no TLS 1.0 to prevent. @deprecated set `minimum_version` */
    readonly OP_NO_TLSv1: 67108864;
    /** No TLS 1.2. @deprecated set `minimum_version` */
    readonly OP_NO_TLSv1_2: 134217728;
    /** Does nothing: there is no TLS 1.1 to prevent. @deprecated set `minimum_version` */
    readonly OP_NO_TLSv1_1: 268435456;
    /** No TLS 1.3. @deprecated set `maximum_version` */
    readonly OP_NO_TLSv1_3: 536870912;
    /** No renegotiation, which there is not anyway: it is refused. */
    readonly OP_NO_RENEGOTIATION: 1073741824;
    /** What OpenSSL has on for the sake of other implementations' mistakes. */
    readonly OP_ALL: 2147483728;
}> & {
    readonly [value: number]: string;
};
export type Options = Member<typeof Options>;
/** Whether the peer has to show a certificate that we trust. */
export declare const VerifyMode: Readonly<{
    /** Servers ask for no certificate; clients take any, which tells them nothing of who is at the other end. */
    readonly CERT_NONE: 0;
    /** Servers ask for a certificate, and verify one that they are given. The same as `CERT_REQUIRED` for clients. */
    readonly CERT_OPTIONAL: 1;
    /** The other end has to show a certificate that is trusted. */
    readonly CERT_REQUIRED: 2;
}> & {
    readonly [value: number]: string;
};
export type VerifyMode = Member<typeof VerifyMode>;
/** What `SSLContext.verify_flags` is made of. */
export declare const VerifyFlags: Readonly<{
    /** Nothing beyond the usual. */
    readonly VERIFY_DEFAULT: 0;
    /** The certificate itself has to be absent from the revocation list of its issuer, which has to be loaded. */
    readonly VERIFY_CRL_CHECK_LEAF: 4;
    /** The same of every certificate of the chain. */
    readonly VERIFY_CRL_CHECK_CHAIN: 12;
    /** No allowances for certificates that RFC 5280 would not have. */
    readonly VERIFY_X509_STRICT: 32;
    /** Proxy certificates (RFC 3820) are let in. */
    readonly VERIFY_ALLOW_PROXY_CERTS: 64;
    /** Chains are built from what is trusted before what the peer has sent. */
    readonly VERIFY_X509_TRUSTED_FIRST: 32768;
    /** A chain may end at any certificate that is loaded, be it an intermediate one or the leaf. */
    readonly VERIFY_X509_PARTIAL_CHAIN: 524288;
}> & {
    readonly [value: number]: string;
};
export type VerifyFlags = Member<typeof VerifyFlags>;
/** The `errno` of errors that come out of a connection. */
export declare const SSLErrorNumber: Readonly<{
    /** A failure of the protocol; `reason` says which. */
    readonly SSL_ERROR_SSL: 1;
    /** More has to come from the peer. */
    readonly SSL_ERROR_WANT_READ: 2;
    /** Something has to be sent first; never with memory buffers. */
    readonly SSL_ERROR_WANT_WRITE: 3;
    /** Never. */
    readonly SSL_ERROR_WANT_X509_LOOKUP: 4;
    /** The transport failed; never with memory buffers. */
    readonly SSL_ERROR_SYSCALL: 5;
    /** The connection was closed in order. */
    readonly SSL_ERROR_ZERO_RETURN: 6;
    /** Never. */
    readonly SSL_ERROR_WANT_CONNECT: 7;
    /** The transport ended without a word. */
    readonly SSL_ERROR_EOF: 8;
    /** Never. */
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
