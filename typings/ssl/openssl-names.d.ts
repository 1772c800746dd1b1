/** Not OpenSSL, but the one whose behaviour this is: in the form that programs take apart. */
export declare const OPENSSL_VERSION = "OpenSSL 3.0.19 (pyssl 0.1.0)";
/** Major, minor, (0), patch, status: of the OpenSSL whose behaviour this is. */
export declare const OPENSSL_VERSION_INFO: readonly [number, number, number, number, number];
/** The same in one number. */
export declare const OPENSSL_VERSION_NUMBER = 805306672;
/** That which it would have been compiled with. */
export declare const _OPENSSL_API_VERSION: readonly [number, number, number, number, number];
/** The lines around a certificate in PEM (RFC 7468). */
export declare const PEM_HEADER = "-----BEGIN CERTIFICATE-----";
/** As `PEM_HEADER`, behind it. */
export declare const PEM_FOOTER = "-----END CERTIFICATE-----";
/** What `get_channel_binding()` takes, as Python lists it. */
export declare const CHANNEL_BINDING_TYPES: readonly string[];
/** Server names in the hello (RFC 6066). */
export declare const HAS_SNI = true;
/** Key exchange on elliptic curves. */
export declare const HAS_ECDH = true;
/** Next Protocol Negotiation, which ALPN took the place of. */
export declare const HAS_NPN = false;
/** Application protocols (RFC 7301). */
export declare const HAS_ALPN = true;
/** RFC 6176 prohibits it. */
export declare const HAS_SSLv2 = false;
/** RFC 7568 prohibits it. */
export declare const HAS_SSLv3 = false;
/** RFC 8996 takes it out of use. */
export declare const HAS_TLSv1 = false;
/** RFC 8996 takes it out of use. */
export declare const HAS_TLSv1_1 = false;
/** RFC 5246. */
export declare const HAS_TLSv1_2 = true;
/** RFC 8446. */
export declare const HAS_TLSv1_3 = true;
/** Pre-shared keys. */
export declare const HAS_PSK = true;
/** Pre-shared keys in TLS 1.3 (Python 3.15). */
export declare const HAS_PSK_TLS13 = true;
/** Certificates that are asked for after the handshake (RFC 8446 section 4.6.2; Python 3.14). */
export declare const HAS_PHA = true;
/** `SSLContext.hostname_checks_common_name` can be set. */
export declare const HAS_NEVER_CHECK_COMMON_NAME = true;
/** What contexts begin with, in OpenSSL's cipher list format. */
export declare const _DEFAULT_CIPHERS = "@SECLEVEL=2:ECDH+AESGCM:ECDH+CHACHA20:ECDH+AES:DHE+AES:!aNULL:!eNULL:!aDSS:!SHA1:!AESCCM";
/** The same for servers. */
export declare const _RESTRICTED_SERVER_CIPHERS = "@SECLEVEL=2:ECDH+AESGCM:ECDH+CHACHA20:ECDH+AES:DHE+AES:!aNULL:!eNULL:!aDSS:!SHA1:!AESCCM";
/** The name of a `PROTOCOL_` constant. */
export declare function get_protocol_name(protocol_code: number): string;
export declare function get_protocol_name(keywords: {
    readonly protocol_code: number;
}): string;
