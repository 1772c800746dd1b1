import { type Codec, type Infer } from './codec.ts';
/** RFC 5246 section 7.4.9: no suite of ours asks for another length. */
export declare const VERIFY_DATA_LENGTH = 12;
/** RFC 5246 section 7.4.2: the sender's certificate first; a client without one sends an empty list. */
declare const certificate12: Codec<{
    readonly certificateList: readonly Uint8Array<ArrayBufferLike>[];
}>;
export type Certificate12 = Infer<typeof certificate12>;
/** RFC 5246 section 7.4.4 and RFC 8422 section 5.5. */
export declare const certificateTypeNumbers: {
    readonly rsa_sign: 1;
    readonly dss_sign: 2;
    readonly rsa_fixed_dh: 3;
    readonly dss_fixed_dh: 4;
    readonly ecdsa_sign: 64;
};
export type CertificateType = keyof typeof certificateTypeNumbers;
declare const certificateRequest12: Codec<{
    readonly certificateTypes: readonly ("dss_fixed_dh" | "dss_sign" | "ecdsa_sign" | "rsa_fixed_dh" | "rsa_sign" | `0x${string}`)[];
    readonly supportedSignatureAlgorithms: readonly ("dsa_sha1" | "dsa_sha224" | "dsa_sha256" | "dsa_sha384" | "dsa_sha512" | "ecdsa_secp256r1_sha256" | "ecdsa_secp384r1_sha384" | "ecdsa_secp521r1_sha512" | "ecdsa_sha1" | "ecdsa_sha224" | "ed25519" | "ed448" | "mldsa44" | "mldsa65" | "mldsa87" | "rsa_pkcs1_sha1" | "rsa_pkcs1_sha224" | "rsa_pkcs1_sha256" | "rsa_pkcs1_sha384" | "rsa_pkcs1_sha512" | "rsa_pss_pss_sha256" | "rsa_pss_pss_sha384" | "rsa_pss_pss_sha512" | "rsa_pss_rsae_sha256" | "rsa_pss_rsae_sha384" | "rsa_pss_rsae_sha512" | `0x${string}`)[];
    readonly certificateAuthorities: readonly Uint8Array<ArrayBufferLike>[];
}>;
export type CertificateRequest12 = Infer<typeof certificateRequest12>;
/** RFC 5077 section 3.3; an empty ticket says that there is none after all. */
declare const newSessionTicket12: Codec<{
    readonly ticketLifetimeHint: number;
    readonly ticket: Uint8Array<ArrayBufferLike>;
}>;
export type NewSessionTicket12 = Infer<typeof newSessionTicket12>;
/** Every message of TLS 1.2: number and body (RFC 5246 section 7.4 and appendix A.4). */
declare const messages12: {
    readonly hello_request: {
        readonly number: 0;
        readonly body: Codec<{}>;
    };
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
        readonly body: Codec<import("./handshake.ts").AnyServerHello>;
    };
    readonly new_session_ticket: {
        readonly number: 4;
        readonly body: Codec<{
            readonly ticketLifetimeHint: number;
            readonly ticket: Uint8Array<ArrayBufferLike>;
        }>;
    };
    readonly certificate: {
        readonly number: 11;
        readonly body: Codec<{
            readonly certificateList: readonly Uint8Array<ArrayBufferLike>[];
        }>;
    };
    readonly server_key_exchange: {
        readonly number: 12;
        readonly body: Codec<Uint8Array<ArrayBufferLike>>;
    };
    readonly certificate_request: {
        readonly number: 13;
        readonly body: Codec<{
            readonly certificateTypes: readonly ("dss_fixed_dh" | "dss_sign" | "ecdsa_sign" | "rsa_fixed_dh" | "rsa_sign" | `0x${string}`)[];
            readonly supportedSignatureAlgorithms: readonly ("dsa_sha1" | "dsa_sha224" | "dsa_sha256" | "dsa_sha384" | "dsa_sha512" | "ecdsa_secp256r1_sha256" | "ecdsa_secp384r1_sha384" | "ecdsa_secp521r1_sha512" | "ecdsa_sha1" | "ecdsa_sha224" | "ed25519" | "ed448" | "mldsa44" | "mldsa65" | "mldsa87" | "rsa_pkcs1_sha1" | "rsa_pkcs1_sha224" | "rsa_pkcs1_sha256" | "rsa_pkcs1_sha384" | "rsa_pkcs1_sha512" | "rsa_pss_pss_sha256" | "rsa_pss_pss_sha384" | "rsa_pss_pss_sha512" | "rsa_pss_rsae_sha256" | "rsa_pss_rsae_sha384" | "rsa_pss_rsae_sha512" | `0x${string}`)[];
            readonly certificateAuthorities: readonly Uint8Array<ArrayBufferLike>[];
        }>;
    };
    readonly server_hello_done: {
        readonly number: 14;
        readonly body: Codec<{}>;
    };
    readonly certificate_verify: {
        readonly number: 15;
        readonly body: Codec<{
            readonly algorithm: "dsa_sha1" | "dsa_sha224" | "dsa_sha256" | "dsa_sha384" | "dsa_sha512" | "ecdsa_secp256r1_sha256" | "ecdsa_secp384r1_sha384" | "ecdsa_secp521r1_sha512" | "ecdsa_sha1" | "ecdsa_sha224" | "ed25519" | "ed448" | "mldsa44" | "mldsa65" | "mldsa87" | "rsa_pkcs1_sha1" | "rsa_pkcs1_sha224" | "rsa_pkcs1_sha256" | "rsa_pkcs1_sha384" | "rsa_pkcs1_sha512" | "rsa_pss_pss_sha256" | "rsa_pss_pss_sha384" | "rsa_pss_pss_sha512" | "rsa_pss_rsae_sha256" | "rsa_pss_rsae_sha384" | "rsa_pss_rsae_sha512" | `0x${string}`;
            readonly signature: Uint8Array<ArrayBufferLike>;
        }>;
    };
    readonly client_key_exchange: {
        readonly number: 16;
        readonly body: Codec<Uint8Array<ArrayBufferLike>>;
    };
    readonly finished: {
        readonly number: 20;
        readonly body: Codec<Uint8Array<ArrayBufferLike>>;
    };
    readonly certificate_status: {
        readonly number: 22;
        readonly body: Codec<{
            readonly statusType: number;
            readonly response: Uint8Array<ArrayBufferLike>;
        }>;
    };
};
export type MessageName12 = keyof typeof messages12;
export type Body12<N extends MessageName12> = Infer<(typeof messages12)[N]['body']>;
/** A parsed message: its name, what it says, and its bytes. */
export type Message12<N extends MessageName12 = MessageName12> = {
    readonly [K in N]: {
        readonly type: K;
        readonly body: Body12<K>;
        readonly bytes: Uint8Array;
    };
}[N];
/** The name of the message that starts with this byte, if TLS 1.2 has one. */
export declare function messageName12(number: number): MessageName12 | undefined;
/** Reads one whole message, header included; the caller has seen to it that the length in the header is that of the bytes. */
export declare function decodeMessage12(bytes: Uint8Array): Message12;
/** Writes one message, header included. */
export declare function encodeMessage12<N extends MessageName12>(type: N, body: Body12<N>): Uint8Array;
/** RFC 8422 section 5.4. Curves described by their numbers (types 1 and 2) are deprecated, and we never offer them. */
export declare const ecdheParams: Codec<{
    readonly curveType: number;
    readonly group: "X25519MLKEM768" | "ffdhe2048" | "ffdhe3072" | "ffdhe4096" | "ffdhe6144" | "ffdhe8192" | "secp256r1" | "secp384r1" | "secp521r1" | "x25519" | "x448" | `0x${string}`;
    readonly share: Uint8Array<ArrayBufferLike>;
}>;
export type EcdheParams = Infer<typeof ecdheParams>;
/** RFC 5246 section 7.4.3: a prime, a generator and the server's public value. */
export declare const dheParams: Codec<{
    readonly prime: Uint8Array<ArrayBufferLike>;
    readonly generator: Uint8Array<ArrayBufferLike>;
    readonly share: Uint8Array<ArrayBufferLike>;
}>;
export type DheParams = Infer<typeof dheParams>;
/**
 * The body of ServerKeyExchange by key exchange. A signature covers both randoms and the parameters as they stand on
 * the wire, which is what `encode` makes of `params` again: nothing in them can be written in two ways.
 */
export declare const serverKeyExchanges: {
    readonly ecdhe: Codec<{
        readonly algorithm: "dsa_sha1" | "dsa_sha224" | "dsa_sha256" | "dsa_sha384" | "dsa_sha512" | "ecdsa_secp256r1_sha256" | "ecdsa_secp384r1_sha384" | "ecdsa_secp521r1_sha512" | "ecdsa_sha1" | "ecdsa_sha224" | "ed25519" | "ed448" | "mldsa44" | "mldsa65" | "mldsa87" | "rsa_pkcs1_sha1" | "rsa_pkcs1_sha224" | "rsa_pkcs1_sha256" | "rsa_pkcs1_sha384" | "rsa_pkcs1_sha512" | "rsa_pss_pss_sha256" | "rsa_pss_pss_sha384" | "rsa_pss_pss_sha512" | "rsa_pss_rsae_sha256" | "rsa_pss_rsae_sha384" | "rsa_pss_rsae_sha512" | `0x${string}`;
        readonly signature: Uint8Array<ArrayBufferLike>;
        readonly params: {
            readonly curveType: number;
            readonly group: "X25519MLKEM768" | "ffdhe2048" | "ffdhe3072" | "ffdhe4096" | "ffdhe6144" | "ffdhe8192" | "secp256r1" | "secp384r1" | "secp521r1" | "x25519" | "x448" | `0x${string}`;
            readonly share: Uint8Array<ArrayBufferLike>;
        };
    }>;
    readonly dhe: Codec<{
        readonly algorithm: "dsa_sha1" | "dsa_sha224" | "dsa_sha256" | "dsa_sha384" | "dsa_sha512" | "ecdsa_secp256r1_sha256" | "ecdsa_secp384r1_sha384" | "ecdsa_secp521r1_sha512" | "ecdsa_sha1" | "ecdsa_sha224" | "ed25519" | "ed448" | "mldsa44" | "mldsa65" | "mldsa87" | "rsa_pkcs1_sha1" | "rsa_pkcs1_sha224" | "rsa_pkcs1_sha256" | "rsa_pkcs1_sha384" | "rsa_pkcs1_sha512" | "rsa_pss_pss_sha256" | "rsa_pss_pss_sha384" | "rsa_pss_pss_sha512" | "rsa_pss_rsae_sha256" | "rsa_pss_rsae_sha384" | "rsa_pss_rsae_sha512" | `0x${string}`;
        readonly signature: Uint8Array<ArrayBufferLike>;
        readonly params: {
            readonly prime: Uint8Array<ArrayBufferLike>;
            readonly generator: Uint8Array<ArrayBufferLike>;
            readonly share: Uint8Array<ArrayBufferLike>;
        };
    }>;
    readonly psk: Codec<{
        readonly hint: Uint8Array<ArrayBufferLike>;
    }>;
    readonly ecdhe_psk: Codec<{
        readonly hint: Uint8Array<ArrayBufferLike>;
        readonly params: {
            readonly curveType: number;
            readonly group: "X25519MLKEM768" | "ffdhe2048" | "ffdhe3072" | "ffdhe4096" | "ffdhe6144" | "ffdhe8192" | "secp256r1" | "secp384r1" | "secp521r1" | "x25519" | "x448" | `0x${string}`;
            readonly share: Uint8Array<ArrayBufferLike>;
        };
    }>;
    readonly dhe_psk: Codec<{
        readonly hint: Uint8Array<ArrayBufferLike>;
        readonly params: {
            readonly prime: Uint8Array<ArrayBufferLike>;
            readonly generator: Uint8Array<ArrayBufferLike>;
            readonly share: Uint8Array<ArrayBufferLike>;
        };
    }>;
    readonly rsa_psk: Codec<{
        readonly hint: Uint8Array<ArrayBufferLike>;
    }>;
};
export type ServerKeyExchange<K extends keyof typeof serverKeyExchanges> = Infer<(typeof serverKeyExchanges)[K]>;
/** The body of ClientKeyExchange by key exchange (RFC 5246 section 7.4.7, 4279 sections 2 to 4, 5489 section 2). */
export declare const clientKeyExchanges: {
    readonly ecdhe: Codec<{
        readonly share: Uint8Array<ArrayBufferLike>;
    }>;
    readonly dhe: Codec<{
        readonly share: Uint8Array<ArrayBufferLike>;
    }>;
    readonly rsa: Codec<{
        readonly encrypted: Uint8Array<ArrayBufferLike>;
    }>;
    readonly psk: Codec<{
        readonly identity: Uint8Array<ArrayBufferLike>;
    }>;
    readonly ecdhe_psk: Codec<{
        readonly identity: Uint8Array<ArrayBufferLike>;
        readonly share: Uint8Array<ArrayBufferLike>;
    }>;
    readonly dhe_psk: Codec<{
        readonly identity: Uint8Array<ArrayBufferLike>;
        readonly share: Uint8Array<ArrayBufferLike>;
    }>;
    readonly rsa_psk: Codec<{
        readonly identity: Uint8Array<ArrayBufferLike>;
        readonly encrypted: Uint8Array<ArrayBufferLike>;
    }>;
};
export type KeyExchange12 = keyof typeof clientKeyExchanges;
export type ClientKeyExchange<K extends KeyExchange12> = Infer<(typeof clientKeyExchanges)[K]>;
export {};
