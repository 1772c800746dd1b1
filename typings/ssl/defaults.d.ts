/** Policy: what contexts begin with. Each preference says why. */
import type { GroupName } from '../crypto/provider.ts';
import type { Version } from '../tls/settings.ts';
import type { SignatureScheme } from '../wire/registries.ts';
/** What the engine speaks, best first. Contexts whose range holds none of them have no protocol to offer. */
export declare const IMPLEMENTED_VERSIONS: readonly {
    readonly version: Version;
    readonly number: number;
    readonly off: number;
}[];
/** CPython's own: forward secrecy, authenticated encryption first, nothing with SHA-1 or without authentication. */
export declare const DEFAULT_CIPHERS = "@SECLEVEL=2:ECDH+AESGCM:ECDH+CHACHA20:ECDH+AES:DHE+AES:!aNULL:!eNULL:!aDSS:!SHA1:!AESCCM";
/** What OpenSSL has on from the start, and CPython adds: no compression (CRIME), the server's order, appendix D.4. */
export declare const DEFAULT_OPTIONS: number;
/** A chain through our own roots beats one through roots that the peer sent. */
export declare const DEFAULT_VERIFY_FLAGS: number;
/** 112 bits: RSA and DH of 2048 bits, no SHA-1 in certificates. CPython builds OpenSSL's contexts with it. */
export declare const DEFAULT_SECURITY_LEVEL = 2;
/** Bits of security that each level asks of suites, groups and signatures. */
export declare const LEVEL_BITS: readonly number[];
/** As OpenSSL: two, so that a client with two connections need not use one twice (RFC 8446 appendix C.4). */
export declare const DEFAULT_TICKETS = 2;
/** Two hours, OpenSSL's timeout of sessions; RFC 8446 section 4.6.1 would allow a week. */
export declare const TICKET_LIFETIME = 7200;
/** As OpenSSL (`SSL_SESSION_CACHE_MAX_SIZE_DEFAULT`): how many sessions a server keeps itself. */
export declare const SESSION_CACHE_SIZE = 20480;
/** As OpenSSL (`X509_VERIFY_PARAM`): certificates between leaf and anchor. */
export declare const MAX_CHAIN_DEPTH = 100;
export interface GroupRow {
    readonly group: GroupName;
    /** OpenSSL's short name, by which `set_ecdh_curve` knows it. */
    readonly shortName: string;
    /** Other names that group lists may use. */
    readonly aliases: readonly string[];
    /** Bits of security (NIST SP 800-57; RFC 7919 appendix A). */
    readonly bits: number;
    /** Whether TLS 1.2 has it too. */
    readonly tls12: boolean;
}
/** Every group that there is, in the order in which OpenSSL 3.0 offers those that it has. */
export declare const GROUPS: readonly GroupRow[];
/**
 * OpenSSL 3.0's list, since a hello is recognised by it: X25519 first, being fast and constant-time everywhere, then P-256
 * for those who must. Finite fields are last: their shares are the largest and slowest. The hybrid with ML-KEM is for
 * those who set it: its share alone fills a packet. OpenSSL 3.5's list, by `group-list.ts`'s syntax, would be
 * `*X25519MLKEM768/*x25519:secp256r1/x448:secp384r1:secp521r1/ffdhe2048:ffdhe3072`.
 */
export declare const DEFAULT_GROUPS = "x25519:secp256r1:x448:secp521r1:secp384r1:ffdhe2048:ffdhe3072:ffdhe4096:ffdhe6144:ffdhe8192";
export interface SchemeRow {
    readonly scheme: SignatureScheme;
    /** Bits of security of its hash. */
    readonly bits: number;
}
/** OpenSSL 3.0's order: elliptic curves before RSA, PSS before PKCS#1, which signs certificates only. */
export declare const SCHEMES: readonly SchemeRow[];
/**
 * For who sets them: a hello of OpenSSL 3.0 does not offer ML-DSA (that of 3.5 does, before all others). To sign with a key
 * that was loaded, nothing need be set. Bits by NIST's categories 2, 3 and 5.
 */
export declare const LATTICE_SCHEMES: readonly SchemeRow[];
/**
 * What OpenSSL adds where TLS 1.2 is spoken. DSA is said and not meant: no suite of ours has use for such a key, but a
 * hello without it would not be OpenSSL's.
 */
export declare const SCHEMES12: readonly SchemeRow[];
/** How long the prime of DHE must be at each security level (NIST SP 800-57). */
export declare const LEVEL_DH_BITS: readonly number[];
