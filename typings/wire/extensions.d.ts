import { type Codec, type Infer, type Reader, type Unknown } from './codec.ts';
import { type ExtensionName } from './registries.ts';
export type ExtensionTable = {
    readonly [K in ExtensionName]?: Codec<any>;
};
/** The extensions of one message: each known one under its name, and the names of all in their order on the wire. */
export type Extensions<T extends ExtensionTable> = {
    readonly [K in keyof T]?: Infer<T[K]> | undefined;
} & {
    /** Every extension that was there, also those that the table does not know. Ignored when writing. */
    readonly order?: readonly (ExtensionName | Unknown)[];
};
/** Extensions whose contents are still bytes. */
export declare const extensionBlock: Codec<readonly {
    readonly name: "application_layer_protocol_negotiation" | "certificate_authorities" | "cookie" | "early_data" | "ec_point_formats" | "encrypt_then_mac" | "extended_master_secret" | "key_share" | "oid_filters" | "padding" | "post_handshake_auth" | "pre_shared_key" | "psk_key_exchange_modes" | "renegotiation_info" | "server_name" | "session_ticket" | "signature_algorithms" | "signature_algorithms_cert" | "signed_certificate_timestamp" | "status_request" | "supported_groups" | "supported_versions" | `0x${string}`;
    readonly data: Uint8Array<ArrayBufferLike>;
}[]>;
export type ExtensionBlock = Infer<typeof extensionBlock>;
/** The codec of an extension block by its table. */
export declare function extensions<T extends ExtensionTable>(table: T): Codec<Extensions<T>>;
/**
 * The same for hellos, which may end before the block where they speak TLS 1.2 (RFC 5246 section 7.4.1.2). Ours do where
 * there is nothing to say: a peer that has never heard of extensions would stumble over two bytes more.
 */
export declare function optionalExtensions<T extends ExtensionTable>(table: T): Codec<Extensions<T>>;
/** Reads the contents of a block's extensions by a table. An extension that is there twice is a fault. */
export declare function interpret<T extends ExtensionTable>(table: T, raw: ExtensionBlock, reader: Reader): Extensions<T>;
/** RFC 6066 section 8: the one kind of status there is. */
export declare const OCSP = 1;
declare const ocspRequest: Codec<{
    readonly responderIds: Uint8Array<ArrayBufferLike>;
    readonly requestExtensions: Uint8Array<ArrayBufferLike>;
}>;
/** RFC 6066 section 8; the request as a client sends it. What a kind that there is not is asked by is passed over. */
declare const certificateStatusRequest: Codec<{
    readonly statusType: number;
} & Partial<Infer<typeof ocspRequest>>>;
/** RFC 6066 section 8: a stapled response, as TLS 1.3 carries it in a CertificateEntry. */
export declare const certificateStatus: Codec<{
    readonly statusType: number;
    readonly response: Uint8Array<ArrayBufferLike>;
}>;
export declare const keyShareEntry: Codec<{
    readonly group: "X25519MLKEM768" | "ffdhe2048" | "ffdhe3072" | "ffdhe4096" | "ffdhe6144" | "ffdhe8192" | "secp256r1" | "secp384r1" | "secp521r1" | "x25519" | "x448" | `0x${string}`;
    readonly keyExchange: Uint8Array<ArrayBufferLike>;
}>;
export type KeyShareEntry = Infer<typeof keyShareEntry>;
/** OpenSSL's order of sending, so that a trace of ours can be laid beside one of its own. */
export declare const clientHelloExtensions: {
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
};
export type ClientHelloExtensions = Extensions<typeof clientHelloExtensions>;
export declare const serverHelloExtensions13: {
    supported_versions: Codec<"SSLv3" | "TLSv1" | "TLSv1.1" | "TLSv1.2" | "TLSv1.3" | `0x${string}`>;
    key_share: Codec<{
        readonly group: "X25519MLKEM768" | "ffdhe2048" | "ffdhe3072" | "ffdhe4096" | "ffdhe6144" | "ffdhe8192" | "secp256r1" | "secp384r1" | "secp521r1" | "x25519" | "x448" | `0x${string}`;
        readonly keyExchange: Uint8Array<ArrayBufferLike>;
    }>;
    pre_shared_key: Codec<number>;
};
export declare const helloRetryRequestExtensions: {
    supported_versions: Codec<"SSLv3" | "TLSv1" | "TLSv1.1" | "TLSv1.2" | "TLSv1.3" | `0x${string}`>;
    key_share: Codec<"X25519MLKEM768" | "ffdhe2048" | "ffdhe3072" | "ffdhe4096" | "ffdhe6144" | "ffdhe8192" | "secp256r1" | "secp384r1" | "secp521r1" | "x25519" | "x448" | `0x${string}`>;
    cookie: Codec<Uint8Array<ArrayBufferLike>>;
};
export declare const serverHelloExtensions12: {
    renegotiation_info: Codec<Uint8Array<ArrayBufferLike>>;
    server_name: Codec<true>;
    ec_point_formats: Codec<Uint8Array<ArrayBufferLike>>;
    session_ticket: Codec<true>;
    status_request: Codec<true>;
    application_layer_protocol_negotiation: Codec<readonly Uint8Array<ArrayBufferLike>[]>;
    encrypt_then_mac: Codec<true>;
    extended_master_secret: Codec<true>;
};
export declare const encryptedExtensionsTable: {
    server_name: Codec<true>;
    supported_groups: Codec<readonly ("X25519MLKEM768" | "ffdhe2048" | "ffdhe3072" | "ffdhe4096" | "ffdhe6144" | "ffdhe8192" | "secp256r1" | "secp384r1" | "secp521r1" | "x25519" | "x448" | `0x${string}`)[]>;
    application_layer_protocol_negotiation: Codec<readonly Uint8Array<ArrayBufferLike>[]>;
    early_data: Codec<true>;
};
export declare const certificateRequestExtensions: {
    /** Section 4.4.2.1: empty, unlike that of a ClientHello. What a server puts there all the same is not ours to mind. */
    status_request: Codec<Uint8Array<ArrayBufferLike>>;
    signature_algorithms_cert: Codec<readonly ("dsa_sha1" | "dsa_sha224" | "dsa_sha256" | "dsa_sha384" | "dsa_sha512" | "ecdsa_secp256r1_sha256" | "ecdsa_secp384r1_sha384" | "ecdsa_secp521r1_sha512" | "ecdsa_sha1" | "ecdsa_sha224" | "ed25519" | "ed448" | "mldsa44" | "mldsa65" | "mldsa87" | "rsa_pkcs1_sha1" | "rsa_pkcs1_sha224" | "rsa_pkcs1_sha256" | "rsa_pkcs1_sha384" | "rsa_pkcs1_sha512" | "rsa_pss_pss_sha256" | "rsa_pss_pss_sha384" | "rsa_pss_pss_sha512" | "rsa_pss_rsae_sha256" | "rsa_pss_rsae_sha384" | "rsa_pss_rsae_sha512" | `0x${string}`)[]>;
    signature_algorithms: Codec<readonly ("dsa_sha1" | "dsa_sha224" | "dsa_sha256" | "dsa_sha384" | "dsa_sha512" | "ecdsa_secp256r1_sha256" | "ecdsa_secp384r1_sha384" | "ecdsa_secp521r1_sha512" | "ecdsa_sha1" | "ecdsa_sha224" | "ed25519" | "ed448" | "mldsa44" | "mldsa65" | "mldsa87" | "rsa_pkcs1_sha1" | "rsa_pkcs1_sha224" | "rsa_pkcs1_sha256" | "rsa_pkcs1_sha384" | "rsa_pkcs1_sha512" | "rsa_pss_pss_sha256" | "rsa_pss_pss_sha384" | "rsa_pss_pss_sha512" | "rsa_pss_rsae_sha256" | "rsa_pss_rsae_sha384" | "rsa_pss_rsae_sha512" | `0x${string}`)[]>;
    certificate_authorities: Codec<readonly Uint8Array<ArrayBufferLike>[]>;
    oid_filters: Codec<readonly {
        readonly oid: Uint8Array<ArrayBufferLike>;
        readonly values: Uint8Array<ArrayBufferLike>;
    }[]>;
};
export declare const certificateEntryExtensions: {
    status_request: Codec<{
        readonly statusType: number;
        readonly response: Uint8Array<ArrayBufferLike>;
    }>;
    signed_certificate_timestamp: Codec<Uint8Array<ArrayBufferLike>>;
};
export declare const newSessionTicketExtensions: {
    early_data: Codec<number>;
};
/** RFC 8446 section 4.4.2.1 wants it non-empty only in a ClientHello; servers ask with an empty request. */
export declare const OCSP_REQUEST: Infer<typeof certificateStatusRequest>;
export {};
