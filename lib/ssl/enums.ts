/**
 * Python's enumerations: frozen objects of numbers, each with a type of the same name, looked up either way:
 * `TLSVersion.TLSv1_3` is 772, `TLSVersion[772]` is `'TLSv1_3'`. Names that share a number go back to the first.
 */
type Members = Readonly<Record<string, number>>;
type Member<Enumeration> = Extract<Enumeration[keyof Enumeration & string], number>;

function members<const M extends Members>(byName: M): Readonly<M> & { readonly [value: number]: string } {
  const both: Record<string | number, string | number> = { ...byName };
  for (const [name, value] of Object.entries(byName)) {
    // Out of sight, so that whoever walks an enumeration meets its members only.
    if (!(value in both)) Object.defineProperty(both, value, { value: name });
  }
  return Object.freeze(both) as Readonly<M> & { readonly [value: number]: string };
}

/** What a context is for. */
export const _SSLMethod = members({
  /** The highest version that both ends know, on either side. @deprecated say which side: `PROTOCOL_TLS_CLIENT`, `PROTOCOL_TLS_SERVER` */
  PROTOCOL_TLS: 2,
  /** TLS 1.0, which is not there: a connection has no protocol to offer. @deprecated */
  PROTOCOL_TLSv1: 3,
  /** TLS 1.1, which is not there: a connection has no protocol to offer. @deprecated */
  PROTOCOL_TLSv1_1: 4,
  /** TLS 1.2 and nothing else, on either side. @deprecated set `minimum_version` and `maximum_version` */
  PROTOCOL_TLSv1_2: 5,
  /** Clients: certificates and host names are checked unless told otherwise. */
  PROTOCOL_TLS_CLIENT: 16,
  /** Servers. */
  PROTOCOL_TLS_SERVER: 17,
});
export type _SSLMethod = Member<typeof _SSLMethod>;

/** What `minimum_version` and `maximum_version` take. */
export const TLSVersion = members({
  /** The lowest there is. */
  MINIMUM_SUPPORTED: -2,
  /** The highest there is. */
  MAXIMUM_SUPPORTED: -1,
  /** @deprecated RFC 7568 prohibits it, and it is not there */
  SSLv3: 0x300,
  /** @deprecated RFC 8996 takes it out of use, and it is not there */
  TLSv1: 0x301,
  /** @deprecated RFC 8996 takes it out of use, and it is not there */
  TLSv1_1: 0x302,
  /** RFC 5246. */
  TLSv1_2: 0x303,
  /** RFC 8446. */
  TLSv1_3: 0x304,
});
export type TLSVersion = Member<typeof TLSVersion>;

/** What `SSLContext.options` is made of. */
export const Options = members({
  /** Does nothing: there is no SSL 2.0 to prevent. */
  OP_NO_SSLv2: 0,
  /** Does nothing: a new key is made for each connection anyway. */
  OP_SINGLE_DH_USE: 0,
  /** Does nothing: a new key is made for each connection anyway. */
  OP_SINGLE_ECDH_USE: 0,
  /** Clients go on with servers of TLS 1.2 that know nothing of secure renegotiation (RFC 5746). */
  OP_LEGACY_SERVER_CONNECT: 4,
  /** Does nothing: there is no kernel below. */
  OP_ENABLE_KTLS: 8,
  /** A transport that ends without close_notify is taken for an orderly end. */
  OP_IGNORE_UNEXPECTED_EOF: 0x80,
  /** No session tickets in TLS 1.2 (RFC 5077). */
  OP_NO_TICKET: 0x4000,
  /** No compression, which there is not anyway (CRIME). */
  OP_NO_COMPRESSION: 0x20000,
  /** TLS 1.3 in the guise of a resumption of TLS 1.2 (RFC 8446 appendix D.4). */
  OP_ENABLE_MIDDLEBOX_COMPAT: 0x100000,
  /** A server's order of suites counts, not the client's. */
  OP_CIPHER_SERVER_PREFERENCE: 0x400000,
  /** Does nothing: there is no SSL 3.0 to prevent. @deprecated set `minimum_version` */
  OP_NO_SSLv3: 0x2000000,
  /** Does nothing: there is no TLS 1.0 to prevent. @deprecated set `minimum_version` */
  OP_NO_TLSv1: 0x4000000,
  /** No TLS 1.2. @deprecated set `minimum_version` */
  OP_NO_TLSv1_2: 0x8000000,
  /** Does nothing: there is no TLS 1.1 to prevent. @deprecated set `minimum_version` */
  OP_NO_TLSv1_1: 0x10000000,
  /** No TLS 1.3. @deprecated set `maximum_version` */
  OP_NO_TLSv1_3: 0x20000000,
  /** No renegotiation, which there is not anyway: it is refused. */
  OP_NO_RENEGOTIATION: 0x40000000,
  /** What OpenSSL has on for the sake of other implementations' mistakes. */
  OP_ALL: 0x80000050,
});
export type Options = Member<typeof Options>;

/** Whether the peer has to show a certificate that we trust. */
export const VerifyMode = members({
  /** Servers ask for no certificate; clients take any, which tells them nothing of who is at the other end. */
  CERT_NONE: 0,
  /** Servers ask for a certificate, and verify one that they are given. The same as `CERT_REQUIRED` for clients. */
  CERT_OPTIONAL: 1,
  /** The other end has to show a certificate that is trusted. */
  CERT_REQUIRED: 2,
});
export type VerifyMode = Member<typeof VerifyMode>;

/** What `SSLContext.verify_flags` is made of. */
export const VerifyFlags = members({
  /** Nothing beyond the usual. */
  VERIFY_DEFAULT: 0,
  /** The certificate itself has to be absent from the revocation list of its issuer, which has to be loaded. */
  VERIFY_CRL_CHECK_LEAF: 4,
  /** The same of every certificate of the chain. */
  VERIFY_CRL_CHECK_CHAIN: 0xc,
  /** No allowances for certificates that RFC 5280 would not have. */
  VERIFY_X509_STRICT: 0x20,
  /** Proxy certificates (RFC 3820) are let in. */
  VERIFY_ALLOW_PROXY_CERTS: 0x40,
  /** Chains are built from what is trusted before what the peer has sent. */
  VERIFY_X509_TRUSTED_FIRST: 0x8000,
  /** A chain may end at any certificate that is loaded, be it an intermediate one or the leaf. */
  VERIFY_X509_PARTIAL_CHAIN: 0x80000,
});
export type VerifyFlags = Member<typeof VerifyFlags>;

/** The `errno` of errors that come out of a connection. */
export const SSLErrorNumber = members({
  /** A failure of the protocol; `reason` says which. */
  SSL_ERROR_SSL: 1,
  /** More has to come from the peer. */
  SSL_ERROR_WANT_READ: 2,
  /** Something has to be sent first; never with memory buffers. */
  SSL_ERROR_WANT_WRITE: 3,
  /** Never. */
  SSL_ERROR_WANT_X509_LOOKUP: 4,
  /** The transport failed; never with memory buffers. */
  SSL_ERROR_SYSCALL: 5,
  /** The connection was closed in order. */
  SSL_ERROR_ZERO_RETURN: 6,
  /** Never. */
  SSL_ERROR_WANT_CONNECT: 7,
  /** The transport ended without a word. */
  SSL_ERROR_EOF: 8,
  /** Never. */
  SSL_ERROR_INVALID_ERROR_CODE: 10,
});
export type SSLErrorNumber = Member<typeof SSLErrorNumber>;

/** Alerts as programs of Python name them (RFC 8446 section 6). */
export const AlertDescription = members({
  ALERT_DESCRIPTION_CLOSE_NOTIFY: 0,
  ALERT_DESCRIPTION_UNEXPECTED_MESSAGE: 10,
  ALERT_DESCRIPTION_BAD_RECORD_MAC: 20,
  ALERT_DESCRIPTION_RECORD_OVERFLOW: 22,
  ALERT_DESCRIPTION_DECOMPRESSION_FAILURE: 30,
  ALERT_DESCRIPTION_HANDSHAKE_FAILURE: 40,
  ALERT_DESCRIPTION_BAD_CERTIFICATE: 42,
  ALERT_DESCRIPTION_UNSUPPORTED_CERTIFICATE: 43,
  ALERT_DESCRIPTION_CERTIFICATE_REVOKED: 44,
  ALERT_DESCRIPTION_CERTIFICATE_EXPIRED: 45,
  ALERT_DESCRIPTION_CERTIFICATE_UNKNOWN: 46,
  ALERT_DESCRIPTION_ILLEGAL_PARAMETER: 47,
  ALERT_DESCRIPTION_UNKNOWN_CA: 48,
  ALERT_DESCRIPTION_ACCESS_DENIED: 49,
  ALERT_DESCRIPTION_DECODE_ERROR: 50,
  ALERT_DESCRIPTION_DECRYPT_ERROR: 51,
  ALERT_DESCRIPTION_PROTOCOL_VERSION: 70,
  ALERT_DESCRIPTION_INSUFFICIENT_SECURITY: 71,
  ALERT_DESCRIPTION_INTERNAL_ERROR: 80,
  ALERT_DESCRIPTION_USER_CANCELLED: 90,
  ALERT_DESCRIPTION_NO_RENEGOTIATION: 100,
  ALERT_DESCRIPTION_UNSUPPORTED_EXTENSION: 110,
  ALERT_DESCRIPTION_CERTIFICATE_UNOBTAINABLE: 111,
  ALERT_DESCRIPTION_UNRECOGNIZED_NAME: 112,
  ALERT_DESCRIPTION_BAD_CERTIFICATE_STATUS_RESPONSE: 113,
  ALERT_DESCRIPTION_BAD_CERTIFICATE_HASH_VALUE: 114,
  ALERT_DESCRIPTION_UNKNOWN_PSK_IDENTITY: 115,
});
export type AlertDescription = Member<typeof AlertDescription>;

/** Content types (RFC 8446 appendix B.1), and two of OpenSSL's own for `_msg_callback`. */
export const _TLSContentType = members({
  CHANGE_CIPHER_SPEC: 20,
  ALERT: 21,
  HANDSHAKE: 22,
  APPLICATION_DATA: 23,
  HEADER: 256,
  INNER_CONTENT_TYPE: 257,
});
export type _TLSContentType = Member<typeof _TLSContentType>;

/** Alert types (RFC 8446 appendix B.2) for `_msg_callback`. */
export const _TLSAlertType = members({
  CLOSE_NOTIFY: 0,
  UNEXPECTED_MESSAGE: 10,
  BAD_RECORD_MAC: 20,
  DECRYPTION_FAILED: 21,
  RECORD_OVERFLOW: 22,
  DECOMPRESSION_FAILURE: 30,
  HANDSHAKE_FAILURE: 40,
  NO_CERTIFICATE: 41,
  BAD_CERTIFICATE: 42,
  UNSUPPORTED_CERTIFICATE: 43,
  CERTIFICATE_REVOKED: 44,
  CERTIFICATE_EXPIRED: 45,
  CERTIFICATE_UNKNOWN: 46,
  ILLEGAL_PARAMETER: 47,
  UNKNOWN_CA: 48,
  ACCESS_DENIED: 49,
  DECODE_ERROR: 50,
  DECRYPT_ERROR: 51,
  EXPORT_RESTRICTION: 60,
  PROTOCOL_VERSION: 70,
  INSUFFICIENT_SECURITY: 71,
  INTERNAL_ERROR: 80,
  INAPPROPRIATE_FALLBACK: 86,
  USER_CANCELED: 90,
  NO_RENEGOTIATION: 100,
  MISSING_EXTENSION: 109,
  UNSUPPORTED_EXTENSION: 110,
  CERTIFICATE_UNOBTAINABLE: 111,
  UNRECOGNIZED_NAME: 112,
  BAD_CERTIFICATE_STATUS_RESPONSE: 113,
  BAD_CERTIFICATE_HASH_VALUE: 114,
  UNKNOWN_PSK_IDENTITY: 115,
  CERTIFICATE_REQUIRED: 116,
  NO_APPLICATION_PROTOCOL: 120,
});
export type _TLSAlertType = Member<typeof _TLSAlertType>;

/** Handshake message types (RFC 8446 appendix B.3) for `_msg_callback`. */
export const _TLSMessageType = members({
  HELLO_REQUEST: 0,
  CLIENT_HELLO: 1,
  SERVER_HELLO: 2,
  HELLO_VERIFY_REQUEST: 3,
  NEWSESSION_TICKET: 4,
  END_OF_EARLY_DATA: 5,
  HELLO_RETRY_REQUEST: 6,
  ENCRYPTED_EXTENSIONS: 8,
  CERTIFICATE: 11,
  SERVER_KEY_EXCHANGE: 12,
  CERTIFICATE_REQUEST: 13,
  SERVER_DONE: 14,
  CERTIFICATE_VERIFY: 15,
  CLIENT_KEY_EXCHANGE: 16,
  FINISHED: 20,
  CERTIFICATE_URL: 21,
  CERTIFICATE_STATUS: 22,
  SUPPLEMENTAL_DATA: 23,
  KEY_UPDATE: 24,
  NEXT_PROTO: 67,
  MESSAGE_HASH: 254,
  CHANGE_CIPHER_SPEC: 257,
});
export type _TLSMessageType = Member<typeof _TLSMessageType>;
