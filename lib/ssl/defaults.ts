/** Policy: what contexts begin with. Each preference says why. */
import type { GroupName } from '../crypto/provider.ts';
import type { Version } from '../tls/settings.ts';
import type { SignatureScheme } from '../wire/registries.ts';
import { Options, TLSVersion, VerifyFlags } from './enums.ts';

/** What the engine speaks, best first. Contexts whose range holds none of them have no protocol to offer. */
export const IMPLEMENTED_VERSIONS: readonly {
  readonly version: Version;
  readonly number: number;
  readonly off: number;
}[] = [
  { version: 'TLSv1.3', number: TLSVersion.TLSv1_3, off: Options.OP_NO_TLSv1_3 },
  { version: 'TLSv1.2', number: TLSVersion.TLSv1_2, off: Options.OP_NO_TLSv1_2 },
];

/** CPython's own: forward secrecy, authenticated encryption first, nothing with SHA-1 or without authentication. */
export const DEFAULT_CIPHERS =
  '@SECLEVEL=2:ECDH+AESGCM:ECDH+CHACHA20:ECDH+AES:DHE+AES:!aNULL:!eNULL:!aDSS:!SHA1:!AESCCM';

/** What OpenSSL has on from the start, and CPython adds: no compression (CRIME), the server's order, appendix D.4. */
export const DEFAULT_OPTIONS =
  Options.OP_ALL +
  Options.OP_NO_SSLv3 +
  Options.OP_CIPHER_SERVER_PREFERENCE +
  Options.OP_NO_COMPRESSION +
  Options.OP_ENABLE_MIDDLEBOX_COMPAT;

/** A chain through our own roots beats one through roots that the peer sent. */
export const DEFAULT_VERIFY_FLAGS: number = VerifyFlags.VERIFY_X509_TRUSTED_FIRST;

/** 112 bits: RSA and DH of 2048 bits, no SHA-1 in certificates. CPython builds OpenSSL's contexts with it. */
export const DEFAULT_SECURITY_LEVEL = 2;
/** Bits of security that each level asks of suites, groups and signatures. */
export const LEVEL_BITS: readonly number[] = [0, 80, 112, 128, 192, 256];

/** As OpenSSL: two, so that a client with two connections need not use one twice (RFC 8446 appendix C.4). */
export const DEFAULT_TICKETS = 2;
/** Two hours, OpenSSL's timeout of sessions; RFC 8446 section 4.6.1 would allow a week. */
export const TICKET_LIFETIME = 7200;
/** As OpenSSL (`SSL_SESSION_CACHE_MAX_SIZE_DEFAULT`): how many sessions a server keeps itself. */
export const SESSION_CACHE_SIZE = 20_480;

/** As OpenSSL (`X509_VERIFY_PARAM`): certificates between leaf and anchor. */
export const MAX_CHAIN_DEPTH = 100;

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
export const GROUPS: readonly GroupRow[] = [
  { group: 'x25519', shortName: 'X25519', aliases: ['x25519'], bits: 128, tls12: true },
  { group: 'secp256r1', shortName: 'prime256v1', aliases: ['P-256', 'secp256r1'], bits: 128, tls12: true },
  { group: 'x448', shortName: 'X448', aliases: ['x448'], bits: 224, tls12: true },
  { group: 'secp521r1', shortName: 'secp521r1', aliases: ['P-521'], bits: 256, tls12: true },
  { group: 'secp384r1', shortName: 'secp384r1', aliases: ['P-384'], bits: 192, tls12: true },
  { group: 'ffdhe2048', shortName: 'ffdhe2048', aliases: [], bits: 112, tls12: false },
  { group: 'ffdhe3072', shortName: 'ffdhe3072', aliases: [], bits: 128, tls12: false },
  { group: 'ffdhe4096', shortName: 'ffdhe4096', aliases: [], bits: 152, tls12: false },
  { group: 'ffdhe6144', shortName: 'ffdhe6144', aliases: [], bits: 176, tls12: false },
  { group: 'ffdhe8192', shortName: 'ffdhe8192', aliases: [], bits: 192, tls12: false },
  { group: 'X25519MLKEM768', shortName: 'X25519MLKEM768', aliases: [], bits: 192, tls12: false },
];

/**
 * OpenSSL 3.0's list, since a hello is recognised by it: X25519 first, being fast and constant-time everywhere, then P-256
 * for those who must. Finite fields are last: their shares are the largest and slowest. The hybrid with ML-KEM is for
 * those who set it: its share alone fills a packet. OpenSSL 3.5's list, by `group-list.ts`'s syntax, would be
 * `*X25519MLKEM768/*x25519:secp256r1/x448:secp384r1:secp521r1/ffdhe2048:ffdhe3072`.
 */
export const DEFAULT_GROUPS =
  'x25519:secp256r1:x448:secp521r1:secp384r1:ffdhe2048:ffdhe3072:ffdhe4096:ffdhe6144:ffdhe8192';

export interface SchemeRow {
  readonly scheme: SignatureScheme;
  /** Bits of security of its hash. */
  readonly bits: number;
}

/** OpenSSL 3.0's order: elliptic curves before RSA, PSS before PKCS#1, which signs certificates only. */
export const SCHEMES: readonly SchemeRow[] = [
  { scheme: 'ecdsa_secp256r1_sha256', bits: 128 },
  { scheme: 'ecdsa_secp384r1_sha384', bits: 192 },
  { scheme: 'ecdsa_secp521r1_sha512', bits: 256 },
  { scheme: 'ed25519', bits: 128 },
  { scheme: 'ed448', bits: 224 },
  { scheme: 'rsa_pss_pss_sha256', bits: 128 },
  { scheme: 'rsa_pss_pss_sha384', bits: 192 },
  { scheme: 'rsa_pss_pss_sha512', bits: 256 },
  { scheme: 'rsa_pss_rsae_sha256', bits: 128 },
  { scheme: 'rsa_pss_rsae_sha384', bits: 192 },
  { scheme: 'rsa_pss_rsae_sha512', bits: 256 },
  { scheme: 'rsa_pkcs1_sha256', bits: 128 },
  { scheme: 'rsa_pkcs1_sha384', bits: 192 },
  { scheme: 'rsa_pkcs1_sha512', bits: 256 },
];

/**
 * For who sets them: a hello of OpenSSL 3.0 does not offer ML-DSA (that of 3.5 does, before all others). To sign with a key
 * that was loaded, nothing need be set. Bits by NIST's categories 2, 3 and 5.
 */
export const LATTICE_SCHEMES: readonly SchemeRow[] = [
  { scheme: 'mldsa65', bits: 192 },
  { scheme: 'mldsa87', bits: 256 },
  { scheme: 'mldsa44', bits: 128 },
];

/**
 * What OpenSSL adds where TLS 1.2 is spoken. DSA is said and not meant: no suite of ours has use for such a key, but a
 * hello without it would not be OpenSSL's.
 */
export const SCHEMES12: readonly SchemeRow[] = [
  { scheme: 'ecdsa_sha224', bits: 112 },
  { scheme: 'ecdsa_sha1', bits: 63 },
  { scheme: 'rsa_pkcs1_sha224', bits: 112 },
  { scheme: 'rsa_pkcs1_sha1', bits: 63 },
  { scheme: 'dsa_sha224', bits: 112 },
  { scheme: 'dsa_sha1', bits: 63 },
  { scheme: 'dsa_sha256', bits: 128 },
  { scheme: 'dsa_sha384', bits: 192 },
  { scheme: 'dsa_sha512', bits: 256 },
];

/** How long the prime of DHE must be at each security level (NIST SP 800-57). */
export const LEVEL_DH_BITS: readonly number[] = [512, 1024, 2048, 3072, 7680, 15360];
