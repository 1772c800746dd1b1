import { type Codec, type Infer, Writer } from './codec.ts';
/** A message's type and its body's length. */
export declare const HEADER_LENGTH = 4;
/** Section 4.1.3: a ServerHello with this random is a HelloRetryRequest (SHA-256 of "HelloRetryRequest"). */
export declare const RETRY_RANDOM: Uint8Array;
export declare const clientHello: Codec<{
    readonly legacyVersion: number;
    readonly random: Uint8Array<ArrayBufferLike>;
    readonly legacySessionId: Uint8Array<ArrayBufferLike>;
    readonly cipherSuites: readonly ("TLS_AES_128_GCM_SHA256" | "TLS_AES_256_GCM_SHA384" | "TLS_CHACHA20_POLY1305_SHA256" | "TLS_DHE_PSK_WITH_AES_128_CBC_SHA" | "TLS_DHE_PSK_WITH_AES_128_CBC_SHA256" | "TLS_DHE_PSK_WITH_AES_128_CCM" | "TLS_DHE_PSK_WITH_AES_128_GCM_SHA256" | "TLS_DHE_PSK_WITH_AES_256_CBC_SHA" | "TLS_DHE_PSK_WITH_AES_256_CBC_SHA384" | "TLS_DHE_PSK_WITH_AES_256_CCM" | "TLS_DHE_PSK_WITH_AES_256_GCM_SHA384" | "TLS_DHE_PSK_WITH_CHACHA20_POLY1305_SHA256" | "TLS_DHE_RSA_WITH_AES_128_CBC_SHA" | "TLS_DHE_RSA_WITH_AES_128_CBC_SHA256" | "TLS_DHE_RSA_WITH_AES_128_CCM" | "TLS_DHE_RSA_WITH_AES_128_CCM_8" | "TLS_DHE_RSA_WITH_AES_128_GCM_SHA256" | "TLS_DHE_RSA_WITH_AES_256_CBC_SHA" | "TLS_DHE_RSA_WITH_AES_256_CBC_SHA256" | "TLS_DHE_RSA_WITH_AES_256_CCM" | "TLS_DHE_RSA_WITH_AES_256_CCM_8" | "TLS_DHE_RSA_WITH_AES_256_GCM_SHA384" | "TLS_DHE_RSA_WITH_CHACHA20_POLY1305_SHA256" | "TLS_ECDHE_ECDSA_WITH_AES_128_CBC_SHA" | "TLS_ECDHE_ECDSA_WITH_AES_128_CBC_SHA256" | "TLS_ECDHE_ECDSA_WITH_AES_128_CCM" | "TLS_ECDHE_ECDSA_WITH_AES_128_CCM_8" | "TLS_ECDHE_ECDSA_WITH_AES_128_GCM_SHA256" | "TLS_ECDHE_ECDSA_WITH_AES_256_CBC_SHA" | "TLS_ECDHE_ECDSA_WITH_AES_256_CBC_SHA384" | "TLS_ECDHE_ECDSA_WITH_AES_256_CCM" | "TLS_ECDHE_ECDSA_WITH_AES_256_CCM_8" | "TLS_ECDHE_ECDSA_WITH_AES_256_GCM_SHA384" | "TLS_ECDHE_ECDSA_WITH_CHACHA20_POLY1305_SHA256" | "TLS_ECDHE_PSK_WITH_AES_128_CBC_SHA" | "TLS_ECDHE_PSK_WITH_AES_128_CBC_SHA256" | "TLS_ECDHE_PSK_WITH_AES_256_CBC_SHA" | "TLS_ECDHE_PSK_WITH_AES_256_CBC_SHA384" | "TLS_ECDHE_PSK_WITH_CHACHA20_POLY1305_SHA256" | "TLS_ECDHE_RSA_WITH_AES_128_CBC_SHA" | "TLS_ECDHE_RSA_WITH_AES_128_CBC_SHA256" | "TLS_ECDHE_RSA_WITH_AES_128_GCM_SHA256" | "TLS_ECDHE_RSA_WITH_AES_256_CBC_SHA" | "TLS_ECDHE_RSA_WITH_AES_256_CBC_SHA384" | "TLS_ECDHE_RSA_WITH_AES_256_GCM_SHA384" | "TLS_ECDHE_RSA_WITH_CHACHA20_POLY1305_SHA256" | "TLS_EMPTY_RENEGOTIATION_INFO_SCSV" | "TLS_FALLBACK_SCSV" | "TLS_PSK_DHE_WITH_AES_128_CCM_8" | "TLS_PSK_DHE_WITH_AES_256_CCM_8" | "TLS_PSK_WITH_AES_128_CBC_SHA" | "TLS_PSK_WITH_AES_128_CBC_SHA256" | "TLS_PSK_WITH_AES_128_CCM" | "TLS_PSK_WITH_AES_128_CCM_8" | "TLS_PSK_WITH_AES_128_GCM_SHA256" | "TLS_PSK_WITH_AES_256_CBC_SHA" | "TLS_PSK_WITH_AES_256_CBC_SHA384" | "TLS_PSK_WITH_AES_256_CCM" | "TLS_PSK_WITH_AES_256_CCM_8" | "TLS_PSK_WITH_AES_256_GCM_SHA384" | "TLS_PSK_WITH_CHACHA20_POLY1305_SHA256" | "TLS_RSA_PSK_WITH_AES_128_CBC_SHA" | "TLS_RSA_PSK_WITH_AES_128_CBC_SHA256" | "TLS_RSA_PSK_WITH_AES_128_GCM_SHA256" | "TLS_RSA_PSK_WITH_AES_256_CBC_SHA" | "TLS_RSA_PSK_WITH_AES_256_CBC_SHA384" | "TLS_RSA_PSK_WITH_AES_256_GCM_SHA384" | "TLS_RSA_PSK_WITH_CHACHA20_POLY1305_SHA256" | "TLS_RSA_WITH_AES_128_CBC_SHA" | "TLS_RSA_WITH_AES_128_CBC_SHA256" | "TLS_RSA_WITH_AES_128_CCM" | "TLS_RSA_WITH_AES_128_CCM_8" | "TLS_RSA_WITH_AES_128_GCM_SHA256" | "TLS_RSA_WITH_AES_256_CBC_SHA" | "TLS_RSA_WITH_AES_256_CBC_SHA256" | "TLS_RSA_WITH_AES_256_CCM" | "TLS_RSA_WITH_AES_256_CCM_8" | "TLS_RSA_WITH_AES_256_GCM_SHA384" | `0x${string}`)[];
    readonly legacyCompressionMethods: Uint8Array<ArrayBufferLike>;
    readonly extensions: import("./extensions.ts").Extensions<{
        renegotiation_info: Codec<Uint8Array<ArrayBufferLike>>;
        server_name: Codec<readonly {
            readonly nameType: number;
            readonly hostName: Uint8Array<ArrayBufferLike>;
        }[]>;
        ec_point_formats: Codec<Uint8Array<ArrayBufferLike>>;
        supported_groups: Codec<readonly ("X25519MLKEM768" | "ffdhe2048" | "ffdhe3072" | "ffdhe4096" | "ffdhe6144" | "ffdhe8192" | "secp256r1" | "secp384r1" | "secp521r1" | "x25519" | "x448" | `0x${string}`)[]>;
        session_ticket: Codec<Uint8Array<ArrayBufferLike>>;
        status_request: Codec<{
            readonly statusType: number;
        } & Partial<{
            readonly responderIds: Uint8Array<ArrayBufferLike>;
            readonly requestExtensions: Uint8Array<ArrayBufferLike>;
        }>>;
        application_layer_protocol_negotiation: Codec<readonly Uint8Array<ArrayBufferLike>[]>;
        encrypt_then_mac: Codec<true>;
        extended_master_secret: Codec<true>;
        signature_algorithms_cert: Codec<readonly ("dsa_sha1" | "dsa_sha224" | "dsa_sha256" | "dsa_sha384" | "dsa_sha512" | "ecdsa_secp256r1_sha256" | "ecdsa_secp384r1_sha384" | "ecdsa_secp521r1_sha512" | "ecdsa_sha1" | "ecdsa_sha224" | "ed25519" | "ed448" | "mldsa44" | "mldsa65" | "mldsa87" | "rsa_pkcs1_sha1" | "rsa_pkcs1_sha224" | "rsa_pkcs1_sha256" | "rsa_pkcs1_sha384" | "rsa_pkcs1_sha512" | "rsa_pss_pss_sha256" | "rsa_pss_pss_sha384" | "rsa_pss_pss_sha512" | "rsa_pss_rsae_sha256" | "rsa_pss_rsae_sha384" | "rsa_pss_rsae_sha512" | `0x${string}`)[]>;
        post_handshake_auth: Codec<true>;
        signature_algorithms: Codec<readonly ("dsa_sha1" | "dsa_sha224" | "dsa_sha256" | "dsa_sha384" | "dsa_sha512" | "ecdsa_secp256r1_sha256" | "ecdsa_secp384r1_sha384" | "ecdsa_secp521r1_sha512" | "ecdsa_sha1" | "ecdsa_sha224" | "ed25519" | "ed448" | "mldsa44" | "mldsa65" | "mldsa87" | "rsa_pkcs1_sha1" | "rsa_pkcs1_sha224" | "rsa_pkcs1_sha256" | "rsa_pkcs1_sha384" | "rsa_pkcs1_sha512" | "rsa_pss_pss_sha256" | "rsa_pss_pss_sha384" | "rsa_pss_pss_sha512" | "rsa_pss_rsae_sha256" | "rsa_pss_rsae_sha384" | "rsa_pss_rsae_sha512" | `0x${string}`)[]>;
        supported_versions: Codec<readonly ("SSLv3" | "TLSv1" | "TLSv1.1" | "TLSv1.2" | "TLSv1.3" | `0x${string}`)[]>;
        psk_key_exchange_modes: Codec<readonly ("psk_dhe_ke" | "psk_ke" | `0x${string}`)[]>;
        key_share: Codec<readonly {
            readonly group: "X25519MLKEM768" | "ffdhe2048" | "ffdhe3072" | "ffdhe4096" | "ffdhe6144" | "ffdhe8192" | "secp256r1" | "secp384r1" | "secp521r1" | "x25519" | "x448" | `0x${string}`;
            readonly keyExchange: Uint8Array<ArrayBufferLike>;
        }[]>;
        cookie: Codec<Uint8Array<ArrayBufferLike>>;
        early_data: Codec<true>;
        certificate_authorities: Codec<readonly Uint8Array<ArrayBufferLike>[]>;
        padding: Codec<Uint8Array<ArrayBufferLike>>;
        pre_shared_key: Codec<{
            readonly identities: readonly {
                readonly identity: Uint8Array<ArrayBufferLike>;
                readonly obfuscatedTicketAge: number;
            }[];
            readonly binders: readonly Uint8Array<ArrayBufferLike>[];
        }>;
    }>;
}>;
export type ClientHello = Infer<typeof clientHello>;
declare const serverHello13: Codec<{
    readonly legacyVersion: number;
    readonly random: Uint8Array<ArrayBufferLike>;
    readonly legacySessionIdEcho: Uint8Array<ArrayBufferLike>;
    readonly cipherSuite: "TLS_AES_128_GCM_SHA256" | "TLS_AES_256_GCM_SHA384" | "TLS_CHACHA20_POLY1305_SHA256" | "TLS_DHE_PSK_WITH_AES_128_CBC_SHA" | "TLS_DHE_PSK_WITH_AES_128_CBC_SHA256" | "TLS_DHE_PSK_WITH_AES_128_CCM" | "TLS_DHE_PSK_WITH_AES_128_GCM_SHA256" | "TLS_DHE_PSK_WITH_AES_256_CBC_SHA" | "TLS_DHE_PSK_WITH_AES_256_CBC_SHA384" | "TLS_DHE_PSK_WITH_AES_256_CCM" | "TLS_DHE_PSK_WITH_AES_256_GCM_SHA384" | "TLS_DHE_PSK_WITH_CHACHA20_POLY1305_SHA256" | "TLS_DHE_RSA_WITH_AES_128_CBC_SHA" | "TLS_DHE_RSA_WITH_AES_128_CBC_SHA256" | "TLS_DHE_RSA_WITH_AES_128_CCM" | "TLS_DHE_RSA_WITH_AES_128_CCM_8" | "TLS_DHE_RSA_WITH_AES_128_GCM_SHA256" | "TLS_DHE_RSA_WITH_AES_256_CBC_SHA" | "TLS_DHE_RSA_WITH_AES_256_CBC_SHA256" | "TLS_DHE_RSA_WITH_AES_256_CCM" | "TLS_DHE_RSA_WITH_AES_256_CCM_8" | "TLS_DHE_RSA_WITH_AES_256_GCM_SHA384" | "TLS_DHE_RSA_WITH_CHACHA20_POLY1305_SHA256" | "TLS_ECDHE_ECDSA_WITH_AES_128_CBC_SHA" | "TLS_ECDHE_ECDSA_WITH_AES_128_CBC_SHA256" | "TLS_ECDHE_ECDSA_WITH_AES_128_CCM" | "TLS_ECDHE_ECDSA_WITH_AES_128_CCM_8" | "TLS_ECDHE_ECDSA_WITH_AES_128_GCM_SHA256" | "TLS_ECDHE_ECDSA_WITH_AES_256_CBC_SHA" | "TLS_ECDHE_ECDSA_WITH_AES_256_CBC_SHA384" | "TLS_ECDHE_ECDSA_WITH_AES_256_CCM" | "TLS_ECDHE_ECDSA_WITH_AES_256_CCM_8" | "TLS_ECDHE_ECDSA_WITH_AES_256_GCM_SHA384" | "TLS_ECDHE_ECDSA_WITH_CHACHA20_POLY1305_SHA256" | "TLS_ECDHE_PSK_WITH_AES_128_CBC_SHA" | "TLS_ECDHE_PSK_WITH_AES_128_CBC_SHA256" | "TLS_ECDHE_PSK_WITH_AES_256_CBC_SHA" | "TLS_ECDHE_PSK_WITH_AES_256_CBC_SHA384" | "TLS_ECDHE_PSK_WITH_CHACHA20_POLY1305_SHA256" | "TLS_ECDHE_RSA_WITH_AES_128_CBC_SHA" | "TLS_ECDHE_RSA_WITH_AES_128_CBC_SHA256" | "TLS_ECDHE_RSA_WITH_AES_128_GCM_SHA256" | "TLS_ECDHE_RSA_WITH_AES_256_CBC_SHA" | "TLS_ECDHE_RSA_WITH_AES_256_CBC_SHA384" | "TLS_ECDHE_RSA_WITH_AES_256_GCM_SHA384" | "TLS_ECDHE_RSA_WITH_CHACHA20_POLY1305_SHA256" | "TLS_EMPTY_RENEGOTIATION_INFO_SCSV" | "TLS_FALLBACK_SCSV" | "TLS_PSK_DHE_WITH_AES_128_CCM_8" | "TLS_PSK_DHE_WITH_AES_256_CCM_8" | "TLS_PSK_WITH_AES_128_CBC_SHA" | "TLS_PSK_WITH_AES_128_CBC_SHA256" | "TLS_PSK_WITH_AES_128_CCM" | "TLS_PSK_WITH_AES_128_CCM_8" | "TLS_PSK_WITH_AES_128_GCM_SHA256" | "TLS_PSK_WITH_AES_256_CBC_SHA" | "TLS_PSK_WITH_AES_256_CBC_SHA384" | "TLS_PSK_WITH_AES_256_CCM" | "TLS_PSK_WITH_AES_256_CCM_8" | "TLS_PSK_WITH_AES_256_GCM_SHA384" | "TLS_PSK_WITH_CHACHA20_POLY1305_SHA256" | "TLS_RSA_PSK_WITH_AES_128_CBC_SHA" | "TLS_RSA_PSK_WITH_AES_128_CBC_SHA256" | "TLS_RSA_PSK_WITH_AES_128_GCM_SHA256" | "TLS_RSA_PSK_WITH_AES_256_CBC_SHA" | "TLS_RSA_PSK_WITH_AES_256_CBC_SHA384" | "TLS_RSA_PSK_WITH_AES_256_GCM_SHA384" | "TLS_RSA_PSK_WITH_CHACHA20_POLY1305_SHA256" | "TLS_RSA_WITH_AES_128_CBC_SHA" | "TLS_RSA_WITH_AES_128_CBC_SHA256" | "TLS_RSA_WITH_AES_128_CCM" | "TLS_RSA_WITH_AES_128_CCM_8" | "TLS_RSA_WITH_AES_128_GCM_SHA256" | "TLS_RSA_WITH_AES_256_CBC_SHA" | "TLS_RSA_WITH_AES_256_CBC_SHA256" | "TLS_RSA_WITH_AES_256_CCM" | "TLS_RSA_WITH_AES_256_CCM_8" | "TLS_RSA_WITH_AES_256_GCM_SHA384" | `0x${string}`;
    readonly legacyCompressionMethod: number;
    readonly extensions: import("./extensions.ts").Extensions<{
        supported_versions: Codec<"SSLv3" | "TLSv1" | "TLSv1.1" | "TLSv1.2" | "TLSv1.3" | `0x${string}`>;
        key_share: Codec<{
            readonly group: "X25519MLKEM768" | "ffdhe2048" | "ffdhe3072" | "ffdhe4096" | "ffdhe6144" | "ffdhe8192" | "secp256r1" | "secp384r1" | "secp521r1" | "x25519" | "x448" | `0x${string}`;
            readonly keyExchange: Uint8Array<ArrayBufferLike>;
        }>;
        pre_shared_key: Codec<number>;
    }>;
}>;
declare const serverHello12: Codec<{
    readonly legacyVersion: number;
    readonly random: Uint8Array<ArrayBufferLike>;
    readonly legacySessionIdEcho: Uint8Array<ArrayBufferLike>;
    readonly cipherSuite: "TLS_AES_128_GCM_SHA256" | "TLS_AES_256_GCM_SHA384" | "TLS_CHACHA20_POLY1305_SHA256" | "TLS_DHE_PSK_WITH_AES_128_CBC_SHA" | "TLS_DHE_PSK_WITH_AES_128_CBC_SHA256" | "TLS_DHE_PSK_WITH_AES_128_CCM" | "TLS_DHE_PSK_WITH_AES_128_GCM_SHA256" | "TLS_DHE_PSK_WITH_AES_256_CBC_SHA" | "TLS_DHE_PSK_WITH_AES_256_CBC_SHA384" | "TLS_DHE_PSK_WITH_AES_256_CCM" | "TLS_DHE_PSK_WITH_AES_256_GCM_SHA384" | "TLS_DHE_PSK_WITH_CHACHA20_POLY1305_SHA256" | "TLS_DHE_RSA_WITH_AES_128_CBC_SHA" | "TLS_DHE_RSA_WITH_AES_128_CBC_SHA256" | "TLS_DHE_RSA_WITH_AES_128_CCM" | "TLS_DHE_RSA_WITH_AES_128_CCM_8" | "TLS_DHE_RSA_WITH_AES_128_GCM_SHA256" | "TLS_DHE_RSA_WITH_AES_256_CBC_SHA" | "TLS_DHE_RSA_WITH_AES_256_CBC_SHA256" | "TLS_DHE_RSA_WITH_AES_256_CCM" | "TLS_DHE_RSA_WITH_AES_256_CCM_8" | "TLS_DHE_RSA_WITH_AES_256_GCM_SHA384" | "TLS_DHE_RSA_WITH_CHACHA20_POLY1305_SHA256" | "TLS_ECDHE_ECDSA_WITH_AES_128_CBC_SHA" | "TLS_ECDHE_ECDSA_WITH_AES_128_CBC_SHA256" | "TLS_ECDHE_ECDSA_WITH_AES_128_CCM" | "TLS_ECDHE_ECDSA_WITH_AES_128_CCM_8" | "TLS_ECDHE_ECDSA_WITH_AES_128_GCM_SHA256" | "TLS_ECDHE_ECDSA_WITH_AES_256_CBC_SHA" | "TLS_ECDHE_ECDSA_WITH_AES_256_CBC_SHA384" | "TLS_ECDHE_ECDSA_WITH_AES_256_CCM" | "TLS_ECDHE_ECDSA_WITH_AES_256_CCM_8" | "TLS_ECDHE_ECDSA_WITH_AES_256_GCM_SHA384" | "TLS_ECDHE_ECDSA_WITH_CHACHA20_POLY1305_SHA256" | "TLS_ECDHE_PSK_WITH_AES_128_CBC_SHA" | "TLS_ECDHE_PSK_WITH_AES_128_CBC_SHA256" | "TLS_ECDHE_PSK_WITH_AES_256_CBC_SHA" | "TLS_ECDHE_PSK_WITH_AES_256_CBC_SHA384" | "TLS_ECDHE_PSK_WITH_CHACHA20_POLY1305_SHA256" | "TLS_ECDHE_RSA_WITH_AES_128_CBC_SHA" | "TLS_ECDHE_RSA_WITH_AES_128_CBC_SHA256" | "TLS_ECDHE_RSA_WITH_AES_128_GCM_SHA256" | "TLS_ECDHE_RSA_WITH_AES_256_CBC_SHA" | "TLS_ECDHE_RSA_WITH_AES_256_CBC_SHA384" | "TLS_ECDHE_RSA_WITH_AES_256_GCM_SHA384" | "TLS_ECDHE_RSA_WITH_CHACHA20_POLY1305_SHA256" | "TLS_EMPTY_RENEGOTIATION_INFO_SCSV" | "TLS_FALLBACK_SCSV" | "TLS_PSK_DHE_WITH_AES_128_CCM_8" | "TLS_PSK_DHE_WITH_AES_256_CCM_8" | "TLS_PSK_WITH_AES_128_CBC_SHA" | "TLS_PSK_WITH_AES_128_CBC_SHA256" | "TLS_PSK_WITH_AES_128_CCM" | "TLS_PSK_WITH_AES_128_CCM_8" | "TLS_PSK_WITH_AES_128_GCM_SHA256" | "TLS_PSK_WITH_AES_256_CBC_SHA" | "TLS_PSK_WITH_AES_256_CBC_SHA384" | "TLS_PSK_WITH_AES_256_CCM" | "TLS_PSK_WITH_AES_256_CCM_8" | "TLS_PSK_WITH_AES_256_GCM_SHA384" | "TLS_PSK_WITH_CHACHA20_POLY1305_SHA256" | "TLS_RSA_PSK_WITH_AES_128_CBC_SHA" | "TLS_RSA_PSK_WITH_AES_128_CBC_SHA256" | "TLS_RSA_PSK_WITH_AES_128_GCM_SHA256" | "TLS_RSA_PSK_WITH_AES_256_CBC_SHA" | "TLS_RSA_PSK_WITH_AES_256_CBC_SHA384" | "TLS_RSA_PSK_WITH_AES_256_GCM_SHA384" | "TLS_RSA_PSK_WITH_CHACHA20_POLY1305_SHA256" | "TLS_RSA_WITH_AES_128_CBC_SHA" | "TLS_RSA_WITH_AES_128_CBC_SHA256" | "TLS_RSA_WITH_AES_128_CCM" | "TLS_RSA_WITH_AES_128_CCM_8" | "TLS_RSA_WITH_AES_128_GCM_SHA256" | "TLS_RSA_WITH_AES_256_CBC_SHA" | "TLS_RSA_WITH_AES_256_CBC_SHA256" | "TLS_RSA_WITH_AES_256_CCM" | "TLS_RSA_WITH_AES_256_CCM_8" | "TLS_RSA_WITH_AES_256_GCM_SHA384" | `0x${string}`;
    readonly legacyCompressionMethod: number;
    readonly extensions: import("./extensions.ts").Extensions<{
        renegotiation_info: Codec<Uint8Array<ArrayBufferLike>>;
        server_name: Codec<true>;
        ec_point_formats: Codec<Uint8Array<ArrayBufferLike>>;
        session_ticket: Codec<true>;
        status_request: Codec<true>;
        application_layer_protocol_negotiation: Codec<readonly Uint8Array<ArrayBufferLike>[]>;
        encrypt_then_mac: Codec<true>;
        extended_master_secret: Codec<true>;
    }>;
}>;
declare const helloRetryRequest: Codec<{
    readonly legacyVersion: number;
    readonly random: Uint8Array<ArrayBufferLike>;
    readonly legacySessionIdEcho: Uint8Array<ArrayBufferLike>;
    readonly cipherSuite: "TLS_AES_128_GCM_SHA256" | "TLS_AES_256_GCM_SHA384" | "TLS_CHACHA20_POLY1305_SHA256" | "TLS_DHE_PSK_WITH_AES_128_CBC_SHA" | "TLS_DHE_PSK_WITH_AES_128_CBC_SHA256" | "TLS_DHE_PSK_WITH_AES_128_CCM" | "TLS_DHE_PSK_WITH_AES_128_GCM_SHA256" | "TLS_DHE_PSK_WITH_AES_256_CBC_SHA" | "TLS_DHE_PSK_WITH_AES_256_CBC_SHA384" | "TLS_DHE_PSK_WITH_AES_256_CCM" | "TLS_DHE_PSK_WITH_AES_256_GCM_SHA384" | "TLS_DHE_PSK_WITH_CHACHA20_POLY1305_SHA256" | "TLS_DHE_RSA_WITH_AES_128_CBC_SHA" | "TLS_DHE_RSA_WITH_AES_128_CBC_SHA256" | "TLS_DHE_RSA_WITH_AES_128_CCM" | "TLS_DHE_RSA_WITH_AES_128_CCM_8" | "TLS_DHE_RSA_WITH_AES_128_GCM_SHA256" | "TLS_DHE_RSA_WITH_AES_256_CBC_SHA" | "TLS_DHE_RSA_WITH_AES_256_CBC_SHA256" | "TLS_DHE_RSA_WITH_AES_256_CCM" | "TLS_DHE_RSA_WITH_AES_256_CCM_8" | "TLS_DHE_RSA_WITH_AES_256_GCM_SHA384" | "TLS_DHE_RSA_WITH_CHACHA20_POLY1305_SHA256" | "TLS_ECDHE_ECDSA_WITH_AES_128_CBC_SHA" | "TLS_ECDHE_ECDSA_WITH_AES_128_CBC_SHA256" | "TLS_ECDHE_ECDSA_WITH_AES_128_CCM" | "TLS_ECDHE_ECDSA_WITH_AES_128_CCM_8" | "TLS_ECDHE_ECDSA_WITH_AES_128_GCM_SHA256" | "TLS_ECDHE_ECDSA_WITH_AES_256_CBC_SHA" | "TLS_ECDHE_ECDSA_WITH_AES_256_CBC_SHA384" | "TLS_ECDHE_ECDSA_WITH_AES_256_CCM" | "TLS_ECDHE_ECDSA_WITH_AES_256_CCM_8" | "TLS_ECDHE_ECDSA_WITH_AES_256_GCM_SHA384" | "TLS_ECDHE_ECDSA_WITH_CHACHA20_POLY1305_SHA256" | "TLS_ECDHE_PSK_WITH_AES_128_CBC_SHA" | "TLS_ECDHE_PSK_WITH_AES_128_CBC_SHA256" | "TLS_ECDHE_PSK_WITH_AES_256_CBC_SHA" | "TLS_ECDHE_PSK_WITH_AES_256_CBC_SHA384" | "TLS_ECDHE_PSK_WITH_CHACHA20_POLY1305_SHA256" | "TLS_ECDHE_RSA_WITH_AES_128_CBC_SHA" | "TLS_ECDHE_RSA_WITH_AES_128_CBC_SHA256" | "TLS_ECDHE_RSA_WITH_AES_128_GCM_SHA256" | "TLS_ECDHE_RSA_WITH_AES_256_CBC_SHA" | "TLS_ECDHE_RSA_WITH_AES_256_CBC_SHA384" | "TLS_ECDHE_RSA_WITH_AES_256_GCM_SHA384" | "TLS_ECDHE_RSA_WITH_CHACHA20_POLY1305_SHA256" | "TLS_EMPTY_RENEGOTIATION_INFO_SCSV" | "TLS_FALLBACK_SCSV" | "TLS_PSK_DHE_WITH_AES_128_CCM_8" | "TLS_PSK_DHE_WITH_AES_256_CCM_8" | "TLS_PSK_WITH_AES_128_CBC_SHA" | "TLS_PSK_WITH_AES_128_CBC_SHA256" | "TLS_PSK_WITH_AES_128_CCM" | "TLS_PSK_WITH_AES_128_CCM_8" | "TLS_PSK_WITH_AES_128_GCM_SHA256" | "TLS_PSK_WITH_AES_256_CBC_SHA" | "TLS_PSK_WITH_AES_256_CBC_SHA384" | "TLS_PSK_WITH_AES_256_CCM" | "TLS_PSK_WITH_AES_256_CCM_8" | "TLS_PSK_WITH_AES_256_GCM_SHA384" | "TLS_PSK_WITH_CHACHA20_POLY1305_SHA256" | "TLS_RSA_PSK_WITH_AES_128_CBC_SHA" | "TLS_RSA_PSK_WITH_AES_128_CBC_SHA256" | "TLS_RSA_PSK_WITH_AES_128_GCM_SHA256" | "TLS_RSA_PSK_WITH_AES_256_CBC_SHA" | "TLS_RSA_PSK_WITH_AES_256_CBC_SHA384" | "TLS_RSA_PSK_WITH_AES_256_GCM_SHA384" | "TLS_RSA_PSK_WITH_CHACHA20_POLY1305_SHA256" | "TLS_RSA_WITH_AES_128_CBC_SHA" | "TLS_RSA_WITH_AES_128_CBC_SHA256" | "TLS_RSA_WITH_AES_128_CCM" | "TLS_RSA_WITH_AES_128_CCM_8" | "TLS_RSA_WITH_AES_128_GCM_SHA256" | "TLS_RSA_WITH_AES_256_CBC_SHA" | "TLS_RSA_WITH_AES_256_CBC_SHA256" | "TLS_RSA_WITH_AES_256_CCM" | "TLS_RSA_WITH_AES_256_CCM_8" | "TLS_RSA_WITH_AES_256_GCM_SHA384" | `0x${string}`;
    readonly legacyCompressionMethod: number;
    readonly extensions: import("./extensions.ts").Extensions<{
        supported_versions: Codec<"SSLv3" | "TLSv1" | "TLSv1.1" | "TLSv1.2" | "TLSv1.3" | `0x${string}`>;
        key_share: Codec<"X25519MLKEM768" | "ffdhe2048" | "ffdhe3072" | "ffdhe4096" | "ffdhe6144" | "ffdhe8192" | "secp256r1" | "secp384r1" | "secp521r1" | "x25519" | "x448" | `0x${string}`>;
        cookie: Codec<Uint8Array<ArrayBufferLike>>;
    }>;
}>;
export type ServerHello13 = Infer<typeof serverHello13>;
export type ServerHello12 = Infer<typeof serverHello12>;
export type HelloRetryRequest = Infer<typeof helloRetryRequest>;
/** The three things that a message of type 2 can be; which of them, its random and its extensions say. */
export type AnyServerHello = ({
    readonly kind: 'serverHello13';
} & ServerHello13) | ({
    readonly kind: 'serverHello12';
} & ServerHello12) | ({
    readonly kind: 'helloRetryRequest';
} & HelloRetryRequest);
export declare const serverHello: Codec<AnyServerHello>;
declare const certificate13: Codec<{
    readonly certificateRequestContext: Uint8Array<ArrayBufferLike>;
    readonly certificateList: readonly {
        readonly certData: Uint8Array<ArrayBufferLike>;
        readonly extensions: import("./extensions.ts").Extensions<{
            status_request: Codec<{
                readonly statusType: number;
                readonly response: Uint8Array<ArrayBufferLike>;
            }>;
            signed_certificate_timestamp: Codec<Uint8Array<ArrayBufferLike>>;
        }>;
    }[];
}>;
export type Certificate13 = Infer<typeof certificate13>;
declare const certificateRequest13: Codec<{
    readonly certificateRequestContext: Uint8Array<ArrayBufferLike>;
    readonly extensions: import("./extensions.ts").Extensions<{
        status_request: Codec<Uint8Array<ArrayBufferLike>>;
        signature_algorithms_cert: Codec<readonly ("dsa_sha1" | "dsa_sha224" | "dsa_sha256" | "dsa_sha384" | "dsa_sha512" | "ecdsa_secp256r1_sha256" | "ecdsa_secp384r1_sha384" | "ecdsa_secp521r1_sha512" | "ecdsa_sha1" | "ecdsa_sha224" | "ed25519" | "ed448" | "mldsa44" | "mldsa65" | "mldsa87" | "rsa_pkcs1_sha1" | "rsa_pkcs1_sha224" | "rsa_pkcs1_sha256" | "rsa_pkcs1_sha384" | "rsa_pkcs1_sha512" | "rsa_pss_pss_sha256" | "rsa_pss_pss_sha384" | "rsa_pss_pss_sha512" | "rsa_pss_rsae_sha256" | "rsa_pss_rsae_sha384" | "rsa_pss_rsae_sha512" | `0x${string}`)[]>;
        signature_algorithms: Codec<readonly ("dsa_sha1" | "dsa_sha224" | "dsa_sha256" | "dsa_sha384" | "dsa_sha512" | "ecdsa_secp256r1_sha256" | "ecdsa_secp384r1_sha384" | "ecdsa_secp521r1_sha512" | "ecdsa_sha1" | "ecdsa_sha224" | "ed25519" | "ed448" | "mldsa44" | "mldsa65" | "mldsa87" | "rsa_pkcs1_sha1" | "rsa_pkcs1_sha224" | "rsa_pkcs1_sha256" | "rsa_pkcs1_sha384" | "rsa_pkcs1_sha512" | "rsa_pss_pss_sha256" | "rsa_pss_pss_sha384" | "rsa_pss_pss_sha512" | "rsa_pss_rsae_sha256" | "rsa_pss_rsae_sha384" | "rsa_pss_rsae_sha512" | `0x${string}`)[]>;
        certificate_authorities: Codec<readonly Uint8Array<ArrayBufferLike>[]>;
        oid_filters: Codec<readonly {
            readonly oid: Uint8Array<ArrayBufferLike>;
            readonly values: Uint8Array<ArrayBufferLike>;
        }[]>;
    }>;
}>;
export type CertificateRequest13 = Infer<typeof certificateRequest13>;
/** The same in TLS 1.2 (RFC 5246 section 7.4.8). */
export declare const certificateVerify: Codec<{
    readonly algorithm: "dsa_sha1" | "dsa_sha224" | "dsa_sha256" | "dsa_sha384" | "dsa_sha512" | "ecdsa_secp256r1_sha256" | "ecdsa_secp384r1_sha384" | "ecdsa_secp521r1_sha512" | "ecdsa_sha1" | "ecdsa_sha224" | "ed25519" | "ed448" | "mldsa44" | "mldsa65" | "mldsa87" | "rsa_pkcs1_sha1" | "rsa_pkcs1_sha224" | "rsa_pkcs1_sha256" | "rsa_pkcs1_sha384" | "rsa_pkcs1_sha512" | "rsa_pss_pss_sha256" | "rsa_pss_pss_sha384" | "rsa_pss_pss_sha512" | "rsa_pss_rsae_sha256" | "rsa_pss_rsae_sha384" | "rsa_pss_rsae_sha512" | `0x${string}`;
    readonly signature: Uint8Array<ArrayBufferLike>;
}>;
export type CertificateVerify = Infer<typeof certificateVerify>;
declare const newSessionTicket13: Codec<{
    readonly ticketLifetime: number;
    readonly ticketAgeAdd: number;
    readonly ticketNonce: Uint8Array<ArrayBufferLike>;
    readonly ticket: Uint8Array<ArrayBufferLike>;
    readonly extensions: import("./extensions.ts").Extensions<{
        early_data: Codec<number>;
    }>;
}>;
export type NewSessionTicket13 = Infer<typeof newSessionTicket13>;
declare const encryptedExtensions: Codec<{
    readonly extensions: import("./extensions.ts").Extensions<{
        server_name: Codec<true>;
        supported_groups: Codec<readonly ("X25519MLKEM768" | "ffdhe2048" | "ffdhe3072" | "ffdhe4096" | "ffdhe6144" | "ffdhe8192" | "secp256r1" | "secp384r1" | "secp521r1" | "x25519" | "x448" | `0x${string}`)[]>;
        application_layer_protocol_negotiation: Codec<readonly Uint8Array<ArrayBufferLike>[]>;
        early_data: Codec<true>;
    }>;
}>;
export type EncryptedExtensions = Infer<typeof encryptedExtensions>;
/** Every message of TLS 1.3 that has bytes of its own: number and body (section 4 and appendix B.3). */
declare const messages13: {
    readonly client_hello: {
        readonly number: 1;
        readonly body: Codec<{
            readonly legacyVersion: number;
            readonly random: Uint8Array<ArrayBufferLike>;
            readonly legacySessionId: Uint8Array<ArrayBufferLike>;
            readonly cipherSuites: readonly ("TLS_AES_128_GCM_SHA256" | "TLS_AES_256_GCM_SHA384" | "TLS_CHACHA20_POLY1305_SHA256" | "TLS_DHE_PSK_WITH_AES_128_CBC_SHA" | "TLS_DHE_PSK_WITH_AES_128_CBC_SHA256" | "TLS_DHE_PSK_WITH_AES_128_CCM" | "TLS_DHE_PSK_WITH_AES_128_GCM_SHA256" | "TLS_DHE_PSK_WITH_AES_256_CBC_SHA" | "TLS_DHE_PSK_WITH_AES_256_CBC_SHA384" | "TLS_DHE_PSK_WITH_AES_256_CCM" | "TLS_DHE_PSK_WITH_AES_256_GCM_SHA384" | "TLS_DHE_PSK_WITH_CHACHA20_POLY1305_SHA256" | "TLS_DHE_RSA_WITH_AES_128_CBC_SHA" | "TLS_DHE_RSA_WITH_AES_128_CBC_SHA256" | "TLS_DHE_RSA_WITH_AES_128_CCM" | "TLS_DHE_RSA_WITH_AES_128_CCM_8" | "TLS_DHE_RSA_WITH_AES_128_GCM_SHA256" | "TLS_DHE_RSA_WITH_AES_256_CBC_SHA" | "TLS_DHE_RSA_WITH_AES_256_CBC_SHA256" | "TLS_DHE_RSA_WITH_AES_256_CCM" | "TLS_DHE_RSA_WITH_AES_256_CCM_8" | "TLS_DHE_RSA_WITH_AES_256_GCM_SHA384" | "TLS_DHE_RSA_WITH_CHACHA20_POLY1305_SHA256" | "TLS_ECDHE_ECDSA_WITH_AES_128_CBC_SHA" | "TLS_ECDHE_ECDSA_WITH_AES_128_CBC_SHA256" | "TLS_ECDHE_ECDSA_WITH_AES_128_CCM" | "TLS_ECDHE_ECDSA_WITH_AES_128_CCM_8" | "TLS_ECDHE_ECDSA_WITH_AES_128_GCM_SHA256" | "TLS_ECDHE_ECDSA_WITH_AES_256_CBC_SHA" | "TLS_ECDHE_ECDSA_WITH_AES_256_CBC_SHA384" | "TLS_ECDHE_ECDSA_WITH_AES_256_CCM" | "TLS_ECDHE_ECDSA_WITH_AES_256_CCM_8" | "TLS_ECDHE_ECDSA_WITH_AES_256_GCM_SHA384" | "TLS_ECDHE_ECDSA_WITH_CHACHA20_POLY1305_SHA256" | "TLS_ECDHE_PSK_WITH_AES_128_CBC_SHA" | "TLS_ECDHE_PSK_WITH_AES_128_CBC_SHA256" | "TLS_ECDHE_PSK_WITH_AES_256_CBC_SHA" | "TLS_ECDHE_PSK_WITH_AES_256_CBC_SHA384" | "TLS_ECDHE_PSK_WITH_CHACHA20_POLY1305_SHA256" | "TLS_ECDHE_RSA_WITH_AES_128_CBC_SHA" | "TLS_ECDHE_RSA_WITH_AES_128_CBC_SHA256" | "TLS_ECDHE_RSA_WITH_AES_128_GCM_SHA256" | "TLS_ECDHE_RSA_WITH_AES_256_CBC_SHA" | "TLS_ECDHE_RSA_WITH_AES_256_CBC_SHA384" | "TLS_ECDHE_RSA_WITH_AES_256_GCM_SHA384" | "TLS_ECDHE_RSA_WITH_CHACHA20_POLY1305_SHA256" | "TLS_EMPTY_RENEGOTIATION_INFO_SCSV" | "TLS_FALLBACK_SCSV" | "TLS_PSK_DHE_WITH_AES_128_CCM_8" | "TLS_PSK_DHE_WITH_AES_256_CCM_8" | "TLS_PSK_WITH_AES_128_CBC_SHA" | "TLS_PSK_WITH_AES_128_CBC_SHA256" | "TLS_PSK_WITH_AES_128_CCM" | "TLS_PSK_WITH_AES_128_CCM_8" | "TLS_PSK_WITH_AES_128_GCM_SHA256" | "TLS_PSK_WITH_AES_256_CBC_SHA" | "TLS_PSK_WITH_AES_256_CBC_SHA384" | "TLS_PSK_WITH_AES_256_CCM" | "TLS_PSK_WITH_AES_256_CCM_8" | "TLS_PSK_WITH_AES_256_GCM_SHA384" | "TLS_PSK_WITH_CHACHA20_POLY1305_SHA256" | "TLS_RSA_PSK_WITH_AES_128_CBC_SHA" | "TLS_RSA_PSK_WITH_AES_128_CBC_SHA256" | "TLS_RSA_PSK_WITH_AES_128_GCM_SHA256" | "TLS_RSA_PSK_WITH_AES_256_CBC_SHA" | "TLS_RSA_PSK_WITH_AES_256_CBC_SHA384" | "TLS_RSA_PSK_WITH_AES_256_GCM_SHA384" | "TLS_RSA_PSK_WITH_CHACHA20_POLY1305_SHA256" | "TLS_RSA_WITH_AES_128_CBC_SHA" | "TLS_RSA_WITH_AES_128_CBC_SHA256" | "TLS_RSA_WITH_AES_128_CCM" | "TLS_RSA_WITH_AES_128_CCM_8" | "TLS_RSA_WITH_AES_128_GCM_SHA256" | "TLS_RSA_WITH_AES_256_CBC_SHA" | "TLS_RSA_WITH_AES_256_CBC_SHA256" | "TLS_RSA_WITH_AES_256_CCM" | "TLS_RSA_WITH_AES_256_CCM_8" | "TLS_RSA_WITH_AES_256_GCM_SHA384" | `0x${string}`)[];
            readonly legacyCompressionMethods: Uint8Array<ArrayBufferLike>;
            readonly extensions: import("./extensions.ts").Extensions<{
                renegotiation_info: Codec<Uint8Array<ArrayBufferLike>>;
                server_name: Codec<readonly {
                    readonly nameType: number;
                    readonly hostName: Uint8Array<ArrayBufferLike>;
                }[]>;
                ec_point_formats: Codec<Uint8Array<ArrayBufferLike>>;
                supported_groups: Codec<readonly ("X25519MLKEM768" | "ffdhe2048" | "ffdhe3072" | "ffdhe4096" | "ffdhe6144" | "ffdhe8192" | "secp256r1" | "secp384r1" | "secp521r1" | "x25519" | "x448" | `0x${string}`)[]>;
                session_ticket: Codec<Uint8Array<ArrayBufferLike>>;
                status_request: Codec<{
                    readonly statusType: number;
                } & Partial<{
                    readonly responderIds: Uint8Array<ArrayBufferLike>;
                    readonly requestExtensions: Uint8Array<ArrayBufferLike>;
                }>>;
                application_layer_protocol_negotiation: Codec<readonly Uint8Array<ArrayBufferLike>[]>;
                encrypt_then_mac: Codec<true>;
                extended_master_secret: Codec<true>;
                signature_algorithms_cert: Codec<readonly ("dsa_sha1" | "dsa_sha224" | "dsa_sha256" | "dsa_sha384" | "dsa_sha512" | "ecdsa_secp256r1_sha256" | "ecdsa_secp384r1_sha384" | "ecdsa_secp521r1_sha512" | "ecdsa_sha1" | "ecdsa_sha224" | "ed25519" | "ed448" | "mldsa44" | "mldsa65" | "mldsa87" | "rsa_pkcs1_sha1" | "rsa_pkcs1_sha224" | "rsa_pkcs1_sha256" | "rsa_pkcs1_sha384" | "rsa_pkcs1_sha512" | "rsa_pss_pss_sha256" | "rsa_pss_pss_sha384" | "rsa_pss_pss_sha512" | "rsa_pss_rsae_sha256" | "rsa_pss_rsae_sha384" | "rsa_pss_rsae_sha512" | `0x${string}`)[]>;
                post_handshake_auth: Codec<true>;
                signature_algorithms: Codec<readonly ("dsa_sha1" | "dsa_sha224" | "dsa_sha256" | "dsa_sha384" | "dsa_sha512" | "ecdsa_secp256r1_sha256" | "ecdsa_secp384r1_sha384" | "ecdsa_secp521r1_sha512" | "ecdsa_sha1" | "ecdsa_sha224" | "ed25519" | "ed448" | "mldsa44" | "mldsa65" | "mldsa87" | "rsa_pkcs1_sha1" | "rsa_pkcs1_sha224" | "rsa_pkcs1_sha256" | "rsa_pkcs1_sha384" | "rsa_pkcs1_sha512" | "rsa_pss_pss_sha256" | "rsa_pss_pss_sha384" | "rsa_pss_pss_sha512" | "rsa_pss_rsae_sha256" | "rsa_pss_rsae_sha384" | "rsa_pss_rsae_sha512" | `0x${string}`)[]>;
                supported_versions: Codec<readonly ("SSLv3" | "TLSv1" | "TLSv1.1" | "TLSv1.2" | "TLSv1.3" | `0x${string}`)[]>;
                psk_key_exchange_modes: Codec<readonly ("psk_dhe_ke" | "psk_ke" | `0x${string}`)[]>;
                key_share: Codec<readonly {
                    readonly group: "X25519MLKEM768" | "ffdhe2048" | "ffdhe3072" | "ffdhe4096" | "ffdhe6144" | "ffdhe8192" | "secp256r1" | "secp384r1" | "secp521r1" | "x25519" | "x448" | `0x${string}`;
                    readonly keyExchange: Uint8Array<ArrayBufferLike>;
                }[]>;
                cookie: Codec<Uint8Array<ArrayBufferLike>>;
                early_data: Codec<true>;
                certificate_authorities: Codec<readonly Uint8Array<ArrayBufferLike>[]>;
                padding: Codec<Uint8Array<ArrayBufferLike>>;
                pre_shared_key: Codec<{
                    readonly identities: readonly {
                        readonly identity: Uint8Array<ArrayBufferLike>;
                        readonly obfuscatedTicketAge: number;
                    }[];
                    readonly binders: readonly Uint8Array<ArrayBufferLike>[];
                }>;
            }>;
        }>;
    };
    readonly server_hello: {
        readonly number: 2;
        readonly body: Codec<AnyServerHello>;
    };
    readonly new_session_ticket: {
        readonly number: 4;
        readonly body: Codec<{
            readonly ticketLifetime: number;
            readonly ticketAgeAdd: number;
            readonly ticketNonce: Uint8Array<ArrayBufferLike>;
            readonly ticket: Uint8Array<ArrayBufferLike>;
            readonly extensions: import("./extensions.ts").Extensions<{
                early_data: Codec<number>;
            }>;
        }>;
    };
    readonly end_of_early_data: {
        readonly number: 5;
        readonly body: Codec<{}>;
    };
    readonly encrypted_extensions: {
        readonly number: 8;
        readonly body: Codec<{
            readonly extensions: import("./extensions.ts").Extensions<{
                server_name: Codec<true>;
                supported_groups: Codec<readonly ("X25519MLKEM768" | "ffdhe2048" | "ffdhe3072" | "ffdhe4096" | "ffdhe6144" | "ffdhe8192" | "secp256r1" | "secp384r1" | "secp521r1" | "x25519" | "x448" | `0x${string}`)[]>;
                application_layer_protocol_negotiation: Codec<readonly Uint8Array<ArrayBufferLike>[]>;
                early_data: Codec<true>;
            }>;
        }>;
    };
    readonly certificate: {
        readonly number: 11;
        readonly body: Codec<{
            readonly certificateRequestContext: Uint8Array<ArrayBufferLike>;
            readonly certificateList: readonly {
                readonly certData: Uint8Array<ArrayBufferLike>;
                readonly extensions: import("./extensions.ts").Extensions<{
                    status_request: Codec<{
                        readonly statusType: number;
                        readonly response: Uint8Array<ArrayBufferLike>;
                    }>;
                    signed_certificate_timestamp: Codec<Uint8Array<ArrayBufferLike>>;
                }>;
            }[];
        }>;
    };
    readonly certificate_request: {
        readonly number: 13;
        readonly body: Codec<{
            readonly certificateRequestContext: Uint8Array<ArrayBufferLike>;
            readonly extensions: import("./extensions.ts").Extensions<{
                status_request: Codec<Uint8Array<ArrayBufferLike>>;
                signature_algorithms_cert: Codec<readonly ("dsa_sha1" | "dsa_sha224" | "dsa_sha256" | "dsa_sha384" | "dsa_sha512" | "ecdsa_secp256r1_sha256" | "ecdsa_secp384r1_sha384" | "ecdsa_secp521r1_sha512" | "ecdsa_sha1" | "ecdsa_sha224" | "ed25519" | "ed448" | "mldsa44" | "mldsa65" | "mldsa87" | "rsa_pkcs1_sha1" | "rsa_pkcs1_sha224" | "rsa_pkcs1_sha256" | "rsa_pkcs1_sha384" | "rsa_pkcs1_sha512" | "rsa_pss_pss_sha256" | "rsa_pss_pss_sha384" | "rsa_pss_pss_sha512" | "rsa_pss_rsae_sha256" | "rsa_pss_rsae_sha384" | "rsa_pss_rsae_sha512" | `0x${string}`)[]>;
                signature_algorithms: Codec<readonly ("dsa_sha1" | "dsa_sha224" | "dsa_sha256" | "dsa_sha384" | "dsa_sha512" | "ecdsa_secp256r1_sha256" | "ecdsa_secp384r1_sha384" | "ecdsa_secp521r1_sha512" | "ecdsa_sha1" | "ecdsa_sha224" | "ed25519" | "ed448" | "mldsa44" | "mldsa65" | "mldsa87" | "rsa_pkcs1_sha1" | "rsa_pkcs1_sha224" | "rsa_pkcs1_sha256" | "rsa_pkcs1_sha384" | "rsa_pkcs1_sha512" | "rsa_pss_pss_sha256" | "rsa_pss_pss_sha384" | "rsa_pss_pss_sha512" | "rsa_pss_rsae_sha256" | "rsa_pss_rsae_sha384" | "rsa_pss_rsae_sha512" | `0x${string}`)[]>;
                certificate_authorities: Codec<readonly Uint8Array<ArrayBufferLike>[]>;
                oid_filters: Codec<readonly {
                    readonly oid: Uint8Array<ArrayBufferLike>;
                    readonly values: Uint8Array<ArrayBufferLike>;
                }[]>;
            }>;
        }>;
    };
    readonly certificate_verify: {
        readonly number: 15;
        readonly body: Codec<{
            readonly algorithm: "dsa_sha1" | "dsa_sha224" | "dsa_sha256" | "dsa_sha384" | "dsa_sha512" | "ecdsa_secp256r1_sha256" | "ecdsa_secp384r1_sha384" | "ecdsa_secp521r1_sha512" | "ecdsa_sha1" | "ecdsa_sha224" | "ed25519" | "ed448" | "mldsa44" | "mldsa65" | "mldsa87" | "rsa_pkcs1_sha1" | "rsa_pkcs1_sha224" | "rsa_pkcs1_sha256" | "rsa_pkcs1_sha384" | "rsa_pkcs1_sha512" | "rsa_pss_pss_sha256" | "rsa_pss_pss_sha384" | "rsa_pss_pss_sha512" | "rsa_pss_rsae_sha256" | "rsa_pss_rsae_sha384" | "rsa_pss_rsae_sha512" | `0x${string}`;
            readonly signature: Uint8Array<ArrayBufferLike>;
        }>;
    };
    readonly finished: {
        readonly number: 20;
        readonly body: Codec<Uint8Array<ArrayBufferLike>>;
    };
    readonly key_update: {
        readonly number: 24;
        readonly body: Codec<{
            readonly requestUpdate: number;
        }>;
    };
};
export type MessageName13 = keyof typeof messages13;
export type Body13<N extends MessageName13> = Infer<(typeof messages13)[N]['body']>;
/** A parsed message: its name, what it says, and its bytes. */
export type Message13<N extends MessageName13 = MessageName13> = {
    readonly [K in N]: {
        readonly type: K;
        readonly body: Body13<K>;
        readonly bytes: Uint8Array;
    };
}[N];
/** The name of the message that starts with this byte, if TLS 1.3 has one. */
export declare function messageName13(number: number): MessageName13 | undefined;
/** Reads one whole message, header included; the caller has seen to it that the length in the header is that of the bytes. */
export declare function decodeMessage13(bytes: Uint8Array): Message13;
/** Writes one message, header included. */
export declare function encodeMessage13<N extends MessageName13>(type: N, body: Body13<N>): Uint8Array;
/** A handshake header and what `body` writes behind it. */
export declare function frame(number: number, body: (writer: Writer) => void): Uint8Array;
/** The number of bytes that the binders take at the end of a ClientHello: they hash what stands before (section 4.2.11.2). */
export declare function bindersLength(binders: readonly Uint8Array[]): number;
export {};
