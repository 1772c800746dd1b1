import type { CryptoProvider } from '../crypto/provider.ts';
import { type CipherDescription, type CipherRow } from './cipher-table.ts';
import { type GroupPolicy } from './group-list.ts';
/**
 * What a context says of how to talk, and with whom: plain settings, each checked where it is set, in CPython's words.
 * `SSLContext` adds certificates and connections to it.
 */
export declare abstract class ContextPolicy {
    #private;
    constructor(protocol: unknown);
    /** The protocol version chosen when constructing the context: a `PROTOCOL_` constant. Read-only. */
    get protocol(): number;
    /**
     * Whether to verify peers' certificates, and whether they have to show one: `CERT_NONE`, `CERT_OPTIONAL` or
     * `CERT_REQUIRED`. For clients the last two are the same. A `ValueError` for other numbers, and for `CERT_NONE` while
     * `check_hostname` is set.
     */
    get verify_mode(): number;
    set verify_mode(value: number);
    /**
     * Whether `do_handshake()` matches the server's certificate against `server_hostname`. Setting it makes `CERT_NONE`
     * `CERT_REQUIRED`. It acts only where `wrap_bio()` is given a name.
     */
    get check_hostname(): boolean;
    set check_hostname(value: unknown);
    /**
     * The lowest version that a connection may have, one of `TLSVersion`: `TLSv1_2` from the start. A `ValueError` for a
     * number that is no version, and where the protocol of the context says it all.
     */
    get minimum_version(): number;
    set minimum_version(value: number);
    /**
     * The highest version that a connection may have, one of `TLSVersion`: `MAXIMUM_SUPPORTED` from the start. One below
     * `minimum_version` is taken; handshakes then fail with `NO_PROTOCOLS_AVAILABLE`.
     */
    get maximum_version(): number;
    set maximum_version(value: number);
    /** The numbers of the lowest and highest version, whatever way they were given. */
    protected get versionRange(): readonly [number, number];
    /**
     * A set of `OP_` flags, up to 64 bits in Python, 53 here. An `OverflowError` for numbers beyond either, but what
     * JavaScript's bit operations make negative is understood. (Python's documentation: "SSL Contexts", "Constants".)
     */
    get options(): number;
    set options(value: number | bigint);
    /** A set of `VERIFY_` flags for the verification of certificates; `VERIFY_X509_TRUSTED_FIRST` from the start. */
    get verify_flags(): number;
    set verify_flags(value: number | bigint);
    get _host_flags(): number;
    /** Whether a subject's common name stands in for a host name where the certificate has no DNS name. */
    get hostname_checks_common_name(): boolean;
    set hostname_checks_common_name(value: unknown);
    /** How strong keys and algorithms have to be: OpenSSL's level 0 to 5, set by `@SECLEVEL` in a cipher string. */
    get security_level(): number;
    /**
     * How many TLS 1.3 session tickets a server sends after a handshake, 2 from the start. A `ValueError` on client
     * contexts.
     */
    get num_tickets(): number;
    set num_tickets(value: number);
    /**
     * TLS 1.3: a client says that it can be asked for its certificate after the handshake; a server that verifies
     * certificates does not ask in the handshake, but when `verify_client_post_handshake()` is called.
     */
    get post_handshake_auth(): boolean;
    set post_handshake_auth(value: unknown);
    /**
     * Chooses the suites of TLS 1.2, in OpenSSL's cipher list format: names and words like `ECDHE+AESGCM:!aNULL` between
     * colons, with `@SECLEVEL=n` for `security_level`. Those of TLS 1.3 stay: see `set_ciphersuites()`. An `SSLError`, "No
     * cipher can be selected.", where nothing is; after a string without a mistake in it, the context has none then.
     */
    set_ciphers(...args: [cipherlist: string]): void;
    /**
     * Chooses the suites of TLS 1.3, best first (Python 3.15): names between colons, such as `TLS_AES_128_GCM_SHA256`.
     * Unknown ones are passed over; an `SSLError` where none is known. An empty text takes all away.
     */
    set_ciphersuites(...args: [ciphersuites: string]): void;
    /** The enabled suites, best first, whatever the versions: dicts of name, protocol, strength in bits and more. */
    get_ciphers(...args: []): CipherDescription[];
    /** The same list until it is set anew: what is made of it can be kept with it. */
    protected get suites(): readonly CipherRow[];
    /**
     * Sets the one group for key exchange, by OpenSSL's short name: `prime256v1`, `secp384r1`, `X25519`, `ffdhe2048`. A
     * `ValueError` for any other, `secp256r1` and `x25519` among them: see `set_groups()`.
     */
    set_ecdh_curve(...args: [name: string | Uint8Array]): void;
    /**
     * Sets the groups for key exchange, best first (Python 3.15): names between colons, such as `x25519:P-256`. As in
     * OpenSSL 3.5, `/` begins a tier, `*` sends a key share, `?` tolerates an unknown name, `-` takes one out. An
     * `SSLError`, "unrecognized group", for what cannot be read.
     */
    set_groups(...args: [grouplist: string]): void;
    /**
     * The names of all groups that can be set and that the context's versions have (Python 3.15), by all names on
     * demand.
     */
    get_groups(keywords?: {
        readonly include_aliases?: boolean;
    }): string[];
    protected get groups(): GroupPolicy;
    /**
     * What clients may sign with when they authenticate themselves, best first (Python 3.15): names between colons, such
     * as `ecdsa_secp256r1_sha256` or `RSA-PSS+SHA256`. On a client, what it signs with; on a server, what it asks for. An
     * `SSLError`, "unrecognized signature algorithm", for an unknown one without `?` before it.
     */
    set_client_sigalgs(...args: [sigalgslist: string]): void;
    /**
     * What servers may sign their handshakes with, best first (Python 3.15): see `set_client_sigalgs()` for the form. On a
     * server, what it signs with; on a client, what it offers to check.
     */
    set_server_sigalgs(...args: [sigalgslist: string]): void;
    protected get schemeChoices(): {
        client: readonly ("dsa_sha1" | "dsa_sha224" | "dsa_sha256" | "dsa_sha384" | "dsa_sha512" | "ecdsa_secp256r1_sha256" | "ecdsa_secp384r1_sha384" | "ecdsa_secp521r1_sha512" | "ecdsa_sha1" | "ecdsa_sha224" | "ed25519" | "ed448" | "mldsa44" | "mldsa65" | "mldsa87" | "rsa_pkcs1_sha1" | "rsa_pkcs1_sha224" | "rsa_pkcs1_sha256" | "rsa_pkcs1_sha384" | "rsa_pkcs1_sha512" | "rsa_pss_pss_sha256" | "rsa_pss_pss_sha384" | "rsa_pss_pss_sha512" | "rsa_pss_rsae_sha256" | "rsa_pss_rsae_sha384" | "rsa_pss_rsae_sha512")[] | undefined;
        server: readonly ("dsa_sha1" | "dsa_sha224" | "dsa_sha256" | "dsa_sha384" | "dsa_sha512" | "ecdsa_secp256r1_sha256" | "ecdsa_secp384r1_sha384" | "ecdsa_secp521r1_sha512" | "ecdsa_sha1" | "ecdsa_sha224" | "ed25519" | "ed448" | "mldsa44" | "mldsa65" | "mldsa87" | "rsa_pkcs1_sha1" | "rsa_pkcs1_sha224" | "rsa_pkcs1_sha256" | "rsa_pkcs1_sha384" | "rsa_pkcs1_sha512" | "rsa_pss_pss_sha256" | "rsa_pss_pss_sha384" | "rsa_pss_pss_sha512" | "rsa_pss_rsae_sha256" | "rsa_pss_rsae_sha384" | "rsa_pss_rsae_sha512")[] | undefined;
    };
    /**
     * Which protocols to offer in the handshake (RFC 7301), best first; a server's order decides. An `SSLError` for names
     * that are empty or longer than 255, a `UnicodeEncodeError` for those that are not ASCII.
     */
    set_alpn_protocols(alpn_protocols: Iterable<string>): void;
    set_alpn_protocols(keywords: {
        readonly alpn_protocols: Iterable<string>;
    }): void;
    /** There is no NPN: it warns, looks at the names, and fails, as in CPython. @deprecated use `set_alpn_protocols()` */
    set_npn_protocols(npn_protocols: Iterable<string>): void;
    set_npn_protocols(keywords: {
        readonly npn_protocols: Iterable<string>;
    }): void;
    _set_alpn_protocols(...args: [protos: Uint8Array]): void;
    protected get protocols(): readonly Uint8Array[];
    /**
     * The cryptography that connections use, from `pyssl/crypto`; those that are wrapped from here on.
     * @extension
     */
    get crypto(): CryptoProvider;
    set crypto(provider: CryptoProvider);
    protected abstract defaultCrypto(): CryptoProvider;
}
export declare const NPN_DEPRECATED = "ssl NPN is deprecated, use ALPN instead";
