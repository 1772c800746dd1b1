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
}
/**
 * OpenSSL 3.0's order, since a hello is recognised by it: X25519 first, being fast and constant-time everywhere, then
 * P-256 for those who must. Finite fields are last: their shares are the largest and slowest.
 */
export declare const GROUPS: readonly GroupRow[];
export interface SchemeRow {
    readonly scheme: SignatureScheme;
    /** Bits of security of its hash. */
    readonly bits: number;
}
/** OpenSSL 3.0's order: elliptic curves before RSA, PSS before PKCS#1, which signs certificates only. */
export declare const SCHEMES: readonly SchemeRow[];
