/** Not OpenSSL, but the one whose behaviour this is: in the form that programs take apart. */
export declare const OPENSSL_VERSION = "OpenSSL 3.0.19 (pyssl 0.1.0)";
export declare const OPENSSL_VERSION_INFO: readonly [number, number, number, number, number];
export declare const OPENSSL_VERSION_NUMBER = 805306672;
export declare const _OPENSSL_API_VERSION: readonly [number, number, number, number, number];
export declare const PEM_HEADER = "-----BEGIN CERTIFICATE-----";
export declare const PEM_FOOTER = "-----END CERTIFICATE-----";
export declare const CHANNEL_BINDING_TYPES: readonly string[];
export declare const HAS_SNI = true;
export declare const HAS_ECDH = true;
export declare const HAS_NPN = false;
export declare const HAS_ALPN = true;
export declare const HAS_SSLv2 = false;
export declare const HAS_SSLv3 = false;
export declare const HAS_TLSv1 = false;
export declare const HAS_TLSv1_1 = false;
export declare const HAS_TLSv1_2 = false;
export declare const HAS_TLSv1_3 = true;
export declare const HAS_PSK = false;
export declare const HAS_NEVER_CHECK_COMMON_NAME = true;
export declare const _DEFAULT_CIPHERS = "@SECLEVEL=2:ECDH+AESGCM:ECDH+CHACHA20:ECDH+AES:DHE+AES:!aNULL:!eNULL:!aDSS:!SHA1:!AESCCM";
export declare const _RESTRICTED_SERVER_CIPHERS = "@SECLEVEL=2:ECDH+AESGCM:ECDH+CHACHA20:ECDH+AES:DHE+AES:!aNULL:!eNULL:!aDSS:!SHA1:!AESCCM";
/** The name of a `PROTOCOL_` constant. */
export declare function get_protocol_name(protocol_code: number): string;
export declare function get_protocol_name(keywords: {
    readonly protocol_code: number;
}): string;
